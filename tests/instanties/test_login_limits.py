"""How often one may try, and that nobody learns who has an account: byte for byte, and by the work that is done (X2)."""

import re
from datetime import timedelta

import pytest
from allauth.core.internal import ratelimit
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from berichten.models import Bericht, MailStaat
from core import clock
from instanties.actions import (
    beeindig_toegang,
    begin_opnieuw,
    controleer_uitnodiging,
    los_uitnodiging_in,
    maak_gebruiker,
    nodig_uit,
)
from tests.cast import WACHTWOORD
from tests.instanties.app_op_telefoon import code_nu
from tests.instanties.test_herbevestigen import met_app

pytestmark = [pytest.mark.eis("X2"), pytest.mark.django_db]
FOUT = "een ander wachtwoord"


@pytest.fixture(autouse=True)
def _no_earlier_tries():
    cache.clear()


@pytest.fixture
def rekenwerk(monkeypatch):
    """Count how often a password is hashed."""
    keren = []
    echt = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda zelf, *a, **k: keren.append(1) or echt(zelf, *a, **k))
    return keren


def kaal(antwoord, *weg: str) -> tuple:
    """What somebody gets to see, without the token of the form and without what he typed himself."""
    tekst = antwoord.content.decode()
    tekst = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", tekst)
    tekst = re.sub(r'name="eenmalig" value="[^"]*"', "", tekst)
    tekst = re.sub(r'"X-Bezoek": "[^"]*"', "", tekst)
    for woord in weg:
        tekst = tekst.replace(f'value="{woord}"', "")
    koppen = {
        naam: waarde
        for naam, waarde in antwoord.headers.items()
        if naam not in ("Content-Length", "Date", "Expires", "X-Verzoek")
    }
    return antwoord.status_code, koppen, sorted(antwoord.cookies), tekst


def log_in(naam, wachtwoord, vanaf="10.0.0.1"):
    client = Client(REMOTE_ADDR=vanaf)
    return client, client.post(reverse("account_login"), {"login": naam, "password": wachtwoord})


def test_known_unknown_invited_and_closed_look_the_same_and_cost_the_same(cast, rekenwerk):
    uitgenodigd = maak_gebruiker("V. Nieuw", email="nieuw@voorbeeld.example", is_professional=True, door=cast.beheerder)
    nodig_uit(uitgenodigd, cast.beheerder, clock.now())
    beeindig_toegang(cast.mentor, nu=clock.now(), door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    namen = [
        cast.moeder.inlognaam, cast.moeder.email, "bestaat.niet", "niemand@voorbeeld.example",
        uitgenodigd.inlognaam, uitgenodigd.email, cast.mentor.inlognaam, cast.mentor.email,
    ]  # fmt: skip
    gezien, werk = set(), {}
    for nummer, naam in enumerate(namen):
        rekenwerk.clear()
        _client, antwoord = log_in(naam, FOUT, vanaf=f"10.0.1.{nummer}")
        gezien.add(str(kaal(antwoord, naam)))
        werk[naam] = len(rekenwerk)
    assert len(gezien) == 1
    assert werk == dict.fromkeys(namen, 1)


def test_asking_for_a_new_password_tells_nothing(cast, rekenwerk):
    beeindig_toegang(cast.mentor, nu=clock.now(), door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    gezien = set()
    for nummer, adres in enumerate([cast.moeder.email, "niemand@voorbeeld.example", cast.mentor.email]):
        client = Client(REMOTE_ADDR=f"10.0.2.{nummer}")
        antwoord = client.post(reverse("account_reset_password"), {"email": adres})
        gezien.add(str((kaal(antwoord, adres), kaal(client.get(antwoord["Location"]), adres))))
    assert len(gezien) == 1
    assert rekenwerk == []


def test_a_code_of_somebody_and_a_code_of_nobody_tell_the_same(cast, rekenwerk):
    nieuw = maak_gebruiker("V. Nieuw", is_professional=False, door=cast.beheerder)
    code = nodig_uit(nieuw, cast.beheerder, clock.now())
    gezien = set()
    for nummer, (naam, getypt) in enumerate([("Anders", code), ("Nieuw", "ABCD-EFGH-JKMN"), ("Anders", "ABCD-EFGH")]):
        client = Client(REMOTE_ADDR=f"10.0.3.{nummer}")
        gezien.add(str(kaal(client.post(reverse("instanties:welkom"), {"naam": naam, "code": getypt}), naam, getypt)))
    assert len(gezien) == 1
    assert rekenwerk == []


def test_who_tries_my_name_from_elsewhere_doesnt_shut_me_out(cast):
    for _poging in range(12):
        _client, antwoord = log_in(cast.moeder.inlognaam, FOUT, vanaf="10.9.9.9")
    assert "te vaak niet gelukt" in antwoord.content.decode()
    client, _antwoord = log_in(cast.moeder.inlognaam, WACHTWOORD, vanaf="10.0.0.7")
    assert client.session["_auth_user_id"] == str(cast.moeder.pk)


def test_the_more_wrong_tries_the_longer_the_wait(cast, monkeypatch):
    nu = [1_800_000_000.0]
    monkeypatch.setattr(ratelimit.time, "time", lambda: nu[0])

    def mag(vanaf="10.0.0.8"):
        _client, antwoord = log_in(cast.moeder.inlognaam, FOUT, vanaf=vanaf)
        return "te vaak" not in antwoord.content.decode()

    assert [mag() for _poging in range(6)] == [True] * 5 + [False]
    nu[0] += 5 * 60 + 1
    assert [mag() for _poging in range(6)] == [True] * 5 + [False]
    nu[0] += 5 * 60 + 1
    assert not mag(), "ten in an hour: five minutes are no longer enough"
    nu[0] += 3600
    assert mag()


def test_many_names_from_one_address_are_stopped(cast):
    antwoorden = [log_in(f"gok.{nummer}", FOUT, vanaf="10.0.0.9")[1] for nummer in range(12)]
    assert "te vaak" not in antwoorden[9].content.decode()
    assert "te vaak" in antwoorden[10].content.decode()


def test_a_code_of_the_app_works_once(cast):
    _client, geheim = met_app(cast.coordinator)
    code = code_nu(geheim, 1)
    for verwacht in (302, 200):
        venster, _antwoord = log_in(cast.coordinator.inlognaam, WACHTWOORD)
        antwoord = venster.post(reverse("mfa_authenticate"), {"code": code})
        assert antwoord.status_code == verwacht, "seen over a shoulder, used again: refused"
    assert "Deze code klopt niet" in antwoord.content.decode()


def test_a_recovery_code_works_once(cast):
    client, _geheim = met_app(cast.coordinator)
    code = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"][0]
    for verwacht in (302, 200):
        venster, _antwoord = log_in(cast.coordinator.inlognaam, WACHTWOORD)
        assert venster.post(reverse("mfa_authenticate"), {"code": code}).status_code == verwacht


def test_guessing_the_second_step_is_limited(cast):
    met_app(cast.coordinator)
    venster, _antwoord = log_in(cast.coordinator.inlognaam, WACHTWOORD)
    antwoorden = [venster.post(reverse("mfa_authenticate"), {"code": f"{n:06}"}) for n in range(7)]
    assert "te vaak niet gelukt" in antwoorden[-1].content.decode()


@pytest.mark.parametrize("zwak", ["password1234", "wachtwoord12", "123456789012", "qwertyuiopas"])
def test_what_everybody_tries_is_no_password(zwak):
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        validate_password(zwak)


@pytest.mark.parametrize("zwak", ["EenGezinEenPlan2026", "gezinsplan2026!!", "Welkom12345678", "coordinator2027"])
def test_nor_the_words_that_one_sees_here_all_day(zwak):
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError, match="woorden van dit systeem"):
        validate_password(zwak)
    validate_password(f"{zwak} paarse olifant fietst")


def test_confirming_gives_a_new_session_key(cast):
    client, _antwoord = log_in(cast.moeder.inlognaam, WACHTWOORD)
    oud = client.session.session_key
    client.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})
    assert client.session.session_key != oud
    assert not client.session.exists(oud)
    client.post(reverse("account_reauthenticate"), {"password": FOUT})
    assert "hier, nu" in client.get(reverse("usersessions_list")).content.decode()


def _nieuwe_code_voor_de_moeder(cast):
    """The coordinator hands out a new code to somebody whose account was in use, and it is used."""
    cast.moeder.last_login = clock.now() - timedelta(days=30)
    cast.moeder.save()
    begin_opnieuw(cast.moeder, nu=clock.now(), door=cast.coordinator)
    code = nodig_uit(cast.moeder, cast.coordinator, clock.now())
    return los_uitnodiging_in(
        controleer_uitnodiging(cast.moeder.naam, code, nu=clock.now()), "weer een lang wachtwoord", nu=clock.now()
    )


@pytest.mark.eis("X5")
def test_whoever_gets_a_new_code_of_somebody_else_is_told_everywhere(cast):
    _nieuwe_code_voor_de_moeder(cast)
    bericht = Bericht.objects.get(ontvanger=cast.moeder, soort="weg_naar_account")
    assert bericht.mail_staat == MailStaat.TE_VERZENDEN
    for _keer in range(2):
        client, _antwoord = log_in(cast.moeder.inlognaam, "weer een lang wachtwoord")
        pagina = client.get("/berichten/").content.decode()
        assert pagina.count("een nieuwe inlogcode voor u gemaakt door N. Bakker") >= 2, "in the inbox, and as a line"
        assert "Klopt dit niet?" in pagina
