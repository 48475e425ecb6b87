"""How much of a stagnatie a person sees (T3, E10, E13).

- plan: who is in the family's team and may see what it is about; the plan's own zicht says what more.
- bericht: from outside, with the ground doorzettingsmacht for the open step, once the family has read the escalatiebericht.
- kaal: from outside in every other case: plan number, own instelling's afspraak, the ladder and its dates.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When
from django.utils.translation import gettext as _

from core import geheugen, klok
from core.mee import Meegevraagd
from escalatie.models import (
    Actie,
    Bevestiging,
    Escalatiebericht,
    Houderrol,
    Stagnatie,
    StagnatieAfspraak,
    StagnatieQuerySet,
    StagnatieRecht,
    Stap,
    Stapstaat,
    Vraag,
)
from escalatie.permissions import Daad, heeft_recht_q
from escalatie.waarneming import is_houder, stappen_namens, waarnemers_van
from gezinnen.models import Deelnemer, GezinsRecht
from gezinnen.selectie import mag_laten_delen
from instanties import vervanging
from instanties.models import Gebruiker, Regio, Vervanging
from instanties.permissions import ambtenaar_van, leidt
from instanties.vervanging import Waarnemer
from toestemming.models import Grondslag, SoortGrondslag
from toestemming.namen import Naamgever, Namen
from toestemming.zicht import Blik, blikken


class Diepte(StrEnum):
    PLAN = "plan"
    BERICHT = "bericht"
    KAAL = "kaal"


def ziet_doel_q(blik: Blik) -> Q:
    """The filter for the stagnaties of one family of which this reader sees all that they are about (T3)."""
    van_gezin = Q(gezin=blik.gezin)
    if blik.ziet_alles:
        return van_gezin
    zichtbaar = Q(doel__isnull=False) & blik.onderdeel_q("doel__")
    if blik.in_hoofdhuishouden:
        zichtbaar |= Q(doel__isnull=True)
    return van_gezin & zichtbaar


def van_team_q(blik: Blik) -> Q:
    """The filter for the stagnaties of one family that this member of its team may see, or has a share in (T3)."""
    van_gezin = Q(gezin=blik.gezin)
    if blik.ziet_alles:
        return van_gezin
    zichtbaar = ziet_doel_q(blik) | Q(gemeld_door__in=blik.ik_en_namens)
    if ik := blik.als_deelnemers:
        namens = _aandeel_q("__navrager", ik)
        if blik.kijker.verborgen:
            # For somebody else, nobody answers who may not know of whom it is about (X5).
            namens &= ~blik.verborgen_q("doel__")
        zichtbaar |= _aandeel_q("", ik) | namens
    return van_gezin & zichtbaar


def _aandeel_q(wie: str, ik: list[Deelnemer]) -> Q:
    """The stagnaties in which this person has a share: as partij, as doer of what was missed, or with an action.

    `wie`: "" for the own share, "__navrager" for that of who has no account.
    """
    gemist = StagnatieAfspraak.objects.filter(stagnatie=OuterRef("pk"), **{f"afspraak__uitvoerders{wie}__in": ik})
    acties = Actie.objects.filter(stap__stagnatie=OuterRef("pk"), **{f"deelnemer{wie}__in": ik})
    return Q(**{f"partij{wie}__in": ik}) | Q(Exists(gemist)) | Q(Exists(acties))


@geheugen.zolang()
def zichtbare_stagnaties(gebruiker: Gebruiker) -> StagnatieQuerySet:
    """All that this person may see, in whatever depth: as team of the family, or by a right on the stagnatie (T3)."""
    if not gebruiker.is_authenticated or not gebruiker.is_active:
        return Stagnatie.objects.none()
    in_team = blikken(gebruiker, Stagnatie.objects.values("gezin")).values()
    return Stagnatie.objects.filter(_zichtbaar_q(gebruiker, in_team))


def _zichtbaar_q(gebruiker: Gebruiker, in_team: Iterable[Blik]) -> Q:
    zichtbaar = heeft_recht_q(gebruiker, StagnatieRecht.BEKIJKEN)
    for blik in in_team:
        zichtbaar |= van_team_q(blik)
    return zichtbaar


@dataclass
class Zicht:
    """What one person sees of one stagnatie. Made by the functions below only."""

    stagnatie: Stagnatie
    gebruiker: Gebruiker
    blik: Blik | None
    stap: Stap | None
    recht: set[str] = field(default_factory=set)
    grond: Grondslag | None = None
    eigen_instellingen: set[UUID] = field(default_factory=set)
    # In the team, seeing all of what it is about; without it somebody sees the own share in it only.
    ziet_doel: bool = False
    # How names are read by this person; one for all stagnaties of a list.
    naamgever: Naamgever | None = None
    _bericht: Escalatiebericht | None = None
    # For whom this reader acts in the open step, as substitute (I6).
    voor_houder: Gebruiker | None = None
    # Who acts for the keeper of the open step, when that one is away (I6).
    waarnemer: Waarnemer | None = None

    @cached_property
    def ik_en_namens(self) -> set[UUID]:
        """The accounts for which this reader acts here: the own one, and those of whom he or she stands in for (I6)."""
        ids = vervanging.ik_en_namens(self.gebruiker, self.stagnatie.gezin_id)
        ids |= self.blik.ik_en_namens if self.blik is not None else set()
        return ids | {self.voor_houder.pk} if self.voor_houder else ids

    @cached_property
    def namens(self) -> list[Gebruiker]:
        """Those of them who aren't the reader, when that is why it is seen; for the logboek (X1)."""
        mensen = {een.wie.pk: een.wie for een in vervanging.namens(self.gebruiker) if een.wie.pk in self.ik_en_namens}
        if self.voor_houder:
            mensen[self.voor_houder.pk] = self.voor_houder
        return [mensen[pk] for pk in sorted(mensen, key=str)]

    @property
    def diepte(self) -> Diepte:
        if self.blik is not None:
            return Diepte.PLAN
        if self.grond is not None and self._bericht is not None and self._bericht.is_vrijgegeven:
            return Diepte.BERICHT
        return Diepte.KAAL

    @property
    def toont_namen(self) -> bool:
        """Whether the family's name and the goal may be shown (E13)."""
        return self.diepte != Diepte.KAAL

    @cached_property
    def namen(self) -> Namen:
        """How this person reads the names of this family (X5)."""
        gever = self.naamgever or Naamgever(self.gebruiker, {self.stagnatie.gezin_id: self.blik})
        return gever.van_gezin(self.stagnatie.gezin_id)

    @property
    def titel(self) -> str:
        """The family by name, or the plan by its number."""
        if self.toont_namen:
            return _("Gezin %(naam)s") % {"naam": self.stagnatie.gezin.naam}
        return _("Plan %(nummer)s") % {"nummer": self.stagnatie.gezin.nummer}

    @property
    def bericht(self) -> Escalatiebericht | None:
        """The escalatiebericht that this person may read: in the team who sees what it is about, from outside once
        released (E13)."""
        return self._bericht if self.ziet_doel or self.diepte == Diepte.BERICHT else None

    @property
    def is_houder(self) -> bool:
        """Whether this person is on turn now, or stands in for who is (I6)."""
        return self.stap is not None and (self.stap.houder_id == self.gebruiker.pk or self.voor_houder is not None)

    @property
    def is_coordinator(self) -> bool:
        """Not for a substitute whose own share is what is missing (I6)."""
        if self.blik is None or not self.blik.is_coordinator:
            return False
        schap, partij = self.blik.coordinatorschap, self.stagnatie.partij
        zelf = schap is not None and schap.gebruiker_id == self.gebruiker.pk
        return zelf or partij is None or partij.gebruiker_id != self.gebruiker.pk

    @property
    def is_gezinslid(self) -> bool:
        return self.blik is not None and self.blik.is_gezinslid

    @property
    def grondslag(self) -> str:
        """On which ground it is read, in words, for the logboek (X1)."""
        if self.blik is not None:
            return self.blik.grondslag
        if self.grond:
            return str(self.grond)
        return _("taak volgens het convenant (alleen nummer en data)")

    @property
    def grondslag_ids(self) -> list[UUID]:
        if self.blik is not None:
            return self.blik.grondslag_ids
        return [self.grond.pk] if self.grond else []

    @property
    def mag_vrijgeven(self) -> bool:
        """Whether this gezinslid may let the escalatiebericht go, once read (E13, T2)."""
        if not self.ziet_doel or self.blik is None or self.blik.deelnemer is None:
            return False
        over_wie = self.stagnatie.doel.over_wie if self.stagnatie.doel else ()
        mag = self.blik.mag(GezinsRecht.INSTEMMEN)
        return mag and mag_laten_delen(self.blik.deelnemer, over_wie, self.blik.op)

    @cached_property
    def daden(self) -> frozenset[Daad]:
        """What this person may do here; pages show it, views demand it (E2, E4, E5, E11)."""
        gevonden: set[Daad] = set()
        if StagnatieRecht.HANDELEN in self.recht or self.is_houder:
            gevonden |= {Daad.HANDELEN, Daad.VRAGEN, Daad.TERUGKOPPELEN, Daad.UITVOEREN, Daad.VERLENGEN}
        if self.is_coordinator:
            gevonden |= {Daad.COORDINEREN, Daad.VRAGEN, Daad.TERUGKOPPELEN, Daad.UITVOEREN}
        if self.blik is not None:
            if self.blik.mag(GezinsRecht.INSTEMMEN):
                # Who sees only an own share in it doesn't answer for the one whom it is about.
                gevonden |= {Daad.INSTEMMEN} if self.ziet_doel else set()
                gevonden |= {Daad.VRIJGEVEN} if self.mag_vrijgeven else set()
            elif self.blik.deelnemer is not None and self.blik.deelnemer.is_professional:
                gevonden.add(Daad.VRAGEN)
            gevonden.add(Daad.UITVOEREN)
        if self.eigen_instellingen:
            gevonden |= {Daad.VRAGEN, Daad.TERUGKOPPELEN, Daad.UITVOEREN}
        if StagnatieRecht.ADVISEREN in self.recht:
            gevonden |= {Daad.ANTWOORDEN, Daad.TERUGKOPPELEN}
        elif self.is_iets_gevraagd:
            gevonden.add(Daad.ANTWOORDEN)
        if Daad.VERLENGEN not in gevonden and self._is_niveau_erboven():
            gevonden.add(Daad.VERLENGEN)
        return frozenset(gevonden)

    @cached_property
    def is_iets_gevraagd(self) -> bool:
        """Whether somebody asked this reader something here; a page that has it all loaded says so itself."""
        return (
            Vraag.objects.filter(stagnatie=self.stagnatie, aan__in=self.ik_en_namens).exists()
            or Bevestiging.objects.filter(
                besluit__stap__stagnatie=self.stagnatie, gevraagd_aan__in=self.ik_en_namens
            ).exists()
        )

    def _is_niveau_erboven(self) -> bool:
        return self.stap is not None and is_niveau_erboven(self.gebruiker, self.stap)


def is_niveau_erboven(gebruiker: Gebruiker, stap: Stap) -> bool:
    """Whether this person is of the level above the keeper of this step, who may lengthen once more (issue: lengthening).

    Above step 1: a manager or bestuurder of the coordinator's instelling. Above step 2: the official or substitute of
    the gemeente. Above step 3 there is nobody: the other one of official and substitute.
    """
    if is_houder(gebruiker, stap):
        return False
    if stap.modelstap.houderrol == Houderrol.COORDINATOR:
        return stap.houder_instelling_id in leidt(gebruiker)
    return (stap.houder_gemeente_id or stap.stagnatie.gezin.gemeente_id) in ambtenaar_van(gebruiker)


def zichten(
    gebruiker: Gebruiker, stagnatie_ids: Iterable[UUID], in_team: Mapping[UUID, Blik] | None = None
) -> dict[UUID, Zicht]:
    """What this person sees of each of these stagnaties; hidden ones are left out. A fixed number of queries.

    `in_team`: what this reader sees of their families, where that is known.
    """
    gezocht = Stagnatie.objects.filter(pk__in=list(stagnatie_ids))
    return {zicht.stagnatie.pk: zicht for zicht in _zichten(gebruiker, gezocht, in_team)}


def zichten_van_gezin(blik: Blik, stagnaties: QuerySet[Stagnatie]) -> list[Zicht]:
    """As zichten, of one family of which it is known what this reader sees."""
    return _zichten(blik.gebruiker, stagnaties.filter(gezin=blik.gezin), {blik.gezin.pk: blik})


def zicht_op(gebruiker: Gebruiker, stagnatie: Stagnatie) -> Zicht | None:
    """What this person sees of this stagnatie; None: nothing at all (T3)."""
    return zicht_op_id(gebruiker, stagnatie.pk)


def zicht_op_id(gebruiker: Gebruiker, stagnatie_id: UUID) -> Zicht | None:
    """As zicht_op, by its id."""
    return next(iter(_zichten(gebruiker, Stagnatie.objects.filter(pk=stagnatie_id))), None)


@geheugen.zolang()
def _zichten(
    gebruiker: Gebruiker, gezocht: QuerySet[Stagnatie], in_team: Mapping[UUID, Blik] | None = None
) -> list[Zicht]:
    if not gebruiker.is_authenticated or not gebruiker.is_active:
        return []
    if in_team is None:
        in_team = blikken(gebruiker, gezocht.order_by().values("gezin"))
    stagnaties = list(_met_recht_en_team(gezocht, gebruiker, in_team.values()))
    if not stagnaties:
        return []
    stappen = {stap.stagnatie_id: stap for stap in map(_open_stap, stagnaties) if stap is not None}
    weg = [stap for stap in stappen.values() if stap.houder_is_weg]  # type: ignore[attr-defined] # of _met_recht_en_team
    waarnemers = waarnemers_van(weg)
    voor_wie = stappen_namens(gebruiker)
    eigen = leidt(gebruiker)
    naamgever = Naamgever(gebruiker, {stagnatie.gezin_id: in_team.get(stagnatie.gezin_id) for stagnatie in stagnaties})
    gevonden = []
    for stagnatie in stagnaties:
        stap, rechten = stappen.get(stagnatie.pk), _rechten(stagnatie)
        gevonden.append(
            Zicht(
                stagnatie=stagnatie,
                gebruiker=gebruiker,
                blik=in_team[stagnatie.gezin_id] if stagnatie.als_team else None,
                stap=stap,
                recht=rechten,
                grond=_grond(stagnatie, stap),
                eigen_instellingen=eigen if StagnatieRecht.BEKIJKEN in rechten else set(),
                ziet_doel=stagnatie.ziet_doel,
                naamgever=naamgever,
                _bericht=getattr(stagnatie, "escalatiebericht", None),
                waarnemer=waarnemers.get(stap.pk) if stap else None,
                voor_houder=voor_wie[stap.pk][1].wie if stap and stap.pk in voor_wie else None,
            )
        )
    return gevonden


def _met_recht_en_team(
    gezocht: QuerySet[Stagnatie], gebruiker: Gebruiker, in_team: Collection[Blik]
) -> QuerySet[Stagnatie]:
    """Those that this person may see, each with how: by which rights, as team, and whether all of its goal.

    With them come the open step, whether its keeper is away now, and the grounds for reading from outside.
    """
    team = heel = Q(pk__in=[])
    for blik in in_team:
        team |= van_team_q(blik)
        heel |= ziet_doel_q(blik)
    rechten = {recht.name.lower(): heeft_recht_q(gebruiker, recht) for recht in StagnatieRecht}
    hoe = {"als_team": team, "ziet_doel": heel, **{f"mag_{naam}": q for naam, q in rechten.items()}}
    weg = Vervanging.objects.op(klok.vandaag()).filter(wie=OuterRef("houder"))
    open_stap = Stap.objects.filter(stagnatie=OuterRef("pk"), staat=Stapstaat.OPEN).annotate(houder_is_weg=Exists(weg))
    return (
        gezocht.annotate(**{naam: Case(When(q, then=True), default=False) for naam, q in hoe.items()})
        .filter(Q(als_team=True) | Q(mag_bekijken=True))
        .annotate(
            open_stap=Meegevraagd(open_stap, met=BIJ_STAP), gronden=Meegevraagd(_gronden(gebruiker), met=["soort"])
        )
        .select_related(
            "gezin__gemeente__ambtenaar",
            "doel",
            "partij__gebruiker",
            "partij__instelling",
            "escalatiebericht",
            "gemeld_door",
            "voorganger",
        )
    )


BIJ_STAP = ("modelstap", "houder", "houder_instelling", "houder_gemeente", "vastleggen", "resultaat")


def _open_stap(stagnatie: Any) -> Stap | None:
    stap: Stap | None = next(iter(stagnatie.open_stap), None)
    if stap is not None:
        stap.stagnatie = stagnatie
    return stap


def _rechten(stagnatie: Stagnatie) -> set[str]:
    return {recht for recht in StagnatieRecht if getattr(stagnatie, f"mag_{recht.name.lower()}")}


def _gronden(gebruiker: Gebruiker) -> QuerySet[Grondslag]:
    """The grounds for reading the escalatiebericht of a stagnatie from outside; a region may have none."""
    voor_wie = stappen_namens(gebruiker)
    van_wie = vervanging.namens_q(gebruiker, "gebruiker", "gezin")
    van_wie |= Q(gebruiker__in={een.wie.pk for _stagnatie, een in voor_wie.values()}, voor_object__in=list(voor_wie))
    geeft_inzage = Exists(Regio.objects.filter(inzage_escalatiebericht=True))
    return Grondslag.objects.geldig().filter(
        van_wie, geeft_inzage, gezin=OuterRef("gezin"), soort=SoortGrondslag.DOORZETTINGSMACHT
    )


def _grond(stagnatie: Any, stap: Stap | None) -> Grondslag | None:
    """The one for the open step; who belongs to the team reads by the grounds of the plan."""
    if stap is None or stagnatie.als_team:
        return None
    return next((grond for grond in stagnatie.gronden if grond.voor_object == stap.pk), None)
