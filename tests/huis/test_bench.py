"""`make bench` runs, also small. No test asserts a time: what was measured is in docs/prestaties.md."""

import re

import pytest
from django.db import connections
from django.db.models import F

from bench import gegevens, land, vragen
from core import clock
from gezinnen.models import Coordinatorschap, Gezin
from gezinsplan.models import Afspraak, Gezinsplan
from gezinsplan.planbeeld import planbeeld
from termijnen.models import Termijn
from tests.form import long_only
from toestemming import zicht

pytestmark = long_only("a page is counted by tests/routes, a tick by tests/termijnen")


@pytest.mark.eis("R2")
def test_a_small_country_is_made_and_every_index_and_key_is_back(fresh_database):
    ervoor = _regels_van_de_database()
    gegevens.maak_land(3, 5, clock.now(), lambda wat: None)
    assert _regels_van_de_database() == ervoor
    assert Gezin.objects.count() == 8
    assert Gezinsplan.objects.filter(staat="afgerond").count() == 5
    # Each has its own terms, people and grounds, and the example itself has gone.
    assert Termijn.objects.lopend().filter(soort="afspraak").count() == 30
    assert Afspraak.objects.filter(uitvoerders__gezin=F("doel__plan__gezin")).count() == 40
    assert (Coordinatorschap.objects.filter(tot=None).count(), Coordinatorschap.objects.count()) == (3, 8)
    wie = Coordinatorschap.objects.get(gezin=Gezin.objects.filter(plan__staat="actief").first())
    assert planbeeld(zicht.blik(wie.gebruiker, wie.gezin)).onderdelen


@pytest.mark.eis("R2", "E9")
def test_a_region_is_measured_page_by_page_and_through_one_midnight(fresh_database, capsys):
    assert land.main(["--plannen", "3", "--keren", "1", "--vervallen", "20", "--hoogstens", "10"], welke="regio") == 0
    getoond = capsys.readouterr().out
    assert re.search(r"\| gezinsplan:plan \| coordinator \| \d+ \| \d+ \| \d+ \|", getoond)
    assert "20 behandeld" in getoond
    assert "0 mislukt" in getoond


def test_what_is_given_up_is_said(fresh_database, capsys):
    assert land.main(["--plannen", "10000000"], welke="land") == 1
    assert "GB" in capsys.readouterr().err


@pytest.mark.eis("R2")
def test_pages_can_be_counted(fresh_database, capsys):
    assert vragen.main(["--alleen", "instanties:regio"]) == 0
    assert "| instanties:regio |" in capsys.readouterr().out


def _regels_van_de_database() -> set[tuple[str, str]]:
    """Every index and constraint that is in force."""

    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'")
        indexen = set(cursor.fetchall())
        cursor.execute(
            "SELECT conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '') FROM pg_constraint "
            "WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'c', 'f')"
        )
        return indexen | set(cursor.fetchall())
