"""Which instellingen take part in what is stuck: their managers hear that it is theirs now, and say what they can do (E4).

The coordinator's, and each of which somebody works on what is stuck and may see it: by the consent and the safety flags in
force (T3, X5). Where the whole plan is stuck, of everybody who sees all of it.
"""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from escalatie.models import Stagnatie
from escalatie.ontvangers import Ontvangers
from gezinsplan.models import Afspraak, Afspraakstaat
from instanties.models import Instelling

NIET_MEER = (Afspraakstaat.GEDAAN, Afspraakstaat.VERVALLEN)


def instellingen(stagnaties: Sequence[Stagnatie], ontvangers: Ontvangers) -> dict[UUID, list[Instelling]]:
    """Per stagnatie the active instellingen that take part in it, by their ids. Two queries."""
    werken = _wie_werken([stagnatie.doel_id for stagnatie in stagnaties if stagnatie.doel_id])
    ids: dict[UUID, set[UUID]] = defaultdict(set)
    for stagnatie in stagnaties:
        schap = ontvangers.coordinatorschap(stagnatie)
        ids[stagnatie.pk] = {schap.instelling_id} if schap is not None and schap.instelling_id else set()
        for mens in ontvangers.professionals(stagnatie):
            werkt = stagnatie.doel_id is None or mens.pk in werken[stagnatie.doel_id]
            if mens.instelling_id and (werkt or ontvangers.heeft_aandeel(mens, stagnatie)):
                ids[stagnatie.pk].add(mens.instelling_id)
    bekend = Instelling.objects.filter(actief=True).in_bulk({pk for rij in ids.values() for pk in rij})
    return {pk: [bekend[een] for een in sorted(rij, key=str) if een in bekend] for pk, rij in ids.items()}


def _wie_werken(doelen: Sequence[UUID]) -> dict[UUID, set[UUID]]:
    """Per goal who carries out what isn't done yet under it or under a goal of it."""
    gevonden: dict[UUID, set[UUID]] = defaultdict(set)
    doen = Afspraak.uitvoerders.through.objects.filter(
        Q(afspraak__doel__in=doelen) | Q(afspraak__doel__hoofddoel__in=doelen), deelnemer__gestopt_op__isnull=True
    ).exclude(afspraak__staat__in=NIET_MEER)
    for doel, hoofddoel, mens in doen.values_list("afspraak__doel", "afspraak__doel__hoofddoel", "deelnemer"):
        gevonden[doel].add(mens)
        if hoofddoel is not None:
            gevonden[hoofddoel].add(mens)
    return gevonden
