"""A region full of running afspraken, made by the database itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import connections

AFSPRAKEN_PER_GEZIN = 10
GEZINNEN_PER_MENS = 15
OPDRACHTEN, LAND, BEWAARD = (Path(__file__).with_name(naam) for naam in ("gegevens.sql", "land.sql", "bewaard.sql"))
# Kept plans that are made with one round of statements.
PER_KEER = 250_000
# Their triggers (history) are off while the rows are made; those of the tick's own writes are on.
MET_GESCHIEDENIS = (
    "gezinnen_deelnemer",
    "gezinnen_coordinatorschap",
    "gezinsplan_gezinsplan",
    "gezinsplan_doel",
    "gezinsplan_afspraak",
    "gezinnen_gezin",
    "gezinnen_huishouden",
    "gezinnen_gezag",
)
# What a whole country fills.
GEVULD = (
    *MET_GESCHIEDENIS,
    "gezinnen_gezinrechtverlening",
    "gezinsplan_afspraak_uitvoerders",
    "termijnen_termijn",
    "termijnen_gevraagd",
    "termijnen_herinnering",
    "toestemming_grondslag",
    "berichten_bericht",
)


def maak(afspraken: int, nu: datetime) -> None:
    """Fill an empty database with `afspraken` running terms in a tenth as many families; none is due before `nu`."""
    with connections["eigenaar"].cursor() as cursor:
        with zonder_controles(cursor):
            cursor.execute(OPDRACHTEN.read_text(), waarden(afspraken, nu))
        cursor.execute("VACUUM ANALYZE")


def maak_land(actief: int, bewaard: int, nu: datetime, meld: Callable[[str], None]) -> None:
    """Fill an empty database with `actief` plans of ten running terms and `bewaard` plans that have ended.

    `meld` hears how far it is. Indexes are made when all rows are there: that takes a third of the time.
    """
    getallen = waarden(actief * AFSPRAKEN_PER_GEZIN, nu)
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '512MB'")
        with zonder_controles(cursor), _zonder_indexen(cursor):
            cursor.execute(OPDRACHTEN.read_text(), getallen)
            cursor.execute(LAND.read_text(), getallen)
            meld(f"{actief} lopende plannen")
            for van in range(0, bewaard, PER_KEER):
                tot = min(van + PER_KEER, bewaard)
                cursor.execute(BEWAARD.read_text(), {**getallen, "van": van, "tot": tot})
                meld(f"{tot} bewaarde plannen")
        meld("indexen")
        cursor.execute("VACUUM ANALYZE")


def waarden(afspraken: int, nu: datetime) -> dict[str, Any]:
    """The numbers that the statements ask for."""
    gezinnen = -(-afspraken // AFSPRAKEN_PER_GEZIN)
    return {
        "afspraken": afspraken,
        "per_gezin": AFSPRAKEN_PER_GEZIN,
        "gezinnen": gezinnen,
        "mensen": max(1, gezinnen // GEZINNEN_PER_MENS),
        "nu": nu,
        "begin": nu.replace(year=nu.year - 1, day=min(nu.day, 28)),
    }


@contextmanager
def zonder_controles(cursor: Any) -> Iterator[None]:
    """Without history and foreign keys as long as the block lasts: what is made here is right by construction."""
    _triggers(cursor, "DISABLE")
    verwijzingen = _neem_verwijzingen_weg(cursor)
    yield
    _zet_verwijzingen_terug(cursor, verwijzingen)
    _triggers(cursor, "ENABLE")


def laat_verlopen(aantal: int, nu: datetime) -> None:
    """Let `aantal` of the running afspraken, spread over all families, have passed an hour before `nu`."""
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute(
            """
            UPDATE termijnen_termijn
            SET loopt_af_op = %(nu)s - interval '1 hour', aan_de_beurt_op = %(nu)s - interval '1 hour'
            WHERE id IN (
                SELECT id FROM termijnen_termijn
                WHERE staat = 'loopt' AND soort = 'afspraak' AND begint_op < %(nu)s - interval '1 hour'
                ORDER BY id LIMIT %(aantal)s
            )
            """,
            {"nu": nu, "aantal": aantal},
        )
        cursor.execute("VACUUM ANALYZE termijnen_termijn")


def _triggers(cursor, stand: str) -> None:
    for tabel in MET_GESCHIEDENIS:
        cursor.execute(f"ALTER TABLE {tabel} {stand} TRIGGER USER")


def _neem_verwijzingen_weg(cursor) -> list[tuple[str, str, str]]:
    """Foreign keys cost more than the rows that are made here. Returns table, name and text of each."""
    cursor.execute(
        """
        SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
        WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
        """
    )
    verwijzingen = cursor.fetchall()
    for tabel, naam, _tekst in verwijzingen:
        cursor.execute(f"ALTER TABLE {tabel} DROP CONSTRAINT {naam}")
    return verwijzingen


def _zet_verwijzingen_terug(cursor, verwijzingen: list[tuple[str, str, str]]) -> None:
    """What is written from now on is checked, as ever; what was made here is right by construction."""
    for tabel, naam, tekst in verwijzingen:
        cursor.execute(f"ALTER TABLE {tabel} ADD CONSTRAINT {naam} {tekst} NOT VALID")


@contextmanager
def _zonder_indexen(cursor: Any) -> Iterator[None]:
    """Without the indexes, unique and primary keys of what is filled; they come back when the block ends well."""
    cursor.execute(
        """
        SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
        WHERE contype IN ('p', 'u') AND conrelid::regclass::text = ANY(%s)
        """,
        [list(GEVULD)],
    )
    sleutels = cursor.fetchall()
    for tabel, naam, _tekst in sleutels:
        cursor.execute(f"ALTER TABLE {tabel} DROP CONSTRAINT {naam}")
    cursor.execute(
        """
        SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
        WHERE indrelid::regclass::text = ANY(%s)
        """,
        [list(GEVULD)],
    )
    indexen = cursor.fetchall()
    for naam, _tekst in indexen:
        cursor.execute(f"DROP INDEX {naam}")
    yield
    for tabel, naam, tekst in sleutels:
        cursor.execute(f"ALTER TABLE {tabel} ADD CONSTRAINT {naam} {tekst}")
    for _naam, tekst in indexen:
        cursor.execute(tekst)
