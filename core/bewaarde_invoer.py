"""What somebody sent while he had to say first who he is: kept on the server, given back to that person only (G7).

A session that ended, or a grave act that asks once more: the fields wait in the session and come back on a page with a
button. Nothing is carried out unasked, and nothing of it is kept in the browser.
"""

import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict

IN_SESSIE = "bewaarde_invoer"
# Long enough to find the phone and log in; after that the text of a family has no business in a session.
HOUDBAAR = 60 * 60
# Larger than any form of ours; what is sent beyond it isn't typing.
HOOGSTENS_TEKENS = 200_000
_NOOIT = frozenset({"csrfmiddlewaretoken"})
# Secrets are typed again; never kept.
_GEHEIM = ("wachtwoord", "password", "credential", "code")


def velden_van(ingestuurd: QueryDict) -> list[list[str]]:
    """What was typed, as name and value; without secrets and without what belongs to the sending itself."""
    return [
        [naam, str(waarde)]
        for naam, waarden in ingestuurd.lists()
        if naam not in _NOOIT and not any(geheim in naam.casefold() for geheim in _GEHEIM)
        for waarde in waarden
    ]


def bewaar(request: HttpRequest, wie: Any) -> bool:
    """Keep the fields of this POST in the session for the person `wie`. False: nothing to keep, or too much."""
    velden = velden_van(request.POST)
    if not velden or sum(len(waarde) for _naam, waarde in velden) > HOOGSTENS_TEKENS:
        return False
    request.session[IN_SESSIE] = {
        "wie": str(wie),
        "naar": request.get_full_path(),
        "velden": velden,
        "op": time.time(),
    }
    return True


def van(request: HttpRequest) -> dict[str, Any] | None:
    """What waits for the person of this request; None for anybody else, and after an hour."""
    invoer = request.session.get(IN_SESSIE)
    if not invoer or invoer["wie"] != str(request.user.pk) or time.time() - invoer["op"] > HOUDBAAR:
        return None
    return invoer


def vergeet(request: HttpRequest) -> None:
    """What was kept is sent, or not wanted any more."""
    request.session.pop(IN_SESSIE, None)


def _is_sleutel(waarde: str) -> bool:
    try:
        UUID(waarde)
    except ValueError:
        return False
    return True


def teksten(invoer: dict[str, Any]) -> list[str]:
    """What a person recognises as his own: the words, without the keys and ticks that travel along."""
    return [
        waarde
        for _naam, waarde in invoer["velden"]
        if any(teken.isspace() for teken in waarde.strip()) and not _is_sleutel(waarde)
    ]


class BewaardeInvoerMiddleware:
    """Once the form arrives after all, its copy is gone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST":
            invoer = request.session.get(IN_SESSIE)
            if invoer and invoer["naar"] == request.get_full_path():
                vergeet(request)
        return self.get_response(request)
