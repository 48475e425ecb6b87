"""Who keeps which step of the ladder: one answer, for a whole list of stagnaties (E2, E4, E5).

- Step of the coordinator: she does; is her own share what is missing, then her leidinggevende, else a manager or
  bestuurder of her instelling.
- Step of the managers: a manager of the coordinator's instelling, else its bestuurder; never the coordinator, and never
  who kept the step before, for a step is there to reach other people. So not who acted there for the coordinator either,
  standing in for her or as her predecessor, as long as anybody else is there (I6).
- Step of the gemeente: the official whom the responsible gemeente named, else the substitute, else any official of that
  gemeente; never who kept the managers' step.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import Q, QuerySet

from escalatie.models import Gebeurtenis, Houderrol, Modelstap, SoortGebeurtenis, Stagnatie, Stap, Stapreden
from gezinnen.models import Coordinatorschap, Deelnemer
from gezinnen.selectie import verantwoordelijke_gemeenten
from instanties.models import Functie, Gebruiker, Gemeente, Instelling, Rol
from instanties.selectie import ambtenaar, ambtenaren, beheerders, leidinggevende, per_instelling

# What only the keeper or the coordinator does in the executors' step, or who stands in there.
VAN_DE_HOUDER = (
    SoortGebeurtenis.ACTIES_VASTGELEGD,
    SoortGebeurtenis.BERICHT_VOORGELEGD,
    SoortGebeurtenis.OPLOSSING_GEMELD,
    SoortGebeurtenis.TERMIJN_VERKORT,
)
GEROEPEN = (Stapreden.EERDER, Stapreden.BUITEN_MACHT)


@dataclass(frozen=True)
class Houder:
    """Who keeps a step, and for which instelling or gemeente."""

    gebruiker: Gebruiker
    instelling: Instelling | None = None
    gemeente: Gemeente | None = None


class Houders:
    """The possible keepers for these stagnaties (with `gezin`, `doel` and `partij` loaded), read once when it is made."""

    def __init__(self, stagnaties: Iterable[Stagnatie], *, roept: Gebruiker | None = None) -> None:
        """`roept`: who calls for the next step at this moment, which no event says yet."""
        self._stagnaties = stagnaties = list(stagnaties)
        self._roept = {roept.pk} if roept else set()
        self._schappen = _laatste_coordinatorschappen({stagnatie.gezin_id for stagnatie in stagnaties})
        instellingen = {schap.instelling_id for schap in self._schappen.values()} | {
            stagnatie.partij.instelling_id
            for stagnatie in stagnaties
            if stagnatie.partij is not None and stagnatie.partij.instelling_id
        }
        self._managers = per_instelling(Rol.MANAGER, instellingen)
        self._bestuurders = per_instelling(Rol.BESTUURDER, instellingen)
        self._hielden: dict[tuple[UUID, str], set[UUID]] = defaultdict(set)
        for stap in Stap.objects.filter(stagnatie__in=stagnaties).select_related("modelstap"):
            self._hielden[stap.stagnatie_id, stap.modelstap.houderrol].add(stap.houder_id)

    def van(self, stagnatie: Stagnatie, modelstap: Modelstap) -> Houder | None:
        """Who keeps this step of this stagnatie; None when there is nobody."""
        match modelstap.houderrol:
            case Houderrol.COORDINATOR:
                return self._uitvoerder(stagnatie)
            case Houderrol.MANAGER:
                return self._manager(stagnatie)
            case _:
                return self._ambtenaar(stagnatie)

    def coordinatorschap(self, stagnatie: Stagnatie) -> Coordinatorschap | None:
        """The coordinator of the family, also after she has stopped and nobody has followed her."""
        return self._schappen.get(stagnatie.gezin_id)

    def instelling(self, stagnatie: Stagnatie) -> Instelling | None:
        """The instelling whose managers keep the managers' step: the coordinator's, without one the missing party's."""
        schap = self._schappen.get(stagnatie.gezin_id)
        if schap is not None:
            return schap.instelling
        return stagnatie.partij.instelling if stagnatie.partij else None

    def leiding(self, instelling: Instelling, behalve: Collection[UUID] = ()) -> Gebruiker | None:
        """The first manager of an instelling, else its bestuurder; None when there is nobody (E4)."""
        return next(iter(self._leiding(instelling.pk, behalve)), None)

    def bestuurder(self, instelling: Instelling, behalve: Collection[UUID] = ()) -> Gebruiker | None:
        """The first bestuurder of an instelling."""
        return next((wie for wie in self._bestuurders.get(instelling.pk, ()) if wie.pk not in behalve), None)

    def gemeente(self, stagnatie: Stagnatie) -> Gemeente:
        """The gemeente that decides (G16), with its people loaded."""
        return self._gemeenten[stagnatie.pk]

    @cached_property
    def _gemeenten(self) -> dict[UUID, Gemeente]:
        """Asked for all of them when the first needs one: most lists never reach the gemeente."""
        over = [(s.gezin, s.doel.over_wie if s.doel else ()) for s in self._stagnaties]
        wie = dict(zip((s.pk for s in self._stagnaties), verantwoordelijke_gemeenten(over), strict=True))
        met_mensen = ambtenaren(gemeente.pk for gemeente in wie.values())
        return {pk: met_mensen[gemeente.pk] for pk, gemeente in wie.items()}

    def noodhouder(self, stagnatie: Stagnatie) -> Houder | None:
        """When nobody on the whole ladder is there: who keeps it until the beheerder has named someone. Never silence."""
        wie = stagnatie.gemeld_door if stagnatie.gemeld_door and stagnatie.gemeld_door.is_active else None
        wie = wie or beheerders().first()
        return Houder(wie) if wie else None

    def _uitvoerder(self, stagnatie: Stagnatie) -> Houder | None:
        schap = self._schappen.get(stagnatie.gezin_id)
        if schap is None or schap.tot is not None:
            return None
        wie = schap.gebruiker
        eigen_aandeel = stagnatie.partij is not None and stagnatie.partij.gebruiker_id == wie.pk
        if wie.is_active and not eigen_aandeel:
            return Houder(wie, instelling=schap.instelling)
        boven = leidinggevende(wie, schap.instelling) or self.leiding(schap.instelling, {wie.pk})
        return Houder(boven, instelling=schap.instelling) if boven else None

    def _manager(self, stagnatie: Stagnatie) -> Houder | None:
        instelling = self.instelling(stagnatie)
        if instelling is None:
            return None
        schap = self._schappen.get(stagnatie.gezin_id)
        niet = set(self._hielden[stagnatie.pk, Houderrol.COORDINATOR])
        if schap is not None:
            niet.add(schap.gebruiker_id)
        liever_niet = niet | self._roept | self._handelden[stagnatie.pk]
        wie = self.leiding(instelling, liever_niet) or self.leiding(instelling, niet)
        return Houder(wie, instelling=instelling) if wie else None

    @cached_property
    def _handelden(self) -> dict[UUID, set[UUID]]:
        """Who did in the executors' step what its keeper does: as substitute, or before somebody else coordinated (I6, E4).

        Not whoever lengthened a term there from the level above. Asked when the first managers' step is to be kept.
        """
        in_stap_1 = Q(stap__modelstap__houderrol=Houderrol.COORDINATOR)
        deed_het = in_stap_1 & (Q(namens__isnull=False) | Q(soort__in=VAN_DE_HOUDER))
        # That the managers were called, stands with their own step.
        deed_het |= Q(stap__reden__in=GEROEPEN, soort=SoortGebeurtenis.STAP_GEOPEND)
        rijen = Gebeurtenis.objects.filter(deed_het, stagnatie__in=self._stagnaties, door__isnull=False)
        handelden: dict[UUID, set[UUID]] = defaultdict(set)
        for stagnatie_id, wie in rijen.values_list("stagnatie_id", "door_id"):
            if wie is not None:
                handelden[stagnatie_id].add(wie)
        return handelden

    def _ambtenaar(self, stagnatie: Stagnatie) -> Houder | None:
        gemeente = self.gemeente(stagnatie)
        niet = self._hielden[stagnatie.pk, Houderrol.MANAGER]
        wie = ambtenaar(gemeente, niet)
        if wie is None:
            functie = (
                Functie.objects.geldig()
                .filter(gemeente=gemeente, rol=Rol.GEMEENTEAMBTENAAR, gebruiker__is_active=True)
                .exclude(gebruiker__in=niet)
                .select_related("gebruiker")
                .order_by("gebruiker__naam_volgorde", "gebruiker_id")
                .first()
            )
            wie = functie.gebruiker if functie else None
        return Houder(wie, gemeente=gemeente) if wie else None

    def _leiding(self, instelling_id: UUID, behalve: Collection[UUID]) -> list[Gebruiker]:
        allen = [*self._managers.get(instelling_id, ()), *self._bestuurders.get(instelling_id, ())]
        return [wie for wie in allen if wie.pk not in behalve]


def _laatste_coordinatorschappen(gezin_ids: Collection[UUID]) -> dict[UUID, Coordinatorschap]:
    """Per family who coordinates it or, when nobody does, who did last."""
    rijen = (
        Coordinatorschap.objects.filter(gezin__in=gezin_ids)
        .select_related("gebruiker", "instelling")
        .order_by("gezin_id", "-tot")  # PostgreSQL puts NULL, the present one, first in descending order
        .distinct("gezin_id")
    )
    return {rij.gezin_id: rij for rij in rijen}


def leiding_van(instelling: Instelling) -> Gebruiker | None:
    """The first manager of one instelling, else its bestuurder; None when there is nobody."""
    for rol in (Rol.MANAGER, Rol.BESTUURDER):
        gevonden = per_instelling(rol, [instelling.pk]).get(instelling.pk)
        if gevonden:
            return gevonden[0]
    return None


def uitvoerende_instellingen(stagnatie: Stagnatie, modelstap: Modelstap) -> QuerySet[Instelling]:
    """The instellingen that can be given an action in this step (I1, E13).

    In the executors' step those that take part in the plan: an action tells its doer of the family, and no other ground
    is in force yet. From the managers' step on all of the region, services of the gemeente included.
    """
    actief = Instelling.objects.filter(actief=True)
    if modelstap.houderrol != Houderrol.COORDINATOR:
        return actief
    in_plan = Deelnemer.objects.actief().filter(gezin=stagnatie.gezin_id, instelling__isnull=False)
    return actief.filter(pk__in=in_plan.values("instelling"))


def meldpuntmedewerker(instelling: Instelling) -> Gebruiker | None:
    """Who answers for the meldpunt: an employee with that role, else its manager."""
    gevonden = per_instelling(Rol.MELDPUNT, [instelling.pk]).get(instelling.pk)
    return gevonden[0] if gevonden else leiding_van(instelling)
