"""Every act goes one way: a view says which form, which action and where to; `core/acts.py` does the rest (adr 0019)."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType

from django.conf import settings
from django.urls import URLResolver, get_resolver

from core.acts import carry_out
from tests.routes.routes import EIGEN, modules

OUTCOMES = {"RuleError", "Outdated", "NotAllowed"}
OF_A_FORM = {"is_valid", "add_error", "full_clean"}

# What looks into a form, or catches a rule, for another reason than carrying out an act.
OTHERWISE = {
    ("gezinsplan/views/link_antwoord.py", "code"): "nobody is logged in: a code is tried, as at logging in",
    (
        "zorgcoordinatie/views/hulp.py",
        "hulp_vragen",
    ): "nobody is logged in: too many from one address keep what was typed",
    ("gezinsplan/views/eigen_zaken.py", "eigen_zaken_voor"): "looking beforehand how it will be: nothing is done",
    ("instanties/views/woorden.py", "woord"): "looking beforehand how it will be: nothing is done",
    ("toestemming/views/inzage.py", "_periode"): "which days one reads: a GET",
    ("gezinsplan/views/papier.py", "voortgang"): "reading a paper that is there no more",
    ("gezinsplan/views/papier.py", "bestand"): "reading a paper that is there no more",
}
# Addresses that take a POST which is no act with a rule, or that keep nothing of what was typed.
NO_ACT = {
    "gezinsplan:link_code": "nobody is logged in: a code is tried, as at logging in",
    "oefenomgeving:wees": "logging in as somebody of the cast",
    "bewaking:nu_controleren": "what is found is told, as a warning or as good news",
}
# Pages that views of several rooms share.
SHARED_PAGES = ("instanties.uitnodigen",)


def views() -> list[Path]:
    return sorted(
        path
        for path in settings.BASE_DIR.glob("*/**/*.py")
        if ("views" in path.parts or path.name == "views.py")
        and not {".venv", "node_modules", "tests"} & set(path.parts)
    )


def found(path: Path) -> set[str]:
    """The functions of this module that judge a form or catch a rule themselves."""
    gevonden = set()
    for node in ast.parse(path.read_text()).body:
        if not isinstance(node, ast.FunctionDef):
            continue
        for inner in ast.walk(node):
            if isinstance(inner, ast.ExceptHandler) and inner.type is not None:
                names = {naam.id for naam in ast.walk(inner.type) if isinstance(naam, ast.Name)}
            elif isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute):
                names = {inner.func.attr} & OF_A_FORM
            else:
                continue
            if names & (OUTCOMES | OF_A_FORM):
                gevonden.add(node.name)
    return gevonden


def test_no_view_judges_a_form_or_catches_a_rule_itself():
    own_way = {(str(path.relative_to(settings.BASE_DIR)), name) for path in views() for name in found(path)}
    assert own_way - OTHERWISE.keys() == set()
    assert OTHERWISE.keys() - own_way == set(), "a reason without a view"


def test_the_walk_sees_both(tmp_path):
    module = tmp_path / "views.py"
    module.write_text(
        "def een(request):\n    try:\n        x()\n    except (RuleError, ValueError) as fout:\n        pass\n"
        "def twee(request):\n    if form.is_valid():\n        pass\n"
        "def drie(request):\n    return carry_out(request)\n"
    )
    assert found(module) == {"een", "twee"}


def of_a_view(function: FunctionType) -> bool:
    """Whether it stands in a views module of ours, or is a page that several of them share."""
    room, *where = function.__module__.split(".")
    return room in EIGEN and (where[:1] == ["views"] or function.__module__ in SHARED_PAGES)


@cache
def called(function: FunctionType) -> frozenset[FunctionType]:
    """The functions that this one calls by name, in its module or another of ours."""
    gevonden = []
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        if isinstance(node, ast.Name):
            gevonden.append(function.__globals__.get(node.id))
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = function.__globals__.get(node.value.id)
            if isinstance(module, ModuleType):
                gevonden.append(getattr(module, node.attr, None))
    mine = (inspect.unwrap(ander) for ander in gevonden if isinstance(ander, FunctionType))
    return frozenset(ander for ander in mine if ander is carry_out or of_a_view(ander))


def reaches(function: FunctionType, seen: set[FunctionType]) -> bool:
    if function is carry_out:
        return True
    seen.add(function)
    return any(reaches(ander, seen) for ander in called(function) - seen)


def addresses(patterns=None, names: tuple[str, ...] = ()) -> Iterator[tuple[str, FunctionType]]:
    """Every address whose view stands in a views module of ours, with that view."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, (*names, pattern.namespace) if pattern.namespace else names)
        else:
            view = inspect.unwrap(pattern.callback)
            if isinstance(view, FunctionType) and of_a_view(view):
                yield ":".join((*names, pattern.name)), view


def test_every_address_that_takes_a_post_carries_out_its_act_in_the_one_way():
    takes_post = {naam for module in modules().values() for naam, rij in module.RIJEN.items() if rij.post is not None}
    views_of = {naam: view for naam, view in addresses() if naam in takes_post}
    assert len(views_of) > 80
    other_way = {naam for naam, view in views_of.items() if not reaches(view, set())}
    assert other_way - NO_ACT.keys() == set()
    assert NO_ACT.keys() - other_way == set(), "a reason without an address"
