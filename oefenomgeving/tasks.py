"""Work of the practice environment for the worker."""

from celery import shared_task

from oefenomgeving import actions
from oefenomgeving.models import Opdracht, Opdrachtstaat


@shared_task
def doe_wachtende_opdrachten() -> None:
    """Do what waits: a nudge starts it at once, the beat finds what a nudge missed."""
    for opdracht in Opdracht.objects.filter(staat=Opdrachtstaat.WACHT):
        actions.doe(opdracht)
