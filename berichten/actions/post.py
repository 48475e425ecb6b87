"""Sending the mails: rows are claimed, so that several workers can send at once and a killed one loses nothing.

What can wait goes in one mail per receiver; what can't, each in its own (R2). At least once to the mail server: a worker
that dies after sending leaves its claim to run out, and the same mail goes again under the same Message-ID. The row's own
`volgende_poging_op` is claim, pause and queue in one.
"""

import logging
import smtplib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth import get_user_model
from django.core.mail import get_connection
from django.db import transaction
from django.db.models import F

from berichten.brief import maak_brief
from berichten.models import Bericht, BerichtQuerySet, MailStaat
from core import clock_home

logger = logging.getLogger(__name__)

# Mails in a claim, and rows at the head of the queue among which their receivers are looked for.
GROEP = 50
VOORAAN = 500
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


@dataclass
class Zending:
    """One mail: its rows, all of one receiver. `bundel`: made now, so surely never sent before."""

    rijen: list[Bericht]
    bundel: UUID | None = None


class _ServerWeg(Exception):
    """The mail server can't be reached: no use to go on now."""


def krijgt_mail(gebruiker: Any, adres: str = "") -> bool:
    """Whether this person is told by mail too (X5), at `adres` or the own one; the inbox always has the notice.

    What goes to an address by name goes there also when the account has closed: that may be what it says.
    """
    return bool(adres or (gebruiker.email and gebruiker.is_active)) and gebruiker.wil_mail


def claim_en_verzend(nu: datetime) -> int:
    """Send all mails that are due at `nu` over one connection; returns how many the mail server took (E10).

    One receiver who is refused holds up no other. With the server gone all keep their turn. With the clock held none go.
    """
    if clock_home.must_wait(nu):
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


def _claim(nu: datetime) -> list[Zending]:
    """Take the next mails; nobody else sees their rows until the claim runs out.

    The lock is on the receivers: two workers never make two mails of what is due to one.
    """
    while True:
        vooraan = Bericht.objects.mail_aan_de_beurt(nu).order_by("volgende_poging_op")
        wachters = list(dict.fromkeys(vooraan.values_list("ontvanger_id", flat=True)[:VOORAAN]))
        with transaction.atomic():
            vast = list(
                get_user_model()
                ._default_manager.filter(pk__in=wachters)
                .order_by("pk")
                .select_for_update(skip_locked=True, no_key=True)
                .values_list("pk", flat=True)[:GROEP]
            )
            if not vast:
                return []
            if zendingen := _verdeel(_aan_de_beurt(vast, nu)):
                _leg_claim(zendingen, nu)
                return zendingen
        # Another worker took these in the meantime, or they were all read: look further.


def _aan_de_beurt(ontvangers: list[UUID], nu: datetime) -> list[Bericht]:
    """What is due to these receivers. Who has read it needs no mail about it any more."""
    rijen = Bericht.objects.mail_aan_de_beurt(nu).filter(ontvanger__in=ontvangers)
    gelezen = rijen.filter(gelezen_op__isnull=False, adres="")
    gelezen.update(mail_staat=MailStaat.NIET_NODIG, volgende_poging_op=None)
    return list(rijen.select_related("ontvanger").order_by("volgende_poging_op", "gemaakt_op", "id"))


def _verdeel(rijen: list[Bericht]) -> list[Zending]:
    """Which rows go together: what was one mail before stays that mail, what can't wait goes alone."""
    zendingen: dict[tuple[UUID, UUID | None], Zending] = {}
    for rij in rijen:
        sleutel = (rij.ontvanger_id, rij.id if rij.spoed else rij.bundel)
        zending = zendingen.setdefault(sleutel, Zending([]))
        zending.rijen.append(rij)
        if not rij.spoed and rij.bundel is None and zending.bundel is None:
            zending.bundel = uuid4()
    return list(zendingen.values())[:GROEP]


def _leg_claim(zendingen: list[Zending], nu: datetime) -> None:
    nieuw = []
    for zending in zendingen:
        if zending.bundel:
            for rij in zending.rijen:
                rij.bundel = zending.bundel
            nieuw += zending.rijen
    Bericht.objects.bulk_update(nieuw, ["bundel"])
    _rijen(zendingen).update(volgende_poging_op=nu + CLAIM)


def _rijen(zendingen: list[Zending]) -> BerichtQuerySet:
    """Their rows, as far as they still have to be sent."""
    ids = [rij.id for zending in zendingen for rij in zending.rijen]
    return Bericht.objects.filter(id__in=ids, mail_staat=MailStaat.TE_VERZENDEN)


def _open(verbinding: Any) -> None:
    try:
        verbinding.open()
    except OSError as fout:
        raise _ServerWeg(_kort(fout)) from fout


def _sluit(verbinding: Any) -> None:
    """Close without a word: what matters has been written down, and a broken connection can't say goodbye."""
    with suppress(OSError):
        verbinding.close()


def _verzend(verbinding: Any, zending: Zending, nu: datetime) -> bool:
    """Send one mail over the open connection; True if the server took it."""
    wachtend, ontvanger = _rijen([zending]), zending.rijen[0].ontvanger
    if not krijgt_mail(ontvanger, zending.rijen[0].adres):
        wachtend.update(mail_staat=MailStaat.NIET_NODIG, volgende_poging_op=None, adres="")
        return False
    try:
        verbinding.send_messages([maak_brief(zending.rijen)])
    except Exception as fout:  # whatever is wrong with this mail may not hold up the others
        logger.warning("Mail %s niet verzonden: %s", zending.rijen[0].mail_id, _kort(fout))
        _geweigerd(wachtend, max(rij.pogingen for rij in zending.rijen), nu, _kort(fout))
        _sluit(verbinding)
        if _antwoordt_niet(fout):
            # Waiting as long for each of the others would hold up the clock; this one has a pause of its own.
            raise _ServerWeg(_kort(fout)) from fout
        return False
    wachtend.update(mail_staat=MailStaat.VERZONDEN, verzonden_op=nu, volgende_poging_op=None, laatste_fout="", adres="")
    return True


def _geweigerd(wachtend: BerichtQuerySet, pogingen: int, nu: datetime, fout: str) -> None:
    """Try again after a growing pause; after the last one the mail has failed."""
    velden: dict[str, Any] = {"pogingen": F("pogingen") + 1, "laatste_fout": fout}
    if pogingen < len(PAUZES):
        wachtend.update(volgende_poging_op=nu + PAUZES[pogingen], **velden)
    else:
        wachtend.update(mail_staat=MailStaat.MISLUKT, volgende_poging_op=None, **velden)


def _geef_terug(zendingen: list[Zending], nu: datetime, fout: str) -> None:
    """Give up the claim: the next tick may try. A bundle made just now was surely not sent: what comes in joins it.

    What was tried keeps its mail, and the pause that it got: the server may have taken that one.
    """
    geclaimd = _rijen(zendingen).filter(volgende_poging_op=nu + CLAIM)
    geclaimd.filter(bundel__in=[zending.bundel for zending in zendingen if zending.bundel]).update(bundel=None)
    geclaimd.update(volgende_poging_op=nu + PAUZE_SERVER_WEG, laatste_fout=fout)


def _antwoordt_niet(fout: Exception) -> bool:
    """Whether the server let us wait until our patience ended; smtplib calls that a lost connection."""
    return isinstance(fout, TimeoutError) or isinstance(fout.__context__, TimeoutError)


def _kort(fout: Exception) -> str:
    """What the server said, without the address of the receiver."""
    code = getattr(fout, "smtp_code", None)
    if isinstance(fout, smtplib.SMTPRecipientsRefused):
        code = next(iter(fout.recipients.values()))[0]
    return f"{type(fout).__name__} {code}" if code else type(fout).__name__
