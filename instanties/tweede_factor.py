"""Professionals pass only after a second step: set up before anything else, shown in every session (X2).

Who comes by an OpenID provider showed it there, at the level that was agreed: then it isn't asked again.
"""

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

logger = logging.getLogger(__name__)

METHODE = "mfa"
# How allauth names a login by a provider.
INLOGDIENST = "socialaccount"
# What is a second step by itself; codes for an emergency come with one.
STAPPEN = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)

# What may be reached on the way to the second step. Static files never come here.
VRIJ = frozenset(
    {
        "account_login", "account_logout", "account_inactive", "account_reauthenticate", "verder", "sessie_stand", "sessie_blijf",
        "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp",
        "openid_connect_login", "openid_connect_callback",
        "mfa_add_webauthn", "mfa_login_webauthn", "mfa_reauthenticate_webauthn",
    }
)  # fmt: skip


def is_gezet(request: HttpRequest) -> bool:
    """Whether the second step was shown in this session."""
    return any(telt_als_tweede_stap(feit) for feit in get_authentication_records(request, request.user))


def telt_als_tweede_stap(feit: dict[str, Any]) -> bool:
    """Whether this way of showing who one is counts as the second step: here, or at a provider."""
    return feit.get("method") == METHODE or is_van_inlogdienst(feit)


def is_van_inlogdienst(feit: dict[str, Any]) -> bool:
    """Whether it was shown at a provider that we (still) rely on: `provider.py` lets no lower level through."""
    diensten = {dienst.id for dienst in settings.INLOGDIENSTEN}
    return feit.get("method") == INLOGDIENST and feit.get("provider") in diensten


def via_inlogdienst(request: HttpRequest, gebruiker: Any) -> str | None:
    """The provider by which this person logged in, if any."""
    feiten = get_authentication_records(request, gebruiker)
    return next((str(feit["provider"]) for feit in feiten if is_van_inlogdienst(feit)), None)


def waar_bevestigen(request: HttpRequest) -> str:
    """The address where this person shows once more who he is: there where he logged in."""
    if dienst := via_inlogdienst(request, request.user):
        return reverse("openid_connect_login", args=[dienst])
    gebruiker: Any = request.user
    if not gebruiker.is_professional:
        return reverse("account_reauthenticate")
    soorten = set(Authenticator.objects.filter(user_id=gebruiker.pk).values_list("type", flat=True))
    alleen_passkey = Authenticator.Type.WEBAUTHN in soorten and Authenticator.Type.TOTP not in soorten
    return reverse("mfa_reauthenticate_webauthn" if alleen_passkey else "mfa_reauthenticate")


def is_binnen(request: HttpRequest) -> bool:
    """Whether this person is all the way in: logged in, and with the second step where that is asked."""
    gebruiker: Any = request.user
    return gebruiker.is_authenticated and (not gebruiker.is_professional or is_gezet(request))


def onthoud(request: HttpRequest, gebruiker: Any, hoe: str) -> None:
    """Remember in this session that the second step was shown just now; `hoe` is the kind ('totp')."""
    record_authentication(request, gebruiker, METHODE, type=hoe, reauthenticated=True)


def ontbreekt_nog(request: HttpRequest) -> bool:
    """Whether this person still has to set up a second step for the first time."""
    if via_inlogdienst(request, request.user):
        return False
    gebruiker: Any = request.user
    return gebruiker.is_professional and not is_mfa_enabled(gebruiker, list(STAPPEN))


def mag_weg(stap: Authenticator) -> bool:
    """Whether this one may be taken away: a professional keeps another."""
    if not stap.user.is_professional or stap.type not in STAPPEN:
        return True
    return Authenticator.objects.filter(user_id=stap.user_id, type__in=STAPPEN).exclude(pk=stap.pk).exists()


def onleesbaar() -> list[str]:
    """The people of whom a second step can't be read with the installation's key (SECRET_KEY), as keys."""
    gevonden = set()
    for wie, soort, gegevens in Authenticator.objects.values_list("user_id", "type", "data"):
        geheim = gegevens.get("secret") or gegevens.get("seed")
        if soort != Authenticator.Type.WEBAUTHN and geheim and not _leesbaar(geheim):
            gevonden.add(str(wie))
    return sorted(gevonden)


def _leesbaar(geheim: str) -> bool:
    try:
        get_adapter().decrypt(geheim)
    except InvalidToken:
        return False
    return True


class TweedeStapFase(AuthenticateStage):
    """The stage of allauth's login that asks the code: not for who showed a second step at a provider just now."""

    def _should_handle(self, request: HttpRequest) -> bool:
        if self.login.user is not None and via_inlogdienst(request, self.login.user):
            return False
        return bool(super()._should_handle(request))


class TweedeFactorMiddleware:
    """Sends a professional without second step there first, whatever address was asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponse | None:
        """A second step that the installation's key can't read (the key was lost) is told as that, on every page."""
        if not isinstance(fout, InvalidToken):
            return None
        logger.error("Een tweede stap is niet te lezen: zij is met een andere SECRET_KEY versleuteld.")
        return render(request, "instanties/tweede_stap_onleesbaar.html", status=503)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        gebruiker = request.user
        if not gebruiker.is_authenticated or not gebruiker.is_professional or is_gezet(request):
            return None
        if request.resolver_match and request.resolver_match.view_name in VRIJ:
            return None
        if ontbreekt_nog(request):
            url = reverse("mfa_activate_totp")
        else:
            url = f"{waar_bevestigen(request)}?{urlencode({'next': request.get_full_path()})}"
        if request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Redirect": url})
        return HttpResponseRedirect(url)
