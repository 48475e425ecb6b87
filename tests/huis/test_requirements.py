"""docs/eisen.md and the tests hold each other: built is what a test showed, and what has a place where it can be seen.

That the tests ran and passed is judged at the end of a whole run: tests/eisen.py.
"""

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests import eisen
from tests.routes.routes import routes

WORTEL = Path(__file__).resolve().parents[2]
TABEL = eisen.tabel(WORTEL)


@cache
def bronnen() -> dict[Path, str]:
    return {pad: pad.read_text() for pad in (WORTEL / "tests").rglob("*.py")}


@cache
def gemerkt() -> set[str]:
    """Give the IDs in the marks of all tests."""
    merk = re.compile(rf"pytest\.mark\.{eisen.MERK}\(([^)]*)\)")
    return {id_ for bron in bronnen().values() for ids in merk.findall(bron) for id_ in re.findall(r'"(\w+)"', ids)}


@cache
def adressen() -> set[str]:
    return {route.naam for route in routes()}


def bestaat(plaats: str) -> bool:
    """Say whether a place is there: a URL name, `make` or `manage.py` with a command, else a file or folder."""
    soort, _, naam = plaats.partition(" ")
    if soort == "make":
        return naam in re.findall(r"[\w-]+", re.search(r"^\.PHONY:(.*)$", (WORTEL / "Makefile").read_text(), re.M)[1])
    if soort == "manage.py":
        return naam in get_commands()
    if "/" in plaats:
        return (WORTEL / plaats).exists()
    return plaats in adressen()


def plaatsen(eis: eisen.Eis) -> list[str]:
    return re.findall(r"`([^`]+)`", eis.waar)


def test_every_requirement_has_a_known_state() -> None:
    assert len(TABEL) == 73
    assert {eis.state for eis in TABEL.values()} <= {"gebouwd", "eerste vorm", eisen.NOG_NIET}


def test_what_is_called_built_has_a_test() -> None:
    assert {eis.id for eis in TABEL.values() if eis.is_gebouwd} - gemerkt() == set()


def test_what_is_called_built_can_be_seen_somewhere() -> None:
    assert [eis.id for eis in TABEL.values() if eis.is_gebouwd and not plaatsen(eis)] == []


def test_every_place_in_the_table_exists() -> None:
    assert [(eis.id, plaats) for eis in TABEL.values() for plaats in plaatsen(eis) if not bestaat(plaats)] == []


@pytest.mark.parametrize(
    "verdwenen", ["gezinsplan:plan_van_gisteren", "plan", "make onzin", "manage.py onzin", "docs/onzin.md", ""]
)
def test_a_place_that_is_not_there_is_noticed(verdwenen: str) -> None:
    assert not bestaat(verdwenen)


def test_what_tests_name_stands_in_the_table() -> None:
    assert gemerkt() - set(TABEL) == set()


def test_a_test_names_its_requirements_in_a_mark_and_not_in_a_comment() -> None:
    alleen_ids = re.compile(rf"# *{eisen.ID.pattern}(?:[ ,]+{eisen.ID.pattern})* *(?::.*)?$", re.M)
    gevonden = [(pad.name, vondst[0]) for pad, bron in bronnen().items() for vondst in alleen_ids.finditer(bron)]
    assert gevonden == []


PROEF = """
import pytest

pytestmark = pytest.mark.eis("E1")


def test_of_the_whole_file():
    pass


@pytest.mark.eis("E2")
class TestKlasse:
    @pytest.mark.eis("E3")
    def test_of_its_class(self):
        pass


@pytest.mark.eis("E4")
@pytest.mark.skip(reason="proef")
def test_skipped():
    pass


@pytest.mark.eis("E5")
@pytest.mark.xfail
def test_expected_to_fail():
    assert False


@pytest.mark.eis("E6")
@pytest.mark.parametrize("waarde", [1, 2])
def test_one_of_both(waarde):
    pass
"""
TABELPROEF = "\n".join(f"| E{n} | eis | bron | {'nog niet' if n == 8 else 'gebouwd'} | plaats |" for n in range(1, 9))


def proef(map_: Path, *arguments: str) -> tuple[int, str]:
    """Run a small project, and give its exit status and what it says."""
    (map_ / "docs").mkdir()
    (map_ / "docs" / "eisen.md").write_text(TABELPROEF)
    (map_ / "proef").mkdir()
    (map_ / "proef" / "test_proef.py").write_text(PROEF)
    (map_ / "pytest.ini").write_text("[pytest]\ntestpaths = proef\naddopts = --strict-markers\n")
    command = [sys.executable, "-m", "pytest", "-p", "xdist", "-p", "tests.eisen", *arguments]
    environment = os.environ | {"PYTHONPATH": str(WORTEL), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    klaar = subprocess.run(command, cwd=map_, env=environment, capture_output=True, text=True, check=False)
    return klaar.returncode, klaar.stdout


def test_in_a_whole_run_only_what_ran_and_passed_counts(tmp_path: Path) -> None:
    status, gezegd = proef(tmp_path, "-n", "2")
    assert (status, "\nE4 E5 E7\n" in gezegd) == (1, True), gezegd


def test_about_a_part_of_the_tests_nothing_is_said(tmp_path: Path) -> None:
    status, gezegd = proef(tmp_path, "proef/test_proef.py")
    assert (status, "that no test showed" in gezegd) == (0, False), gezegd
