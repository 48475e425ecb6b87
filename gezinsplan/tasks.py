"""Work of this room for the worker."""

from celery import shared_task

from core.clock import now
from gezinsplan.actions import papier


@shared_task
def maak_wachtende_pdfs() -> None:
    """Make the PDFs that wait: a nudge starts it at once, the beat finds what a nudge missed."""
    papier.maak_wachtende(now())
