"""Every page of the system in every state that the route × role matrix knows: full, empty, late, with errors, refused.

A page is shown to several people. Who reads the same templates reads the same page: that one is given once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.inloggen import client_van
from tests.routes.rijen import Rij, cast_zelf
from tests.routes.routes import modules

# Those who open pages, the one whose page it mostly is first.
LEZERS = (
    "coordinator", "moeder", "broer", "vader", "mentor", "collega", "manager", "teamleider", "ambtenaar", "beheerder",
    "privacy_officer",
)  # fmt: skip


@dataclass(frozen=True)
class Blad:
    """One page as somebody got it. `hoe`: looked at, or sent a form back empty."""

    naam: str
    wie: str
    hoe: str
    pad: str
    antwoord: HttpResponse

    def __str__(self) -> str:
        return f"{self.naam} ({self.wie}, {self.hoe}, {self.antwoord.status_code})"


class Terug(Exception):
    """Takes back what one module wrote."""


MODULES = modules()


def bekeken(module: ModuleType, cast, lezers: tuple[str, ...] = LEZERS) -> Iterator[Blad]:
    """The pages of one module of the matrix that can be looked at, each state once. Everything written is taken back."""
    yield from _elk(module, cast, lezers, _bekeken)


def leeg_verstuurd(module: ModuleType, cast, lezers: tuple[str, ...] = LEZERS) -> Iterator[Blad]:
    """The forms of one module sent back with nothing in them: the pages with their errors."""
    yield from _elk(module, cast, lezers, _leeg)


def _elk(module: ModuleType, cast, lezers: tuple[str, ...], geef) -> Iterator[Blad]:
    gezien: set[tuple] = set()
    try:
        with transaction.atomic():
            wereld = getattr(module, "wereld", cast_zelf)(cast)
            mensen = {wie: client_van(getattr(cast, wie)) for wie in lezers}
            for naam, rij in module.RIJEN.items():
                for blad in geef(naam, rij, wereld, mensen):
                    if (kern := _kern(blad)) not in gezien:
                        gezien.add(kern)
                        yield blad
            raise Terug
    except Terug:
        pass


def _bekeken(naam: str, rij: Rij, wereld, mensen: dict[str, Client]) -> Iterator[Blad]:
    if rij.get is None:
        return
    pad = reverse(naam, kwargs=rij.kwargs(wereld))
    for wie, client in mensen.items():
        antwoord = client.get(pad, rij.query(wereld))
        if _is_bladzijde(antwoord):
            yield Blad(naam, wie, "bekeken", pad, antwoord)


def _leeg(naam: str, rij: Rij, wereld, mensen: dict[str, Client]) -> Iterator[Blad]:
    if rij.post is None:
        return
    pad = reverse(naam, kwargs=rij.kwargs(wereld))
    for wie, client in mensen.items():
        with transaction.atomic():
            antwoord = client.post(pad, {})
            transaction.set_rollback(True)
        if antwoord.status_code in (200, 422) and _is_bladzijde(antwoord):
            yield Blad(naam, wie, "leeg verstuurd", pad, antwoord)
            # The others who may, get the same form.
            return


def _is_bladzijde(antwoord: HttpResponse) -> bool:
    """A whole page: no part of one, and no way on to another."""
    return not 204 <= antwoord.status_code < 400 and b"</html>" in antwoord.content


def _kern(blad: Blad) -> tuple:
    """What makes a page another page: its address, how it answered, and the templates it is made of."""
    if blad.antwoord.status_code in (403, 404):
        return (blad.antwoord.status_code,)
    sjablonen = frozenset(sjabloon.name or "" for sjabloon in blad.antwoord.templates)
    return (blad.naam, blad.antwoord.status_code, sjablonen)
