"""Faults on purpose (`make mutanten`): every module that decides is there, and the list of what may stay is no lie."""

from pathlib import Path

import pytest

from start import mutants
from tests import forked

ROOT = Path(__file__).resolve().parents[2]
BEFORE = "def telt(dag: int) -> bool:\n    return dag < 5\n"


def test_every_module_that_decides_is_there() -> None:
    rights = {str(file.relative_to(ROOT)) for file in ROOT.glob("*/permissions.py")}
    assert rights <= set(mutants.TARGETS)
    deciding = {"regels", "zicht", "dekking", "ondertekenaars", "bewezen", "bevestigers", "zeggenschap"}
    assert deciding <= {Path(module).stem for module in mutants.TARGETS}
    assert "termijnen/kalender.py" in mutants.TARGETS


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
    ("before", "after", "does"),
    [
        (
            "@dataclass(frozen=True)\nclass Keuze:\n    pass\n",
            "@dataclass(frozen=False)\nclass Keuze:\n    pass\n",
            False,
        ),
        ("wat == Soort.EEN", "wat is Soort.EEN", False),
        ("wat == Soort.EEN", "wat is not Soort.EEN", True),
        ("wat == 'een'", "wat is 'een'", True),
        # The star of a signature isn't a product.
        ("def telt(*, dag): pass", "def telt(+, dag): pass", False),
    ],
)
def test_a_fault_that_differs_for_nobody_is_none(before: str, after: str, does: bool) -> None:
    assert mutants.does_something(before, after) is does


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


FUNCTIONS = """
EINDE = 5


def maak(functie):
    def omhuld(dag):
        return functie(dag) < EINDE
    return omhuld


@maak
def telt(dag):
    return dag + 1
"""


@pytest.mark.parametrize(("here", "there"), [("< EINDE", "> EINDE"), ("dag + 1", "dag + 9")])
def test_a_function_that_lives_gets_the_code_of_a_fault(here: str, there: str) -> None:
    world: dict = {}
    exec(compile(FUNCTIONS, "module", "exec"), world)  # noqa: S102 - the text above
    functions = forked.living()
    assert world["telt"](1) is True
    for old, new in forked.swaps(FUNCTIONS, FUNCTIONS.replace(here, there)) or []:
        for function in functions[old]:
            function.__code__ = new
    assert world["telt"](1) is False


@pytest.mark.parametrize(("here", "there"), [("EINDE = 5", "EINDE = 6"), ("@maak\n", ""), ("(dag):", "(dag=1):")])
def test_a_fault_in_what_an_import_does_needs_a_start_of_its_own(here: str, there: str) -> None:
    assert forked.swaps(FUNCTIONS, FUNCTIONS.replace(here, there)) is None


def test_a_fault_without_an_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "telt.py").write_text(BEFORE)
    monkeypatch.setattr(mutants, "CEILING", 1)
    assert mutants.noticed(tmp_path, "telt.py", BEFORE, "sh -c 'while :; do :; done'")
