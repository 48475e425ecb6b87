"""Grave acts ask once more who is there (X2): the second step of a professional, the password of a family.

`@herbevestigd` under the decorator that checks the right and above `@once`. It asks before the form is shown; a form
that comes too late keeps its fields (core.kept_input) and is sent by a button after the detour. Someone who has
just logged in, or did something grave just before, isn't asked again.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from core import kept_input
from core.back_after_login import page_before
from instanties import tweede_factor

# Long enough for a few acts in a row; short enough for a laptop that was left open in a meeting. Real time.
VERS = 10 * 60


def is_vers(request: HttpRequest) -> bool:
    """Whether this person has just shown who he is: for a professional by the second step, once there is one."""
    if tweede_factor.ontbreekt_nog(request) and not tweede_factor.is_gezet(request):
        return True
    return any(
        time.time() - feit["at"] < VERS
        for feit in get_authentication_records(request, request.user)
        if _telt(request, feit)
    )


def _telt(request: HttpRequest, feit: dict[str, Any]) -> bool:
    """A provider may let somebody in without asking anything: only what it asked anew shows who is there now."""
    if tweede_factor.is_van_inlogdienst(feit):
        return bool(feit.get("reauthenticated"))
    gebruiker: Any = request.user
    return not gebruiker.is_professional or tweede_factor.telt_als_tweede_stap(feit)


def herbevestigd(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """View decorator: who didn't show just now who he is, does so first, and loses nothing that was typed."""

    @wraps(view)
    def omhuld(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated or is_vers(request):
            return view(request, *args, **kwargs)
        terug = request.get_full_path()
        if request.method == "POST":
            terug = reverse("verder") if kept_input.keep(request, request.user.pk) else page_before(request)
        url = f"{tweede_factor.waar_bevestigen(request)}?{urlencode({'next': terug})}"
        if request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Redirect": url})
        return HttpResponseRedirect(url)

    omhuld.herbevestigd = True  # type: ignore[attr-defined]
    return omhuld


def herbevestigd_als(
    nodig: Callable[..., bool],
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """The same where `nodig`, asked what the view is asked, says so: for what one does for oneself or for another."""

    def decorator(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        streng = herbevestigd(view)

        @wraps(view)
        def omhuld(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            return (streng if nodig(request, *args, **kwargs) else view)(request, *args, **kwargs)

        omhuld.herbevestigd = True  # type: ignore[attr-defined]
        return omhuld

    return decorator
