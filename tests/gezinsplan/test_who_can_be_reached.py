"""Beside the phone on the plan and on Ons plan: whether somebody can be reached today, else when again (R2, I5)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import clock
from gezinnen.models import Deelnemer, Huishouden
from instanties.models import Gebruiker, Rol, VrijeDag
from tests.afwezig import is_weg
from tests.cast import maak_professional
from tests.inloggen import client_van

pytestmark = pytest.mark.django_db

IEDER_DAG = [1, 2, 3, 4, 5, 6, 7]


@pytest.fixture
def cast(voorbeeld):
    """A running plan, in days without a holiday; of nobody the days are known yet."""
    for aantal in range(10):
        VrijeDag.objects.create(datum=clock.today() + timedelta(days=aantal), naam="Gewoon", vrij=False)
    Gebruiker.objects.update(werkdagen=[])
    Deelnemer.objects.update(bereikbaar=[])
    voorbeeld.afspraak("De school belt", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.activeer()
    return voorbeeld.cast


def werkt(wie, *dagen):
    Gebruiker.objects.filter(pk=wie.pk).update(werkdagen=list(dagen))


def bladen(cast):
    """The plan as the coordinator reads it, and Ons plan as mother does."""
    lezers = ((cast.coordinator, "gezinsplan:plan"), (cast.moeder, "gezinsplan:ons_plan_gezin"))
    adressen = [(wie, reverse(naam, args=[cast.gezin.pk])) for wie, naam in lezers]
    return [" ".join(client_van(wie).get(adres).content.decode().split()) for wie, adres in adressen]


@pytest.mark.eis("R2", "I5")
def test_who_works_today_can_be_reached_today(cast):
    werkt(cast.coordinator, *IEDER_DAG)
    for blad in bladen(cast):
        assert "vandaag te bereiken" in blad
        assert "weer te bereiken" not in blad


@pytest.mark.eis("R2")
def test_who_does_not_is_there_again_on_a_day_that_is_named(cast):
    dag = clock.today() + timedelta(days=1)
    werkt(cast.coordinator, dag.isoweekday())
    for blad in bladen(cast):
        assert "morgen weer te bereiken" in blad
        assert "vandaag te bereiken" not in blad


@pytest.mark.eis("R2", "E7")
def test_a_free_day_counts_for_who_works_and_not_for_oma(cast):
    VrijeDag.objects.filter(datum=clock.today()).update(vrij=True)
    werkt(cast.coordinator, *IEDER_DAG)
    for blad in bladen(cast):
        assert "vandaag te bereiken" not in blad
    Deelnemer.objects.filter(pk=cast.oma.pk).update(bereikbaar=IEDER_DAG, telefoon="06-00000055")
    for blad in bladen(cast):
        assert blad.count("vandaag te bereiken") == 1


@pytest.mark.eis("I5")
def test_of_whom_nothing_is_known_nothing_is_said(cast):
    for blad in bladen(cast):
        assert "te bereiken" not in blad


@pytest.mark.eis("I6")
def test_who_is_away_is_not_there_today_and_the_substitute_is_named_with_phone(cast):
    werkt(cast.mentor, *IEDER_DAG)
    invaller = maak_professional("B. School", Rol.HULPVERLENER, "06-00000088", instelling=cast.school)
    is_weg(cast.mentor, invaller, dagen=2)
    for blad in bladen(cast):
        assert "vandaag te bereiken" not in blad
        assert "B. School" in blad and 'href="tel:0600000088"' in blad


@pytest.mark.eis("G16")
def test_a_secret_number_is_not_on_the_plan(cast):
    """Oma lives at a secret address: her phone tells of it."""
    geheim = Huishouden.objects.create(gezin=cast.gezin, naam="Bij oma", geheim_adres=True)
    Deelnemer.objects.filter(pk=cast.oma.pk).update(huishouden=geheim, telefoon="06-00000055", bereikbaar=IEDER_DAG)
    van_coordinator, van_moeder = bladen(cast)
    assert "0600000055" in van_coordinator
    assert "0600000055" not in van_moeder


@pytest.mark.eis("R2")
def test_queries_do_not_grow_with_the_people(cast):
    adres = reverse("gezinsplan:plan", args=[cast.gezin.pk])
    client = client_van(cast.coordinator)
    client.get(adres)

    def vragen():
        with CaptureQueriesContext(connection) as gevraagd:
            client.get(adres)
        return len(gevraagd)

    werkt(cast.coordinator, *IEDER_DAG)
    een = vragen()
    Gebruiker.objects.update(werkdagen=IEDER_DAG)
    assert vragen() == een
