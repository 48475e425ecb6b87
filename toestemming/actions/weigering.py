"""The rows of a 'no': said by itself, as the answer to a line, or by taking that line back (T8)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.timezone import localdate

from gezinnen.models import Deelnemer
from instanties.models import Gebruiker
from toestemming.kring import kring_van
from toestemming.models import Bereik, Toestemming, Weigering
from toestemming.ondertekenaars import telt


def leg_weigeringen_vast(nieuw: Sequence[Weigering], *, nu: datetime) -> list[Weigering]:
    """Keep these unsaved ones of one family, but those that stand already; returns what is new."""
    if not nieuw:
        return []
    staand = {
        (rij.wie_id, rij.bereik, rij.naar_wat) for rij in Weigering.objects.staand().filter(gezin=nieuw[0].gezin_id)
    }
    rijen = [rij for rij in nieuw if (rij.wie_id, rij.bereik, rij.naar_wat) not in staand]
    kring = kring_van(nieuw[0].gezin_id)
    for rij in rijen:
        rij.telt = telt(kring, rij, localdate(nu))
    return Weigering.objects.bulk_create(rijen)


def weiger_regels(wie: Deelnemer, regels: Iterable[Toestemming], *, nu: datetime, door: Gebruiker) -> None:
    """What somebody refuses or takes back, that receiver doesn't know by another's yes either (T8)."""
    leg_weigeringen_vast(
        [
            Weigering(
                gezin_id=regel.gezin_id,
                wie=wie,
                ontvanger_id=regel.ontvanger_id,
                ontvanger_instelling_id=regel.ontvanger_instelling_id,
                leefgebied=regel.leefgebied,
                bereik=Bereik.PERSONEN if regel.over_id else Bereik.SAMEN,
                over_id=regel.over_id,
                regel=regel,
                op=nu,
                vastgelegd_door=door,
            )
            for regel in regels
        ],
        nu=nu,
    )
