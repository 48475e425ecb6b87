"""Beheer: the kinds of ground, so that a new law needs no new code (T3)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.antwoorden import probeer
from core.idempotentie import eenmalig
from instanties.permissions import vereist_beheerder
from toestemming import actions
from toestemming.actions import Soortgegevens
from toestemming.forms.gronden import SoortForm
from toestemming.models import Grondslagsoort


@require_safe
@vereist_beheerder
def soorten(request: HttpRequest) -> HttpResponse:
    """All kinds of ground of the region."""
    return render(
        request, "toestemming/soorten.html", {"soorten": Grondslagsoort.objects.order_by("-met_de_hand", "naam")}
    )


@vereist_beheerder
@eenmalig
def soort(request: HttpRequest, code: str = "") -> HttpResponse:
    """Add a kind that a coordinator can record, or change one."""
    rij = get_object_or_404(Grondslagsoort, pk=code) if code else None
    form = SoortForm(request.POST if request.method == "POST" else None, soort=rij)
    if request.method == "POST":

        def daad() -> Grondslagsoort:
            return actions.leg_soort_vast(rij, Soortgegevens(**form.cleaned_data), door=request.user)

        if bewaard := probeer(form, daad):
            messages.success(request, _("%(naam)s is vastgelegd.") % {"naam": bewaard.naam})
            return redirect("toestemming:soorten")
    return render(request, "toestemming/soort.html", {"form": form, "rij": rij}, status=422 if form.errors else 200)
