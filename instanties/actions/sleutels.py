"""A new SECRET_KEY: what the old one encrypted is encrypted anew, so that the old one can go (X2)."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from instanties.adapter import sleutels

VERSLEUTELD = ("secret", "seed")


def versleutel_opnieuw() -> int:
    """Encrypt every second step by the key of now; returns how many rows. Doing it again does no harm.

    Raises InvalidToken for a row whose key is neither SECRET_KEY nor one of its fallbacks; that row stays as it was.
    """
    aantal = 0
    for pk in Authenticator.objects.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            rij = Authenticator.objects.select_for_update().get(pk=pk)
            velden = [veld for veld in VERSLEUTELD if rij.data.get(veld)]
            for veld in velden:
                rij.data[veld] = sleutels().rotate(rij.data[veld].encode()).decode()
            if velden:
                rij.save(update_fields=["data"])
                aantal += 1
    return aantal
