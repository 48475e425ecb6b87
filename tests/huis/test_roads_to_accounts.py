"""Every function that gives somebody a way into an account tells so: it calls `weg_naar_account` (I8, X2).

Read from the code: what opens an account is known by what it is called, here, in Django and in allauth.
"""

import ast
from pathlib import Path

import pytest
from allauth.account import signals as account
from allauth.mfa import signals as mfa

from instanties.buitengesloten import WEGEN
from tests.huis.test_only_actions_write import ROOMS, ROOT

pytestmark = pytest.mark.eis("I8", "X2")
TELLS = "weg_naar_account"
# What opens: a password, a token for one, a model of which a row is a way in, a column that holds one.
CALLS = {"set_password", "make_token", "create_user", "create_superuser", "activate_totp"}
MODELS = {"Uitnodiging", "SocialAccount", "Authenticator"}
MAKES = {"create", "get_or_create", "update_or_create", "bulk_create"}
COLUMNS = {"email", "is_active", "password"}
ACCOUNT = {"Gebruiker", "gebruiker", "rij"}
# module:function → why it tells nobody all the same.
MAY = {
    "instanties.models.organisaties:GebruikerManager.create_user": "Django's own contract; nothing of ours calls it",
    "instanties.actions.mensen:beeindig_toegang": "closes",
    "instanties.actions.mensen:maak_account_ernaast": "what its owner logs in with already; that it is apart, it tells",
    "instanties.actions.uitnodigingen:los_uitnodiging_in": "the code that is used up was told when it was made",
    "instanties.wachtwoordmail:_mail": "instanties.tasks tells it of whom a link was mailed to",
}


def opens(node: ast.AST) -> bool:
    """Say whether this piece of code makes a way into an account."""
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in CALLS or name in MODELS:
            return True
        chain = {getattr(one, "id", getattr(one, "attr", "")) for one in ast.walk(node.func)}
        if name in MAKES and chain & MODELS:
            return True
        if name == "update" and "Gebruiker" in chain:
            return bool(COLUMNS & {keyword.arg for keyword in node.keywords})
        return False
    targets = node.targets if isinstance(node, ast.Assign) else []
    return any(isinstance(one, ast.Attribute) and one.attr in COLUMNS and _is_account(one.value) for one in targets)


def opens_in(function: ast.FunctionDef) -> bool:
    """Say whether this function does; where it sets columns of an account by a name that it got, any could be one."""
    if any(map(opens, ast.walk(function))):
        return True
    sets = [one for one in ast.walk(function) if isinstance(one, ast.Call) and getattr(one.func, "id", "") == "setattr"]
    named = {one.arg: one.annotation for one in function.args.args if one.annotation}
    named |= {
        one.targets[0].id: one.value
        for one in ast.walk(function)
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)
    }
    return any("id='Gebruiker'" in ast.dump(named.get(getattr(one.args[0], "id", ""), one.func)) for one in sets)


def _is_account(value: ast.AST) -> bool:
    return getattr(value, "id", "") in ACCOUNT


def roads(source: str) -> dict[str, bool]:
    """The functions of this module that make a way in, and whether each tells it."""
    found = {}

    def walk(node: ast.AST, inside: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                name = f"{inside}.{child.name}".lstrip(".")
                if isinstance(child, ast.FunctionDef) and opens_in(child):
                    calls = {getattr(one.func, "id", "") for one in ast.walk(child) if isinstance(one, ast.Call)}
                    found[name] = TELLS in calls
                walk(child, name)

    walk(ast.parse(source), "")
    return found


def modules() -> dict[str, Path]:
    rooms = [room for room in ROOMS if room != "oefenomgeving"]
    files = (file for room in rooms for file in (ROOT / room).rglob("*.py") if "migrations" not in file.parts)
    return {".".join(file.relative_to(ROOT).with_suffix("").parts): file for file in files}


def all_roads() -> dict[str, bool]:
    return {
        f"{module}:{function}": tells
        for module, file in modules().items()
        for function, tells in roads(file.read_text()).items()
    }


@pytest.mark.heavy("reads all code of all rooms")
def test_every_road_tells() -> None:
    silent = {road for road, tells in all_roads().items() if not tells}
    assert sorted(silent - set(MAY)) == [], "call weg_naar_account, or say in MAY why not"
    assert sorted(set(MAY) - silent) == [], "no exception is stale"


def test_what_allauth_does_is_heard() -> None:
    opens_ = {account.password_changed, account.password_reset, mfa.authenticator_added, mfa.authenticator_reset}
    assert set(WEGEN) == opens_
    for signal in WEGEN:
        assert signal.receivers, "heard by somebody"


@pytest.mark.parametrize(
    "code",
    [
        "def f(gebruiker):\n    gebruiker.set_password('x')",
        "def f(rij):\n    Uitnodiging.objects.create(gebruiker=rij)",
        "def f(rij):\n    SocialAccount.objects.get_or_create(user=rij)",
        "def f(rij):\n    rij.email = 'a'",
        "def f(pk):\n    Gebruiker.objects.filter(pk=pk).update(is_active=True)",
        "class K:\n    def f(self, rij: Gebruiker, velden):\n        for veld in velden:\n            setattr(rij, veld, 1)",
    ],
)
def test_it_finds_a_road_that_is_silent(code: str) -> None:
    assert set(roads(code).values()) == {False}
