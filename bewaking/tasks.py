"""The worker's share: looking at itself every day."""

from celery import shared_task

from bewaking import actions
from core import clock


@shared_task(acks_late=True, ignore_result=True)
def zelfcontrole() -> None:
    """Ask all invariants; done twice it tells once."""
    actions.controleer(clock.now())
