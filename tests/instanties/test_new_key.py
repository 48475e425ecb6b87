"""A new SECRET_KEY takes nobody's second step away, and the old one can go (X2)."""

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken
from django.core.management import CommandError, call_command

OUD = "de-oude-sleutel-van-de-installatie-0123456789-abcdefghijklmnop"
NIEUW = "de-nieuwe-sleutel-van-de-installatie-9876543210-abcdefghijklm"


@pytest.fixture
def tweede_stap(cast, settings):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = OUD, []
    versleuteld = get_adapter().encrypt("het geheim van de app")
    return Authenticator.objects.create(user=cast.mentor, type=Authenticator.Type.TOTP, data={"secret": versleuteld})


def geheim(rij):
    rij.refresh_from_db()
    return get_adapter().decrypt(rij.data["secret"])


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_with_the_old_key_beside_it_everything_still_reads(tweede_stap, settings):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NIEUW, [OUD]
    assert geheim(tweede_stap) == "het geheim van de app"


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_encrypted_anew_the_old_key_can_go(tweede_stap, settings):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NIEUW, [OUD]
    call_command("versleutel_opnieuw")
    call_command("versleutel_opnieuw")
    settings.SECRET_KEY_FALLBACKS = []
    assert geheim(tweede_stap) == "het geheim van de app"


@pytest.mark.eis("X2")
@pytest.mark.django_db
def test_without_the_old_key_nothing_is_spoilt(tweede_stap, settings):
    settings.SECRET_KEY = NIEUW
    with pytest.raises(CommandError, match="SECRET_KEY_FALLBACKS"):
        call_command("versleutel_opnieuw")
    with pytest.raises(InvalidToken):
        geheim(tweede_stap)
    settings.SECRET_KEY_FALLBACKS = [OUD]
    assert geheim(tweede_stap) == "het geheim van de app"
