"""Queries whose SQL is composed once per process and asked again with other values.

Composing the SQL of a long queryset costs Django more than answering it costs the database. So a hot query is said once as
a function that makes a queryset, with a `Slot` where a value will stand:

    @kept
    def functies(_shape):
        return Rows(Functie.objects.filter(gebruiker=Slot("wie", UUIDField())), met=["instelling"])

    functies(None, wie=pk)

The function gets the shape and nothing else: what changes the text (a yes or no) is in the shape, what changes the answer
is a value. It may not look at the clock, the reader or the database, for that would stay in the text: a moment, a day or an
id that isn't a slot is refused, and in tests the kept text is compared with one made anew. No answer is kept.

The database keeps what it prepared for a text too, per connection: planning such a text takes it longer than answering it.
"""

import json
import logging
import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

import psycopg
from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models.expressions import Expression
from psycopg.sql import Literal

from core.mee import Rows

__all__ = ["Kept", "Rows", "Slot", "SlotList", "kept"]

logger = logging.getLogger(__name__)

# The shapes of one query are few, or something that varies with the data is taken for a shape: in tests that fails,
# elsewhere the log says it, and what was asked longest ago makes place.
MOST_SHAPES = 128
# What is never part of a text: it is of one reader or one moment.
VARIES = (UUID, date)
AN_ID = re.compile(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}")


@dataclass(frozen=True)
class _Param:
    """The place of a value among the parameters of a text."""

    name: str


class Slot(Expression):
    """A value of a kept query, by name. In a filter it stands where a value would; the field says of which type it is."""

    def __init__(self, name: str, field: "models.Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return f"(%s::{self.output_field.db_type(connection)})", [_Param(self.name)]


class SlotList(Slot):
    """Several values of a kept query, for a lookup `__in`. The field is that of one of them."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return f"(SELECT unnest(%s::{self.output_field.db_type(connection)}[]))", [_Param(self.name)]


class Composed(NamedTuple):
    """A query: its text with the parameters that Django gave it, among them the places of the values."""

    rows: Rows
    text: str
    params: Sequence[Any]


class Prepared(NamedTuple):
    """A query as the database gets it: a text in which only values are left out, and which those are, in order."""

    rows: Rows
    text: str
    values: Sequence[str]


class Kept:
    """A query that is composed once for each shape (see the top of this module)."""

    def __init__(self, build: Callable[[Any], Rows]) -> None:
        self.__doc__ = build.__doc__
        self.name = build.__qualname__
        self._build = build
        self._kept = lru_cache(maxsize=MOST_SHAPES)(self._make)

    def __call__(self, shape: Hashable, /, **values: Any) -> list[Any]:
        """The rows, as objects of the model with all that comes along. One query to the database."""
        _composed, prepared = self._kept(shape)
        return _ask_prepared(prepared, values)

    def _make(self, shape: Hashable) -> tuple[Composed, Prepared]:
        if self._kept.cache_info().currsize == MOST_SHAPES:
            logger.warning("%s has more than %d shapes; the one asked longest ago makes place", self.name, MOST_SHAPES)
        composed = self.compose(shape)
        return composed, _prepare(composed)

    def once(self, shape: Any, /, **values: Any) -> list[Any]:
        """The same for a shape that holds values itself: composed for this one asking."""
        return self.now(self._build(shape), **values)

    @staticmethod
    def now(rows: Rows, /, **values: Any) -> list[Any]:
        """The rows of a query that is asked this once."""
        return _ask(_compose(rows), values)

    def compose(self, shape: Hashable) -> Composed:
        """The text of this shape, made anew. Raises TypeError for a value in it that is no slot."""
        composed = _compose(self._build(shape))
        for param in composed.params:
            if any(_varies(part) for part in (param if isinstance(param, list) else [param])):
                raise TypeError(f"{self.name}: {param!r} would stay in the text; make it a slot")
        return composed

    def is_fresh(self, shape: Hashable) -> bool:
        """Whether all shapes are kept, and the text of this one is the same as one made now; for tests."""
        (kept, _prepared), fresh = self._kept(shape), self.compose(shape)
        return self.keeps_all and (kept.text, kept.params) == (fresh.text, fresh.params)

    @property
    def keeps_all(self) -> bool:
        """Whether there were never more shapes than are kept."""
        return self._kept.cache_info().misses <= MOST_SHAPES


def _varies(value: Any) -> bool:
    return isinstance(value, VARIES) or (isinstance(value, str) and AN_ID.search(value) is not None)


def _compose(rows: Rows) -> Composed:
    try:
        return Composed(rows, *rows.query.sql_with_params())
    except EmptyResultSet:
        # Django sees that there can be no row.
        return Composed(rows, "", ())


def _prepare(query: Composed) -> Prepared:
    """Put into the text what is the same at every asking: so its type is clear, and the database may plan with it."""
    connection.ensure_connection()
    params = iter(query.params)
    values = []

    def fill(found: re.Match[str]) -> str:
        if found[0] == "%%":
            return found[0]
        param = next(params)
        if isinstance(param, _Param):
            values.append(param.name)
            return found[0]
        return Literal(param).as_string(connection.connection).replace("%", "%%")

    text = re.sub("%%|%s", fill, query.text)
    return Prepared(query.rows, text, values)


class _PreparingCursor(psycopg.Cursor[Any]):
    """Sends values apart from the text, and has the database keep what it prepared for that."""

    def execute(self, query: Any, params: Any = None, **_options: Any) -> Any:
        return super().execute(query, params, prepare=True)


def _cursor() -> Any:
    if connection.queries_logged:
        # The log of Django wants each text with its values.
        return connection.cursor()
    connection.ensure_connection()
    return connection.make_cursor(_PreparingCursor(connection.connection))


def _ask_prepared(query: Prepared, values: dict[str, Any]) -> list[Any]:
    if not query.text:
        return []
    with _cursor() as cursor:
        cursor.execute(query.text, [values[name] for name in query.values])
        return _objects(query.rows, cursor.fetchall())


def _ask(query: Composed, values: dict[str, Any]) -> list[Any]:
    if not query.text:
        return []
    params = [values[param.name] if isinstance(param, _Param) else param for param in query.params]
    with connection.cursor() as cursor:
        cursor.execute(query.text, params)
        return _objects(query.rows, cursor.fetchall())


def _objects(rows: Rows, found: Sequence[Any]) -> list[Any]:
    return rows.objects(json.loads(row) if isinstance(row, str) else row for [row] in found)


kept = Kept
