"""Writing in the logboek: the only writers. Rows are never changed; the app's role in the database couldn't."""

from collections.abc import Iterable
from typing import Any

from django.db import DatabaseError, transaction

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
            Regel.objects.bulk_create(regels)
    except DatabaseError as fout:
        raise LogboekFout("Het logboek kan niet worden geschreven.") from fout
