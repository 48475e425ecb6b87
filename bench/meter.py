"""One process that serves pages to itself and says what each took; `bench/yardstick.py` asks it, a line at a time.

It stands alone and may be run in another checkout: then the pages are those of that checkout, and the yardstick is this one.
What is asked: `visit`, page, reader; `grow`; `others`. Each question and each answer is one line of JSON.
"""

import functools
import gc
import json
import logging
import os
import re
import statistics
import sys
import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

# How many rounds of `work` take as much processor time as the coordinator's empty logged-in page of the version of
# 29 November 2026 (commit 69af9bf). Found by letting this meter visit that page 240 times in a checkout of that version,
# with 1,000 rounds before each visit: the middle ratio was 1.35 (the sums': 1.36). Never changed: all figures rest on it.
ROUNDS = 1350

# The pages with an aim of their own.
OWN = {
    "empty": "account_logout",
    "plan": "gezinsplan:plan",
    "Ons plan": "gezinsplan:ons_plan_gezin",
    "stagnatie": "escalatie:stagnatie",
    "Mijn werk": "werklijst:mijn_werk",
    "Gezinnen": "gezinsplan:gezinnen",
}
AFSPRAKEN_MORE = 24
# Of the other pages: how many readers are tried for each, and how many pages of a module are measured again.
READERS, HEAVIEST = 4, 2
NOTHING = {"page": 0.0, "unit": 1.0}
# What a page fetches by itself after it was shown; a page that waits for something and asks again isn't that.
LATER = re.compile(r'hx-get="([^"]+)"[^>]*hx-trigger="(?:load|revealed|intersect)(?: once)?"')


@dataclass
class Card:
    """What the yardstick reads and makes: an object with a few fields."""

    number: int
    words: list[str]
    tags: dict[str, str] = field(default_factory=dict)


# A page walks over some megabytes of objects, and so waits for memory when others use the machine; so does the yardstick.
POOL, STRIDE = 8_000, 4_999


@functools.cache
def _pool() -> list[Card]:
    return [Card(number, [f"woord {number % 97} & {part} van {number}" for part in range(4)]) for number in range(POOL)]


def work(rounds: int) -> int:
    """The yardstick: what a page does, in plain Python, the same each time. Returns a number that must not change.

    Objects, dictionaries, calls with keywords, text put together and made safe, a little sorting: no imports that another
    version of Python does in C.
    """
    pool, total = _pool(), 0
    for number in range(rounds):
        old = pool[number * STRIDE % POOL]
        card = Card(old.number + 1, [*old.words, f"{number}"])
        card.tags.update({word: _safe(word, quotes=part % 2 == 0) for part, word in enumerate(card.words)})
        shown = "".join(_line(name=name, value=value) for name, value in sorted(card.tags.items(), key=_by_value))
        total += len(shown) + sum(1 for word in card.words if isinstance(word, str) and word.startswith("woord 3"))
    return total


def _safe(text: str, *, quotes: bool) -> str:
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    return safe.replace('"', "&quot;") if quotes else safe


def _line(**fields: str) -> str:
    return "<li>{name}: {value}</li>".format(**fields)


def _by_value(pair: tuple[str, str]) -> tuple[int, str]:
    return len(pair[1]), pair[1]


def main() -> None:
    """Make the world in a database of its own, say which pages there are, and answer until nothing more is asked."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    django.setup()
    logging.disable(logging.WARNING)
    from tests import databases

    with databases.copy():
        meter = Meter()
        # What is there now stays: a page in a process that has been running doesn't walk through it either.
        gc.collect()
        gc.freeze()
        _say({name: sorted(readers) for name, (_address, readers) in meter.pages.items()})
        for line in sys.stdin:
            command, *words = json.loads(line)
            _say(getattr(meter, command)(*words))


class NotShown(Exception):
    """The page isn't there for that reader."""


class Meter:
    """The invented family, its readers logged in, and the pages they have."""

    def __init__(self) -> None:
        from django.urls import reverse
        from django.utils.timezone import localdate, now

        from bench.zicht import maak_plan
        from tests.inloggen import client_van
        from tests.routes import escalatie
        from tests.routes.rollen import maak_rollen

        # What is asked of the code is what it has had for long: names that move aren't in both versions.
        nu = now()
        # The world of the version before counts days by UTC: around midnight it can't be made.
        self.cast = maak_rollen(nu if nu.date() == localdate(nu) else nu - timedelta(hours=2))
        maak_plan(self.cast)
        stagnatie = escalatie.wereld(self.cast).stagnatie
        # Before any transaction that is taken back: with it their sessions would go.
        self.clients = {name: client_van(person) for name, person in self.cast.iedereen().items()}
        family, of_plan = (
            [self.cast.gezin.pk],
            ("coordinator", "collega", "mentor", "moeder", "vader", "broer", "waarnemer"),
        )
        at_work = (*of_plan[:3], "manager", "ambtenaar", "teamleider", "waarnemer")
        asked: dict[str, tuple[list, tuple[str, ...]]] = {
            "empty": ([], ("coordinator", "moeder", "manager", "ambtenaar", "beheerder", "waarnemer")),
            "plan": (family, of_plan),
            "Ons plan": (family, ("moeder", "vader", "broer")),
            "stagnatie": (
                [stagnatie.pk],
                ("coordinator", "collega", "mentor", "moeder", "manager", "manager_school", "ambtenaar"),
            ),
            "Mijn werk": ([], at_work),
            "Gezinnen": ([], at_work),
        }
        self.pages = {page: (reverse(OWN[page], args=args), readers) for page, (args, readers) in asked.items()}

    def visit(self, page: str, reader: str) -> dict[str, float]:
        """Processor seconds of the yardstick, of the page with what it fetches afterwards, and of the database for it."""
        from tests.routes.rollen import laat_waarnemen

        address, _readers = self.pages[page]
        if reader == "waarnemer":
            laat_waarnemen(self.cast, reader)
        try:
            return self._visit(address, {}, reader)
        finally:
            if reader == "waarnemer":
                self._nobody_away()

    def _visit(self, address: str, query: dict, reader: str) -> dict[str, float]:
        client = self.clients[reader]
        began = time.process_time()
        work(ROUNDS)
        unit = time.process_time() - began
        database, began = _database(), time.process_time()
        answer = client.get(address, query)
        if answer.status_code != 200:
            raise NotShown(f"{address} for {reader}: {answer.status_code}")
        for part in LATER.findall(answer.content.decode(errors="replace")) if not answer.streaming else []:
            client.get(part, headers={"HX-Request": "true"})
        took = time.process_time() - began
        return {"unit": unit, "page": took, "database": _database() - database}

    def grow(self) -> int:
        """Add as many afspraken again; returns how many came. Each page of the plan then shows twice as many."""
        from gezinsplan import actions
        from gezinsplan.looptijd import Duur, Eenheid, dag_van
        from gezinsplan.models import Doel

        cast = self.cast
        doelen = list(Doel.objects.filter(plan__gezin=cast.gezin, tekst__startswith="Doel ").order_by("tekst"))
        doers = (cast.collega_in_gezin, cast.moeder_in_gezin, cast.mentor_in_gezin)
        for number in range(AFSPRAKEN_MORE):
            doel, doer = doelen[number % len(doelen)], doers[number // len(doelen)]
            given = actions.AfspraakGegevens(
                f"Nog een {number}", [doer.pk], dag_van(cast.nu) + timedelta(days=1), Duur(9, Eenheid.WEEK)
            )
            actions.voeg_afspraak_toe(doel, given, nu=cast.nu, door=cast.coordinator)
        return AFSPRAKEN_MORE

    def others(self, only: str = "") -> list[list[Any]]:
        """[name, reader, times the yardstick] of the heaviest other page of each module of the matrix, heaviest first.

        Each is asked in the world of its rows, within a transaction that is taken back.
        """
        from django.db import transaction

        from tests.routes.rijen import cast_zelf
        from tests.routes.rollen import tweede_gezin
        from tests.routes.routes import modules

        found: list[list[Any]] = []
        for module in modules().values():
            rows = {
                naam: rij
                for naam, rij in module.RIJEN.items()
                if rij.get is not None and only in naam and naam not in OWN.values()
            }
            if not rows:
                continue
            with transaction.atomic():
                # Of a family of its own: most rows begin with a plan that hasn't started.
                world = getattr(module, "wereld", cast_zelf)(tweede_gezin(self.cast))
                once = [visit for naam, rij in rows.items() for visit in self._once(naam, rij, world)]
                for _ratio, naam, who in sorted(once)[-HEAVIEST:]:
                    ratios = [self._ratio(naam, rows[naam], world, who) for _turn in range(5)]
                    found.append([naam, who, statistics.median(ratios)])
                transaction.set_rollback(True)
        return sorted(found, key=lambda line: -line[2])

    def _once(self, naam: str, rij: Any, world: Any) -> list[tuple[float, str, str]]:
        """(times the yardstick, name, reader) for some who get the page; the first visit of all isn't counted."""
        usual = ("coordinator", "moeder", "mentor", "manager", "ambtenaar", "beheerder", "privacy_officer")
        named = [who for who, status in rij.get.items() if status == 200 and who in usual]
        readers = named or [who for who in usual if rij.rest == 200 and rij.get.get(who, 200) == 200]
        if readers:
            self._ratio(naam, rij, world, readers[0])
        return [(self._ratio(naam, rij, world, who), naam, who) for who in readers[:READERS]]

    def _ratio(self, naam: str, rij: Any, world: Any, who: str) -> float:
        """Times the yardstick for one visit; what it took to make its world is taken back."""
        from django.db import transaction
        from django.urls import reverse

        with transaction.atomic():
            address, query = reverse(naam, kwargs=rij.kwargs(world)), rij.query(world)
            try:
                visit = self._visit(address, query, who)
            except NotShown as reason:
                # Who takes part in two families doesn't get everything that the row promises who takes part in one.
                print(reason, file=sys.stderr)
                visit = NOTHING
            transaction.set_rollback(True)
        return visit["page"] / visit["unit"]

    def _nobody_away(self) -> None:
        from django.db import connections

        with connections["eigenaar"].cursor() as cursor:
            cursor.execute("DELETE FROM instanties_vervanging")


def _database() -> float:
    """Processor seconds so far of the other ends of this process's connections to the database."""
    from django.db import connection

    pid = connection.connection.info.backend_pid if connection.connection else None
    # Linux: the clock of another process.
    return time.clock_gettime(~pid << 3 | 2) if pid else 0.0


def _say(what: Any) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main()
