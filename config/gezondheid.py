"""Whether this process answers (`/gezond/`) and whether the whole can do its work (`/klaar/`), for machines that watch.

Words only: no versions, no names of servers, no data; so anyone may ask. The middleware stands before everything else: no
session, no logboek, no redirect to https and no list of web addresses has a say in it. Docker and a load balancer ask by
plain http and by number.
"""

from collections.abc import Callable
from functools import cache

from celery import current_app
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from kombu.exceptions import OperationalError

from core import clock, clock_home, key_mark
from termijnen.models import Kloktik

GEZOND, KLAAR = "/gezond/", "/klaar/"
JA, NIET = "ja", "niet"
# The clock of a copy that was put back waits for the beheerder (core/clock_home.py).
VASTGEHOUDEN = "vastgehouden"
# Pages work without the broker. What it holds up shows in the clock.
NODIG = ("database", "migraties", "sleutel", "klok")


class GezondheidMiddleware:
    """Answers the two addresses; lets everything else through."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info not in (GEZOND, KLAAR):
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        woorden = {"proces": JA} if request.path_info == GEZOND else toestand()
        af = all(woorden[deel] == JA for deel in NODIG if deel in woorden)
        return JsonResponse(woorden, status=200 if af else 503, headers={"Cache-Control": "no-store"})


def toestand() -> dict[str, str]:
    """Each part with the word for how it is; `migraties`, `sleutel` and `klok` can't be known without the database."""
    database, migraties, sleutel, klokwoord = _in_de_database()
    return {
        "database": JA if database else NIET,
        "migraties": JA if migraties else NIET,
        "sleutel": JA if sleutel else NIET,
        "klok": klokwoord,
        "broker": JA if _broker() else NIET,
    }


def _in_de_database() -> tuple[bool, bool, bool, str]:
    """Whether the database answers, has every migration of this version and knows our key; and how its clock is."""
    try:
        connection.ensure_connection()
        gedaan = _nodige_migraties() <= set(MigrationRecorder(connection).applied_migrations())
    except Error:
        return False, False, False, NIET
    try:
        sleutel = key_mark.fits()
        if clock_home.state().is_held:
            return True, gedaan, sleutel, VASTGEHOUDEN
        tik = Kloktik.objects.first()
    except Error:
        return True, gedaan, False, NIET
    return True, gedaan, sleutel, JA if tik is not None and not tik.staat_stil(clock.now()) else NIET


@cache
def _nodige_migraties() -> frozenset[tuple[str, str]]:
    """The last migration of each app, as they are on disk: they stay the same while a process runs."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def _broker() -> bool:
    verbinding = current_app.connection_for_write()
    try:
        with verbinding:
            verbinding.connect()
    except (OperationalError, OSError, *verbinding.connection_errors):
        return False
    return True
