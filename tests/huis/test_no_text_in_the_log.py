"""What somebody typed goes with its family; the log stays: no row of the log takes a text that came with an act (T3, X1).

That no word of the texts that are kept gets there by any way, `tests/toestemming/test_every_word.py` shows. Here the code is
read, for texts that are kept nowhere.
"""

import ast

import pytest

from tests.huis.tabellen import TABLES, Marker
from tests.huis.test_only_actions_write import ROOMS, ROOT

# What a row of the log says in words of its own.
SAYS = {"melding", "doel", "grondslag", "getoond"}
WRITERS = {"schrijf", "schrijf_velen", "bekeken", "geweigerd", "Logregelgegevens"}
# The texts of a family, by the name of the field; names are what a log is for.
NAMES = {"naam"}
TEXTS = {name for table in TABLES.values() for name, text in table.texts.items() if text == Marker()} - NAMES
# module:function → whose text it is, that it may.
MAY = {
    "logboek.actions:begin_onderzoek": "why the privacy officer asks: of the officer, and read by officers only",
    "toestemming.views.onderzoek:_onderzoek": "the same question, when it is looked at again",
    "instanties.actions.eerste:geef_nieuwe_toegang": "why who keeps the machine lets a beheerder in: nothing of a family",
    "bewaking.actions:laat_klok_lopen": "why the beheerder holds the clock: nothing of a family",
    "bewaking.actions:houd_klok_vast": "as above",
    "gezinsplan.actions.link:maak_link": "of the address only whether somebody confirmed it, in words of ours",
    "instanties.actions.inlogdiensten:ontkoppel_inlogdienst": "which service, by its id",
    "instanties.actions.functies:geef_functie": "which function somebody got, with the title that the beheerder gave it",
    "instanties.actions.functies:vraag_functie": "as above: which function is asked for",
    "instanties.actions.sluiten:_noteer": "what stops and where it goes on, in words of ours: nothing of a family",
    "toestemming.actions.vlagverzoeken:beantwoord_vlagverzoek": "which question, and yes or no: words of ours",
    "instanties.actions.vervangingen:_noteer": "which days it was before, as the log said then",
    "instanties.actions.woorden:leg_begripwoord_vast": "the names of the fields",
    "instanties.inlogdiensten:geweigerd": "one of the words that the page for it knows",
}


def typed(function: ast.FunctionDef) -> set[str]:
    """The names in this function that hold what somebody typed: texts that it was given, and what was made of them."""
    arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    names = {one.arg for one in arguments if isinstance(one.annotation, ast.Name) and one.annotation.id == "str"}
    names -= SAYS | NAMES
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and holds(node.value, names):
            names |= {one.id for target in node.targets for one in ast.walk(target) if isinstance(one, ast.Name)}
    return names


def holds(value: ast.AST, names: set[str]) -> bool:
    """Say whether this piece of code gives what somebody typed."""
    return any(
        getattr(node, "id", None) in names or getattr(node, "attr", None) in TEXTS | {"cleaned_data", "POST"}
        for node in ast.walk(value)
    )


Writers = dict[tuple[str, str], list[str]]


def writers_of(trees: dict[str, ast.Module]) -> Writers:
    """The functions that write a row, with their parameters: the log's own, and those that are given what to say.

    By the module where the name is known, which for a public one is "".
    """
    found: Writers = {("", name): [] for name in WRITERS}
    for module, tree in trees.items():
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef) and function.name not in WRITERS:
                parameters = [one.arg for one in [*function.args.posonlyargs, *function.args.args] if one.arg != "self"]
                given = {*parameters, *(one.arg for one in function.args.kwonlyargs)}
                if ("melding" in given or function.args.kwarg) and {
                    called(node) for node in ast.walk(function)
                } & WRITERS:
                    found[module if function.name.startswith("_") else "", function.name] = parameters
    return found


def called(node: ast.AST) -> str:
    """The name of what is called here, if anything."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def said(function: ast.FunctionDef, module: str, writers: Writers) -> list[ast.AST]:
    """What this function gives to the log to say."""
    found: list[ast.AST] = []
    for call in ast.walk(function):
        parameters = writers.get(("", called(call)), writers.get((module, called(call))))
        if isinstance(call, ast.Call) and parameters is not None:
            found += [keyword.value for keyword in call.keywords if keyword.arg in SAYS]
            found += [value for name, value in zip(parameters, call.args, strict=False) if name in SAYS]
    return found


def found_in(trees: dict[str, ast.Module]) -> set[str]:
    """The functions that give the log what somebody typed."""
    writers = writers_of(trees)
    functions = [(module, node) for module, tree in trees.items() for node in ast.walk(tree)]
    return {
        f"{module}:{node.name}"
        for module, node in functions
        if isinstance(node, ast.FunctionDef)
        if (values := said(node, module, writers)) and any(holds(value, typed(node)) for value in values)
    }


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    files = [file for room in ROOMS for file in (ROOT / room).rglob("*.py") if "migrations" not in file.parts]
    return {".".join(file.relative_to(ROOT).with_suffix("").parts): ast.parse(file.read_text()) for file in files}


@pytest.mark.eis("T3", "X1")
@pytest.mark.heavy("reads all our code")
def test_no_row_of_the_log_takes_what_somebody_typed(trees):
    assert found_in(trees) == set(MAY)


EXAMPLES = [
    "def stop(wat, reden: str, *, door): schrijf_over(W, [wat], door=door, melding=reden)",
    "def stop(wat, reden: str):\n kort = reden.strip()\n schrijf_over(W, [wat], melding=kort)",
    "def stop(wat, reden: str): _log(wat, f'{reden}!')\ndef _log(wat, melding): schrijf(W, melding=melding)",
    "def stop(wat, gegevens): schrijf(W, doel=gegevens.toelichting)",
    "def stop(request, form): request.logboek.bekeken(getoond={'q': form.cleaned_data['q']})",
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_is_typed_is_found(example):
    helper = "def schrijf_over(handeling, wat, *, melding=''): schrijf(handeling, melding=str(melding))\n"
    assert found_in({"een": ast.parse(helper + example)}) == {"een:stop"}


def test_what_the_system_says_itself_is_not():
    code = "def stop(wat, reden: str): schrijf(W, melding=_('gestopt'), doel=str(wat.nummer))"
    assert found_in({"een": ast.parse(code)}) == set()
