"""The plan on paper: asked by a reader, made by a worker, kept for an hour, handed out only while the view is the same (G9)."""

import hashlib
import json
import uuid
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from core.fouten import Regelfout
from core.taken import por
from gezinsplan import pdf
from gezinsplan.models import PdfOpdracht, PdfStaat
from gezinsplan.planbeeld import Planbeeld, planbeeld
from toestemming import zicht
from toestemming.zicht import Blik

BEWAARD = timedelta(hours=1)
MEESTE_POGINGEN = 3
# A worker that died while making one: after this another may take it over.
TE_LANG_BEZIG = timedelta(minutes=5)


def vraag_pdf(blik: Blik, *, nu: datetime) -> PdfOpdracht:
    """Ask for the plan on paper in this reader's view; a request that is already waiting is used again."""
    from gezinsplan.tasks import maak_wachtende_pdfs

    wacht = PdfOpdracht.objects.filter(
        plan=blik.gezin.plan, lezer=blik.gebruiker, staat__in=[PdfStaat.WACHT, PdfStaat.BEZIG], verloopt_op__gt=nu
    ).first()
    opdracht = wacht or PdfOpdracht.objects.create(
        plan=blik.gezin.plan, lezer=blik.gebruiker, gevraagd_op=nu, verloopt_op=nu + BEWAARD
    )
    por(maak_wachtende_pdfs)
    return opdracht


def maak_wachtende(nu: datetime) -> int:
    """Make every PDF that waits, one by one, and drop what has expired; returns how many were made (worker only)."""
    PdfOpdracht.objects.filter(verloopt_op__lte=nu).delete()
    gemaakt = 0
    while opdracht := _claim(nu):
        _maak(opdracht, nu)
        gemaakt += 1
    return gemaakt


def _claim(nu: datetime) -> PdfOpdracht | None:
    te_maken = Q(staat=PdfStaat.WACHT) | Q(staat=PdfStaat.BEZIG, begonnen_op__lte=nu - TE_LANG_BEZIG)
    with transaction.atomic():
        opdracht = (
            PdfOpdracht.objects.select_for_update(skip_locked=True).filter(te_maken).order_by("gevraagd_op").first()
        )
        if opdracht is None:
            return None
        opdracht.staat = PdfStaat.BEZIG if opdracht.pogingen < MEESTE_POGINGEN else PdfStaat.MISLUKT
        opdracht.begonnen_op = nu
        opdracht.pogingen += 1
        opdracht.save(update_fields=["staat", "begonnen_op", "pogingen"])
    return opdracht


def _maak(opdracht: PdfOpdracht, nu: datetime) -> None:
    if opdracht.staat == PdfStaat.MISLUKT:
        return
    blik = zicht.blik(opdracht.lezer, opdracht.plan.gezin)
    if blik is None:
        PdfOpdracht.objects.filter(pk=opdracht.pk).update(staat=PdfStaat.MISLUKT)
        return
    try:
        beeld = planbeeld(blik)
        inhoud = pdf.maak(beeld, op=nu)
    except Exception:
        # Back in the queue for another try; the beat takes it up again, and a third failure is final.
        PdfOpdracht.objects.filter(pk=opdracht.pk).update(begonnen_op=nu - TE_LANG_BEZIG)
        raise
    PdfOpdracht.objects.filter(pk=opdracht.pk).update(
        staat=PdfStaat.KLAAR, klaar_op=nu, inhoud=inhoud, zicht_kenmerk=_kenmerk(beeld)
    )


def haal_op(blik: Blik, opdracht_id: uuid.UUID, *, nu: datetime) -> PdfOpdracht | None:
    """The reader's own request, or None. Raises Regelfout when what he may see has changed since it was made (T3)."""
    opdracht = PdfOpdracht.objects.filter(
        pk=opdracht_id, plan__gezin=blik.gezin, lezer=blik.gebruiker, verloopt_op__gt=nu
    ).first()
    if opdracht and opdracht.staat == PdfStaat.KLAAR:
        if opdracht.zicht_kenmerk != _kenmerk(planbeeld(blik)):
            raise Regelfout(_("Het plan is intussen gewijzigd. Vraag het nog een keer op papier."))
    return opdracht


def _kenmerk(beeld: Planbeeld) -> str:
    return hashlib.sha256(json.dumps(beeld.kenmerk()).encode()).hexdigest()
