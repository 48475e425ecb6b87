"""The worker's share: sending what waits."""

from celery import shared_task

from berichten import actions
from core import clock


@shared_task(acks_late=True, ignore_result=True)
def verzend_berichten() -> None:
    """Send all mails that are due. Idempotent: a second run finds nothing to claim."""
    actions.claim_en_verzend(clock.now())
