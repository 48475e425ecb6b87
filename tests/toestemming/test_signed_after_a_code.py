"""Who hands out a login code could sign with it: until its owner confirms, what is signed says so (I8, X2, T1)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from core import clock
from core.errors import RuleError
from gezinnen.actions import wijzig_contact
from instanties.actions import begin_opnieuw, bevestig_wegen, controleer_uitnodiging, los_uitnodiging_in, nodig_uit
from instanties.models import Weg
from logboek.models import Logregel
from tests.afwezig import is_weg
from tests.inloggen import client_van
from toestemming import actions
from toestemming.models import Handtekening, Vorm

pytestmark = [pytest.mark.django_db, pytest.mark.eis("I8", "T1")]
WACHTWOORD = "weer een lang wachtwoord"


def _code(tafel):
    moeder = tafel.cast.moeder
    begin_opnieuw(moeder, nu=tafel.nu, door=tafel.cast.coordinator)
    return nodig_uit(moeder, tafel.cast.coordinator, tafel.nu)


def _met_nieuwe_code(tafel):
    code = _code(tafel)
    los_uitnodiging_in(controleer_uitnodiging(tafel.cast.moeder.naam, code, nu=tafel.nu), WACHTWOORD, nu=tafel.nu)
    tafel.cast.moeder.refresh_from_db()


def _tekent_zelf(tafel, regel):
    actions.teken(
        tafel.cast.moeder_in_gezin, {regel.pk: "ja"}, vorm=Vorm.DIGITAAL, gegeven_op=tafel.vandaag, nu=tafel.nu,
        door=tafel.cast.moeder,
    )  # fmt: skip
    return Handtekening.objects.get(toestemming=regel, ondertekenaar=tafel.cast.moeder_in_gezin, tot__isnull=True)


@pytest.mark.parametrize("dagen", [0, 6, 30])
def test_until_she_confirms_the_evidence_and_the_logboek_say_so(tafel, dagen):
    regel = tafel.school_over_sanne()
    _met_nieuwe_code(tafel)
    tafel.nu += timedelta(days=dagen)
    hand = _tekent_zelf(tafel, regel)
    assert "inlogcode van N. Bakker" in hand.bewijs
    assert hand.is_na_code
    assert Logregel.objects.filter(melding__contains="inlogcode van N. Bakker").exists()
    pagina = client_van(tafel.cast.coordinator).get(reverse("toestemming:toestemming", args=[tafel.cast.gezin.pk]))
    assert "na een nieuwe code" in pagina.content.decode()


def test_a_day_later_she_confirms_and_it_stands_as_hers(tafel):
    regel = tafel.school_over_sanne()
    _met_nieuwe_code(tafel)
    hand = _tekent_zelf(tafel, regel)
    with pytest.raises(RuleError):
        bevestig_wegen(tafel.cast.moeder, nu=tafel.nu + timedelta(hours=23))
    bevestig_wegen(tafel.cast.moeder, nu=tafel.nu + timedelta(hours=25))
    hand.refresh_from_db()
    assert not hand.is_na_code
    tafel.nu += timedelta(hours=26)
    assert not _tekent_zelf(tafel, regel).is_na_code


def test_the_session_that_the_code_began_confirms_nothing(tafel):
    code = _code(tafel)
    client = Client()
    client.post(reverse("instanties:welkom"), {"naam": tafel.cast.moeder.naam, "code": code})
    client.post(reverse("instanties:welkom_wachtwoord"), {"wachtwoord": WACHTWOORD, "nog_eens": WACHTWOORD})
    tafel.cast.moeder.uitnodigingen.update(gebruikt_op=clock.now() - timedelta(days=2))
    client.post(reverse("instanties:toegang_klopt"))
    assert Weg.objects.get(gebruiker=tafel.cast.moeder).bevestigd_op is None
    tafel.cast.moeder.refresh_from_db()
    client_van(tafel.cast.moeder).post(reverse("instanties:toegang_klopt"))
    assert Weg.objects.get(gebruiker=tafel.cast.moeder).bevestigd_op is not None


def _hoort_het(tafel, wie):
    weg = Weg.objects.get(gebruiker=tafel.cast.moeder)
    waar = reverse("toestemming:hoorde_bevestiging", args=[tafel.cast.gezin.pk, weg.pk])
    return client_van(wie).post(waar).status_code, Weg.objects.get(pk=weg.pk).bevestigd_door


def test_a_second_professional_hears_her_say_so(tafel):
    _tekent_zelf_na_code(tafel)
    plan = (
        client_van(tafel.cast.behandelaar).get(reverse("gezinsplan:plan", args=[tafel.cast.gezin.pk])).content.decode()
    )
    assert f"Tekende {tafel.cast.moeder.naam} zelf?" in plan
    assert _hoort_het(tafel, tafel.cast.behandelaar) == (302, tafel.cast.behandelaar)


@pytest.mark.parametrize("wie", ["coordinator", "moeder", "vader", "buitenstaander", "manager"])
def test_nobody_else_hears_it(tafel, wie):
    _tekent_zelf_na_code(tafel)
    status, door = _hoort_het(tafel, getattr(tafel.cast, wie))
    assert (status in (403, 404), door) == (True, None)


def test_nor_does_who_stands_in_for_the_coordinator(tafel):
    _tekent_zelf_na_code(tafel)
    is_weg(tafel.cast.coordinator, vervanger=tafel.cast.collega)
    assert _hoort_het(tafel, tafel.cast.collega)[1] is None


def _tekent_zelf_na_code(tafel):
    regel = tafel.school_over_sanne()
    _met_nieuwe_code(tafel)
    _tekent_zelf(tafel, regel)


def test_who_came_in_by_herself_signs_as_ever(tafel):
    hand = _tekent_zelf(tafel, tafel.school_over_sanne())
    assert (hand.bewijs, hand.is_na_code) == ("", False)


def test_nor_is_it_hers_alone_after_somebody_changed_her_address(tafel):
    regel = tafel.school_over_sanne()
    wijzig_contact(
        tafel.cast.moeder_in_gezin, email="x@voorbeeld.example", telefoon="", nu=tafel.nu, door=tafel.cast.coordinator
    )
    tafel.cast.moeder.refresh_from_db()
    assert _tekent_zelf(tafel, regel).is_na_code
    assert "een ander e-mailadres van N. Bakker" in _tekent_zelf(tafel, regel).bewijs
