"""Spoken without the family: recorded in two taps from the plan, and asked of the family afterwards (T4)."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core import clock
from core.acts import carry_out, filled
from core.errors import NotAllowed
from core.idempotency import once
from gezinnen.models import GezinsRecht
from gezinsplan import actions, afstemmingen
from gezinsplan.forms.afstemming import AfstemmingZonderGezinForm, GezinsantwoordForm
from gezinsplan.planbeeld import Planbeeld, planbeeld
from gezinsplan.views.plan import plan_url
from instanties.permissions import vereist_beheerder
from toestemming.permissions import log_blik, met_gezin
from toestemming.zicht import Blik


@require_http_methods(["GET", "POST"])
@met_gezin()
@once
def zonder_gezin(request: HttpRequest, blik: Blik) -> HttpResponse:
    """Choose with whom, about what and why; whoever takes part as professional may."""
    if blik.deelnemer is None or not blik.deelnemer.is_professional:
        raise NotAllowed(_("Dit is voor de hulpverleners van dit plan."))
    beeld = planbeeld(blik)
    form = filled(request, AfstemmingZonderGezinForm, beeld=beeld)
    return carry_out(
        request,
        lambda: actions.leg_afstemming_vast(blik.gezin, form.gegevens(), nu=clock.now(), door=blik.gebruiker),
        form=form,
        page=lambda: _toon(request, beeld, form, None),
        done=_("Het staat in het plan. Het gezin kan het lezen."),
        then=plan_url(blik, anker="zonder-gezin"),
    )


@require_http_methods(["GET", "POST"])
@met_gezin(GezinsRecht.BEWERKEN)
@once
def gezinsantwoord(request: HttpRequest, blik: Blik, afstemming_id: UUID) -> HttpResponse:
    """What the family says afterwards, when nobody had asked it yet."""
    beeld = planbeeld(blik, afstemmingen.ERBIJ)
    gesproken = next(
        (deel for deel in afstemmingen.gesproken_zonder_gezin(beeld) if deel.rij.pk == afstemming_id), None
    )
    if gesproken is None:
        raise Http404
    form = filled(request, GezinsantwoordForm, beeld=beeld)
    return carry_out(
        request,
        lambda: actions.leg_gezinsantwoord_vast(gesproken.rij, form.gezin_zegt(), nu=clock.now(), door=blik.gebruiker),
        form=form,
        page=lambda: _toon(request, beeld, form, gesproken),
        done=_("Het antwoord van het gezin staat erbij."),
        then=plan_url(blik, anker="zonder-gezin"),
    )


def _toon(
    request: HttpRequest, beeld: Planbeeld, form: forms.Form, gesproken: afstemmingen.Gesproken | None
) -> HttpResponse:
    blik = beeld.blik
    log_blik(
        request,
        blik,
        onderdelen=[gesproken.rij] if gesproken else [],
        mensen=beeld.gezinsleden,
        object_soort="afstemming",
        object_id=gesproken.rij.pk if gesproken else None,
    )
    context = {
        "blik": blik,
        "gezin": blik.gezin,
        "form": form,
        "gesproken": gesproken,
        "terug": plan_url(blik),
    }
    return render(request, "gezinsplan/zonder_gezin.html", context)


@require_GET
@vereist_beheerder
def geteld(request: HttpRequest) -> HttpResponse:
    """How often, per instelling, this year; nothing of any family (T4)."""
    jaar = clock.today().year
    return render(
        request, "gezinsplan/zonder_gezin_geteld.html", {"rijen": afstemmingen.per_instelling(jaar), "jaar": jaar}
    )
