"""The processes of a run get the longest parts first, and what belongs together stays together."""

import json
from types import SimpleNamespace

import pytest

from tests import division


@pytest.mark.parametrize(
    ("nodeid", "part"),
    [
        ("tests/core/test_nudge.py::test_iets", "tests/core/test_nudge.py"),
        ("tests/core/test_nudge.py::Klas::test_iets[a/b::c]", "tests/core/test_nudge.py"),
        ("tests/e2e/test_scripts.py::test_iets", "tests/e2e/"),
        ("tests/faults/test_faults.py::test_iets", "tests/e2e/"),
        ("tests/routes/test_matrix.py::test_matrix[core/row-security_txt]", "tests/routes/test_matrix.py[core]"),
    ],
)
def test_what_belongs_together_is_one_part(nodeid, part):
    assert division.part_of(nodeid) == part


def test_the_longest_goes_first_and_who_is_unknown_before_the_short_ones():
    items = [SimpleNamespace(nodeid=nodeid) for nodeid in ("kort.py::b", "nieuw.py::a", "lang.py::a", "kort.py::a")]
    ordered = division.in_order(items, {"kort.py": 1, "lang.py": division.UNKNOWN + 1})
    assert [item.nodeid for item in ordered] == ["lang.py::a", "nieuw.py::a", "kort.py::b", "kort.py::a"]


def test_what_each_part_took_is_written_down(tmp_path, monkeypatch):
    monkeypatch.setattr(division, "DURATIONS", tmp_path / "durations.json")
    assert division.known() == {}
    recorder = division.Recorder()
    for seconds in (0.5, 0.25):
        recorder.pytest_runtest_logreport(SimpleNamespace(nodeid="a.py::test_iets", duration=seconds))
    recorder.pytest_sessionfinish()
    assert division.known() == {"a.py": 0.8}
    assert json.loads(division.DURATIONS.read_text()) == division.known()
