"""Counting werkdagen for what is asked with an end and without a clock: a higher room knows the calendar and fills it in."""

from collections.abc import Callable
from datetime import datetime

from core.registry import Seat

# Gets a moment and a number; gives the end of the n-th werkdag after that day.
Telling = Callable[[datetime, int], datetime]

WERKDAGEN: Seat[Telling] = Seat()


def na_werkdagen(van: datetime, aantal: int) -> datetime:
    """The end of the n-th werkdag after the day of `van`, in UTC."""
    if WERKDAGEN.item is None:
        raise LookupError("no room counts werkdagen")
    return WERKDAGEN.item(van, aantal)
