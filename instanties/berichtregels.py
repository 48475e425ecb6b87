"""What the notices of this room say to their reader."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse

from berichten.models import Bericht
from instanties.models import Beheermelding
from instanties.permissions import is_beheerder


def beheermelding(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """Something that the beheerder must mend; only for who is beheerder now."""
    if not is_beheerder(gebruiker):
        return {}
    meldingen = Beheermelding.objects.in_bulk([bericht.object_id for bericht in berichten])
    url = reverse("instanties:beheer")
    return {
        bericht.pk: (meldingen[bericht.object_id].tekst, url) for bericht in berichten if bericht.object_id in meldingen
    }
