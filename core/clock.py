"""What time it is for the domain. Only views and tasks ask; everything below takes the moment as an argument.

The practice environment may move this clock. Logboek, login and TOTP keep real time.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.utils import timezone

_offset: Callable[[], timedelta] | None = None


def set_offset(source: Callable[[], timedelta] | None) -> None:
    """Let `source` say how far the clock is ahead of real time (practice only); None is real time."""
    global _offset
    _offset = source


def now() -> datetime:
    """The current moment for the domain, aware, in UTC."""
    moment = timezone.now()
    return moment + _offset() if _offset else moment


def today() -> date:
    """Today's date in the Netherlands."""
    return timezone.localdate(now())
