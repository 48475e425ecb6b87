"""Age gives rights, not relation: what somebody is to the family is asked in one module, and said in words elsewhere (I9, T2)."""

import ast

import pytest

from tests.huis.test_only_actions_write import ROOMS, ROOT

# path → why what somebody is to the family is meant there, and no right follows from it.
MAY = {
    "gezinnen/selectie.py": "says of whom an age is known, and what follows from that",
    "gezinnen/models/gezin.py": "the constraint: a gezinslid has a relation",
    "gezinnen/actions/deelnemers.py": "that a relation was chosen",
    "gezinsplan/forms/gezin.py": "which words a form offers",
    "oefenomgeving/verhaal.py": "which form of address a child of the practice environment has",
}


def asks_relation(source: str) -> bool:
    """Whether this module compares or filters by what somebody is to the family."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr == "is_kind":
            return True
        filters = isinstance(node, ast.keyword) and (node.arg or "").split("__")[0] == "relatie"
        if filters and isinstance(node.value, ast.Attribute | ast.Constant | ast.List | ast.Tuple):
            return True
        if isinstance(node, ast.Compare) and any(_relation(part) for part in [node.left, *node.comparators]):
            return True
    return False


def _relation(node: ast.AST) -> bool:
    member = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Relatie"
    return member or (isinstance(node, ast.Attribute) and node.attr == "relatie")


@pytest.mark.eis("T2", "I9")
def test_no_right_follows_from_what_somebody_is_to_the_family():
    files = [file for room in ROOMS for file in (ROOT / room).rglob("*.py") if "migrations" not in file.parts]
    asked = {str(file.relative_to(ROOT)) for file in files if asks_relation(file.read_text())}
    assert asked <= MAY.keys(), "ask the age: gezinnen/selectie.py says how"


@pytest.mark.eis("T2", "I9")
@pytest.mark.parametrize(
    "line",
    [
        "x = lid.is_kind",
        "lid.relatie == Relatie.KIND",
        "lid.relatie in (Relatie.MOEDER, Relatie.VADER)",
        "Deelnemer.objects.filter(relatie=Relatie.KIND)",
        "Deelnemer.objects.filter(relatie__in=['kind'])",
    ],
)
def test_such_a_line_is_found(line):
    assert asks_relation(line)


@pytest.mark.parametrize("line", ["naam = lid.get_relatie_display()", "GezinslidGegevens(naam=n, relatie=relatie)"])
def test_words_are_not(line):
    assert not asks_relation(line)
