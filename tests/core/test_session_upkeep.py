"""Text that somebody typed, and a session that is past, leave the disk; nobody only looks the other way (X6)."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from core import kept_input, returned, session_upkeep
from core.tasks import clear_sessions

pytestmark = [pytest.mark.eis("X6"), pytest.mark.django_db]


def session(**ago):
    """A session in which text waits: of each place, since so many minutes."""
    nu = timezone.now().timestamp()
    store = SessionStore()
    store["iets anders"] = "blijft"
    if "kept" in ago:
        velden = [["tekst", "mijn moeder drinkt"]]
        store[kept_input.IN_SESSION] = {"wie": "x", "naar": "/x/", "velden": velden, "op": nu - 60 * ago["kept"]}
    for key, minutes in ago.get("returned", {}).items():
        entries = store.setdefault(returned.IN_SESSION, {})
        entries[key] = {"path": "/x/", "who": "x", "fields": [], "refusal": None, "size": 0, "at": nu - 60 * minutes}
    store.create()
    return store.session_key


def what_is_there(key):
    return Session.objects.get(session_key=key).get_decoded()


def test_text_that_waited_too_long_is_gone_and_the_session_stays():
    past, fresh = session(kept=61), session(kept=59)
    both = session(kept=61, returned={"oud": 31, "nieuw": 29})
    clear_sessions()
    clear_sessions()
    assert what_is_there(past) == {"iets anders": "blijft"}
    assert what_is_there(fresh)[kept_input.IN_SESSION]["naar"] == "/x/"
    assert set(what_is_there(both)) == {"iets anders", returned.IN_SESSION}
    assert set(what_is_there(both)[returned.IN_SESSION]) == {"nieuw"}


def test_a_session_that_is_past_goes_with_what_it_was_logged_in_on(cast):
    key = session(kept=5)
    mark = UserSession(user=cast.mentor, ip="192.0.2.1", session_key=key, user_agent="Firefox")
    mark.save()
    clear_sessions()
    assert UserSession.objects.filter(session_key=key).exists()
    Session.objects.filter(session_key=key).update(expire_date=timezone.now() - timedelta(minutes=1))
    clear_sessions()
    assert not Session.objects.filter(session_key=key).exists()
    assert not UserSession.objects.filter(session_key=key).exists()


def test_what_lies_there_too_long_is_found_and_a_moment_is_all_that_is_said():
    now = timezone.now()
    session(kept=61)
    assert session_upkeep.overdue(now) == []
    key = session(kept=60 * 5)
    assert session_upkeep.overdue(now) == [f"{Session.objects.get(session_key=key).expire_date:%Y-%m-%d %H:%M}"]
