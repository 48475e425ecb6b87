"""No room escapes the checks: each app stands in the one list, and whatever can't take it from there agrees with it."""

import importlib.util
import re
import tomllib
from pathlib import Path

from django.conf import settings

from core.rooms import LAYERS, PRACTICE, PRODUCTION, ROOMS

ROOT = Path(__file__).resolve().parents[2]
LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]


def test_the_list_holds_every_app():
    assert sorted(ROOMS) == sorted(file.parent.name for file in ROOT.glob("*/apps.py"))


def test_imports_run_downwards_in_the_order_of_the_list():
    (layers,) = [contract["layers"] for contract in LINTER["contracts"] if "containers" not in contract]
    assert [set(layer.split(" | ")) for layer in layers] == [{"config"}, *(set(layer) for layer in reversed(LAYERS))]
    assert set(LINTER["root_packages"]) == {*ROOMS, "config"}


def test_every_app_has_its_own_order_within():
    within = [contract for contract in LINTER["contracts"] if "containers" in contract]
    # core is technique only: it has no rules, actions and pages to keep apart.
    assert sorted(app for contract in within for app in contract["containers"]) == sorted({*ROOMS} - {"core"})
    assert all(contract["exhaustive"] and not contract.get("ignore_imports") for contract in within)


def test_every_folder_is_a_package():
    """import-linter doesn't see what lies in a folder without `__init__.py`."""
    folders = {file.parent for app in [*ROOMS, "config"] for file in (ROOT / app).rglob("*.py")}
    assert not [str(folder.relative_to(ROOT)) for folder in folders if not (folder / "__init__.py").exists()]


def test_the_rooms_are_made_ready_in_the_order_of_the_list():
    assert [app for app in settings.INSTALLED_APPS if app in ROOMS] == [PRACTICE, *PRODUCTION]


def test_the_warnings_of_every_app_are_errors():
    pytest_settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["pytest"]["ini_options"]
    strict = set(re.findall(r"\w+", " ".join(re.findall(r"\((.*?)\)", " ".join(pytest_settings["filterwarnings"])))))
    assert strict >= {*ROOMS, "config"}


def test_the_image_holds_every_app_but_that_of_practice():
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    assert {line[1:-1] for line in lines if line.startswith("!")} & set(ROOMS) == set(PRODUCTION)


def test_the_table_of_rooms_names_every_app():
    text = (ROOT / "docs" / "architectuur.md").read_text()
    assert set(ROOMS) <= set(re.findall(r"^\| `(\w+)/` \|", text, re.M))


def test_a_module_stays_small_enough_to_read():
    long = {
        str(file.relative_to(ROOT)): lines
        for app in [*ROOMS, "config", "start"]
        for file in (ROOT / app).rglob("*.py")
        if "migrations" not in file.parts and (lines := len(file.read_text().splitlines())) > 440
    }
    assert not long


def test_what_is_imported_within_a_function_is_there():
    """Nobody notices it before that function runs; mypy doesn't read the tests, nor the commands of `start`."""
    within = re.compile(r"^ +from ([\w.]+) import ", re.MULTILINE)
    folders = {*ROOMS, "config", "start", "bench", "tests"}
    files = [file for folder in folders for file in (ROOT / folder).rglob("*.py")]
    named = {(name, file.name) for file in files for name in within.findall(file.read_text())}
    assert ("berichten.models", "conftest.py") in named
    ours = {(name, file) for name, file in named if name.split(".")[0] in folders}
    assert not sorted((name, file) for name, file in ours if not importlib.util.find_spec(name))
