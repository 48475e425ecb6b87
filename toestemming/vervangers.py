"""Who of a family's professionals is away on the day of a page, and who stands in: said wherever their names stand (I6).

Works the coordinator there no more, then whom to call until somebody follows (Z3, E10).
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gezinnen.models import Deelnemer
from gezinnen.selectie import wie_belt_men_nu
from instanties.models import Gebruiker, Instelling
from instanties.vervanging import PLANWERK, waarnemers
from toestemming.rondom import rondom
from toestemming.zicht import Blik


@dataclass(frozen=True)
class Weg:
    """Somebody is away; `vervanger` None: nobody can stand in.

    `tot_en_met` None: for good, and `vervanger` is whom to call; without anybody that is the instelling, `belt`.
    """

    wie: Gebruiker
    tot_en_met: date | None
    vervanger: Gebruiker | None
    belt: Instelling | None = None


def wie_is_afwezig(blik: Blik) -> dict[UUID, Weg]:
    """By account; asked once for each view: one query when everybody is there."""
    gevonden: dict[UUID, Weg] | None = getattr(blik, "_weg", None)
    if gevonden is None:
        gevonden = _lees(blik)
        object.__setattr__(blik, "_weg", gevonden)
    return gevonden


def _lees(blik: Blik) -> dict[UUID, Weg]:
    schap = blik.coordinatorschap
    gevonden = _afwezig(blik)
    if schap is not None and blik.coordinator_weg:
        belt = wie_belt_men_nu(schap)
        gevonden[schap.gebruiker_id] = Weg(schap.gebruiker, None, belt, None if belt else schap.instelling)
    return gevonden


def _afwezig(blik: Blik) -> dict[UUID, Weg]:
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
    wordt = waarnemers(wie, blik.op, afwezig=list(rijen), rol=PLANWERK)
    return {
        pk: Weg(rij.wie, rij.tot_en_met, een.gebruiker if (een := wordt.get((pk, waar[pk], blik.gezin.pk))) else None)
        for pk, rij in rijen.items()
    }
