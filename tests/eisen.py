"""A requirement that is called built has been shown, in this very run: by a test with its mark that ran and passed.

A test says which requirements it shows: `@pytest.mark.eis("E4")`. At the end of a whole run (all tests, none chosen) every
row of docs/eisen.md that isn't 'nog niet' must have been shown; if not, the run fails and says which. A test that was
skipped, left out or expected to fail shows nothing. Of a part of the tests nothing can be said: there
tests/huis/test_requirements.py only asks whether the marks exist.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

MERK = "eis"
ID = re.compile(r"[IGZTERX][1-9]\d?")
NOG_NIET = "nog niet"
# With one of these somebody chose tests.
CHOSEN_BY = ("keyword", "markexpr", "deselect", "ignore", "ignore_glob", "lf", "stepwise", "collectonly")


@dataclass(frozen=True)
class Eis:
    """One row of the table: where it can be seen is `waar`."""

    id: str
    state: str
    waar: str

    @property
    def is_gebouwd(self) -> bool:
        """Whether something of it is there, be it in a first form."""
        return self.state != NOG_NIET


def tabel(wortel: Path) -> dict[str, Eis]:
    """Read docs/eisen.md below `wortel`."""
    regels = (wortel / "docs" / "eisen.md").read_text().splitlines()
    cellen = [[cel.strip() for cel in regel.strip("|").split("|")] for regel in regels if regel.startswith("| ")]
    return {rij[0]: Eis(rij[0], rij[3], rij[4]) for rij in cellen if ID.fullmatch(rij[0])}


class Verdict:
    """Keeps what was shown, in the process that reports; with xdist that is the one that gives out the work."""

    def __init__(self, eisen: dict[str, Eis], whole: bool) -> None:
        self.eisen = eisen
        self.whole = whole
        self.shown: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and report.passed and not hasattr(report, "wasxfail"):
            self.shown |= {value for name, value in report.user_properties if name == MERK}

    @property
    def missing(self) -> list[str]:
        """The requirements that are called built and that no test showed; none when only a part was run."""
        return [eis.id for eis in self.eisen.values() if self.whole and eis.is_gebouwd and eis.id not in self.shown]

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        if (
            session.shouldstop
            or session.shouldfail
            or exitstatus not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
        ):
            self.whole = False
        if self.missing:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter) -> None:
        if self.missing:
            terminalreporter.section("requirements that are called built and that no test showed")
            terminalreporter.line(" ".join(self.missing))


def is_whole(config: pytest.Config) -> bool:
    """Whether this run is of all tests: nobody named files, words or marks."""
    chosen = any(config.getoption(name, None) for name in CHOSEN_BY)
    return config.args_source == pytest.Config.ArgsSource.TESTPATHS and not chosen


def marks_of(item: pytest.Item) -> Iterator[str]:
    """Give the requirements that a test shows: its own, and those of its class and its file."""
    for mark in item.iter_markers(MERK):
        yield from mark.args


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", f"{MERK}(*ids): the requirements of docs/eisen.md that this test shows")
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Verdict(tabel(config.rootpath), is_whole(config)), "eisen-verdict")


def pytest_itemcollected(item: pytest.Item) -> None:
    # A report takes these along to the process that judges.
    item.user_properties += [(MERK, id_) for id_ in dict.fromkeys(marks_of(item))]
