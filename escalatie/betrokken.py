"""Which instellingen take part in what is stuck: their managers hear that it is theirs now, and say what they can do (E4).

The coordinator's; each of which somebody works on what is stuck, having said yes to that or seeing it by the consent in force;
never where a safety flag keeps it from who works there (T3, X5). Where the whole plan is stuck, of everybody who sees all of it.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from escalatie.models import Stagnatie
from escalatie.ontvangers import Ontvangers
from gezinsplan.models import Aanvaarding, Afspraak, Afspraakstaat
from instanties.models import Instelling

NIET_MEER = (Afspraakstaat.GEDAAN, Afspraakstaat.VERVALLEN)


def instellingen(stagnaties: Sequence[Stagnatie], ontvangers: Ontvangers) -> dict[UUID, dict[Instelling, bool]]:
    """Per stagnatie the active instellingen that take part in it, each with whether somebody there sees all that it is about.

    Two queries.
    """
    werken = _wie_werken([stagnatie.doel_id for stagnatie in stagnaties if stagnatie.doel_id])
    gevonden: dict[UUID, dict[UUID, bool]] = defaultdict(dict)
    for stagnatie in stagnaties:
        hier = gevonden[stagnatie.pk]
        schap = ontvangers.coordinatorschap(stagnatie)
        if schap is not None and schap.instelling_id:
            hier[schap.instelling_id] = True
        for mens, ziet in ontvangers.professionals(stagnatie):
            zei_ja = werken[stagnatie.doel_id].get(mens.pk) if stagnatie.doel_id else None
            doet_mee = zei_ja or (ziet and (stagnatie.doel_id is None or zei_ja is not None))
            if mens.instelling_id and (doet_mee or ontvangers.heeft_aandeel(mens, stagnatie)):
                hier[mens.instelling_id] = hier.get(mens.instelling_id, False) or ziet
    bekend = Instelling.objects.filter(actief=True).in_bulk({pk for hier in gevonden.values() for pk in hier})
    return {
        pk: {bekend[een]: hier[een] for een in sorted(hier, key=str) if een in bekend} for pk, hier in gevonden.items()
    }


def _wie_werken(doelen: Sequence[UUID]) -> dict[UUID, dict[UUID, bool]]:
    """Per goal who carries out what isn't done yet under it or under a goal of it, and whether he said yes to any of that."""
    gevonden: dict[UUID, dict[UUID, bool]] = defaultdict(dict)
    ja = Aanvaarding.objects.ja().filter(afspraak=OuterRef("afspraak"), deelnemer=OuterRef("deelnemer"))
    doen = Afspraak.uitvoerders.through.objects.filter(
        Q(afspraak__doel__in=doelen) | Q(afspraak__doel__hoofddoel__in=doelen), deelnemer__gestopt_op__isnull=True
    ).exclude(afspraak__staat__in=NIET_MEER)
    met_ja: Any = doen.annotate(zei_ja=Exists(ja))
    rijen = met_ja.values_list("afspraak__doel", "afspraak__doel__hoofddoel", "deelnemer", "zei_ja")
    for doel, hoofddoel, mens, zei_ja in rijen:
        for van in {doel, hoofddoel} - {None}:
            gevonden[van][mens] = gevonden[van].get(mens, False) or zei_ja
    return gevonden
