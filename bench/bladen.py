"""Pages over HTTP, from the real web server: queries, time, and requests per second beside an empty logged-in page."""

import http.client
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client
from django.urls import reverse

from escalatie.models import Stagnatie
from instanties.models import Gebruiker
from tests.cast import Cast
from tests.e2e.stapel import Stapel
from tests.inloggen import client_van
from tests.routes.vragen import geteld

# Logged in, with the whole frame of a page and nothing in it.
LEEG = "account_logout"
TEGELIJK = 4
PER_BEURT = 12
OPWARMEN = 3


@dataclass(frozen=True)
class Blad:
    """One page for one reader."""

    naam: str
    wie: str
    gebruiker: Gebruiker
    adres: str


def van(cast: Cast, stagnatie: Stagnatie) -> list[Blad]:
    """The pages that people spend their day on, for each kind of reader."""
    gezin, vast = [cast.gezin.pk], [stagnatie.pk]
    per_lezer: dict[str, list[tuple[str, list]]] = {
        "coordinator": [
            ("gezinsplan:plan", gezin), ("gezinsplan:mensen", gezin), ("toestemming:toestemming", gezin),
            ("werklijst:mijn_werk", []), ("gezinsplan:gezinnen", []), ("escalatie:stagnaties", []),
            ("escalatie:stagnatie", vast), ("werklijst:berichten", []),
        ],
        "moeder": [
            ("gezinsplan:ons_plan_gezin", gezin), ("gezinsplan:plan", gezin), ("escalatie:stagnatie", vast),
            ("toestemming:toestemming", gezin), ("werklijst:berichten", []),
        ],
        "manager": [("werklijst:mijn_werk", []), ("escalatie:stagnaties", []), ("escalatie:stagnatie", vast)],
        "ambtenaar": [("werklijst:mijn_werk", []), ("escalatie:stagnaties", []), ("escalatie:stagnatie", vast)],
        "beheerder": [("instanties:beheer", []), ("instanties:mensen", []), ("instanties:instellingen", [])],
    }  # fmt: skip
    return [
        Blad(naam, wie, getattr(cast, wie), reverse(naam, args=args))
        for wie, namen in per_lezer.items()
        for naam, args in namen
    ]


def meet(stapel: Stapel, bladen: list[Blad], keren: int) -> None:
    """Print a table with one line per page."""
    print(
        f"Mediaan van {keren}; verzoeken per seconde met {TEGELIJK} tegelijk, om beurten met de lege pagina ({LEEG}).\n\n"
        "| pagina | lezer | vragen | mediaan (ms) | lege pagina (ms) | per seconde | van de lege pagina |\n"
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
        flush=True,
    )
    for blad in bladen:
        client = client_van(blad.gebruiker)
        kijk, leeg = Bezoeker(stapel, client, blad.adres), Bezoeker(stapel, client, reverse(LEEG))
        vragen = _vragen(client, blad.adres)
        tijden, leeg_tijden = _om_beurten(kijk, leeg, keren)
        snel, leeg_snel = _samen(kijk, leeg)
        print(
            f"| {blad.naam} | {blad.wie} | {vragen} | {_ms(tijden)} | {_ms(leeg_tijden)} | {snel:.0f} |"
            f" {100 * snel / leeg_snel:.0f} % |",
            flush=True,
        )


def _vragen(client: Client, adres: str) -> int:
    """The number of statements, asked in this process."""
    with geteld() as sql:
        status = client.get(adres).status_code
    assert status == 200, f"{adres}: {status}"
    return len(sql)


class Bezoeker:
    """A browser of one person at one address."""

    def __init__(self, stapel: Stapel, client: Client, adres: str) -> None:
        self._plek = urlsplit(stapel.url).netloc
        self._adres = adres
        self._koppen = {
            "Cookie": f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
        }

    def vraag(self) -> float:
        """Ask for the page; seconds until all of it was there."""
        begin = time.perf_counter()
        with closing(http.client.HTTPConnection(self._plek, timeout=120)) as verbinding:
            verbinding.request("GET", self._adres, headers=self._koppen)
            antwoord = verbinding.getresponse()
            antwoord.read()
        assert antwoord.status == 200, f"{self._adres}: {antwoord.status}"
        return time.perf_counter() - begin


def _om_beurten(kijk: Bezoeker, leeg: Bezoeker, keren: int) -> tuple[list[float], list[float]]:
    paren = [(kijk.vraag(), leeg.vraag()) for _keer in range(keren + OPWARMEN)][OPWARMEN:]
    return [eerste for eerste, _ in paren], [tweede for _, tweede in paren]


def _samen(kijk: Bezoeker, leeg: Bezoeker) -> tuple[float, float]:
    """Requests per second of both, with some at once, in turns."""
    duur = {kijk: 0.0, leeg: 0.0}
    beurten = 3
    with ThreadPoolExecutor(TEGELIJK) as samen:
        for _beurt in range(beurten):
            for wie in duur:
                begin = time.perf_counter()
                list(samen.map(lambda _keer, wie=wie: wie.vraag(), range(PER_BEURT)))
                duur[wie] += time.perf_counter() - begin
    return beurten * PER_BEURT / duur[kijk], beurten * PER_BEURT / duur[leeg]


def _ms(tijden: list[float]) -> str:
    return f"{1000 * statistics.median(tijden):.0f}"
