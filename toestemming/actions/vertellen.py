"""The family hears when somebody sees something on a ground that they gave no consent to (T3)."""

from datetime import datetime

from django.utils.timezone import localdate

from berichten.actions import Melding, meld_velen
from gezinnen.models import Deelnemer
from toestemming import gronden
from toestemming.models import Grondslag
from toestemming.zicht import kijkers


def vertel_gezin(grond: Grondslag, *, nu: datetime) -> None:
    """Tell whom it is about, and who reads along about a child; not from whom a safety flag keeps one of them."""
    leden = list(
        Deelnemer.objects.actief()
        .gezinsleden()
        .filter(gezin=grond.gezin_id, gebruiker__is_active=True)
        .select_related("gebruiker")
    )
    ogen = kijkers(leden, localdate(nu))
    meld_velen(
        [
            Melding(
                "grond_begonnen", lid.gebruiker, sleutel=f"grond:{grond.pk}", gezin=grond.gezin_id, object_id=grond.pk
            )
            for lid in leden
            if gronden.mag_weten(ogen[lid.pk], grond)
        ],
        nu,
    )
