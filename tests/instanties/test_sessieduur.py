"""How long somebody stays logged in: at the boundary, by the server's own real time, and nothing typed is lost (X2, G7)."""

import time
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core import clock
from instanties import sessieduur
from oefenomgeving import klok as oefenklok
from oefenomgeving.models import Oefenklok
from tests.cast import WACHTWOORD
from tests.inloggen import client_van

pytestmark = pytest.mark.django_db

WIE = [
    ("moeder", sessieduur.FAMILIE),
    ("coordinator", sessieduur.PROFESSIONAL),
    ("manager", sessieduur.PROFESSIONAL),
    ("beheerder", sessieduur.BEHEER),
    ("privacy_officer", sessieduur.BEHEER),
]
PAGINA = "/berichten/"


@pytest.fixture
def later(monkeypatch):
    """Let so many seconds pass, for the session alone."""
    echt = time.time()
    voorbij = [0.0]
    monkeypatch.setattr(sessieduur, "_nu", lambda: echt + voorbij[0])

    def _later(seconden):
        voorbij[0] += seconden

    return _later


def ingelogd(gebruiker, later) -> Client:
    """A browser of somebody who logs in now."""
    client = client_van(gebruiker)
    sessie = client.session
    duur, nu = sessieduur.duur_voor(gebruiker), sessieduur._nu()
    sessie[sessieduur.IN_SESSIE] = {"begin": nu, "laatst": nu, "stil": duur.stil, "hoogstens": duur.hoogstens}
    sessie.save()
    return client


@pytest.mark.eis("X2")
@pytest.mark.parametrize(("wie", "duur"), WIE)
def test_who_does_nothing_is_logged_out_at_the_boundary(cast, later, wie, duur):
    client = ingelogd(getattr(cast, wie), later)
    sleutel = client.session.session_key
    later(duur.stil - 1)
    assert client.get(PAGINA).status_code == 200
    later(duur.stil - 1)
    assert client.get(PAGINA).status_code == 200, "the page before counted as doing something"
    later(duur.stil)
    antwoord = client.get(PAGINA)
    assert antwoord.status_code == 302
    assert antwoord["Location"] == f"{reverse('account_login')}?next={PAGINA}"
    assert antwoord["Clear-Site-Data"] == '"cache"'
    assert not client.session.exists(sleutel), "the server has forgotten it"
    pagina = client.get(antwoord["Location"]).content.decode()
    assert f"U deed {duur.stil // 60} minuten niets. Daarom bent u uitgelogd. Log opnieuw in" in pagina


@pytest.mark.eis("X2")
@pytest.mark.parametrize(("wie", "duur"), WIE)
def test_nobody_stays_for_ever(cast, later, wie, duur):
    client = ingelogd(getattr(cast, wie), later)
    stap = duur.stil - 60
    for _keer in range(duur.hoogstens // stap):
        later(stap)
        assert client.get(PAGINA).status_code == 200
    later(duur.hoogstens % stap)
    antwoord = client.get(PAGINA)
    assert antwoord.status_code == 302
    assert f"U was {duur.hoogstens // 3600} uur ingelogd. Daarom" in client.get(antwoord["Location"]).content.decode()


@pytest.mark.eis("X2")
@pytest.mark.parametrize("eerst", [PAGINA, "/account/inloggen/"])
def test_who_was_logged_out_elsewhere_is_told_so_and_a_stranger_is_not(cast, later, eerst):
    client = ingelogd(cast.moeder, later)
    client.session.delete()
    antwoord = client.get(eerst, follow=True).content.decode()
    assert "U bent niet meer ingelogd. Dat komt doordat u lang weg was" in antwoord
    assert "niet meer ingelogd" not in client.get(eerst, follow=True).content.decode(), "said once"
    assert "niet meer ingelogd" not in Client().get(eerst, follow=True).content.decode()


@pytest.mark.eis("X2")
def test_logging_in_starts_the_count(cast):
    client = Client()
    client.post(reverse("account_login"), {"login": cast.moeder.inlognaam, "password": WACHTWOORD})
    stand = client.session[sessieduur.IN_SESSIE]
    assert abs(stand["begin"] - time.time()) < 60
    assert (stand["stil"], stand["hoogstens"]) == (sessieduur.FAMILIE.stil, sessieduur.FAMILIE.hoogstens)


@pytest.mark.eis("X2")
def test_the_practice_clock_ends_no_session(cast, monkeypatch):
    """The session keeps real time: the clock that practice moves is the one of the domain."""
    client = Client()
    client.post(reverse("account_login"), {"login": cast.moeder.inlognaam, "password": WACHTWOORD})
    echt = timezone.now()
    monkeypatch.setattr(clock, "_offset", oefenklok._vooruit.get)
    Oefenklok.objects.update_or_create(pk=1, defaults={"seconden_vooruit": timedelta(days=30).total_seconds()})
    # Each request reads that row: the middleware of practice is one of the tests'.
    assert client.get(PAGINA).status_code == 200
    assert clock.now() - echt > timedelta(days=29), "it did move"
    oefenklok._vooruit.set(timedelta(0))


@pytest.mark.eis("X2")
def test_a_new_role_counts_within_a_minute(cast, later):
    from instanties.actions import geef_functie
    from instanties.models import Rol

    client = ingelogd(cast.mentor, later)
    geef_functie(cast.mentor, Rol.PRIVACY_OFFICER, door=cast.beheerder)
    later(sessieduur.KORREL)
    client.get(PAGINA)
    later(sessieduur.BEHEER.stil)
    assert client.get(PAGINA).status_code == 302


@pytest.mark.eis("G7")
def test_a_form_that_is_sent_after_the_end_comes_back_after_logging_in(cast, later):
    client = ingelogd(cast.coordinator, later)
    act = reverse("gezinsplan:doel_toevoegen", args=[cast.gezin.pk])
    later(sessieduur.PROFESSIONAL.stil + 90 * 60)
    antwoord = client.post(act, {"tekst": "Samen eten, elke avond", "eenmalig": "x"})
    assert antwoord["Location"] == f"{reverse('account_login')}?next={reverse('verder').replace('/', '%2F')}"
    assert "Wat u had ingevuld, is bewaard." in client.get(antwoord["Location"]).content.decode()
    assert "_auth_user_id" not in client.session
    # Somebody else on the same device doesn't get to see it.
    sessie = client.session
    ander = Client()
    ander.cookies = client.cookies.copy()
    assert sessie["bewaarde_invoer"]["wie"] == str(cast.coordinator.pk)
    # The same person does.
    sleutel = dict(client.session.items())["bewaarde_invoer"]
    nieuw = client_van(cast.coordinator)
    rij = nieuw.session
    rij["bewaarde_invoer"] = sleutel
    rij.save()
    pagina = nieuw.get(reverse("verder")).content.decode()
    assert "Samen eten, elke avond" in pagina
    assert f'action="{act}"' in pagina


@pytest.mark.eis("G7")
def test_a_family_member_gets_the_typed_text_back_with_the_password_alone(cast, later):
    client = ingelogd(cast.moeder, later)
    later(sessieduur.FAMILIE.stil)
    antwoord = client.post("/gezin/00000000-0000-0000-0000-000000000000/stagnatie/melden/", {"tekst": "Het lukt niet"})
    antwoord = client.post(antwoord["Location"], {"login": cast.moeder.inlognaam, "password": WACHTWOORD})
    assert antwoord["Location"] == reverse("verder")
    assert "Het lukt niet" in client.get(antwoord["Location"]).content.decode()


@pytest.mark.eis("X5")
def test_somebody_else_on_that_device_doesnt_see_what_was_typed(cast, later):
    client = ingelogd(cast.moeder, later)
    later(sessieduur.FAMILIE.stil)
    antwoord = client.post("/gezin/00000000-0000-0000-0000-000000000000/stagnatie/melden/", {"tekst": "Het lukt niet"})
    antwoord = client.post(antwoord["Location"], {"login": cast.vader.inlognaam, "password": WACHTWOORD})
    assert "bewaarde_invoer" not in client.session, "gone as soon as somebody else logs in"
    antwoord = client.get(reverse("verder"))
    assert antwoord["Location"] == "/"


@pytest.mark.eis("X2")
def test_asking_how_long_is_left_prolongs_nothing_and_staying_does(cast, later):
    client = ingelogd(cast.coordinator, later)
    later(20 * 60)
    over = client.get(reverse("sessie_stand")).json()["over"]
    assert over == 10 * 60
    over = client.post(reverse("sessie_blijf"), headers={"Accept": "application/json"}).json()["over"]
    assert over == 30 * 60
    later(30 * 60)
    assert client.get(reverse("sessie_stand")).json() == {"over": 0}
    # Without JavaScript the button leads back to the page.
    client = ingelogd(cast.coordinator, later)
    antwoord = client.post(reverse("sessie_blijf"), headers={"Referer": f"http://testserver{PAGINA}"})
    assert antwoord["Location"] == PAGINA


@pytest.mark.eis("X2")
def test_the_page_says_how_long_also_without_javascript(cast, later):
    pagina = ingelogd(cast.coordinator, later).get("/").content.decode()
    assert "Na 30 minuten zonder iets te doen bent u uitgelogd" in pagina
    assert 'data-over="1800"' in pagina


def test_the_row_of_a_session_outlives_every_session(settings):
    langste = max(duur.hoogstens for _wie, duur in WIE)
    assert settings.SESSION_COOKIE_AGE == sessieduur.HERKENBAAR > langste
    assert timezone.now()
