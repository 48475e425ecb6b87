"""Many new rows with one statement, for what nobody needs as an object afterwards."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection, models


def insert_rows(
    model: type[models.Model], rows: Iterable[Mapping[str, Any]], *, ignore_duplicates: bool = False
) -> None:
    """Insert rows, given by the names of their columns; what isn't named has the default of its field.

    As with bulk_create no `save` and no signal runs. `ignore_duplicates`: a row that a unique constraint refuses is left out.
    All rows go as one value: an object for each row and a placeholder for each field cost more than the rows themselves.
    """
    by_the_database = (models.AutoField, models.GeneratedField)
    fields = {
        str(field.column): field for field in model._meta.concrete_fields if not isinstance(field, by_the_database)
    }
    per_row = {
        column: field.default for column, field in fields.items() if field.has_default() and callable(field.default)
    }
    fixed = {column: field.get_default() for column, field in fields.items() if column not in per_row}
    values = []
    for row in rows:
        if unknown := row.keys() - fields.keys():
            raise TypeError(f"{model.__name__}: {sorted(unknown)}")
        values.append({**{column: make() for column, make in per_row.items() if column not in row}, **row})
    if not values:
        return
    quote = connection.ops.quote_name
    table, columns = quote(model._meta.db_table), ", ".join(map(quote, fields))
    # What a row doesn't name comes from the first record.
    source = f"jsonb_populate_recordset(jsonb_populate_record(NULL::{table}, %s::jsonb), %s::jsonb)"
    statement = f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {source}"  # noqa: S608 - our own names
    if ignore_duplicates:
        statement += " ON CONFLICT DO NOTHING"
    with connection.cursor() as cursor:
        cursor.execute(statement, [_json(fixed), _json(values)])


def _json(value: Any) -> str:
    """Whatever JSON doesn't know (a uuid, a moment) as PostgreSQL reads it."""
    return json.dumps(value, default=str)
