"""What somebody sent while he had to say first who he is: kept on the server, given back to that person only (G7).

A session that ended, or a grave act that asks once more: the fields wait in the session and come back on a page with a
button. Nothing is carried out unasked. It is text of a family: sealed (core/sealed.py), for an hour, and gone when this
very form arrives, when somebody else logs in, and when the page is left in a hurry.
"""

import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict

from core.idempotency import FIELD
from core.sealed import seal, unseal

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
        "vorm": request.POST.get(FIELD, ""),
        "velden": seal(IN_SESSION, fields),
        "op": time.time(),
    }
    return True


def of(request: HttpRequest) -> dict[str, Any] | None:
    """What waits for the person of this request; None for anybody else, and after an hour."""
    kept = still_waiting(request.session.get(IN_SESSION), time.time())
    if not kept or kept["wie"] != str(request.user.pk):
        return None
    fields = unseal(IN_SESSION, kept["velden"])
    return {**kept, "velden": fields} if fields is not None else None


def still_waiting(kept: dict[str, Any] | None, now: float) -> dict[str, Any] | None:
    """Of what stands in a session: what may still wait at `now` (seconds since 1970). The rest is deleted hourly."""
    return kept if kept and now - kept["op"] <= KEPT_FOR else None


def forget(request: HttpRequest) -> None:
    """What was kept is sent, or not wanted any more."""
    request.session.pop(IN_SESSION, None)


def forget_of_others(request: HttpRequest, person: Any) -> None:
    """`person` logs in: what somebody else typed in this browser goes."""
    kept = request.session.get(IN_SESSION)
    if kept and kept["wie"] != str(person):
        forget(request)


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
    """Once this very form arrives after all, its copy is gone; another form for the same address leaves it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST":
            kept = request.session.get(IN_SESSION)
            if kept and kept["naar"] == request.get_full_path() and kept.get("vorm") == request.POST.get(FIELD, ""):
                forget(request)
        return self.get_response(request)
