"""Logging in by an OpenID provider: what allauth is told, and what somebody reads when it is refused (X2).

Allauth walks the protocol; `provider.py` reads the token. Here is who comes in: only who was linked before. Whoever else
proves who they are gets one and the same page, whether the account doesn't exist, is closed, or is of another kind.
"""

import time
from typing import Any, NoReturn

from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from instanties import tweede_factor
from instanties.inlogdienst import Inlogdienst
from instanties.models import Gebruiker
from instanties.provider import VERS, InlogdienstProvider, TeLaagNiveau, dienst_met
from logboek.actions import schrijf
from logboek.models import Handeling, Uitkomst

IN_SESSIE = "inlogdienst"
# Why somebody goes to the provider.
INLOGGEN, KOPPELEN, WELKOM, OPNIEUW = "inloggen", "koppelen", "welkom", "opnieuw"


def diensten_voor(gebruiker: Any) -> list[Inlogdienst]:
    """The providers that this person may be linked to; all of them while nobody is logged in."""
    if not gebruiker.is_authenticated:
        return list(settings.INLOGDIENSTEN)
    return [dienst for dienst in settings.INLOGDIENSTEN if dienst.voor_professionals == gebruiker.is_professional]


def _bekende(naam: str) -> Inlogdienst:
    dienst = dienst_met(naam)
    if dienst is None:
        raise Http404
    return dienst


def te_vaak_geweigerd(request: HttpRequest) -> bool:
    """Whether this address was refused so often that it has to wait."""
    return not _tel(request, alleen_kijken=True)


def _tel(request: HttpRequest, *, alleen_kijken: bool = False) -> bool:
    """Count a refusal; False when it is too many. By the inner function: a way back ends in a GET, and those count here."""
    geteld = ratelimit.consume(
        request, app="allauth.account", action="inlogdienst", dry_run=alleen_kijken, limit_get=True
    )
    return geteld is not None


def geweigerd(request: HttpRequest, dienst: Inlogdienst, reden: str, *, status: int = 403) -> HttpResponse:
    """The page for who isn't let in, and its row in the logboek. `reden` is for the logboek; the page says what to do."""
    _tel(request)
    schrijf(
        Handeling.AANMELDEN,
        uitkomst=Uitkomst.GEWEIGERD,
        object_soort="inlogdienst",
        melding=f"{dienst.id}: {reden}",
    )
    context = {"dienst": dienst, "reden": reden}
    return render(request, "instanties/inlogdienst_geweigerd.html", context, status=status)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Providers come from the settings alone, accounts from an invitation alone."""

    def list_apps(self, request: HttpRequest, provider: str | None = None, client_id: str | None = None) -> list[Any]:
        """The providers of this installation, as allauth wants them; its table for them stays empty."""
        return [
            SocialApp(
                provider=InlogdienstProvider.id,
                provider_id=dienst.id,
                name=dienst.naam,
                client_id=dienst.client_id,
                secret=dienst.geheim,
                settings={
                    "server_url": dienst.uitgever.rstrip("/"),
                    "auth_params": {"acr_values": " ".join(dienst.niveaus)} if dienst.niveaus else {},
                    "oauth_pkce_enabled": True,
                },
            )
            for dienst in settings.INLOGDIENSTEN
            if provider in (None, dienst.id) and client_id in (None, dienst.client_id)
        ]

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody makes an own account."""
        return False

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: Any) -> Any:
        """Nothing of what a provider says of somebody is taken over."""
        return sociallogin.user

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: Any = None,
    ) -> NoReturn:
        """One page for every way in which it can go wrong; only a level that is too low is named, it tells nothing of accounts."""
        if error == AuthError.CANCELLED:
            messages.info(request, _("U hebt het inloggen afgebroken."))
            raise ImmediateHttpResponse(redirect("account_login"))
        dienst = _bekende(provider.app.provider_id)
        reden = "niveau" if isinstance(exception, TeLaagNiveau) else "controle"
        raise ImmediateHttpResponse(geweigerd(request, dienst, reden))

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Who it is, is sure by now: let in who was linked before, ask who wants to be linked, refuse the rest."""
        dienst = _bekende(sociallogin.account.provider)
        vraag = sociallogin.state.get("data") or {}
        if vraag.get("doel") == OPNIEUW:
            raise ImmediateHttpResponse(self._opnieuw(request, sociallogin, dienst))
        if not sociallogin.is_existing:
            if vraag.get("doel") in (KOPPELEN, WELKOM):
                request.session[IN_SESSIE] = vraag | {
                    "dienst": dienst.id,
                    "uid": sociallogin.account.uid,
                    "op": time.time(),
                }
                raise ImmediateHttpResponse(HttpResponseRedirect(reverse("inlogdienst_koppelen")))
            raise ImmediateHttpResponse(geweigerd(request, dienst, "onbekend"))
        gebruiker = sociallogin.user
        if not self._past(gebruiker, dienst) or vraag.get("doel") != INLOGGEN:
            raise ImmediateHttpResponse(geweigerd(request, dienst, "onbekend"))

    @staticmethod
    def _past(gebruiker: Gebruiker, dienst: Inlogdienst) -> bool:
        return gebruiker.is_active and gebruiker.is_professional == dienst.voor_professionals

    def _opnieuw(self, request: HttpRequest, sociallogin: SocialLogin, dienst: Inlogdienst) -> HttpResponse:
        """Who is logged in showed it again at the provider, just now; goes on with what asked for it."""
        op = getattr(sociallogin, "ingelogd_op", None)
        vers = isinstance(op, int | float) and abs(time.time() - op) < VERS
        if not vers or not sociallogin.is_existing or sociallogin.user != request.user:
            return geweigerd(request, dienst, "opnieuw")
        record_authentication(
            request, request.user, tweede_factor.INLOGDIENST, provider=dienst.id, reauthenticated=True
        )
        return HttpResponseRedirect(sociallogin.get_redirect_url(request) or settings.LOGIN_REDIRECT_URL)
