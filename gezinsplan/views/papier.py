"""The plan on paper: ask, wait with progress in sight, fetch (G9)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from core import clock
from core.acts import carry_out
from core.errors import RuleError
from core.htmx import render_part, wants_part
from gezinsplan.actions import papier
from gezinsplan.models import PdfOpdracht, PdfStaat
from gezinsplan.planbeeld import Planbeeld
from logboek.models import Handeling
from toestemming.aanspreken import met_je, voor_gezin
from toestemming.permissions import log_blik, met_gezin
from toestemming.zicht import Blik


@met_gezin()
def vraag(request: HttpRequest, blik: Blik) -> HttpResponse:
    return carry_out(
        request,
        lambda: papier.vraag_pdf(blik, nu=clock.now(), voor_gezin=request.POST.get("voor_gezin") == "ja"),
        refused=_terug(blik),
        then=lambda opdracht: reverse("gezinsplan:papier", args=[blik.gezin.pk, opdracht.pk]),
    )


@require_GET
@met_gezin()
def voortgang(request: HttpRequest, blik: Blik, opdracht_id: UUID) -> HttpResponse:
    try:
        opdracht, _beeld = _eigen_of_404(blik, opdracht_id)
    except RuleError as fout:
        return _naar_het_plan(request, blik, fout)
    context = {
        "basis_sjabloon": "gezin_basis.html" if voor_gezin(blik) else "basis.html",
        "blik": blik,
        "je": met_je(blik),
        "opdracht": opdracht,
        "bezig": opdracht.staat in (PdfStaat.WACHT, PdfStaat.BEZIG),
        "hier": reverse("gezinsplan:papier", args=[blik.gezin.pk, opdracht.pk]),
        "terug": _terug(blik),
    }
    return render_part(request, "gezinsplan/papier_voortgang.html", "voortgang", context)


@require_GET
@met_gezin()
def bestand(request: HttpRequest, blik: Blik, opdracht_id: UUID) -> HttpResponse:
    try:
        opdracht, beeld = _eigen_of_404(blik, opdracht_id)
    except RuleError as fout:
        return _naar_het_plan(request, blik, fout)
    if opdracht.staat != PdfStaat.KLAAR or beeld is None:
        raise Http404
    log_blik(
        request,
        blik,
        onderdelen=beeld.onderdelen,
        mensen=beeld.gezinsleden,
        handeling=Handeling.AFDRUKKEN,
        object_soort="gezinsplan",
        object_id=opdracht.plan_id,
        getoond={"papier": str(opdracht.pk), "voor_gezin": opdracht.voor_gezin},
    )
    antwoord = HttpResponse(bytes(opdracht.inhoud or b""), content_type="application/pdf")
    soort = "gezinsblad" if opdracht.voor_gezin else "plan"
    # The name says nothing about the family: it may lie in a shared download folder.
    antwoord["Content-Disposition"] = f'inline; filename="{soort}-{blik.gezin.nummer}.pdf"'
    antwoord["Cache-Control"] = "private, no-store"
    return antwoord


def _eigen_of_404(blik: Blik, opdracht_id: UUID) -> tuple[PdfOpdracht, Planbeeld | None]:
    gevonden = papier.haal_op(blik, opdracht_id, nu=clock.now())
    if gevonden is None:
        raise Http404
    return gevonden


def _naar_het_plan(request: HttpRequest, blik: Blik, fout: RuleError) -> HttpResponse:
    """Say on the plan why there is no paper; the whole page goes there, also when a part asked."""
    messages.warning(request, fout.message)
    if wants_part(request):
        return HttpResponse(status=204, headers={"HX-Redirect": _terug(blik)})
    return redirect(_terug(blik))


def _terug(blik: Blik) -> str:
    naam = "gezinsplan:ons_plan_gezin" if voor_gezin(blik) else "gezinsplan:plan"
    return reverse(naam, args=[blik.gezin.pk])
