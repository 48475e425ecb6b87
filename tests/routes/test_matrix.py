"""One route × role matrix for the whole system: who gets what at every address, and always the outsider (T3, X1).

A URL name without a row fails, and so does a row without the outsider. Rows: tests/routes/<app>.py.
"""

import copy
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from types import ModuleType
from typing import Any

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.db import connection, transaction
from django.test import Client
from django.urls import resolve, reverse

from escalatie.zicht import zicht_op_id
from gezinnen.models import Gezin
from logboek.models import Logregel, Uitkomst
from tests import drafts
from tests.form import LONG
from tests.routes import escalatie
from tests.routes.rijen import BUITENSTAANDER, NAAR_INLOGGEN, Rij, cast_zelf
from tests.routes.rollen import ALS, WEG, laat_waarnemen, tweede_gezin
from tests.routes.routes import routes
from tests.routes.toneel import IN_WERELD, MODULES, Toneel
from tests.routes.vragen import HOOGSTENS, WAARNEMEND, geteld
from toestemming.zicht import blik

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
GEWEIGERD = (403, 404)


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


def _per_rij() -> list:
    return [
        pytest.param(naam, id=f"{deel}/row-{naam}", marks=IN_WERELD[deel])
        for deel, module in MODULES.items()
        for naam in sorted(module.RIJEN)
    ]


@pytest.mark.eis("T3")
def test_every_address_of_ours_has_a_row():
    eigen = {route.naam for route in routes() if route.eigen}
    assert not sorted(eigen - set(RIJEN)), "no row in tests/routes/<app>.py for these"
    assert not sorted(set(RIJEN) - eigen), "a row for an address that isn't there"


@pytest.mark.eis("T3")
def test_every_view_of_others_belongs_to_a_known_package():
    assert {route.pakket for route in routes() if not route.eigen} <= set(DERDEN)


@pytest.mark.eis("T3")
def test_every_row_has_the_outsider():
    for naam, (rij, _module) in RIJEN.items():
        methoden = [rollen for rollen in (rij.get, rij.post) if rollen is not None]
        assert methoden, f"{naam}: a row says what GET or POST gives"
        assert all(BUITENSTAANDER in rollen for rollen in methoden), naam


def test_no_row_refuses_a_get_for_being_one():
    """Who comes back to the address of an act after logging in again, or by a link of the browser, gets a page."""
    assert [naam for naam, (rij, _module) in RIJEN.items() if 405 in {*(rij.get or {}).values(), rij.rest}] == []


@pytest.mark.eis("T3", "X1")
@pytest.mark.heavy("asks a page as everyone whose answer differs")
@pytest.mark.parametrize("naam", _per_rij())
def test_matrix(naam, in_world):
    """Over HTTP: the outsider, one for each answer that the row names, and everyone in the long form.

    Of the others the right is asked as the view declares it, without a request. Whoever has the right and is refused all
    the same, for what the address is about, is asked over HTTP too.
    """
    rij, _module = RIJEN[naam]
    toneel, wereld = in_world, in_world.wereld
    url = reverse(naam, kwargs=rij.kwargs(wereld))
    _anoniem(rij, url, rij.anoniem_naar(wereld) if rij.anoniem_naar else reverse("account_login"))
    gekregen, verwacht = {}, {}
    for methode, antwoorden in _verwacht(rij).items():
        over_http = set(antwoorden) if LONG else _van_elk_een(antwoorden)
        for wie, status in antwoorden.items():
            deur = None if wie in over_http else _aan_de_deur(toneel, wie, url)
            verwacht[methode, wie] = status
            if deur is None and (wie in over_http or status in GEWEIGERD):
                gekregen[methode, wie] = _vraag(rij, wereld, url, methode, wie, toneel, status)
            else:
                # A door that opens says no more than that; what is behind it, others asked.
                gekregen[methode, wie] = deur or status
    assert gekregen == verwacht


def _verwacht(rij: Rij) -> dict[str, dict[str, int]]:
    """Per method: the status for everyone who is asked at every address or named in the row."""
    gevonden = {}
    for methode, rollen, rest in (
        ("get", rij.get, rij.rest),
        ("post", rij.post, rij.rest if rij.rest_post is None else rij.rest_post),
    ):
        if rollen is not None:
            iedereen = sorted(ALTIJD | set(rollen))
            gevonden[methode] = {wie: rollen.get(wie, rollen.get(ALS.get(wie, ""), rest)) for wie in iedereen}
    return gevonden


def _van_elk_een(antwoorden: dict[str, int]) -> set[str]:
    """The outsider, and the first for each status that the others get: of the cast, when it is one of them."""
    anderen = sorted(set(antwoorden) - {BUITENSTAANDER}, key=lambda wie: (wie in ALS or wie in WEG, wie))
    return {BUITENSTAANDER} | {
        next(wie for wie in anderen if antwoorden[wie] == status) for status in {antwoorden[wie] for wie in anderen}
    }


def _aan_de_deur(toneel: Toneel, wie: str, url: str) -> int | None:
    """The refusal that this person gets by the right that the view declares; None when the door opens, or has no lock."""
    view, _args, kwargs = resolve(url)
    gebruiker = getattr(toneel.cast, wie)
    if hasattr(view, "mag"):
        return None if _eenmaal(toneel, wie, view.mag, lambda: view.mag(gebruiker)) else 403
    if hasattr(view, "recht"):
        # A row may change its world to make what its address asks for; addresses with the same names ask for the same.
        gezin = Gezin(pk=kwargs["gezin_id"])
        gezien = _eenmaal(toneel, wie, (gezin.pk, *kwargs), lambda: blik(gebruiker, gezin))
        return 404 if gezien is None else None if gezien.mag(view.recht) else 403
    if hasattr(view, "daad"):
        pk = kwargs["stagnatie_id"]
        daden = _eenmaal(toneel, wie, (pk, *kwargs), lambda: (zicht := zicht_op_id(gebruiker, pk)) and zicht.daden)
        return 404 if daden is None else None if view.daad is None or view.daad in daden else 403
    return None


# What somebody may in a world, asked once for all rows of it: (database, who, what).
_gevraagd: dict[tuple, Any] = {}


def _eenmaal(toneel: Toneel, wie: str, wat: Hashable, vraag: Callable[[], Any]) -> Any:
    sleutel = (connection.settings_dict["NAME"], wie, wat)
    if sleutel not in _gevraagd:
        with suppress(Terug), transaction.atomic():
            laat_waarnemen(toneel.cast, wie)
            _gevraagd[sleutel] = vraag()
            raise Terug
    return _gevraagd[sleutel]


def _vraag(rij: Rij, wereld, url, methode, wie, toneel, verwacht):
    """The status that this person gets; what the request wrote is taken back."""
    status = None
    try:
        with transaction.atomic():
            laat_waarnemen(toneel.cast, wie)
            client = toneel.browser(wie)
            if methode == "get" and verwacht == 200:
                with geteld() as sql:
                    antwoord = client.get(url, rij.query(wereld))
                if antwoord.status_code == 200:
                    _bewaart_elk_formulier_apart(antwoord)
                    _vraagt_niet_te_veel(rij, wereld, url, client, sql, wie)
            else:
                antwoord = (
                    client.get(url, rij.query(wereld)) if methode == "get" else client.post(url, rij.data(wereld))
                )
            status = antwoord.status_code
            if "gezin_id" in rij.kwargs(wereld) and rij.gelogd:
                _staat_in_het_logboek(getattr(toneel.cast, wie), methode, status)
            raise Terug
    except Terug:
        return status


def _bewaart_elk_formulier_apart(antwoord):
    """G7, X5: what the tab keeps of a form of this page can be offered in no other, and goes once it is saved."""
    pad = antwoord.request["PATH_INFO"]
    if antwoord.headers["Content-Type"].startswith("text/html"):
        assert drafts.faults(drafts.of(antwoord.content.decode(), pad), pad) == []


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
    regels = Logregel.objects.filter(gebruiker_id=gebruiker.pk)
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


def _per_module(rijen: Callable[[ModuleType], Iterable]) -> list:
    return [
        pytest.param(deel, id=f"{deel}/row-all", marks=IN_WERELD[deel])
        for deel, module in MODULES.items()
        if any(rijen(module))
    ]


def _om_de_beurt(allen: list, beurt: int) -> list:
    """All of them in the long form, and else one, each in turn."""
    return allen if LONG or not allen else [allen[beurt % len(allen)]]


def _methoden(rij: Rij, beurt: int) -> list[tuple[str, dict[str, int]]]:
    return _om_de_beurt([(naam, wie) for naam, wie in (("get", rij.get), ("post", rij.post)) if wie], beurt)


@pytest.mark.eis("T3")
@pytest.mark.heavy("all nested addresses of a room, in two families")
@pytest.mark.parametrize("deel", _per_module(_genest))
def test_matrix_what_is_nested_is_found_under_its_own_parent_only(deel, in_world):
    """Who gets through, asks the same under a family (or stagnatie) where he or she is just as much at home."""
    module, toneel = MODULES[deel], in_world
    ons, ander = toneel.wereld, getattr(module, "wereld", cast_zelf)(tweede_gezin(toneel.cast))
    verkeerd, recht = {}, {}
    for beurt, (naam, rij, ouder) in enumerate(_genest(module)):
        for methode, rollen in _methoden(rij, beurt):
            # Those of the cast: they take part in both families.
            door = [wie for wie, status in rollen.items() if status not in DICHT and wie not in ALS]
            for wie in _om_de_beurt(door, beurt):
                verkeerd[naam, methode, wie] = _status(rij, ander, methode, wie, toneel, naam, (ouder, ons))
                recht[naam, methode, wie] = _status(rij, ander, methode, wie, toneel, naam)
    assert {wat: status for wat, status in verkeerd.items() if status != 404} == {}
    # Under its own parent the same person does get there: so it was the parent that was refused.
    dicht = {wat: status for wat, status in recht.items() if status in DICHT}
    assert dicht == {}


@pytest.mark.eis("T3", "E10", "E13")
@pytest.mark.heavy("all addresses of a family in a room")
@pytest.mark.parametrize("deel", _per_module(_van_gezin))
def test_matrix_who_has_a_stagnatie_only_gets_nothing_else_of_that_family(deel, in_world):
    """They see nothing of the family: so no address of it opens, each asked as one of them and in the long form as all."""
    module, toneel = MODULES[deel], in_world
    vastgelopen = toneel.wereld if module is escalatie else escalatie.wereld(toneel.cast)
    mensen = ["manager", "bestuurder", "manager_school", "bestuurder_school", "ambtenaar", "vervanger"]
    open_voor, gekregen = set(), {}
    for wie in mensen:
        if toneel.browser(wie).get(reverse("escalatie:stagnatie", args=[vastgelopen.stagnatie.pk])).status_code == 200:
            open_voor.add(wie)
        assert blik(getattr(toneel.cast, wie), toneel.cast.gezin) is None
    for beurt, (naam, rij) in enumerate(_van_gezin(module)):
        for methode, _rollen in _methoden(rij, beurt):
            for wie in _om_de_beurt(mensen, beurt):
                gekregen[naam, methode, wie] = _status(rij, toneel.wereld, methode, wie, toneel, naam)
    assert len(open_voor) == len(mensen)
    assert {wat: status for wat, status in gekregen.items() if status != 404} == {}


@pytest.mark.eis("T3")
@pytest.mark.parametrize("pakket", sorted(DERDEN))
def test_pages_of_others_show_nothing_of_a_family(pakket, toneel):
    wie = toneel.cast.moeder
    # A link that works: what a wrong one shows is of nobody.
    voorbeelden = {"uidb36": user_pk_to_url_str(wie), "key": default_token_generator.make_token(wie)}
    niet = (DERDEN[pakket], wie.naam, wie.inlognaam)
    for route in routes():
        if route.pakket != pakket:
            continue
        kwargs = {naam: waarde for naam, waarde in voorbeelden.items() if f"<{naam}>" in route.patroon}
        for client in (Client(), toneel.browser(BUITENSTAANDER)):
            antwoord = client.get(reverse(route.naam, kwargs=kwargs), follow=bool(kwargs))
            assert antwoord.status_code < 500, route.naam
            pagina = antwoord.content.decode(errors="replace")
            assert not kwargs or "password1" in pagina, "the link works"
            assert not [woord for woord in niet if woord in pagina], route.naam
