"""What every page asks of its reader comes with that person in one question, and is asked anew at each request (I6, T3)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from berichten.actions import markeer_gelezen, meld
from berichten.models import Bericht
from berichten.selectie import aantal_ongelezen
from core import clock, memo
from instanties import lezer
from instanties.actions import beeindig_functie, geef_functie, leg_gemeente_vast
from instanties.models import Functie, Rol
from instanties.permissions import ambtenaar_van, leidt
from instanties.selectie import functies_van
from instanties.vervanging import namens
from tests.afwezig import is_weg
from tests.inloggen import client_van

pytestmark = [pytest.mark.eis("I6"), pytest.mark.django_db]


def test_one_question_gives_functions_absence_and_notices(cast):
    is_weg(cast.collega, cast.coordinator)
    meld("herinnering", cast.coordinator, sleutel="vraag:1", nu=cast.nu)
    eerst = (functies_van(cast.coordinator), namens(cast.coordinator), aantal_ongelezen(cast.coordinator))
    assert eerst[0] and eerst[1] and eerst[2] > 0
    with memo.while_asking():
        with CaptureQueriesContext(connection) as vragen:
            gevonden = lezer.lees(cast.coordinator.pk)
            assert functies_van(gevonden) == eerst[0]
            assert functies_van(gevonden)[0].instelling == cast.maatschappelijk_werk
            assert aantal_ongelezen(gevonden) == eerst[2]
        assert len(vragen) == 1
        assert namens(gevonden) == eerst[1]


def test_who_is_nobody_is_not_found(cast):
    with memo.while_asking():
        assert lezer.lees(cast.gezin.pk) is None


def test_each_request_asks_anew(cast):
    browser = client_van(cast.coordinator)
    meld("herinnering", cast.coordinator, sleutel="vraag:1", nu=cast.nu)
    aantal = Bericht.objects.van(cast.coordinator).ongelezen().count()
    mijn_werk = reverse("werklijst:mijn_werk")
    assert _teller(browser.get(mijn_werk)) == aantal > 0
    markeer_gelezen(cast.coordinator, list(Bericht.objects.values_list("pk", flat=True)), clock.now())
    assert _teller(browser.get(mijn_werk)) == 0


def test_a_function_that_ended_opens_nothing_at_the_next_request(cast):
    browser = client_van(cast.beheerder)
    beheer = reverse("instanties:beheer")
    assert browser.get(beheer).status_code == 200
    Functie.objects.filter(gebruiker=cast.beheerder).update(beeindigd_op=clock.now() - timedelta(minutes=1))
    assert browser.get(beheer).status_code == 403


@pytest.mark.eis("T3")
def test_a_function_that_ended_is_forgotten_in_the_same_request(cast):
    [functie] = [een for een in functies_van(cast.bestuurder) if een.rol == Rol.BESTUURDER]
    with memo.while_asking():
        assert leidt(cast.bestuurder) == {cast.maatschappelijk_werk.pk}
        beeindig_functie(functie, nu=cast.nu, door=cast.beheerder)
        assert leidt(cast.bestuurder) == set()


@pytest.mark.eis("E5")
def test_who_is_named_for_a_gemeente_keeps_its_step_until_another_is_named(cast):
    assert ambtenaar_van(cast.ambtenaar) == ambtenaar_van(cast.vervanger) == {cast.gemeente.pk}
    geef_functie(cast.collega, Rol.GEMEENTEAMBTENAAR, gemeente=cast.gemeente, door=None)
    with memo.while_asking():
        assert ambtenaar_van(cast.collega) == set()
        leg_gemeente_vast(cast.gemeente, door=cast.beheerder, ambtenaar=cast.collega)
        assert ambtenaar_van(cast.collega) == {cast.gemeente.pk}
        assert ambtenaar_van(cast.ambtenaar) == set()


def _teller(antwoord):
    return next(
        ingang["number"] for ingang in antwoord.context["navigation"] if ingang["url"] == reverse("werklijst:berichten")
    )
