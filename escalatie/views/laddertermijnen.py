"""The beheer page on which the region changes its step terms (E7, E8)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import clock
from core.acts import carry_out, filled
from core.idempotency import once
from escalatie import actions
from escalatie.ladderformulier import LaddertermijnenForm
from instanties.herbevestigen import herbevestigd
from instanties.permissions import vereist_beheerder


@vereist_beheerder
@herbevestigd
@once
def laddertermijnen(request: HttpRequest) -> HttpResponse:
    """How long there is to record in each step."""
    form = filled(request, LaddertermijnenForm)
    return carry_out(
        request,
        lambda: actions.leg_laddertermijnen_vast(form.gekozen(), door=request.user, nu=clock.now()),  # type: ignore[arg-type]
        form=form,
        page=lambda: render(request, "escalatie/laddertermijnen.html", {"form": form}),
        done=_("De termijnen van de stappen zijn vastgelegd."),
        then=reverse("instanties:regio"),
    )
