"""What somebody sent while he had to say first who he is: kept on the server, given back to that person only (G7).

A session that ended, or a grave act that asks once more: the fields wait in the session and come back on a page with a
button. Nothing is carried out unasked, and nothing of it is kept in the browser.
"""

import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict

IN_SESSION = "bewaarde_invoer"
# Long enough to find the phone and log in; after that the text of a family has no business in a session.
KEPT_FOR = 60 * 60
# Larger than any form of ours; what is sent beyond it isn't typing.
MOST_CHARACTERS = 200_000
_NEVER = frozenset({"csrfmiddlewaretoken"})
# Secrets are typed again; never kept.
_SECRET = ("wachtwoord", "password", "credential", "code")


def is_secret(name: str) -> bool:
    """Whether a field of this name holds what only its owner should know."""
    return any(secret in name.casefold() for secret in _SECRET)


def fields_of(sent: QueryDict) -> list[list[str]]:
    """What was typed, as name and value; without secrets and without what belongs to the sending itself."""
    return [
        [name, str(value)]
        for name, values in sent.lists()
        if name not in _NEVER and not is_secret(name)
        for value in values
    ]


def keep(request: HttpRequest, person: Any) -> bool:
    """Keep the fields of this POST in the session for the person `person`. False: nothing to keep, or too much."""
    fields = fields_of(request.POST)
    if not fields or sum(len(value) for _name, value in fields) > MOST_CHARACTERS:
        return False
    request.session[IN_SESSION] = {
        "wie": str(person),
        "naar": request.get_full_path(),
        "velden": fields,
        "op": time.time(),
    }
    return True


def of(request: HttpRequest) -> dict[str, Any] | None:
    """What waits for the person of this request; None for anybody else, and after an hour."""
    kept = still_waiting(request.session.get(IN_SESSION), time.time())
    return kept if kept and kept["wie"] == str(request.user.pk) else None


def still_waiting(kept: dict[str, Any] | None, now: float) -> dict[str, Any] | None:
    """Of what stands in a session: what may still wait at `now` (seconds since 1970). The rest is deleted hourly."""
    return kept if kept and now - kept["op"] <= KEPT_FOR else None


def forget(request: HttpRequest) -> None:
    """What was kept is sent, or not wanted any more."""
    request.session.pop(IN_SESSION, None)


def _is_key(value: str) -> bool:
    try:
        UUID(value)
    except ValueError:
        return False
    return True


def texts(kept: dict[str, Any]) -> list[str]:
    """What a person recognises as his own: the words, without the keys and ticks that travel along."""
    return [
        value
        for _name, value in kept["velden"]
        if any(character.isspace() for character in value.strip()) and not _is_key(value)
    ]


class KeptInputMiddleware:
    """Once the form arrives after all, its copy is gone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST":
            kept = request.session.get(IN_SESSION)
            if kept and kept["naar"] == request.get_full_path():
                forget(request)
        return self.get_response(request)
