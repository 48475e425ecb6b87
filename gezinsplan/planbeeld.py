"""The plan as one reader sees it, in its three parts: loaded once, the same for page, Ons plan and paper (T3, G9).

Three queries, whatever the length of the plan; what a page needs beside it comes along in those.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import DateField, OuterRef, UUIDField

from core.kept_queries import Rows, Slot, SlotList
from core.mee import Meegevraagd, zet_klaar
from gezinnen.models import Contact, Deelnemer, Gezin, SoortDeelnemer
from gezinnen.selectie import is_jeugdige
from gezinsplan import toezegging
from gezinsplan.models import Afspraak, Afspraakstaat, Doel, Doelstaat, Gezinsplan
from gezinsplan.models.afspraak import OPEN_AFSPRAAK
from toestemming import rondom
from toestemming.filters import Filters, OverBlik
from toestemming.namen import namen_voor
from toestemming.zicht import Blik
from woorden.getypt import Geboren

# After these there is a navraag, which is answered where it stands; that answer is a yes too.
NOG_NIETS_GEVRAAGD = (Afspraakstaat.VOORSTEL, Afspraakstaat.LOOPT)


@dataclass
class Doelbeeld:
    """A goal or condition with what the reader sees under it."""

    doel: Doel
    afspraken: list[Afspraak] = field(default_factory=list)
    voorwaarden: list["Doelbeeld"] = field(default_factory=list)

    @property
    def alle_afspraken(self) -> list[Afspraak]:
        """Of the goal and of its conditions."""
        return self.afspraken + [afspraak for deel in self.voorwaarden for afspraak in deel.afspraken]

    @property
    def apart_gezet(self) -> list[Doel | Afspraak]:
        """What hangs under it and is about something else: another subject of the goal isn't that of these, unless said."""
        volgend = [deel for deel in self.voorwaarden if deel.doel.volgt]
        afspraken = [*self.afspraken, *(afspraak for deel in volgend for afspraak in deel.afspraken)]
        apart: list[Doel | Afspraak] = [deel.doel for deel in self.voorwaarden if deel.doel.apart]
        return [*apart, *(afspraak for afspraak in afspraken if afspraak.apart)]

    @property
    def tellend(self) -> list[Afspraak]:
        """The afspraken that still count: not those that are no longer needed."""
        return [afspraak for afspraak in self.alle_afspraken if afspraak.staat != Afspraakstaat.VERVALLEN]

    @property
    def goed(self) -> int:
        """How many of them go well: done, or running without a question."""
        return sum(afspraak.staat in (Afspraakstaat.GEDAAN, Afspraakstaat.LOOPT) for afspraak in self.tellend)


@dataclass
class Planbeeld:
    """What one reader sees of one plan."""

    plan: Gezinsplan
    blik: Blik
    doelen: list[Doelbeeld]
    gezinsleden: list[Deelnemer] = field(default_factory=list)
    betrokkenen: list[Deelnemer] = field(default_factory=list)
    # Asked of the reader, who hasn't answered yet: the afspraak alone, without its goal.
    gevraagd: list[Afspraak] = field(default_factory=list)
    # Other afspraken of which the reader doesn't see the goal.
    los: list[Afspraak] = field(default_factory=list)
    # What the page asked along with the family (see Erbij).
    gezin: Any = None

    @property
    def alle_doelen(self) -> list[Doelbeeld]:
        """Goals, each with its conditions after it."""
        return [deel for hoofd in self.doelen for deel in (hoofd, *hoofd.voorwaarden)]

    def apart_onder(self, doel: Doel) -> list[Doel | Afspraak]:
        """What hangs under this goal and was set apart from it."""
        return next((beeld.apart_gezet for beeld in self.alle_doelen if beeld.doel.pk == doel.pk), [])

    @property
    def onbenoemd(self) -> list[Doel | Afspraak]:
        """What runs or still has to, and of which nobody said yet what it is about; not what follows another in that."""
        doelen = [beeld.doel for beeld in self.alle_doelen if beeld.doel.staat == Doelstaat.LOOPT]
        afspraken = [afspraak for afspraak in self.afspraken if afspraak.staat in OPEN_AFSPRAAK]
        delen: list[Doel | Afspraak] = [*doelen, *afspraken]
        return [deel for deel in delen if deel.is_onbenoemd and not deel.volgt]

    @property
    def lopende_doelen(self) -> list[Doelbeeld]:
        return [beeld for beeld in self.doelen if beeld.doel.staat == Doelstaat.LOOPT]

    @property
    def bereikte_doelen(self) -> list[Doelbeeld]:
        return [beeld for beeld in self.doelen if beeld.doel.staat == Doelstaat.BEREIKT]

    @property
    def afspraken(self) -> list[Afspraak]:
        """All that this reader sees."""
        onder_doelen = [afspraak for beeld in self.doelen for afspraak in beeld.alle_afspraken]
        return [*onder_doelen, *self.los, *self.gevraagd]

    @property
    def onderdelen(self) -> list[Doel | Afspraak]:
        """Every part that this reader sees, for the logboek (X1)."""
        return [*(beeld.doel for beeld in self.alle_doelen), *self.afspraken]

    @property
    def mensen_in_gezin(self) -> list["Mensbeeld"]:
        """Part 1 of the format: the family's own people, grown-ups first."""
        return [
            self._mensbeeld(mens) for mens in sorted(self.gezinsleden, key=lambda mens: is_jeugdige(mens, self.blik.op))
        ]

    @property
    def kent_geboortedata(self) -> bool:
        """Whether there is a birth date that this reader may know."""
        return any(beeld.geboren for beeld in self.mensen_in_gezin)

    @property
    def mensen_rondom(self) -> list["Mensbeeld"]:
        """Part 2 of the format: who takes part beside the family; the coordinator stands apart."""
        beelden = map(self._mensbeeld, self.betrokkenen)
        return [beeld for beeld in beelden if not beeld.is_coordinator]

    @property
    def coordinator(self) -> "Mensbeeld | None":
        """The coordinator with phone and days, for whoever takes part (G4, I5)."""
        beelden = map(self._mensbeeld, self.betrokkenen)
        return next((beeld for beeld in beelden if beeld.is_coordinator), None)

    def _mensbeeld(self, mens: Deelnemer) -> "Mensbeeld":
        schap, namen = self.blik.coordinatorschap, namen_voor(self.blik)
        return Mensbeeld(
            mens=mens,
            rol=", ".join(filter(None, [namen.rol(mens), namen.van(mens.instelling)])),
            contact=namen.contact(mens) if self.blik.mag_contact(mens) else None,
            geboren=mens.geboren if self.blik.mag_persoonlijk(mens) else None,
            is_coordinator=schap is not None and mens.gebruiker_id == schap.gebruiker_id,
        )


@dataclass(frozen=True)
class Mensbeeld:
    """Somebody of the plan with what this reader may know: None where not (G16).

    `rol`: what this person is to the family, and where he or she works.
    """

    mens: Deelnemer
    rol: str
    contact: Contact | None
    geboren: Geboren | None
    is_coordinator: bool


Mee = Callable[[Filters], Mapping[str, Any]]


def _niets(_oog: Filters) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Erbij:
    """What a page asks beside the plan, along in the same questions: with the plan, with each afspraak, with the family.

    Part of the shape of those questions, so a constant of its module: each function gets the filters of the view, and puts a
    `Slot` where a value stands. `waarden`: the values of the slots of `gezin`, when all but its people is known, from that and
    from the values that were given to `planbeeld`.
    """

    plan: Mee = _niets
    afspraken: Mee = _niets
    gezin: Mee = _niets
    waarden: Callable[["Planbeeld", Mapping[str, Any]], Mapping[str, Any]] = lambda _beeld, _gegeven: {}

    def __or__(self, ander: "Erbij") -> "Erbij":
        """Both."""
        return Erbij(
            lambda oog: {**self.plan(oog), **ander.plan(oog)},
            lambda oog: {**self.afspraken(oog), **ander.afspraken(oog)},
            lambda oog: {**self.gezin(oog), **ander.gezin(oog)},
            lambda beeld, gegeven: {**self.waarden(beeld, gegeven), **ander.waarden(beeld, gegeven)},
        )


ALLEEN_PLAN = Erbij()


def planbeeld(blik: Blik, erbij: Erbij = ALLEEN_PLAN, **waarden: Any) -> Planbeeld:
    """Load the plan of `blik.gezin` as this reader sees it (T3). `waarden`: of the slots in `erbij`."""
    [plan] = _plan_met_doelen(blik, erbij, **waarden)
    afspraken = _afspraken(blik, erbij, **waarden)
    for afspraak in afspraken:
        zet_klaar(afspraak, "uitvoerders", afspraak.uitvoerders_nu)
    toezegging.zet_erbij(blik, afspraken)
    beelden = {doel.pk: Doelbeeld(doel) for doel in plan.doelen_nu}
    gevraagd, los = [], []
    for afspraak in afspraken:
        if afspraak.gevraagd and afspraak.staat in NOG_NIETS_GEVRAAGD:
            gevraagd.append(afspraak)
        elif afspraak.doel_id in beelden:
            beelden[afspraak.doel_id].afspraken.append(afspraak)
        else:
            los.append(afspraak)
    hoofddoelen = []
    for deel in beelden.values():
        boven = beelden.get(deel.doel.hoofddoel_id) if deel.doel.hoofddoel_id else None
        if boven:
            boven.voorwaarden.append(deel)
        else:
            # A condition whose goal the reader doesn't see stands by itself: its own wording, no more.
            hoofddoelen.append(deel)
    beeld = Planbeeld(plan=plan, blik=blik, doelen=hoofddoelen, gevraagd=gevraagd, los=los)
    # With whom one would do it, is for after the yes.
    ja = [afspraak.pk for afspraak in beeld.afspraken if not afspraak.kaal]
    over_wie = {wie for deel in (*plan.doelen_nu, *afspraken) for wie in deel.over_wie}
    [beeld.gezin] = _gezin_met_mensen(
        blik, erbij, ja=ja, over_wie=list(over_wie), op=blik.op, **waarden, **erbij.waarden(beeld, waarden)
    )
    rondom.onthoud(beeld.gezin, blik.op)
    beeld.gezinsleden = [mens for mens in beeld.gezin.mensen_nu if mens.soort == SoortDeelnemer.GEZINSLID]
    beeld.betrokkenen = [mens for mens in beeld.gezin.mensen_nu if mens.soort != SoortDeelnemer.GEZINSLID]
    return beeld


@OverBlik
def _plan_met_doelen(oog: Filters, erbij: Erbij) -> Rows:
    doelen = Meegevraagd(Doel.objects.zichtbaar_voor(oog), met=["hoofddoel"])
    return Rows(Gezinsplan.objects.filter(gezin=oog.gezin_id).annotate(doelen_nu=doelen, **erbij.plan(oog)))


@OverBlik
def _afspraken(oog: Filters, erbij: Erbij) -> Rows:
    uitvoerders = Meegevraagd(Deelnemer.objects.filter(afspraken=OuterRef("pk")), met=["instelling", "gebruiker"])
    gezien = Afspraak.objects.zichtbaar_voor(oog).met_vraag(oog)
    return Rows(
        gezien.annotate(uitvoerders_nu=uitvoerders, **erbij.afspraken(oog)), met=["termijn", "doel", "vastgelegd_door"]
    )


@OverBlik
def _gezin_met_mensen(oog: Filters, erbij: Erbij) -> Rows:
    """The family with the people whom this reader knows, and what naming and reaching them takes."""
    doet = Deelnemer.objects.filter(afspraken__in=SlotList("ja", UUIDField()))
    bekend = oog.deelnemers(doet, SlotList("over_wie", UUIDField()))
    mensen = Meegevraagd(bekend.actief(), met=["gebruiker", "instelling", "huishouden"])
    gezin = Gezin.objects.filter(pk=oog.gezin_id)
    return Rows(gezin.annotate(mensen_nu=mensen, **rondom.annotations(Slot("op", DateField())), **erbij.gezin(oog)))
