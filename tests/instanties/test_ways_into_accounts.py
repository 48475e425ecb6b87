"""A way into an account is an alarm: its owner, and for a family the coordinator, hears of each (I8, X2)."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.core import mail
from django.test import Client
from django.urls import reverse

from berichten.actions import claim_en_verzend
from berichten.models import Bericht, MailStaat
from gezinnen.permissions import waarom_niet_uitnodigen
from instanties import selectie
from instanties.actions import (
    beeindig_toegang,
    geef_toegang_terug,
    koppel_inlogdienst,
    maak_gebruiker,
    nodig_uit,
    wijzig_gebruiker,
)
from instanties.bellen import wie_te_bellen
from instanties.inlogdienst import Inlogdienst
from instanties.models import Gebruiker, Weg
from instanties.tasks import mail_nieuw_wachtwoord
from instanties.verwoording import klopt_het_niet
from logboek.models import Logregel
from tests.afwezig import is_weg
from tests.cast import WACHTWOORD
from tests.inloggen import client_van
from tests.toegang import opnieuw

pytestmark = [pytest.mark.django_db, pytest.mark.eis("I8", "X2")]
OUD, NIEUW = "oud@voorbeeld.example", "nieuw@voorbeeld.example"


def _code(cast, wie=None, door=None):
    wie = wie or cast.moeder
    opnieuw(wie, nu=cast.nu, door=door or cast.coordinator)
    nodig_uit(wie, door or cast.coordinator, cast.nu)


def _link(cast):
    mail_nieuw_wachtwoord([str(cast.moeder.pk)])


def _adres(cast):
    wijzig_gebruiker(cast.moeder, door=cast.beheerder, nu=cast.nu, email=NIEUW)


def _passkey(cast):
    sleutel = Authenticator.objects.create(user=cast.moeder, type=Authenticator.Type.WEBAUTHN, data={})
    verzoek = SimpleNamespace(user=cast.moeder, session=SimpleNamespace(session_key="deze"))
    authenticator_added.send(Authenticator, request=verzoek, user=cast.moeder, authenticator=sleutel)


def _dienst(cast):
    dienst = Inlogdienst(
        id="thuis", naam="Inlogdienst", uitgever="https://inloggen.example", client_id="a", geheim="b",
        voor_professionals=False,
    )  # fmt: skip
    koppel_inlogdienst(cast.moeder, dienst, "1234", nu=cast.nu)


def _terug(cast):
    beeindig_toegang(cast.moeder, nu=cast.nu, door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    geef_toegang_terug(cast.moeder, nu=cast.nu, door=cast.beheerder)


@pytest.mark.parametrize("road", [_code, _link, _adres, _passkey, _dienst, _terug], ids=lambda road: road.__name__)
def test_every_road_is_told_to_the_owner_and_to_the_coordinator(cast, road):
    road(cast)
    (weg,) = Weg.objects.filter(gebruiker=cast.moeder)
    assert Bericht.objects.filter(ontvanger=cast.moeder, soort="weg_naar_account", object_id=weg.pk).exists()
    bij_coordinator = Bericht.objects.filter(ontvanger=cast.coordinator, soort="weg_van_gezin", gezin_id=cast.gezin.pk)
    # Who did it herself needn't be told; the family's log says it of her too.
    assert bij_coordinator.exists() == (weg.door_id != cast.coordinator.pk)
    assert Logregel.objects.filter(gezin_id=cast.gezin.pk, object_id=cast.moeder_in_gezin.pk).exists()
    cast.moeder.refresh_from_db()
    pagina = client_van(cast.moeder).get(reverse("instanties:toegang")).content.decode()
    assert "Klopt dit niet?" in pagina


def test_a_first_code_is_an_alarm_too(cast):
    tante = maak_gebruiker("Ans de Wit", email=OUD, is_professional=False, door=cast.coordinator)
    nodig_uit(tante, cast.coordinator, cast.nu)
    bericht = Bericht.objects.get(ontvanger=tante, soort="weg_naar_account")
    assert (bericht.mail_staat, bericht.spoed) == (MailStaat.TE_VERZENDEN, True)


def test_who_stands_in_hands_out_no_code_silently(cast):
    is_weg(cast.coordinator, vervanger=cast.collega)
    _code(cast, door=cast.collega)
    over = Bericht.objects.filter(soort="weg_van_gezin", gezin_id=cast.gezin.pk)
    assert [bericht.ontvanger for bericht in over] == [cast.coordinator], "who did it isn't told of it"
    pagina = client_van(cast.coordinator).get("/berichten/").content.decode()
    assert f"{cast.collega.naam} heeft een inlogcode gemaakt voor {cast.moeder.naam}" in pagina


def test_the_old_address_hears_and_never_learns_the_new_one(cast):
    Bericht.objects.all().delete()
    wijzig_gebruiker(cast.moeder, door=cast.beheerder, nu=cast.nu, email=OUD)
    claim_en_verzend(cast.nu)
    mail.outbox.clear()
    wijzig_gebruiker(cast.moeder, door=cast.beheerder, nu=cast.nu + timedelta(hours=1), email=NIEUW)
    claim_en_verzend(cast.nu + timedelta(hours=1))
    naar = {een.to[0]: een for een in mail.outbox if een.to[0] in (OUD, NIEUW)}
    assert set(naar) == {OUD, NIEUW}
    for een in mail.outbox:
        alles = f"{een.subject} {een.body} {een.alternatives} {een.message()}"
        assert NIEUW not in alles or een.to == [NIEUW], "only to itself"
    # What was needed to send it is gone when it was sent.
    assert not Bericht.objects.exclude(adres="").exists()


def test_a_mail_that_was_never_safe_isnt_used_and_somebody_is_asked_to_phone(cast):
    wijzig_gebruiker(cast.moeder, door=cast.moeder, nu=cast.nu, wil_mail=False)
    wijzig_gebruiker(cast.moeder, door=cast.beheerder, nu=cast.nu, email=NIEUW)
    assert not Bericht.objects.filter(ontvanger=cast.moeder, mail_staat=MailStaat.TE_VERZENDEN).exists()
    pagina = client_van(cast.coordinator).get("/berichten/").content.decode()
    assert "krijgt geen mail. Bel" in pagina


def test_the_same_address_again_is_no_road(cast):
    wijzig_gebruiker(cast.moeder, door=cast.moeder, nu=cast.nu, email=cast.moeder.email, telefoon="06-00000009")
    assert not Weg.objects.exists()


def test_each_login_says_so_until_its_owner_confirms_a_day_later(cast):
    _adres(cast)

    def log_in():
        browser = Client()
        browser.post(reverse("account_login"), {"login": cast.moeder.inlognaam, "password": WACHTWOORD})
        return browser

    for _keer in range(2):
        pagina = (client := log_in()).get("/berichten/").content.decode()
        assert "e-mailadres van uw account" in pagina.split("</main>")[0]
    client.post(reverse("instanties:toegang_klopt"))
    assert Weg.objects.get().bevestigd_op is None, "not before a day has passed"
    Weg.objects.update(op=cast.nu - timedelta(hours=25))
    client.post(reverse("instanties:toegang_klopt"))
    assert Weg.objects.get().bevestigd_door == cast.moeder


def _adres_van(cast, door):
    wijzig_gebruiker(cast.collega, door=door, nu=cast.nu, email=NIEUW)


def _terug_van(cast, door):
    beeindig_toegang(cast.collega, nu=cast.nu, door=door, ook_als_iets_blijft_liggen=True)
    geef_toegang_terug(cast.collega, nu=cast.nu, door=door)


@pytest.mark.parametrize(
    "road", [lambda cast, door: _code(cast, cast.collega, door), _adres_van, _terug_van], ids=["code", "adres", "terug"]
)
def test_who_lets_himself_in_as_somebody_who_works_here_is_heard_of_at_once(cast, road):
    """A way into an account is the giving of its rights: a beheerder could log in as a coordinator."""
    tweede = selectie.beheerders().exclude(pk=cast.beheerder.pk).get()
    road(cast, cast.beheerder)
    over = Bericht.objects.filter(soort="weg_van_werker").select_related("ontvanger")
    assert {een.ontvanger for een in over} >= {tweede, cast.privacy_officer}
    assert not {een.ontvanger for een in over} & {cast.beheerder, cast.collega, cast.manager, cast.bestuurder_school}
    # Who is let in again gets the roles anew, each by a second person of the instelling.
    van_daar = set() if road is _terug_van else {cast.teamleider, cast.bestuurder}
    assert {een.ontvanger for een in over} & {cast.teamleider, cast.bestuurder} == van_daar
    assert all(een.spoed for een in over)
    for wie in (tweede, *van_daar):
        pagina = client_van(wie).get("/berichten/").content.decode()
        assert f"Bel {cast.collega.naam} meteen" in pagina
        assert f"{cast.beheerder.naam} heeft " in pagina


def test_a_way_of_ones_own_or_of_a_family_is_nothing_for_the_leiding(cast):
    wijzig_gebruiker(cast.collega, door=cast.collega, nu=cast.nu, email=NIEUW)
    _code(cast)
    assert not Bericht.objects.filter(soort="weg_van_werker").exists()


def test_whom_to_call_is_a_person_with_a_number_and_never_who_made_the_way(cast):
    """A family that reads 'klopt dit niet?' reads a name and a number that the region gave; else the organisation that helps."""
    officer, beheerder = cast.privacy_officer, cast.beheerder
    for wie, nummer in ((officer, ""), (beheerder, "030-0000012")):
        wie.telefoon, wie.mobiel = nummer, ""
        wie.save()
    assert klopt_het_niet([]).endswith(f"Bel {beheerder.naam}: 030-0000012.")
    assert "030-0000012" in waarom_niet_uitnodigen(cast.oma)
    officer.telefoon = "030-0000011"
    officer.save()
    assert klopt_het_niet([]).endswith(f"Bel {officer.naam}: 030-0000011.")
    assert wie_te_bellen(behalve=[officer.pk]) == (beheerder, "0300000012")
    officer.telefoon, officer.mobiel = "via de balie", "06-00000013"
    officer.save()
    assert klopt_het_niet([]).endswith(f"Bel {officer.naam}: 06-00000013.")
    officer.telefoon, officer.mobiel = "030-0000011", ""
    officer.save()
    # Wherever its owner reads of a way, it names neither who made it nor its reader.
    wijzig_gebruiker(cast.moeder, door=officer, nu=cast.nu, email=OUD)
    for bladzij in (reverse("instanties:toegang"), "/berichten/"):
        tekst = client_van(cast.moeder).get(bladzij).content.decode()
        assert f"Bel {beheerder.naam}: 030-0000012." in tekst
        assert "030-0000011" not in tekst
    wijzig_gebruiker(officer, door=officer, nu=cast.nu, email=NIEUW)
    assert f"Bel {beheerder.naam}" in client_van(officer).get(reverse("instanties:toegang")).content.decode()
    Gebruiker.objects.update(telefoon="", mobiel="")
    assert klopt_het_niet([]).endswith("Bel de organisatie die u helpt.")
