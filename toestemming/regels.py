"""The rules of zicht for one reader of one family, said once and read in two ways: as a filter in SQL, and as a yes or no.

A test holds the two equal, and both against a slow restatement. See docs/toestemming.md for the rules in words.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from gezinnen.selectie import LEEFTIJD_EIGEN_TOESTEMMING, MEERDERJARIG
from instanties.models import Leefgebied
from toestemming import onderwerpen
from toestemming.kring import Kring
from toestemming.models import Bereik, Grondslag

# What is somebody's own business: of an adult towards children, and from sixteen towards parents.
EIGEN_ZAKEN = frozenset({Leefgebied.VERSLAVING, Leefgebied.PSYCHISCH, Leefgebied.INKOMEN, Leefgebied.RELATIES})

NIETS = Q(pk__in=[])


@dataclass(frozen=True)
class Dekking:
    """Which leefgebieden the grounds of one reader cover: about whoever, about the family together, about one person."""

    iedereen: frozenset[str] = frozenset()
    samen: frozenset[str] = frozenset()
    personen: Mapping[uuid.UUID, frozenset[str]] = field(default_factory=dict)

    def over(self, persoon: uuid.UUID | None) -> frozenset[str]:
        """What is covered about this gezinslid, or (None) about the family together."""
        extra = self.samen if persoon is None else self.personen.get(persoon, frozenset())
        return self.iedereen | extra

    def q(self, prefix: str) -> Q:
        """Parts of which every leefgebied is covered for every person that they are about."""
        gebieden, mensen = f"{prefix}leefgebieden", f"{prefix}over_wie"
        samen = _binnen(gebieden, self.over(None)) & Q(**{mensen: []})
        iedereen = _binnen(gebieden, self.iedereen) & ~Q(**{mensen: []})
        per_dekking = defaultdict(list)
        for persoon in self.personen:
            per_dekking[self.over(persoon)].append(persoon)
        met_naam = Q(**{f"{mensen}__contained_by": list(self.personen)}) & ~Q(**{mensen: []})
        for dekking, personen in per_dekking.items():
            met_naam &= ~Q(**{f"{mensen}__overlap": personen}) | _binnen(gebieden, dekking)
        return samen | iedereen | (met_naam if self.personen else Q(**{f"{prefix}pk__in": []}))

    def dekt(self, over_wie: Collection[uuid.UUID], leefgebieden: Collection[str]) -> bool:
        """The same for one part."""
        mensen: list[uuid.UUID | None] = [*over_wie] or [None]
        return bool(leefgebieden) and all(set(leefgebieden) <= self.over(persoon) for persoon in mensen)


def dekking(grondslagen: Iterable[Grondslag]) -> Dekking:
    """What these grounds cover together."""
    iedereen, samen, personen = set(), set(), defaultdict(set)
    for grond in grondslagen:
        if grond.bereik == Bereik.SAMEN:
            samen.update(grond.leefgebieden)
        elif grond.bereik == Bereik.PERSONEN:
            for persoon in grond.over_wie:
                personen[persoon].update(grond.leefgebieden)
        else:
            iedereen.update(grond.leefgebieden)
    return Dekking(frozenset(iedereen), frozenset(samen), {wie: frozenset(wat) for wie, wat in personen.items()})


def _binnen(veld: str, gebieden: Collection[str]) -> Q:
    """Not empty, and nothing outside these."""
    if not gebieden:
        return NIETS
    lijst = sorted(gebieden)
    return Q(**{f"{veld}__overlap": lijst, f"{veld}__contained_by": lijst})


class Kijker:
    """One reader of one family on one day."""

    def __init__(
        self,
        kring: Kring,
        op: date,
        *,
        ik: uuid.UUID | None,
        dekking: Dekking = Dekking(),
        alles: bool = False,
        ook_als: Collection[uuid.UUID] = (),
    ) -> None:
        """`ook_als`: for whom else this reader stands in; what is kept from them is kept from the reader too (I6)."""
        self.alles = alles
        self.dekking = dekking
        self.ik = ik
        self.is_gezinslid = ik in kring.leden
        self.leden = list(kring.leden)
        self.verborgen = {wie for vlag in kring.vlaggen if vlag.voor_wie_id in {ik, *ook_als} for wie in vlag.over_wie}
        thuis = kring.thuis()
        self.thuis = self.is_gezinslid and ik in thuis
        self.minderjarigen = kring.minderjarigen(op)
        volwassenen = kring.volwassenen(op) - {ik}
        # Whose age nobody knows reads as a child would: unknown means no.
        self.is_minderjarig = ik in self.minderjarigen | kring.leeftijd_onbekend()
        jongeren = kring.van_leeftijd(op, LEEFTIJD_EIGEN_TOESTEMMING, MEERDERJARIG) - {ik}
        self.kinderen = {kind for kind in self.minderjarigen if ik in kring.houders(kind)}
        # Whose own matters are kept from this reader until they choose: of adults from a child, of youngsters from others.
        self.van_wie = volwassenen if self.is_minderjarig else jongeren
        self.samen_van_wie = volwassenen & thuis if self.is_minderjarig else set()
        self.gekozen: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
        for keuze in kring.keuzes:
            if keuze.voor_id == ik and keuze.van_id in self.van_wie:
                self.gekozen[keuze.onderdeel].add(keuze.van_id)

    def q(self, prefix: str = "") -> Q:
        """The filter for parts (Onderdeel) of this family."""
        if self.alles:
            return Q()
        zichtbaar = self.dekking.q(prefix)
        if self.is_gezinslid:
            zichtbaar |= self._familie_q(prefix)
        return zichtbaar & ~self.verborgen_q(prefix) if self.verborgen else zichtbaar

    def verborgen_q(self, prefix: str = "") -> Q:
        """The parts about people whom a safety flag keeps from this reader, whatever else would show them."""
        if not self.verborgen:
            return Q(**{f"{prefix}pk__in": []})
        return Q(**{f"{prefix}over_wie__overlap": sorted(self.verborgen)})

    def eigen_zaken_q(self, prefix: str = "") -> Q:
        """The parts with others' own matters, which this gezinslid sees only where they chose it."""
        if not self.is_gezinslid:
            return Q(**{f"{prefix}pk__in": []})
        mensen = f"{prefix}over_wie"
        zaken = Q(**{f"{prefix}leefgebieden__overlap": sorted(EIGEN_ZAKEN)})
        van_ander = Q(**{f"{mensen}__overlap": sorted(self.van_wie)}) if self.van_wie else Q(**{f"{prefix}pk__in": []})
        if self.is_minderjarig:
            return zaken & (van_ander | Q(**{mensen: []}))
        return zaken & van_ander & ~Q(**{f"{mensen}__contains": [self.ik]})

    def ziet(
        self, over_wie: Collection[uuid.UUID], leefgebieden: Collection[str], onderdeel: uuid.UUID | None = None
    ) -> bool:
        """The same for one part with these people and leefgebieden; `onderdeel`: its id, for what somebody chose."""
        if self.alles:
            return True
        over = set(over_wie)
        if over & self.verborgen:
            return False
        return self.dekking.dekt(over, leefgebieden) or (
            self.is_gezinslid and self._familie(over, set(leefgebieden), onderdeel)
        )

    def onderwerpen(self) -> set[str]:
        """Every topic of which this reader may know: for the logboek, which keeps topics and no parts (T7)."""
        gevonden = set()
        for persoon in [*self.leden, None]:
            over = [] if persoon is None else [persoon]
            gevonden |= {
                onderwerpen.onderwerp(gebied, persoon) for gebied in Leefgebied.values if self.ziet(over, [gebied])
            }
            if self.ziet(over, []):
                gevonden.add(onderwerpen.onderwerp(onderwerpen.ONBEKEND, persoon))
        return gevonden

    def _familie_q(self, prefix: str) -> Q:
        mensen = f"{prefix}over_wie"
        basis = Q(**{f"{mensen}__contains": [self.ik]})
        if self.kinderen:
            erbij = self.minderjarigen if self.thuis else self.kinderen
            basis |= Q(
                **{f"{mensen}__overlap": sorted(self.kinderen), f"{mensen}__contained_by": sorted({*erbij, self.ik})}
            )
        if self.thuis:
            basis |= Q(**{mensen: []})
        zichtbaar = basis & ~self.eigen_zaken_q(prefix)
        per_groep = defaultdict(list)
        for onderdeel, wie in self.gekozen.items():
            per_groep[frozenset(wie)].append(onderdeel)
        for wie, ids in per_groep.items():
            zichtbaar |= Q(**{f"{prefix}pk__in": ids}) & self._gekozen_q(mensen, wie, basis)
        return zichtbaar

    def _gekozen_q(self, mensen: str, wie: frozenset[uuid.UUID], basis: Q) -> Q:
        """Of parts that exactly these people chose to show: those in which nobody else's own matters are."""
        anderen = self.van_wie - wie
        zonder_anderen = ~Q(**{f"{mensen}__overlap": sorted(anderen)}) if anderen else Q(pk__isnull=False)
        if not self.is_minderjarig:
            return basis & zonder_anderen
        met_naam = (
            ~Q(**{mensen: []})
            & zonder_anderen
            & (Q(**{f"{mensen}__contains": [self.ik]}) | Q(**{f"{mensen}__contained_by": sorted({*wie, self.ik})}))
        )
        if self.thuis and self.samen_van_wie <= wie:
            met_naam |= Q(**{mensen: []})
        return met_naam

    def _familie(self, over: set[uuid.UUID], leefgebieden: set[str], onderdeel: uuid.UUID | None) -> bool:
        over_mij = self.ik in over
        erbij = self.minderjarigen if self.thuis else self.kinderen
        basis = over_mij or (bool(over & self.kinderen) and over <= {*erbij, self.ik}) or (not over and self.thuis)
        zaken = bool(leefgebieden & EIGEN_ZAKEN)
        van_ander = bool(over & self.van_wie)
        eigen_zaak = zaken and ((van_ander or not over) if self.is_minderjarig else (van_ander and not over_mij))
        if basis and not eigen_zaak:
            return True
        wie = self.gekozen.get(onderdeel) if onderdeel else None
        if not wie:
            return False
        if not over:
            return self.is_minderjarig and self.thuis and self.samen_van_wie <= wie
        if over & (self.van_wie - wie):
            return False
        return basis if not self.is_minderjarig else over_mij or over <= {*wie, self.ik}
