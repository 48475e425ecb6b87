"""Sealing in a test. The horizon below which rows are surely committed is that of the whole database server, and other
tests work there at the same time: a test first waits until what it wrote lies below it.
"""

import time
from datetime import datetime

from django.db import connection

from logboek import actions

# The longest test that holds a transaction on the same server, with room to spare.
GEDULD = 300


def verzegel(op: datetime, *, tot: int | None = None, **rest) -> int:
    """Seal all that this test has written; `tot`: as far as this transaction, which is still open."""
    wacht_tot_bezonken(_volgende() if tot is None else tot)
    return actions.verzegel(op, **rest)


def wacht_tot_bezonken(transactie: int) -> None:
    """Wait until every transaction before this one has ended, on the whole server."""
    einde = time.monotonic() + GEDULD
    while _waarde("SELECT pg_snapshot_xmin(pg_current_snapshot())::text") < transactie:
        assert time.monotonic() < einde, "another transaction on the server doesn't end"
        time.sleep(0.05)


def _volgende() -> int:
    return _waarde("SELECT pg_current_xact_id()::text")


def _waarde(sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.fetchone()[0])
