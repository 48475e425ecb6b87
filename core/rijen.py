"""Many new rows with one statement, for what nobody needs as an object afterwards."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection, models


def voeg_toe(soort: type[models.Model], rijen: Iterable[Mapping[str, Any]], *, negeer_dubbele: bool = False) -> None:
    """Insert rows, given by the names of their columns; what isn't named has the default of its field.

    As with bulk_create no `save` and no signal runs. `negeer_dubbele`: a row that a unique constraint refuses is left out.
    All rows go as one value: an object for each row and a placeholder for each field cost more than the rows themselves.
    """
    van_de_database = (models.AutoField, models.GeneratedField)
    velden = {str(veld.column): veld for veld in soort._meta.concrete_fields if not isinstance(veld, van_de_database)}
    per_rij = {kolom: veld.default for kolom, veld in velden.items() if veld.has_default() and callable(veld.default)}
    vast = {kolom: veld.get_default() for kolom, veld in velden.items() if kolom not in per_rij}
    waarden = []
    for rij in rijen:
        if onbekend := rij.keys() - velden.keys():
            raise TypeError(f"{soort.__name__}: {sorted(onbekend)}")
        waarden.append({**{kolom: maak() for kolom, maak in per_rij.items() if kolom not in rij}, **rij})
    if not waarden:
        return
    naam = connection.ops.quote_name
    tabel, kolommen = naam(soort._meta.db_table), ", ".join(map(naam, velden))
    # What a row doesn't name comes from the first record.
    bron = f"jsonb_populate_recordset(jsonb_populate_record(NULL::{tabel}, %s::jsonb), %s::jsonb)"
    opdracht = f"INSERT INTO {tabel} ({kolommen}) SELECT {kolommen} FROM {bron}"  # noqa: S608 - our own names
    if negeer_dubbele:
        opdracht += " ON CONFLICT DO NOTHING"
    with connection.cursor() as cursor:
        cursor.execute(opdracht, [_json(vast), _json(waarden)])


def _json(waarde: Any) -> str:
    """Whatever JSON doesn't know (a uuid, a moment) as PostgreSQL reads it."""
    return json.dumps(waarde, default=str)
