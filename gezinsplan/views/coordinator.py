"""The pages on which somebody else becomes zorgcoördinator; a family is never without (Z3)."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock
from core.acts import carry_out, filled
from core.errors import NotAllowed
from core.idempotency import once
from gezinnen import actions
from gezinnen.models import Coordinatorschap, GezinsRecht
from gezinsplan.forms.coordinator import AanwijzenForm, WisselForm
from gezinsplan.permissions import plannen_zonder_coordinator
from gezinsplan.views.gezin import toon_formulier
from instanties.models import Gebruiker
from instanties.permissions import instellingen_als_manager
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik
from woorden.zinnen import zin


@met_gezin(GezinsRecht.BEWERKEN)
@once
def coordinator_wisselen(request: HttpRequest, blik: Blik) -> HttpResponse:
    """The coordinator hands over to somebody of the sociale kaart, with a reason (Z3)."""
    form = filled(request, WisselForm, gezin=blik.gezin)

    def wissel() -> Gebruiker:
        keuze = form.cleaned_data["wie"]
        actions.wissel_coordinator(
            blik.gezin,
            keuze.gebruiker,
            keuze.instelling,
            nu=clock.now(),
            door=request.user,
            reden=form.cleaned_data["reden"],
        )
        return keuze.gebruiker

    return carry_out(
        request,
        wissel,
        form=form,
        page=lambda: toon_formulier(
            request,
            blik.gezin,
            form,
            titel=zin(_("Een ander wordt [zorgcoördinator]")),
            knop=_("Draag dit gezin over"),
            inleiding=zin(
                _(
                    "Wat er loopt, gaat mee naar [de nieuw(e) zorgcoördinator]. U blijft meedoen, en ziet daarna alleen uw "
                    "eigen deel."
                )
            ),
        ),
        done=lambda wie: zin(_("%(naam)s is nu [de zorgcoördinator].")) % {"naam": wie},
        then=reverse("gezinsplan:plan", args=[blik.gezin.pk]),
    )


@require_safe
@login_required
def zonder_coordinator(request: HttpRequest) -> HttpResponse:
    """Plans of the manager's own instellingen that nobody coordinates any more: numbers only (Z3)."""
    if not instellingen_als_manager(request.user).exists():
        raise NotAllowed
    rijen = list(plannen_zonder_coordinator(request.user))
    request.logboek.bekeken_velen(_gelezen(rij) for rij in rijen)
    return render(request, "gezinsplan/zonder_coordinator.html", {"rijen": rijen})


@login_required
@once
def coordinator_aanwijzen(request: HttpRequest, coordinatorschap_id: UUID) -> HttpResponse:
    """The manager names a colleague for such a plan, without seeing the plan (Z3)."""
    rij = get_object_or_404(plannen_zonder_coordinator(request.user), pk=coordinatorschap_id)
    form = filled(request, AanwijzenForm, instelling=rij.instelling)

    def wijs_aan() -> Gebruiker:
        gebruiker = form.cleaned_data["gebruiker"]
        actions.wissel_coordinator(
            rij.gezin,
            gebruiker,
            rij.instelling,
            nu=clock.now(),
            door=request.user,
            reden=zin(_("[de vorige zorgcoördinator] werkt hier niet meer")),
        )
        return gebruiker

    def toon() -> HttpResponse:
        request.logboek.bekeken(**_gelezen(rij))
        return toon_formulier(
            request,
            None,
            form,
            titel=zin(_("[Zorgcoördinator] voor plan %(nummer)s")) % {"nummer": rij.gezin.nummer},
            knop=_("Wijs deze collega aan"),
            terug=reverse("gezinsplan:zonder_coordinator"),
        )

    return carry_out(
        request,
        wijs_aan,
        form=form,
        page=toon,
        done=lambda wie: (
            zin(_("%(naam)s is nu [de zorgcoördinator] van plan %(nummer)s."))
            % {"naam": wie, "nummer": rij.gezin.nummer}
        ),
        then=reverse("gezinsplan:zonder_coordinator"),
    )


def _gelezen(rij: Coordinatorschap) -> dict[str, object]:
    """What the logboek keeps of a manager who saw this number (X1)."""
    return {
        "gezin_id": rij.gezin_id,
        "gezin_nummer": str(rij.gezin.nummer),
        "doel": zin(_("[een zorgcoördinator] aanwijzen")),
        "grondslag": _("taak van de manager (alleen het nummer)"),
        "getoond": {"nummer": rij.gezin.nummer},
    }
