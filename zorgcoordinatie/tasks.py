"""Work of this room for the worker."""

from celery import shared_task

from core.clock import now
from zorgcoordinatie import actions, meldingen


@shared_task
def vernietig_oude_signalen() -> None:
    """Destroy what was not taken up, when its time is over (Z10)."""
    actions.vernietig_oude(now())


@shared_task
def meld_te_late_signalen() -> None:
    """Tell who leads an intakepunt what nobody there answered in time (S10)."""
    meldingen.meld_te_laat(now())
