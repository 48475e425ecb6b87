"""What was shared on these lines until now: who read it, when, on the screen or on paper (T3, AVG 19)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from gezinnen.models import Deelnemer
from logboek.models import Handeling, Logregel, Uitkomst
from toestemming import onderwerpen
from toestemming.inzage import KIJKEN
from toestemming.models import Grondslag, Toestemming
from toestemming.namen import namen_voor
from toestemming.teksten import over_in_woorden
from toestemming.zicht import Blik
from woorden.tijdwoorden import AMSTERDAM

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
    per_regel = {regel.pk: regel for regel in regels}
    # Each ground opened one topic: what was read of another topic, was read on another ground.
    gronden = {
        grond: per_regel[regel_id]
        for grond, regel_id in Grondslag.objects.filter(gezin=blik.gezin, voor_object__in=per_regel).values_list(
            "pk", "voor_object"
        )
        if regel_id in per_regel
    }
    if not gronden:
        return []
    rijen = Logregel.objects.filter(
        gezin_id=blik.gezin.pk,
        uitkomst=Uitkomst.GELUKT,
        handeling__in=KIJKEN,
        grondslag_ids__overlap=sorted(gronden),
        onderwerpen__overlap=sorted({_topic(regel) for regel in gronden.values()}),
    ).order_by("-op")[:MEEST]
    namen = {
        mens.gebruiker_id: namen_voor(blik).met_werk(mens, mens.instelling)
        for mens in Deelnemer.objects.filter(gezin=blik.gezin, gebruiker__isnull=False).select_related("instelling")
    }
    gevonden: dict[tuple[date, str], Gelezen] = {}
    for rij in rijen:
        geopend = {gronden[pk] for pk in rij.grondslag_ids if pk in gronden}
        wat = [over_in_woorden(regel.leefgebied, regel.over) for regel in geopend if _topic(regel) in rij.onderwerpen]
        if not wat:
            continue
        dag = rij.op.astimezone(AMSTERDAM).date()
        wie = namen.get(rij.gebruiker_id) or _("iemand van %(instelling)s") % {"instelling": rij.instelling_naam}
        beeld = gevonden.setdefault((dag, wie), Gelezen(dag, wie, [], False))
        beeld.wat = sorted({*beeld.wat, *wat})
        beeld.op_papier |= rij.handeling in (Handeling.AFDRUKKEN, Handeling.EXPORTEREN)
    return list(gevonden.values())


def _topic(regel: Toestemming) -> str:
    return onderwerpen.onderwerp(regel.leefgebied, regel.over_id)
