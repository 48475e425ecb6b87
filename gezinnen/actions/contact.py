"""How somebody with an account is reached, and called: facts of the account, with nothing of them twice (I9)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import NotAllowed
from gezinnen.actions.gezin import schrijf_gezin
from gezinnen.models import Deelnemer
from gezinnen.permissions import eis_coordinator, waarom_niet_uitnodigen
from gezinnen.signalen import persoon_veranderd
from instanties.actions import wijzig_gebruiker
from instanties.models import Gebruiker
from logboek.models import Handeling


@transaction.atomic
def wijzig_contact(deelnemer: Deelnemer, *, email: str, telefoon: str, nu: datetime, door: Gebruiker) -> Gebruiker:
    """Change mail and phone for somebody of family or network who can't (I9). The account's owner hears of it (I8).

    Who can change where mail goes can log in: so only for an account that opens nothing beside this family. Raises
    NotAllowed, or RuleError (field email).
    """
    eis_coordinator(door, deelnemer.gezin_id)
    if deelnemer.is_professional:
        raise NotAllowed(_("Van een professional wijzigt de beheerder dit."))
    if waarom_niet := waarom_niet_uitnodigen(deelnemer):
        raise NotAllowed(waarom_niet)
    assert deelnemer.gebruiker is not None  # noqa: S101 - waarom_niet_uitnodigen says so
    account = wijzig_gebruiker(deelnemer.gebruiker, nu=nu, door=door, email=email, telefoon=telefoon)
    schrijf_gezin(
        Handeling.WIJZIGEN, deelnemer.gezin, deelnemer, door, over_wie=_over(deelnemer), melding=_("mail en telefoon")
    )
    return account


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
