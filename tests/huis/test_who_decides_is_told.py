"""Every act that writes what decides who signs does so within `zeggenschap`, which tells it (T2, I8). Read from the code."""

import ast

import pytest

from tests.huis.test_roads_to_accounts import modules

pytestmark = pytest.mark.eis("I8", "T2")
TELLS = "zeggenschap"
# With the names by which a row reaches them.
MODELS = {"Gezag", "Vertegenwoordiging", "gezagdragers", "gezag_over"}
WRITES = {"create", "update", "update_or_create", "get_or_create", "bulk_create", "bulk_update", "delete"}
COLUMNS = {
    "geboortedatum",
    "overleden_op",
    "gezag_bekend",
    "geeindigd_op",
    "gestopt_op",
    "huishouden",
    "is_hoofdhuishouden",
}
# What brings a birth date along in one object.
CARRIES = "GezinslidGegevens"
# module:function → why it tells nobody itself.
MAY = {
    "gezinnen.actions.deelnemers:voeg_gezinslid_toe": "somebody new takes the say from nobody",
    "gezinnen.actions.deelnemers:leg_gezinslid_vast": "made of acts that tell",
    "gezinnen.actions.deelnemers:_vul_gezinslid": "saves nothing",
    "gezinnen.actions.gezin:_leg_gezin_aan": "in a new family nobody decides yet",
    "gezinnen.actions.toegang:_stop": "within the telling of stop_deelname and leg_overlijden_vast",
    "toestemming.actions.gevolgen:eindig_bij_overlijden": "within the telling of leg_overlijden_vast",
}


def decides(node: ast.AST) -> bool:
    """Say whether this piece of code writes what decides who signs."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
        chain = {getattr(one, "id", getattr(one, "attr", "")) for one in ast.walk(node.func)}
        return bool(chain & MODELS) or bool(COLUMNS & {keyword.arg for keyword in node.keywords})
    if isinstance(node, ast.arg):
        return node.annotation is not None and CARRIES in ast.dump(node.annotation)
    targets = node.targets if isinstance(node, ast.Assign) else []
    flat = [one for target in targets for one in (target.elts if isinstance(target, ast.Tuple) else [target])]
    return any(isinstance(one, ast.Attribute) and one.attr in COLUMNS for one in flat)


def stores(node: ast.AST) -> bool:
    """Say whether this piece of code may be what brings it into the database: the write itself, or the save after it."""
    if not isinstance(node, ast.Call):
        return False
    return decides(node) or (isinstance(node.func, ast.Attribute) and node.func.attr == "save")


def writers(source: str) -> dict[str, bool]:
    """The functions of this module that do, and whether each tells it around all that it stores."""
    found = {}
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef) and any(map(decides, ast.walk(function))):
            inside = {
                inner
                for one in ast.walk(function)
                if isinstance(one, ast.With)
                and any(getattr(getattr(item.context_expr, "func", None), "id", "") == TELLS for item in one.items)
                for inner in ast.walk(one)
            }
            stored = {node for node in ast.walk(function) if stores(node)}
            found[function.name] = bool(inside) and stored <= inside
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
        "def f(rij):\n    rij.gestopt_op = 1\n    rij.save()",
        "def f(kind):\n    kind.gezagdragers.all().delete()",
        "def f(pk):\n    with zeggenschap(pk):\n        pass\n    Gezag.objects.filter(pk=pk).delete()",
        "def f(rij):\n    rij.huishouden = None\n    rij.save()\n    with zeggenschap(rij):\n        rij.save()",
    ],
)
def test_it_finds_a_writer_that_is_silent(code: str) -> None:
    assert set(writers(code).values()) == {False}
