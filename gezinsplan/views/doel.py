"""One goal: looking back on it, celebrating it, and what people say about it (G6, G14)."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q, QuerySet
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
from gezinsplan.models.afspraak import OPEN_AFSPRAAK
from gezinsplan.selectie import reacties_bij
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
    mag_evalueren = (
        blik.mag(GezinsRecht.BEWERKEN) and doel.staat == Doelstaat.LOOPT and doel.plan.staat != Planstaat.CONCEPT
    )
    eronder = list(
        _eronder(blik, doel).select_related("termijn", "vastgelegd_door").prefetch_related("uitvoerders__instelling")
    )
    afspraken = [afspraak for afspraak in eronder if afspraak.doel_id == doel.pk]
    vraagt = _om_te_evalueren(blik, doel, eronder) if mag_evalueren else None
    getoond = [*(eronder if vraagt else afspraken), *(vraagt["doelen"] if vraagt else ())]
    log_blik(request, blik, onderdelen=[doel, *getoond], object_soort="doel", object_id=doel.pk)
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
        "reacties": reacties_bij(doel),
        "evaluatieform": evaluatieform or (EvaluatieForm(**vraagt) if vraagt else None),
        "mag_heropenen": blik.mag(GezinsRecht.BEWERKEN) and doel.staat != Doelstaat.LOOPT,
        "reactieform": reacties,
    }
    sjabloon = "gezinsplan/ons_plan_doel.html" if voor_gezin(blik) else "gezinsplan/doel.html"
    return render(request, sjabloon, context)


@met_gezin(GezinsRecht.BEWERKEN)
@once
def evalueren(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = _heel(blik, doel_id)
    form = filled(request, EvaluatieForm, **_om_te_evalueren(blik, doel, _eronder(blik, doel)))
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


def _eronder(blik: Blik, doel: Doel) -> QuerySet[Afspraak]:
    """The afspraken of a goal and of its conditions that this reader sees."""
    onder = Q(doel=doel) | Q(doel__hoofddoel=doel)
    return Afspraak.objects.zichtbaar_voor(blik).filter(onder)


def _om_te_evalueren(blik: Blik, doel: Doel, eronder: Iterable[Afspraak]) -> dict[str, Any]:
    """What the form asks about: what of `eronder` still runs, and under which goal it may go on."""
    doelen = (
        Doel.objects.zichtbaar_voor(blik).filter(staat=Doelstaat.LOOPT).exclude(Q(pk=doel.pk) | Q(hoofddoel=doel.pk))
    )
    lopend = [afspraak for afspraak in eronder if afspraak.staat in OPEN_AFSPRAAK]
    return {"doel": doel, "lopend": lopend, "doelen": list(doelen.order_by("volgorde"))}


def _heel(blik: Blik, doel_id: UUID) -> Doel:
    """A goal of which all may be seen; whoever sees its wording only is no reader of this page."""
    doel = vind_doel(blik, doel_id)
    if not doel.heel:
        raise Http404
    return doel
