"""Some reading of the plans, so that in the practice region too a family reads who looked (T7)."""

from gezinnen.models import Gezin
from gezinsplan.planbeeld import planbeeld
from instanties.models import Gebruiker
from logboek.actions import Logregelgegevens, schrijf_velen
from logboek.models import Handeling
from toestemming import onderwerpen
from toestemming.permissions import van_blik
from toestemming.zicht import blik


def lees_de_plannen() -> None:
    """Let every professional of a family have read once what he or she may see of its plan."""
    rijen = []
    for gezin in Gezin.objects.order_by("nummer"):
        lezers = Gebruiker.objects.filter(deelnames__gezin=gezin, deelnames__soort="professional").distinct()
        for lezer in lezers.order_by("naam_volgorde"):
            gezien = blik(lezer, gezin)
            if gezien is None or gezien.deelnemer is None:
                continue
            delen = planbeeld(gezien).onderdelen
            instelling = gezien.deelnemer.instelling
            rijen.append(
                Logregelgegevens(
                    handeling=Handeling.BEKIJKEN,
                    gebruiker=lezer,
                    rol=gezien.deelnemer.soort,
                    instelling_id=instelling.pk if instelling else None,
                    instelling_naam=instelling.naam if instelling else "",
                    leefgebieden=sorted({str(gebied) for deel in delen for gebied in deel.leefgebieden}),
                    onderwerpen=onderwerpen.van_onderdelen(delen),
                    object_soort="gezinsplan",
                    **van_blik(gezien),
                )
            )
    schrijf_velen(rijen)
