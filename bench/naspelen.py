"""Plain SQL that writes the same rows: what a tick wrote is taken from one database and written in a copy of it.

So the yardstick has no opinion on what a tick ought to write: it writes exactly those rows, with a statement or two per
table, while the same indexes, constraints and triggers are at work.
"""

import time
from dataclasses import dataclass

import psycopg
from psycopg import sql

# History is written by triggers, in the tick and here alike.
DOOR_TRIGGERS = "%event"
MAATSTAF = "bench"


@dataclass(frozen=True)
class Geschreven:
    """The rows of one table that a tick inserted or changed, as binary COPY data."""

    tabel: str
    rijen: bytes


def begin_opname(eigenaar: psycopg.Connection) -> int:
    """The transaction from which on writes count."""
    return eigenaar.execute("SELECT pg_current_xact_id()::text::bigint").fetchone()[0]


def neem_op(eigenaar: psycopg.Connection, vanaf: int) -> list[Geschreven]:
    """Everything that was written since `vanaf` and is still there."""
    tabellen = eigenaar.execute(
        """
        SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND NOT relispartition AND relname NOT LIKE %s ORDER BY relname
        """,
        [DOOR_TRIGGERS],
    ).fetchall()
    opname = []
    for (tabel,) in tabellen:
        vraag = sql.SQL("COPY (SELECT * FROM {} WHERE xmin::text::bigint >= {}) TO STDOUT (FORMAT binary)").format(
            sql.Identifier(tabel), sql.Literal(vanaf)
        )
        with eigenaar.cursor().copy(vraag) as copy:
            rijen = b"".join(bytes(deel) for deel in copy)
        if heeft_rijen(rijen):
            opname.append(Geschreven(tabel, rijen))
    return opname


def heeft_rijen(rijen: bytes) -> bool:
    """Whether there is any row between the header (19 bytes) and the trailer (2 bytes) of binary COPY."""
    return len(rijen) > 21


def leg_klaar(eigenaar: psycopg.Connection, opname: list[Geschreven]) -> list[sql.Composed]:
    """Load the rows next to the tables of the copy; returns the statements that write them, one or two per table."""
    opdrachten = []
    eigenaar.execute(sql.SQL("DROP SCHEMA IF EXISTS {0} CASCADE; CREATE SCHEMA {0}").format(sql.Identifier(MAATSTAF)))
    for geschreven in opname:
        doel, bron = sql.Identifier(geschreven.tabel), sql.Identifier(MAATSTAF, geschreven.tabel)
        eigenaar.execute(sql.SQL("CREATE TABLE {} (LIKE {})").format(bron, doel))
        with eigenaar.cursor().copy(sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(bron)) as copy:
            copy.write(geschreven.rijen)
        eigenaar.execute(sql.SQL("ANALYZE {}").format(bron))
        # Of the logboek the app can't say the position of a row.
        kolommen = [
            naam
            for (naam,) in eigenaar.execute(
                "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped "
                "AND has_column_privilege('app', attrelid, attnum, 'INSERT') ORDER BY attnum",
                [geschreven.tabel],
            )
        ]
        namen = sql.SQL(", ").join(map(sql.Identifier, kolommen))
        bestond = eigenaar.execute(
            sql.SQL("SELECT count(*) FROM {} b JOIN {} d USING (id)").format(bron, doel)
        ).fetchone()[0]
        if bestond:
            opdrachten.append(
                sql.SQL("UPDATE {} d SET {} FROM {} b WHERE d.id = b.id").format(
                    doel,
                    sql.SQL(", ").join(
                        sql.SQL("{0} = b.{0}").format(sql.Identifier(kolom)) for kolom in kolommen if kolom != "id"
                    ),
                    bron,
                )
            )
        nieuw = sql.SQL("SELECT {} FROM {} b").format(namen, bron)
        if bestond:
            nieuw += sql.SQL(" WHERE NOT EXISTS (SELECT 1 FROM {} d WHERE d.id = b.id)").format(doel)
        opdrachten.append(sql.SQL("INSERT INTO {} ({}) {}").format(doel, namen, nieuw))
    # The only rows that a tick takes away: the reminders of what has ended.
    opdrachten.append(
        sql.SQL(
            "DELETE FROM termijnen_herinnering h USING {} b WHERE h.termijn_id = b.id AND b.staat <> 'loopt'"
        ).format(sql.Identifier(MAATSTAF, "termijnen_termijn"))
    )
    eigenaar.execute(
        sql.SQL("GRANT USAGE ON SCHEMA {0} TO app; GRANT SELECT ON ALL TABLES IN SCHEMA {0} TO app").format(
            sql.Identifier(MAATSTAF)
        )
    )
    return opdrachten


def speel_na(app: psycopg.Connection, opdrachten: list[sql.Composed]) -> tuple[float, int]:
    """Write them in one transaction; seconds it took, commit included, and the number of rows."""
    begin = time.perf_counter()
    with app.transaction():
        aantal = sum(app.execute(opdracht).rowcount for opdracht in opdrachten)
    return time.perf_counter() - begin, aantal
