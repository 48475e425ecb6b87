"""What a test starts from, made once: the real actions build it with real commits in a database of its own.

Each test then works there in a transaction that is rolled back, with objects of its own. Building the cast anew takes a
thousand queries; for hundreds of tests that is most of the time they take.
"""

import contextlib
import pickle
from collections.abc import Callable

import pytest

from tests import databases

_builders: dict[str, Callable[[], object]] = {}
_made: dict[str | None, tuple[str, bytes]] = {}
_session = contextlib.ExitStack()
_ended = False


def situatie(build: Callable[[], object]) -> Callable:
    """Make a fixture, named like `build`, that gives what `build()` returns; a test can have one such situation."""
    name = build.__name__
    _builders[name] = build

    @pytest.fixture(name=name)
    def fixture(request, db):
        if "verse_database" in request.fixturenames:
            pytest.fail(f"{name} is rolled back; with verse_database, make it in the test")
        return pickle.loads(_made[name][1])  # noqa: S301 - pickled by this very process

    fixture.__doc__ = build.__doc__
    return fixture


def of(item: pytest.Item) -> str | None:
    """Return the situation that a test starts from, if any."""
    return next((name for name in getattr(item, "fixturenames", ()) if name in _builders), None)


def begin() -> None:
    """Go to the empty database of this session, unless the first test went to its situation already."""
    if not _made:
        switch_to(None)


def switch_to(name: str | None) -> None:
    """Point the connections at the database of a situation, made when it is new; None is the empty database."""
    if _ended:
        return
    if name not in _made:
        database = _session.enter_context(databases.made()).name
        databases.point_at(database)
        _made[name] = (database, pickle.dumps(_builders[name]() if name else None))
    databases.point_at(_made[name][0])


def end() -> None:
    """Drop all databases of this session."""
    global _ended
    _ended = True
    databases.close()
    _session.close()
