"""The region's ladder, shown to who manages it (E8)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from escalatie.models import Escalatiemodel
from escalatie.tekening import teken
from instanties.permissions import vereist_beheerder


@require_safe
@vereist_beheerder
def ladder(request: HttpRequest) -> HttpResponse:
    """Every ladder that there is, drawn; the one by which what gets stuck now goes, first."""
    modellen = Escalatiemodel.objects.order_by("-actief", "naam", "-versie").prefetch_related("stappen__niveaus")
    tekeningen = [
        (model, teken(stappen, [niveau for stap in stappen for niveau in stap.niveaus.all()]))
        for model in modellen
        if (stappen := list(model.stappen.all()))
    ]
    return render(request, "escalatie/ladder.html", {"tekeningen": tekeningen})
