"""The plan as one reader sees it, in its three parts: loaded once, the same for page, Ons plan and paper (T3, G9).

A fixed number of queries, whatever the length of the plan.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from gezinnen.models import Deelnemer, SoortDeelnemer
from gezinsplan.models import Afspraak, Afspraakstaat, Doel, Doelstaat, Gezinsplan
from toestemming.zicht import Blik


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

    @property
    def lopende_doelen(self) -> list[Doelbeeld]:
        return [beeld for beeld in self.doelen if beeld.doel.staat == Doelstaat.LOOPT]

    @property
    def bereikte_doelen(self) -> list[Doelbeeld]:
        return [beeld for beeld in self.doelen if beeld.doel.staat == Doelstaat.BEREIKT]

    @property
    def afspraken(self) -> list[Afspraak]:
        return [afspraak for beeld in self.doelen for afspraak in beeld.alle_afspraken]

    def kenmerk(self) -> list[Any]:
        """What makes this view this view: another list means that the reader now sees something else."""
        return [
            [self.plan.versie, self.plan.staat, self.plan.afstemming],
            [[str(a.pk), a.versie, a.staat, str(a.termijn and a.termijn.loopt_af_op)] for a in self.afspraken],
            [[str(b.doel.pk), b.doel.versie, b.doel.staat] for d in self.doelen for b in (d, *d.voorwaarden)],
            [[str(mens.pk), mens.versie] for mens in (*self.gezinsleden, *self.betrokkenen)],
            str(self.blik.coordinatorschap and self.blik.coordinatorschap.pk),
        ]


def planbeeld(blik: Blik) -> Planbeeld:
    """Load the plan of `blik.gezin` as this reader sees it (T3)."""
    plan = Gezinsplan.objects.get(gezin=blik.gezin)
    afspraken = list(
        Afspraak.objects.zichtbaar_voor(blik)
        .select_related("termijn", "doel", "vastgelegd_door")
        .prefetch_related(Prefetch("uitvoerders", Deelnemer.objects.select_related("instelling", "gebruiker")))
    )
    per_doel: dict[UUID, list[Afspraak]] = defaultdict(list)
    for afspraak in afspraken:
        per_doel[afspraak.doel_id].append(afspraak)
    beelden = {
        doel.pk: Doelbeeld(doel, per_doel[doel.pk])
        for doel in Doel.objects.zichtbaar_voor(blik).select_related("hoofddoel")
    }
    hoofddoelen = []
    for beeld in beelden.values():
        boven = beelden.get(beeld.doel.hoofddoel_id) if beeld.doel.hoofddoel_id else None
        if boven:
            boven.voorwaarden.append(beeld)
        else:
            # A condition whose goal the reader doesn't see stands by itself: its own wording, no more.
            hoofddoelen.append(beeld)
    mensen = list(
        blik.deelnemers(Deelnemer.objects.filter(afspraken__in=[afspraak.pk for afspraak in afspraken])).actief()
    )
    return Planbeeld(
        plan=plan,
        blik=blik,
        doelen=hoofddoelen,
        gezinsleden=[mens for mens in mensen if mens.soort == SoortDeelnemer.GEZINSLID],
        betrokkenen=[mens for mens in mensen if mens.soort != SoortDeelnemer.GEZINSLID],
    )
