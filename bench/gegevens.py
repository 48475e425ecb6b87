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
        cursor.execute(OPDRACHTEN.read_text(), waarden)
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
