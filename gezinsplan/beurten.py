"""What each person has to do now, as the family reads it: what is for the reader, and on whom the plan waits (schermen 1, 2).

Also for whom it is done who has no account: the navrager records it (G17).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef

from core.mee import Meegevraagd
from gezinsplan.aanzet import namen
from gezinsplan.eigen_aandeel import van_wie_het_ja_is
from gezinsplan.models import OPEN_NAVRAAG, Afspraak, Afspraakstaat, Gesprek, Gespreksstaat, Navraag, Navraagstaat
from gezinsplan.planbeeld import Erbij, Planbeeld
from termijnen.models import Termijn
from toestemming.filters import Filters
from toestemming.namen import namen_voor
from woorden import tijdwoorden

# What ends within a week is for today; what comes after it can wait.
LATER = "later"
MEEST_WACHTEND = 3


@dataclass(frozen=True)
class Beurt:
    """One thing that somebody has to do, until when.

    `vraag`: 'doen', 'gedaan' (was it done?), 'akkoord' (is another day all right?) or 'gesprek'. `namens`: the doers without
    account for whom the reader records; `zelf`: the reader is a doer.
    """

    afspraak: Afspraak
    termijn: Termijn
    vraag: str
    wie: str
    zelf: bool = False
    namens: tuple[str, ...] = ()

    @property
    def dringend(self) -> bool:
        """Whether something was asked."""
        return self.vraag != "doen"


@dataclass(frozen=True)
class Beurten:
    """All that is to be done, as one reader sees it; by term."""

    nu_voor_mij: list[Beurt]
    later_voor_mij: list[Beurt]
    van_anderen: list[Beurt]


def _bij_afspraak(_oog: Filters) -> Mapping[str, Any]:
    navragen = Navraag.objects.filter(afspraak=OuterRef("pk"), staat__in=OPEN_NAVRAAG)
    gesprekken = Gesprek.objects.filter(afspraak=OuterRef("pk"), staat=Gespreksstaat.OPEN)
    return {
        "navragen_nu": Meegevraagd(navragen, met=["termijn"]),
        "gesprekken_nu": Meegevraagd(gesprekken, met=["termijn"]),
    }


# What is asked about each afspraak and the talk that is owed, along with it.
ERBIJ = Erbij(afspraken=_bij_afspraak)


def beurten(beeld: Planbeeld, nu: datetime) -> Beurten:
    """Who has to do something now, among what this reader sees: with what is open about it (`ERBIJ`)."""
    alle = [
        beurt
        for afspraak in beeld.afspraken
        if afspraak.termijn is not None
        and (beurt := _beurt(beeld, afspraak, _een(afspraak.navragen_nu), _een(afspraak.gesprekken_nu)))  # type: ignore[attr-defined]
    ]
    alle.sort(key=lambda beurt: (not beurt.dringend, beurt.termijn.loopt_af_op))
    mijn = [beurt for beurt in alle if beurt.zelf or beurt.namens]
    nu_al = [beurt for beurt in mijn if _is_nu(beurt, nu)]
    return Beurten(
        nu_voor_mij=nu_al,
        later_voor_mij=[beurt for beurt in mijn if beurt not in nu_al],
        van_anderen=[beurt for beurt in alle if beurt not in mijn][:MEEST_WACHTEND],
    )


def _een(rijen: Sequence[Any]) -> Any:
    """At most one is open of each."""
    return rijen[0] if rijen else None


def _is_nu(beurt: Beurt, nu: datetime) -> bool:
    return beurt.dringend or tijdwoorden.groep(beurt.termijn.loopt_af_op, nu) != LATER


def _beurt(beeld: Planbeeld, afspraak: Afspraak, navraag: Navraag | None, gesprek: Gesprek | None) -> Beurt | None:
    """What is to be done about this afspraak, by whom; None when nothing is."""
    schap = beeld.blik.coordinatorschap
    voor = namen_voor(beeld.blik)
    coordinator = voor.van(schap.gebruiker) if schap else ""
    if gesprek:
        return Beurt(afspraak, gesprek.termijn, "gesprek", coordinator)
    if navraag and navraag.staat == Navraagstaat.WACHT_OP_AKKOORD:
        return Beurt(afspraak, navraag.termijn, "akkoord", van_wie_het_ja_is(afspraak, schap, coordinator))
    zelf, namens = _van_lezer(beeld, afspraak)
    if navraag:
        return Beurt(afspraak, navraag.termijn, "gedaan", namen(afspraak, voor), zelf, namens)
    if afspraak.staat != Afspraakstaat.LOOPT or afspraak.termijn is None or afspraak.gevraagd:
        # What is still asked stands by itself: first a yes.
        return None
    return Beurt(afspraak, afspraak.termijn, "doen", namen(afspraak, voor), zelf, namens)


def _van_lezer(beeld: Planbeeld, afspraak: Afspraak) -> tuple[bool, tuple[str, ...]]:
    """Whether the reader does it, and for whom else he or she records it."""
    ik = {mens.pk for mens in beeld.blik.als_deelnemers}
    wie: Sequence = list(afspraak.uitvoerders.all())
    zelf = any(mens.pk in ik for mens in wie)
    namens = tuple(mens.naam for mens in wie if mens.gebruiker_id is None and mens.navrager_id in ik)
    return zelf, namens
