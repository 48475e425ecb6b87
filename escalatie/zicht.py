"""How much of a stagnatie a person sees (T3, E10, E13).

- plan: who is in the family's team and may see what it is about; the plan's own zicht says what more.
- bericht: from outside, with the ground doorzettingsmacht for the open step, once the family has read the escalatiebericht.
- kaal: from outside in every other case: plan number, own instelling's afspraak, the ladder and its dates.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from core import clock, memo
from core.kept_queries import Kept
from escalatie import stem, vrijgave
from escalatie.beslissers import is_niveau_erboven
from escalatie.filters import EEN, Wat, gezien, gezien_van_velen, rijen, van_team_q
from escalatie.models import (
    Bevestiging,
    Escalatiebericht,
    Oorzaak,
    Stagnatie,
    StagnatieQuerySet,
    StagnatieRecht,
    Stap,
    Vraag,
)
from escalatie.permissions import Daad, heeft_recht_q
from escalatie.stapsoorten import soort_van
from escalatie.waarneming import stappen_namens, vast, waarnemers_van
from escalatie.zichtvorm import Diepte, Zichtvorm
from gezinnen.models import GezinsRecht
from instanties import vervanging
from instanties.models import Gebruiker
from instanties.permissions import leidt
from instanties.vervanging import Waarnemer
from toestemming.models import Grondslag
from toestemming.namen import Naamgever, Namen
from toestemming.ondertekenaars import Ondertekenaars
from toestemming.zicht import Blik, blikken


@memo.while_asking()
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

    @property
    def vorm(self) -> Zichtvorm:
        """The shape of questions about this stagnatie for this reader."""
        return Zichtvorm(
            self.ziet_doel, self.diepte, self.is_coordinator, self.is_houder, bool(self.eigen_instellingen)
        )

    @property
    def waarden(self) -> dict[str, Any]:
        """What stands in the slots of that shape."""
        return {
            "stagnatie": self.stagnatie.pk,
            "ik": list(self.ik_en_namens),
            "instellingen": list(self.eigen_instellingen),
        }

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
        if self.grond is not None and self.is_vrijgegeven:
            return Diepte.BERICHT
        return Diepte.KAAL

    @property
    def is_vrijgegeven(self) -> bool:
        """Whether the family has read the escalatiebericht, and it is still about the same of them (E13, T2)."""
        return self._bericht is not None and self._bericht.is_vrijgegeven and self._bericht.gaat_over(self.stagnatie)

    @property
    def gaat_over_anderen(self) -> bool:
        """Whether the family has read the message, and what is stuck is about others since: it must be read anew (E13)."""
        return self._bericht is not None and self._bericht.is_vrijgegeven and not self.is_vrijgegeven

    @property
    def doeltekst(self) -> str:
        """The goal as this reader reads it: from outside as the family read that it would go. '' for the whole plan (E13)."""
        if self.diepte == Diepte.BERICHT and self._bericht is not None:
            return self._bericht.doel
        return self.stagnatie.doel.tekst if self.stagnatie.doel else ""

    @property
    def toont_namen(self) -> bool:
        """Whether the family's name and the goal may be shown (E13)."""
        return self.diepte != Diepte.KAAL

    @cached_property
    def namen(self) -> Namen:
        """How this person reads the names of this family (X5)."""
        gever = self.naamgever or Naamgever(self.gebruiker, {self.stagnatie.gezin_id: self.blik})
        return gever.van_gezin(self.stagnatie.gezin_id, dicht=not self.toont_namen)

    @property
    def titel(self) -> str:
        """The family by name, or the plan by its number."""
        if self.toont_namen:
            return _("Gezin %(naam)s") % {"naam": self.stagnatie.gezin.naam}
        return _("Plan %(nummer)s") % {"nummer": self.stagnatie.gezin.nummer}

    @property
    def bericht(self) -> Escalatiebericht | None:
        """The escalatiebericht that this person may read: in the team who sees what it is about, from outside once
        released, and who keeps the first step what he or she wrote in it (E13)."""
        van_mij = (
            self.houdt_voor_coordinator and self._bericht is not None and self._bericht.door_id in self.ik_en_namens
        )
        return self._bericht if self.ziet_doel or self.diepte == Diepte.BERICHT or van_mij else None

    @property
    def te_lezen(self) -> Escalatiebericht | None:
        """The escalatiebericht, whether or not this person may read it: for who has read it."""
        return self._bericht

    @property
    def houdt_van_buiten(self) -> bool:
        """Whether this person keeps the step without belonging to the family's team (E4, E5)."""
        return self.blik is None and self.is_houder

    @property
    def houdt_voor_coordinator(self) -> bool:
        """Whether this person keeps the executors' step in the place of the coordinator, whose own share is missing (E2)."""
        return self.houdt_van_buiten and self.stap is not None and soort_van(self.stap.modelstap).in_plan

    @property
    def van_ons(self) -> set[UUID]:
        """The instellingen for which this person reads: those that he or she leads, and the one for which the step is kept."""
        houdt = self.stap.houder_instelling_id if self.stap is not None and self.houdt_van_buiten else None
        return self.eigen_instellingen | {houdt} if houdt else self.eigen_instellingen

    @property
    def is_houder(self) -> bool:
        """Whether this person is on turn now, or stands in for who is (I6)."""
        return self.stap is not None and (self.stap.houder_id == self.gebruiker.pk or self.voor_houder is not None)

    @property
    def is_coordinator(self) -> bool:
        """Not for a substitute whose own share is what is missing (I6)."""
        if self.blik is None or not self.blik.is_coordinator:
            return False
        schap = self.blik.coordinatorschap
        zelf = schap is not None and schap.gebruiker_id == self.gebruiker.pk
        return zelf or self.gebruiker.pk not in self.aandeel_van

    @cached_property
    def aandeel_van(self) -> set[UUID]:
        """The accounts whose share it is about, of all parties: as `houders.van_wie_het_aandeel`, of what came along."""
        stagnatie: Any = self.stagnatie  # with what filters.rijen found
        if stagnatie.partij is None and stagnatie.oorzaak == Oorzaak.PLAN_KOMT_ER_NIET:
            return {stagnatie.coordinator_id} - {None}
        eerste = stagnatie.partij.gebruiker_id if stagnatie.partij is not None else None
        return {eerste, *stagnatie.mede} - {None}

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
        """Whether the escalatiebericht goes only after this gezinslid has read it (E13, T2)."""
        if not self.ziet_doel or self._bericht is None or self.blik is None or self.blik.deelnemer is None:
            return False
        if not self.blik.mag(GezinsRecht.INSTEMMEN):
            return False
        return self.blik.deelnemer.pk in vrijgave.zelf(self.wie_leest.wie)

    @property
    def las_het_al(self) -> bool:
        """Whether this gezinslid has read this text of it."""
        lid = self.blik.deelnemer if self.blik else None
        return lid is not None and self._bericht is not None and lid.pk in self._bericht.lezers  # type: ignore[attr-defined]

    @cached_property
    def wie_leest(self) -> Ondertekenaars:
        """Who must have read the escalatiebericht before it goes (T2, S19)."""
        return vrijgave.wie_leest(vrijgave.kring_om(self.stagnatie), self.stagnatie, clock.today())

    @property
    def moet_nog_lezen(self) -> dict[UUID, str]:
        """Who must still read it themselves, each by name."""
        if self._bericht is None:
            return {}
        namen, nog = vrijgave.kring_om(self.stagnatie).tekenaars, vrijgave.nog_te_lezen(self.wie_leest, self._bericht)
        return {wie: namen[wie].naam for wie in vrijgave.zelf(nog)}

    @cached_property
    def daden(self) -> frozenset[Daad]:
        """What this person may do here; pages show it, views demand it (E2, E4, E5, E11)."""
        gevonden: set[Daad] = set()
        if StagnatieRecht.HANDELEN in self.recht or self.is_houder:
            gevonden |= {Daad.HANDELEN, Daad.VRAGEN, Daad.TERUGKOPPELEN, Daad.UITVOEREN, Daad.VERLENGEN}
        if self.mag_opgelost_melden:
            gevonden |= {Daad.OPGELOST_MELDEN, Daad.BEVESTIGEN}
        if self.is_coordinator:
            gevonden |= {Daad.COORDINEREN, Daad.BERICHT, Daad.VRAGEN, Daad.TERUGKOPPELEN, Daad.UITVOEREN}
        elif self.houdt_voor_coordinator and (self._bericht is None or self.bericht is not None):
            gevonden.add(Daad.BERICHT)
        if self.blik is not None:
            if not self.is_houder:
                gevonden.add(Daad.BEZWAAR)
            if self.blik.mag(GezinsRecht.INSTEMMEN):
                # Who sees only an own share in it doesn't answer for the one whom it is about.
                gevonden |= {Daad.INSTEMMEN, Daad.BEVESTIGEN, Daad.TERUGKOPPELEN} if self.ziet_doel else set()
                gevonden |= {Daad.VRIJGEVEN} if self.mag_vrijgeven else set()
            elif self.blik.deelnemer is not None and self.blik.deelnemer.is_professional:
                gevonden |= {Daad.VRAGEN, Daad.OPSCHRIJVEN} if self.ziet_doel else {Daad.VRAGEN}
            gevonden.add(Daad.UITVOEREN)
        if self.eigen_instellingen:
            gevonden |= {Daad.VRAGEN, Daad.TERUGKOPPELEN, Daad.UITVOEREN}
        if StagnatieRecht.ADVISEREN in self.recht:
            gevonden |= {Daad.ANTWOORDEN, Daad.TERUGKOPPELEN}
        elif self.is_iets_gevraagd:
            gevonden.add(Daad.ANTWOORDEN)
        if Daad.VERLENGEN not in gevonden and self.is_niveau_erboven:
            gevonden.add(Daad.VERLENGEN)
        if self.is_coordinator or self.is_houder or self.is_niveau_erboven:
            gevonden.add(Daad.OPSCHRIJVEN)
        return frozenset(gevonden)

    @cached_property
    def mag_opgelost_melden(self) -> bool:
        """Whether this person reports that it is solved (S7): as `stem.mag_opgelost_melden`, asked only where it isn't clear."""
        if self.stap is None or not self.aandeel_van.isdisjoint(self.ik_en_namens):
            return False
        coordinator: UUID | None = self.stagnatie.coordinator_id  # type: ignore[attr-defined] # of filters.rijen
        if coordinator is not None and coordinator not in self.aandeel_van:
            return self.is_coordinator
        return stem.mag_opgelost_melden(self.gebruiker, self.stap)

    @cached_property
    def is_iets_gevraagd(self) -> bool:
        """Whether somebody asked this reader something here; a page that has it all loaded says so itself."""
        besloten = Q(gevraagd_aan__in=self.ik_en_namens) | Q(instelling__in=self.eigen_instellingen)
        return (
            Vraag.objects.filter(stagnatie=self.stagnatie, aan__in=self.ik_en_namens).exists()
            or Bevestiging.objects.filter(besloten, besluit__stap__stagnatie=self.stagnatie).exists()
        )

    @cached_property
    def is_niveau_erboven(self) -> bool:
        """Whether this person comes on turn after the keeper of the open step (E7)."""
        return self.stap is not None and is_niveau_erboven(self.gebruiker, self.stap)


def zichten(
    gebruiker: Gebruiker, stagnatie_ids: Iterable[UUID], in_team: Mapping[UUID, Blik] | None = None
) -> dict[UUID, Zicht]:
    """What this person sees of each of these stagnaties; hidden ones are left out. A fixed number of queries.

    `in_team`: what this reader sees of their families, where that is known.
    """
    if not gebruiker.is_authenticated or not gebruiker.is_active:
        return {}
    pks = list(stagnatie_ids)
    gezocht = Stagnatie.objects.filter(pk__in=pks)
    if in_team is None:
        in_team = blikken(gebruiker, gezocht.order_by().values("gezin"))
    if all(blik.ziet_alles for blik in in_team.values()):
        lezer, waarden = vast(gebruiker)
        waarden |= {"stagnaties": pks, "alles_van": list(in_team), "nu": clock.now(), "vandaag": clock.today()}
        gevonden = gezien_van_velen(lezer, **waarden)
    else:
        # How much is seen of each family differs: said for these, this once.
        gevonden = Kept.now(rijen(gezocht, gebruiker, in_team.values()))
    return {zicht.stagnatie.pk: zicht for zicht in _zichten(gebruiker, gevonden, in_team)}


def zichten_van_gezin(blik: Blik, wat: Wat, **waarden: Any) -> list[Zicht]:
    """As zichten, of one family of which it is known what this reader sees. `waarden`: of the slots in `wat`."""
    return _van_een_gezin(blik.gebruiker, blik, wat, waarden)


def zicht_op(gebruiker: Gebruiker, stagnatie: Stagnatie) -> Zicht | None:
    """What this person sees of this stagnatie; None: nothing at all (T3)."""
    return zicht_op_id(gebruiker, stagnatie.pk)


def zicht_op_id(gebruiker: Gebruiker, stagnatie_id: UUID) -> Zicht | None:
    """As zicht_op, by its id."""
    gezin_id = Stagnatie.objects.filter(pk=stagnatie_id).order_by().values_list("gezin_id", flat=True).first()
    if gezin_id is None or not gebruiker.is_authenticated:
        return None
    blik = blikken(gebruiker, [gezin_id]).get(gezin_id)
    return next(iter(_van_een_gezin(gebruiker, blik, EEN, {"stagnatie": stagnatie_id})), None)


@memo.while_asking()
def _van_een_gezin(gebruiker: Gebruiker, blik: Blik | None, wat: Wat, waarden: Mapping[str, Any]) -> list[Zicht]:
    if not gebruiker.is_active:
        return []
    vorm = blik.vorm if blik is not None else None
    waarden = {**waarden, **(blik.waarden if blik is not None else {}), "nu": clock.now(), "vandaag": clock.today()}
    lezer, van_lezer = vast(gebruiker)
    waarden |= van_lezer
    # An overlap of views has no shape.
    vraag = gezien.once if blik is not None and vorm is None else gezien
    gevonden = vraag((vorm if vorm is not None else blik, wat, lezer), **waarden)
    return _zichten(gebruiker, gevonden, {blik.gezin.pk: blik} if blik is not None else {})


def _zichten(gebruiker: Gebruiker, stagnaties: Sequence[Any], in_team: Mapping[UUID, Blik]) -> list[Zicht]:
    """The zicht of this reader on each of the rows that `filters.rijen` found."""
    if not stagnaties:
        return []
    stappen = {stap.stagnatie_id: stap for stap in map(_open_stap, stagnaties) if stap is not None}
    afwezig = [stap for stap in stappen.values() if stap.houder_is_afwezig]  # type: ignore[attr-defined] # of filters.rijen
    waarnemers = waarnemers_van(afwezig)
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
                _bericht=next(iter(stagnatie.bericht), None),
                waarnemer=waarnemers.get(stap.pk) if stap else None,
                voor_houder=voor_wie[stap.pk][1].wie if stap and stap.pk in voor_wie else None,
            )
        )
    return gevonden


def _open_stap(stagnatie: Any) -> Stap | None:
    stap: Stap | None = next(iter(stagnatie.open_stap), None)
    if stap is not None:
        stap.stagnatie = stagnatie
    return stap


def _rechten(stagnatie: Stagnatie) -> set[str]:
    return {recht for recht in StagnatieRecht if getattr(stagnatie, f"mag_{recht.name.lower()}")}


def _grond(stagnatie: Any, stap: Stap | None) -> Grondslag | None:
    """The one for the open step; who belongs to the team reads by the grounds of the plan."""
    if stap is None or stagnatie.als_team:
        return None
    return next((grond for grond in stagnatie.gronden if grond.voor_object == stap.pk), None)
