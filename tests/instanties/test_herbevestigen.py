"""Grave acts ask once more who is there, and nothing typed is lost on the way (X2, G7)."""

import time
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from core import kept_input
from instanties.herbevestigen import VERS
from instanties.models import Gebruiker
from tests.cast import WACHTWOORD
from tests.inloggen import client_van
from tests.instanties.app_op_telefoon import code_nu, geheim_op

pytestmark = pytest.mark.django_db

# Who gets in, how much is kept, what is known of people, and what protects a family.
ZWAAR = {
    "instanties:persoon_toevoegen", "instanties:persoon_wijzigen", "instanties:functie_geven",
    "instanties:functie_beeindigen", "instanties:persoon_uitnodigen", "instanties:persoon_opnieuw", "instanties:toegang_klopt",
    "instanties:rollen_beantwoorden", "instanties:sluiten_beantwoorden", "instanties:toegang_beantwoorden",
    "instanties:toegang_beeindigen", "instanties:toegang_terug", "instanties:regio", "instanties:gemeente",
    "instanties:gemeente_toevoegen", "gezinsplan:deelnemer_uitnodigen", "gezinsplan:deelnemer_opnieuw",
    "gezinsplan:deelnemer_stoppen", "gezinsplan:gezag_beeindigen",
    "toestemming:vlag_opheffen", "toestemming:grond_vastleggen",
    "toestemming:vlag_bevestigen", "toestemming:beslissen", "escalatie:in_plaats", "escalatie:laddertermijnen",
    "toestemming:grond_beeindigen", "toestemming:onderzoek_beginnen", "toestemming:onderzoek",
    "toestemming:onderzoek_bestand", "toestemming:hoorde_bevestiging", "gezinsplan:contact",
    "instanties:eigen_gegevens", "instanties:ander_gezin", "instanties:weg_gehoord",
    "gezinsplan:herstel_vragen", "gezinsplan:herstel_beantwoorden",
    "gezinsplan:deelnemer_overleden", "instanties:gemeente_sluiten", "instanties:instelling_sluiten",
}  # fmt: skip


def lang_geleden(client: Client, seconden: int = VERS + 1) -> Client:
    """The same browser, in which the second step was shown that long ago."""
    sessie = client.session
    for feit in sessie["account_authentication_methods"]:
        feit["at"] = time.time() - seconden
    sessie.save()
    return client


def met_app(gebruiker: Gebruiker) -> tuple[Client, str]:
    """A browser of somebody with an app on the phone, and the app's secret."""
    client = Client()
    client.force_login(gebruiker)
    geheim = geheim_op(client.get(reverse("mfa_activate_totp")).content)
    client.post(reverse("mfa_activate_totp"), {"code": code_nu(geheim)})
    return client, geheim


def is_herbevestigd(view) -> bool:
    while view is not None:
        if getattr(view, "herbevestigd", False):
            return True
        view = getattr(view, "__wrapped__", None)
    return False


@pytest.mark.eis("X2")
def test_every_grave_act_asks_again():
    from tests.routes.routes import routes

    bekend = {route.naam for route in routes()}
    assert bekend >= ZWAAR
    resolver = get_resolver()
    gevraagd = set()
    for app, patronen in [(app, r.url_patterns) for app, (_p, r) in resolver.namespace_dict.items()]:
        stapel = list(patronen)
        while stapel:
            patroon = stapel.pop()
            if hasattr(patroon, "url_patterns"):
                stapel.extend(patroon.url_patterns)
            elif is_herbevestigd(patroon.callback):
                gevraagd.add(f"{app}:{patroon.name}")
    assert not ZWAAR - gevraagd


@pytest.mark.eis("X2")
def test_it_is_asked_before_the_form_is_shown(cast):
    url = reverse("instanties:persoon_opnieuw", args=[cast.mentor.pk])
    venster = client_van(cast.beheerder)
    assert venster.get(url).status_code == 200, "just shown: not again"
    antwoord = lang_geleden(venster).get(url)
    assert antwoord.status_code == 302
    assert antwoord["Location"].startswith(reverse("mfa_reauthenticate"))


@pytest.mark.eis("X2")
@pytest.mark.parametrize(("seconden", "status"), [(VERS - 5, 200), (VERS + 1, 302)])
def test_the_boundary(cast, seconden, status):
    venster = lang_geleden(client_van(cast.beheerder), seconden)
    assert venster.get(reverse("instanties:regio")).status_code == status


@pytest.mark.eis("T3")
def test_without_the_right_nothing_is_asked(cast):
    venster = lang_geleden(client_van(cast.mentor))
    assert venster.get(reverse("instanties:regio")).status_code == 403


@pytest.mark.eis("X2")
def test_a_password_is_no_second_step(cast):
    venster, _geheim = met_app(cast.beheerder)
    lang_geleden(venster)
    venster.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})
    assert venster.get(reverse("instanties:regio")).status_code == 302


@pytest.mark.eis("X2")
@pytest.mark.parametrize(
    "naam", ["mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_add_webauthn", "usersessions_list"]
)
def test_the_second_step_is_changed_with_the_second_step(cast, naam):
    venster, _geheim = met_app(cast.beheerder)
    assert venster.get(reverse(naam)).status_code == 200
    lang_geleden(venster)
    venster.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})
    assert venster.get(reverse(naam))["Location"].startswith(reverse("mfa_reauthenticate"))


@pytest.mark.eis("G7", "X2")
def test_what_was_typed_too_late_comes_back_and_is_sent_by_a_button(cast):
    venster, geheim = met_app(cast.beheerder)
    lang_geleden(venster)
    url = reverse("instanties:persoon_toevoegen")
    antwoord = venster.post(url, {"naam": "Vera van der Nieuw", "telefoon": "06-00000077"})
    assert antwoord["Location"].startswith(reverse("mfa_reauthenticate"))
    assert not Gebruiker.objects.filter(naam="Vera van der Nieuw").exists(), "nothing before it is confirmed"
    antwoord = venster.post(antwoord["Location"], {"code": code_nu(geheim, 1)})
    assert antwoord["Location"] == reverse("verder")
    pagina = venster.get(reverse("verder"))
    assert "Vera van der Nieuw" in pagina.content.decode()
    assert pagina["Cache-Control"].find("no-store") >= 0
    velden = dict(pagina.context["velden"])
    assert velden == {"naam": "Vera van der Nieuw", "telefoon": "06-00000077"}
    assert venster.post(pagina.context["naar"], velden).status_code == 302
    assert Gebruiker.objects.filter(naam="Vera van der Nieuw").exists()
    assert kept_input.IN_SESSION not in venster.session, "sent: the copy is gone"


@pytest.mark.eis("X2")
def test_a_secret_is_never_kept(rf, cast):
    verzoek = rf.post("/x/", {"naam": "N. Bakker", "wachtwoord": "geheim", "code": "123456", "credential": "{}"})
    verzoek.session = {}
    assert kept_input.keep(verzoek, cast.moeder.pk)
    verzoek.user = cast.moeder
    assert kept_input.of(verzoek)["velden"] == [["naam", "N. Bakker"]]


@pytest.mark.eis("G7", "X6")
def test_it_waits_unreadable_and_goes_with_its_own_form(cast, rf, settings):
    venster, geheim = met_app(cast.beheerder)
    lang_geleden(venster)
    url = reverse("instanties:persoon_toevoegen")
    venster.post(url, {"naam": "Vera van der Nieuw", "eenmalig": str(uuid4())})
    assert "Vera" not in str(dict(venster.session.items()))
    venster.post(reverse("mfa_reauthenticate"), {"code": code_nu(geheim, 1)})
    venster.post(url, {"naam": "Iemand Anders", "eenmalig": str(uuid4())})
    assert "Vera van der Nieuw" in venster.get(reverse("verder")).content.decode(), "another form, from another tab"
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "een nieuwe sleutel"
    verzoek = rf.get("/x/")
    verzoek.session, verzoek.user = venster.session, cast.beheerder
    assert kept_input.of(verzoek), "the key was changed, the old one is still known"
    settings.SECRET_KEY_FALLBACKS = []
    assert kept_input.of(verzoek) is None


@pytest.mark.eis("G7")
def test_its_own_form_clears_it(cast):
    venster, geheim = met_app(cast.beheerder)
    lang_geleden(venster)
    url, velden = reverse("instanties:persoon_toevoegen"), {"naam": "Vera van der Nieuw", "eenmalig": str(uuid4())}
    venster.post(url, velden)
    venster.post(reverse("mfa_reauthenticate"), {"code": code_nu(geheim, 1)})
    venster.post(url, velden)
    assert kept_input.IN_SESSION not in venster.session


@pytest.mark.eis("G7", "X5")
def test_it_is_given_back_to_its_writer_only_and_for_an_hour(rf, cast):
    verzoek = rf.post("/x/", {"tekst": "Samen eten"})
    verzoek.session = {}
    kept_input.keep(verzoek, cast.moeder.pk)
    verzoek.user = cast.vader
    assert kept_input.of(verzoek) is None
    verzoek.user = cast.moeder
    assert kept_input.of(verzoek) is not None
    verzoek.session[kept_input.IN_SESSION]["op"] -= kept_input.KEPT_FOR + 1
    assert kept_input.of(verzoek) is None


def test_nothing_waits_leads_to_the_start(cast):
    assert client_van(cast.moeder).get(reverse("verder"))["Location"] == "/"
    assert Client().get(reverse("verder"))["Location"].startswith(reverse("account_login"))
