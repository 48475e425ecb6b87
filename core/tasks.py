"""The technique's own upkeep."""

from celery import shared_task
from django.utils import timezone

from core import idempotency, session_upkeep

# The names stay as they were: a message that an earlier version queued is still found.


@shared_task(name="core.tasks.ruim_verwerkt_op", acks_late=True, ignore_result=True)
def clear_processed() -> None:
    """Daily: forget old form keys. Idempotent."""
    idempotency.clear(timezone.now())


@shared_task(name="core.tasks.ruim_sessies_op", acks_late=True, ignore_result=True)
def clear_sessions() -> None:
    """Hourly: sessions that are past, and in the others what was typed and waited too long. Idempotent."""
    session_upkeep.clear(timezone.now())
