"""Logging in by the OpenID provider of the employer (X2): who was linked, at the level that was agreed, and nobody else.

Every walk here goes to a real provider in a process of its own (`aanbieder.py`).
"""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse
from requests import RequestException

from core import clock
from instanties.actions import beeindig_toegang, geef_functie, maak_gebruiker, nodig_uit
from instanties.models import Gebruiker, Rol
from instanties.provider import InlogdienstOAuth2Adapter
from logboek.models import Handeling, Logregel, Uitkomst
from tests.inloggen import client_van
from tests.openid.conftest import HOOG, Browser, dienst
from tests.toegang import opnieuw

pytestmark = [pytest.mark.eis("X2"), pytest.mark.django_db]

HEEN = "/account/via/werk/"


def net_bevestigd(gebruiker):
    """A browser in which this person typed the password again just now."""
    client = client_van(gebruiker)
    sessie = client.session
    sessie["account_authentication_methods"][0]["reauthenticated"] = True
    sessie.save()
    return Browser(client)


@pytest.fixture
def collega(cast, werk):
    """A professional who linked her account to the provider: there she is 1001."""
    browser = net_bevestigd(cast.mentor)
    browser.ga(HEEN)
    assert browser.ons.post(reverse("inlogdienst_koppelen")).status_code == 302
    return cast.mentor


def geweigerd(browser):
    return (
        browser.wie() is None
        and browser.antwoord.status_code == 403
        and "Inloggen is niet gelukt" in browser.tekst()
        and Logregel.objects.filter(handeling=Handeling.AANMELDEN, uitkomst=Uitkomst.GEWEIGERD).exists()
    )


def test_who_was_linked_is_in_at_once_and_is_asked_no_second_code(collega):
    Authenticator.objects.create(user=collega, type=Authenticator.Type.TOTP, data={"secret": "x"})
    voor = Logregel.objects.filter(handeling=Handeling.AANMELDEN, uitkomst=Uitkomst.GELUKT).count()
    browser = Browser()
    assert browser.ga(f"{HEEN}?next=/berichten/").status_code == 200
    assert browser.weg[-1] == "/berichten/"
    assert browser.wie() == str(collega.pk)
    assert Logregel.objects.filter(handeling=Handeling.AANMELDEN, uitkomst=Uitkomst.GELUKT).count() == voor + 1


def test_a_professional_without_a_code_app_needs_none_here(collega):
    browser = Browser()
    browser.ga(HEEN)
    assert browser.weg[-1] == "/"
    assert browser.antwoord.status_code == 200


def test_what_is_asked_of_the_provider(collega):
    browser = Browser()
    browser.ga(HEEN)
    vraag = browser.vraag_aan_aanbieder()
    assert vraag["response_type"] == "code"
    assert vraag["code_challenge_method"] == "S256"
    assert vraag["acr_values"] == HOOG
    assert vraag["scope"] == "openid"
    assert len(vraag["state"]) >= 32 and len(vraag["nonce"]) >= 32


@pytest.mark.parametrize(
    "claims",
    [
        {"acr": "urn:niveau:laag"},
        {"acr": None},
        {"acr": [HOOG]},
        {"acr": "", "amr": ["mfa"]},
        {"acr": f"{HOOG} urn:niveau:laag"},
    ],
)
def test_a_level_that_is_too_low_is_refused_with_what_to_do(collega, claims):
    browser = Browser()
    browser.ga(HEEN, **claims)
    assert geweigerd(browser)
    assert "tweede stap" in browser.tekst()
    assert "koppel" not in browser.tekst()


def test_a_provider_may_say_it_by_amr(collega, settings, aanbieder):
    settings.INLOGDIENSTEN = (dienst(aanbieder, niveaus=(), amr=("mfa", "hwk")),)
    browser = Browser()
    browser.ga(HEEN, amr=["pwd"])
    assert geweigerd(browser)
    # The provider still knows this browser, and would say the same again.
    browser.buiten.cookies.clear()
    browser.ga(HEEN, amr=["pwd", "mfa"])
    assert browser.wie() == str(collega.pk)
    assert "acr_values" not in browser.vraag_aan_aanbieder()


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://elders.example"},
        {"aud": "een-ander"},
        {"aud": ["plan", "een-ander"], "azp": "een-ander"},
        {"exp": int(time.time()) - 3600},
        {"exp": None},
        {"iat": int(time.time()) + 3600},
        {"nonce": "van een andere keer"},
        {"nonce": None},
        {"sub": None},
        {"_bederf": "andere sleutel"},
        {"_bederf": "zonder handtekening"},
        {"_bederf": "gedeeld geheim"},
        {"_bederf": "woorden veranderd", "acr": "urn:niveau:laag"},
        {"_bederf": "geen token"},
    ],
    # Without the moments: both processes of `make test` must call a test the same.
    ids=" ".join,
)
def test_a_token_that_is_not_right_is_refused(collega, claims):
    browser = Browser()
    browser.ga(HEEN, **claims)
    assert geweigerd(browser)
    assert "klopte niet" in browser.tekst()


def test_an_answer_works_once_and_in_the_browser_that_asked(collega):
    browser = Browser()
    browser.ga(HEEN)
    antwoord = next(adres for adres in browser.weg if "/terug/" in adres)
    ander = Browser()
    ander.ga(antwoord)
    assert geweigerd(ander)
    browser.ons.post(reverse("account_logout"))
    browser.ga(antwoord)
    assert geweigerd(browser)


def test_an_answer_with_another_code_or_state_is_refused(collega):
    for vals in ("?code=geraden", "?state=geraden&code=geraden", "?error=server_error"):
        browser = Browser()
        browser.ga(f"{HEEN}terug/{vals}")
        assert geweigerd(browser)


def test_who_was_never_invited_learns_nothing_and_makes_no_account(cast, werk):
    aantal = Gebruiker.objects.count()
    browser = Browser()
    # Not even with the mail address of somebody who is there.
    browser.ga(HEEN, wie="9999", email=cast.mentor.email, email_verified=True)
    assert geweigerd(browser)
    assert cast.mentor.naam not in browser.tekst()
    assert Gebruiker.objects.count() == aantal
    assert not SocialAccount.objects.exists()


def test_a_closed_account_and_a_stranger_read_the_same(collega, cast):
    beeindig_toegang(collega, nu=clock.now(), door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    teksten = set()
    for wie in ("1001", "9999"):
        browser = Browser()
        browser.ga(HEEN, wie=wie)
        assert geweigerd(browser)
        teksten.add(browser.tekst())
    assert len(teksten) == 1


def test_the_same_subject_at_another_issuer_is_another_person(collega, settings, aanbieder):
    account = SocialAccount.objects.get(user=collega)
    # Not the subject itself: a hash of it and of its issuer.
    assert re.fullmatch(r"[0-9a-f]{64}", account.uid)
    assert account.extra_data == {}
    settings.INLOGDIENSTEN = (dienst("https://127.0.0.1:1/anders"),)
    browser = Browser()
    assert browser.ga(HEEN).status_code == 503
    assert browser.wie() is None


def test_a_discovery_document_of_another_issuer_is_not_used(collega, settings, aanbieder):
    settings.INLOGDIENSTEN = (dienst(aanbieder.replace("127.0.0.1", "localhost")),)
    assert Browser().ga(HEEN).status_code in (403, 503)


def test_an_invitation_can_be_taken_up_without_a_password(cast, werk):
    nieuw = maak_gebruiker("Nienke Nieuw", email="nienke@voorbeeld.example", is_professional=True, door=cast.beheerder)
    code = nodig_uit(nieuw, cast.beheerder, clock.now())
    browser = Browser()
    browser.ons.post(reverse("instanties:welkom"), {"naam": "Nienke", "code": code})
    assert "Gemeente Oosterwold" in browser.ga(reverse("instanties:welkom_wachtwoord")).content.decode()
    browser.ga(HEEN, wie="2002")
    assert "Nienke Nieuw" in browser.tekst()
    assert not SocialAccount.objects.exists()  # a GET links nothing
    browser.ons.post(reverse("inlogdienst_koppelen"))
    assert browser.wie() == str(nieuw.pk)
    assert browser.ga("/").status_code == 200
    nieuw.refresh_from_db()
    assert not nieuw.has_usable_password()
    # The code is used up, and she needs no other.
    ander = Browser()
    ander.ons.post(reverse("instanties:welkom"), {"naam": "Nienke", "code": code})
    assert ander.ga(reverse("instanties:welkom_wachtwoord")).wsgi_request.path == reverse("instanties:welkom")
    with pytest.raises(Exception, match="kan al inloggen"):
        nodig_uit(nieuw, cast.beheerder, clock.now())


def test_linking_asks_who_it_is_again_on_both_sides(cast, werk):
    Authenticator.objects.create(user=cast.mentor, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client = client_van(cast.mentor)
    sessie = client.session
    sessie["account_authentication_methods"][0]["at"] = time.time() - 7200
    sessie.save()
    browser = Browser(client)
    browser.ga(HEEN)
    assert browser.weg[-1].startswith(reverse("account_reauthenticate"))
    browser = net_bevestigd(cast.mentor)
    browser.ga(HEEN)
    assert browser.vraag_aan_aanbieder()["prompt"] == "login"


def test_a_login_that_belongs_to_somebody_cant_be_linked_to_another(collega, cast):
    browser = net_bevestigd(cast.coordinator)
    browser.ga(HEEN)
    assert "komt u hier niet binnen" in browser.tekst()
    assert collega.naam not in browser.tekst()
    assert SocialAccount.objects.get().user == collega


def test_lost_access_takes_the_link_away_too(collega, cast):
    opnieuw(collega, nu=clock.now(), door=cast.beheerder)
    browser = Browser()
    browser.ga(HEEN)
    assert geweigerd(browser)


def test_families_have_a_provider_of_their_own(cast, werk, collega):
    browser = net_bevestigd(cast.moeder)
    assert browser.ga(HEEN).status_code == 404
    browser.ga("/account/via/gezin/", wie="3003")
    browser.ons.post(reverse("inlogdienst_koppelen"))
    thuis = Browser()
    thuis.ga("/account/via/gezin/", wie="3003")
    assert thuis.wie() == str(cast.moeder.pk)
    # Who is linked for work doesn't come in by that of families.
    ander = Browser()
    ander.ga("/account/via/gezin/", wie="1001")
    assert geweigerd(ander)


def test_a_session_no_longer_counts_when_the_provider_is_taken_away(collega, settings):
    browser = Browser()
    browser.ga(HEEN)
    assert browser.ons.get("/").status_code == 200
    settings.INLOGDIENSTEN = ()
    assert browser.ons.get("/")["Location"].startswith(reverse("mfa_activate_totp"))
    assert Browser().ga(HEEN).status_code == 404


def test_logging_out_ends_it_here(collega):
    browser = Browser()
    browser.ga(HEEN)
    browser.ons.post(reverse("account_logout"))
    assert browser.wie() is None
    assert browser.ons.get("/")["Location"].startswith(reverse("account_login"))


def uit(browser):
    """Log out here, and read the page where that leads."""
    antwoord = browser.ons.post(reverse("account_logout"))
    assert antwoord.headers["Clear-Site-Data"]
    browser.antwoord = browser.ons.get(antwoord["Location"])
    return browser.tekst()


def daar_ingelogd(browser, werk):
    """Who is logged in at the provider, in this browser."""
    return browser.buiten.get(werk.uitgever.removesuffix("/o") + "/wie/").text


@pytest.mark.eis("X5")
def test_logging_out_says_that_one_is_still_logged_in_there(collega, werk):
    browser = Browser()
    browser.ga(HEEN)
    gelezen = uit(browser)
    assert "U bent hier uitgelogd" in gelezen
    assert "Bij Gemeente Oosterwold bent u nog ingelogd" in gelezen
    assert daar_ingelogd(browser, werk) == "1001"


def test_one_can_log_out_there_too(collega, werk):
    browser = Browser()
    browser.ga(HEEN)
    uit(browser)
    adres = browser.ons.get("/account/via/werk/uitloggen/")["Location"]
    assert adres.startswith(f"{werk.uitgever}/logout/?client_id=plan&")
    # The provider asks who is there, and whether that is meant.
    vraag = browser.buiten.get(adres)
    assert vraag.status_code == 200
    velden = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', vraag.text))
    klaar = browser.buiten.post(vraag.url, velden | {"allow": "on"}, allow_redirects=False)
    assert klaar.headers["Location"] == "http://testserver/account/inloggen/"
    assert daar_ingelogd(browser, werk) == ""


def test_who_is_still_logged_in_here_logs_out_here_first(collega, werk):
    browser = Browser()
    browser.ga(HEEN)
    assert browser.ons.get("/account/via/werk/uitloggen/")["Location"] == reverse("account_logout")


@pytest.mark.parametrize("beschrijving", [{}, {"end_session_endpoint": "javascript:alert(1)"}, OSError])
def test_a_provider_that_has_no_such_address_is_said(collega, werk, monkeypatch, beschrijving):
    def gelezen(self):
        if beschrijving is OSError:
            raise RequestException
        return beschrijving

    browser = Browser()
    browser.ga(HEEN)
    uit(browser)
    monkeypatch.setattr(InlogdienstOAuth2Adapter, "openid_config", property(gelezen))
    browser.antwoord = browser.ons.get("/account/via/werk/uitloggen/")
    assert browser.antwoord.status_code == 200
    assert "Uitloggen bij Gemeente Oosterwold lukt nu niet van hieruit" in browser.tekst()


def test_who_came_by_a_password_reads_nothing_of_it(collega):
    browser = net_bevestigd(collega)
    assert browser.ons.post(reverse("account_logout"))["Location"] == "/"


def test_who_is_refused_too_often_has_to_wait(cast, werk):
    browser = Browser()
    for _keer in range(20):
        browser.ga(f"{HEEN}terug/?state=x&code=x")
    assert browser.ga(HEEN).status_code == 429


def test_closed_while_wrong_tries_cant_be_counted(collega, settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}
    }
    assert Browser().ga(HEEN).status_code == 503


def test_who_only_comes_by_the_provider_keeps_that_way(cast, werk, collega):
    collega.set_unusable_password()
    collega.save()
    browser = Browser()
    browser.ga(HEEN)
    browser.ons.post(reverse("inlogdienst_ontkoppelen", args=["werk"]))
    assert SocialAccount.objects.filter(user=collega).exists()


def test_a_link_can_be_taken_away(collega):
    browser = net_bevestigd(collega)
    assert "Gekoppeld" in browser.ga(reverse("mfa_index")).content.decode()
    assert browser.ons.get(reverse("inlogdienst_ontkoppelen", args=["werk"]))["Location"] == reverse("mfa_index")
    assert SocialAccount.objects.filter(user=collega).exists()
    browser.ons.post(reverse("inlogdienst_ontkoppelen", args=["werk"]))
    assert not SocialAccount.objects.filter(user=collega).exists()
    assert Logregel.objects.filter(melding="inlogdienst ontkoppeld: werk").exists()


def test_without_a_provider_nothing_of_it_is_shown(cast):
    assert "Via uw organisatie" not in Browser().ga(reverse("account_login")).content.decode()


def test_a_grave_act_sends_back_to_the_provider_and_it_has_to_ask_again(collega, cast):
    geef_functie(collega, Rol.BEHEERDER, door=cast.beheerder)
    browser = Browser()
    browser.ga(HEEN)
    ernstig = reverse("instanties:functie_geven", args=[cast.collega.pk])
    browser.ga(ernstig)
    # In after a detour in which the provider asked who is there.
    assert browser.vraag_aan_aanbieder()["prompt"] == "login"
    assert browser.weg[-1] == ernstig
    assert browser.antwoord.status_code == 200


@pytest.mark.parametrize("anders", [{"wie": "9999"}, {"auth_time": int(time.time()) - 3600}, {"auth_time": None}])
def test_somebody_else_or_an_old_login_there_is_not_enough(collega, cast, anders):
    geef_functie(collega, Rol.BEHEERDER, door=cast.beheerder)
    browser = Browser()
    browser.ga(HEEN)
    browser.ga(reverse("instanties:functie_geven", args=[cast.collega.pk]), **anders)
    assert browser.antwoord.status_code == 403
    assert "opnieuw in te loggen" in browser.tekst()
