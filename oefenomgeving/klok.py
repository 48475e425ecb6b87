"""How far the practice clock is ahead: one row, read once per request and once per task, never per question."""

from contextvars import ContextVar
from datetime import timedelta

from core import clock
from oefenomgeving.models import Oefenklok

_vooruit: ContextVar[timedelta] = ContextVar("oefenklok_vooruit", default=timedelta(0))


def ververs() -> None:
    """Read the offset from the database for this request or task."""
    seconden = Oefenklok.objects.filter(pk=1).values_list("seconden_vooruit", flat=True).first()
    _vooruit.set(timedelta(seconds=seconden or 0))


def zet(vooruit: timedelta) -> None:
    """Move the practice clock: `vooruit` ahead of real time, never back."""
    Oefenklok.objects.filter(pk=1, seconden_vooruit__lte=vooruit.total_seconds()).update(
        seconden_vooruit=int(vooruit.total_seconds())
    )
    _vooruit.set(vooruit)


def begin() -> None:
    """Let core.clock follow the practice clock from now on."""
    clock.set_offset(_vooruit.get)
