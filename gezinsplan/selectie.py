"""Questions about a plan that several uses ask: who is asked, who is told, who is missing. Always for whole lists."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet

from core.kept_queries import Rows, kept
from gezinnen.models import Deelnemer, DeelnemerQuerySet
from gezinnen.selectie import coordinatoren
from gezinsplan.models import Aanvaarding, Afspraak, Doel, Doelstaat, Reactie
from gezinsplan.models.afspraak import OPEN_AFSPRAAK
from instanties.models import Gebruiker
from instanties.selectie import na_code_q
from instanties.vaste_lezer import slots
from toestemming.models import Veiligheidsvlag
from toestemming.zicht import Blik, kijkers


@dataclass
class Betrokkenheid:
    """Around one afspraak: its doers, who can be asked about it, and the coordinator of the family."""

    uitvoerders: list[Deelnemer] = field(default_factory=list)
    coordinator: Gebruiker | None = None
    # From whom a safety flag keeps what it is about: they aren't asked, for themselves nor for another.
    mag_niet_weten: frozenset[UUID] = frozenset()
    # Those of them by a flag of which the coordinator may not know: that she is asked instead would tell her.
    in_stilte: frozenset[UUID] = frozenset()

    @property
    def doeners(self) -> list[Gebruiker]:
        """The accounts that answer for the doers: the own one, else the navrager's, else the coordinator's (G17)."""
        gevonden: dict[UUID, Gebruiker] = {}
        for uitvoerder in self.uitvoerders:
            gebruiker = _account(uitvoerder, self.mag_niet_weten)
            if gebruiker is None and not self.in_stilte & {uitvoerder.pk, uitvoerder.navrager_id}:
                gebruiker = self.coordinator
            if gebruiker:
                gevonden[gebruiker.pk] = gebruiker
        return list(gevonden.values())

    @property
    def doeners_en_coordinator(self) -> list[Gebruiker]:
        """Those who are asked when a term has passed (E12)."""
        gevonden = {gebruiker.pk: gebruiker for gebruiker in self.doeners}
        if self.coordinator:
            gevonden.setdefault(self.coordinator.pk, self.coordinator)
        return list(gevonden.values())

    @property
    def professionals(self) -> list[Deelnemer]:
        """The doers whose share is a professional's; the coordinator's own included."""
        return [uitvoerder for uitvoerder in self.uitvoerders if uitvoerder.is_professional]

    @property
    def zonder_account(self) -> list[Deelnemer]:
        """Doers for whom somebody else records (G17)."""
        return [uitvoerder for uitvoerder in self.uitvoerders if uitvoerder.gebruiker_id is None]


def _account(deelnemer: Deelnemer, mag_niet_weten: frozenset[UUID]) -> Gebruiker | None:
    if deelnemer.gestopt_op is not None or deelnemer.pk in mag_niet_weten:
        return None
    if deelnemer.gebruiker and deelnemer.gebruiker.is_active:
        return deelnemer.gebruiker
    navrager = deelnemer.navrager
    if navrager and navrager.pk in mag_niet_weten:
        return None
    if navrager and navrager.gestopt_op is None and navrager.gebruiker and navrager.gebruiker.is_active:
        return navrager.gebruiker
    return None


def betrokkenheid(afspraken: Sequence[Afspraak]) -> dict[UUID, Betrokkenheid]:
    """For each afspraak (with `doel.plan` loaded) who is around it: two queries for the whole list."""
    if not afspraken:
        return {}
    uitvoerders: dict[UUID, list[Deelnemer]] = defaultdict(list)
    niet: dict[UUID, set[UUID]] = defaultdict(set)
    stil: dict[UUID, set[UUID]] = defaultdict(set)
    for rij in _uitvoerders(None, afspraken=[afspraak.pk for afspraak in afspraken]):
        uitvoerders[rij.afspraak_id].append(rij.deelnemer)
        niet[rij.afspraak_id].update(rij.weten_niet)
        stil[rij.afspraak_id].update(rij.weten_niet_stil)
    coordinatoren = coordinatoren_van({afspraak.doel.plan.gezin_id for afspraak in afspraken})
    return {
        afspraak.pk: Betrokkenheid(
            uitvoerders[afspraak.pk],
            coordinatoren.get(afspraak.doel.plan.gezin_id),
            frozenset(niet[afspraak.pk]),
            frozenset(stil[afspraak.pk]),
        )
        for afspraak in afspraken
    }


@kept
def _uitvoerders(_vorm: None) -> Rows:
    """Who does some afspraken, with who answers for them and who may not know."""
    doet = Afspraak.uitvoerders.through.objects.filter(afspraak__in=slots("afspraken")).annotate(**_wie_niet())
    op_volgorde = doet.order_by("deelnemer__soort", "deelnemer__naam_volgorde", "deelnemer_id")
    return Rows(op_volgorde, met=["deelnemer__gebruiker", "deelnemer__navrager__gebruiker"])


def _wie_niet() -> dict[str, ArraySubquery]:
    """Of a doer and who asks after it for him those from whom a safety flag keeps what it is about; but what they said yes to
    before, they do."""
    ja = Aanvaarding.objects.ja().voor_een_vlag()
    vlaggen = Veiligheidsvlag.objects.geldend().filter(
        ~Exists(ja.filter(afspraak=OuterRef(OuterRef("afspraak")), deelnemer=OuterRef("voor_wie"))),
        Q(voor_wie=OuterRef("deelnemer")) | Q(voor_wie=OuterRef("deelnemer__navrager")),
        over_wie__overlap=OuterRef("afspraak__over_wie"),
    )
    return {
        "weten_niet": ArraySubquery(vlaggen.values("voor_wie")),
        "weten_niet_stil": ArraySubquery(vlaggen.filter(zonder_coordinator=True).values("voor_wie")),
    }


def uitvoerders_over(gezinslid: Deelnemer) -> QuerySet[Deelnemer]:
    """Who carries out what is about this gezinslid alone: he or she knows who helps (X5)."""
    return Deelnemer.objects.filter(afspraken__over_wie=[gezinslid.pk])


def coordinatoren_van(gezin_ids: Iterable[UUID]) -> dict[UUID, Gebruiker]:
    """The account of the coordinator per family; a family without one is left out."""
    return {gezin_id: schap.gebruiker for gezin_id, schap in coordinatoren(gezin_ids).items()}


def deelnemende_gebruikers(gezin_id: UUID) -> list[Gebruiker]:
    """Everyone with an account who takes part in this family's plan now."""
    return list(
        Gebruiker.objects.filter(
            deelnames__gezin_id=gezin_id, deelnames__gestopt_op__isnull=True, is_active=True
        ).distinct()
    )


def wie_ziet(doel: Doel, op: date) -> list[Gebruiker]:
    """Everyone with an account who sees this goal, its wording at least: who is told about it (T3). A fixed number of queries."""
    gezin_id = doel.plan.gezin_id
    mensen = list(
        Deelnemer.objects.actief().filter(gezin=gezin_id, gebruiker__is_active=True).select_related("gebruiker")
    )
    ogen = kijkers(mensen, op)
    coordinator = coordinatoren_van([gezin_id]).get(gezin_id)
    doet_mee = set(Aanvaarding.objects.ja().filter(afspraak__doel=doel).values_list("deelnemer_id", flat=True))

    def ziet(mens: Deelnemer) -> bool:
        kijker = ogen[mens.pk]
        heel = kijker.ziet(doel.over_wie, doel.leefgebieden, doel.pk)
        return heel or (kijker.helpt and mens.pk in doet_mee and not kijker.verborgen.intersection(doel.over_wie))

    return [
        mens.gebruiker
        for mens in mensen
        if mens.gebruiker is not None and (mens.gebruiker == coordinator or ziet(mens))
    ]


def uitvoerders_voor(blik: Blik) -> DeelnemerQuerySet:
    """The doers of every afspraak that this reader sees: people whom he or she knows (T3)."""
    zichtbaar = Afspraak.objects.zichtbaar_voor(blik).order_by().values("pk")
    return Deelnemer.objects.filter(gezin=blik.gezin, afspraken__in=zichtbaar)


def bekend_in_plan(blik: Blik, mensen: Iterable[Gebruiker]) -> dict[UUID, UUID | None]:
    """Those whom this reader finds on the own plan page, with the instelling for which they take part there (T3)."""
    wie = {mens.pk for mens in mensen}
    hier = blik.deelnemers(uitvoerders_voor(blik)).filter(gebruiker__in=wie)
    gevonden: dict[UUID, UUID | None] = {
        pk: waar for pk, waar in hier.values_list("gebruiker_id", "instelling_id") if pk
    }
    if (schap := blik.coordinatorschap) is not None and schap.gebruiker_id in wie:
        gevonden[schap.gebruiker_id] = schap.instelling_id
    return gevonden


def lopende_onderdelen(gezin_id: UUID) -> list[Doel | Afspraak]:
    """The goals and afspraken of this family that run or still have to: what consent may be asked for (T1)."""
    doelen = Doel.objects.filter(plan__gezin=gezin_id, staat=Doelstaat.LOOPT)
    afspraken = Afspraak.objects.filter(doel__plan__gezin=gezin_id, staat__in=OPEN_AFSPRAAK)
    return [*doelen, *afspraken]


def onbenoemde_onderdelen(gezin_id: UUID) -> list[Doel | Afspraak]:
    """Those of them of which nobody said yet what they are about; not what follows another in that."""
    return [deel for deel in lopende_onderdelen(gezin_id) if deel.is_onbenoemd and not deel.volgt]


def reacties_bij(deel: Doel | Afspraak) -> QuerySet[Reactie]:
    """What was said about this part, with whether it was said after a code of somebody else (G14, I8)."""
    return deel.reacties.annotate(na_code=na_code_q()).select_related("door", "door_deelnemer", "namens")


def afgeschermd(over_wie: Collection[UUID]) -> QuerySet[Veiligheidsvlag]:
    """The safety flags that keep one of these gezinsleden from somebody: who does something about them, reads of them (X5)."""
    return Veiligheidsvlag.objects.geldend().filter(over_wie__overlap=list(over_wie))
