"""The worker's share of the ladder beside the clock of the terms."""

from celery import shared_task

from core import clock
from escalatie.actions.afwezig import meld_houders_zonder_waarnemer


@shared_task(acks_late=True, ignore_result=True)
def meld_afwezige_houders() -> None:
    """Hourly: keepers who are away and for whom nobody can act. Done twice it tells once."""
    meld_houders_zonder_waarnemer(clock.now())
