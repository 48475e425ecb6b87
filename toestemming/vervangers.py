"""Who of a family's professionals is away on the day of a page, and who stands in: said wherever their names stand (I6)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from gezinnen.models import SoortDeelnemer
from instanties.models import Gebruiker, Vervanging
from instanties.vervanging import waarnemers
from toestemming.zicht import Blik


@dataclass(frozen=True)
class Weg:
    """Somebody is away; `vervanger` None: nobody can stand in."""

    wie: Gebruiker
    tot_en_met: date
    vervanger: Gebruiker | None


def wie_is_weg(blik: Blik) -> dict[UUID, Weg]:
    """By account; asked once for each view: one query when everybody is there."""
    gevonden: dict[UUID, Weg] | None = getattr(blik, "_weg", None)
    if gevonden is None:
        gevonden = _lees(blik)
        object.__setattr__(blik, "_weg", gevonden)
    return gevonden


def _lees(blik: Blik) -> dict[UUID, Weg]:
    hier = Q(
        wie__deelnames__gezin=blik.gezin,
        wie__deelnames__gestopt_op__isnull=True,
        wie__deelnames__soort=SoortDeelnemer.PROFESSIONAL,
    )
    schap = blik.coordinatorschap
    if schap is not None:
        hier |= Q(wie=schap.gebruiker_id)
    rijen = {rij.wie_id: rij for rij in Vervanging.objects.op(blik.op).filter(hier).select_related("wie").distinct()}
    if not rijen:
        return {}
    # The coordinator for the instelling of that part; of the others any of their organisations.
    waar = {pk: schap.instelling_id if schap and pk == schap.gebruiker_id else None for pk in rijen}
    wordt = waarnemers([(rij.wie, waar[pk], blik.gezin.pk) for pk, rij in rijen.items()], blik.op)
    return {
        pk: Weg(rij.wie, rij.tot_en_met, een.gebruiker if (een := wordt.get((pk, waar[pk], blik.gezin.pk))) else None)
        for pk, rij in rijen.items()
    }
