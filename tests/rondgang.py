"""A walk over every page and paper of a family, as each of these people: what does it say? For words that must be nowhere."""

from collections.abc import Callable, Iterable, Iterator
from types import ModuleType

from django.db import transaction
from django.urls import reverse

from core import klok
from gezinsplan import pdf
from gezinsplan.models import Gezinsplan
from gezinsplan.planbeeld import planbeeld
from tests.cast import Cast
from tests.inloggen import client_van
from tests.routes.rijen import Rij, cast_zelf, geen
from tests.routes.routes import modules
from toestemming.zicht import blik

OVER_EEN_GEZIN = ("gezinsplan", "escalatie", "toestemming", "werklijst")


class Terug(Exception):
    """Takes back the world of one module."""


def _modules() -> list[ModuleType]:
    return [module for naam, module in modules().items() if naam.split("_")[0] in OVER_EEN_GEZIN]


def bladzijden(
    cast: Cast, wie: Iterable[str], vooraf: Callable[[Cast], object] = lambda _cast: None
) -> Iterator[tuple[str, str, str]]:
    """Every page that GET gives and every paper, in every world of the matrix: (address, who, what it says).

    `vooraf` changes the world once it is there, so that also what was written before must not say it.
    """
    gezinspaginas = _modules()
    zonder = {
        naam: rij for module in gezinspaginas for naam, rij in module.RIJEN.items() if rij.get and rij.kwargs is geen
    }
    for module in gezinspaginas:
        try:
            with transaction.atomic():
                wereld = getattr(module, "wereld", cast_zelf)(cast)
                vooraf(cast)
                for naam in wie:
                    yield from _van(cast, naam, wereld, {**zonder, **module.RIJEN})
                raise Terug
        except Terug:
            pass


def op_adressen(cast: Cast, wie: Iterable[str], adressen: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """The same for a world of one's own: these addresses, and every paper."""
    adressen = list(adressen)
    for naam in wie:
        client = client_van(getattr(cast, naam))
        for adres in adressen:
            yield adres, naam, client.get(adres, follow=True).content.decode()
        yield from _papier(cast, naam)


def _van(cast: Cast, wie: str, wereld: object, rijen: dict[str, Rij]) -> Iterator[tuple[str, str, str]]:
    client = client_van(getattr(cast, wie))
    for naam, rij in rijen.items():
        if rij.get is None:
            continue
        eigen = rij.kwargs is not geen
        antwoord = client.get(reverse(naam, kwargs=rij.kwargs(wereld)), rij.query(wereld) if eigen else {})
        if antwoord.get("Content-Type", "").startswith("text/html"):
            yield naam, wie, antwoord.content.decode()
    yield from _papier(cast, wie)


def _papier(cast: Cast, wie: str) -> Iterator[tuple[str, str, str]]:
    gezien = blik(getattr(cast, wie), cast.gezin)
    if gezien is not None and Gezinsplan.objects.filter(gezin=cast.gezin).exists():
        yield "papier", wie, pdf.html(planbeeld(gezien), op=klok.nu())
