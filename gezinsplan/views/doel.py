"""One goal: looking back on it, celebrating it, and what people say about it (G6, G14)."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from core import clock
from core.acts import carry_out, filled
from core.idempotency import once
from gezinnen.models import GezinsRecht
from gezinsplan import actions
from gezinsplan.aanspreken import zeg_je
from gezinsplan.forms.afspraak import EvaluatieForm, ReactieForm
from gezinsplan.models import Afspraak, Doel, Doelstaat, Planstaat
from gezinsplan.views.rijen import vind_doel
from toestemming.aanspreken import met_je, voor_gezin
from toestemming.permissions import log_blik, met_gezin
from toestemming.zicht import Blik


@require_GET
@met_gezin()
def doel(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    return toon_doel(request, blik, _heel(blik, doel_id))


def toon_doel(
    request: HttpRequest,
    blik: Blik,
    doel: Doel,
    *,
    evaluatieform: forms.Form | None = None,
    reactieform: forms.Form | None = None,
) -> HttpResponse:
    """The page; a form that came back holds what was typed."""
    afspraken = list(
        Afspraak.objects.zichtbaar_voor(blik)
        .filter(doel=doel)
        .select_related("termijn", "vastgelegd_door")
        .prefetch_related("uitvoerders__instelling")
    )
    log_blik(request, blik, onderdelen=[doel, *afspraken], object_soort="doel", object_id=doel.pk)
    mag_evalueren = (
        blik.mag(GezinsRecht.BEWERKEN) and doel.staat == Doelstaat.LOOPT and doel.plan.staat != Planstaat.CONCEPT
    )
    reacties = reactieform or (ReactieForm() if blik.mag(GezinsRecht.REAGEREN) else None)
    if reacties and met_je(blik):
        zeg_je(reacties)
    context = {
        "blik": blik,
        "gezin": blik.gezin,
        "je": met_je(blik),
        "doel": doel,
        "afspraken": afspraken,
        "evaluaties": doel.evaluaties.select_related("door", "namens").order_by("-op"),
        "reacties": doel.reacties.select_related("door", "door_deelnemer", "namens"),
        "evaluatieform": evaluatieform or (EvaluatieForm(doel=doel) if mag_evalueren else None),
        "reactieform": reacties,
    }
    sjabloon = "gezinsplan/ons_plan_doel.html" if voor_gezin(blik) else "gezinsplan/doel.html"
    return render(request, sjabloon, context)


@met_gezin(GezinsRecht.BEWERKEN)
@once
def evalueren(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = _heel(blik, doel_id)
    form = filled(request, EvaluatieForm, doel=doel)
    hier = reverse("gezinsplan:doel", args=[blik.gezin.pk, doel.pk])
    return carry_out(
        request,
        lambda: actions.evalueer(doel, form.terugblik(), nu=clock.now(), door=blik.gebruiker),
        form=form,
        page=lambda: toon_doel(request, blik, doel, evaluatieform=form),
        home=hier,
        done=_("Wat jullie hebben besproken, staat in het plan."),
        then=hier,
    )


@met_gezin(GezinsRecht.REAGEREN)
@once
def reageren(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = _heel(blik, doel_id)
    form = filled(request, ReactieForm)
    hier = reverse("gezinsplan:doel", args=[blik.gezin.pk, doel.pk])
    return carry_out(
        request,
        lambda: actions.reageer(doel, form.cleaned_data["tekst"], nu=clock.now(), door=blik.gebruiker),
        form=form,
        page=lambda: toon_doel(request, blik, doel, reactieform=form),
        home=hier,
        done=_("De reactie staat erbij."),
        then=hier,
    )


def _heel(blik: Blik, doel_id: UUID) -> Doel:
    """A goal of which all may be seen; whoever sees its wording only is no reader of this page."""
    doel = vind_doel(blik, doel_id)
    if not doel.heel:
        raise Http404
    return doel
