"""In the list of families: how much is new in each plan since its reader was there last (R2). See `sinds.py` for the plan.

Only where the reader sees the whole plan: a number over what somebody may not see would say something of it (T3).
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, F, OuterRef, QuerySet, Subquery, Value, When

from gezinnen.models import Gezin
from gezinsplan.models import OPEN_NAVRAAG, Afspraak, Afspraakstaat, Evaluatie, Gezinsplan, Navraag, Reactie
from gezinsplan.nieuws import NIEUWSBRONNEN
from instanties.models import Gebruiker
from logboek.models import Handeling, Logregel
from toestemming.zicht import Blik

# An earlier visit is looked for so far back: the logboek is long, and what is older isn't news.
VENSTER = timedelta(days=90)


class Sinds:
    """The last visit to each of these plans."""

    def __init__(self, bezoeken: Mapping[UUID, datetime]) -> None:
        self._bezoeken = bezoeken

    def tel(self, rijen: QuerySet[Any], gezin: str, op: str) -> QuerySet[Any]:
        """How many of these rows (their family by the path `gezin`, their moment in `op`) came after the visit."""
        bezoek = Case(*(When(**{gezin: pk}, then=Value(moment)) for pk, moment in self._bezoeken.items()))
        nieuw = rijen.filter(**{f"{gezin}__in": list(self._bezoeken), f"{op}__gt": bezoek})
        return nieuw.order_by().values(van_gezin=F(gezin)).annotate(aantal=Count("pk"))


def met_bezoek(gezinnen: QuerySet[Gezin], gebruiker: Gebruiker, nu: datetime) -> QuerySet[Gezin]:
    """Each with `bezocht`: when this person last read its plan, not long ago; else None. `nu`: real time, as the log."""
    gelezen = Logregel.objects.filter(
        gezin_id=OuterRef("pk"), gebruiker_id=gebruiker.pk, handeling=Handeling.BEKIJKEN, object_soort="gezinsplan",
        op__gt=nu - VENSTER,
    )  # fmt: skip
    return gezinnen.annotate(bezocht=Subquery(gelezen.order_by("-op").values("op")[:1]))


def nieuw_per_gezin(
    blikken: Iterable[Blik], bezocht: Mapping[UUID, datetime | None], gebruiker: Gebruiker, nu: datetime
) -> dict[UUID, int]:
    """How much is new per family. One query; none where nothing can be. `nu`: the domain's time."""
    bezoeken = {
        blik.gezin.pk: moment
        for blik in blikken
        if blik.ziet_alles and (moment := bezocht.get(blik.gezin.pk)) is not None
    }
    if not bezoeken:
        return {}
    sinds = Sinds(bezoeken)
    bronnen = [*_van_het_plan(sinds, gebruiker, nu), *(tel for bron in NIEUWSBRONNEN for tel in bron.per_gezin(sinds))]
    gevonden: dict[UUID, int] = {}
    for rij in bronnen[0].union(*bronnen[1:], all=True):
        gevonden[rij["van_gezin"]] = gevonden.get(rij["van_gezin"], 0) + rij["aantal"]
    return gevonden


def _van_het_plan(sinds: Sinds, ik: Gebruiker, nu: datetime) -> list[QuerySet[Any]]:
    """What `sinds.py` names on the plan itself."""
    gedaan = Afspraak.objects.filter(staat=Afspraakstaat.GEDAAN).exclude(vastgelegd_door=ik)
    begonnen = Afspraak.objects.filter(staat=Afspraakstaat.LOOPT, termijn__begint_op__lte=nu)
    gevraagd = Navraag.objects.filter(staat__in=OPEN_NAVRAAG)
    return [
        sinds.tel(Reactie.objects.exclude(door=ik), "doel__plan__gezin", "op"),
        sinds.tel(Reactie.objects.exclude(door=ik), "afspraak__doel__plan__gezin", "op"),
        sinds.tel(Evaluatie.objects.exclude(door=ik), "doel__plan__gezin", "op"),
        sinds.tel(gedaan, "doel__plan__gezin", "vastgelegd_op"),
        sinds.tel(begonnen, "doel__plan__gezin", "termijn__begint_op"),
        sinds.tel(gevraagd, "afspraak__doel__plan__gezin", "gesteld_op"),
        sinds.tel(Gezinsplan.objects.all(), "gezin", "geactiveerd_op"),
    ]
