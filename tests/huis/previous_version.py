"""The practice data of the version that was released last, as a text that can be read, and how it is put back (E9).

The text is what COPY of PostgreSQL gives, a block per table, with the migrations that it was made under on top. All of it is invented.
"""

import re
from datetime import datetime
from pathlib import Path

from django.db import connections, transaction
from django.db.migrations.recorder import MigrationRecorder

TEXT = Path(__file__).parent / "previous_version.sql"
# Not of a region's life: what was applied, who is logged in, and what was kept to be quick.
NOT_ITS_LIFE = {"django_migrations", "django_session", "usersessions_usersession", "core_cache"}
# Where a row stands in the log is a number of the server that wrote it.
NOT_COPIED = {("logboek_regel", "positie")}
BLOCK = re.compile(r"^COPY (\w+) \(([^\n]*)\) FROM stdin;\n(.*?)^\\\.$", re.M | re.S)
ESCAPED = {r"\N": None, r"\\": "\\", r"\n": "\n", r"\t": "\t", r"\r": "\r"}


class PreviousVersion:
    """What stands in the text: which `version` made it, at which `moment`, under which `migrations`, and the rows of each table."""

    def __init__(self, text: str) -> None:
        head = [line.removeprefix("-- ").split() for line in text.splitlines() if line.startswith("-- ")]
        self.version = next(words[1] for words in head if words[0] == "version")
        self.moment = datetime.fromisoformat(next(words[1] for words in head if words[0] == "moment"))
        self.migrations = [(words[1], words[2]) for words in head if words[0] == "migration"]
        self.blocks = {table: (columns.split(", "), rows) for table, columns, rows in BLOCK.findall(text)}

    def rows(self, table: str) -> list[dict[str, str | None]]:
        """Return the rows of one table, each value as PostgreSQL writes it."""
        columns, rows = self.blocks[table]
        return [dict(zip(columns, map(_value, row.split("\t")), strict=True)) for row in rows.splitlines()]


def _value(text: str) -> str | None:
    return None if text == r"\N" else re.sub(r"\\.", lambda found: ESCAPED[found[0]] or "", text)


def read() -> PreviousVersion:
    """Return what the previous version left behind."""
    return PreviousVersion(TEXT.read_text())


def write(version: str, moment: datetime) -> None:
    """Write down all rows of this database, as they are at `moment`, and under which migrations they were made."""
    owner = connections["eigenaar"]
    lines = [f"-- version {version}", f"-- moment {moment.isoformat()}"]
    lines += [f"-- migration {app} {name}" for app, name in sorted(MigrationRecorder(owner).applied_migrations())]
    with owner.cursor() as cursor:
        for table in _tables(cursor):
            columns = ", ".join(_columns(cursor, table))
            with cursor.copy(f"COPY (SELECT {columns} FROM {table} ORDER BY 1) TO stdout") as copy:  # noqa: S608 - of the catalogue
                rows = b"".join(bytes(part) for part in copy).decode()
            if rows:
                lines += [f"COPY {table} ({columns}) FROM stdin;", f"{rows}\\."]
    TEXT.write_text("\n".join(lines) + "\n")


def put_back(previous: PreviousVersion) -> None:
    """Fill this database, with the tables as they were then, with what was there."""
    owner = connections["eigenaar"]
    with transaction.atomic(using="eigenaar"), owner.cursor() as cursor:
        tables = _tables(cursor)
        # What migrations put in is in the text too; and no row is told to the history for a second time.
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for table, (columns, rows) in previous.blocks.items():
            with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM stdin") as copy:
                copy.write(rows)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            _count_on(cursor, table)
        cursor.execute("SELECT setval('gezin_nummer', max(nummer)) FROM gezinnen_gezin")


def _tables(cursor) -> list[str]:
    cursor.execute(
        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
        " AND relnamespace = 'public'::regnamespace ORDER BY 1"
    )
    return [name for (name,) in cursor.fetchall() if name not in NOT_ITS_LIFE]


def _columns(cursor, table: str) -> list[str]:
    cursor.execute(
        "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
        " AND attgenerated = '' ORDER BY attnum",
        [table],
    )
    return [name for (name,) in cursor.fetchall() if (table, name) not in NOT_COPIED]


def _count_on(cursor, table: str) -> None:
    """The next number is one that no row has."""
    cursor.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
        " AND pg_get_serial_sequence(%s, attname) IS NOT NULL",
        [table, table],
    )
    for (column,) in cursor.fetchall():
        following = f"SELECT coalesce(max({column}), 0) + 1 FROM {table}"  # noqa: S608 - of the catalogue
        cursor.execute(f"SELECT setval(pg_get_serial_sequence(%s, %s), ({following}), false)", [table, column])
