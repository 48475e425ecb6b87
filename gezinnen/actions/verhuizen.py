"""Somebody of family or network takes part by the account that he had already: one person, one account (I9)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from berichten.actions import geef_berichten_door
from core.errors import RuleError
from gezinnen.actions.contact import hernoem
from gezinnen.actions.toegang import controleer_niet_dubbel
from gezinnen.models import Deelnemer, SoortDeelnemer
from gezinnen.permissions import herzie_verleningen
from gezinnen.signalen import deelname_verhuisd, persoon_veranderd
from instanties.models import Gebruiker


@transaction.atomic
def verhuis_deelnames(van: Gebruiker, naar: Gebruiker, *, nu: datetime, door: Gebruiker) -> None:
    """Who takes part by an account that was never used, does so from now on by the account that he had (I9, T3).

    His name, mail and phone are those of that account. Nothing is written in the family's log that wouldn't be for who logs
    in for the first time. Raises RuleError when he takes part nowhere any more, or in that family already.
    """
    rijen = list(
        Deelnemer.objects.actief()
        .filter(gebruiker=van)
        .exclude(soort=SoortDeelnemer.PROFESSIONAL)
        .select_related("gezin")
        .select_for_update(of=("self",))
        .order_by("pk")
    )
    if not rijen:
        raise RuleError(_("Deze uitnodiging is niet meer nodig."))
    for deelnemer in rijen:
        controleer_niet_dubbel(deelnemer, naar)
        deelnemer.gebruiker = naar
        deelnemer.save(update_fields=["gebruiker"])
        persoon_veranderd.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door)
        herzie_verleningen(deelnemer.gezin, van)
        herzie_verleningen(deelnemer.gezin, naar)
        geef_berichten_door(van, naar, gezin=deelnemer.gezin_id)
        deelname_verhuisd.send(Deelnemer, deelnemer=deelnemer, oud=van, nu=nu, door=door)
    hernoem(naar, nu=nu, door=door)
