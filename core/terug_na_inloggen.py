"""Whose session ended while typing comes back, after the login, to the page with the form (G7).

What was sent went to an address that only takes a POST; the page before it holds the form, and the tab what was typed.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


class TerugNaInloggenMiddleware:
    """A POST that is answered with "log in first" leads back to the page that it was sent from.

    Unless whoever answered knows better (`request.terug_bekend`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        if request.method == "POST" and antwoord.status_code == 302 and not getattr(request, "terug_bekend", False):
            naar = urlsplit(antwoord["Location"])
            if REDIRECT_FIELD_NAME in QueryDict(naar.query) and naar.path == resolve_url(settings.LOGIN_URL):
                antwoord["Location"] = redirect_to_login(pagina_ervoor(request)).url
        return antwoord


def pagina_ervoor(request: HttpRequest) -> str:
    """The page that the form stood on, if it is one of ours; else the start."""
    vorige = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(vorige, {request.get_host()}, require_https=request.is_secure()):
        return "/"
    adres = urlsplit(vorige)
    return f"{adres.path}?{adres.query}" if adres.query else adres.path
