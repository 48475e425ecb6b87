"""What in the plan is only about somebody who died ends with a death (I9)."""

from datetime import datetime

from django.utils.translation import gettext as _

from gezinnen.models import Deelnemer
from gezinsplan.actions.afspraken import sluit_af_als_vervallen
from gezinsplan.actions.evaluatie import stop_doel
from gezinsplan.actions.sloten import met_slot
from gezinsplan.actions.verslag import schrijf_over
from gezinsplan.models import Afspraak, Doel, Doelstaat
from gezinsplan.models.afspraak import OPEN_AFSPRAAK
from instanties.models import Gebruiker
from logboek.models import Handeling


def sluit_wat_over_de_dode_gaat(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker) -> None:
    """Goals, and afspraken, that are about nobody but who died are no longer needed; nobody gets a mail of it (I9).

    What is about others too goes on, and so does what is about the whole family.
    """
    reden = _("%(naam)s is overleden") % {"naam": deelnemer.naam}
    alleen = {"over_wie": [deelnemer.pk]}
    hier = {"plan__gezin": deelnemer.gezin_id}
    # A goal before the conditions under it, that close with it.
    doelen = Doel.objects.filter(staat=Doelstaat.LOOPT, **alleen, **hier)
    for doel in doelen.order_by("hoofddoel__pk", "pk"):
        if Doel.objects.filter(pk=doel.pk, staat=Doelstaat.LOOPT).exists():
            stop_doel(doel, reden, nu=nu, door=door, kiest_zelf=False)
    ids = Afspraak.objects.filter(staat__in=OPEN_AFSPRAAK, doel__plan__gezin=deelnemer.gezin_id, **alleen)
    afspraken = list(met_slot(list(ids.values_list("pk", flat=True))))
    for afspraak in afspraken:
        afspraak.waarom_vervallen = reden
    if afspraken:
        sluit_af_als_vervallen(afspraken, reden, nu=nu, door=door)
        schrijf_over(Handeling.WIJZIGEN, list(afspraken), door=door, melding=_("afspraak niet meer nodig"))
