"""What the privacy officer asks of the logboek: rows of one employee, of one family, a data leak, unusual reading (X1).

Numbers, names of professionals, moments, kinds of subject: nothing that stands in a plan, and nobody of a family or its
network by name: beside a plan's number that would say whose plan it is.
"""

import statistics
import uuid
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from core.names import person_order
from gezinnen.models import Coordinatorschap, Deelnemer
from instanties.models import Gebruiker, Leefgebied
from logboek.models import Logregel, Onderzoek, SoortOnderzoek, Uitkomst
from toestemming.inzage import AMBTSHALVE, KIJKEN
from toestemming.onderwerpen import GEGEVENS

# The rule for unusual reading, as it stands beside the list.
MINSTENS_GEZINNEN = 10
KEER_GEWOON = 3
MINSTENS_GEWEIGERD = 3


def logregels(onderzoek: Onderzoek) -> QuerySet[Logregel]:
    """The rows of the logboek that answer a question about one employee or one family, the newest first."""
    rijen = Logregel.objects.filter(op__gte=onderzoek.van, op__lt=onderzoek.tot).order_by("-op", "id")
    if onderzoek.soort == SoortOnderzoek.MEDEWERKER:
        # Attempts to log in with that account count too: nobody was logged in yet.
        return rijen.filter(
            Q(gebruiker_id=onderzoek.gebruiker_id) | Q(object_soort="account", object_id=onderzoek.gebruiker_id)
        )
    rijen = rijen.filter(gezin_id=onderzoek.gezin_id)
    return rijen.filter(over_wie__contains=[onderzoek.over_wie]) if onderzoek.over_wie else rijen


def naam_van(gebruiker_id: uuid.UUID | None, naam: str, uit_gezinnen: Container[uuid.UUID]) -> str:
    """The name of who did something; of who is no professional only that."""
    return _("iemand van een gezin of netwerk") if gebruiker_id in uit_gezinnen else naam


def uit_gezinnen(onderzoek: Onderzoek) -> set[uuid.UUID]:
    """Who of the rows between these moments is no professional. One query."""
    wie = Logregel.objects.filter(op__gte=onderzoek.van, op__lt=onderzoek.tot, gebruiker_id__isnull=False)
    return set(
        Gebruiker.objects.filter(is_professional=False, pk__in=wie.order_by().values("gebruiker_id")).values_list(
            "pk", flat=True
        )
    )


def zonder_namen_van_gezin(rijen: Iterable[Logregel], onderzoek: Onderzoek) -> Iterator[Logregel]:
    """These rows as the privacy officer reads them."""
    verborgen = uit_gezinnen(onderzoek)
    for rij in rijen:
        rij.gebruiker_naam = naam_van(rij.gebruiker_id, rij.gebruiker_naam, verborgen)
        yield rij


def telling(onderzoek: Onderzoek) -> dict[str, int]:
    """How many of those rows were let through, and how many refused."""
    return logregels(onderzoek).aggregate(
        gelukt=Count("pk", filter=Q(uitkomst=Uitkomst.GELUKT)),
        geweigerd=Count("pk", filter=Q(uitkomst=Uitkomst.GEWEIGERD)),
    )


def gelezen(onderzoek: Onderzoek) -> QuerySet[Any]:
    """For a data leak: who read which plan, how often, first and last; one row per reader and plan."""
    return (
        Logregel.objects.filter(
            op__gte=onderzoek.van, op__lt=onderzoek.tot, gezin_id__isnull=False, gebruiker_id__isnull=False,
            handeling__in=KIJKEN, uitkomst=Uitkomst.GELUKT,
        )
        .order_by()
        .values("gebruiker_id", "gebruiker_naam", "instelling_naam", "gezin_id", "gezin_nummer")
        .annotate(aantal=Count("pk"), eerst=Min("op"), laatst=Max("op"))
        .order_by("gebruiker_naam", "gezin_nummer", "gebruiker_id", "gezin_id", "instelling_naam")
    )  # fmt: skip


def met_gebieden(onderzoek: Onderzoek, rijen: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """These rows of `gelezen` with the kinds of information in words; one query."""
    gevonden = list(rijen)
    gebieden: dict[tuple[uuid.UUID | None, uuid.UUID | None], set[str]] = defaultdict(set)
    for lezer, gezin, delen in (
        Logregel.objects.filter(
            op__gte=onderzoek.van, op__lt=onderzoek.tot, handeling__in=KIJKEN, uitkomst=Uitkomst.GELUKT,
            gebruiker_id__in={rij["gebruiker_id"] for rij in gevonden}, gezin_id__in={rij["gezin_id"] for rij in gevonden},
        )
        .order_by()
        .values_list("gebruiker_id", "gezin_id", "onderwerpen")
        .distinct()
    ):  # fmt: skip
        gebieden[lezer, gezin] |= {gebied_in_woorden(deel) for deel in delen}
    verborgen = uit_gezinnen(onderzoek)
    return [
        {
            **rij,
            "gebruiker_naam": naam_van(rij["gebruiker_id"], rij["gebruiker_naam"], verborgen),
            "gebieden": sorted(gebieden[rij["gebruiker_id"], rij["gezin_id"]]),
        }
        for rij in gevonden
    ]


def gebied_in_woorden(deel: str) -> str:
    """Of a topic only the kind of information, not about whom."""
    soort = deel.partition(":")[0]
    if soort == GEGEVENS:
        return "persoonsgegevens"
    return str(Leefgebied(soort).label) if soort in Leefgebied.values else "onbekend"


@dataclass(frozen=True)
class Opvallend:
    """A reader who stands out, with the counts that say why."""

    gebruiker_id: uuid.UUID | None
    naam: str
    gezinnen: int
    vreemd: int
    geweigerd: int
    veel: bool


@dataclass(frozen=True)
class Opvallenden:
    """Who stands out, and against what they were measured."""

    gewoon: float
    grens: int
    lezers: list[Opvallend] = field(default_factory=list)


def opvallend(onderzoek: Onderzoek) -> Opvallenden:
    """Readers who read clearly more families than usual, families they don't take part in, or were often refused."""
    doet_mee = Deelnemer.objects.filter(gezin=OuterRef("gezin_id"), gebruiker=OuterRef("gebruiker_id"))
    coordineert = Coordinatorschap.objects.filter(gezin=OuterRef("gezin_id"), gebruiker=OuterRef("gebruiker_id"))
    gelukt = Q(uitkomst=Uitkomst.GELUKT)
    # Who reads a stagnatie as manager or official doesn't take part either, and should.
    ambtshalve = Q(object_soort="stagnatie") | Q(rol__in=AMBTSHALVE)
    per_lezer = list(
        Logregel.objects.filter(
            op__gte=onderzoek.van, op__lt=onderzoek.tot, gezin_id__isnull=False, gebruiker_id__isnull=False,
            handeling__in=KIJKEN,
        )
        .order_by()
        .annotate(bekend=Exists(doet_mee) | Exists(coordineert))
        .values("gebruiker_id", "gebruiker_naam")
        .annotate(
            gezinnen=Count("gezin_id", distinct=True, filter=gelukt),
            vreemd=Count("gezin_id", distinct=True, filter=gelukt & Q(bekend=False) & ~ambtshalve),
            geweigerd=Count("pk", filter=Q(uitkomst=Uitkomst.GEWEIGERD)),
        )
    )  # fmt: skip
    gewoon = statistics.median([rij["gezinnen"] for rij in per_lezer if rij["gezinnen"]] or [0])
    grens = max(MINSTENS_GEZINNEN, int(KEER_GEWOON * gewoon))
    verborgen = uit_gezinnen(onderzoek)
    lezers = [
        Opvallend(
            rij["gebruiker_id"], naam_van(rij["gebruiker_id"], rij["gebruiker_naam"], verborgen), rij["gezinnen"],
            rij["vreemd"], rij["geweigerd"], veel=rij["gezinnen"] > grens,
        )
        for rij in per_lezer
        if rij["gezinnen"] > grens or rij["vreemd"] or rij["geweigerd"] >= MINSTENS_GEWEIGERD
    ]  # fmt: skip
    lezers.sort(key=lambda lezer: (-lezer.vreemd, -lezer.geweigerd, -lezer.gezinnen, person_order(lezer.naam)))
    return Opvallenden(gewoon, grens, lezers)
