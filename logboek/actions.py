"""Writing in the logboek: the only writers. Rows are never changed; the app's role in the database couldn't."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import DatabaseError, connection, transaction

from logboek.models import Regel
from logboek.verzoek import RegelGegevens, maak_regel

__all__ = ["LogboekFout", "RegelGegevens", "schrijf", "schrijf_velen"]


class LogboekFout(Exception):
    """A row couldn't be written, so what it is about may not happen or be shown (X1). Let it pass: it becomes a 503."""


def schrijf(handeling: str, **gegevens: Any) -> None:
    """Write one row in the transaction of the act itself; fields as in RegelGegevens. Raises LogboekFout (X1)."""
    schrijf_velen([RegelGegevens(handeling=handeling, **gegevens)])


def schrijf_velen(rijen: Iterable[RegelGegevens]) -> None:
    """Write many rows with one insert, at real time. Raises LogboekFout when they can't be written (X1)."""
    regels = [maak_regel(rij) for rij in rijen]
    if not regels:
        return
    try:
        with transaction.atomic():
            _voeg_toe(regels)
    except DatabaseError as fout:
        raise LogboekFout("Het logboek kan niet worden geschreven.") from fout


def _voeg_toe(regels: Sequence[Regel]) -> None:
    """All rows as one value: a placeholder for each of their many fields costs more than the rows themselves."""
    velden = Regel._meta.concrete_fields
    rijen = [
        {veld.column: getattr(regel, veld.attname) for veld in velden} | {"op": regel.op.isoformat()}
        for regel in regels
    ]
    naam = connection.ops.quote_name
    tabel, kolommen = naam(Regel._meta.db_table), ", ".join(naam(str(veld.column)) for veld in velden)
    bron = f"jsonb_populate_recordset(NULL::{tabel}, %s::jsonb)"
    opdracht = f"INSERT INTO {tabel} ({kolommen}) SELECT {kolommen} FROM {bron}"  # noqa: S608 - our own names
    with connection.cursor() as cursor:
        cursor.execute(opdracht, [json.dumps(rijen, cls=DjangoJSONEncoder)])
