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


class BackAfterLoginMiddleware:
    """A POST that is answered with "log in first" leads back to the page that it was sent from.

    Unless whoever answered knows better (`request.way_back_known`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if request.method == "POST" and not getattr(request, "way_back_known", False) and leads_to_login(answer):
            answer["Location"] = redirect_to_login(page_before(request)).url
        return answer


def leads_to_login(answer: HttpResponse) -> bool:
    """Whether this answer is "log in first", with the way back."""
    if answer.status_code != 302:
        return False
    target = urlsplit(answer["Location"])
    return REDIRECT_FIELD_NAME in QueryDict(target.query) and target.path == resolve_url(settings.LOGIN_URL)


def page_before(request: HttpRequest) -> str:
    """The page that the form stood on, if it is one of ours; else the start."""
    previous = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(previous, {request.get_host()}, require_https=request.is_secure()):
        return "/"
    address = urlsplit(previous)
    return f"{address.path}?{address.query}" if address.query else address.path
