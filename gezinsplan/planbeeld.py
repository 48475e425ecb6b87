"""The plan as one reader sees it, in its three parts: loaded once, the same for page, Ons plan and paper (T3, G9).

A fixed number of queries, whatever the length of the plan.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch

from gezinnen.models import Contact, Deelnemer, SoortDeelnemer
from gezinsplan.models import Afspraak, Afspraakstaat, Doel, Doelstaat, Gezinsplan
from toestemming.namen import namen_voor
from toestemming.zicht import Blik

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
    gezinsleden: list[Deelnemer]
    betrokkenen: list[Deelnemer]
    # Asked of the reader, who hasn't answered yet: the afspraak alone, without its goal.
    gevraagd: list[Afspraak] = field(default_factory=list)
    # Other afspraken of which the reader doesn't see the goal.
    los: list[Afspraak] = field(default_factory=list)

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
        doelen = [deel.doel for beeld in self.doelen for deel in (beeld, *beeld.voorwaarden)]
        return [*doelen, *self.afspraken]

    @property
    def mensen_in_gezin(self) -> list["Mensbeeld"]:
        """Part 1 of the format: the family's own people, grown-ups first."""
        return [self._mensbeeld(mens) for mens in sorted(self.gezinsleden, key=lambda mens: mens.is_kind)]

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
            geboren=mens.geboortedatum if self.blik.mag_persoonlijk(mens) else None,
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
    geboren: date | None
    is_coordinator: bool


def planbeeld(blik: Blik) -> Planbeeld:
    """Load the plan of `blik.gezin` as this reader sees it (T3)."""
    plan = Gezinsplan.objects.get(gezin=blik.gezin)
    afspraken = list(
        Afspraak.objects.zichtbaar_voor(blik)
        .met_vraag(blik)
        .select_related("termijn", "doel", "vastgelegd_door")
        .prefetch_related(Prefetch("uitvoerders", Deelnemer.objects.select_related("instelling", "gebruiker")))
    )
    beelden = {doel.pk: Doelbeeld(doel) for doel in Doel.objects.zichtbaar_voor(blik).select_related("hoofddoel")}
    gevraagd, los = [], []
    for afspraak in afspraken:
        if afspraak.gevraagd and afspraak.staat in NOG_NIETS_GEVRAAGD:
            gevraagd.append(afspraak)
        elif afspraak.doel_id in beelden:
            beelden[afspraak.doel_id].afspraken.append(afspraak)
        else:
            los.append(afspraak)
    hoofddoelen = []
    for beeld in beelden.values():
        boven = beelden.get(beeld.doel.hoofddoel_id) if beeld.doel.hoofddoel_id else None
        if boven:
            boven.voorwaarden.append(beeld)
        else:
            # A condition whose goal the reader doesn't see stands by itself: its own wording, no more.
            hoofddoelen.append(beeld)
    # With whom one would do it, is for after the yes.
    ja = [afspraak.pk for afspraak in afspraken if not afspraak.kaal]
    mensen = list(blik.deelnemers(Deelnemer.objects.filter(afspraken__in=ja)).actief())
    return Planbeeld(
        plan=plan,
        blik=blik,
        doelen=hoofddoelen,
        gezinsleden=[mens for mens in mensen if mens.soort == SoortDeelnemer.GEZINSLID],
        betrokkenen=[mens for mens in mensen if mens.soort != SoortDeelnemer.GEZINSLID],
        gevraagd=gevraagd,
        los=los,
    )
