"""Who hands out a login code could sign with it: until its owner confirms, what is signed says so (I8, X2, T1)."""

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
from allauth.account.signals import password_reset
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from berichten.models import Bericht
from berichten.selectie import inbox
from core import clock
from core.errors import RuleError
from gezinnen.actions import wijzig_contact
from instanties.actions import (
    begin_opnieuw,
    bevestig_wegen,
    controleer_uitnodiging,
    los_uitnodiging_in,
    nodig_uit,
    weg_naar_account,
)
from instanties.models import Weg, Wegsoort
from logboek.models import Logregel
from tests.afwezig import is_weg
from tests.cast import WACHTWOORD as EIGEN
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


def _klopt(tafel, wachtwoord=WACHTWOORD):
    """Log in by the door with a password, and say that it is all right; the page that was read there."""
    client, moeder = Client(), tafel.cast.moeder
    client.post(reverse("account_login"), {"login": moeder.inlognaam, "password": wachtwoord})
    pagina = client.get(reverse("instanties:toegang")).content.decode()
    client.post(reverse("instanties:toegang_klopt"))
    return pagina


def test_a_day_later_the_password_that_came_with_the_code_confirms_nothing(tafel):
    """Whoever handed out the code could have chosen it: the evidence says no more than its proof."""
    regel = tafel.school_over_sanne()
    _met_nieuwe_code(tafel)
    hand = _tekent_zelf(tafel, regel)
    tafel.cast.moeder.uitnodigingen.update(gebruikt_op=clock.now() - timedelta(days=2))
    Weg.objects.update(op=clock.now() - timedelta(days=3))
    pagina = _klopt(tafel)
    assert "Ja, dit klopt allemaal" not in pagina
    assert "Vertel het aan iemand van een instelling die meehelpt" in pagina
    assert Handtekening.objects.get(pk=hand.pk).is_na_code
    # Nor does what was made in the account afterwards, by whoever sits there.
    Weg.objects.create(gebruiker=tafel.cast.moeder, soort="wachtwoord", op=clock.now(), door=tafel.cast.moeder)
    _klopt(tafel)
    assert Handtekening.objects.get(pk=hand.pk).is_na_code


def test_with_the_password_that_she_had_before_she_confirms_and_it_stands_as_hers(tafel):
    moeder = tafel.cast.moeder
    wijzig_contact(
        tafel.cast.moeder_in_gezin, email="x@voorbeeld.example", telefoon="", nu=tafel.nu, door=tafel.cast.coordinator
    )
    moeder.refresh_from_db()
    hand = _tekent_zelf(tafel, tafel.school_over_sanne())
    _klopt(tafel, EIGEN)
    assert Handtekening.objects.get(pk=hand.pk).is_na_code, "not before a day has passed"
    Weg.objects.update(op=clock.now() - timedelta(hours=25))
    assert "Ja, dit klopt allemaal" in _klopt(tafel, EIGEN)
    assert not Handtekening.objects.get(pk=hand.pk).is_na_code


def test_the_session_that_the_code_began_confirms_nothing(tafel):
    code = _code(tafel)
    client = Client()
    client.post(reverse("instanties:welkom"), {"naam": tafel.cast.moeder.naam, "code": code})
    client.post(reverse("instanties:welkom_wachtwoord"), {"wachtwoord": WACHTWOORD, "nog_eens": WACHTWOORD})
    tafel.cast.moeder.uitnodigingen.update(gebruikt_op=clock.now() - timedelta(days=2))
    Weg.objects.update(op=clock.now() - timedelta(days=3))
    client.post(reverse("instanties:toegang_klopt"))
    assert Weg.objects.get(gebruiker=tafel.cast.moeder).bevestigd_op is None


@pytest.mark.parametrize("van_haar", [True, False])
def test_a_mailed_link_proves_her_where_she_gave_that_address_and_it_was_found_right_before(tafel, van_haar):
    moeder, nu = tafel.cast.moeder, clock.now()
    wie = moeder if van_haar else tafel.cast.coordinator
    Weg.objects.create(
        gebruiker=moeder, soort="adres", op=nu - timedelta(days=9), door=wie, bevestigd_op=nu - timedelta(days=8),
        bevestigd_door=moeder,
    )  # fmt: skip
    _met_nieuwe_code(tafel)
    code = Weg.objects.filter(gebruiker=moeder, soort="code")
    moeder.uitnodigingen.update(gebruikt_op=nu - timedelta(days=2))
    code.update(op=nu - timedelta(days=3))
    password_reset.send(type(moeder), request=SimpleNamespace(session=SimpleNamespace(session_key="deze")), user=moeder)
    _klopt(tafel)
    assert (code.get().bevestigd_op is not None) == van_haar


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
    assert Bericht.objects.filter(soort="weg_bevestigd", ontvanger=tafel.cast.moeder, spoed=True).exists()
    bericht = next(rij for rij in inbox(tafel.cast.moeder).rijen if "dat zei u zelf" in rij.tekst)
    assert str(tafel.cast.behandelaar) in bericht.tekst
    assert "Klopt dit niet?" in bericht.tekst
    assert "dat zei u zelf" in client_van(tafel.cast.moeder).get(reverse("instanties:toegang")).text


def test_not_an_account_that_who_made_the_code_was_just_let_into(tafel):
    """One person may sit behind both."""
    _tekent_zelf_na_code(tafel)
    weg_naar_account(tafel.cast.behandelaar, Wegsoort.ADRES, nu=clock.now(), door=tafel.cast.coordinator)
    assert _hoort_het(tafel, tafel.cast.behandelaar)[1] is None


def test_a_password_of_after_the_code_confirms_nothing_where_she_once_chose_one_herself(tafel):
    moeder, nu = tafel.cast.moeder, clock.now()
    Weg.objects.create(
        gebruiker=moeder, soort="wachtwoord", op=nu - timedelta(days=90), door=moeder, bevestigd_op=nu - timedelta(days=80),
        bevestigd_door=moeder,
    )  # fmt: skip
    _tekent_zelf_na_code(tafel)
    moeder.uitnodigingen.update(gebruikt_op=nu - timedelta(days=2))
    Weg.objects.filter(soort="code").update(op=nu - timedelta(days=3))
    assert "Ja, dit klopt allemaal" not in _klopt(tafel)
    assert Weg.objects.get(gebruiker=moeder, soort="code").bevestigd_op is None


@pytest.mark.parametrize("ouder", [True, False])
def test_of_two_means_the_oldest_counts(tafel, ouder):
    """Her passkey of before shows who she is, whatever password she typed besides."""
    moeder, nu = tafel.cast.moeder, clock.now()
    _tekent_zelf_na_code(tafel)
    moeder.uitnodigingen.update(gebruikt_op=nu - timedelta(days=2))
    Weg.objects.update(op=nu - timedelta(days=3))
    sleutel = Authenticator.objects.create(user=moeder, type=Authenticator.Type.WEBAUTHN, data={})
    Authenticator.objects.filter(pk=sleutel.pk).update(created_at=nu - timedelta(days=60 if ouder else 1))
    client = client_van(moeder)
    sessie = client.session
    sessie["account_authentication_methods"] = [
        {"method": "password", "at": nu.timestamp()},
        {"method": "mfa", "type": Authenticator.Type.WEBAUTHN, "id": sleutel.pk, "at": nu.timestamp()},
    ]
    sessie.save()
    assert ("Ja, dit klopt allemaal" in client.get(reverse("instanties:toegang")).text) == ouder


def test_a_session_that_shows_no_means_confirms_nothing_of_another(tafel):
    _tekent_zelf_na_code(tafel)
    moeder = tafel.cast.moeder
    moeder.uitnodigingen.update(gebruikt_op=clock.now() - timedelta(days=2))
    Weg.objects.update(op=clock.now() - timedelta(days=3))
    with pytest.raises(RuleError):
        bevestig_wegen(moeder, sinds=None, nu=clock.now())


def test_a_code_that_nobody_used_keeps_her_from_nothing(tafel):
    """Whoever has it didn't come in by it: her own new passkey is hers to confirm."""
    moeder, nu = tafel.cast.moeder, clock.now()
    _code(tafel)
    Weg.objects.update(op=nu - timedelta(days=3))
    eigen = weg_naar_account(moeder, Wegsoort.PASSKEY, nu=nu - timedelta(days=2), door=moeder)
    assert bevestig_wegen(moeder, sinds=nu - timedelta(days=2), nu=nu) == 1
    eigen.refresh_from_db()
    assert eigen.bevestigd_door == moeder


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


def test_the_notice_at_login_is_one_line_with_yes_and_whom_to_phone(tafel):
    _met_nieuwe_code(tafel)
    client = Client()
    login = {"login": tafel.cast.moeder.inlognaam, "password": WACHTWOORD}
    pagina = client.post(reverse("account_login"), login, follow=True).content.decode()
    regel = re.search(r'<div class="melding__tekst"><p>(Op .*?)</p>', pagina, re.S).group(1)
    assert "Klopt dit?" in regel
    assert f'href="{reverse("instanties:toegang")}">Ja</a>' in regel
    assert f"Nee, bel {tafel.cast.privacy_officer.naam}</a>" in regel
    assert regel.count("Op ") == 1
