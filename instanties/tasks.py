"""The worker's share of logging in: the mails that a page may not wait for."""

from collections.abc import Sequence

from celery import Task, shared_task

from core import clock
from instanties.actions.wegen import weg_naar_account
from instanties.models import Wegsoort
from instanties.wachtwoordmail import mail_links

# Seconds before another try; about ten minutes in all, for then who asked has asked again.
WACHT = (15, 45, 120, 400)


class NietVerstuurd(Exception):
    """A mail couldn't be sent. Says how many, not to whom: an error of the mail server may name the address."""


@shared_task(bind=True, acks_late=True, ignore_result=True, max_retries=len(WACHT))
def mail_nieuw_wachtwoord(self: Task, gebruiker_ids: Sequence[str]) -> None:
    """Send these people a link to choose a new password; to whom it failed, again. For nobody: nothing."""
    gemaild, mislukt = mail_links(gebruiker_ids)
    for gebruiker in gemaild:
        weg_naar_account(gebruiker, Wegsoort.LINK, nu=clock.now(), door=None, is_al_gemaild=True)
    if mislukt:
        # Outside the except, so that the mail server's own words are in no log.
        poging = min(self.request.retries, len(WACHT) - 1)
        raise self.retry(args=[mislukt], countdown=WACHT[poging], exc=NietVerstuurd(len(mislukt)))
