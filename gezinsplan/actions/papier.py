"""The plan on paper: asked by a reader, made by a worker, kept for an hour, handed out only while the view is the same (G9)."""

import hashlib
import logging
import traceback
import uuid
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from core.errors import RuleError
from core.nudge import nudge
from gezinsplan import pdf
from gezinsplan.models import PdfOpdracht, PdfStaat
from gezinsplan.permissions import eis_gezinsblad, mag_gezinsblad
from gezinsplan.planbeeld import Planbeeld, planbeeld
from toestemming import zicht
from toestemming.doorsnede import voor_heel_gezin
from toestemming.zicht import Blik

logger = logging.getLogger(__name__)

BEWAARD = timedelta(hours=1)
MEESTE_POGINGEN = 3
# A worker that died while making one: after this another takes it over.
TE_LANG_BEZIG = timedelta(minutes=5)
# After a failure: the next try is for the next beat.
PAUZE = timedelta(seconds=30)


def vraag_pdf(blik: Blik, *, nu: datetime, voor_gezin: bool = False) -> PdfOpdracht:
    """Ask for the plan on paper in this reader's view; a request that is already waiting is used again (G9).

    `voor_gezin`: a sheet with only what everyone of the main household may read (T3). Raises NotAllowed or RuleError.
    """
    if voor_gezin:
        eis_gezinsblad(blik)
        voor_heel_gezin(blik)
    wacht = PdfOpdracht.objects.filter(
        plan=blik.gezin.plan,
        lezer=blik.gebruiker,
        voor_gezin=voor_gezin,
        staat__in=[PdfStaat.WACHT, PdfStaat.BEZIG],
        verloopt_op__gt=nu,
    ).first()
    opdracht = wacht or PdfOpdracht.objects.create(
        plan=blik.gezin.plan,
        lezer=blik.gebruiker,
        voor_gezin=voor_gezin,
        gevraagd_op=nu,
        verloopt_op=nu + BEWAARD,
    )
    nudge("gezinsplan.tasks.maak_wachtende_pdfs")
    return opdracht


def maak_wachtende(nu: datetime) -> int:
    """Make every PDF that waits, one by one, and drop what has expired; returns how many were made (worker only).

    One that fails holds up no other.
    """
    PdfOpdracht.objects.filter(verloopt_op__lte=nu).delete()
    gemaakt = 0
    while opdracht := _claim(nu):
        gemaakt += _maak(opdracht, nu)
    return gemaakt


def _claim(nu: datetime) -> PdfOpdracht | None:
    """Take the oldest one that waits, or that a dead worker left; None when there is nothing to do."""
    te_maken = Q(staat=PdfStaat.WACHT) | Q(staat=PdfStaat.BEZIG, begonnen_op__lte=nu - TE_LANG_BEZIG)
    with transaction.atomic():
        opdracht = (
            PdfOpdracht.objects.select_for_update(of=("self",), skip_locked=True)
            .select_related("plan__gezin", "lezer")
            .filter(te_maken)
            .order_by("gevraagd_op")
            .first()
        )
        if opdracht is None:
            return None
        nog_eens = opdracht.pogingen < MEESTE_POGINGEN
        PdfOpdracht.overgangen.move(PdfStaat.BEZIG if nog_eens else PdfStaat.MISLUKT, opdracht)
        opdracht.begonnen_op = nu
        opdracht.pogingen += 1
        opdracht.save(update_fields=["staat", "begonnen_op", "pogingen"])
    return opdracht


def _maak(opdracht: PdfOpdracht, nu: datetime) -> bool:
    if opdracht.staat == PdfStaat.MISLUKT:
        return False
    # Only the worker that claimed it last writes the outcome.
    eigen = PdfOpdracht.objects.filter(pk=opdracht.pk, staat=PdfStaat.BEZIG, pogingen=opdracht.pogingen)
    blik = zicht.blik(opdracht.lezer, opdracht.plan.gezin)
    if blik is None or (opdracht.voor_gezin and not mag_gezinsblad(blik)):
        PdfOpdracht.overgangen.move_all(PdfStaat.MISLUKT, eigen)
        return False
    try:
        tekst = pdf.html(op_papier(blik, opdracht), op=nu)
        inhoud = pdf.maak(tekst)
        # With the disk of the database full this fails too, and may hold up no other.
        with transaction.atomic():
            klaar = PdfOpdracht.overgangen.move_all(
                PdfStaat.KLAAR, eigen, klaar_op=nu, inhoud=inhoud, zicht_kenmerk=_kenmerk(tekst)
            )
            return bool(klaar)
    except Exception as fout:
        eigen.update(begonnen_op=nu - TE_LANG_BEZIG + PAUZE)
        # Without the message of the error: it may quote the plan.
        spoor = "".join(traceback.format_tb(fout.__traceback__))
        logger.error("PDF %s is niet gemaakt: %s\n%s", opdracht.pk, type(fout).__name__, spoor, extra={"fout": fout})
        return False


def haal_op(blik: Blik, opdracht_id: uuid.UUID, *, nu: datetime) -> tuple[PdfOpdracht, Planbeeld | None] | None:
    """The reader's own request, and once it is made what stands on it; None when there is no such request.

    Raises RuleError when this reader would read something else now (T3).
    """
    mag = {} if mag_gezinsblad(blik) else {"voor_gezin": False}
    opdracht = PdfOpdracht.objects.filter(
        pk=opdracht_id, plan__gezin=blik.gezin, lezer=blik.gebruiker, verloopt_op__gt=nu, **mag
    ).first()
    if opdracht is None:
        return None
    if opdracht.klaar_op is None:
        return opdracht, None
    beeld = op_papier(blik, opdracht)
    if opdracht.zicht_kenmerk != _kenmerk(pdf.html(beeld, op=opdracht.klaar_op)):
        raise RuleError(_("Het plan is intussen veranderd. Vraag het nog een keer op papier."))
    return opdracht, beeld


def op_papier(blik: Blik, opdracht: PdfOpdracht) -> Planbeeld:
    """What stands on this paper for this reader, now."""
    return planbeeld(voor_heel_gezin(blik) if opdracht.voor_gezin else blik)


def _kenmerk(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()
