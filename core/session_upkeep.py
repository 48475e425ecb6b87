"""What a session may no longer show is deleted, not ignored: a row on a disk, and in each copy of it, is there to read (X6).

Text that was typed waits in the session of its writer (core/kept_input.py, core/returned.py) for an hour at most; the session
itself lives on for a day.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import transaction

from core import kept_input, returned

# What of it may still wait at a moment (seconds since 1970), by its place in the session; empty: nothing.
WAITING = {kept_input.IN_SESSION: kept_input.still_waiting, returned.IN_SESSION: returned.still_waiting}
# So long after its time something may still lie there: the hourly task came just before it, and once was late.
LATE = timedelta(hours=3)


def clear(now: datetime) -> int:
    """Delete sessions that are past, where they were from, and in the others what waited too long; returns how many of those.

    `now`: real time. Idempotent.
    """
    SessionStore.clear_expired()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    return sum(_clean(key, now) for key in [row.session_key for row, _data in _with_something_past(now)])


def overdue(now: datetime) -> list[str]:
    """The moments at which sessions end that hold something whose time was over long before `now`."""
    before = now - LATE
    past = [row.expire_date for row in Session.objects.filter(expire_date__lt=before)]
    past += [row.expire_date for row, _data in _with_something_past(before)]
    return [f"{moment:%Y-%m-%d %H:%M}" for moment in past]


def _with_something_past(now: datetime) -> Iterator[tuple[Session, dict[str, Any]]]:
    for row in Session.objects.iterator():
        data = row.get_decoded()
        if _left(data, now) != data:
            yield row, data


def _left(data: dict[str, Any], now: datetime) -> dict[str, Any]:
    """This session without what may no longer wait."""
    kept = {name: still(data[name], now.timestamp()) for name, still in WAITING.items() if name in data}
    return {name: kept.get(name, value) for name, value in data.items() if kept.get(name, value) or name not in kept}


@transaction.atomic
def _clean(key: str, now: datetime) -> int:
    row = Session.objects.select_for_update().filter(session_key=key).first()
    if row is None:
        return 0
    data = row.get_decoded()
    left = _left(data, now)
    if left == data:
        return 0
    row.session_data = SessionStore().encode(left)
    row.save(update_fields=["session_data"])
    return 1
