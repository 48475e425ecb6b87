"""The plan on paper: ask, wait with progress in sight, fetch."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from core.fouten import Regelfout
from core.klok import nu
from gezinsplan.actions import papier
from gezinsplan.models import PdfStaat
from logboek.models import Handeling
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik


@require_POST
@met_gezin()
def vraag(request: HttpRequest, blik: Blik) -> HttpResponse:
    opdracht = papier.vraag_pdf(blik, nu=nu())
    return redirect("gezinsplan:papier", blik.gezin.pk, opdracht.pk)


@require_GET
@met_gezin()
def voortgang(request: HttpRequest, blik: Blik, opdracht_id: UUID) -> HttpResponse:
    try:
        opdracht = papier.haal_op(blik, opdracht_id, nu=nu())
    except Regelfout as fout:
        messages.warning(request, fout.melding)
        return redirect(_terug(blik))
    if opdracht is None:
        raise Http404
    antwoord = render(
        request, "gezinsplan/papier_voortgang.html", {"blik": blik, "opdracht": opdracht, "terug": _terug(blik)}
    )
    if opdracht.staat in (PdfStaat.WACHT, PdfStaat.BEZIG):
        # Works without JavaScript: the browser itself asks again.
        antwoord["Refresh"] = "2"
    return antwoord


@require_GET
@met_gezin()
def bestand(request: HttpRequest, blik: Blik, opdracht_id: UUID) -> HttpResponse:
    try:
        opdracht = papier.haal_op(blik, opdracht_id, nu=nu())
    except Regelfout as fout:
        messages.warning(request, fout.melding)
        return redirect(_terug(blik))
    if opdracht is None or opdracht.staat != PdfStaat.KLAAR:
        raise Http404
    request.logboek.bekeken(  # type: ignore[attr-defined]
        gezin_id=blik.gezin.pk,
        gezin_nummer=str(blik.gezin.nummer),
        grondslag=blik.grondslag,
        grondslag_ids=blik.grondslag_ids,
        handeling=Handeling.AFDRUKKEN,
        getoond={"papier": str(opdracht.pk)},
    )
    antwoord = HttpResponse(bytes(opdracht.inhoud or b""), content_type="application/pdf")
    # The name says nothing about the family: it may lie in a shared download folder.
    antwoord["Content-Disposition"] = f'inline; filename="{_("gezinsplan")}-{blik.gezin.nummer}.pdf"'
    antwoord["Cache-Control"] = "private, no-store"
    return antwoord


def _terug(blik: Blik) -> str:
    from django.urls import reverse

    naam = "gezinsplan:ons_plan_gezin" if blik.is_gezinslid else "gezinsplan:plan"
    return reverse(naam, args=[blik.gezin.pk])
