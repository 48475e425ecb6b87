"""What was shared on these lines until now: who read it, when, on the screen or on paper (T3, AVG 19)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from core.tijdwoorden import AMSTERDAM
from gezinnen.models import Deelnemer
from logboek.models import Handeling, Regel, Uitkomst
from toestemming import onderwerpen
from toestemming.inzage import KIJKEN
from toestemming.models import Grondslag, Toestemming
from toestemming.namen import namen_voor
from toestemming.teksten import over_in_woorden
from toestemming.zicht import Blik

MEEST = 200


@dataclass
class Gelezen:
    """One reader on one day."""

    dag: date
    wie: str
    wat: list[str]
    op_papier: bool


def gelezen(blik: Blik, regels: Iterable[Toestemming]) -> list[Gelezen]:
    """Who read what these lines opened, the latest first, folded by day. Three queries."""
    lijst = list(regels)
    topics = {onderwerpen.onderwerp(regel.leefgebied, regel.over_id): regel for regel in lijst}
    gronden = set(
        Grondslag.objects.filter(gezin=blik.gezin, voor_object__in=[regel.pk for regel in lijst]).values_list(
            "pk", flat=True
        )
    )
    if not gronden:
        return []
    rijen = Regel.objects.filter(
        gezin_id=blik.gezin.pk,
        uitkomst=Uitkomst.GELUKT,
        handeling__in=KIJKEN,
        grondslag_ids__overlap=sorted(gronden),
        onderwerpen__overlap=sorted(topics),
    ).order_by("-op")[:MEEST]
    namen = {
        mens.gebruiker_id: namen_voor(blik).met_werk(mens, mens.instelling)
        for mens in Deelnemer.objects.filter(gezin=blik.gezin, gebruiker__isnull=False).select_related("instelling")
    }
    gevonden: dict[tuple[date, str], Gelezen] = {}
    for rij in rijen:
        dag = rij.op.astimezone(AMSTERDAM).date()
        wie = namen.get(rij.gebruiker_id) or _("iemand van %(instelling)s") % {"instelling": rij.instelling_naam}
        wat = [
            over_in_woorden(topics[deel].leefgebied, topics[deel].over) for deel in rij.onderwerpen if deel in topics
        ]
        beeld = gevonden.setdefault((dag, wie), Gelezen(dag, wie, [], False))
        beeld.wat = sorted({*beeld.wat, *wat})
        beeld.op_papier |= rij.handeling in (Handeling.AFDRUKKEN, Handeling.EXPORTEREN)
    return list(gevonden.values())
