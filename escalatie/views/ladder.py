"""The region's ladder, shown to who manages it (E8)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from escalatie.models import Modelspoor
from escalatie.tekening import teken
from instanties.permissions import vereist_beheerder


@require_safe
@vereist_beheerder
def ladder(request: HttpRequest) -> HttpResponse:
    """Every ladder that there is, drawn per track; the one by which what gets stuck now goes, first."""
    sporen = Modelspoor.objects.select_related("model").prefetch_related(
        "stappen__niveaus", "stappen__volgende", "criteria"
    )
    tekeningen = [teken(spoor) for spoor in sporen.order_by("-model__actief", "-model", "nummer")]
    return render(request, "escalatie/ladder.html", {"tekeningen": tekeningen})
