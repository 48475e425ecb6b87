"""Leaving in a hurry leaves nothing behind, and ends the session on a device that isn't one's own; asked once (X5)."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from core import kept_input, returned
from instanties.apparaat import KOEKJE, Apparaatvraag
from tests.inloggen import client_van

pytestmark = [pytest.mark.django_db, pytest.mark.eis("X5")]


def ons_plan(client, cast):
    return client.get(reverse("gezinsplan:ons_plan_gezin", args=[cast.gezin.pk])).content.decode()


def zeg(client, eigen):
    return client.post(reverse("apparaat"), {"eigen": eigen}, headers={"Referer": "http://testserver/mijn/plan/"})


def is_ingelogd(client):
    return "_auth_user_id" in client.session


def test_on_a_device_that_nobody_called_his_own_the_session_ends(cast):
    client = client_van(cast.moeder)
    oud = client.session.session_key
    antwoord = client.post(reverse("verlaat"))
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 200 and "knmi.nl" in pagina and "Gezin" not in pagina
    assert "no-store" in antwoord["Cache-Control"]
    assert not is_ingelogd(client) and not client.session.exists(oud)
    assert client.post(reverse("verlaat")).status_code == 200, "again, for who presses twice"


def test_it_works_when_the_token_of_the_page_is_old(cast):
    streng = Client(enforce_csrf_checks=True)
    streng.cookies[settings.SESSION_COOKIE_NAME] = client_van(cast.moeder).session.session_key
    streng.post(reverse("verlaat"))
    assert not is_ingelogd(streng)


def test_on_ones_own_device_it_goes_on_and_nothing_that_was_typed_waits(cast, rf):
    client = client_van(cast.moeder)
    assert zeg(client, "ja")["Location"] == "/mijn/plan/"
    koekje = client.cookies[KOEKJE]
    assert koekje["httponly"] and koekje["samesite"] == "Lax"
    sessie = client.session
    verzoek = rf.post("/x/", {"tekst": "Hij drinkt weer"})
    verzoek.session, verzoek.user = sessie, cast.moeder
    kept_input.keep(verzoek, cast.moeder.pk)
    returned.keep(verzoek, verzoek.POST, None)
    sessie.save()
    client.post(reverse("verlaat"))
    assert is_ingelogd(client)
    assert not {kept_input.IN_SESSION, returned.IN_SESSION} & set(client.session.keys())


@pytest.mark.parametrize("antwoord", ["ja", "nee"])
def test_it_is_asked_once_of_this_person_on_this_device(cast, antwoord):
    client = client_van(cast.moeder)
    assert "Is dit apparaat van u alleen?" in ons_plan(client, cast)
    zeg(client, antwoord)
    assert "Is dit apparaat van u alleen?" not in ons_plan(client, cast)
    # It isn't the answer of somebody else on that device, nor can it be made up.
    client.force_login(cast.vader)
    assert "Is dit apparaat van u alleen?" in ons_plan(client, cast)
    client.post(reverse("verlaat"))
    assert not is_ingelogd(client)
    client.force_login(cast.moeder)
    client.cookies[KOEKJE] = "ja"
    client.post(reverse("verlaat"))
    assert not is_ingelogd(client)


def test_a_professional_isnt_asked(cast, rf):
    verzoek = rf.get("/")
    for wie, gevraagd in ((cast.coordinator, False), (cast.moeder, True)):
        verzoek.user = wie
        assert bool(Apparaatvraag().context(verzoek)) is gevraagd
