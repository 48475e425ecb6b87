"""Every page of the system in every state that the route × role matrix knows: full, empty, late, with errors, refused.

A page is shown to several people. The long form gives every page that is made of other templates, for each address. The
short form asks one of the family and one professional of those who may, and gives a page whose own template was in none
before. Whom the matrix refuses, isn't asked again: one page of each refusal is enough.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse

from tests.form import LONG
from tests.inloggen import wat_terugkwam
from tests.routes.rijen import Rij
from tests.routes.toneel import IN_WERELD, MODULES, Toneel

GEZIN = ("moeder", "broer", "vader")
# Those who open pages, the one whose page it mostly is first.
LEZERS = (
    "coordinator", *GEZIN, "mentor", "collega", "manager", "teamleider", "ambtenaar", "beheerder",
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


REFUSALS = (403, 404)
RIJEN = [
    pytest.param(naam, rij, id=naam, marks=IN_WERELD[deel])
    for deel, module in MODULES.items()
    for naam, rij in module.RIJEN.items()
]
# Every form is made of one part: the short form sends back those of one module in three.
FORMULIEREN = RIJEN if LONG else [rij for deel in list(MODULES)[::3] for rij in RIJEN if rij.id in MODULES[deel].RIJEN]


class Bladen:
    """The pages of the system one address after the other, each state once."""

    def __init__(self, lezers: tuple[str, ...] = LEZERS, *, per_adres: bool = LONG) -> None:
        self._lezers, self._per_adres = lezers, per_adres
        # What was given: refusals, own templates by how the page answered, and where asked whole sets of them by address.
        self._gegeven: set[tuple] = set()

    def bekeken(self, naam: str, rij: Rij, toneel: Toneel) -> Iterator[Blad]:
        """The pages of this address that can be looked at."""
        if rij.get is None:
            return
        pad = reverse(naam, kwargs=rij.kwargs(toneel.wereld))
        for wie in self._wie_kijken(rij, rij.get):
            if (rij.get.get(wie, rij.rest),) in self._gegeven:
                continue
            antwoord = toneel.browser(wie).get(pad, rij.query(toneel.wereld))
            if _is_bladzijde(antwoord):
                yield from self._nieuw(Blad(naam, wie, "bekeken", pad, antwoord))

    def _wie_kijken(self, rij: Rij, antwoorden: dict[str, int]) -> tuple[str, ...]:
        if LONG:
            return self._lezers
        mogen = [wie for wie in self._lezers if antwoorden.get(wie, rij.rest) not in REFUSALS]
        # The first of each kind.
        kijken = {wie in GEZIN: wie for wie in reversed(mogen)}.values()
        return tuple(wie for wie in self._lezers if wie in kijken or wie not in mogen)

    def sent_empty(self, naam: str, rij: Rij, toneel: Toneel) -> Iterator[Blad]:
        """The form of this address sent back with nothing in it: the page with its errors. What it wrote is taken back."""
        if rij.post is None:
            return
        pad = reverse(naam, kwargs=rij.kwargs(toneel.wereld))
        rest = rij.rest if rij.rest_post is None else rij.rest_post
        for wie in self._lezers:
            if rij.post.get(wie, rest) in REFUSALS:
                continue
            with transaction.atomic():
                client = toneel.browser(wie)
                antwoord = wat_terugkwam(client, client.post(pad, {}))
                transaction.set_rollback(True)
            if antwoord.status_code in (200, 422) and _is_bladzijde(antwoord):
                yield from self._nieuw(Blad(naam, wie, "leeg verstuurd", pad, antwoord))
                # The others who may, get the same form.
                return

    def _nieuw(self, blad: Blad) -> Iterator[Blad]:
        kernen = self._kernen(blad)
        if not kernen <= self._gegeven:
            self._gegeven |= kernen
            yield blad

    def _kernen(self, blad: Blad) -> set[tuple]:
        """What makes a page another page: how it answered, and the templates it is made of, its own the first."""
        status = blad.antwoord.status_code
        if status in REFUSALS:
            return {(status,)}
        sjablonen = [sjabloon.name for sjabloon in blad.antwoord.templates if sjabloon.name]
        return {(blad.naam, status, frozenset(sjablonen))} if self._per_adres else {(status, *sjablonen[:1])}


def _is_bladzijde(antwoord: HttpResponse) -> bool:
    """A whole page: no part of one, and no way on to another."""
    return not 204 <= antwoord.status_code < 400 and b"</html>" in antwoord.content
