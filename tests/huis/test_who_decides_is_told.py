"""Every act that writes what decides who signs does so within `zeggenschap`, which tells it (T2, I8). Read from the code."""

import ast

import pytest

from tests.huis.test_roads_to_accounts import modules

pytestmark = pytest.mark.eis("I8", "T2")
TELLS = "zeggenschap"
MODELS = {"Gezag", "Vertegenwoordiging"}
WRITES = {"create", "update", "update_or_create", "get_or_create", "bulk_create", "bulk_update", "delete"}
COLUMNS = {"geboortedatum", "overleden_op", "gezag_bekend", "geeindigd_op"}
# What brings a birth date along in one object.
CARRIES = "GezinslidGegevens"
# module:function → why it tells nobody itself.
MAY = {
    "gezinnen.actions.deelnemers:voeg_gezinslid_toe": "somebody new takes the say from nobody",
    "gezinnen.actions.deelnemers:leg_gezinslid_vast": "made of acts that tell",
    "gezinnen.actions.deelnemers:_vul_gezinslid": "saves nothing",
    "toestemming.actions.gevolgen:eindig_bij_overlijden": "within the telling of leg_overlijden_vast",
}


def decides(node: ast.AST) -> bool:
    """Say whether this piece of code writes what decides who signs."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
        chain = {getattr(one, "id", "") for one in ast.walk(node.func)}
        return bool(chain & MODELS) or bool(COLUMNS & {keyword.arg for keyword in node.keywords})
    if isinstance(node, ast.arg):
        return node.annotation is not None and CARRIES in ast.dump(node.annotation)
    targets = node.targets if isinstance(node, ast.Assign) else []
    flat = [one for target in targets for one in (target.elts if isinstance(target, ast.Tuple) else [target])]
    return any(isinstance(one, ast.Attribute) and one.attr in COLUMNS for one in flat)


def writers(source: str) -> dict[str, bool]:
    """The functions of this module that do, and whether each tells it around what it writes."""
    found = {}
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef) and any(map(decides, ast.walk(function))):
            around = [
                item.context_expr for one in ast.walk(function) if isinstance(one, ast.With) for item in one.items
            ]
            found[function.name] = any(getattr(getattr(one, "func", None), "id", "") == TELLS for one in around)
    return found


@pytest.mark.heavy("reads all code of all rooms")
def test_every_writer_tells() -> None:
    silent = {
        f"{module}:{name}"
        for module, file in modules().items()
        for name, tells in writers(file.read_text()).items()
        if not tells
    }
    assert sorted(silent - set(MAY)) == [], "write it within `zeggenschap`, or say in MAY why not"
    assert sorted(set(MAY) - silent) == [], "no exception is stale"


@pytest.mark.parametrize(
    "code",
    [
        "def f(kind):\n    Gezag.objects.filter(kind=kind).delete()",
        "def f(rij):\n    Vertegenwoordiging.objects.create(wie=rij)",
        "def f(rij):\n    rij.geeindigd_op, rij.waarom_geeindigd = 1, 2",
        "def f(pk):\n    Deelnemer.objects.filter(pk=pk).update(geboortedatum=None)",
        "def f(gegevens: GezinslidGegevens):\n    pass",
        "def f(rij):\n    rij.overleden_op = 1",
    ],
)
def test_it_finds_a_writer_that_is_silent(code: str) -> None:
    assert set(writers(code).values()) == {False}
