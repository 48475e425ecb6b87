"""In the list of families: how much is new in each plan since this coordinator was there (R2), by zicht (T3)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core import clock
from escalatie.actions import meld_stagnatie
from escalatie.models import Oorzaak
from gezinnen.actions import maak_gezin
from gezinsplan.models import Reactie
from gezinsplan.nieuw_per_gezin import VENSTER
from tests.gezinsplan.test_since_you_were_here import bezocht, nieuw_voor, reageer
from tests.inloggen import client_van

pytestmark = pytest.mark.django_db


def rijen(wie):
    """The number of new things per family, as the page shows them."""
    antwoord = client_van(wie).get(reverse("gezinsplan:gezinnen"))
    return {rij["gezin"].naam: rij["nieuw"] for rij in antwoord.context["rijen"]}


@pytest.fixture
def belt(voorbeeld):
    afspraak = voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.activeer()
    Reactie.objects.all().delete()
    return afspraak


@pytest.mark.eis("R2")
def test_as_much_as_the_plan_itself_says(voorbeeld, belt):
    cast = voorbeeld.cast
    bezocht(cast.coordinator, cast.gezin, timedelta(days=1))
    reageer(voorbeeld, belt, cast.mentor, 2)
    reageer(voorbeeld, belt, cast.coordinator)
    meld_stagnatie(
        cast.gezin, door=cast.moeder, nu=clock.now(), oorzaak=Oorzaak.WACHTLIJST, toelichting="Het duurt lang",
        doel=voorbeeld.doel,
    )  # fmt: skip
    aantal = len(nieuw_voor(voorbeeld, cast.coordinator))
    assert aantal >= 4
    assert rijen(cast.coordinator) == {"De Wit": aantal}
    assert f"{aantal} nieuw" in client_van(cast.coordinator).get(reverse("gezinsplan:gezinnen")).content.decode()


@pytest.mark.eis("R2")
def test_who_has_read_the_plan_finds_nothing_new(voorbeeld, belt):
    cast = voorbeeld.cast
    bezocht(cast.coordinator, cast.gezin, timedelta(days=1))
    reageer(voorbeeld, belt, cast.mentor)
    assert rijen(cast.coordinator)["De Wit"] > 0
    Reactie.objects.update(op=timezone.now() - timedelta(hours=1))
    klant = client_van(cast.coordinator)
    klant.get(reverse("gezinsplan:plan", args=[cast.gezin.pk]))
    assert rijen(cast.coordinator) == {"De Wit": 0}
    assert "nieuw</span>" not in klant.get(reverse("gezinsplan:gezinnen")).content.decode()


@pytest.mark.eis("R2")
def test_before_the_first_visit_nothing_is_new_nor_after_a_long_time(voorbeeld, belt):
    cast = voorbeeld.cast
    reageer(voorbeeld, belt, cast.mentor)
    bezocht(cast.mentor, cast.gezin, timedelta(days=1))
    assert rijen(cast.coordinator) == {"De Wit": 0}
    bezocht(cast.coordinator, cast.gezin, VENSTER + timedelta(days=1))
    assert rijen(cast.coordinator) == {"De Wit": 0}


@pytest.mark.eis("T3")
def test_who_doesnt_see_the_whole_plan_gets_no_number(voorbeeld, belt):
    cast = voorbeeld.cast
    bezocht(cast.behandelaar, cast.gezin, timedelta(days=1))
    reageer(voorbeeld, belt, cast.coordinator)
    assert rijen(cast.behandelaar) == {"De Wit": 0}


@pytest.mark.eis("R2")
def test_one_question_more_for_however_many_families(voorbeeld, belt):
    cast = voorbeeld.cast
    klant = client_van(cast.coordinator)
    adres = reverse("gezinsplan:gezinnen")

    def vragen():
        with CaptureQueriesContext(connection) as gesteld:
            klant.get(adres)
        return len(gesteld)

    klant.get(adres)
    zonder = vragen()
    bezocht(cast.coordinator, cast.gezin, timedelta(days=1))
    een = vragen()
    for naam in ("Bos", "Kok", "Visser"):
        gezin = maak_gezin(
            naam, cast.gemeente, cast.coordinator, cast.maatschappelijk_werk, nu=cast.nu, door=cast.coordinator
        )
        bezocht(cast.coordinator, gezin, timedelta(days=1))
    assert vragen() == een <= zonder + 1
