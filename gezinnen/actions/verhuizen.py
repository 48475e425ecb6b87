"""By which account somebody of family or network takes part.

By his own yes the one that he had already: one person, one account (I9). And never one that a coordinator lets herself into
while it opens another family too: what she gives, opens hers only (I8).
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from berichten.actions import geef_berichten_door
from core.errors import NotAllowed, RuleError
from gezinnen.actions.contact import hernoem
from gezinnen.actions.gezin import schrijf_gezin
from gezinnen.actions.toegang import controleer_niet_dubbel
from gezinnen.models import Deelnemer, SoortDeelnemer
from gezinnen.permissions import eis_coordinator, herzie_verleningen, opent_ander_gezin, waarom_niet_uitnodigen
from gezinnen.signalen import deelname_verhuisd, persoon_veranderd
from instanties.actions import begin_opnieuw, maak_account_ernaast, wijzig_gebruiker
from instanties.models import Gebruiker
from logboek.models import Handeling


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
        _verhuis(deelnemer, van, naar, nu=nu, door=door)
    hernoem(naar, nu=nu, door=door)


@transaction.atomic
def geef_nieuwe_toegang(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker) -> Gebruiker:
    """Let somebody of family or network begin anew with a code: password and second step of before open this family no more (X2).

    Returns the account for which a code can be made. Who asks can't tell whether it is the account of before: one that opens
    another family stays what it is there. Raises NotAllowed.
    """
    eis_coordinator(door, deelnemer.gezin_id)
    account = alleen_hier(deelnemer, nu=nu, door=door)
    begin_opnieuw(account, nu=nu, door=door)
    return account


@transaction.atomic
def wijzig_contact(deelnemer: Deelnemer, *, email: str, telefoon: str, nu: datetime, door: Gebruiker) -> Gebruiker:
    """Change mail and phone for somebody of family or network who can't (I9). The account's owner hears of it (I8).

    Who can change where mail goes can log in: so of an account that opens nothing beside this family, and of another what
    opens this one goes apart. Saved as it stood, nothing happens. Raises NotAllowed, or RuleError (field email).
    """
    eis_coordinator(door, deelnemer.gezin_id)
    if deelnemer.is_professional:
        raise NotAllowed(_("Van een professional wijzigt de beheerder dit."))
    nu_is = deelnemer.gebruiker
    if nu_is and (nu_is.email.lower(), nu_is.telefoon) == (email.strip().lower(), telefoon.strip()):
        return nu_is
    account = alleen_hier(deelnemer, nu=nu, door=door, met_wachtwoord=True)
    wijzig_gebruiker(account, nu=nu, door=door, email=email, telefoon=telefoon)
    over_wie = [deelnemer.pk] if deelnemer.is_gezinslid else []
    schrijf_gezin(
        Handeling.WIJZIGEN, deelnemer.gezin, deelnemer, door, over_wie=over_wie, melding=_("mail en telefoon")
    )
    rij = Deelnemer.objects.select_related("gezin", "gebruiker", "instelling").get(pk=deelnemer.pk)
    persoon_veranderd.send(Deelnemer, deelnemer=rij, nu=nu, door=door)
    return account


def alleen_hier(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker, met_wachtwoord: bool = False) -> Gebruiker:
    """The account by which this person takes part, and that opens nothing but this family: made beside the one that does (I8).

    He hears on the account of before that it no longer opens this family. `met_wachtwoord`: it works for the new one too.
    Raises NotAllowed for who works here, and for who has no account or takes no part (any more).
    """
    deelnemer = (
        Deelnemer.objects.select_for_update(of=("self",)).select_related("gezin", "gebruiker").get(pk=deelnemer.pk)
    )
    if waarom_niet := waarom_niet_uitnodigen(deelnemer):
        raise NotAllowed(waarom_niet)
    van = deelnemer.gebruiker
    assert van is not None  # noqa: S101 - waarom_niet_uitnodigen says so
    if not opent_ander_gezin(deelnemer):
        return van
    naar = maak_account_ernaast(van, met_wachtwoord=met_wachtwoord, nu=nu, door=door)
    _verhuis(deelnemer, van, naar, nu=nu, door=door)
    return naar


def _verhuis(deelnemer: Deelnemer, van: Gebruiker, naar: Gebruiker, *, nu: datetime, door: Gebruiker) -> None:
    deelnemer.gebruiker = naar
    deelnemer.save(update_fields=["gebruiker"])
    persoon_veranderd.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door)
    herzie_verleningen(deelnemer.gezin, van)
    herzie_verleningen(deelnemer.gezin, naar)
    geef_berichten_door(van, naar, gezin=deelnemer.gezin_id)
    deelname_verhuisd.send(Deelnemer, deelnemer=deelnemer, oud=van, nu=nu, door=door)
