"""Who keeps which step of the ladder: one answer, for a whole list of stagnaties (E2, E4, E5).

Which of these a step asks is said by its kind (`stapsoorten.py`). Whom the step before reached doesn't keep the next, for
a step is there to reach other people: not who kept it, and rather not who acted there for its keeper, standing in or as
a predecessor, or who called for this step (I6). Nor does the coordinator keep a step outside the plan.

- Step of the coordinator: she does; is her own share what is missing, then her leidinggevende, else a manager or
  bestuurder of her instelling.
- Step of the managers: a manager of the coordinator's instelling, else its bestuurder.
- Step of the gemeente: the official whom the responsible gemeente named, else the substitute, else any official of that
  gemeente.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from escalatie.models import (
    Gebeurtenis,
    Medepartij,
    Modelniveau,
    Modelstap,
    Niveauhouder,
    Oorzaak,
    SoortGebeurtenis,
    Stagnatie,
    Stap,
    Stapreden,
    Stapstaat,
)
from escalatie.stapsoorten import IN_PLAN, STAPSOORTEN, ervoor, soort_van
from gezinnen.models import Coordinatorschap, Deelnemer
from gezinnen.selectie import verantwoordelijke_gemeenten
from instanties.models import Functie, Gebruiker, Gemeente, Instelling, Regio, Rol
from instanties.selectie import ambtenaar, ambtenaren, beheerders, leidinggevende, per_instelling

# What only the keeper or the coordinator does in a step, or who stands in there.
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


def van_wie_het_aandeel(stagnatie: Stagnatie, schap: Coordinatorschap | None, mede: Collection[Deelnemer]) -> set[UUID]:
    """The accounts whose share it is about: the missing parties; where the plan isn't made its coordinator (E15, S10)."""
    partijen = [*mede, *([stagnatie.partij] if stagnatie.partij is not None else ())]
    if partijen:
        return {partij.gebruiker_id for partij in partijen if partij.gebruiker_id}
    return {schap.gebruiker_id} if schap is not None and stagnatie.oorzaak == Oorzaak.PLAN_KOMT_ER_NIET else set()


def medepartijen(stagnaties: Iterable[Stagnatie]) -> dict[UUID, list[Deelnemer]]:
    """The parties beside the first of each of these. One query."""
    gevonden: dict[UUID, list[Deelnemer]] = defaultdict(list)
    rijen = Medepartij.objects.filter(stagnatie__in=list(stagnaties)).order_by("pk")
    for rij in rijen.select_related("deelnemer__instelling"):
        gevonden[rij.stagnatie_id].append(rij.deelnemer)
    return gevonden


class Houders:
    """The possible keepers for these stagnaties (with `gezin`, `doel` and `partij` loaded), read once when it is made."""

    def __init__(self, stagnaties: Iterable[Stagnatie], *, roept: Gebruiker | None = None) -> None:
        """`roept`: who calls for the next step at this moment, which no event says yet."""
        self._stagnaties = stagnaties = list(stagnaties)
        self._roept = {roept.pk} if roept else set()
        self._schappen = _laatste_coordinatorschappen({stagnatie.gezin_id for stagnatie in stagnaties})
        self._mede = medepartijen(stagnaties)
        instellingen = {schap.instelling_id for schap in self._schappen.values()} | {
            partij.instelling_id
            for stagnatie in stagnaties
            for partij in self.partijen(stagnatie)
            if partij.instelling_id
        }
        self._managers = per_instelling(Rol.MANAGER, instellingen)
        self._bestuurders = per_instelling(Rol.BESTUURDER, instellingen)
        # Per stagnatie which steps it had, in order; and who kept each.
        self._gang: dict[UUID, list[int]] = defaultdict(list)
        self._hielden: dict[UUID, dict[int, set[UUID]]] = defaultdict(lambda: defaultdict(set))
        for stap in Stap.objects.doorlopen().filter(stagnatie__in=stagnaties).order_by("volgnummer"):
            self._gang[stap.stagnatie_id].append(stap.modelstap_id)
            self._hielden[stap.stagnatie_id][stap.modelstap_id].add(stap.houder_id)

    def van(self, stagnatie: Stagnatie, modelstap: Modelstap, niveau: int = 1) -> Houder | None:
        """Who keeps this step of this stagnatie, at this level; None when there is nobody.

        A level whose own keeper isn't named is kept by whoever keeps the step: never silence.
        """
        soort, hielden = soort_van(modelstap), self._hielden[stagnatie.pk]
        vorige = ervoor(self._gang[stagnatie.pk], modelstap)
        niet = set(hielden[vorige]) if vorige is not None else set()
        schap = self._schappen.get(stagnatie.gezin_id)
        if schap is not None and not soort.in_plan:
            niet.add(schap.gebruiker_id)
        if (eigen := self._van_niveau(stagnatie, modelstap, niveau, niet)) is not None:
            return eigen
        if vorige is not None:
            liever_niet = self._roept | self._handelden[stagnatie.pk, vorige] | self._riepen[stagnatie.pk, modelstap.pk]
            if (houder := soort.vind(self, stagnatie, niet | liever_niet)) is not None:
                return houder
        return soort.vind(self, stagnatie, niet)

    def leidt_coordinator(self, stagnatie: Stagnatie) -> list[Gebruiker]:
        """Who leads the coordinator, as a list: of one, or empty."""
        schap = self._schappen.get(stagnatie.gezin_id)
        wie = leidinggevende(schap.gebruiker, schap.instelling) if schap is not None and schap.tot is None else None
        return [wie] if wie is not None else []

    def partijen(self, stagnatie: Stagnatie) -> list[Deelnemer]:
        """All whose share is missing, the first one first."""
        eerste = [stagnatie.partij] if stagnatie.partij is not None else []
        return [*eerste, *self._mede.get(stagnatie.pk, ())]

    def mist_beslisser(self, stagnatie: Stagnatie, modelstap: Modelstap, niveau: int) -> bool:
        """Whether this level should have a keeper of its own, and nobody is named who can be (E6)."""
        eigen = self._niveauhouders.get((modelstap.pk, niveau), Niveauhouder.STAP) != Niveauhouder.STAP
        return eigen and self._van_niveau(stagnatie, modelstap, niveau, ()) is None

    def beslissers(self, stagnatie: Stagnatie, modelstap: Modelstap) -> dict[int, Gebruiker]:
        """Who is named to keep a level of this step and can, per number; a level of whoever keeps the step is left out (E6)."""
        nummers = sorted(nummer for stap, nummer in self._niveauhouders if stap == modelstap.pk)
        gevonden = {nummer: self._van_niveau(stagnatie, modelstap, nummer, ()) for nummer in nummers}
        return {nummer: houder.gebruiker for nummer, houder in gevonden.items() if houder is not None}

    def _van_niveau(
        self, stagnatie: Stagnatie, modelstap: Modelstap, niveau: int, niet: Collection[UUID]
    ) -> Houder | None:
        match self._niveauhouders.get((modelstap.pk, niveau)):
            case Niveauhouder.BESTUUR:
                wie = self.gemeente(stagnatie).bestuur
            case Niveauhouder.REGIO:
                wie = Regio.objects.select_related("bovenlokaal").get(pk=1).bovenlokaal
            case _:
                return None
        if wie is None or not wie.is_active or wie.pk in niet:
            return None
        return Houder(wie, gemeente=self.gemeente(stagnatie))

    @cached_property
    def _niveauhouders(self) -> dict[tuple[int, int], str]:
        """Per step and level who keeps it. Asked when the first step is to be kept."""
        modellen = {stagnatie.model_id for stagnatie in self._stagnaties}
        rijen = Modelniveau.objects.filter(modelstap__model__in=modellen)
        return {(stap, nummer): houder for stap, nummer, houder in rijen.values_list("modelstap", "nummer", "houder")}

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

    def uitvoerder(self, stagnatie: Stagnatie, niet: Collection[UUID]) -> Houder | None:
        """The coordinator; is her own share what is missing or can't she log in, who leads her."""
        schap = self._schappen.get(stagnatie.gezin_id)
        if schap is None or schap.tot is not None:
            return None
        wie = schap.gebruiker
        eigen_aandeel = wie.pk in van_wie_het_aandeel(stagnatie, schap, self._mede.get(stagnatie.pk, ()))
        if wie.is_active and not eigen_aandeel and wie.pk not in niet:
            return Houder(wie, instelling=schap.instelling)
        boven = leidinggevende(wie, schap.instelling)
        if boven is None or boven.pk in niet:
            boven = self.leiding(schap.instelling, {wie.pk, *niet})
        return Houder(boven, instelling=schap.instelling) if boven else None

    def manager(self, stagnatie: Stagnatie, niet: Collection[UUID]) -> Houder | None:
        """A manager of the coordinator's instelling, else its bestuurder."""
        instelling = self.instelling(stagnatie)
        wie = self.leiding(instelling, niet) if instelling else None
        return Houder(wie, instelling=instelling) if wie else None

    @cached_property
    def _handelden(self) -> dict[tuple[UUID, int], set[UUID]]:
        """Per stagnatie and step who did there what its keeper does: as substitute, or as who kept it before (I6, E4).

        Not whoever lengthened a term there from the level above. Asked when a step after the first is to be kept.
        """
        return self._wie_deden(Q(namens__isnull=False) | Q(soort__in=VAN_DE_HOUDER))

    @cached_property
    def _riepen(self) -> dict[tuple[UUID, int], set[UUID]]:
        """Per stagnatie and step who called for that step: an act in the step before, which stands with its own."""
        return self._wie_deden(Q(stap__reden__in=GEROEPEN, soort=SoortGebeurtenis.STAP_GEOPEND))

    def _wie_deden(self, wat: Q) -> dict[tuple[UUID, int], set[UUID]]:
        rijen = Gebeurtenis.objects.filter(wat, stagnatie__in=self._stagnaties, stap__isnull=False, door__isnull=False)
        gevonden: dict[tuple[UUID, int], set[UUID]] = defaultdict(set)
        for stagnatie_id, modelstap_id, wie in rijen.values_list("stagnatie_id", "stap__modelstap_id", "door_id"):
            gevonden[stagnatie_id, modelstap_id].add(wie)
        return gevonden

    def ambtenaar(self, stagnatie: Stagnatie, niet: Collection[UUID]) -> Houder | None:
        """The official whom the responsible gemeente named, else the substitute, else any official there who doesn't decide
        at a level of his own.
        """
        gemeente = self.gemeente(stagnatie)
        wie = ambtenaar(gemeente, niet)
        if wie is None:
            functie = (
                Functie.objects.geldig()
                .filter(gemeente=gemeente, rol=Rol.GEMEENTEAMBTENAAR, gebruiker__is_active=True)
                .exclude(gebruiker__in={*niet, gemeente.bestuur_id} - {None})
                .exclude(gebruiker__in=Regio.objects.filter(bovenlokaal__isnull=False).values("bovenlokaal"))
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


def gehouden_met(functie: Functie) -> QuerySet[Stap]:
    """The open steps that this person keeps at the organisation of this function, and by no other function there (E9).

    Asked before and after it ends. A step in the plan is kept by working there, another by leading or by deciding there.
    A level above the gemeenten lies at the gemeente of the family, whichever is his: it is kept by deciding anywhere.
    """
    if functie.instelling_id is None and functie.gemeente_id is None:
        return Stap.objects.none()
    hier = Q(instelling=functie.instelling, gemeente=functie.gemeente)
    ander = Functie.objects.geldig().filter(hier, gebruiker=functie.gebruiker).exclude(pk=functie.pk)
    kan = {rol for soort in STAPSOORTEN.values() if not soort.in_plan for rol in (soort.rol, Rol.BESTUURDER)}
    allen = Stap.objects.filter(staat=Stapstaat.OPEN, houder=functie.gebruiker)
    stappen = allen.filter(houder_instelling=functie.instelling, houder_gemeente=functie.gemeente)
    if ander.exists():
        stappen = stappen.exclude(modelstap__houderrol__in=IN_PLAN)
    stappen = stappen.none() if ander.filter(rol__in=kan).exists() else stappen
    beslist = Functie.objects.geldig().filter(gebruiker=functie.gebruiker, rol=Rol.GEMEENTEAMBTENAAR)
    if functie.rol != Rol.GEMEENTEAMBTENAAR or beslist.exclude(pk=functie.pk).exists():
        return stappen
    regio = Modelniveau.objects.filter(
        modelstap=OuterRef("modelstap"), nummer=OuterRef("niveau"), houder=Niveauhouder.REGIO
    )
    return stappen | allen.filter(Exists(regio))


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
    if not soort_van(modelstap).in_plan:
        return actief
    in_plan = Deelnemer.objects.actief().filter(gezin=stagnatie.gezin_id, instelling__isnull=False)
    return actief.filter(pk__in=in_plan.values("instelling"))


def meldpuntmedewerker(instelling: Instelling) -> Gebruiker | None:
    """Who answers for the meldpunt: an employee with that role, else its manager."""
    gevonden = per_instelling(Rol.MELDPUNT, [instelling.pk]).get(instelling.pk)
    return gevonden[0] if gevonden else leiding_van(instelling)
