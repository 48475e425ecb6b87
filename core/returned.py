"""A form that a rule or its own fields refused: it waits in the session while the browser goes on by GET.

So the page with the errors has an address of its own: the back button, a reload and a second tab do what a person expects.
One form, one place: the key of the form (core/idempotency.py) names it, in the address as `?fout=<key>`; what is sent
again takes the place of what waited, and what is done leaves nothing. Bound to the person, the session and the address of
the act (and so to the family in it). It is text of a family: sealed (core/sealed.py), shown for half an hour, of a few forms,
never in a log, and gone with the form, at the end of the session, or when the page is left in a hurry (docs/adr/0019).
"""

import dataclasses
import time
import uuid
from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest, QueryDict

from core import kept_input
from core.idempotency import FIELD
from core.sealed import seal, unseal

IN_SESSION = "returned"
PARAMETER = "fout"
# Real time. As long as a professional stays logged in without doing anything.
KEPT_FOR = 30 * 60
# A handful of tabs. Beyond these numbers the oldest goes first.
MOST_FORMS = 5
MOST_CHARACTERS = kept_input.MOST_CHARACTERS


@dataclass(frozen=True)
class Refusal:
    """What a rule said (RuleError): the words, the field they belong to, and both texts when somebody else was first."""

    message: str
    field: str | None = None
    outdated: bool = False
    own: dict[str, str] = dataclasses.field(default_factory=dict)
    present: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Returned:
    """What waits: what was typed, and what a rule said about it. What is wrong with a field, the form says again itself."""

    key: str
    data: QueryDict
    refusal: Refusal | None


def keep(request: HttpRequest, data: QueryDict, refusal: Refusal | None) -> str | None:
    """Let what was sent here wait; gives the address by which it is shown. None: too much to keep in a session."""
    fields = kept_input.fields_of(data)
    size = sum(len(value) for _name, value in fields)
    if size > MOST_CHARACTERS:
        return None
    key = _form_key(request.POST) or str(uuid.uuid4())
    if _fresh(request).get(key, {}).get("path", request.path) != request.path:
        # Another form of a page that came back carries the same key; what waits at its own address stays.
        key = str(uuid.uuid4())
    entry = {
        "path": request.path,
        "who": str(request.user.pk),
        "sealed": seal(IN_SESSION, {"fields": fields, "refusal": asdict(refusal) if refusal else None}),
        "size": size,
        "at": time.time(),
    }
    others = {name: entry for name, entry in _fresh(request).items() if name != key}
    while others and (
        len(others) >= MOST_FORMS or size + sum(rij["size"] for rij in others.values()) > MOST_CHARACTERS
    ):
        del others[min(others, key=lambda name: others[name]["at"])]
    request.session[IN_SESSION] = {**others, key: entry}
    query = request.GET.copy()
    query[PARAMETER] = key
    return f"{request.path}?{query.urlencode()}"


def of(request: HttpRequest) -> Returned | None:
    """What waits at this address under the key in it, for who sent it; None for anybody else, elsewhere and later."""
    key = request.GET.get(PARAMETER)
    entry = _fresh(request).get(key) if key and hasattr(request, "session") else None
    if entry is None or entry["path"] != request.path or entry["who"] != str(request.user.pk):
        return None
    kept = unseal(IN_SESSION, entry.get("sealed"))
    if kept is None:
        return None
    data = QueryDict(mutable=True)
    for name, value in kept["fields"]:
        data.appendlist(name, value)
    return Returned(str(key), data, Refusal(**kept["refusal"]) if kept["refusal"] else None)


def forget(request: HttpRequest) -> None:
    """The form of this POST is carried out: what waited of it goes."""
    kept = request.session.get(IN_SESSION, {})
    fresh = _fresh(request)
    key = _form_key(request.POST)
    if key in fresh and fresh[key]["path"] == request.path:
        del fresh[key]
    if len(fresh) < len(kept):
        request.session[IN_SESSION] = fresh


def forget_all(request: HttpRequest) -> None:
    """Nothing that was refused waits any longer."""
    request.session.pop(IN_SESSION, None)


def _fresh(request: HttpRequest) -> dict[str, Any]:
    return still_waiting(request.session.get(IN_SESSION), time.time())


def still_waiting(kept: dict[str, Any] | None, now: float) -> dict[str, Any]:
    """Of what stands in a session: the forms that may still wait at `now` (seconds since 1970). The rest is deleted hourly."""
    return {key: entry for key, entry in (kept or {}).items() if entry["at"] > now - KEPT_FOR}


def _form_key(data: QueryDict) -> str | None:
    try:
        return str(uuid.UUID(data.get(FIELD, "")))
    except ValueError:
        return None
