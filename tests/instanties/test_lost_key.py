"""SECRET_KEY is lost: it is seen at once, nobody meets a fault, and who keeps the machine lets a beheerder in (X2, X6).

The way that `docs/installeren.md` describes under 'Een geheim kwijt', walked from the loss to the first who works again.
"""

from io import StringIO

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.core.checks import Tags, run_checks
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from bewaking import actions as bewaking
from config import gezondheid
from core import checks, clock
from instanties.actions import nodig_uit
from instanties.models import Beheermelding, Uitnodiging
from logboek.models import Handeling, Logregel
from tests.cast import WACHTWOORD, maak_cast
from tests.inloggen import client_van
from tests.instanties.app_op_telefoon import code_nu, geheim_op
from tests.instanties.test_first_beheerder import code_in, log_in

pytestmark = [pytest.mark.eis("X2"), pytest.mark.heavy("a copy of the database, with its owner")]
OUD = "de-oude-sleutel-van-de-installatie-0123456789-abcdefghijklmnop"
NIEUW = "de-nieuwe-sleutel-van-de-installatie-9876543210-abcdefghijklm"


@pytest.fixture
def lost(fresh_database, settings):
    """An installation in use, started anew with another key: beheerder and mentor have a second step of the old one."""
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = OUD, []
    cast = maak_cast(clock.now())
    checks.look_around()
    geheim = get_adapter().encrypt("JBSWY3DPEHPK3PXP")
    for wie in (cast.beheerder, cast.mentor):
        Authenticator.objects.create(user=wie, type=Authenticator.Type.TOTP, data={"secret": geheim})
    settings.SECRET_KEY = NIEUW
    return cast


def new_access(**opties):
    uit = StringIO()
    call_command("nieuwe_toegang", stdout=uit, **{"reden": "de sleutel is weg na een brand", **opties})
    return uit.getvalue()


def second_step_page(wie):
    """What somebody meets who shows name and password, and then the code of the app."""
    client = Client()
    client.post(reverse("account_login"), {"login": wie.inlognaam, "password": WACHTWOORD})
    return client.post(reverse("mfa_authenticate"), {"code": "123456"})


def test_it_is_seen_at_the_start_and_by_whoever_watches(lost, caplog):
    assert gezondheid.toestand()["sleutel"] == "niet"
    assert Client().get("/klaar/").status_code == 503
    checks.look_around()
    assert "SECRET_KEY is een andere" in caplog.text
    assert [gevonden.id for gevonden in run_checks(tags=[Tags.database], databases=["default"])] == ["core.W001"]
    gevonden = {rij["controle"]: rij["aantal"] for rij in bewaking.controleer(clock.now()).bevindingen}
    assert (gevonden["andere_sleutel"], gevonden["tweede_stap_onleesbaar"]) == (1, 2)


def test_a_start_with_the_old_key_beside_it_is_well(lost, settings):
    settings.SECRET_KEY_FALLBACKS = [OUD]
    assert gezondheid.toestand()["sleutel"] == "ja"
    call_command("versleutel_opnieuw")
    settings.SECRET_KEY_FALLBACKS = []
    assert gezondheid.toestand()["sleutel"] == "ja"


def test_nobody_meets_a_fault(lost):
    antwoord = second_step_page(lost.mentor)
    assert antwoord.status_code == 503
    assert "Vraag om nieuwe toegang" in antwoord.content.decode()
    ingelogd = client_van(lost.mentor)
    for naam in ("mfa_reauthenticate", "mfa_activate_totp", "mfa_view_recovery_codes"):
        assert ingelogd.get(reverse(naam)).status_code != 500
    assert ingelogd.post(reverse("mfa_reauthenticate"), {"code": "123456"}).status_code == 503


def test_a_beheerder_gets_in_and_helps_the_others(lost):
    waiting = maak_wachtende(lost)
    code = code_in(new_access(inlognaam=lost.beheerder.inlognaam, sleutel_verloren=True))
    assert gezondheid.toestand()["sleutel"] == "ja"
    assert not Uitnodiging.objects.filter(pk=waiting, ingetrokken_op=None).exists()
    client, antwoord = log_in(code, naam=lost.beheerder.naam)
    assert antwoord.status_code == 302
    geheim = geheim_op(client.get(reverse("mfa_activate_totp")).content)
    client.post(reverse("mfa_activate_totp"), {"code": code_nu(geheim)})
    assert client.get(reverse("instanties:beheer")).status_code == 200
    assert client.get(reverse("instanties:persoon", args=[lost.mentor.pk])).status_code == 200
    # It is known afterwards, and the other beheerders hear of it now.
    regel = Logregel.objects.get(handeling=Handeling.RECHTEN_WIJZIGEN, melding="nieuwe toegang op de server")
    assert (regel.doel, regel.object_naam) == ("de sleutel is weg na een brand", lost.beheerder.naam)
    assert Beheermelding.objects.filter(tekst__contains=lost.beheerder.naam).exists()


def maak_wachtende(cast):
    cast.mentor.set_unusable_password()
    cast.mentor.save(update_fields=["password"])
    nodig_uit(cast.mentor, cast.beheerder, clock.now())
    return cast.mentor.uitnodigingen.get().pk


def test_it_asks_whether_the_key_is_truly_gone(lost):
    with pytest.raises(CommandError, match="zet die terug"):
        new_access(inlognaam=lost.beheerder.inlognaam)
    assert gezondheid.toestand()["sleutel"] == "niet"
    assert lost.beheerder.uitnodigingen.count() == 0


def test_only_the_owner_of_the_database_lets_in_and_only_a_beheerder(lost, settings):
    hoe = {"sleutel_verloren": True}
    with pytest.raises(CommandError, match="niet die van de eigenaar"):
        new_access(inlognaam=lost.beheerder.inlognaam, database="default", **hoe)
    with pytest.raises(CommandError, match="--eigenaar"):
        new_access(inlognaam=lost.beheerder.inlognaam, database="staat_er_niet", **hoe)
    with pytest.raises(CommandError, match="geen functioneel beheerder"):
        new_access(inlognaam=lost.mentor.inlognaam, **hoe)
    with pytest.raises(CommandError, match="er niemand"):
        new_access(inlognaam="niemand", **hoe)
