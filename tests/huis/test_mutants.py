"""Faults on purpose (`make mutanten`): every module that decides is there, and the list of what may stay is no lie."""

from pathlib import Path

import pytest

from start import mutants

ROOT = Path(__file__).resolve().parents[2]
BEFORE = "def telt(dag: int) -> bool:\n    return dag < 5\n"


def test_every_module_that_decides_is_there() -> None:
    rights = {str(file.relative_to(ROOT)) for file in ROOT.glob("*/permissions.py")}
    assert rights <= set(mutants.TARGETS)
    assert {"toestemming/regels.py", "toestemming/zicht.py", "termijnen/kalender.py"} <= set(mutants.TARGETS)


@pytest.mark.parametrize("module", mutants.TARGETS)
def test_what_is_named_exists(module: str) -> None:
    assert (ROOT / module).is_file()
    assert all((ROOT / place).exists() for place in mutants.TARGETS[module].split())


def test_what_may_stay_is_about_a_line_that_is_there_and_says_why() -> None:
    for (module, line, became), why in mutants.stays().items():
        lines = {" ".join(there.split()) for there in (ROOT / module).read_text().splitlines()}
        assert line in lines, f"{module}: {line}"
        assert why and became != line


@pytest.mark.parametrize(
    ("after", "does"),
    [
        ("def telt(dag: int) -> bool:\n    return dag <= 5\n", True),
        ("def telt(dag: str) -> None:\n    return dag < 5\n", False),
        (BEFORE, False),
    ],
)
def test_a_fault_in_a_type_alone_is_none(after: str, does: bool) -> None:
    assert mutants.does_something(BEFORE, after) is does


def test_a_fault_is_told_by_its_line() -> None:
    assert mutants.difference(BEFORE, BEFORE.replace("<", "<=")) == ("return dag < 5", "return dag <= 5")


def test_a_fault_is_taken_back_whatever_the_tests_say(tmp_path: Path) -> None:
    (tmp_path / "telt.py").write_text(BEFORE)
    made = BEFORE.replace("<", "<=")
    assert mutants.noticed(tmp_path, "telt.py", made, "grep -q 'dag < 5' telt.py")
    assert not mutants.noticed(tmp_path, "telt.py", made, "true")
    assert (tmp_path / "telt.py").read_text() == BEFORE


def test_a_fault_without_an_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "telt.py").write_text(BEFORE)
    monkeypatch.setattr(mutants, "CEILING", 1)
    assert mutants.noticed(tmp_path, "telt.py", BEFORE, "sh -c 'while :; do :; done'")
