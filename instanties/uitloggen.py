"""Logging out: here, and for who came by an OpenID provider also there, if he wants (X2, X5).

At a provider somebody is often logged in for all of his work. So logging out here says that one is still logged in there,
and shows the way; it never ends that by itself. No token is kept for it: the provider asks who is there.
"""

from urllib.parse import urlencode, urlsplit

from allauth.account import views as account
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from requests import RequestException

from instanties.inlogdienst import Inlogdienst
from instanties.provider import InlogdienstOAuth2Adapter, dienst_met
from instanties.tweede_factor import via_inlogdienst

# How long we remember where somebody logs out: whoever asks it often, doesn't make us ask it of the provider.
ONTHOUDEN = 3600


def uitloggen(request: HttpRequest) -> HttpResponse:
    """Log out; on a shared computer the way back shows none of the pages that were read (X5)."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    dienst = via_inlogdienst(request, request.user)
    antwoord = account.logout(request)
    if request.user.is_authenticated:
        return antwoord
    if dienst and "next" not in request.POST:
        antwoord = redirect("inlogdienst_uitgelogd", provider_id=dienst)
    antwoord.headers["Clear-Site-Data"] = '"cache", "storage"'
    return antwoord


@require_safe
@never_cache
def uitgelogd(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Logged out here, not there yet: what that means, and the way to log out there too."""
    return _pagina(request, _dienst(provider_id))


@require_safe
@never_cache
def ook_daar(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To where one logs out at the provider (OpenID Connect RP-Initiated Logout); it comes back to our first page."""
    dienst = _dienst(provider_id)
    if request.user.is_authenticated:
        return redirect("account_logout")
    adres = cache.get_or_set(f"inlogdienst.uitloggen:{dienst.id}", lambda: _adres(request, dienst), ONTHOUDEN)
    if not adres:
        return _pagina(request, dienst, lukt_niet=True)
    hierna = {
        "client_id": dienst.client_id,
        "post_logout_redirect_uri": request.build_absolute_uri(reverse("account_login")),
    }
    return HttpResponseRedirect(f"{adres}{'&' if urlsplit(adres).query else '?'}{urlencode(hierna)}")


def _adres(request: HttpRequest, dienst: Inlogdienst) -> str | None:
    """Where one logs out, by the provider's own description; None, and not remembered, when it doesn't say or answer."""
    try:
        adres = str(InlogdienstOAuth2Adapter(request, dienst.id).openid_config.get("end_session_endpoint") or "")
    except (RequestException, OAuth2Error, ValueError):
        return None
    # Never less safe than the provider itself.
    return adres if urlsplit(adres).scheme in ("https", urlsplit(dienst.uitgever).scheme) else None


def _pagina(request: HttpRequest, dienst: Inlogdienst, *, lukt_niet: bool = False) -> HttpResponse:
    return render(request, "instanties/inlogdienst_uitgelogd.html", {"dienst": dienst, "lukt_niet": lukt_niet})


def _dienst(provider_id: str) -> Inlogdienst:
    dienst = dienst_met(provider_id)
    if dienst is None:
        raise Http404
    return dienst
