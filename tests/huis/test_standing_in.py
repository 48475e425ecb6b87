"""What a page looks up for whoever asks, it looks up for those for whom he stands in too (I6): their lists show it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.rooms import ROOMS

pytestmark = pytest.mark.eis("I6")

ROOT = Path(__file__).parents[2]
LOOKS_UP = {"get_object_or_404", "filter", "get", "Q"}
# What is of the account itself, or of the family, in which nobody stands in.
OF_ONESELF = {
    ("escalatie/views/lijst.py", "houder"): "the steps in which he stands in are asked beside it",
    ("gezinsplan/views/ons_plan.py", "gebruiker"): "a member of the family opens the own plan",
    ("instanties/views/rollen.py", "door"): "whoever asked for a role sees what became of it",
    ("instanties/views/toegang.py", "gebruiker"): "the ways into the own account",
    ("instanties/views/vervangingen.py", "wie"): "the own absence",
    ("instanties/panelen.py", "gebruiker"): "the ways into the own account",
    ("toestemming/panelen.py", "na_weg__gebruiker"): "what was signed after a way into the own account",
    ("werklijst/views.py", "gebruiker"): "a member of the family begins in the own plan",
}


def _is_asker(value: ast.expr, names: set[str]) -> bool:
    source = ast.unparse(value)
    return source.removesuffix(".pk") in {"request.user", *names}


def _names_of_asker(tree: ast.AST) -> set[str]:
    bound: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value and ast.unparse(node.value) == "request.user":
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            bound |= {target.id for target in targets if isinstance(target, ast.Name)}
    return bound


def looked_up_by_asker(source: str) -> Iterator[str]:
    """The fields by which this module looks something up for the account that asks, and for nobody else."""
    tree = ast.parse(source)
    names = _names_of_asker(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in LOOKS_UP:
            yield from (word.arg for word in node.keywords if word.arg and _is_asker(word.value, names))


def _pages() -> Iterator[Path]:
    for room in ROOMS:
        for pattern in ("views*.py", "views/**/*.py", "panelen*.py"):
            yield from (ROOT / room).glob(pattern)


def test_no_page_looks_up_by_the_account_alone():
    found = {
        (str(page.relative_to(ROOT)), field) for page in _pages() for field in looked_up_by_asker(page.read_text())
    }
    assert found == OF_ONESELF.keys()


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("get_object_or_404(Vraag, pk=pk, aan=request.user)", ["aan"]),
        ("Vraag.objects.filter(aan=request.user.pk)", ["aan"]),
        ("wie: Gebruiker = request.user\nVraag.objects.get(aan=wie)", ["aan"]),
        ("Vraag.objects.filter(aan__in=zicht.ik_en_namens)", []),
        ("actions.beantwoord(vraag, door=request.user)", []),
    ],
)
def test_it_finds_such_a_look_up(line, fields):
    assert list(looked_up_by_asker(line)) == fields
