"""Who of a family's professionals is away on the day of a page, and who stands in: said wherever their names stand (I6)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinnen.models import Deelnemer
from instanties.models import Gebruiker
from instanties.vervanging import PLANWERK, waarnemers
from toestemming.rondom import rondom
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
    rijen = {rij.wie_id: rij for rij in rondom(blik.gezin.pk, blik.op).afwezig}
    if not rijen:
        return {}
    schap = blik.coordinatorschap
    # For the instelling of the part that is taken in this family, and in the work that is done here.
    deel = Deelnemer.objects.actief().filter(gezin=blik.gezin, gebruiker__in=list(rijen))
    waar = {**dict.fromkeys(rijen), **dict(deel.values_list("gebruiker_id", "instelling_id"))}
    if schap and schap.gebruiker_id in rijen:
        waar[schap.gebruiker_id] = schap.instelling_id
    wie = [(rij.wie, waar[pk], blik.gezin.pk) for pk, rij in rijen.items()]
    wordt = waarnemers(wie, blik.op, weg=list(rijen), rol=PLANWERK)
    return {
        pk: Weg(rij.wie, rij.tot_en_met, een.gebruiker if (een := wordt.get((pk, waar[pk], blik.gezin.pk))) else None)
        for pk, rij in rijen.items()
    }
