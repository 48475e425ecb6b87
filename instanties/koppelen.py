"""The way to an OpenID provider and back, and linking an account to it: always asked for in so many words, by a POST (X2)."""

import time
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from allauth.account.models import Login
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from requests import RequestException

from core import clock
from core.acts import only_pressed
from core.errors import RuleError
from instanties import tweede_factor, welkom
from instanties.actions import koppel_inlogdienst, los_uitnodiging_in_met, ontkoppel_inlogdienst
from instanties.inlogdienst import Inlogdienst
from instanties.inlogdiensten import IN_SESSIE, INLOGGEN, KOPPELEN, OPNIEUW, WELKOM, geweigerd, te_vaak_geweigerd
from instanties.provider import InlogdienstOAuth2Adapter, dienst_met, nonce_van

BEDENKTIJD = 600


def _dienst(provider_id: str) -> Inlogdienst:
    dienst = dienst_met(provider_id)
    if dienst is None:
        raise Http404
    return dienst


def _vraag(request: HttpRequest, dienst: Inlogdienst) -> dict[str, str]:
    """Why this person goes to the provider: whoever isn't all the way in yet, to log in."""
    gebruiker: Any = request.user
    if tweede_factor.is_binnen(request):
        if gebruiker.is_professional != dienst.voor_professionals:
            raise Http404
        gekoppeld = SocialAccount.objects.filter(user=gebruiker, provider=dienst.id).exists()
        return {"doel": OPNIEUW if gekoppeld else KOPPELEN, "voor": str(gebruiker.pk)}
    uitnodiging = welkom.uit_sessie(request)
    if uitnodiging is not None and uitnodiging.gebruiker.is_professional == dienst.voor_professionals:
        return {"doel": WELKOM, "voor": str(uitnodiging.pk)}
    return {"doel": INLOGGEN}


@require_safe
@never_cache
def heen(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the provider. A GET: the browser would hold a form to the addresses of our own, also where the provider sends it on to."""
    dienst = _dienst(provider_id)
    if te_vaak_geweigerd(request):
        return render(request, "429.html", status=429)
    vraag = _vraag(request, dienst)
    if vraag["doel"] == KOPPELEN and is_reauthentication_required(request, app="instanties"):
        return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': request.path})}")
    provider = get_adapter().get_provider(request, dienst.id)
    staat = get_random_string(32)
    extra = provider.get_auth_params() | {"nonce": nonce_van(staat)}
    if vraag["doel"] != INLOGGEN:
        # A shared computer: whoever is still logged in there isn't who sits here.
        extra |= {"prompt": "login", "max_age": "0"}
    try:
        antwoord: HttpResponse = provider.redirect(
            request,
            process=AuthProcess.LOGIN,
            next_url=_daarna(request),
            data=vraag,
            state_id=staat,
            auth_params=extra,
            scope=provider.get_scope(),
        )
    except (RequestException, OAuth2Error, ValueError):
        return geweigerd(request, dienst, "onbereikbaar", status=503)
    return antwoord


def _daarna(request: HttpRequest) -> str | None:
    adres = request.GET.get("next", "")
    goed = url_has_allowed_host_and_scheme(adres, {request.get_host()}, require_https=request.is_secure())
    return adres if goed else None


@require_safe
@never_cache
def terug(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Back from the provider: allauth fetches the token, `provider.py` reads it, `inlogdiensten.py` decides."""
    dienst = _dienst(provider_id)
    if te_vaak_geweigerd(request):
        return render(request, "429.html", status=429)
    try:
        antwoord: HttpResponse = OAuth2CallbackView.adapter_view(InlogdienstOAuth2Adapter(request, dienst.id))(request)
    except (KeyError, ValueError):
        # An answer that isn't one of an OpenID provider at all.
        return geweigerd(request, dienst, "controle")
    except ImmediateHttpResponse as fout:
        return fout.response
    return antwoord


@never_cache
def koppelen(request: HttpRequest) -> HttpResponse:
    """Ask whether this account may be opened by that login, and link it. Without such a question: back to the start."""
    vraag = request.session.get(IN_SESSIE) or {}
    dienst = dienst_met(vraag.get("dienst", ""))
    uitnodiging = welkom.uit_sessie(request) if vraag.get("doel") == WELKOM else None
    gebruiker: Any = uitnodiging.gebruiker if uitnodiging else request.user
    voor = str(uitnodiging.pk) if uitnodiging else str(getattr(request.user, "pk", ""))
    te_laat = time.time() - vraag.get("op", 0) > BEDENKTIJD
    if dienst is None or te_laat or vraag.get("voor") != voor or (uitnodiging and request.user.is_authenticated):
        request.session.pop(IN_SESSIE, None)
        return redirect("mfa_index" if request.user.is_authenticated else "account_login")
    if request.method != "POST":
        return render(request, "instanties/inlogdienst_koppelen.html", {"dienst": dienst, "gebruiker": gebruiker})
    del request.session[IN_SESSIE]
    try:
        if uitnodiging is None:
            koppel_inlogdienst(gebruiker, dienst, vraag["uid"], nu=clock.now())
        else:
            gebruiker = los_uitnodiging_in_met(uitnodiging, dienst, vraag["uid"], nu=clock.now())
    except RuleError as fout:
        messages.error(request, fout.message)
        return redirect("mfa_index" if request.user.is_authenticated else "account_login")
    if uitnodiging is None:
        messages.success(request, _("U kunt nu ook met %(dienst)s inloggen.") % {"dienst": dienst.naam})
        return redirect("mfa_index")
    request.session.pop(welkom.IN_SESSIE, None)
    record_authentication(request, gebruiker, tweede_factor.INLOGDIENST, provider=dienst.id)
    return perform_login(request, Login(user=gebruiker, redirect_url=reverse("werklijst:mijn_werk")))


@login_required
@only_pressed("mfa_index")
@reauthentication_required
def ontkoppelen(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take the link away."""
    dienst = _dienst(provider_id)
    try:
        weg = ontkoppel_inlogdienst(request.user, dienst.id)
    except RuleError as fout:
        messages.error(request, fout.message)
    else:
        if weg:
            messages.success(request, _("U logt niet meer in met %(dienst)s.") % {"dienst": dienst.naam})
    return redirect("mfa_index")
