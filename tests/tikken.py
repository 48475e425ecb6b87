"""The clock of a test: it ticks and, where something has passed that waits for the morning, in that morning too (S2)."""

from datetime import datetime

from termijnen.actions import bewaak
from termijnen.models import Termijn


def tik_tot_open(nu: datetime) -> datetime:
    """Tick at `nu`, and then until nothing waits any more; gives the moment of the last tick."""
    while True:
        assert bewaak(nu).mislukt == 0
        wacht = [rij.aan_de_beurt_op for rij in Termijn.objects.lopend() if rij.is_voorbij]
        if not wacht:
            return nu
        nu = max(wacht)
