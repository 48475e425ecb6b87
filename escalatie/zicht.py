"""How much of a stagnatie a person sees (T3, E10, E13).

- plan: who is in the family's team and may see what it is about; the plan's own zicht says what more.
- bericht: from outside, with the ground doorzettingsmacht for the open step, once the family has read the escalatiebericht.
- kaal: from outside in every other case: plan number, own instelling's afspraak, the ladder and its dates.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from escalatie.models import (
    Actie,
    Bevestiging,
    Escalatiebericht,
    Houderrol,
    Stagnatie,
    StagnatieAfspraak,
    StagnatieRecht,
    Stap,
    Stapstaat,
    Vraag,
)
from escalatie.permissions import Daad, heeft_recht_q
from gezinnen.models import Deelnemer, GezinsRecht
from gezinnen.selectie import mag_laten_delen
from instanties.models import Gebruiker, Regio
from instanties.permissions import gemeenten_als_ambtenaar, instellingen_als_manager
from toestemming.models import Grondslag, SoortGrondslag
from toestemming.namen import Naamgever, Namen
from toestemming.zicht import Blik, blikken, zichtbare_gezinnen


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
    zichtbaar = ziet_doel_q(blik) | Q(gemeld_door=blik.gebruiker)
    if blik.deelnemer is not None:
        namens = _aandeel_q("__navrager", blik.deelnemer)
        if blik.kijker.verborgen:
            # For somebody else, nobody answers who may not know of whom it is about (X5).
            namens &= ~blik.verborgen_q("doel__")
        zichtbaar |= _aandeel_q("", blik.deelnemer) | namens
    return van_gezin & zichtbaar


def _aandeel_q(wie: str, deelnemer: Deelnemer) -> Q:
    """The stagnaties in which this person has a share: as partij, as doer of what was missed, or with an action.

    `wie`: "" for the own share, "__navrager" for that of who has no account.
    """
    gemist = StagnatieAfspraak.objects.filter(stagnatie=OuterRef("pk"), **{f"afspraak__uitvoerders{wie}": deelnemer})
    acties = Actie.objects.filter(stap__stagnatie=OuterRef("pk"), **{f"deelnemer{wie}": deelnemer})
    return Q(**{f"partij{wie}": deelnemer}) | Q(Exists(gemist)) | Q(Exists(acties))


def zichtbaar_q(gebruiker: Gebruiker) -> Q:
    """The filter for all stagnaties that this person may see, in whatever depth (T3)."""
    if not gebruiker.is_authenticated or not gebruiker.is_active:
        return Q(pk__in=[])
    gezinnen = Stagnatie.objects.filter(gezin__in=zichtbare_gezinnen(gebruiker).order_by()).values_list(
        "gezin_id", flat=True
    )
    zichtbaar = heeft_recht_q(gebruiker, StagnatieRecht.BEKIJKEN)
    for blik in blikken(gebruiker, set(gezinnen)).values():
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
        """Whether this person is on turn now."""
        return self.stap is not None and self.stap.houder_id == self.gebruiker.pk

    @property
    def is_coordinator(self) -> bool:
        return self.blik is not None and self.blik.is_coordinator

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
        elif self._is_iets_gevraagd():
            gevonden.add(Daad.ANTWOORDEN)
        if Daad.VERLENGEN not in gevonden and self._is_niveau_erboven():
            gevonden.add(Daad.VERLENGEN)
        return frozenset(gevonden)

    def _is_iets_gevraagd(self) -> bool:
        return (
            Vraag.objects.filter(stagnatie=self.stagnatie, aan=self.gebruiker).exists()
            or Bevestiging.objects.filter(besluit__stap__stagnatie=self.stagnatie, gevraagd_aan=self.gebruiker).exists()
        )

    def _is_niveau_erboven(self) -> bool:
        return self.stap is not None and is_niveau_erboven(self.gebruiker, self.stap)


def is_niveau_erboven(gebruiker: Gebruiker, stap: Stap) -> bool:
    """Whether this person is of the level above the keeper of this step, who may lengthen once more (issue: lengthening).

    Above step 1: a manager or bestuurder of the coordinator's instelling. Above step 2: the official or substitute of
    the gemeente. Above step 3 there is nobody: the other one of official and substitute.
    """
    if stap.houder_id == gebruiker.pk:
        return False
    if stap.modelstap.houderrol == Houderrol.COORDINATOR:
        eigen = stap.houder_instelling_id
        return eigen is not None and instellingen_als_manager(gebruiker).filter(pk=eigen).exists()
    gemeente_id = stap.houder_gemeente_id or stap.stagnatie.gezin.gemeente_id
    return gemeenten_als_ambtenaar(gebruiker).filter(pk=gemeente_id).exists()


def zichten(gebruiker: Gebruiker, stagnaties: Iterable[Stagnatie]) -> dict[UUID, Zicht]:
    """What this person sees of each of these stagnaties; hidden ones are left out. A fixed number of queries."""
    ids = [stagnatie.pk for stagnatie in stagnaties]
    zichtbaar = Stagnatie.objects.zichtbaar_voor(gebruiker).filter(pk__in=ids)
    return {zicht.stagnatie.pk: zicht for zicht in _zichten(gebruiker, zichtbaar)}


def zicht_op(gebruiker: Gebruiker, stagnatie: Stagnatie) -> Zicht | None:
    """What this person sees of this stagnatie; None: nothing at all (T3)."""
    return zicht_op_id(gebruiker, stagnatie.pk)


def zicht_op_id(gebruiker: Gebruiker, stagnatie_id: UUID) -> Zicht | None:
    """As zicht_op, by its id."""
    zichtbaar = Stagnatie.objects.zichtbaar_voor(gebruiker).filter(pk=stagnatie_id)
    return next(iter(_zichten(gebruiker, zichtbaar)), None)


def _zichten(gebruiker: Gebruiker, zichtbaar: QuerySet[Stagnatie]) -> list[Zicht]:
    stagnaties = list(
        zichtbaar.select_related(
            "gezin__gemeente__ambtenaar",
            "doel",
            "partij__gebruiker",
            "partij__instelling",
            "escalatiebericht",
            "voorganger",
        )
    )
    if not stagnaties:
        return []
    ids = [stagnatie.pk for stagnatie in stagnaties]
    in_team = blikken(gebruiker, {stagnatie.gezin_id for stagnatie in stagnaties})
    team = heel = Q(pk__in=[])
    for blik in in_team.values():
        team |= van_team_q(blik)
        heel |= ziet_doel_q(blik)
    zien_doel = set(Stagnatie.objects.filter(pk__in=ids).filter(heel).values_list("pk", flat=True))
    als_team = set(Stagnatie.objects.filter(pk__in=ids).filter(team).values_list("pk", flat=True))
    stappen = {
        stap.stagnatie_id: stap
        for stap in Stap.objects.filter(stagnatie__in=ids, staat=Stapstaat.OPEN).select_related(
            "modelstap", "houder", "houder_instelling", "houder_gemeente", "vastleggen", "resultaat", "stagnatie__gezin"
        )
    }
    rechten_per: dict[UUID, set[str]] = {pk: set() for pk in ids}
    for recht in StagnatieRecht:
        for pk in Stagnatie.objects.filter(pk__in=ids).met_recht(gebruiker, recht).values_list("pk", flat=True):
            rechten_per[pk].add(recht)
    gronden: dict[UUID | None, Grondslag] = {}
    if Regio.objects.huidige().inzage_escalatiebericht:
        gronden = {
            grond.voor_object: grond
            for grond in Grondslag.objects.geldig()
            .filter(
                gebruiker=gebruiker,
                gezin__in={stagnatie.gezin_id for stagnatie in stagnaties},
                soort=SoortGrondslag.DOORZETTINGSMACHT,
            )
            .select_related("soort")
        }
    eigen = set(instellingen_als_manager(gebruiker).values_list("pk", flat=True))
    naamgever = Naamgever(gebruiker, {stagnatie.gezin_id: in_team.get(stagnatie.gezin_id) for stagnatie in stagnaties})
    gevonden = []
    for stagnatie in stagnaties:
        stap = stappen.get(stagnatie.pk)
        gevonden.append(
            Zicht(
                stagnatie=stagnatie,
                gebruiker=gebruiker,
                blik=in_team.get(stagnatie.gezin_id) if stagnatie.pk in als_team else None,
                stap=stap,
                recht=rechten_per[stagnatie.pk],
                grond=gronden.get(stap.pk) if stap else None,
                eigen_instellingen=eigen if StagnatieRecht.BEKIJKEN in rechten_per[stagnatie.pk] else set(),
                ziet_doel=stagnatie.pk in zien_doel,
                naamgever=naamgever,
                _bericht=getattr(stagnatie, "escalatiebericht", None),
            )
        )
    return gevonden
