"""What somebody who stopped still did in the plan goes to another (I9)."""

from datetime import datetime

from django.utils.translation import gettext as _

from gezinnen.models import Deelnemer
from gezinnen.selectie import coordinator_deelnemers
from gezinsplan.actions.aanvaarden import vergeet_wie_stopt
from gezinsplan.actions.afspraken import vertel_uitvoerders
from gezinsplan.actions.mag_weten import eis_mag_weten
from gezinsplan.actions.sloten import met_slot
from gezinsplan.actions.verslag import schrijf_over
from gezinsplan.models import Afspraak, Afspraakstaat
from gezinsplan.models.afspraak import OPEN_AFSPRAAK
from gezinsplan.selectie import betrokkenheid
from instanties.models import Gebruiker
from logboek.models import Handeling
from termijnen.actions import vraag_aan


def geef_afspraken_over(deelnemer: Deelnemer, overnemer: Deelnemer | None, *, nu: datetime, door: Gebruiker) -> None:
    """Let another do what somebody who stopped still did: `overnemer`; else the other doers, else the coordinator.

    Nobody said yes for who takes it over: that is asked. A closed afspraak keeps the name of who did it.
    """
    ids = Afspraak.objects.filter(uitvoerders=deelnemer, staat__in=OPEN_AFSPRAAK).values_list("pk", flat=True)
    afspraken = met_slot(list(ids))
    coordinator = coordinator_deelnemers([deelnemer.gezin_id]).get(deelnemer.gezin_id)
    over = []
    for afspraak in afspraken:
        anderen = [mens for mens in afspraak.uitvoerders.all() if mens.gestopt_op is None and mens.pk != deelnemer.pk]
        erbij = overnemer or (None if anderen else coordinator)
        if erbij is None and not anderen:
            # Nobody coordinates: it is on the list of families without one.
            continue
        afspraak.uitvoerders.remove(deelnemer)
        if erbij is not None:
            if overnemer is not None:
                eis_mag_weten([afspraak], [overnemer], veld="overnemer", nu=nu)
            afspraak.uitvoerders.add(erbij)
        vergeet_wie_stopt(afspraak, nu=nu)
        over.append(afspraak)
    for pk, om_haar in betrokkenheid(over).items():
        termijn = next(afspraak.termijn for afspraak in over if afspraak.pk == pk)
        if termijn is not None and termijn.loopt:
            vraag_aan(termijn, [gebruiker.pk for gebruiker in om_haar.doeners])
    lopend = [afspraak for afspraak in over if afspraak.staat != Afspraakstaat.VOORSTEL]
    vertel_uitvoerders(lopend, "afspraak_gemaakt", nu=nu, door=door)
    schrijf_over(Handeling.WIJZIGEN, list(over), door=door, melding=_("een ander doet dit"))
