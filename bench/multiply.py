"""Many families from one: the rows that real actions made, written once more as often as asked, by the database itself.

What a row is made of is read from the models: a new column, or a new table of a family, comes along by itself. In each copy
the keys of the example are new; they look random, as the app's own do, and follow from the old key and the number of the
copy, so that rows find each other without a join.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models
from django.db.models import Field, Model
from psycopg import sql

UUID_IN_TEXT = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Kept per person or by the machine: not part of an example.
NOT_COPIED = ("logboek", "sessions", "mfa", "account", "usersessions", "oefenomgeving", "bewaking")


@dataclass(frozen=True)
class Row:
    """One row of the example: its table, and the value of each column that a copy has to be given."""

    table: str
    pk: tuple[str, Any]
    values: dict[str, tuple[str, Any]]


def belonging_to(roots: Iterable[Model], *, shared: Iterable[type[Model]] = ()) -> list[Row]:
    """The rows of `roots` and of all that belongs to them: what points at them, and at that in turn.

    What points at a model of `shared` doesn't belong to it by that: it is there for others as well.
    """
    found: dict[type[Model], dict[Any, Model]] = {}
    new = list(roots)
    while new:
        for one in new:
            found.setdefault(type(one), {})[one.pk] = one
        new = [
            one
            for model in _models()
            for field in model._meta.local_fields
            if (target := field.related_model) in found and isinstance(target, type) and target not in shared
            for one in model._default_manager.filter(**{f"{field.name}__in": list(found[target])})
            if one.pk not in found.get(model, {})
        ]
    return [_row(one) for ones in found.values() for one in ones.values()]


def copies(
    rows: list[Row], numbers: range, keys: dict[UUID, str], *, own: frozenset[str] = frozenset(), ahead: datetime
) -> Iterator[tuple[sql.Composed, list]]:
    """The statements that write the copies with these numbers.

    `keys`: the example's keys, each with the number of the copy that it becomes part of, as SQL with `n`. `own`: columns of
    text that no two rows share. Moments after `ahead` are spread over half a year, for not everybody's day is the same.
    """
    for row in rows:
        parts, parameters = [], []
        for name, (kind, value) in row.values.items():
            part, given = _expression(value, kind, keys, ahead)
            if name in own and value:
                part = f"({part} || '-' || n)"
            parts.append(sql.SQL(f"({part})::{kind}"))
            parameters += given
        yield (
            sql.SQL("INSERT INTO {} ({}) SELECT {} FROM generate_series({}, {}) n").format(
                sql.Identifier(row.table),
                sql.SQL(", ").join(map(sql.Identifier, row.values)),
                sql.SQL(", ").join(parts),
                numbers.start,
                numbers.stop - 1,
            ),
            parameters,
        )


def removal(row: Row) -> tuple[sql.Composed, list]:
    """The statement that takes the example's own row away."""
    column, value = row.pk
    return sql.SQL("DELETE FROM {} WHERE {} = %s").format(sql.Identifier(row.table), sql.Identifier(column)), [value]


def keys_of(rows: Iterable[Row], number: str) -> dict[UUID, str]:
    """The keys of these rows, which become those of copy `number` (SQL with `n`)."""
    return {row.pk[1]: number for row in rows if isinstance(row.pk[1], UUID)}


def _models() -> list[type[Model]]:
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label not in NOT_COPIED and not hasattr(model, "pgh_tracked_model")
    ]


def _row(one: Model) -> Row:
    values = {
        field.column: (str(field.db_type(connection)), _stored(field, one))
        for field in one._meta.local_fields
        if _given(field)
    }
    pk = one._meta.pk
    assert pk
    return Row(one._meta.db_table, (pk.column, one.pk), values)


def _given(field: Field) -> bool:
    """Whether a copy has to be told what to have here; the database numbers and computes by itself."""
    if isinstance(field, models.AutoField | models.GeneratedField):
        return False
    return not (field.unique and field.db_default is not models.NOT_PROVIDED)


def _stored(field: Field, one: Model) -> Any:
    value = getattr(one, field.attname)
    return json.dumps(value, default=str) if isinstance(field, models.JSONField) and value is not None else value


def _expression(value: Any, kind: str, keys: dict[UUID, str], ahead: datetime) -> tuple[str, list]:
    """SQL with its parameters for a value in copy `n`."""
    if isinstance(value, UUID) and value in keys:
        return f"md5(%s || {keys[value]})", [str(value)]
    if isinstance(value, list | tuple):
        inner = [_expression(one, kind.removesuffix("[]"), keys, ahead) for one in value]
        casts = ", ".join(f"({part})::{kind.removesuffix('[]')}" for part, _given in inner)
        return f"ARRAY[{casts}]", [one for _part, given in inner for one in given]
    if isinstance(value, str) and any(UUID(found) in keys for found in UUID_IN_TEXT.findall(value)):
        return _text(value, keys)
    if isinstance(value, datetime) and value > ahead:
        return "%s::timestamptz + mod(n::bigint * 7919, 15552000) * interval '1 second'", [value]
    if isinstance(value, date | bool | int | float) or value is None:
        return "%s", [value]
    return "%s", [str(value)]


def _text(value: str, keys: dict[UUID, str]) -> tuple[str, list]:
    """A text in which keys of the example stand."""
    parts, parameters, place = [], [], 0
    for found in UUID_IN_TEXT.finditer(value):
        key = UUID(found[0])
        parts.append("%s::text")
        parameters.append(value[place : found.start()])
        parts.append(f"(md5(%s || {keys[key]})::uuid)::text" if key in keys else "%s::text")
        parameters.append(found[0])
        place = found.end()
    return " || ".join([*parts, "%s::text"]), [*parameters, value[place:]]
