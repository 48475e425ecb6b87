"""The tick with all its effects, against plain SQL that writes the same rows; and the tick that finds nothing to do (E9).

The handlers are the real ones: afspraken pass and become a navraag; the navragen then lapse and open step 1.
"""

import argparse
import gc
import os
import signal
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import connection, connections

from bench import gegevens, naspelen
from termijnen.actions import bewaak
from termijnen.models import Klokfout, Termijn
from tests import databases

NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STIL = 200
OPWARMEN = 10


@dataclass(frozen=True)
class Meting:
    """One line of the table; times in seconds."""

    lopend: int
    wat: str
    termijnen: int
    rijen: int
    tik: float
    gewoon: float | None = None
    # The same two in processor time, of the program and of its connection to the database: nobody else is in that.
    tik_processor: float = 0
    gewoon_processor: float = 0
    # What the machine had to do besides: the load average of the last minute.
    belasting: float = field(default_factory=lambda: os.getloadavg()[0])


def main(argumenten: list[str]) -> int:
    """Measure for a size ten times smaller and then for the size asked; prints a table. Returns the exit status."""
    lezer = argparse.ArgumentParser(prog="make bench", description=__doc__)
    lezer.add_argument("--lopend", type=int, default=1_500_000, help="running terms (1.5 million: some five minutes)")
    lezer.add_argument("--aan-de-beurt", type=int, default=2_000, help="terms that are due at once")
    lezer.add_argument("--hoogstens", type=int, default=20, help="minutes after which it gives up")
    keuze = lezer.parse_args(argumenten)
    signal.signal(signal.SIGALRM, _geef_op)
    signal.alarm(60 * keuze.hoogstens)
    print(
        f"PostgreSQL {_versie()}, {os.cpu_count()} processors; {keuze.aan_de_beurt} termijnen aan de beurt\n",
        flush=True,
    )
    print(
        "| lopend | wat | rijen | tik (s) | gewone SQL (s) | verhouding | tik, processor (s) | gewone SQL | verhouding |"
        " belasting |"
    )
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    try:
        for lopend in (keuze.lopend // 10, keuze.lopend):
            for meting in meet(lopend, keuze.aan_de_beurt):
                print(_line(meting), flush=True)
    except TimeoutError:
        print(f"Opgegeven: het duurt langer dan {keuze.hoogstens} min. Zie --lopend en --hoogstens.", file=sys.stderr)
        return 1
    return 0


def _geef_op(*_: object) -> None:
    raise TimeoutError


def meet(lopend: int, aan_de_beurt: int) -> list[Meting]:
    """Fill a database, let terms pass in two rounds, and write what each round wrote once more in a copy of it."""
    with databases.copy() as tikkend:
        gegevens.maak(lopend, NU)
        # A worker that has been running has all it needs in memory.
        gegevens.laat_verlopen(OPWARMEN, NU)
        bewaak(NU)
        stil = _stil(lopend)
        gegevens.laat_verlopen(aan_de_beurt, NU)
        # A database can only be copied while nobody is in it.
        connections.close_all()
        with _kopie(tikkend.name) as maatstaf:
            eerste = _ronde(lopend, "afspraak → navraag", tikkend.name, maatstaf, NU)
            tweede = _ronde(lopend, "navraag → stap 1", tikkend.name, maatstaf, NU + timedelta(days=9))
        return [stil, eerste, tweede]


def _stil(lopend: int) -> Meting:
    """The tick that finds nothing: the middle one, and the fastest, which waited for nobody else on this machine."""
    tijden = []
    for _ in range(STIL):
        begin = time.perf_counter()
        bewaak(NU)
        tijden.append(time.perf_counter() - begin)
    return Meting(lopend, f"niets te doen (snelste {min(tijden):.4f})", 0, 0, statistics.median(tijden))


def _ronde(lopend: int, wat: str, tikkend: str, maatstaf: str, nu: datetime) -> Meting:
    with _eigenaar(tikkend) as eigenaar, _eigenaar(maatstaf) as eigenaar_maatstaf, _app(maatstaf) as app:
        wachtend = Termijn.objects.lopend().filter(aan_de_beurt_op__lte=nu).count()
        vanaf = naspelen.begin_opname(eigenaar)
        gc.collect()
        connection.ensure_connection()
        begin, eerst = time.perf_counter(), _processor(connection.connection)
        uitslag = bewaak(nu)
        tik, tik_processor = time.perf_counter() - begin, _processor(connection.connection) - eerst
        assert (uitslag.termijnen, Klokfout.objects.count()) == (wachtend, 0), uitslag
        opdrachten = naspelen.leg_klaar(eigenaar_maatstaf, naspelen.neem_op(eigenaar, vanaf))
        eerst = _processor(app)
        gewoon, rijen = naspelen.speel_na(app, opdrachten)
        gewoon_processor = _processor(app) - eerst
    return Meting(lopend, wat, uitslag.termijnen, rijen, tik, gewoon, tik_processor, gewoon_processor)


def _processor(verbinding: psycopg.Connection) -> float:
    """Seconds of processor time used so far by this program and by the other end of this connection."""
    velden = Path(f"/proc/{verbinding.info.backend_pid}/stat").read_text().rpartition(")")[2].split()
    return time.process_time() + (int(velden[11]) + int(velden[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _kopie(naam: str) -> Iterator[str]:
    """The name of a database with the same contents, as long as the block lasts."""
    kopie = f"{naam}_maatstaf"
    with _eigenaar(None) as server:
        server.execute(f"CREATE DATABASE {kopie} TEMPLATE {naam} STRATEGY file_copy")
        try:
            yield kopie
        finally:
            server.execute(f"DROP DATABASE {kopie}")


def _eigenaar(naam: str | None) -> psycopg.Connection:
    return psycopg.connect(_adres("TEST_EIGENAAR_URL", naam), autocommit=True)


def _app(naam: str) -> psycopg.Connection:
    return psycopg.connect(_adres("TEST_DATABASE_URL", naam), autocommit=True)


def _adres(variabele: str, naam: str | None) -> str:
    adres = urlsplit(os.environ[variabele])
    return urlunsplit(adres._replace(path=f"/{naam}")) if naam else urlunsplit(adres)


def _versie() -> str:
    with _eigenaar(None) as server:
        return server.execute("SHOW server_version").fetchone()[0]


def _line(meting: Meting) -> str:
    begin = f"| {meting.lopend:,} |"
    if meting.gewoon is None:
        return f"{begin} {meting.wat} | | {meting.tik:.4f} | | | | | | {meting.belasting:.1f} |"
    return (
        f"{begin} {meting.termijnen:,} × {meting.wat} | {meting.rijen:,} | {meting.tik:.2f} | {meting.gewoon:.2f} |"
        f" {meting.tik / meting.gewoon:.1f} | {meting.tik_processor:.2f} | {meting.gewoon_processor:.2f} |"
        f" {meting.tik_processor / meting.gewoon_processor:.1f} | {meting.belasting:.1f} |"
    )
