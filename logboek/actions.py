"""Writing in the logboek: the only writers. Rows are never changed; the app's role in the database couldn't."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import DatabaseError, connection, transaction

from core.rows import insert_rows
from logboek import zegels
from logboek.models import Handeling, Logregel, Onderzoek, SoortOnderzoek, SoortZegel, Zegel
from logboek.request import Logregelgegevens, maak_logregel
from logboek.zegels import ZegelFout

__all__ = ["LogboekFout", "Logregelgegevens", "ZegelFout", "begin_onderzoek", "schrijf", "schrijf_velen", "verzegel"]

PER_ZEGEL = 5000
MEESTE_ZEGELS = 40
_SLOT = "SELECT pg_try_advisory_xact_lock(hashtext('logboek_zegel'))"


class LogboekFout(Exception):
    """A row couldn't be written, so what it is about may not happen or be shown (X1). Let it pass: it becomes a 503."""


def schrijf(handeling: str, **gegevens: Any) -> None:
    """Write one row in the transaction of the act itself; fields as in Logregelgegevens. Raises LogboekFout (X1)."""
    schrijf_velen([Logregelgegevens(handeling=handeling, **gegevens)])


def schrijf_velen(rijen: Iterable[Logregelgegevens]) -> None:
    """Write many rows with one insert, at real time. Raises LogboekFout when they can't be written (X1)."""
    regels = [maak_logregel(rij) for rij in rijen]
    if not regels:
        return
    try:
        with transaction.atomic():
            insert_rows(Logregel, regels)
    except DatabaseError as fout:
        raise LogboekFout("Het logboek kan niet worden geschreven.") from fout


def begin_onderzoek(soort: SoortOnderzoek, reden: str, *, door: Any, op: datetime, **waarnaar: Any) -> Onderzoek:
    """Put a question to the logboek, with the reason for it; fields of Onderzoek. Asking is itself a row (X1)."""
    onderzoek = Onderzoek.objects.create(
        soort=soort, reden=reden, door_id=door.pk, door_naam=door.naam, op=op, **waarnaar
    )
    schrijf(
        Handeling.ZOEKEN,
        gebruiker=door,
        object_soort="onderzoek",
        object_id=onderzoek.pk,
        doel=reden,
        gezin_id=onderzoek.gezin_id,
        gezin_nummer=onderzoek.gezin_nummer,
        melding=str(SoortOnderzoek(soort).label),
    )
    return onderzoek


def verzegel(op: datetime, *, per_zegel: int = PER_ZEGEL) -> int:
    """Seal what is surely committed and not yet sealed; returns how many rows (X1).

    Doing it again, or twice at once, seals nothing twice. What is left after MEESTE_ZEGELS is for the next time.
    Raises ZegelFout when the database was put back from a copy: then `logboek_hervat` has to be run first.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_SLOT)
        if not cursor.fetchone()[0]:
            return 0
        laatste = Zegel.objects.order_by("-nummer").first()
        grens = zegels.horizon(connection.alias)
        if laatste and grens < laatste.tot:
            raise ZegelFout(laatste.nummer, "de database is teruggezet; voer eerst logboek_hervat uit")
        regels = 0
        for _keer in range(MEESTE_ZEGELS):
            van = laatste.tot if laatste else 0
            tot = _einde(van, grens, per_zegel)
            nieuw = _zegel_bereik(laatste, van, tot, op)
            if not nieuw:
                return regels
            regels += sum(zegel.aantal for zegel in nieuw)
            laatste = nieuw[-1]
        return regels


def _einde(van: int, grens: int, per_zegel: int) -> int:
    """Up to which position the next seal goes: about `per_zegel` rows, never half a transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT positie + 1 FROM logboek_regel WHERE positie >= %s AND positie < %s ORDER BY positie "
            "LIMIT 1 OFFSET %s",
            [van, grens, per_zegel - 1],
        )
        rij = cursor.fetchone()
    return rij[0] if rij else grens


def _zegel_bereik(laatste: Zegel | None, van: int, tot: int, op: datetime) -> list[Zegel]:
    """One link per month that this range touches, so that a month can be taken away whole; none when it is empty."""
    gemaakt = []
    for maand, deel in zegels.inhoud_per_maand(connection.alias, van, tot).items():
        laatste = zegels.schakel(
            laatste, op, soort=SoortZegel.REGELS, maand=maand, van=van, tot=tot, aantal=deel.aantal, inhoud=deel.inhoud
        )
        gemaakt.append(laatste)
    return Zegel.objects.bulk_create(gemaakt)
