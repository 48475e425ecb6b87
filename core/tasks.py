"""The technique's own upkeep."""

from celery import shared_task
from django.utils import timezone

from core import idempotentie


@shared_task(acks_late=True, ignore_result=True)
def ruim_verwerkt_op() -> None:
    """Daily: forget old form keys. Idempotent."""
    idempotentie.ruim_op(timezone.now())
