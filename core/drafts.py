"""What was typed and is saved: the copy that the tab keeps of it may go (G7, X5).

A form with `data-bewaar` keeps what is typed in the tab (static/js/bewaren.js), under the person, the address that the form
is sent to (and so the family and the object in it) and the name of the form. No view names a key and none clears one: each
form carries a key of its own, and an act that is carried out (core/idempotency.py) notes that key with its address. The next
page of that person says which those were.
"""

import json
import time
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from core.htmx import wants_part

IN_SESSION = "saved_forms"
# Real time. The page that comes next says it; a page of another tab may come in between.
TOLD_FOR = 10 * 60
MOST = 10


def saved(request: HttpRequest, key: str) -> None:
    """Note that the form with this key was carried out at the address of this request. Keys and addresses, no text."""
    if request.user.is_authenticated:
        told = _still(request.session.get(IN_SESSION))
        request.session[IN_SESSION] = [*told[1 - MOST :], [key, request.path, time.time()]]


def just_saved(request: HttpRequest) -> list[list[str]]:
    """Key and address of the forms that this person has just sent, and that were carried out."""
    told = request.session.get(IN_SESSION) if hasattr(request, "session") else None
    return [[key, path] for key, path, _at in _still(told)]


def _still(told: list[list[Any]] | None) -> list[list[Any]]:
    return [row for row in told or [] if time.time() - row[2] < TOLD_FOR]


class DraftsMiddleware:
    """A part of a page says it in a header; a whole page in its body (templates/basis.html)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if wants_part(request) and (forms := just_saved(request)):
            answer.headers["HX-Trigger"] = json.dumps({"bewaard": {"forms": forms}})
        return answer
