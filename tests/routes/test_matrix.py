"""One route × role matrix for the whole system: who gets what at every address, and always the outsider (T3, X1).

A URL name without a row fails, and so does a row without the outsider. Rows: tests/routes/<app>.py.
"""

import importlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from core import klok
from logboek.models import Regel, Uitkomst
from tests.cast import Cast, maak_cast
from tests.inloggen import client_van
from tests.routes.rijen import BUITENSTAANDER, NAAR_INLOGGEN, Rij, cast_zelf
from tests.routes.routes import EIGEN, routes
from tests.situaties import situatie

# One row for each third-party package: what its pages may never show to whoever opens them.
DERDEN = {"allauth": "De Wit"}
# Asked at every address, beside those whom its row names.
ALTIJD = frozenset(
    {BUITENSTAANDER, "coordinator", "mentor", "moeder", "vader", "broer", "manager", "ambtenaar", "beheerder"}
)


def _modules():
    """The modules with rows: <app>.py, or <app>_<part>.py."""
    for bestand in sorted(Path(__file__).parent.glob("*.py")):
        if bestand.stem.split("_")[0] in EIGEN:
            yield importlib.import_module(f"tests.routes.{bestand.stem}")


RIJEN = {naam: (rij, module) for module in _modules() for naam, rij in module.RIJEN.items()}


class Terug(Exception):
    """Takes back what one request wrote."""


@dataclass
class Toneel:
    """The cast, and a session for each of them."""

    cast: Cast
    sessies: dict[str, str]

    def browser(self, wie: str) -> Client:
        """A browser in which this person is logged in."""
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = self.sessies[wie]
        return client


@situatie
def toneel() -> Toneel:
    """Give the cast with their sessions; every row takes back what it wrote."""
    cast = maak_cast(klok.nu())
    sessies = {naam: client_van(gebruiker).session.session_key for naam, gebruiker in cast.iedereen().items()}
    return Toneel(cast, sessies)


def test_every_address_of_ours_has_a_row():  # T3
    eigen = {route.naam for route in routes() if route.eigen}
    assert not sorted(eigen - set(RIJEN)), "no row in tests/routes/<app>.py for these"
    assert not sorted(set(RIJEN) - eigen), "a row for an address that isn't there"


def test_every_view_of_others_belongs_to_a_known_package():  # T3
    assert {route.pakket for route in routes() if not route.eigen} <= set(DERDEN)


@pytest.mark.parametrize("naam", sorted(RIJEN))
def test_every_row_has_the_outsider(naam):  # T3
    rij, _module = RIJEN[naam]
    methoden = [rollen for rollen in (rij.get, rij.post) if rollen is not None]
    assert methoden, "a row says what GET or POST gives"
    assert all(BUITENSTAANDER in rollen for rollen in methoden)


@pytest.mark.parametrize("naam", sorted(RIJEN))
def test_matrix(naam, toneel):  # T3 X1
    rij, module = RIJEN[naam]
    gekregen, verwacht = {}, {}
    wereld = getattr(module, "wereld", cast_zelf)(toneel.cast)
    url = reverse(naam, kwargs=rij.kwargs(wereld))
    _anoniem(rij, url)
    for methode, rollen in (("get", rij.get), ("post", rij.post)):
        if rollen is None:
            continue
        rest = rij.rest if methode == "get" or rij.rest_post is None else rij.rest_post
        for wie in sorted(ALTIJD | set(rollen)):
            verwacht[methode, wie] = rollen.get(wie, rest)
            gekregen[methode, wie] = _vraag(rij, wereld, url, methode, wie, toneel)
    assert gekregen == verwacht


def _vraag(rij: Rij, wereld, url, methode, wie, toneel):
    """The status that this person gets; what the request wrote is taken back."""
    status = None
    try:
        with transaction.atomic():
            client = toneel.browser(wie)
            antwoord = client.get(url, rij.query(wereld)) if methode == "get" else client.post(url, rij.data(wereld))
            status = antwoord.status_code
            if "gezin_id" in rij.kwargs(wereld) and rij.gelogd:
                _staat_in_het_logboek(getattr(toneel.cast, wie), methode, status)
            raise Terug
    except Terug:
        return status


def _staat_in_het_logboek(gebruiker, methode, status):
    regels = Regel.objects.filter(gebruiker_id=gebruiker.pk)
    if status in (403, 404):
        assert regels.filter(uitkomst=Uitkomst.GEWEIGERD).exists(), f"refusal of {gebruiker} isn't in the logboek"
    elif methode == "get" and status == 200:
        assert regels.filter(uitkomst=Uitkomst.GELUKT, gezin_id__isnull=False).exclude(grondslag="").exists(), (
            f"reading by {gebruiker} isn't in the logboek with its ground"
        )


def _anoniem(rij: Rij, url):
    """Nobody sees anything without logging in, except where a row says so."""
    for methode in ("get", "post"):
        if getattr(rij, methode) is None:
            continue
        antwoord = getattr(Client(), methode)(url)
        verwacht = rij.anoniem if methode == "get" or rij.anoniem_post is None else rij.anoniem_post
        assert antwoord.status_code == verwacht
        if verwacht == NAAR_INLOGGEN:
            assert antwoord["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("pakket", sorted(DERDEN))
def test_pages_of_others_show_nothing_of_a_family(pakket, toneel):  # T3
    voorbeelden = {"uidb36": "1", "key": "abc"}
    for route in routes():
        if route.pakket != pakket:
            continue
        kwargs = {naam: waarde for naam, waarde in voorbeelden.items() if f"<{naam}>" in route.patroon}
        for client in (Client(), toneel.browser(BUITENSTAANDER)):
            antwoord = client.get(reverse(route.naam, kwargs=kwargs))
            assert antwoord.status_code < 500, route.naam
            assert DERDEN[pakket] not in antwoord.content.decode(errors="replace"), route.naam
