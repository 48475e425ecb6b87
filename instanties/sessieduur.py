"""How long somebody stays logged in: after doing nothing, and at most (adr 0017). Real time, kept by the server.

A form that is sent after the end isn't lost: it waits for its writer, who logs in and sends it by a button
(core.kept_input).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core import kept_input
from core.acts import only_pressed
from core.back_after_login import leads_to_login, page_before
from instanties.permissions import is_beheerder, is_privacy_officer

IN_SESSIE = "sessieduur"
# What was done last is written once a minute, so that reading doesn't write with every page.
KORREL = 60
# How long before the end somebody is asked whether to go on (WCAG 2.2.1).
WAARSCHUW_VOORAF = 3 * 60
# A session that ended is still known by its row for a day, so that what was typed finds its writer.
HERKENBAAR = 24 * 3600


@dataclass(frozen=True)
class Duur:
    """In seconds: without doing anything, and from the login on."""

    stil: int
    hoogstens: int


BEHEER = Duur(15 * 60, 4 * 3600)
PROFESSIONAL = Duur(30 * 60, 10 * 3600)
FAMILIE = Duur(60 * 60, 12 * 3600)


def duur_voor(gebruiker: Any) -> Duur:
    """How long this person stays logged in: the shortest of what he is."""
    if not gebruiker.is_professional:
        return FAMILIE
    return BEHEER if is_beheerder(gebruiker) or is_privacy_officer(gebruiker) else PROFESSIONAL


def _nu() -> float:
    return timezone.now().timestamp()


def einde(request: HttpRequest) -> float | None:
    """When this session ends if nothing more is done; None before it has begun to count."""
    stand = request.session.get(IN_SESSIE)
    if not stand:
        return None
    return min(stand["laatst"] + stand["stil"], stand["begin"] + stand["hoogstens"])


def begin(sender: Any, request: HttpRequest, user: Any, **_overig: Any) -> None:
    """Receiver of user_logged_in: from here on it counts."""
    duur, nu = duur_voor(user), _nu()
    request.session[IN_SESSIE] = {"begin": nu, "laatst": nu, "stil": duur.stil, "hoogstens": duur.hoogstens}
    kept_input.forget_of_others(request, user.pk)


def _raak_aan(request: HttpRequest, nu: float) -> None:
    """Something was done; now and then it is also seen what this person is by now."""
    stand = request.session.get(IN_SESSIE)
    if stand is not None and nu - stand["laatst"] < KORREL:
        return
    duur = duur_voor(request.user)
    begin = stand["begin"] if stand else nu
    request.session[IN_SESSIE] = {"begin": begin, "laatst": nu, "stil": duur.stil, "hoogstens": duur.hoogstens}


class SessieduurMiddleware:
    """Ends a session that lasted too long, before anything is shown or done. After the check of the form's origin."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        if getattr(request, "sessie_voorbij", False):
            antwoord.headers.setdefault("Clear-Site-Data", '"cache"')
        elif leads_to_login(antwoord):
            _zeg_als_zij_weg_is(request)
        return antwoord

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if not request.user.is_authenticated:
            if request.method == "GET" and request.resolver_match.url_name == "account_login":  # type: ignore[union-attr]
                _zeg_als_zij_weg_is(request)
            return None
        nu = _nu()
        tot = einde(request)
        if tot is None or nu < tot:
            if view is not nog_over:
                _raak_aan(request, nu)
            return None
        return _voorbij(request, view)


def _voorbij(request: HttpRequest, view: Any) -> HttpResponse | None:
    """Log out. What was sent is kept for its writer; a page is asked again after the login."""
    wie, waarom, naam = request.user.pk, _waarom(request), getattr(request.resolver_match, "url_name", "")
    logout(request)
    request.sessie_voorbij = True  # type: ignore[attr-defined]
    if view is nog_over or naam == "verlaat":
        return None
    if naam == "account_logout":
        return HttpResponseRedirect(reverse("account_login"))
    if request.method != "POST":
        messages.info(request, f"{waarom} {_('Log opnieuw in, dan gaat u verder waar u was.')}")
        return None
    # What belongs to logging in itself is typed again.
    request.way_back_known = True  # type: ignore[attr-defined]
    van_een_pagina = bool(request.resolver_match and request.resolver_match.namespaces)
    bewaard = van_een_pagina and kept_input.keep(request, wie)
    terug = reverse("verder") if bewaard else page_before(request)
    tekst = (
        _("Wat u had ingevuld, is bewaard. Log opnieuw in, dan krijgt u het terug en kunt u het alsnog versturen.")
        if bewaard
        else _("Log opnieuw in, dan gaat u verder waar u was.")
    )
    messages.info(request, f"{waarom} {tekst}")
    url = f"{reverse('account_login')}?{urlencode({'next': terug})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": url})
    return HttpResponseRedirect(url)


def _waarom(request: HttpRequest) -> str:
    """Why this session is over: nothing was done, or it lasted as long as it may."""
    stand = request.session[IN_SESSIE]
    if _nu() < stand["laatst"] + stand["stil"]:
        return _("U was %(uren)d uur ingelogd. Daarom bent u uitgelogd.") % {"uren": stand["hoogstens"] // 3600}
    return _("U deed %(minuten)d minuten niets. Daarom bent u uitgelogd.") % {"minuten": stand["stil"] // 60}


def _zeg_als_zij_weg_is(request: HttpRequest) -> None:
    """A browser that still had a session, which isn't there any more: ended elsewhere, or long ago."""
    if request.COOKIES.get(settings.SESSION_COOKIE_NAME) and request.session.is_empty():
        messages.info(
            request,
            _("U bent niet meer ingelogd. Dat komt doordat u lang weg was, of ergens anders bent uitgelogd."),
        )


def nog_over(request: HttpRequest) -> JsonResponse:
    """How many seconds are left. Asking isn't doing something, so it prolongs nothing."""
    tot = einde(request) if request.user.is_authenticated else None
    return JsonResponse({"over": max(0, int(tot - _nu())) if tot is not None else 0})


@login_required
@only_pressed("werklijst:mijn_werk")
def blijf(request: HttpRequest) -> HttpResponse:
    """Somebody is still there: counted like any page. Leads back to the page, for who presses it without JavaScript."""
    if request.headers.get("Accept") == "application/json":
        return nog_over(request)
    return HttpResponseRedirect(page_before(request))


def in_context(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `sessieduur`, for the pages that somebody reads while logged in."""
    return {"sessieduur": lambda: _voor_de_pagina(request)}


def _voor_de_pagina(request: HttpRequest) -> dict[str, Any] | None:
    tot = einde(request) if hasattr(request, "session") and request.user.is_authenticated else None
    if tot is None:
        return None
    stand_nu = request.session[IN_SESSIE]
    return {
        "over": int(tot - _nu()),
        "vooraf": WAARSCHUW_VOORAF,
        "stil_minuten": stand_nu["stil"] // 60,
    }
