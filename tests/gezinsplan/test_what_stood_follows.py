"""What stood in a plan before parts followed their goal, follows where nobody ever set it apart (T3, X1)."""

import uuid
from importlib import import_module

import pytest
from django.db import connections

VUL = import_module("gezinsplan.migrations.0013_wat_er_stond_volgt").VUL
DOEL, VADER, SANNE = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
# The tables as they were: what the migration reads and writes of them, and no trigger.
ZO = "leefgebieden varchar[] NOT NULL, over_wie uuid[] NOT NULL"
TABELLEN = f"""
    CREATE SCHEMA proef; SET LOCAL search_path = proef;
    CREATE TABLE gezinsplan_doel (id uuid, hoofddoel_id uuid, apart bool NOT NULL DEFAULT false, {ZO});
    CREATE TABLE gezinsplan_afspraak (id uuid, doel_id uuid, apart bool NOT NULL DEFAULT false, {ZO});
    CREATE TABLE gezinsplan_doelevent (pgh_id serial, pgh_created_at int, pgh_obj_id uuid, hoofddoel_id uuid, {ZO});
    CREATE TABLE gezinsplan_afspraakevent (pgh_id serial, pgh_created_at int, pgh_obj_id uuid, doel_id uuid, {ZO});
    CREATE TABLE toestemming_deelkeuze (onderdeel uuid, tot timestamptz);
"""


class Toen:
    """A plan in which rows were written one after another."""

    def __init__(self, cursor):
        self.cursor, self.tijd = cursor, 0

    def schrijf(self, tabel, boven, pk, gebieden, wie, boven_pk):
        self.tijd += 1
        rij = {"pk": pk, "boven": boven_pk, "g": gebieden, "w": wie, "op": self.tijd}
        self.cursor.execute(f"DELETE FROM {tabel} WHERE id = %(pk)s", rij)  # noqa: S608 - our own names
        self.cursor.execute(
            f"INSERT INTO {tabel} (id, {boven}, leefgebieden, over_wie)"  # noqa: S608
            " VALUES (%(pk)s, %(boven)s, %(g)s, %(w)s)",
            rij,
        )
        self.cursor.execute(
            f"INSERT INTO {tabel}event (pgh_created_at, pgh_obj_id, {boven}, leefgebieden, over_wie)"  # noqa: S608
            " VALUES (%(op)s, %(pk)s, %(boven)s, %(g)s, %(w)s)",
            rij,
        )

    def doel(self, gebieden, *wie, pk=DOEL, boven=None):
        self.schrijf("gezinsplan_doel", "hoofddoel_id", pk, gebieden, list(wie), boven)
        return pk

    def afspraak(self, gebieden, *wie, pk=None, onder=DOEL):
        pk = pk or uuid.uuid4()
        self.schrijf("gezinsplan_afspraak", "doel_id", pk, gebieden, list(wie), onder)
        return pk

    def nu(self, pk, tabel="gezinsplan_afspraak"):
        self.cursor.execute(f"SELECT apart, leefgebieden, over_wie FROM {tabel} WHERE id = %s", [pk])  # noqa: S608
        return self.cursor.fetchone()


@pytest.fixture
def toen(db):
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute(TABELLEN)
        yield Toen(cursor)


@pytest.mark.eis("T3", "X1")
@pytest.mark.django_db(databases=["default", "eigenaar"])
def test_what_was_never_set_follows_and_what_was_set_apart_stays(toen):
    toen.doel(["wonen"])
    niets_gezegd = toen.afspraak([])
    als_toen = toen.afspraak(["wonen"])
    alleen_van_vader = toen.afspraak([], VADER)
    later_bewerkt = toen.afspraak(["wonen"])
    later_apart = toen.afspraak(["wonen"])
    voorwaarde = toen.doel([], pk=uuid.uuid4(), boven=DOEL)
    eronder = toen.afspraak([], onder=voorwaarde)
    toen.afspraak(["opvoeding"], SANNE, pk=later_apart)
    toen.doel(["psychisch"], VADER)
    # Saved again as it was shown then, with another text: nobody set it apart.
    toen.afspraak(["wonen"], pk=later_bewerkt)
    van_vader = toen.afspraak([], VADER)
    wonen = toen.afspraak(["wonen"])
    toen.cursor.execute("INSERT INTO toestemming_deelkeuze SELECT unnest(%s::uuid[])", [[als_toen, later_apart]])
    for zin in VUL:
        toen.cursor.execute(zin)
    for pk in (niets_gezegd, als_toen, later_bewerkt, eronder, van_vader):
        assert toen.nu(pk) == (False, ["psychisch"], [VADER])
    assert toen.nu(voorwaarde, "gezinsplan_doel") == (False, ["psychisch"], [VADER])
    assert toen.nu(later_apart) == (True, ["opvoeding"], [SANNE])
    assert toen.nu(wonen) == (True, ["wonen"], [])
    # Whom it is about was said, and is the goal's now.
    assert toen.nu(alleen_van_vader) == (False, ["psychisch"], [VADER])
    toen.cursor.execute("SELECT onderdeel FROM toestemming_deelkeuze WHERE tot IS NULL")
    assert toen.cursor.fetchall() == [(later_apart,)]
