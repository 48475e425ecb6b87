"""Which words that people typed in the ladder are read from outside the family's team before the message has gone (T3, E13).

Whoever keeps a step reads from its first day what the ladder did: who does what by when, what was asked and answered, what
came of it. The words themselves pass the same check as the escalatiebericht: they name nobody of the family or its
network, and tell nowhere where they live or how they are reached; nobody who decides about him- or herself has yet to read
it (from twelve on, or in whose place the privacy officer decides). What the team wrote, who knows the family, is read once
the family has read the message; what somebody wrote, or what was written to him or her, before that too.
"""

import re
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from core.names import PREFIXES, fold, words
from escalatie import vrijgave
from escalatie.models import Actie, Actieverzoek, Besluit, Bevestiging, Stap, Terugkoppeling, Vraag
from escalatie.stapsoorten import soort_van
from escalatie.zicht import Zicht
from escalatie.zichtvorm import Diepte
from toestemming.models import Hoedanigheid

NIET_VRIJ = _("Nog niet vrijgegeven om te lezen.")

# The words in each kind of row, each with the column that says who typed them. Nobody: the system's own, which name nobody.
# Why a step was begun, says the keeper of the one before (`Toets.dek_af` is given who).
WOORDEN: dict[type, dict[str, str]] = {
    Stap: {"toelichting": ""},
    Actie: {"wat": "vastgelegd_door_id", "gewenst_resultaat": "vastgelegd_door_id"},
    Actieverzoek: {"reden": "beantwoord_door_id", "hoe_gezegd": "beantwoord_door_id"},
    Vraag: {"tekst": "van_id", "antwoord": "beantwoord_door_id"},
    Besluit: {"tekst": "door_id", "grond": "door_id"},
    Bevestiging: {"grond": "door_id"},
    Terugkoppeling: {"tekst": "van_id"},
}
# What stands in a name, and tells nobody whose it is.
GEEN_NAAM = {*PREFIXES, "gezin", "familie"}
_WOORD = re.compile(r"\w[\w'’\-]*")
# What leads to somebody without a name: a mail address, a telephone number, a postcode, a street with a number.
_SPOOR = re.compile(
    r"\S+@\S+\.\w|(?:\+|\b0)(?:[\s\-()]*\d){9,12}\b|\b[1-9]\d{3}\s?[A-Z]{2}\b"
    r"|\w+(?:straat|laan|weg|plein|dijk|kade|gracht|hof|pad|singel|steeg|dreef)\s+\d+",
    re.IGNORECASE,
)


def genoemd(tekst: str, namen: Iterable[str]) -> list[str]:
    """Which words of these names stand in the text: a first name however it is written, a surname with its capital or
    with what stands before it ('wit' is a colour too, 'de wit' is somebody), both with the s of what is somebody's."""
    geschreven = _WOORD.findall(tekst)
    alle = _gevouwen(geschreven)
    met_hoofdletter = _gevouwen(woord for woord in geschreven if woord[:1].isupper())
    achter_elkaar = f" {' '.join(map(fold, geschreven))} "
    gevonden: dict[str, None] = {}
    for naam in namen:
        voor = ""
        for plek, deel in enumerate(naam.split()):
            if deel.lower() in GEEN_NAAM:
                voor = deel if deel.lower() in PREFIXES else ""
                continue
            staat_er = fold(deel) in (met_hoofdletter if plek else alle)
            if (staat_er and (not plek or deel[:1].isupper())) or (
                voor and f" {fold(voor)} {fold(deel)} " in achter_elkaar
            ):
                gevonden[deel] = None
    return list(gevonden)


def _gevouwen(woorden: Iterable[str]) -> set[str]:
    gevonden = {deel for woord in woorden for deel in words(woord)}
    return gevonden | {deel[:-1] for deel in gevonden if deel.endswith("s")}


def is_vrij(zicht: Zicht) -> bool:
    """Whether words about this may be read from outside: nobody who decides about him- or herself has yet to read (T2, S19)."""
    nodig, bericht = zicht.wie_leest, zicht.te_lezen
    nog = vrijgave.nog_te_lezen(nodig, bericht) if bericht is not None else nodig.wie
    return not nodig.uitzoeken and all(hoe == Hoedanigheid.GEZAG for hoe in nog.values())


class Toets:
    """The check for one reader of one stagnatie.

    `namen`: of the family and everybody around it who doesn't work there. `team`: the accounts of who takes part in the
    plan. `stappen`: those of this stagnatie, in order.
    """

    def __init__(self, zicht: Zicht, namen: Iterable[str], team: Collection[UUID], stappen: Iterable[Stap]) -> None:
        self._ik = zicht.ik_en_namens
        self._van_ons = zicht.van_ons
        self._open = zicht.diepte != Diepte.KAAL
        self._namen = list(namen)
        self._vrij = not self._open and is_vrij(zicht)
        self._gelezen = zicht.is_vrijgegeven
        self._team = set(team)
        self._stappen = {stap.pk: stap for stap in stappen}
        reeks = list(self._stappen)
        self._ervoor = dict(zip(reeks[1:], reeks, strict=False))

    def leest(self, tekst: str, van: UUID | None = None, *, van_team: bool = False) -> bool:
        """Whether this reader reads these words, typed by `van`; `van_team`: by who knows the family, and not to this reader."""
        if self._open or (van is not None and van in self._ik):
            return True
        if not self._vrij or genoemd(tekst, self._namen) or _SPOOR.search(tekst):
            return False
        return self._gelezen or not van_team

    def dek_af(self, rijen: Iterable[Any]) -> None:
        """Say instead of words that this reader doesn't read, that they aren't released. For showing only: never saved."""
        for rij in rijen:
            for veld, wie in WOORDEN[type(rij)].items():
                tekst, van = getattr(rij, veld), getattr(rij, wie) if wie else None
                if not tekst or (wie and van is None):
                    continue
                if not self.leest(tekst, van, van_team=self._van_team(rij, van) and not self._aan_mij(rij, veld)):
                    setattr(rij, veld, str(NIET_VRIJ))

    def _van_team(self, rij: Any, van: UUID | None) -> bool:
        """Whether who knows the family typed it: who takes part, or whoever works in the step of the executors."""
        match rij:
            case Stap():
                in_stap = self._ervoor.get(rij.pk)
            case Actieverzoek():
                in_stap = rij.actie.stap_id
            case Bevestiging():
                # Answered by who leads an instelling: never in the step of the executors.
                in_stap = None
            case _:
                in_stap = rij.stap_id
        return van in self._team or (in_stap is not None and soort_van(self._stappen[in_stap].modelstap).in_plan)

    def _aan_mij(self, rij: Any, veld: str) -> bool:
        """Whether it was typed to this reader, or to the own instelling."""
        match rij:
            case Vraag():
                return (rij.aan_id if veld == "tekst" else rij.van_id) in self._ik
            case Actie():
                return rij.instelling_id in self._van_ons
            case Actieverzoek():
                return self._stappen[rij.actie.stap_id].houder_id in self._ik
            case Terugkoppeling():
                return self._stappen[rij.stap_id].houder_id in self._ik
        return False
