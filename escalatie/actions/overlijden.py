"""Who died is missing nothing any more: what is stuck about that one alone ends, and what others wait for goes on (I9, S15)."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from escalatie.actions import slot
from escalatie.actions.beurt import open_stappen_van
from escalatie.actions.oplossing import sluit
from escalatie.actions.verslag import Verslag
from escalatie.models import Medepartij, Oorzaak, SoortGebeurtenis, Stagnatie, Stagnatiestaat
from escalatie.ontvangers import Ontvangers
from gezinnen.models import Deelnemer
from instanties.models import Gebruiker


@transaction.atomic
def eindig_bij_overlijden(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker | None) -> None:
    """End the open stagnaties about this one's share, and those of a goal about nobody else; those concerned hear it kindly.

    What was reported about more than an afspraak, is of safety, or is the share of others too, goes on without this one:
    of the next of them, else of nobody in particular. What others were to get of what ends is the coordinator's to arrange.
    """
    Medepartij.objects.filter(deelnemer=deelnemer, stagnatie__staat=Stagnatiestaat.OPEN).delete()
    eigen = Q(partij=deelnemer) | Q(doel__over_wie=[deelnemer.pk])
    erover = Stagnatie.objects.open().filter(eigen, gezin=deelnemer.gezin_id)
    stagnaties = [rij for rij in slot.vergrendel(erover.values_list("pk", flat=True)).values() if rij.is_open]
    ten_einde = [stagnatie for stagnatie in stagnaties if not _gaat_door(stagnatie, deelnemer)]
    _zonder([rij for rij in stagnaties if rij not in ten_einde], deelnemer, nu=nu, door=door)
    sluit(ten_einde, Stagnatiestaat.VERVALLEN, nu=nu, door=door, behalve=deelnemer.gebruiker)


def _gaat_door(stagnatie: Stagnatie, wie: Deelnemer) -> bool:
    """Whether others depend on it."""
    if stagnatie.doel is not None and stagnatie.doel.over_wie == [wie.pk]:
        return False
    meer = stagnatie.gaat_voor or stagnatie.oorzaak not in (Oorzaak.AFSPRAAK_NIET_NAGEKOMEN, Oorzaak.DOET_NIET_MEE)
    return (meer or stagnatie.medepartijen.exists()) and not _is_er_al(stagnatie)


def _volgende(stagnatie: Stagnatie) -> Medepartij | None:
    return stagnatie.medepartijen.select_related("deelnemer__instelling").order_by("op", "id").first()


def _is_er_al(stagnatie: Stagnatie) -> bool:
    """Whether the same is open already for whom it would be of: that one goes on."""
    volgende = _volgende(stagnatie)
    zelfde = Stagnatie.objects.open().filter(gezin=stagnatie.gezin_id, doel=stagnatie.doel_id)
    return zelfde.filter(partij=volgende.deelnemer_id if volgende else None).exclude(pk=stagnatie.pk).exists()


def _zonder(stagnaties: list[Stagnatie], wie: Deelnemer, *, nu: datetime, door: Gebruiker | None) -> None:
    stappen = open_stappen_van([rij.pk for rij in stagnaties])
    verslag, ontvangers = Verslag(nu, door), Ontvangers(stagnaties, nu)
    for stagnatie in stagnaties:
        volgende = _volgende(stagnatie)
        stagnatie.partij = volgende.deelnemer if volgende else None
        stagnatie.save(update_fields=["partij"])
        if volgende:
            volgende.delete()
        verslag.gebeurde(stagnatie, SoortGebeurtenis.VERDER_ZONDER, stap=stappen[stagnatie.pk])
        anderen = [een for een in ontvangers.allen(stagnatie) if een.pk != wie.gebruiker_id]
        verslag.meld("stagnatie_verder_zonder", anderen, stagnatie, stagnatie.pk)
    verslag.schrijf()
