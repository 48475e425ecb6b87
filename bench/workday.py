"""A mixed working day: people of a region of 10,000 plans, each reading and now and then writing, over HTTP (R2).

`python3 -m start bench werkdag`. The requests come at a given pace whether or not the ones before were answered, as people
do; a server that can't keep up shows in the p95. Bounded in number and time; nothing leaves this machine.
"""

import argparse
import http.client
import itertools
import os
import random
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.db import connections
from django.urls import reverse

from bench import gegevens
from bench.zicht import maak_plan
from core import clock
from gezinnen.models import Coordinatorschap, Deelnemer, Gezin, SoortDeelnemer
from gezinsplan.models import Doel, Planstaat
from instanties.models import Gebruiker
from tests.cast import Cast, maak_cast
from tests.e2e.stapel import Stapel
from tests.inloggen import client_van
from tests.routes import escalatie

PLANS, REQUESTS = 10_000, 3_000
# What is aimed at: so many requests a second, of which 95 in 100 are answered within so many milliseconds.
PACE, P95_MS = 60.0, 150.0
# By how much it may fall short of that pace: the last answers of a day come after its end.
SHORT = 2.0
# How many people of each kind are logged in, and at most how many requests are open at once.
PEOPLE, OPEN = 20, 32
SEED = 9
# Who sends a request, in per cent; and what that is. `+`: writes something.
WHO = {"coordinator": 35, "hulpverlener": 35, "gezin": 20, "manager": 7, "ambtenaar": 3}
WHAT = {
    "coordinator": {"werk": 25, "gezinnen": 15, "plan": 35, "mensen": 5, "berichten": 10, "+reactie": 10},
    "hulpverlener": {"werk": 25, "gezinnen": 15, "plan": 40, "berichten": 10, "+reactie": 10},
    "gezin": {"ons plan": 70, "berichten": 15, "stagnatie": 5, "+reactie": 10},
    "manager": {"werk": 50, "stagnaties": 25, "stagnatie": 25},
    "ambtenaar": {"werk": 50, "stagnaties": 25, "stagnatie": 25},
}
CSRF = "werkdag0werkdag0werkdag0werkdag0"


@dataclass(frozen=True)
class Step:
    """One request of one person."""

    kind: str
    address: str
    session: str
    writes: bool


@dataclass(frozen=True)
class Day:
    """What a day took; times in milliseconds."""

    per_second: float
    p50: float
    p95: float
    by_kind: dict[str, tuple[int, float]]


def main(arguments: list[str]) -> int:
    """Fill, measure, print. Returns the exit status: 1 when it is slower than what is aimed at."""
    parser = argparse.ArgumentParser(prog="python3 -m start bench werkdag", description=__doc__)
    parser.add_argument("--plannen", type=int, default=PLANS, help="running plans")
    parser.add_argument("--verzoeken", type=int, default=REQUESTS, help="requests in all")
    parser.add_argument("--tempo", type=float, default=PACE, help="requests a second")
    choice = parser.parse_args(arguments)
    day = measure(choice.plannen, choice.verzoeken, choice.tempo)
    print("| wie en wat | verzoeken | p95 (ms) |\n| --- | ---: | ---: |")
    for kind, (count, p95) in sorted(day.by_kind.items()):
        print(f"| {kind} | {count} | {p95:.0f} |")
    print(
        f"\n{choice.plannen:,} plannen, {choice.verzoeken} verzoeken, {os.cpu_count()} processors, belasting"
        f" {os.getloadavg()[0]:.1f}: {day.per_second:.1f} per seconde (gevraagd {choice.tempo:g}), mediaan {day.p50:.0f} ms,"
        f" p95 {day.p95:.0f} ms (hoogstens {P95_MS:.0f})"
    )
    return int(day.p95 > P95_MS or day.per_second < choice.tempo - SHORT)


def measure(plans: int, requests: int, pace: float = PACE) -> Day:
    """A day of that many requests in a region of that many plans, served by two processes as on two processors."""
    with Stapel(without=("redis", "mail", "web", "worker", "beat")) as stapel:
        gegevens.maak_land(plans, 0, clock.now(), lambda _what: None)
        cast = maak_cast(clock.now())
        maak_plan(cast)
        steps = list(itertools.islice(_steps(cast), requests))
        with connections["eigenaar"].cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
        connections.close_all()
        stapel.environment |= {"WEB_CONCURRENCY": "2", "DJANGO_SETTINGS_MODULE": "config.settings.bench"}
        stapel.manage("collectstatic", "--no-input", "--clear", "--verbosity=0")
        stapel.start("redis")
        stapel.start("web")
        place = urlsplit(stapel.url).netloc
        for step in {step.kind: step for step in steps}.values():
            for _process in range(4):
                _send(place, step, 0.0)
        return _run(place, steps, pace)


def _run(place: str, steps: list[Step], pace: float) -> Day:
    begin = time.perf_counter()
    due = [begin + number / pace for number in range(len(steps))]
    with ThreadPoolExecutor(OPEN) as people:
        took = list(people.map(lambda pair: _send(place, *pair), zip(steps, due, strict=True)))
    duration = time.perf_counter() - begin
    kinds: dict[str, list[float]] = {}
    for step, milliseconds in zip(steps, took, strict=True):
        kinds.setdefault(step.kind, []).append(milliseconds)
    by_kind = {kind: (len(times), _p95(times)) for kind, times in kinds.items()}
    return Day(len(steps) / duration, statistics.median(took), _p95(took), by_kind)


def _send(place: str, step: Step, due: float) -> float:
    """Send it when it is due; milliseconds from then until all of the answer was there, waiting for a turn included."""
    time.sleep(max(0.0, due - time.perf_counter()))
    due = due or time.perf_counter()
    headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={step.session}; {settings.CSRF_COOKIE_NAME}={CSRF}"}
    with closing(http.client.HTTPConnection(place, timeout=60)) as connection:
        if step.writes:
            headers |= {"X-CSRFToken": CSRF, "Content-Type": "application/x-www-form-urlencoded"}
            connection.request(
                "POST", step.address, urlencode({"tekst": f"Fijn dat dit lukt, {time.perf_counter_ns()}"}), headers
            )
        else:
            connection.request("GET", step.address, headers=headers)
        answer = connection.getresponse()
        answer.read()
    assert answer.status == (302 if step.writes else 200), f"{step}: {answer.status}"
    return 1000 * (time.perf_counter() - due)


def _steps(cast: Cast) -> Iterator[Step]:
    """The requests of the day, the same in every run."""
    chance = random.Random(SEED)
    people = _people(cast)
    shares = Counter(WHO)
    while True:
        (who,) = chance.choices(list(shares), list(shares.values()))
        (what,) = chance.choices(list(WHAT[who]), list(WHAT[who].values()))
        session, addresses = chance.choice(people[who])
        yield Step(f"{who}: {what}", chance.choice(addresses[what]), session, what.startswith("+"))


def _people(cast: Cast) -> dict[str, list[tuple[str, dict[str, list[str]]]]]:
    """(session, addresses by what is done) of some people of each kind."""
    stagnatie = reverse("escalatie:stagnatie", args=[escalatie.wereld(cast).stagnatie.pk])
    running = Gezin.objects.filter(plan__staat=Planstaat.ACTIEF).exclude(pk=cast.gezin.pk)
    coordinators = Coordinatorschap.objects.filter(tot=None, gezin__in=running).order_by("gebruiker_id")
    of_coordinators = _families(coordinators.values_list("gebruiker_id", "gezin_id"))
    doers = Deelnemer.objects.filter(
        soort=SoortDeelnemer.PROFESSIONAL, gebruiker__isnull=False, gezin__in=running
    ).exclude(gebruiker__in=coordinators.values("gebruiker"))
    of_doers = _families(doers.order_by("gebruiker_id").values_list("gebruiker_id", "gezin_id"))
    work = {
        "werk": [reverse("werklijst:mijn_werk")],
        "gezinnen": [reverse("gezinsplan:gezinnen")],
        "berichten": [reverse("werklijst:berichten")],
        "stagnaties": [reverse("escalatie:stagnaties")],
        "stagnatie": [stagnatie],
    }

    def professional(families: list) -> dict[str, list[str]]:
        doelen = Doel.objects.filter(plan__gezin__in=families).values_list("plan__gezin_id", "pk")
        return work | {
            "plan": [reverse("gezinsplan:plan", args=[family]) for family in families],
            "mensen": [reverse("gezinsplan:mensen", args=[family]) for family in families],
            "+reactie": [reverse("gezinsplan:doel_reageren", args=pair) for pair in doelen],
        }

    own = [
        (cast.gezin.pk, pk)
        for pk in Doel.objects.filter(plan__gezin=cast.gezin, tekst="Doel 0").values_list("pk", flat=True)
    ]
    family = work | {
        "ons plan": [reverse("gezinsplan:ons_plan_gezin", args=[cast.gezin.pk])],
        "+reactie": [reverse("gezinsplan:doel_reageren", args=pair) for pair in own],
    }
    return {
        "coordinator": [(_session(pk), professional(families)) for pk, families in of_coordinators.items()],
        "hulpverlener": [(_session(pk), professional(families)) for pk, families in of_doers.items()],
        "gezin": [(_session(cast.moeder.pk), family)],
        "manager": [(_session(cast.manager.pk), work)],
        "ambtenaar": [(_session(cast.ambtenaar.pk), work)],
    }


def _families(pairs: Iterator) -> dict:
    """The families of the first people, by person."""
    found: dict = {}
    for person, family in pairs:
        if person not in found and len(found) == PEOPLE:
            break
        found.setdefault(person, []).append(family)
    return found


def _session(pk: object) -> str:
    return client_van(Gebruiker.objects.get(pk=pk)).cookies[settings.SESSION_COOKIE_NAME].value


def _p95(times: list[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1))]
