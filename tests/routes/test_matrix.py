"""One route × role matrix for the whole system: who gets what at every address, and always the outsider (T3, X1).

A URL name without a row fails, and so does a row without the outsider. Rows: tests/routes/<app>.py.
"""

import copy
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from core import klok
from logboek.models import Regel, Uitkomst
from tests.inloggen import client_van
from tests.routes import escalatie
from tests.routes.rijen import BUITENSTAANDER, NAAR_INLOGGEN, Rij, cast_zelf
from tests.routes.rollen import ALS, WEG, Rollen, laat_waarnemen, maak_rollen, tweede_gezin
from tests.routes.routes import modules, routes
from tests.routes.vragen import HOOGSTENS, WAARNEMEND, geteld
from tests.situaties import situatie

# One row for each third-party package: what its pages may never show to whoever opens them.
DERDEN = {"allauth": "De Wit"}
# Asked at every address, beside those whom its row names.
ALTIJD = frozenset(
    {BUITENSTAANDER, "coordinator", "mentor", "moeder", "vader", "broer", "manager", "ambtenaar", "beheerder"}
    | {"zonder_grond", "met_toestemming", "na_intrekking", "ouder_zonder_gezag", "jongere_16", "was_coordinator"}
    | {"ambtenaar_elders", "functie_voorbij", "superuser", *WEG}
)
# What a nested address belongs to.
OUDERS = ("gezin_id", "stagnatie_id")
DICHT = (403, 404, 405)
# A code for the first login is never given for an account that opens another family too, as all here do.
NIET_BIJ_TWEE_GEZINNEN = "gezinsplan:deelnemer_opnieuw"


MODULES = modules()
# What belongs to something else within its address.
PATRONEN = {route.naam: route.patroon for route in routes()}


def _van_gezin(module):
    """The rows of addresses of one family."""
    return [(naam, rij) for naam, rij in module.RIJEN.items() if ":gezin_id>" in PATRONEN.get(naam, "")]


def _genest(module):
    """The rows of nested addresses, with the name of the parent."""
    for naam, rij in module.RIJEN.items():
        ouder = next((ouder for ouder in OUDERS if f":{ouder}>" in PATRONEN.get(naam, "")), None)
        if ouder and PATRONEN[naam].count("<uuid:") > 1:
            yield naam, rij, ouder


RIJEN = {naam: (rij, module) for module in MODULES.values() for naam, rij in module.RIJEN.items()}


class Terug(Exception):
    """Takes back what one request wrote."""


@dataclass
class Toneel:
    """The cast, and a session for each of them."""

    cast: Rollen
    sessies: dict[str, str]

    def browser(self, wie: str) -> Client:
        """A browser in which this person is logged in."""
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = self.sessies[wie]
        return client


@situatie
def toneel() -> Toneel:
    """Give the cast with their sessions; every row takes back what it wrote."""
    cast = maak_rollen(klok.nu())
    sessies = {naam: client_van(gebruiker).session.session_key for naam, gebruiker in cast.iedereen().items()}
    return Toneel(cast, sessies)


@pytest.mark.eis("T3")
def test_every_address_of_ours_has_a_row():
    eigen = {route.naam for route in routes() if route.eigen}
    assert not sorted(eigen - set(RIJEN)), "no row in tests/routes/<app>.py for these"
    assert not sorted(set(RIJEN) - eigen), "a row for an address that isn't there"


@pytest.mark.eis("T3")
def test_every_view_of_others_belongs_to_a_known_package():
    assert {route.pakket for route in routes() if not route.eigen} <= set(DERDEN)


@pytest.mark.eis("T3")
@pytest.mark.parametrize("naam", sorted(RIJEN))
def test_every_row_has_the_outsider(naam):
    rij, _module = RIJEN[naam]
    methoden = [rollen for rollen in (rij.get, rij.post) if rollen is not None]
    assert methoden, "a row says what GET or POST gives"
    assert all(BUITENSTAANDER in rollen for rollen in methoden)


@pytest.mark.eis("T3", "X1")
@pytest.mark.parametrize("naam", sorted(RIJEN))
def test_matrix(naam, toneel):
    rij, module = RIJEN[naam]
    gekregen, verwacht = {}, {}
    wereld = getattr(module, "wereld", cast_zelf)(toneel.cast)
    url = reverse(naam, kwargs=rij.kwargs(wereld))
    _anoniem(rij, url, rij.anoniem_naar(wereld) if rij.anoniem_naar else reverse("account_login"))
    for methode, rollen in (("get", rij.get), ("post", rij.post)):
        if rollen is None:
            continue
        rest = rij.rest if methode == "get" or rij.rest_post is None else rij.rest_post
        for wie in sorted(ALTIJD | set(rollen)):
            verwacht[methode, wie] = rollen.get(wie, rollen.get(ALS.get(wie, ""), rest))
            gekregen[methode, wie] = _vraag(rij, wereld, url, methode, wie, toneel)
    assert gekregen == verwacht


def _vraag(rij: Rij, wereld, url, methode, wie, toneel):
    """The status that this person gets; what the request wrote is taken back."""
    status = None
    try:
        with transaction.atomic():
            laat_waarnemen(toneel.cast, wie)
            client = toneel.browser(wie)
            with geteld() as sql:
                antwoord = (
                    client.get(url, rij.query(wereld)) if methode == "get" else client.post(url, rij.data(wereld))
                )
            status = antwoord.status_code
            if methode == "get" and status == 200:
                _vraagt_niet_te_veel(rij, wereld, url, client, sql, wie)
            if "gezin_id" in rij.kwargs(wereld) and rij.gelogd:
                _staat_in_het_logboek(getattr(toneel.cast, wie), methode, status)
            raise Terug
    except Terug:
        return status


def _vraagt_niet_te_veel(rij: Rij, wereld, url, client, sql, wie):
    """R2: a page asks the database no more than tests/routes/vragen.py says."""
    hoogstens = HOOGSTENS + WAARNEMEND if wie == "waarnemer" else HOOGSTENS
    if len(sql) > hoogstens:
        # The first page of a process also reads what is kept afterwards: kinds of objects, the region's words.
        with geteld() as sql:
            client.get(url, rij.query(wereld))
    assert len(sql) <= hoogstens, f"{len(sql)} vragen, hoogstens {hoogstens}:\n" + "\n".join(sql)


def _status(rij: Rij, wereld, methode, wie, toneel, naam, verkeerd=None):
    """The same, without a look at the logboek. `verkeerd`: (parent, world): what is asked is of that other world."""
    status = None
    try:
        with transaction.atomic():
            eigen = copy.copy(wereld)
            kwargs = rij.kwargs(eigen)
            if verkeerd:
                ouder, ander = verkeerd
                kwargs = {**rij.kwargs(copy.copy(ander)), ouder: kwargs[ouder]}
            url = reverse(naam, kwargs=kwargs)
            client = toneel.browser(wie)
            antwoord = client.get(url, rij.query(eigen)) if methode == "get" else client.post(url, rij.data(eigen))
            status = antwoord.status_code
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


def _anoniem(rij: Rij, url, naar):
    """Nobody sees anything without logging in, except where a row says so."""
    for methode in ("get", "post"):
        if getattr(rij, methode) is None:
            continue
        antwoord = getattr(Client(), methode)(url)
        verwacht = rij.anoniem if methode == "get" or rij.anoniem_post is None else rij.anoniem_post
        assert antwoord.status_code == verwacht
        if verwacht == NAAR_INLOGGEN:
            assert antwoord["Location"].startswith(naar)


@pytest.mark.eis("T3")
@pytest.mark.parametrize("deel", [deel for deel in MODULES if any(_genest(MODULES[deel]))])
def test_what_is_nested_is_found_under_its_own_parent_only(deel, toneel):
    """Everybody who gets through, asks the same under a family (or stagnatie) where he or she is just as much at home."""
    module = MODULES[deel]
    maak = getattr(module, "wereld", cast_zelf)
    ons, ander = maak(toneel.cast), maak(tweede_gezin(toneel.cast))
    verkeerd, recht = {}, {}
    for naam, rij, ouder in _genest(module):
        for methode, rollen in (("get", rij.get), ("post", rij.post)):
            # Those of the cast: they take part in both families.
            for wie in [wie for wie, status in (rollen or {}).items() if status not in DICHT and wie not in ALS]:
                verkeerd[naam, methode, wie] = _status(rij, ander, methode, wie, toneel, naam, (ouder, ons))
                recht[naam, methode, wie] = _status(rij, ander, methode, wie, toneel, naam)
    assert {wat: status for wat, status in verkeerd.items() if status != 404} == {}
    # Under its own parent the same person does get there: so it was the parent that was refused.
    dicht = {wat: status for wat, status in recht.items() if status in DICHT and wat[0] != NIET_BIJ_TWEE_GEZINNEN}
    assert dicht == {}


@pytest.mark.eis("T3", "E10", "E13")
@pytest.mark.parametrize("deel", [deel for deel in MODULES if any(_van_gezin(MODULES[deel]))])
def test_who_has_a_stagnatie_only_gets_nothing_else_of_that_family(deel, toneel):
    vastgelopen = escalatie.wereld(toneel.cast)
    module = MODULES[deel]
    wereld = vastgelopen if module is escalatie else getattr(module, "wereld", cast_zelf)(toneel.cast)
    open_voor, gekregen = set(), {}
    for wie in ("manager", "bestuurder", "manager_school", "bestuurder_school", "ambtenaar", "vervanger"):
        if toneel.browser(wie).get(reverse("escalatie:stagnatie", args=[vastgelopen.stagnatie.pk])).status_code == 200:
            open_voor.add(wie)
        for naam, rij in _van_gezin(module):
            for methode, rollen in (("get", rij.get), ("post", rij.post)):
                if rollen is not None:
                    gekregen[naam, methode, wie] = _status(rij, wereld, methode, wie, toneel, naam)
    assert len(open_voor) == 6
    assert {wat: status for wat, status in gekregen.items() if status != 404} == {}


@pytest.mark.eis("T3")
@pytest.mark.parametrize("pakket", sorted(DERDEN))
def test_pages_of_others_show_nothing_of_a_family(pakket, toneel):
    voorbeelden = {"uidb36": "1", "key": "abc"}
    for route in routes():
        if route.pakket != pakket:
            continue
        kwargs = {naam: waarde for naam, waarde in voorbeelden.items() if f"<{naam}>" in route.patroon}
        for client in (Client(), toneel.browser(BUITENSTAANDER)):
            antwoord = client.get(reverse(route.naam, kwargs=kwargs))
            assert antwoord.status_code < 500, route.naam
            assert DERDEN[pakket] not in antwoord.content.decode(errors="replace"), route.naam
