"""A region or the whole country: what each page asks and takes, and one midnight at which 100,000 terms pass.

`python3 -m start bench regio` (10,000 running plans) or `python3 -m start bench land` (150,000, with 3 million kept);
`--plannen N` for another size, with twenty kept plans to each. With the real web server and two real workers.
"""

import argparse
import contextlib
import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, connections

from bench import bladen, gegevens, middernacht
from bench.zicht import maak_plan
from core import clock
from start.paths import ROOT
from tests import databases
from tests.cast import Cast, maak_cast
from tests.e2e.stapel import Stapel
from tests.routes import escalatie

BEWAARD_PER_PLAN = 20
# In the environment of every process that is started here.
MERK = "BENCH_LAND"
PLANNEN = {"regio": 10_000, "land": 150_000}
# What a coordinator of today has: thirty families, all with plans that run.
GEZINNEN_VAN_EEN = 30
# Bytes on disk for each running and each kept plan, with some to spare; see docs/prestaties.md.
PER_PLAN, PER_BEWAARD = 90_000, 14_000


def main(argumenten: list[str], *, welke: str) -> int:
    """Fill, measure, print the tables. Returns the exit status: 1 when it was given up, 0 whatever the figures say."""
    lezer = argparse.ArgumentParser(prog=f"python3 -m start bench {welke}", description=__doc__)
    lezer.add_argument("--plannen", type=int, default=PLANNEN[welke], help="running plans, with ten terms each")
    lezer.add_argument("--bewaard", type=int, help="plans that have ended and are kept (default: twenty to each)")
    lezer.add_argument("--keren", type=int, default=30, help="how often each page is asked")
    lezer.add_argument("--vervallen", type=int, default=100_000, help="terms that pass at one midnight; 0: none")
    lezer.add_argument("--hoogstens", type=int, default=90, help="minutes after which it gives up")
    keuze = lezer.parse_args(argumenten)
    bewaard = BEWAARD_PER_PLAN * keuze.plannen if keuze.bewaard is None else keuze.bewaard
    nodig, vrij = keuze.plannen * PER_PLAN + bewaard * PER_BEWAARD, shutil.disk_usage(".").free
    if nodig > vrij:
        print(f"Er is {vrij / 1e9:.0f} GB schijf vrij en hiervoor is {nodig / 1e9:.0f} GB nodig.", file=sys.stderr)
        return 1
    _ruim_resten_op()
    try:
        with _hoogstens(keuze.hoogstens), Stapel(without=("redis", "mail", "web", "worker", "beat")) as stapel:
            _meet(stapel, keuze, bewaard)
    except TimeoutError:
        print(
            f"Opgegeven: het duurt langer dan {keuze.hoogstens} minuten. Zie --plannen en --hoogstens.", file=sys.stderr
        )
        return 1
    return 0


def _meet(stapel: Stapel, keuze: argparse.Namespace, bewaard: int) -> None:
    begin = time.perf_counter()

    def meld(wat: str) -> None:
        print(f"  {time.perf_counter() - begin:6.0f} s  {wat}", file=sys.stderr, flush=True)

    nu = clock.now()
    gegevens.maak_land(keuze.plannen, bewaard, nu, meld)
    cast = maak_cast(clock.now())
    maak_plan(cast)
    vast = escalatie.wereld(cast)
    _geef_gezinnen(cast, min(GEZINNEN_VAN_EEN, keuze.plannen))
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("SELECT pg_size_pretty(pg_database_size(current_database())), current_setting('server_version')")
        grootte, versie = cursor.fetchone()
    print(
        f"{keuze.plannen:,} lopende plannen, {bewaard:,} bewaard, {keuze.plannen * gegevens.AFSPRAKEN_PER_GEZIN:,} lopende"
        f" termijnen; {grootte} op schijf, gemaakt in {time.perf_counter() - begin:.0f} s; PostgreSQL {versie},"
        f" {os.cpu_count()} processors, belasting {os.getloadavg()[0]:.1f}\n",
        flush=True,
    )
    stapel.start("redis")
    stapel.start("web")
    bladen.meet(stapel, bladen.van(cast, vast.stagnatie), keuze.keren)
    if keuze.vervallen:
        middernacht.meet(stapel, cast, min(keuze.vervallen, keuze.plannen * gegevens.AFSPRAKEN_PER_GEZIN))


def _geef_gezinnen(cast: Cast, aantal: int) -> None:
    """Let the coordinator of the cast have that many families of the region as well."""
    waarden: dict[str, Any] = {
        "wie": cast.coordinator.pk, "waar": cast.maatschappelijk_werk.pk, "eigen": cast.gezin.pk, "aantal": aantal - 1,
    }  # fmt: skip
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute(
            """
            CREATE TEMP TABLE van_een AS SELECT s.gezin_id, s.gebruiker_id FROM gezinnen_coordinatorschap s
                WHERE s.tot IS NULL AND s.gezin_id <> %(eigen)s ORDER BY s.id LIMIT %(aantal)s;
            UPDATE gezinnen_deelnemer d SET gebruiker_id = %(wie)s, instelling_id = %(waar)s FROM van_een v
                WHERE d.gezin_id = v.gezin_id AND d.gebruiker_id = v.gebruiker_id;
            UPDATE gezinnen_gezinrechtverlening r SET user_id = %(wie)s FROM van_een v
                WHERE r.content_object_id = v.gezin_id AND r.user_id = v.gebruiker_id;
            UPDATE toestemming_grondslag g SET gebruiker_id = %(wie)s FROM van_een v
                WHERE g.gezin_id = v.gezin_id AND g.gebruiker_id = v.gebruiker_id;
            UPDATE termijnen_gevraagd q SET gebruiker_id = %(wie)s FROM van_een v JOIN termijnen_termijn t USING (gezin_id)
                WHERE q.termijn_id = t.id AND q.gebruiker_id = v.gebruiker_id;
            UPDATE gezinnen_coordinatorschap s SET gebruiker_id = %(wie)s, instelling_id = %(waar)s FROM van_een v
                WHERE s.gezin_id = v.gezin_id AND s.tot IS NULL;
            """,
            waarden,
        )


def _ruim_resten_op() -> None:
    """End the orphans and drop the databases of a run that was killed; this one marks what it starts."""
    merk = f"{MERK}={ROOT}".encode()
    for proces in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            wees = (proces / "stat").read_text().rpartition(")")[2].split()[1] == "1"
            if wees and merk in (proces / "environ").read_bytes().split(b"\0"):
                os.kill(int(proces.name), signal.SIGTERM)
    databases.sweep()
    os.environ[MERK] = str(ROOT)


@contextmanager
def _hoogstens(minuten: int) -> Iterator[None]:
    """Raise TimeoutError in the block when it takes longer; what it started is cleared away as ever."""

    def geef_op(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, geef_op)
    signal.alarm(60 * minuten)
    try:
        yield
    finally:
        signal.alarm(0)
        connection.close()
