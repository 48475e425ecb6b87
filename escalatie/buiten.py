"""What somebody from outside the family's team reads of what is stuck, beside the ladder itself (E13, E4, E5, T3).

Whoever keeps the step: why, whose share is missing, what was to be done, and whom to call. Others: the afspraak of the
instelling that they lead.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from core import clock
from escalatie.gelezen import ziet_inhoud
from escalatie.models import Medepartij
from escalatie.vrije_tekst import NIET_VRIJ
from escalatie.zicht import Zicht
from gezinnen.models import Deelnemer
from gezinnen.selectie import wie_belt_men_nu
from gezinsplan.models import Afspraak
from instanties.models import Gebruiker, Instelling
from toestemming.zicht import kijkers
from woorden.zinnen import zin


@dataclass(frozen=True)
class TeBellen:
    """Whom the keeper of a step can call about it: somebody, as what, at work; or an instelling where nobody leads."""

    rol: str
    naam: str
    gebruiker: Gebruiker | Instelling


def wie_ontbreekt(zicht: Zicht, mede: Sequence[Medepartij] = ()) -> str:
    """Whose share is missing: by name where that may be read; to who keeps the step for another instelling, that alone (E13)."""
    leest = ziet_inhoud(zicht)
    if not (leest or zicht.houdt_van_buiten):
        return ""
    partijen = [zicht.stagnatie.partij, *(rij.deelnemer for rij in mede)]
    return "; ".join(_wie(zicht, partij, leest) for partij in partijen if partij is not None)


def _wie(zicht: Zicht, partij: Deelnemer, leest: bool) -> str:
    if leest:
        return zicht.namen.met_werk(partij, partij.instelling)
    if partij.gebruiker and partij.instelling_id in zicht.van_ons:
        return zicht.namen.met_werk(partij.gebruiker, partij.instelling)
    return zicht.namen.van(partij)


def vul_afspraken_aan(zicht: Zicht, gelezen: Any, afspraken: Sequence[Afspraak]) -> None:
    """Say of each missed afspraak of which instelling it is; with its goal, or without its words, as may be read (E13)."""
    doelen = _doelen_van_ons(zicht, afspraken)
    for afspraak in afspraken:
        van = [doet.instelling for doet in afspraak.uitvoerders.all() if doet.instelling]
        afspraak.van_wie = ", ".join(zicht.namen.van(instelling) for instelling in van)  # type: ignore[attr-defined]
        afspraak.toont_doel = afspraak.pk in doelen  # type: ignore[attr-defined]
        if zicht.van_ons.isdisjoint(instelling.pk for instelling in van):
            _dek_af(zicht, gelezen, afspraak)


def _dek_af(zicht: Zicht, gelezen: Any, afspraak: Afspraak) -> None:
    """Of another's afspraak its words only as far as they may be read; what was set apart from its goal never (T3, E13)."""
    if afspraak.apart or not zicht.toont_namen:
        dicht = afspraak.apart or not gelezen.toets.leest(afspraak.wat)
        afspraak.wat = str(NIET_VRIJ) if dicht else afspraak.wat


def toelichting(zicht: Zicht, gelezen: Any) -> str:
    """What was said when it was reported, as far as who keeps the step from outside may read it (E13)."""
    tekst = zicht.stagnatie.toelichting
    mag = not tekst or zicht.toont_namen or gelezen.toets.leest(tekst, zicht.stagnatie.gemeld_door_id, van_team=True)
    return tekst if mag else str(NIET_VRIJ)


def _doelen_van_ons(zicht: Zicht, afspraken: Sequence[Afspraak]) -> set[UUID]:
    """From outside: of which of these afspraken the goal is read too. Where the own instelling takes part, by who is asked
    something here, and never more than who carries it out there may know (E13)."""
    if zicht.blik is not None or not (zicht.is_houder or zicht.is_iets_gevraagd):
        return set()
    van_ons = {
        doet.pk: doet
        for afspraak in afspraken
        for doet in afspraak.uitvoerders.all()
        if doet.instelling_id in zicht.van_ons and doet.gestopt_op is None
    }
    ogen = kijkers(list(van_ons.values()), clock.today()) if van_ons else {}
    return {
        afspraak.pk
        for afspraak in afspraken
        for doet in afspraak.uitvoerders.all()
        if doet.pk in ogen and ogen[doet.pk].ziet(afspraak.doel.over_wie, afspraak.doel.leefgebieden, afspraak.doel_id)
    }


def te_bellen(zicht: Zicht, gelezen: Any) -> list[TeBellen]:
    """The coordinator, or who is to be called where she has left; and who kept the step before, while that one is here."""
    wie: dict[UUID, tuple[str, Gebruiker | Instelling]] = {}
    for schap in gelezen.coordineert:
        if schap.werkt:
            wie[schap.gebruiker_id] = zin(_("[zorgcoördinator]")), schap.gebruiker
            continue
        belt = wie_belt_men_nu(schap) or schap.instelling
        rol = zin(_("[De zorgcoördinator], %(naam)s, werkt hier niet meer: bel nu"))
        wie[belt.pk] = rol % {"naam": zicht.namen.van(schap.gebruiker)}, belt
    for stap in gelezen.genomen[-2:-1]:
        if stap.houder.is_active:
            wie.setdefault(stap.houder_id, (_("was hiervoor aan zet"), stap.houder))
    wie.pop(zicht.gebruiker.pk, None)
    return [TeBellen(str(rol), zicht.namen.van(mens), mens) for rol, mens in wie.values()]
