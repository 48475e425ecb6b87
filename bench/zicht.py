"""What the filter of zicht costs: pages of a plan with it and without, in turns, among 10,000 families (T3)."""

import argparse
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from typing import Any
from unittest.mock import patch

from django.db import connection, connections
from django.test.utils import setup_test_environment
from django.urls import reverse
from django.utils.timezone import localdate

from bench import gegevens
from core import clock
from gezinsplan import actions as plan
from gezinsplan.actions import AfspraakGegevens, DoelGegevens
from gezinsplan.looptijd import dag_van
from gezinsplan.planbeeld import planbeeld
from instanties.models import Leefgebied
from tests import databases
from tests.cast import Cast, maak_cast
from tests.inloggen import client_van
from toestemming import actions, regels, zicht
from toestemming.kring import Kring, kring_van
from toestemming.ondertekenaars import te_tekenen_door
from woorden.duur import Duur, Eenheid

NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HOOGSTENS = 1.5
# A plan of normal length.
DOELEN, AFSPRAKEN_PER_DOEL = 8, 3
GEBIEDEN = (Leefgebied.ONDERWIJS, Leefgebied.OPVOEDING, Leefgebied.WONEN)


def main(argumenten: list[str]) -> int:
    """Fill a region, measure, print the lines of the table. Returns the exit status: 1 when a page is over the limit."""
    lezer = argparse.ArgumentParser(prog="python3 -m start bench zicht", description=__doc__)
    lezer.add_argument("--gezinnen", type=int, default=10_000, help="families that are there already")
    lezer.add_argument("--keren", type=int, default=60, help="how often each page is asked, with and without")
    keuze = lezer.parse_args(argumenten)
    setup_test_environment()
    with databases.copy():
        gegevens.maak(keuze.gezinnen * gegevens.AFSPRAKEN_PER_GEZIN, NU)
        cast = maak_cast(clock.now())
        maak_plan(cast)
        with connections["eigenaar"].cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
        print(
            f"{keuze.gezinnen} gezinnen, {DOELEN} doelen met {AFSPRAKEN_PER_DOEL} afspraken, mediaan van {keuze.keren},"
            f" {os.cpu_count()} processors, belasting {os.getloadavg()[0]:.1f}\n"
        )
        print("| page | reader | database with (ms) | without | ratio | whole page with (ms) | without | ratio |")
        print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
        bladen = [("plan", "mentor"), ("plan", "moeder"), ("ons_plan_gezin", "moeder")]
        verhoudingen = [_line(cast, blad, wie, keuze.keren) for blad, wie in bladen]
    return int(max(verhoudingen) > HOOGSTENS)


def maak_plan(cast: Cast) -> None:
    """A plan that the mentor sees whole by consent, line by line, and mother as one of the family."""
    hoe, vandaag = {"nu": cast.nu, "door": cast.coordinator}, localdate(cast.nu)
    wie = [[cast.sanne], [cast.broer_in_gezin], [cast.sanne, cast.broer_in_gezin], []]
    waarover = list(zip(islice(cycle(wie), DOELEN), cycle(GEBIEDEN)))
    for nummer, (over, gebied) in enumerate(waarover):
        doel = plan.voeg_doel_toe(
            cast.gezin,
            DoelGegevens(f"Doel {nummer}", leefgebieden=[gebied], over_wie=[lid.pk for lid in over]),
            **hoe,
        )
        for soort in range(AFSPRAKEN_PER_DOEL):
            doet = (cast.collega_in_gezin, cast.moeder_in_gezin, cast.mentor_in_gezin)[soort]
            gegeven = AfspraakGegevens(f"Afspraak {soort}", [doet.pk], dag_van(cast.nu), Duur(9, Eenheid.WEEK))
            plan.voeg_afspraak_toe(doel, gegeven, **hoe)
    plan.activeer(plan.plan_van(cast.gezin), aan_tafel=None, **hoe)
    actions.wijzig_aandeel(cast.mentor_in_gezin, [], **hoe)
    vel = actions.Gespreksgegevens("Zo kan de school helpen", vandaag, vandaag + timedelta(days=300))
    over_wie = [cast.sanne.pk, cast.broer_in_gezin.pk, None]
    keuzes = [
        actions.Toestemmingskeuze(cast.mentor_in_gezin.pk, gebied, over) for gebied in GEBIEDEN for over in over_wie
    ]
    gesprek = actions.houd_gesprek(cast.gezin, vel, keuzes, **hoe)
    kring = kring_van(cast.gezin.pk)
    for lid in (cast.moeder_in_gezin, cast.vader_in_gezin, cast.broer_in_gezin):
        eigen = [regel.pk for regel in gesprek.regels.all() if lid.pk in te_tekenen_door(kring, regel, vandaag)]
        actions.teken(lid, dict.fromkeys(eigen, "ja"), vorm="mondeling", gegeven_op=vandaag, **hoe)
    actions.zet_vlag(cast.vader_in_gezin, [cast.sanne.pk], "veiligheid", vandaag + timedelta(days=30), **hoe)


def _line(cast: Cast, blad: str, wie: str, keren: int) -> float:
    """Measure one page for one reader, with and without in turns; print its line, return the worse ratio."""
    gebruiker = getattr(cast, wie)
    adres, browser = reverse(f"gezinsplan:{blad}", args=[cast.gezin.pk]), client_van(gebruiker)
    delen = {len(planbeeld(zicht.blik(gebruiker, cast.gezin)).onderdelen)}
    with _zonder_filter():
        delen.add(len(planbeeld(zicht.blik(gebruiker, cast.gezin)).onderdelen))
    assert delen == {DOELEN * (1 + AFSPRAKEN_PER_DOEL)}, f"{wie} should see the whole plan either way: {delen}"

    def vraag() -> None:
        assert browser.get(adres).status_code == 200

    met, zonder = [], []
    for _keer in range(keren + 5):
        met.append(_tijden(vraag))
        with _zonder_filter():
            zonder.append(_tijden(vraag))
    database = [1000 * statistics.median(tijd for tijd, _heel in rij[5:]) for rij in (met, zonder)]
    heel = [1000 * statistics.median(tijd for _tijd, tijd in rij[5:]) for rij in (met, zonder)]
    print(
        f"| {blad} | {wie} | {database[0]:.1f} | {database[1]:.1f} | {database[0] / database[1]:.2f} "
        f"| {heel[0]:.1f} | {heel[1]:.1f} | {heel[0] / heel[1]:.2f} |",
        flush=True,
    )
    return max(database[0] / database[1], heel[0] / heel[1])


@contextmanager
def _zonder_filter() -> Iterator[None]:
    """As if everybody who takes part sees the whole plan: no circle is made, and no part is filtered."""

    def alles(kring: Any, op: Any, **rest: Any) -> regels.Kijker:
        return gewoon(kring, op, **{**rest, "alles": True})

    gewoon = regels.Kijker
    with (
        patch.object(regels, "Kijker", alles),
        patch.object(zicht, "kring_voor_zicht", lambda gezin, _leden: Kring(gezin.pk)),
    ):
        yield


def _tijden(daad: Callable[[], Any]) -> tuple[float, float]:
    """Seconds spent in statements, and altogether."""
    teller = [0.0]

    def meet(uitvoeren: Callable[..., Any], *rest: Any) -> Any:
        begin = time.perf_counter()
        try:
            return uitvoeren(*rest)
        finally:
            teller[0] += time.perf_counter() - begin

    begin = time.perf_counter()
    with connection.execute_wrapper(meet):
        daad()
    return teller[0], time.perf_counter() - begin
