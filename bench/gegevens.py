"""A region full of running afspraken, made by the database itself."""

from datetime import datetime
from pathlib import Path

from django.db import connections

AFSPRAKEN_PER_GEZIN = 10
GEZINNEN_PER_MENS = 15
OPDRACHTEN = Path(__file__).with_name("gegevens.sql")
# Their triggers (history) are off while the rows are made; those of the tick's own writes are on.
MET_GESCHIEDENIS = (
    "gezinnen_deelnemer",
    "gezinnen_coordinatorschap",
    "gezinsplan_gezinsplan",
    "gezinsplan_doel",
    "gezinsplan_afspraak",
)


def maak(afspraken: int, nu: datetime) -> None:
    """Fill an empty database with `afspraken` running terms in a tenth as many families; none is due before `nu`."""
    gezinnen = -(-afspraken // AFSPRAKEN_PER_GEZIN)
    waarden = {
        "afspraken": afspraken,
        "per_gezin": AFSPRAKEN_PER_GEZIN,
        "gezinnen": gezinnen,
        "mensen": max(1, gezinnen // GEZINNEN_PER_MENS),
        "nu": nu,
        "begin": nu.replace(year=nu.year - 1),
    }
    with connections["eigenaar"].cursor() as cursor:
        _triggers(cursor, "DISABLE")
        verwijzingen = _neem_verwijzingen_weg(cursor)
        cursor.execute(OPDRACHTEN.read_text(), waarden)
        _zet_verwijzingen_terug(cursor, verwijzingen)
        _triggers(cursor, "ENABLE")
        cursor.execute("VACUUM ANALYZE")


def laat_verlopen(aantal: int, nu: datetime) -> None:
    """Let `aantal` of the running afspraken, spread over all families, have passed an hour before `nu`."""
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute(
            """
            UPDATE termijnen_termijn
            SET loopt_af_op = %(nu)s - interval '1 hour', aan_de_beurt_op = %(nu)s - interval '1 hour'
            WHERE id IN (
                SELECT id FROM termijnen_termijn WHERE staat = 'loopt' AND soort = 'afspraak'
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
