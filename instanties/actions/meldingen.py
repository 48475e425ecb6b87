"""What the beheerder must mend: an organisation without anyone to turn to. Never family data (E4)."""

from datetime import datetime

from django.db import transaction

from berichten.actions import Melding, meld_velen
from instanties import selectie
from instanties.models import Beheermelding, Gebruiker, Gemeente, Instelling

SOORT_BERICHT = "beheermelding"


@transaction.atomic
def meld_aan_beheer(
    tekst: str,
    nu: datetime,
    instelling: Instelling | None = None,
    gemeente: Gemeente | None = None,
) -> Beheermelding:
    """Put a notice on the beheerder's list; the same one that is still open isn't repeated (E4).

    `tekst` names no family: the beheerder has no right on any.
    """
    bestaand = Beheermelding.objects.filter(
        tekst=tekst, instelling=instelling, gemeente=gemeente, afgehandeld_op__isnull=True
    ).first()
    if bestaand:
        return bestaand
    melding = Beheermelding.objects.create(tekst=tekst, op=nu, instelling=instelling, gemeente=gemeente)
    meld_velen(
        [
            Melding(SOORT_BERICHT, beheerder, sleutel=f"beheermelding:{melding.pk}", object_id=melding.pk)
            for beheerder in selectie.beheerders()
        ],
        nu,
    )
    return melding


@transaction.atomic
def handel_melding_af(melding: Beheermelding, *, nu: datetime, door: Gebruiker) -> None:
    """Take a notice off the list; done twice is done once."""
    Beheermelding.objects.filter(pk=melding.pk, afgehandeld_op__isnull=True).update(
        afgehandeld_op=nu, afgehandeld_door=door
    )
