"""One route × role matrix for the whole system: who gets what at every address, and always the outsider (T3, X1).

A URL name without a row fails, and so does a row without the outsider. Rows: tests/routes/<app>.py.
"""

import importlib
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from logboek.models import Regel, Uitkomst
from tests.inloggen import client_van
from tests.routes.rijen import BUITENSTAANDER, NAAR_INLOGGEN, Rij, cast_zelf
from tests.routes.routes import EIGEN, routes

# One row for each third-party package: what its pages may never show to whoever opens them.
DERDEN = {"allauth": "De Wit"}


def _modules():
    """The modules with rows: <app>.py, or <app>_<part>.py."""
    for bestand in sorted(Path(__file__).parent.glob("*.py")):
        if bestand.stem.split("_")[0] in EIGEN:
            yield importlib.import_module(f"tests.routes.{bestand.stem}")


RIJEN = {naam: (rij, module) for module in _modules() for naam, rij in module.RIJEN.items()}


class Terug(Exception):
    """Takes back what one request wrote."""


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


@pytest.mark.django_db
@pytest.mark.parametrize("naam", sorted(RIJEN))
def test_matrix(naam, cast):  # T3 X1
    rij, module = RIJEN[naam]
    wereld = getattr(module, "wereld", cast_zelf)(cast)
    url = reverse(naam, kwargs=rij.kwargs(wereld))
    _anoniem(rij, url)
    gekregen, verwacht = {}, {}
    for methode, rollen in (("get", rij.get), ("post", rij.post)):
        if rollen is None:
            continue
        for wie, gebruiker in cast.iedereen().items():
            rest = rij.rest if methode == "get" or rij.rest_post is None else rij.rest_post
            verwacht[methode, wie] = rollen.get(wie, rest)
            gekregen[methode, wie] = _vraag(rij, wereld, url, methode, gebruiker)
    assert gekregen == verwacht


def _vraag(rij: Rij, wereld, url, methode, gebruiker):
    """The status that this person gets; what the request wrote is taken back."""
    status = None
    try:
        with transaction.atomic():
            client = client_van(gebruiker)
            antwoord = client.get(url, rij.query(wereld)) if methode == "get" else client.post(url, rij.data(wereld))
            status = antwoord.status_code
            if "gezin_id" in rij.kwargs(wereld) and rij.gelogd:
                _staat_in_het_logboek(gebruiker, methode, status)
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
        verwacht = rij.anoniem_post if methode == "post" and rij.anoniem_post else rij.anoniem
        assert antwoord.status_code == verwacht
        if verwacht == NAAR_INLOGGEN:
            assert antwoord["Location"].startswith(reverse("account_login"))


@pytest.mark.django_db
@pytest.mark.parametrize("pakket", sorted(DERDEN))
def test_pages_of_others_show_nothing_of_a_family(pakket, cast):  # T3
    voorbeelden = {"uidb36": "1", "key": "abc"}
    for route in routes():
        if route.pakket != pakket:
            continue
        kwargs = {naam: waarde for naam, waarde in voorbeelden.items() if f"<{naam}>" in route.patroon}
        for client in (Client(), client_van(cast.buitenstaander)):
            antwoord = client.get(reverse(route.naam, kwargs=kwargs))
            assert antwoord.status_code < 500, route.naam
            assert DERDEN[pakket] not in antwoord.content.decode(errors="replace"), route.naam
