"""Asking for help without an account: for a family that nobody knows yet, also on a phone and without scripts (Z10, S24)."""

from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core import clock
from core.acts import carry_out
from core.idempotency import once
from instanties.models import Regio
from instanties.teller import met_teller
from zorgcoordinatie import actions
from zorgcoordinatie.forms import HulpvraagForm
from zorgcoordinatie.selectie import gemeenten_met_intakepunt

PAGINA = "zorgcoordinatie/hulp_vragen.html"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@once
def hulp_vragen(request: HttpRequest) -> HttpResponse:
    """A name, a number and a few words. What was typed stays with every error; too often, it stays and says whom to call."""
    form = HulpvraagForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and not ratelimit.consume(request, action="hulp_vragen"):
        form.add_error(
            None, _("Er komen nu heel veel vragen binnen. Probeer het over een uur opnieuw, of bel uw gemeente.")
        )
        return _toon(request, form, 429)
    return carry_out(
        request,
        lambda: actions.stuur_signaal(form.gegevens(), nu=clock.now()),
        form=form,
        page=lambda: _toon(request, form, 422 if form.errors else 200),
        keeps=False,
        then=lambda _signaal: redirect("zorgcoordinatie:hulp_dank"),
    )


hulp_vragen = met_teller(hulp_vragen, "zorgcoordinatie/hulp_gesloten.html")


@require_safe
@never_cache
def dank(request: HttpRequest) -> HttpResponse:
    """That it was received, and what the region promises: its term, and nothing else."""
    return render(request, "zorgcoordinatie/hulp_dank.html", _belofte())


def _toon(request: HttpRequest, form: HulpvraagForm, status: int) -> HttpResponse:
    return render(request, PAGINA, {"form": form, **_belofte()}, status=status)


def _belofte() -> dict[str, Any]:
    """What the region promises, whom one can call instead, and who stands beside a family (S27)."""
    regio = Regio.objects.huidige()
    return {"regio": regio, "termijn": regio.signaal, "gemeenten": gemeenten_met_intakepunt().exclude(telefoon="")}
