"""No room escapes the checks: each app is in the order of imports, and its models, actions and rights are typed."""

import re
import tomllib
from pathlib import Path

from start import checks

ROOT = Path(__file__).resolve().parents[2]
APPS = {file.parent.name for file in ROOT.glob("*/apps.py")}
LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]


def test_every_app_has_its_place_in_the_order_of_imports():
    (contract,) = LINTER["contracts"]
    layers = [set(layer.split(" | ")) for layer in contract["layers"]]
    assert set().union(*layers) == set(LINTER["root_packages"]) == APPS | {"config"}
    assert layers[0] == {"config"}
    assert layers[-1] == {"core"}


def test_every_app_is_typed_and_its_warnings_are_errors():
    assert set(checks.APPS.split()) == APPS
    pytest_settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["pytest"]["ini_options"]
    strict = set(re.findall(r"\w+", " ".join(re.findall(r"\((.*?)\)", " ".join(pytest_settings["filterwarnings"])))))
    assert strict >= APPS


def test_a_module_stays_small_enough_to_read():
    long = {
        str(file.relative_to(ROOT)): lines
        for app in [*APPS, "config", "start"]
        for file in (ROOT / app).rglob("*.py")
        if "migrations" not in file.parts and (lines := len(file.read_text().splitlines())) > 440
    }
    assert not long
