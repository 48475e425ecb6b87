"""The region's own words: kept by the beheerder, read by everybody (I7)."""

from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.acts import carry_out, filled
from core.idempotency import once
from instanties import actions
from instanties.models import Begripwoord
from instanties.permissions import vereist_beheerder
from instanties.woordformulier import BegripForm
from woorden import begrippen, zinnen


def _alle() -> list[dict[str, Any]]:
    """Every term as the region says it, by the alphabet. Read anew: this page shows what was just changed."""
    eigen = {rij.sleutel: rij for rij in Begripwoord.objects.all()}
    rijen = []
    for sleutel, standaard in begrippen.BEGRIPPEN.items():
        velden = {veld: getattr(eigen[sleutel], veld) for veld in begrippen.EIGEN_VELDEN} if sleutel in eigen else {}
        begrip = begrippen.met_eigen(standaard, velden)
        rijen.append({"sleutel": sleutel, "begrip": begrip, "standaard": standaard, "eigen": eigen.get(sleutel)})
    return sorted(rijen, key=lambda rij: str(rij["begrip"].woord).casefold())


@login_required
@require_safe
def begrippenlijst(request: HttpRequest) -> HttpResponse:
    """What each word means and who does what. Families read the plain words beside it."""
    voor_gezin = not getattr(request.user, "is_professional", False)
    return render(request, "instanties/begrippenlijst.html", {"rijen": _alle(), "voor_gezin": voor_gezin})


@require_safe
@vereist_beheerder
def woorden(request: HttpRequest) -> HttpResponse:
    """All terms, and which of them this region says in its own way."""
    return render(request, "instanties/woorden.html", {"rijen": _alle()})


def _rij(sleutel: str) -> dict[str, Any]:
    for rij in _alle():
        if rij["sleutel"] == sleutel:
            return rij
    raise Http404


@vereist_beheerder
@once
def woord(request: HttpRequest, sleutel: str) -> HttpResponse:
    """Say one term in the region's own way; `voorbeeld` shows it in a sentence and keeps nothing."""
    rij = _rij(sleutel)
    form = filled(request, BegripForm, rij=rij)

    def toon() -> HttpResponse:
        getoond = rij["begrip"]
        if form.is_bound and form.is_valid():
            getoond = replace(getoond, **{veld: form.cleaned_data[veld] for veld in form.woordvelden})
        context = {"form": form, "rij": rij, "voorbeeld": zinnen.voorbeeld(getoond)}
        return render(request, "instanties/woord.html", context)

    if "voorbeeld" in request.POST and form.is_valid():
        return toon()
    return carry_out(
        request,
        lambda: actions.leg_begripwoord_vast(sleutel, door=request.user, **form.cleaned_data),
        form=form,
        page=toon,
        done=_("Vastgelegd. Binnen een minuut staat dit woord overal."),
        then=reverse("instanties:woorden"),
    )


@vereist_beheerder
@once
def woord_terug(request: HttpRequest, sleutel: str) -> HttpResponse:
    """Back to the default."""
    terug_te_zetten = _rij(sleutel)["sleutel"]
    return carry_out(
        request,
        lambda: actions.zet_begripwoord_terug(terug_te_zetten, door=request.user),
        done=_("Het gewone woord is terug. Binnen een minuut staat het overal."),
        then=reverse("instanties:woorden"),
    )
