"""Whoever has a name is found, compared and listed by keys of it: by every road they are those of the name that stands there."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from psycopg import sql

from core.named import HasName, fill, keys_for, kinds, stale
from core.names import person_order, title_order
from core.rooms import ROOMS
from gezinnen.actions.houden import houdt_signaal
from gezinnen.models import Deelnemer, Gezin
from instanties.models import Gebruiker, Gemeente, Instelling

pytestmark = pytest.mark.eis("I9")

ROOT = Path(__file__).parents[2]
NAMED = [model for model in apps.get_models() if issubclass(model, HasName)]
# What has a `naam` that nobody looks for, and that stands in an order of its own.
OTHER = {
    "instanties.Regio": "there is one",
    "instanties.VrijeDag": "by its date",
    "escalatie.Escalatiemodel": "the newest version counts",
    "escalatie.Modelstap": "by its number",
    "escalatie.Modelspoor": "by its number",
    "escalatie.Modelniveau": "by its number",
    "zorgcoordinatie.Signaal": "how somebody called a family: of a few that wait, none is looked for",
    "toestemming.Grondslagsoort": "a short list of laws, on one page",
}


def _own(model):
    return model.__module__.split(".")[0] in ROOMS and not hasattr(model, "pgh_tracked_model")


def test_whatever_has_a_name_keeps_its_keys():
    bare = {
        model._meta.label
        for model in apps.get_models()
        if _own(model) and model not in NAMED and any(field.name == "naam" for field in model._meta.fields)
    }
    assert bare == set(OTHER), "make it a HasName or HasTitle of core/named.py, or say here why not"
    for model in NAMED:
        names = [constraint.name for constraint in model._meta.constraints]
        assert any(name.startswith("naam_en_volgorde_van_") for name in names), (
            f"{model}: add kept() to its constraints"
        )
    events = [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]
    assert not [event for event in events if any(field.name.startswith("naam_v") for field in event._meta.fields)]


def _keys(row):
    row.refresh_from_db()
    return row.naam_sleutel, row.naam_volgorde


def _as_it_should(model, name):
    found = keys_for(model, name)
    return found["naam_sleutel"], found["naam_volgorde"]


@pytest.fixture
def row(cast, request):
    return request.param._default_manager.first()


each = pytest.mark.parametrize("row", NAMED, indirect=True, ids=lambda model: model.__name__)


@pytest.mark.django_db
@each
def test_saving_keeps_them(row):
    for name, fields in (("Ayşe de Łaz", None), ("Bo van Çelik", ["naam"]), ("Ïs", {"naam"})):
        row.naam = name
        row.save(update_fields=fields)
        assert _keys(row) == _as_it_should(type(row), name)


@pytest.mark.django_db
@each
def test_a_road_that_forgets_them_is_refused_by_the_database(row):
    rows = type(row)._default_manager.filter(pk=row.pk)
    row.naam = "Vergeten"
    for road in (
        lambda: rows.update(naam="Vergeten"),
        lambda: type(row)._default_manager.bulk_update([row], ["naam"]),
        lambda: _in_sql(row, "Vergeten"),
    ):
        with pytest.raises(IntegrityError, match="naam_en_volgorde_van_"), transaction.atomic():
            road()
    rows.update(**keys_for(type(row), "De Gewone Weg"))
    assert _keys(row) == _as_it_should(type(row), "De Gewone Weg")


def _in_sql(row, name):
    with connection.cursor() as cursor:
        statement = sql.SQL("UPDATE {} SET naam = %s WHERE id = %s").format(sql.Identifier(row._meta.db_table))
        cursor.execute(statement, [name, row.pk])


@pytest.mark.django_db
def test_many_at_once_get_them_too(cast):
    made = Gemeente.objects.bulk_create([Gemeente(naam="De Ærø"), Gemeente(naam="'t Zand")])
    assert [_keys(one) for one in made] == [_as_it_should(Gemeente, one.naam) for one in made]


@pytest.mark.django_db
def test_keys_of_another_version_of_the_letters_are_made_anew(cast):
    """A library that reads a letter otherwise: the command mends what stands there, and touches nothing else."""
    assert [list(stale(model, order)) for model, order in kinds()] == [[]] * len(NAMED)
    history = apps.get_model("gezinnen.DeelnemerEvent").objects
    before = history.count()
    Deelnemer.objects.filter(pk=cast.moeder_in_gezin.pk).update(naam_sleutel="oud")
    Instelling.objects.filter(pk=cast.school.pk).update(naam_sleutel="")
    call_command("naamsleutels", verbosity=0)
    assert _keys(cast.moeder_in_gezin) == _as_it_should(Deelnemer, cast.moeder_in_gezin.naam)
    assert _keys(cast.school) == _as_it_should(Instelling, cast.school.naam)
    assert fill(Gebruiker, person_order) == fill(Gezin, title_order) == 0
    assert history.count() == before > 0


@pytest.mark.django_db
def test_the_database_lists_by_the_letters_of_the_key_and_not_of_the_machine(cast):
    """In another collation Z would come after a, and an accent or capital decide."""
    Gezin.objects.bulk_create(
        [
            Gezin(naam=name, gemeente=cast.gemeente, gemaakt_op=cast.nu)
            for name in ("zonneveld", "De Zoete", "Ábel", "abeln", "Van den Berg", "bergen", "Vries", "de Vries")
        ]
    )
    keys = list(Gezin.objects.values_list("naam_volgorde", flat=True))
    assert all(one.encode() <= other.encode() for one, other in pairwise(keys))
    made = Gezin.objects.exclude(pk__in=[cast.gezin.pk, cast.ander_gezin.pk])
    for gezin in made:
        houdt_signaal(gezin, cast.collega, cast.maatschappelijk_werk, nu=cast.nu)
    names = [name for name in Gezin.objects.values_list("naam", flat=True) if name not in ("De Wit", "Ait")]
    assert names == ["Ábel", "abeln", "Van den Berg", "bergen", "Vries", "de Vries", "De Zoete", "zonneveld"]


def test_nothing_lists_or_compares_by_the_bare_name():
    """In a room: order by naam_volgorde, look for a name with `holds`, compare it with `same` (core/named.py).

    What is sorted in Python, by naam_volgorde too, or where there is only a text by `person_order` or `title_order`.
    """
    by_name = re.compile(
        r"""order_by\([^)]*["']-?(?:\w+__)?naam["']|\bnaam__(?:i?contains|i?exact|i?startswith)\b"""
        r"|key=lambda[^:]*:.*(?<!order\()\b\w+(?:\[\d\])?\.naam\b"
    )
    allowed = {"toestemming/views/soorten.py"}
    found = [
        f"{file.relative_to(ROOT)}:{number}"
        for room in ROOMS
        for file in (ROOT / room).rglob("*.py")
        if "migrations" not in file.parts and str(file.relative_to(ROOT)) not in allowed
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if by_name.search(line)
    ]
    assert found == []
    for model in NAMED:
        assert "naam" not in model._meta.ordering
