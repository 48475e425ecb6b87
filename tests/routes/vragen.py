"""What a page asks of the database: every statement, those of the session, the user and the row of the logboek included."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

# What a page may ask at most, in the worlds of tests/routes.
HOOGSTENS = 12
# More for who stands in for somebody: who is away, who is next in line and where, and what is theirs. Not per row.
WAARNEMEND = 6

# A transaction of its own (that of the page, that of the logboek) is in a test a savepoint within that of the test.
BEGIN, EINDE = ("BEGIN", "SAVEPOINT"), ("COMMIT", "RELEASE SAVEPOINT", "ROLLBACK")
TRANSACTIE = re.compile(r"^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT)\b")
CONTEXT = "SELECT set_config('pghistory"


@contextmanager
def geteld() -> Iterator[list[str]]:
    """Collect the statements of the block; of transactions only those beside the one that each request is."""
    gevonden: list[str] = []
    # Django keeps the last 9,000 only, and loses count when there are more.
    connection.queries_log.clear()
    with CaptureQueriesContext(connection) as gevangen:
        yield gevonden
    diepte = 0
    for sql in (_zonder_context(vraag["sql"]) for vraag in gevangen.captured_queries):
        if sql.startswith(BEGIN):
            diepte += 1
        if (diepte > 1 or not TRANSACTIE.match(sql)) and "oefenomgeving_oefenklok" not in sql:
            gevonden.append(sql)
        if sql.startswith(EINDE):
            diepte -= 1


def _zonder_context(sql: str) -> str:
    """Without what pghistory puts before a statement that may write: it travels along, and is no question of its own."""
    return sql.rpartition("; ")[2] if sql.startswith(CONTEXT) and TRANSACTIE.match(sql.rpartition("; ")[2]) else sql
