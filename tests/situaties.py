"""What a test starts from, made once: the real actions build it with real commits in a database of its own.

Each test then works there in a transaction that is rolled back, with objects of its own. Building the cast anew takes a
thousand queries; for hundreds of tests that is most of the time they take. A process stays in the database of one
situation for as long as its tests ask for it: connecting to another costs more than a small test.
"""

import contextlib
import pickle
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.db import connections

from tests import databases


@dataclass(frozen=True)
class _Made:
    """A situation that is there: its database, and what its builder gave."""

    database: str
    value: bytes

    def load(self) -> object:
        return pickle.loads(self.value)  # noqa: S301 - pickled by this very process


# By name: what builds it, and the situation that it is built upon.
_builders: dict[str, tuple[Callable[..., object], str | None]] = {}
_made: dict[str | None, _Made] = {}
_session = contextlib.ExitStack()
_ended = False
# Processor seconds that making situations took: no test's own.
seconds_making = 0.0


def situatie(build: Callable[[], object]) -> Callable:
    """Make a fixture, named like `build`, that gives what `build()` returns; a test can have one such situation."""
    name = build.__name__
    _builders[name] = (build, None)

    @pytest.fixture(name=name)
    def fixture(request, db):
        if "fresh_database" in request.fixturenames:
            pytest.fail(f"{name} is rolled back; with fresh_database, make it in the test")
        return load(name)

    fixture.__doc__ = build.__doc__
    return fixture


def build_upon(base: str, name: str, build: Callable[[object], object]) -> pytest.MarkDecorator:
    """Make a situation out of another: `build(what base gave)`. A test with this mark starts there, and `load`s it."""
    _builders[name] = (build, base)
    return pytest.mark.situatie(name)


def load(name: str) -> object:
    """Give what the builder of a situation gave, with objects of one's own."""
    return _made[name].load()


def of(item: pytest.Item) -> str | None:
    """Return the situation that a test starts from, if any."""
    if mark := item.get_closest_marker("situatie"):
        return mark.args[0]
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
        _make(name)
    if connections.settings["default"]["NAME"] != _made[name].database:
        databases.point_at(_made[name].database)


def _make(name: str | None) -> None:
    global seconds_making
    build, base = _builders[name] if name else (lambda: None, None)
    given: tuple[object, ...] = ()
    if base:
        switch_to(base)
        given = (load(base),)
        # No copy is made of a database that somebody is connected to.
        databases.close()
    began = time.process_time()
    database = _session.enter_context(databases.made(_made[base].database if base else None)).name
    databases.point_at(database)
    _made[name] = _Made(database, pickle.dumps(build(*given)))
    seconds_making += time.process_time() - began


def end() -> None:
    """Drop all databases of this session."""
    global _ended
    _ended = True
    databases.close()
    _session.close()
