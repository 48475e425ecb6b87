"""Beheer: the kinds of ground, so that a new law needs no new code (T3)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.acts import carry_out, filled
from core.idempotency import once
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
@once
def soort(request: HttpRequest, code: str = "") -> HttpResponse:
    """Add a kind that a coordinator can record, or change one."""
    rij = get_object_or_404(Grondslagsoort, pk=code) if code else None
    form = filled(request, SoortForm, soort=rij)
    return carry_out(
        request,
        lambda: actions.leg_soort_vast(rij, Soortgegevens(**form.cleaned_data), door=request.user),
        form=form,
        page=lambda: render(request, "toestemming/soort.html", {"form": form, "rij": rij}),
        done=lambda bewaard: _("%(naam)s is vastgelegd.") % {"naam": bewaard.naam},
        then=reverse("toestemming:soorten"),
    )
