"""The rules of zicht for one reader of one family, said once and read in two ways: as a filter in SQL, and as a yes or no.

Both read the same short lists (`Zichtlijsten`). What differs between readers is in the lists, never in the shape of the
filter. A test holds the two equal, and both against a slow restatement. See docs/toestemming.md for the rules in words.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, Q, TextField, UUIDField

from core.kept_queries import Slot, SlotList
from gezinnen.selectie import LEEFTIJD_EIGEN_TOESTEMMING, MEERDERJARIG
from instanties.models import Leefgebied
from toestemming import onderwerpen
from toestemming.dekking import NIETS_GEDEKT, Dekking
from toestemming.kring import Kring

# What is somebody's own business: of an adult towards children, and from sixteen towards parents.
EIGEN_ZAKEN = frozenset({Leefgebied.VERSLAVING, Leefgebied.PSYCHISCH, Leefgebied.INKOMEN, Leefgebied.RELATIES})
# And what nobody has said yet what it is about: it may be one of those.
_OOK_EIGEN = (*sorted(EIGEN_ZAKEN), onderwerpen.ONBEKEND)


@dataclass(frozen=True)
class Basis:
    """Which parts are a gezinslid's to see, whatever the leefgebied; each a list of ids, but `samen`, of topics.

    About `ik`; about one of `kinderen` and nobody outside `erbij`; about the family together.
    """

    ik: Any = field(default_factory=list)
    kinderen: Any = field(default_factory=list)
    erbij: Any = field(default_factory=list)
    samen: Any = field(default_factory=list)

    def q(self, prefix: str) -> Q:
        """The filter for parts."""
        mensen = f"{prefix}over_wie"
        kind = Q(**{f"{mensen}__overlap": self.kinderen, f"{mensen}__contained_by": self.erbij})
        return Q(**{f"{mensen}__overlap": self.ik}) | kind | Q(**{f"{prefix}onderwerpen__overlap": self.samen})

    def geldt(self, over: set[uuid.UUID], delen: set[str]) -> bool:
        """The same for one part: about these people, with these topics."""
        kind = bool(over & set(self.kinderen)) and over <= set(self.erbij)
        return bool(over & set(self.ik)) or kind or bool(delen & set(self.samen))


@dataclass(frozen=True)
class Gekozen:
    """Parts that exactly the same people chose to show to the reader: `delen` (ids), not where `anderen` are in it too."""

    delen: Any
    anderen: Any
    basis: Basis

    def q(self, prefix: str) -> Q:
        """The filter for parts."""
        zonder = ~Q(**{f"{prefix}over_wie__overlap": self.anderen})
        return Q(**{f"{prefix}pk__in": self.delen}) & zonder & self.basis.q(prefix)

    def geldt(self, over: set[uuid.UUID], delen: set[str], onderdeel: uuid.UUID | None) -> bool:
        """The same for one part."""
        return onderdeel in self.delen and not over & set(self.anderen) and self.basis.geldt(over, delen)


@dataclass(frozen=True)
class Zichtlijsten:
    """What one reader may see, as lists of topics and of people: compared with what a part is about.

    `gebieden`: leefgebieden covered about whoever, but for the topics `dicht`; `gedekt`: topics covered; `verborgen`: people
    whom a safety flag keeps from the reader; `zaken`: topics of others' own matters, but not where one of `behalve` is
    concerned too.
    """

    gebieden: Any = field(default_factory=list)
    dicht: Any = field(default_factory=list)
    gedekt: Any = field(default_factory=list)
    basis: Basis = Basis()
    verborgen: Any = field(default_factory=list)
    zaken: Any = field(default_factory=list)
    behalve: Any = field(default_factory=list)
    gekozen: Sequence[Gekozen] = ()

    def q(self, prefix: str = "") -> Q:
        """The filter for parts (Onderdeel) of the reader's family."""
        gebieden = f"{prefix}leefgebieden"
        algemeen = Q(**{f"{gebieden}__overlap": self.gebieden, f"{gebieden}__contained_by": self.gebieden})
        algemeen &= ~Q(**{f"{prefix}onderwerpen__overlap": self.dicht})
        gedekt = Q(**{f"{prefix}onderwerpen__contained_by": self.gedekt}) | algemeen
        familie = self.basis.q(prefix) & ~self.eigen_zaken_q(prefix)
        for keuze in self.gekozen:
            familie |= keuze.q(prefix)
        return (gedekt | familie) & ~self.verborgen_q(prefix)

    def waarden(self) -> dict[str, Any]:
        """Each list by the name of its slot (see `met_slots`)."""
        return _per_slot(self)

    def verborgen_q(self, prefix: str = "") -> Q:
        """The parts about people whom a safety flag keeps from this reader, whatever else would show them."""
        return Q(**{f"{prefix}over_wie__overlap": self.verborgen})

    def eigen_zaken_q(self, prefix: str = "") -> Q:
        """The parts with others' own matters, which this gezinslid sees only where they chose it."""
        van_ander = Q(**{f"{prefix}onderwerpen__overlap": self.zaken})
        return van_ander & ~Q(**{f"{prefix}over_wie__overlap": self.behalve})

    def ziet(self, over: set[uuid.UUID], leefgebieden: set[str], onderdeel: uuid.UUID | None) -> bool:
        """The same for one part with these people and leefgebieden."""
        if over & set(self.verborgen):
            return False
        delen = onderwerpen.van(leefgebieden, over)
        algemeen = bool(leefgebieden) and leefgebieden <= set(self.gebieden) and not delen & set(self.dicht)
        if algemeen or delen <= set(self.gedekt):
            return True
        eigen_zaak = bool(delen & set(self.zaken)) and not over & set(self.behalve)
        return (self.basis.geldt(over, delen) and not eigen_zaak) or any(
            keuze.geldt(over, delen, onderdeel) for keuze in self.gekozen
        )


_MENSEN, _ONDERWERPEN = ArrayField(UUIDField()), ArrayField(TextField())
_VELDEN = {
    "gebieden": ArrayField(CharField(max_length=20)),
    "dicht": _ONDERWERPEN,
    "gedekt": _ONDERWERPEN,
    "verborgen": _MENSEN,
    "zaken": _ONDERWERPEN,
    "behalve": _MENSEN,
}


def met_slots(keuzes: int) -> Zichtlijsten:
    """The lists as the slots of a kept query, for a reader to whom so many groups of people chose to show something."""

    def basis(naam: str) -> Basis:
        mensen = {deel: Slot(f"{naam}_{deel}", _MENSEN) for deel in ("ik", "kinderen", "erbij")}
        return Basis(**mensen, samen=Slot(f"{naam}_samen", _ONDERWERPEN))

    gekozen = [
        Gekozen(
            SlotList(f"keuze_{nummer}_delen", UUIDField()),
            Slot(f"keuze_{nummer}_anderen", _MENSEN),
            basis(f"keuze_{nummer}"),
        )
        for nummer in range(keuzes)
    ]
    return Zichtlijsten(
        **{naam: Slot(naam, veld) for naam, veld in _VELDEN.items()}, basis=basis("basis"), gekozen=gekozen
    )


def _per_slot(lijsten: Zichtlijsten) -> dict[str, Any]:
    def basis(naam: str, deel: Basis) -> dict[str, Any]:
        return {f"{naam}_{veld}": waarde for veld, waarde in vars(deel).items()}

    waarden = {naam: getattr(lijsten, naam) for naam in _VELDEN} | basis("basis", lijsten.basis)
    for nummer, keuze in enumerate(lijsten.gekozen):
        waarden |= {f"keuze_{nummer}_delen": keuze.delen, f"keuze_{nummer}_anderen": keuze.anderen}
        waarden |= basis(f"keuze_{nummer}", keuze.basis)
    return waarden


class Kijker:
    """One reader of one family on one day."""

    def __init__(
        self,
        kring: Kring,
        op: date,
        *,
        ik: uuid.UUID | None,
        dekking: Dekking = NIETS_GEDEKT,
        alles: bool = False,
        helpt: bool = False,
        ook_als: Collection[uuid.UUID] = (),
    ) -> None:
        """`ook_als`: for whom else this reader stands in; what is kept from them is kept from the reader too (I6).

        `helpt`: whether a share in the help is this reader's, so that the goal of an own afspraak is too.
        """
        self.alles = alles
        self.dekking = dekking
        self.ik = ik
        self.is_gezinslid = ik in kring.leden
        self.helpt = alles or helpt or self.is_gezinslid
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
        self.lijsten = self._lijsten()

    def ziet(
        self, over_wie: Collection[uuid.UUID], leefgebieden: Collection[str], onderdeel: uuid.UUID | None = None
    ) -> bool:
        """The same for one part with these people and leefgebieden; `onderdeel`: its id, for what somebody chose."""
        return self.alles or self.lijsten.ziet(set(over_wie), set(leefgebieden), onderdeel)

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

    def _lijsten(self) -> Zichtlijsten:
        lijsten: dict[str, Any] = {
            "gebieden": sorted(self.dekking.iedereen),
            "dicht": sorted(self.dekking.dicht),
            "gedekt": sorted(self.dekking.onderwerpen()),
            "verborgen": sorted(self.verborgen),
        }
        if not self.is_gezinslid:
            return Zichtlijsten(**lijsten)
        return Zichtlijsten(
            **lijsten,
            basis=self._basis(),
            zaken=sorted(
                onderwerpen.onderwerp(gebied, wie)
                for gebied in _OOK_EIGEN
                # Of the family together, a child doesn't see what may be its parents' own matter.
                for wie in (*self.van_wie, *((None,) if self.is_minderjarig else ()))
            ),
            behalve=[] if self.is_minderjarig else [self.ik],
            gekozen=self._per_keuze(),
        )

    def _basis(self) -> Basis:
        erbij = self.minderjarigen if self.thuis else self.kinderen
        return Basis([self.ik], sorted(self.kinderen), sorted({*erbij, self.ik}), _samen() if self.thuis else [])

    def _per_keuze(self) -> list[Gekozen]:
        """What others chose to show, per group of those who did: those parts in which nobody else's own matters are."""
        per_groep = defaultdict(list)
        for onderdeel, wie in self.gekozen.items():
            per_groep[frozenset(wie)].append(onderdeel)
        return [
            Gekozen(sorted(ids), sorted(self.van_wie - wie), self._basis_gekozen(wie)) for wie, ids in per_groep.items()
        ]

    def _basis_gekozen(self, wie: frozenset[uuid.UUID]) -> Basis:
        if not self.is_minderjarig:
            return self._basis()
        erbij = sorted({*wie, self.ik})  # type: ignore[type-var] # who is a minor has a row
        return Basis([self.ik], erbij, erbij, _samen() if self.thuis and self.samen_van_wie <= wie else [])


def _samen() -> list[str]:
    """Every topic about the family together; not what nobody has said yet what it is about: that is never everyone's."""
    return [onderwerpen.onderwerp(gebied, None) for gebied in Leefgebied.values]
