"""The worker's share: looking at itself every day, and bringing the newest seal elsewhere."""

from celery import shared_task
from django.utils import timezone

from bewaking import actions
from core import clock


@shared_task(acks_late=True, ignore_result=True)
def zelfcontrole() -> None:
    """Ask all invariants; done twice it tells once."""
    actions.controleer(clock.now())


@shared_task(acks_late=True, ignore_result=True)
def breng_zegel_weg() -> None:
    """Daily, at real time: done twice it is told twice, which does no harm."""
    actions.breng_zegel_weg(timezone.now())
