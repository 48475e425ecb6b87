"""Figures for machines that watch (`/metingen/`, in the text form of Prometheus), and one log line per request.

The figures stand in no web address that the proxy passes on: they are asked on the machine itself, with a token. What is
known of the clock, the mails and the logboek is asked from the database at that moment; each question reads at most what
an index holds, and no more than MEESTE rows of it.
"""

import logging
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime

from django.conf import settings
from django.db import Error, connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest, multiprocess
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from berichten.models import Bericht, MailStaat
from config.gezondheid import JA, toestand
from core import clock
from core.log_lines import request_number
from gezinsplan.models import PdfOpdracht, PdfStaat
from logboek.models import Zegel
from termijnen.models import Klokfout, Kloktik, Termijn

METINGEN = "/metingen/"
MEESTE = 100_000

logger = logging.getLogger(__name__)

VERZOEKEN = Counter("plan_verzoeken", "Answered requests.", ["adres", "methode", "status"])
DUUR = Histogram(
    "plan_verzoek_seconden",
    "How long an answer took.",
    ["adres"],
    buckets=(0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
METHODEN = frozenset({"GET", "HEAD", "POST", "OPTIONS"})


class MetenMiddleware:
    """Counts and logs each request by the name of its address; answers `/metingen/` to who has the token."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == METINGEN:
            return metingen(request)
        nummer = uuid.uuid4().hex[:16]
        kaartje, begin = request_number.set(nummer), time.perf_counter()
        try:
            antwoord = self.get_response(request)
            duur = time.perf_counter() - begin
            adres = _adres(request)
            methode = request.method if request.method in METHODEN else "ANDERS"
            VERZOEKEN.labels(adres, methode, str(antwoord.status_code)).inc()
            DUUR.labels(adres).observe(duur)
            logger.info(
                "verzoek",
                extra={"adres": adres, "methode": methode, "status": antwoord.status_code, "ms": round(duur * 1000)},
            )
        finally:
            request_number.reset(kaartje)
        antwoord.headers["X-Verzoek"] = nummer
        return antwoord


def _adres(request: HttpRequest) -> str:
    """The name that the code gave to the address; the address itself holds keys of families and people."""
    if request.resolver_match is not None:
        return request.resolver_match.view_name or "zonder_naam"
    return "bestand" if request.path_info.startswith(settings.STATIC_URL) else "onbekend"


def metingen(request: HttpRequest) -> HttpResponse:
    """The figures; for whoever hasn't the token there is nothing here."""
    token = settings.METINGEN_TOKEN
    gegeven = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    if not token or request.method != "GET" or not constant_time_compare(gegeven, token):
        return HttpResponseNotFound()
    register = CollectorRegistry()
    if settings.METINGEN_MAP:
        multiprocess.MultiProcessCollector(register, path=settings.METINGEN_MAP)
    else:
        register.register(VERZOEKEN)
        register.register(DUUR)
    register.register(UitDeDatabase())
    return HttpResponse(generate_latest(register), content_type=CONTENT_TYPE_LATEST)


class UitDeDatabase:
    """What the system owes and has done, as the database knows it now."""

    def collect(self) -> Iterator[Metric]:
        """Each figure; without a database only that it doesn't answer."""
        woorden = toestand()
        bereikbaar = GaugeMetricFamily("plan_onderdeel_goed", "1: as /klaar/ says 'ja'.", labels=["onderdeel"])
        for onderdeel, woord in woorden.items():
            bereikbaar.add_metric([onderdeel], float(woord == JA))
        yield bereikbaar
        yield _een("plan_versie_info", "Which version runs.", 1.0, {"versie": settings.VERSIE})
        if woorden["database"] != JA:
            return
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL statement_timeout = '5s'")
                yield from list(self._tellingen(clock.now(), timezone.now()))
        except Error:
            logger.exception("De metingen uit de database zijn niet gelukt.")

    def _tellingen(self, nu: datetime, echt: datetime) -> Iterator[Metric]:
        tik = Kloktik.objects.first()
        yield _een(
            "plan_klok_laatste_tik_seconden",
            "Age of the last tick of the clock.",
            _leeftijd(tik.laatste_op if tik else None, nu),
        )
        wacht = Termijn.objects.lopend().filter(aan_de_beurt_op__lte=nu)
        yield _een("plan_termijnen_wachten", "Terms that have passed and weren't looked at yet.", _hoeveel(wacht))
        oudste = wacht.order_by("aan_de_beurt_op").values_list("aan_de_beurt_op", flat=True).first()
        yield _een(
            "plan_termijn_oudste_seconden", "How long the oldest of those has waited.", _leeftijd(oudste, nu, 0.0)
        )
        yield _een(
            "plan_termijnen_mislukt",
            "Terms that failed and are tried again.",
            _hoeveel(Klokfout.objects.filter(opgelost_op__isnull=True)),
        )
        mails = Bericht.objects.filter(mail_staat=MailStaat.TE_VERZENDEN)
        yield _een(
            "plan_mails_wachten", "Mails whose moment has come.", _hoeveel(mails.filter(volgende_poging_op__lte=nu))
        )
        oudste = mails.order_by("volgende_poging_op").values_list("volgende_poging_op", flat=True).first()
        te_laat = _leeftijd(oudste, nu, 0.0) if oudste and oudste <= nu else 0.0
        yield _een("plan_mail_oudste_seconden", "How long the oldest of those has waited.", te_laat)
        pdfs = PdfOpdracht.objects.filter(staat__in=[PdfStaat.WACHT, PdfStaat.BEZIG])
        yield _een("plan_pdfs_wachten", "PDFs that were asked and aren't there yet.", _hoeveel(pdfs))
        yield _een("plan_logboek_onverzegeld_seconden", "Age of the oldest row without a seal.", _onverzegeld(echt))


def _een(naam: str, uitleg: str, waarde: float, labels: dict[str, str] | None = None) -> Metric:
    meting = GaugeMetricFamily(naam, uitleg, labels=list(labels or {}))
    meting.add_metric(list((labels or {}).values()), waarde)
    return meting


def _leeftijd(op: datetime | None, nu: datetime, zonder: float = float("inf")) -> float:
    return (nu - op).total_seconds() if op else zonder


def _hoeveel(rijen: object) -> float:
    """How many, counted up to MEESTE: beyond that it only matters that it is far too many."""
    return float(rijen[:MEESTE].count())  # type: ignore[index]


def _onverzegeld(echt: datetime) -> float:
    laatste = Zegel.objects.order_by("-nummer").values_list("tot", flat=True).first() or 0
    with connection.cursor() as cursor:
        # A column that the database fills in by itself; the model doesn't know it.
        cursor.execute("SELECT op FROM logboek_regel WHERE positie >= %s ORDER BY positie LIMIT 1", [laatste])
        rij = cursor.fetchone()
    return _leeftijd(rij[0] if rij else None, echt, 0.0)
