"""Saying that an afspraak is no longer needed (G5), never alone by whoever was to do it and is late (E15)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import RuleError
from gezinsplan.actions import invoer
from gezinsplan.actions.afspraken import sluit_af_als_vervallen, vertel_wie_het_ziet
from gezinsplan.actions.navraag import vraag_of_het_niet_nodig_is
from gezinsplan.actions.sloten import met_slot_een, open_gesprek
from gezinsplan.actions.verslag import schrijf_over
from gezinsplan.eigen_aandeel import eigen_en_te_laat
from gezinsplan.models import Afspraak, Afspraakstaat
from instanties.models import Gebruiker
from logboek.models import Handeling


@transaction.atomic
def laat_vervallen(afspraak: Afspraak, reden: str, *, nu: datetime, door: Gebruiker) -> Afspraak:
    """Say that an afspraak is no longer needed, and why; all who see it hear it (E10).

    Late and the coordinator's own: then the family's yes ends it, and until then it stays as it was (E15). About one of
    which she owes a talk, the talk says it (E12). Raises RuleError.
    """
    reden = invoer.tekst(reden, "reden", 1000, leeg=_("Zeg waarom deze afspraak niet meer nodig is."))
    afspraak = met_slot_een(afspraak.pk)
    if afspraak.staat in (Afspraakstaat.GEDAAN, Afspraakstaat.VERVALLEN):
        raise RuleError(_("Deze afspraak is al afgesloten."))
    if open_gesprek(afspraak) is not None:
        raise RuleError(_("Hierover staat nog een gesprek open. Leg dat vast, en dat dit niet meer nodig is."))
    if eigen_en_te_laat([afspraak], door):
        vraag_of_het_niet_nodig_is(afspraak, reden, nu=nu, door=door)
        return afspraak
    afspraak.waarom_vervallen = reden
    sluit_af_als_vervallen([afspraak], reden, nu=nu, door=door)
    vertel_wie_het_ziet(afspraak, "afspraak_vervallen", nu=nu, door=door)
    schrijf_over(Handeling.WIJZIGEN, [afspraak], door=door, melding=_("afspraak niet meer nodig"))
    return afspraak
