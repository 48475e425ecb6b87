"""CODEOWNERS names what is there, and every file that decides who sees what has somebody who reads its changes."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# A rule has a module named after it: these decide, in whatever room they stand.
DECIDING = (
    "zicht",
    "filters",
    "regels",
    "permissions",
    "waarneming",
    "toegang",
    "herbevestigen",
    "read_only",
    "bewezen",
    "bevestigers",
    "zeggenschap",
    "wegen",
)
IN_THE_DATABASE = re.compile(r"\b(TRIGGER|FUNCTION|GRANT|REVOKE|POLICY|SECURITY DEFINER)\b|pgtrigger")
PRIVACY = "@privacy"


def owners() -> dict[str, list[str]]:
    """Give the owners of each path, in the order in which they stand."""
    lines = [line.split() for line in (ROOT / "CODEOWNERS").read_text().splitlines() if line and line[0] != "#"]
    return {path: names for path, *names in lines}


def owners_of(file: str) -> list[str]:
    """Give who owns a file (from the root, with a slash): the last path that fits counts, a folder for all below it."""
    fitting = [
        names for path, names in owners().items() if file == path or (path.endswith("/") and file.startswith(path))
    ]
    return fitting[-1] if fitting else []


def rooms_files(pattern: str) -> list[Path]:
    rooms = [file.parent for file in ROOT.glob("*/apps.py")]
    return sorted(file for room in rooms for file in room.rglob(pattern))


def from_root(file: Path) -> str:
    return f"/{file.relative_to(ROOT)}"


def test_every_path_exists_and_has_owners() -> None:
    for path, names in owners().items():
        there = ROOT / path.removeprefix("/")
        assert there.is_dir() if path.endswith("/") else there.is_file(), path
        assert names and all(re.fullmatch(r"@[a-z]+", name) for name in names), path


@pytest.mark.parametrize("name", DECIDING)
def test_what_decides_who_sees_what_is_read_by_privacy(name: str) -> None:
    files = rooms_files(f"{name}.py")
    assert files, "no room has such a module any more"
    without = [from_root(file) for file in files if not {PRIVACY, "@beveiliging"} & set(owners_of(from_root(file)))]
    assert without == []


def test_zicht_and_rights_are_privacys_own() -> None:
    files = [from_root(file) for name in ("zicht", "regels", "permissions") for file in rooms_files(f"{name}.py")]
    assert [file for file in files if PRIVACY not in owners_of(file)] == []


def test_what_the_database_itself_holds_has_an_owner() -> None:
    """Triggers, functions and rights of roles stand in migrations."""
    holding = [file for file in rooms_files("migrations/*.py") if IN_THE_DATABASE.search(file.read_text())]
    assert holding
    assert [from_root(file) for file in holding if "@gegevens" not in owners_of(from_root(file))] == []


def test_the_last_path_that_fits_counts() -> None:
    assert owners_of("/toestemming/migrations/0001_initial.py") == ["@gegevens", "@privacy"]
    assert owners_of("/toestemming/zicht.py") == ["@privacy"]
    assert owners_of("/README.md") == []
