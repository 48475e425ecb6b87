"""Only the actions of a room write to the database: what Django writes with is called nowhere else, but for those below."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
ROOMS = sorted({file.parent.name for file in ROOT.glob("*/apps.py")} | {"config"})
# What only models, querysets, managers and forms have; `insert_rows` is our own insert, the last two are guardian's.
WRITES = re.compile(
    r"a?(save|delete|create|bulk_create|bulk_update|get_or_create|update_or_create)|_raw_delete|save_m2m"
    r"|insert_rows|assign_perm|remove_perm"
)
# What sets and dictionaries have too: a queryset is updated by names, and a relation is found by its own.
ON_A_RELATION = {"add", "remove", "set", "clear"}
SQL = re.compile(
    r"\b(INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\S+\s+SET|MERGE\s+INTO|TRUNCATE\s+\w+|COPY\s+\S+\s+FROM"
    r"|(DROP|ALTER|CREATE)\s+(OR\s+REPLACE\s+)?(TABLE|FUNCTION|SEQUENCE|INDEX|ROLE))\b"
)
# module:function → why it writes all the same.
MAY: dict[str, str] = {
    # Technique below all rooms: what it keeps is no room's.
    "core.states:Moves.move_and_save": "the move itself, for actions to call",
    "core.states:Moves.move_all": "as above",
    "core.named:HasName.save": "the save of a row with a name, for actions to call",
    "core.named:fill": "keys of names after a migration or an upgrade: nothing that anybody typed",
    "core.rows:insert_rows": "the insert itself, for actions to call",
    "core.idempotency:_claim": "a form that is sent twice is told apart before any action begins",
    "core.idempotency:once.wrapped": "as above: where the first one led to",
    "core.idempotency:clear": "as above: the keys that nobody needs any more",
    "core.clock_home:must_wait": "a clock that finds itself elsewhere holds itself, before anything is asked of a room",
    "core.clock_home:hold": "as above; bewaking's action calls it and writes the log row",
    "core.clock_home:release": "as above",
    # The only modules that name guardian.
    "gezinnen.permissions:herzie_verleningen": "grants follow the roles; called by every action that changes one",
    "escalatie.permissions:verleen": "grants on a stagnatie, for actions to call",
    "escalatie.permissions:neem_terug": "as above",
    "escalatie.permissions:neem_terug_van": "as above",
    # Technique about itself: a mark of the key, sessions that are past, and what the database refuses.
    "core.key_mark:note_first": "of which key this database is, before any room is asked anything",
    "core.key_mark:accept": "as above: instanties' action calls it and writes the log row",
    "core.session_upkeep:clear": "sessions that are past, and what waited in them",
    "core.session_upkeep:_clean": "as above",
    "core.hardening:": "functions and rights of the database, by its owner, after a migration",
    "core.hardening:_statements": "as above",
    # Where another's code calls us.
    "instanties.models.organisaties:GebruikerManager.create_user": "Django's own contract for a model of users",
    "instanties.inloggen_urls:nieuwe_sleutel.omhuld": "allauth's list of sessions follows the session's new key",
    "instanties.sessies:Sessies.form_valid": "allauth's form ends the sessions that were chosen",
    # By the owner of the database only, from a command: the app has no right to.
    "logboek.bewaren:_verwijder": "a month of the logboek whose time is over",
    "logboek.management.commands.logboek_hervat:Command.handle": "the numbering goes on after a copy was put back",
    # The practice environment.
    "oefenomgeving.klok:zet": "the clock of practice, as a clock is set: outside every action",
    "oefenomgeving.post:OefenpostBackend.send_messages": "a mail backend of Django; a mail is kept instead of sent",
}


def relations() -> set[str]:
    """Give the names under which our models reach many others: only those can be added to and cleared."""
    ours = [model for model in apps.get_models() if model.__module__.split(".")[0] in ROOMS]
    fields = [field for model in ours for field in model._meta.get_fields() if field.one_to_many or field.many_to_many]
    return {field.get_accessor_name() if field.auto_created else field.name for field in fields}  # type: ignore[union-attr]


def is_write(node: ast.AST, related: set[str]) -> bool:
    """Say whether this piece of code writes to the database."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and bool(SQL.search(node.value))
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in ("update", "aupdate"):
        return bool(node.keywords)
    if name in ON_A_RELATION and isinstance(node.func, ast.Attribute):
        return isinstance(node.func.value, ast.Attribute) and node.func.value.attr in related
    return bool(WRITES.fullmatch(name))


def writes_in(source: str, related: set[str]) -> Iterator[str]:
    """Give the function (or class, or "") of each piece of this module that writes."""

    def walk(node: ast.AST, inside: str) -> Iterator[str]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                yield from walk(child, f"{inside}.{child.name}".lstrip("."))
            elif isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                continue  # a docstring
            else:
                if is_write(child, related):
                    yield inside
                yield from walk(child, inside)

    return walk(ast.parse(source), "")


@cache
def writers() -> set[str]:
    """Give all that writes outside actions and migrations, as module:function."""
    related = relations()
    found = set()
    for file in (file for room in ROOMS for file in (ROOT / room).rglob("*.py")):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
        if not {"actions", "migrations"} & set(module.split(".")):
            found |= {f"{module}:{function}" for function in writes_in(file.read_text(), related)}
    return found


@pytest.mark.heavy("reads all code of all rooms")
def test_only_actions_write() -> None:
    assert sorted(writers() - set(MAY)) == [], "write in an action, or say in MAY why not"


@pytest.mark.heavy("as above, when it runs alone")
def test_no_exception_is_stale() -> None:
    assert sorted(set(MAY) - writers()) == []
    assert all(MAY.values())


@pytest.mark.parametrize(
    "code",
    [
        "rij.save()",
        "Doel.objects.create(tekst='')",
        "Doel.objects.filter(pk=1).update(tekst='')",
        "Doel.objects.filter(pk=1).delete()",
        "await Doel.objects.acreate(tekst='')",
        "Doel.objects.bulk_update(rijen, ['tekst'])",
        "afspraak.uitvoerders.add(wie)",
        "gezin.deelnemers.clear()",
        "insert_rows(Doel, [{}])",
        "cursor.execute('UPDATE gezinsplan_doel SET tekst = %s')",
        "cursor.execute(f'DELETE FROM {tabel}')",
        "cursor.execute('TRUNCATE gezinsplan_doel')",
        "OPDRACHT = 'INSERT INTO gezinsplan_doel VALUES (1)'",
    ],
)
def test_what_writes_is_seen(code: str) -> None:
    assert list(writes_in(f"async def daad():\n    {code}\n", relations())) == ["daad"]


@pytest.mark.parametrize(
    "code",
    [
        "gevonden.add(wie)",
        "keuzes.update(meer)",
        "Doel.objects.filter(pk=1).exists()",
        "cursor.execute('SELECT tekst FROM gezinsplan_doel FOR UPDATE')",
        '"""UPDATE gezinsplan_doel SET tekst: in words only."""',
    ],
)
def test_what_only_reads_is_left_alone(code: str) -> None:
    assert list(writes_in(f"def vraag():\n    {code}\n", relations())) == []
