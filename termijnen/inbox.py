"""Reminders in the inbox: only of what still runs, in the words of the app that owns the term, which asks zicht."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from berichten.models import Bericht
from termijnen import soorten
from termijnen.models import Termijn


def regels_van_herinneringen(berichten: Sequence[Bericht], gebruiker: Any) -> Mapping[UUID, tuple[str, str]]:
    """Text and address per notice; none for a term that has ended or that this person may not see now (E10)."""
    per_soort: dict[str, list[Termijn]] = {}
    for termijn in Termijn.objects.lopend().filter(pk__in={bericht.object_id for bericht in berichten}):
        per_soort.setdefault(termijn.soort, []).append(termijn)
    woorden: dict[UUID, tuple[str, str]] = {}
    for naam, termijnen in per_soort.items():
        soort = soorten.bekende_soort(naam)
        if soort and soort.regel:
            woorden.update(soort.regel(termijnen, gebruiker))
    return {bericht.id: woorden[bericht.object_id] for bericht in berichten if bericht.object_id in woorden}
