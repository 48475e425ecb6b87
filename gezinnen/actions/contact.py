"""How somebody with an account is called: a fact of the account, and not twice (I9)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gezinnen.actions.gezin import schrijf_gezin
from gezinnen.models import Deelnemer
from gezinnen.signalen import persoon_veranderd
from instanties.models import Gebruiker
from logboek.models import Handeling


@transaction.atomic
def hernoem(gebruiker: Gebruiker, *, nu: datetime, door: Gebruiker) -> None:
    """Call this account's person by the new name in every plan where he takes part now (I9).

    The log, and what was printed, keep the old one. Who is shown by function stays so: the own name is behind it (X5).
    """
    for rij in (
        Deelnemer.objects.actief().filter(gebruiker=gebruiker).select_related("gezin").select_for_update(of=("self",))
    ):
        veld = "werkelijke_naam" if rij.is_functienaam else "naam"
        if getattr(rij, veld) == gebruiker.naam:
            continue
        setattr(rij, veld, gebruiker.naam)
        rij.versie += 1
        rij.save(update_fields=[veld, "versie"])
        schrijf_gezin(Handeling.WIJZIGEN, rij.gezin, rij, door, over_wie=_over(rij), melding=_("naam"))
        persoon_veranderd.send(Deelnemer, deelnemer=rij, nu=nu, door=door)


def _over(deelnemer: Deelnemer) -> list[UUID]:
    return [deelnemer.pk] if deelnemer.is_gezinslid else []
