"""Sending the mails: rows are claimed, so that several workers can send at once and a killed one loses nothing.

At least once to the mail server: a worker that dies after sending leaves its claim to run out. The row's own
`volgende_poging_op` is claim, pause and queue in one.
"""

import logging
import smtplib
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from berichten.models import Bericht, BerichtQuerySet, MailStaat
from berichten.soorten import bekende_soort, inbox_url_naam
from core import klokplaats

logger = logging.getLogger(__name__)

GROEP = 50
# As long as a worker may need for a group in which every mail waits for its timeout.
CLAIM = timedelta(minutes=15)
# The pause after each try that the mail server refused; after the last the mail has failed (the inbox has the notice).
PAUZES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=24),
    timedelta(hours=48),
)
# A server that can't be reached is tried again at the next tick, for as long as it takes: that isn't the mail's fault.
PAUZE_SERVER_WEG = timedelta(minutes=1)


class _ServerWeg(Exception):
    """The mail server can't be reached: no use to go on now."""


def krijgt_mail(gebruiker: Any) -> bool:
    """Whether this person is told by mail too (X5); the inbox always has the notice."""
    return bool(gebruiker.email) and gebruiker.wil_mail and gebruiker.is_active


def claim_en_verzend(nu: datetime) -> int:
    """Send all mails that are due at `nu` over one connection; returns how many the mail server took (E10).

    One receiver who is refused holds up no other. With the server gone all keep their turn. With the clock held none go.
    """
    if klokplaats.wacht(nu):
        return 0
    verzonden = 0
    verbinding = get_connection()
    try:
        while wachtend := _claim(nu):
            try:
                while wachtend:
                    _open(verbinding)
                    verzonden += _verzend(verbinding, wachtend[0], nu)
                    wachtend.pop(0)
            except _ServerWeg as fout:
                logger.warning("Mailserver onbereikbaar, %d mails wachten: %s", len(wachtend), fout)
                _geef_terug(wachtend, nu, str(fout))
                break
    finally:
        _sluit(verbinding)
    return verzonden


def _claim(nu: datetime) -> list[Bericht]:
    """Take the next group; nobody else sees it until the claim runs out."""
    with transaction.atomic():
        groep = list(
            Bericht.objects.mail_aan_de_beurt(nu)
            .order_by("volgende_poging_op")
            .select_for_update(skip_locked=True, of=("self",))
            .select_related("ontvanger")[:GROEP]
        )
        Bericht.objects.filter(id__in=[bericht.id for bericht in groep]).mail_aan_de_beurt(nu).update(
            volgende_poging_op=nu + CLAIM
        )
    return groep


def _open(verbinding: Any) -> None:
    try:
        verbinding.open()
    except OSError as fout:
        raise _ServerWeg(_kort(fout)) from fout


def _sluit(verbinding: Any) -> None:
    """Close without a word: what matters has been written down, and a broken connection can't say goodbye."""
    with suppress(OSError):
        verbinding.close()


def _verzend(verbinding: Any, bericht: Bericht, nu: datetime) -> bool:
    """Send one mail over the open connection; True if the server took it."""
    wachtend = Bericht.objects.filter(id=bericht.id, mail_staat=MailStaat.TE_VERZENDEN)
    if not krijgt_mail(bericht.ontvanger):
        wachtend.update(mail_staat=MailStaat.NIET_NODIG, volgende_poging_op=None)
        return False
    try:
        verbinding.send_messages([_mail(bericht)])
    except Exception as fout:  # whatever is wrong with this mail may not hold up the others
        logger.warning("Mail %s niet verzonden: %s", bericht.id, _kort(fout))
        _geweigerd(wachtend, bericht, nu, _kort(fout))
        _sluit(verbinding)
        return False
    wachtend.update(mail_staat=MailStaat.VERZONDEN, verzonden_op=nu, volgende_poging_op=None, laatste_fout="")
    return True


def _geweigerd(wachtend: BerichtQuerySet, bericht: Bericht, nu: datetime, fout: str) -> None:
    """Try again after a growing pause; after the last one the mail has failed."""
    velden: dict[str, Any] = {"pogingen": F("pogingen") + 1, "laatste_fout": fout}
    if bericht.pogingen < len(PAUZES):
        wachtend.update(volgende_poging_op=nu + PAUZES[bericht.pogingen], **velden)
    else:
        wachtend.update(mail_staat=MailStaat.MISLUKT, volgende_poging_op=None, **velden)


def _geef_terug(berichten: list[Bericht], nu: datetime, fout: str) -> None:
    """Give up the claim: the next tick may try."""
    Bericht.objects.filter(id__in=[bericht.id for bericht in berichten], mail_staat=MailStaat.TE_VERZENDEN).update(
        volgende_poging_op=nu + PAUZE_SERVER_WEG, laatste_fout=fout
    )


def _mail(bericht: Bericht) -> EmailMessage:
    """A mail without personal data: what kind of thing waits, and where (X5)."""
    soort = bekende_soort(bericht.soort)
    url_naam = inbox_url_naam()
    adres = settings.BASIS_URL + (reverse(url_naam) if url_naam else "/")
    tekst = _(
        "Hallo,\n\nEr staat een bericht voor u klaar.\n{categorie}\n\nLog in om het te lezen:\n{adres}\n\n"
        "In deze mail staan geen persoonlijke gegevens. U kunt niet op deze mail antwoorden.\n"
    ).format(categorie=soort.categorie if soort else "", adres=adres)
    return EmailMessage(
        subject=_("Er staat een bericht voor u klaar"),
        body=tekst,
        to=[bericht.ontvanger.email],
        # The same mail twice (a worker that died in between) is recognised as one by many mail programs.
        headers={"Message-ID": f"<{bericht.id}@{urlsplit(adres).hostname}>", "Auto-Submitted": "auto-generated"},
    )


def _kort(fout: Exception) -> str:
    """What the server said, without the address of the receiver."""
    code = getattr(fout, "smtp_code", None)
    if isinstance(fout, smtplib.SMTPRecipientsRefused):
        code = next(iter(fout.recipients.values()))[0]
    return f"{type(fout).__name__} {code}" if code else type(fout).__name__
