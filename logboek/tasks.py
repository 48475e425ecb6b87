"""The worker's share: sealing what was written (X1)."""

from celery import shared_task
from django.utils import timezone

from logboek import actions


@shared_task(acks_late=True, ignore_result=True)
def verzegel_logboek() -> None:
    """Seal what is surely committed, at real time. Idempotent: a second run finds nothing."""
    actions.verzegel(timezone.now())
