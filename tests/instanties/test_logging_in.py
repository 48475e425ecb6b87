"""Logging in and losing access (X2): one answer for whatever is wrong, limited tries, closed when they can't be counted."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse

from core import clock
from instanties.actions import beeindig_toegang, geef_toegang_terug, maak_gebruiker, nodig_uit
from logboek.models import Handeling, Logregel, Uitkomst
from tests.cast import WACHTWOORD
from tests.inloggen import client_van
from tests.instanties.app_op_telefoon import code_nu, geheim_op


def log_in(naam, wachtwoord=WACHTWOORD):
    client = Client()
    return client, client.post(reverse("account_login"), {"login": naam, "password": wachtwoord})


@pytest.mark.eis("X2")
@pytest.mark.django_db
@pytest.mark.parametrize("veld", ["inlognaam", "email"])
def test_by_inlognaam_or_mail_address(cast, veld):
    client, antwoord = log_in(getattr(cast.moeder, veld))
    assert antwoord.status_code == 302
    assert client.session["_auth_user_id"] == str(cast.moeder.pk)


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_a_wrong_name_and_a_wrong_password_look_the_same(cast):
    antwoorden = set()
    for naam, wachtwoord in [
        (cast.moeder.inlognaam, "een ander wachtwoord"),
        ("bestaat.niet", WACHTWOORD),
        ("niemand@voorbeeld.example", WACHTWOORD),
    ]:
        _client, antwoord = log_in(naam, wachtwoord)
        fouten = re.findall(r"Deze naam en dit wachtwoord[^<]*", antwoord.content.decode())
        antwoorden.add((antwoord.status_code, *fouten))
    assert len(antwoorden) == 1
    assert antwoorden.pop()[1:]


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_after_five_wrong_passwords_it_has_to_wait(cast):
    for _poging in range(5):
        log_in(cast.moeder.inlognaam, "een ander wachtwoord")
    client, antwoord = log_in(cast.moeder.inlognaam)
    assert "Wacht vijf minuten" in antwoord.content.decode()
    assert "_auth_user_id" not in client.session
    assert Logregel.objects.filter(handeling=Handeling.AANMELDEN, uitkomst=Uitkomst.GEWEIGERD).count() >= 5


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_closed_while_wrong_tries_cant_be_counted(cast, settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}
    }
    client, antwoord = log_in(cast.moeder.inlognaam)
    assert antwoord.status_code == 503
    assert "Inloggen kan nu even niet" in antwoord.content.decode()
    assert "_auth_user_id" not in client.session
    # Who was logged in works on.
    assert client_van(cast.coordinator).get("/").status_code == 200


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_losing_access_works_at_once(cast):
    venster = client_van(cast.mentor)
    assert venster.get("/").status_code == 200
    beeindig_toegang(cast.mentor, nu=clock.now(), door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    antwoord = venster.get("/")
    assert antwoord.status_code == 302
    assert antwoord["Location"].startswith(reverse("account_login"))
    client, _antwoord = log_in(cast.mentor.inlognaam)
    assert "_auth_user_id" not in client.session
    geef_toegang_terug(cast.mentor, nu=clock.now(), door=cast.beheerder)
    _client, antwoord = log_in(cast.mentor.inlognaam)
    assert antwoord.status_code == 302


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_losing_access_ends_a_real_session(cast):
    venster, _antwoord = log_in(cast.moeder.inlognaam)
    sleutel = venster.session.session_key
    assert venster.get(reverse("werklijst:berichten")).status_code == 200
    beeindig_toegang(cast.moeder, nu=clock.now(), door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    assert not venster.session.exists(sleutel)
    geef_toegang_terug(cast.moeder, nu=clock.now(), door=cast.beheerder)
    assert venster.get(reverse("werklijst:berichten")).status_code == 302, "an old window stays closed"


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_nobody_makes_an_own_account(cast):
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert Client().get("/account/signup/").status_code == 404


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_a_session_without_second_step_is_sent_to_it(cast):
    client = Client()
    client.force_login(cast.coordinator)
    assert client.get("/")["Location"] == reverse("mfa_activate_totp")
    geheim = geheim_op(client.get(reverse("mfa_activate_totp")).content)
    client.post(reverse("mfa_activate_totp"), {"code": code_nu(geheim)})
    # Another window of the same person, logged in before the app was there.
    ander = Client()
    ander.force_login(cast.coordinator)
    antwoord = ander.get("/berichten/")
    assert antwoord["Location"].startswith(reverse("mfa_reauthenticate"))
    antwoord = ander.post(antwoord["Location"], {"code": code_nu(geheim, 1)})
    assert antwoord["Location"] == "/berichten/"
    assert ander.get("/berichten/").status_code == 200


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_the_secret_of_the_second_step_isnt_readable_in_the_database(cast):
    client = Client()
    client.force_login(cast.coordinator)
    geheim = geheim_op(client.get(reverse("mfa_activate_totp")).content)
    client.post(reverse("mfa_activate_totp"), {"code": code_nu(geheim)})
    rijen = Authenticator.objects.filter(user=cast.coordinator)
    assert rijen.count() == 2
    assert all(geheim not in str(rij.data) for rij in rijen)


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_a_professional_keeps_the_second_step(cast):
    client = Client()
    client.force_login(cast.coordinator)
    geheim = geheim_op(client.get(reverse("mfa_activate_totp")).content)
    client.post(reverse("mfa_activate_totp"), {"code": code_nu(geheim)})
    client.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})
    antwoord = client.post(reverse("mfa_deactivate_totp"), {})
    assert "kan de tweede stap niet uitzetten" in antwoord.content.decode()
    assert Authenticator.objects.filter(user=cast.coordinator, type="totp").exists()


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_a_forgotten_password_is_chosen_anew_by_mail(cast, worker):
    client = Client()
    antwoord = client.post(reverse("account_reset_password"), {"email": cast.moeder.email})
    assert antwoord["Location"] == reverse("account_reset_password_done")
    [bericht] = mail.outbox
    assert "Petra" not in bericht.subject + bericht.body
    link = re.search(r"http://\S+", bericht.body)[0]
    pagina = client.get(link, follow=True)
    antwoord = client.post(pagina.redirect_chain[-1][0], {"password1": "nieuw lang wachtwoord", "password2": "x"})
    assert antwoord.status_code == 200
    antwoord = client.post(
        pagina.redirect_chain[-1][0],
        {"password1": "nieuw lang wachtwoord", "password2": "nieuw lang wachtwoord"},
    )
    assert antwoord["Location"] == reverse("account_reset_password_from_key_done")
    _client, antwoord = log_in(cast.moeder.email, "nieuw lang wachtwoord")
    assert antwoord.status_code == 302


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_an_unknown_address_and_who_never_logged_in_get_the_same_page_and_no_mail(cast, worker):
    nieuw = maak_gebruiker("V. Nieuw", email="nieuw@voorbeeld.example", is_professional=True, door=cast.beheerder)
    nodig_uit(nieuw, cast.beheerder, clock.now())
    for adres in ("niemand@voorbeeld.example", nieuw.email):
        antwoord = Client().post(reverse("account_reset_password"), {"email": adres})
        assert antwoord["Location"] == reverse("account_reset_password_done")
    assert mail.outbox == []


@pytest.mark.eis("X2", "X5")
@pytest.mark.django_db
def test_logging_out_takes_an_act(cast):
    client = client_van(cast.moeder)
    assert client.get(reverse("account_logout")).status_code == 200
    assert client.get(reverse("werklijst:berichten")).status_code == 200
    # A shared computer keeps no page that "back" could show (X5).
    assert client.post(reverse("account_logout"))["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get(reverse("werklijst:berichten")).status_code == 302


@pytest.mark.eis("X2")
@pytest.mark.django_db
@pytest.mark.parametrize(
    "naam",
    ["account_change_password", "account_reauthenticate", "mfa_index", "account_logout", "account_inactive"],
)
def test_the_pages_around_logging_in_are_ours_and_dutch(cast, naam):
    client, _antwoord = log_in(cast.moeder.inlognaam)
    antwoord = client.get(reverse(naam), follow=True)
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "Eén Gezin, Eén Plan" in pagina
    for engels in ("Password", "Sign ", "Submit", "Authenticator", "Current", "Email"):
        assert engels not in pagina
