"""What the logboek costs: noting one read, a list of fifty families, and sealing (X1). `make bench` measures the clock."""

import argparse
import os
import statistics
import time
import uuid
from collections.abc import Callable
from contextlib import contextmanager
from typing import Any

from django.db import connection, connections
from django.utils import timezone

from logboek.actions import Logregelgegevens, schrijf_velen, verzegel
from logboek.models import Handeling
from tests import databases

KEREN = 300
LIJST = 50

# A year of reading in one family's neighbourhood: many families, few rows each.
VULLING = """
INSERT INTO logboek_regel (id, op, gebruiker_id, gebruiker_naam, namens_naam, rol, instelling_naam, handeling, uitkomst,
    doel, gezin_id, gezin_nummer, over_wie, leefgebieden, onderwerpen, object_soort, object_naam, getoond, grondslag,
    grondslag_ids, bron, url_naam, melding)
SELECT gen_random_uuid(), now() - random() * interval '20 days', md5((n %% 900)::text)::uuid, 'Lezer ' || n %% 900, '',
    'professional', 'Instelling', 'bekijken', 'gelukt', 'samen uitvoeren van het gezinsplan', md5((n / 100)::text)::uuid,
    (n / 100)::text, ARRAY[md5(n::text)::uuid], ARRAY['onderwijs'], ARRAY['onderwijs:' || md5(n::text)::uuid],
    'gezinsplan', '', '{}', 'rechtstreeks betrokken bij de hulp', ARRAY[gen_random_uuid()], 'voorbeeld', 'plan', ''
FROM generate_series(1, %s) AS n
"""


def main(argumenten: list[str]) -> int:
    """Fill a logboek, measure, print the lines of the table. Returns the exit status."""
    lezer = argparse.ArgumentParser(prog="make bench logboek", description=__doc__)
    lezer.add_argument("--regels", type=int, default=1_000_000, help="rows that are there already")
    keuze = lezer.parse_args(argumenten)
    with databases.copy():
        with connections["eigenaar"].cursor() as cursor:
            cursor.execute(VULLING, [keuze.regels])
            cursor.execute("ANALYZE logboek_regel")
        print(f"{keuze.regels} regels, {os.cpu_count()} processors, belasting {os.getloadavg()[0]:.1f}\n")
        print("| wat | databasetijd, mediaan (ms) | p95 (ms) |\n| --- | ---: | ---: |")
        _toon("one read", lambda: schrijf_velen([_lezen()]))
        _toon(f"a list of {LIJST} families", lambda: schrijf_velen([_lezen() for _ in range(LIJST)]))
        begin = time.perf_counter()
        while aantal := verzegel(timezone.now()):
            duur, begin = time.perf_counter() - begin, time.perf_counter()
            print(f"| sealing {aantal} rows | {1000 * duur:.0f} | |", flush=True)
        _toon("sealing when nothing is new", lambda: verzegel(timezone.now()))
    return 0


def _lezen() -> Logregelgegevens:
    """A read of a plan with eight subjects."""
    return Logregelgegevens(
        handeling=Handeling.BEKIJKEN,
        gezin_id=uuid.uuid4(),
        gezin_nummer="1234",
        over_wie=[uuid.uuid4() for _ in range(4)],
        leefgebieden=["onderwijs", "opvoeding"],
        onderwerpen=[f"onderwijs:{uuid.uuid4()}" for _ in range(8)],
        grondslag="rechtstreeks betrokken bij de hulp",
        grondslag_ids=[uuid.uuid4()],
        doel="samen uitvoeren van het gezinsplan",
    )


def _toon(wat: str, daad: Callable[[], Any]) -> None:
    tijden = []
    for _keer in range(KEREN):
        with _databasetijd() as teller:
            daad()
        tijden.append(1000 * teller[0])
    tijden.sort()
    print(f"| {wat} | {statistics.median(tijden):.2f} | {tijden[int(0.95 * KEREN)]:.2f} |", flush=True)


@contextmanager
def _databasetijd() -> Any:
    """Seconds spent in statements, the commit of the row not among them."""
    teller = [0.0]

    def meet(uitvoeren: Callable[..., Any], *rest: Any) -> Any:
        begin = time.perf_counter()
        try:
            return uitvoeren(*rest)
        finally:
            teller[0] += time.perf_counter() - begin

    with connection.execute_wrapper(meet):
        yield teller
