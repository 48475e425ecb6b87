"""Who changes how he logs in is alone afterwards; the last second step stays; where one is logged in (X2).

That a passkey itself works is shown with a real browser: tests/e2e/test_passkeys.py.
"""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from instanties.sessies import in_woorden
from tests.cast import WACHTWOORD
from tests.inloggen import client_van
from tests.instanties.app_op_telefoon import code_nu, geheim_op
from tests.instanties.test_herbevestigen import lang_geleden, met_app

pytestmark = [pytest.mark.eis("X2"), pytest.mark.django_db]
PAGINA = "/berichten/"


def log_in(gebruiker) -> Client:
    client = Client(headers={"User-Agent": "Mozilla/5.0 (Linux x86_64) Chrome/120.0 Safari/537.36"})
    client.post(reverse("account_login"), {"login": gebruiker.inlognaam, "password": WACHTWOORD})
    return client


def sleutel_van(gebruiker, naam="laptop") -> Authenticator:
    """A row as a passkey leaves it; it can't be used."""
    return Authenticator.objects.create(
        user=gebruiker, type=Authenticator.Type.WEBAUTHN, data={"name": naam, "credential": {}}
    )


def test_a_new_password_ends_every_other_session(cast):
    hier, elders = log_in(cast.moeder), log_in(cast.moeder)
    nieuw = "een heel ander wachtwoord"
    hier.post(reverse("account_change_password"), {"oldpassword": WACHTWOORD, "password1": nieuw, "password2": nieuw})
    assert hier.get(PAGINA).status_code == 200
    assert elders.get(PAGINA).status_code == 302


def test_a_second_step_that_comes_or_goes_ends_every_other_session(cast, django_capture_on_commit_callbacks):
    elders = log_in(cast.moeder)
    with django_capture_on_commit_callbacks(execute=True):
        hier, geheim = met_app_na_wachtwoord(cast.moeder)
    assert elders.get(PAGINA).status_code == 302
    assert hier.get(PAGINA).status_code == 200
    elders = log_in(cast.moeder)
    elders.post(reverse("mfa_authenticate"), {"code": code_nu(geheim, 1)})
    assert elders.get(PAGINA).status_code == 200
    hier.post(reverse("mfa_deactivate_totp"), {})
    assert not Authenticator.objects.filter(user=cast.moeder).exists()
    assert elders.get(PAGINA).status_code == 302


def met_app_na_wachtwoord(gebruiker):
    client = log_in(gebruiker)
    client.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})
    geheim = geheim_op(client.get(reverse("mfa_activate_totp")).content)
    client.post(reverse("mfa_activate_totp"), {"code": code_nu(geheim)})
    return client, geheim


def test_the_last_second_step_of_a_professional_stays(cast):
    client, _geheim = met_app(cast.coordinator)
    sleutel = sleutel_van(cast.coordinator)
    # The app may go, for there is a passkey; then the passkey stays.
    client.post(reverse("mfa_deactivate_totp"), {})
    assert not Authenticator.objects.filter(user=cast.coordinator, type="totp").exists()
    antwoord = client.post(reverse("mfa_remove_webauthn", args=[sleutel.pk]), follow=True)
    assert "enige tweede stap" in antwoord.content.decode()
    assert Authenticator.objects.filter(pk=sleutel.pk).exists()
    ander = sleutel_van(cast.coordinator, "telefoon")
    client.post(reverse("mfa_remove_webauthn", args=[sleutel.pk]))
    assert not Authenticator.objects.filter(pk=sleutel.pk).exists()
    assert Authenticator.objects.filter(pk=ander.pk).exists()


@pytest.mark.eis("T3")
def test_nobody_removes_the_key_of_another(cast):
    sleutel = sleutel_van(cast.mentor)
    sleutel_van(cast.mentor, "tweede")
    client, _geheim = met_app(cast.coordinator)
    assert client.post(reverse("mfa_remove_webauthn", args=[sleutel.pk])).status_code == 404
    assert Authenticator.objects.filter(pk=sleutel.pk).exists()


def test_who_has_only_a_passkey_confirms_with_that(cast):
    sleutel_van(cast.beheerder)
    client = lang_geleden(client_van(cast.beheerder))
    assert client.get(reverse("instanties:regio"))["Location"].startswith(reverse("mfa_reauthenticate_webauthn"))


def test_one_sees_where_one_is_logged_in_and_ends_the_others(cast):
    hier, elders = log_in(cast.moeder), log_in(cast.moeder)
    hier.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})
    pagina = hier.get(reverse("usersessions_list")).content.decode()
    assert "Chrome op Linux" in pagina
    assert "hier, nu" in pagina
    assert hier.post(reverse("usersessions_list")).status_code == 302
    assert elders.get(PAGINA).status_code == 302
    assert "nergens anders ingelogd" in hier.get(reverse("usersessions_list")).content.decode()


def test_a_browser_in_words():
    assert in_woorden("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1") == (
        "Safari op iPhone"
    )
    assert in_woorden("Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/120.0 Safari/537.36 Edg/120.0") == "Edge op Windows"
    assert in_woorden("") == "onbekend apparaat"


@pytest.mark.parametrize("naam", ["mfa_index", "mfa_add_webauthn", "usersessions_list"])
def test_the_pages_are_dutch_and_say_what_to_do_without_javascript(cast, naam):
    client, _geheim = met_app(cast.coordinator)
    pagina = client.get(reverse(naam)).content.decode()
    for engels in ("Security", "Add ", "Remove", "Sessions", "Passwordless", "Name:"):
        assert engels not in pagina
    if naam == "mfa_add_webauthn":
        assert "Kies anders een andere manier" in pagina
