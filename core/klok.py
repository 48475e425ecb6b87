"""What time it is for the domain. Only views and tasks ask; everything below takes the moment as an argument.

The practice environment may move this clock. Logboek, login and TOTP keep real time.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.utils import timezone

_verschuiving: Callable[[], timedelta] | None = None


def stel_verschuiving_in(bron: Callable[[], timedelta] | None) -> None:
    """Let `bron` say how far the clock is ahead of real time (practice only); None is real time."""
    global _verschuiving
    _verschuiving = bron


def nu() -> datetime:
    """The current moment for the domain, aware, in UTC."""
    moment = timezone.now()
    return moment + _verschuiving() if _verschuiving else moment


def vandaag() -> date:
    """Today's date in the Netherlands."""
    return timezone.localdate(nu())
