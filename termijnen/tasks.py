"""The tick, as the beat asks for it every minute (config/celery.py)."""

import pghistory
from celery import shared_task

from core import clock
from termijnen import actions


@shared_task(acks_late=True)
def bewaak_termijnen() -> None:
    """Handle all that is due. May be repeated, late or doubled: a second one finds nothing left to do (E9)."""
    with pghistory.context(bron="klok"):
        actions.bewaak(clock.now())
