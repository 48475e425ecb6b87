"""A goal or an afspraak about which a stagnatie is open was closed in the plan: the ladder goes on, and it is told.

Closing is the coordinator's act; that it is solved, she and the family say together (E11). So nobody gets out of the
ladder by closing what it is about: the step, its keeper and its term stay as they are (E9).
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from escalatie.actions import slot
from escalatie.actions.beurt import open_stappen_van
from escalatie.actions.verslag import Verslag
from escalatie.models import SoortGebeurtenis, Stagnatie, StagnatieAfspraak
from escalatie.ontvangers import Ontvangers
from gezinsplan.models import Afspraak, Doel
from instanties.models import Gebruiker


@transaction.atomic
def noteer_afgesloten(
    afspraken: Collection[Afspraak], doelen: Collection[Doel], *, door: Gebruiker, nu: datetime
) -> None:
    """Write in the course of each open stagnatie about these that they were closed, and tell all concerned (E10).

    A goal that closes with its afspraken is one fact.
    """
    per_doel = {doel.pk: doel for doel in doelen}
    gekoppeld = StagnatieAfspraak.objects.filter(Q(afspraak__in=afspraken) | Q(afspraak__doel__in=doelen))
    erover = Stagnatie.objects.open().filter(Q(doel__in=doelen) | Q(pk__in=gekoppeld.values("stagnatie")))
    ids = list(erover.values_list("pk", flat=True))
    if not ids:
        return
    stagnaties = slot.vergrendel(ids)
    stappen = open_stappen_van(list(stagnaties))
    wat: dict[UUID, Doel | Afspraak] = {}
    for koppeling in gekoppeld.filter(stagnatie__in=ids).select_related("afspraak"):
        wat[koppeling.stagnatie_id] = per_doel.get(koppeling.afspraak.doel_id, koppeling.afspraak)
    verslag, ontvangers = Verslag(nu, door), Ontvangers(stagnaties.values(), nu)
    for stagnatie in stagnaties.values():
        if not stagnatie.is_open:
            continue
        hier = per_doel[stagnatie.doel_id] if stagnatie.doel_id in per_doel else wat[stagnatie.pk]
        soort = SoortGebeurtenis.DOEL_AFGESLOTEN if isinstance(hier, Doel) else SoortGebeurtenis.AFSPRAAK_VERVALLEN
        verslag.gebeurde(stagnatie, soort, stap=stappen[stagnatie.pk])
        verslag.meld(f"stagnatie_{soort}", ontvangers.allen(stagnatie), stagnatie, f"{hier.pk}:{hier.versie}")
    verslag.schrijf()
