"""Ons plan: the plan as the family itself reads it, on a phone, good news first (G14, G16, E10)."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core import clock, clock_home
from gezinnen.models import Deelnemer, GezinsRecht, SoortDeelnemer
from gezinsplan import afstemmingen, beurten, sinds
from gezinsplan.aanspreken import roepnaam
from gezinsplan.eigen_zaken import kiest_voor
from gezinsplan.models import Afspraak, Afspraakstaat
from gezinsplan.planbeeld import Erbij, Planbeeld, planbeeld
from toestemming.aanspreken import met_je, voor_gezin
from toestemming.permissions import log_blik, met_gezin
from toestemming.zicht import Blik, blikken

MEEST_GELUKT = 3
# What `delen_van_ons_plan` needs beside the plan itself; and on the page what is new, and whether the clock is held.
DELEN = beurten.ERBIJ | afstemmingen.ERBIJ
ONS_PLAN = DELEN | sinds.ERBIJ | Erbij(plan=lambda _oog: {"klok_nu": clock_home.along()})


@require_safe
@login_required
def ons_plan(request: HttpRequest) -> HttpResponse:
    """The one plan of this person's own family; who belongs to more of them chooses."""
    deelnames = Deelnemer.objects.actief().filter(gebruiker=request.user).exclude(soort=SoortDeelnemer.PROFESSIONAL)
    zichtbaar = blikken(request.user, deelnames.values_list("gezin_id", flat=True))
    if len(zichtbaar) == 1:
        return redirect("gezinsplan:ons_plan_gezin", next(iter(zichtbaar)))
    for blik in zichtbaar.values():
        log_blik(request, blik)
    gezinnen = sorted(
        (blik.gezin for blik in zichtbaar.values()), key=lambda gezin: (gezin.naam_volgorde, gezin.nummer)
    )
    je = any(map(met_je, zichtbaar.values()))
    return render(request, "gezinsplan/ons_plan_kiezen.html", {"gezinnen": gezinnen, "je": je})


@require_safe
@met_gezin()
def ons_plan_gezin(request: HttpRequest, blik: Blik) -> HttpResponse:
    """Everything of the plan that this reader sees, what is for him or her first."""
    if not voor_gezin(blik):
        return redirect("gezinsplan:plan", blik.gezin.pk)
    bezoek_nu = timezone.now()
    beeld = planbeeld(blik, ONS_PLAN, bezoek_nu=bezoek_nu)
    clock_home.remember(beeld.plan.klok_nu)  # type: ignore[attr-defined] # for the line that it is held
    delen = delen_van_ons_plan(beeld)
    log_blik(
        request,
        blik,
        onderdelen=[*beeld.onderdelen, *(deel.rij for deel in delen["gesproken"])],
        mensen=beeld.gezinsleden,
        object_soort="gezinsplan",
        object_id=beeld.plan.pk,
    )
    context = {
        **delen,
        "sinds": sinds.sinds(beeld, [], bezoek_nu=bezoek_nu, nu=clock.now()),
        "roepnaam": roepnaam(blik.deelnemer.naam if blik.deelnemer else blik.gebruiker.naam),
        "kiest_eigen_zaken": bool(kiest_voor(blik)),
    }
    return render(request, "gezinsplan/ons_plan.html", context)


def delen_van_ons_plan(beeld: Planbeeld) -> dict[str, Any]:
    """What the parts of Ons plan need; also where somebody reads how another will see them. `beeld`: with DELEN."""
    blik, gelukt = beeld.blik, _gelukt(beeld)
    return {
        "blik": blik,
        "gezin": blik.gezin,
        "je": met_je(blik),
        "beeld": beeld,
        "beurten": beurten.beurten(beeld, clock.now()),
        "gelukt": gelukt[:MEEST_GELUKT],
        "meer_gelukt": gelukt[MEEST_GELUKT:],
        "gesproken": afstemmingen.gesproken_zonder_gezin(beeld),
        "vandaag": clock.today(),
        "gisteren": clock.today() - timedelta(days=1),
        "mag_reageren": blik.mag(GezinsRecht.REAGEREN),
    }


def _gelukt(beeld: Planbeeld) -> list[Afspraak]:
    """What was done, the latest first."""
    gedaan = [afspraak for afspraak in beeld.afspraken if afspraak.staat == Afspraakstaat.GEDAAN]
    return sorted(gedaan, key=lambda afspraak: (afspraak.gebeurd_op, afspraak.vastgelegd_op), reverse=True)
