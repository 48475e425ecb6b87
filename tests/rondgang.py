"""A walk over every page and paper of a family, as each of these people: what does it say? For words that must be nowhere."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import ModuleType

import pytest
from django.db import transaction
from django.urls import reverse

from core import clock
from gezinsplan import pdf
from gezinsplan.models import Gezinsplan
from gezinsplan.planbeeld import planbeeld
from tests.cast import Cast
from tests.form import LONG
from tests.inloggen import client_van
from tests.routes.rijen import Rij, cast_zelf, geen
from tests.routes.routes import modules
from toestemming.zicht import blik

OVER_EEN_GEZIN = ("gezinsplan", "escalatie", "toestemming", "werklijst")


class Terug(Exception):
    """Takes back the world of one module."""


# The worlds of the matrix that are about a family.
KAMERS = [pytest.param(module, id=naam) for naam, module in modules().items() if naam.split("_")[0] in OVER_EEN_GEZIN]
# What needs nothing of a world to be asked for: lists, Mijn werk, the inbox.
ZONDER = {
    naam: rij for kamer in KAMERS for naam, rij in kamer.values[0].RIJEN.items() if rij.get and rij.kwargs is geen
}


def kamers(beurt: int) -> list:
    """Those worlds for a test: `@pytest.mark.parametrize("kamer", kamers(0))`.

    In the short form one in three: those of this turn (0, 1 or 2). Walks with other turns come in the other ones.
    """
    return KAMERS if LONG else KAMERS[beurt::3]


def bladzijden(
    cast: Cast, wie: Sequence[str], kamer: ModuleType, vooraf: Callable[[Cast], object] = lambda _cast: None
) -> Iterator[tuple[str, str, str]]:
    """Every page that GET gives and the paper, in one world of the matrix: (address, who, what it says).

    `vooraf` changes the world once it is there, so that also what was written before must not say it. In the short form
    each page is read by one of those who may, each in turn; in the long form everybody asks for everything.
    """
    try:
        with transaction.atomic():
            wereld = getattr(kamer, "wereld", cast_zelf)(cast)
            vooraf(cast)
            beurten = itertools.count(len(kamer.RIJEN))
            for naam, rij in {**ZONDER, **kamer.RIJEN}.items():
                if rij.get is not None:
                    yield from _van(cast, _om_de_beurt(wie, rij.get, rij.rest, beurten), wereld, naam, rij)
            for lezer in _om_de_beurt(wie, {}, 200, beurten):
                yield from _papier(cast, lezer)
            raise Terug
    except Terug:
        pass


def _om_de_beurt(wie: Sequence[str], antwoorden: dict[str, int], rest: int, beurten: Iterator[int]) -> Sequence[str]:
    if LONG:
        return wie
    mogen = [naam for naam in wie if antwoorden.get(naam, rest) == 200]
    return [mogen[next(beurten) % len(mogen)]] if mogen else []


def op_adressen(cast: Cast, wie: Iterable[str], adressen: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """The same for a world of one's own: these addresses, and every paper."""
    adressen = list(adressen)
    for naam in wie:
        client = client_van(getattr(cast, naam))
        for adres in adressen:
            yield adres, naam, client.get(adres, follow=True).content.decode()
        yield from _papier(cast, naam)


def _van(cast: Cast, wie: Iterable[str], wereld: object, naam: str, rij: Rij) -> Iterator[tuple[str, str, str]]:
    eigen = rij.kwargs is not geen
    for lezer in wie:
        client = client_van(getattr(cast, lezer))
        antwoord = client.get(reverse(naam, kwargs=rij.kwargs(wereld)), rij.query(wereld) if eigen else {})
        if antwoord.get("Content-Type", "").startswith("text/html"):
            yield naam, lezer, antwoord.content.decode()


def _papier(cast: Cast, wie: str) -> Iterator[tuple[str, str, str]]:
    gezien = blik(getattr(cast, wie), cast.gezin)
    if gezien is not None and Gezinsplan.objects.filter(gezin=cast.gezin).exists():
        yield "papier", wie, pdf.html(planbeeld(gezien), op=clock.now())
