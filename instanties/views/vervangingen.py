"""Who is away and who stands in: one's own days, and for the leiding and the beheerder those of their people (I6)."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import klok
from core.bevestigen import vraag_bevestiging
from core.fouten import Regelfout
from core.idempotentie import eenmalig
from instanties import actions, afwezig
from instanties.afwezigheidsformulier import VervangingForm
from instanties.forms import met_regels
from instanties.models import Gebruiker, Vervanging
from instanties.permissions import mag_afwezigheid_vastleggen


@require_safe
@login_required
def afwezigheid(request: HttpRequest) -> HttpResponse:
    """One's own days away, and who is away now or soon."""
    if not request.user.is_professional:
        raise Http404
    context = {
        "overzicht": afwezig.overzicht(request.user, klok.vandaag()),
        "mag_zelf": mag_afwezigheid_vastleggen(request.user, request.user),
    }
    return render(request, "instanties/afwezigheid.html", context)


@login_required
@eenmalig
def vastleggen(request: HttpRequest, gebruiker_id: UUID | None = None) -> HttpResponse:
    """Record that oneself, or one of one's people, is away."""
    wie = request.user if gebruiker_id is None else get_object_or_404(Gebruiker, pk=gebruiker_id)
    _eis_recht(request, wie)
    form = VervangingForm(request.POST if request.method == "POST" else None, wie=wie)
    if request.method == "POST" and form.is_valid():
        gelukt = met_regels(
            form, actions.leg_vervanging_vast, wie, nu=klok.nu(), vandaag=klok.vandaag(), door=request.user,
            **form.cleaned_data,
        )  # fmt: skip
        if gelukt:
            messages.success(request, _("De afwezigheid staat erin."))
            return redirect("instanties:afwezigheid")
    return _formulier(request, form, wie, None)


@login_required
@eenmalig
def wijzigen(request: HttpRequest, vervanging_id: UUID) -> HttpResponse:
    """Another last day, or somebody else who stands in."""
    rij = _rij(request, vervanging_id)
    begin = {"tot_en_met": rij.tot_en_met, "vervanger": str(rij.vervanger_id or "")}
    form = VervangingForm(request.POST if request.method == "POST" else None, wie=rij.wie, nieuw=False, initial=begin)
    if request.method == "POST" and form.is_valid():
        gelukt = met_regels(
            form, actions.wijzig_vervanging, rij, nu=klok.nu(), vandaag=klok.vandaag(), door=request.user,
            **form.cleaned_data,
        )  # fmt: skip
        if gelukt:
            messages.success(request, _("De afwezigheid is gewijzigd."))
            return redirect("instanties:afwezigheid")
    return _formulier(request, form, rij.wie, rij)


@login_required
@eenmalig
def intrekken(request: HttpRequest, vervanging_id: UUID) -> HttpResponse:
    """Back, or not away after all; asked once."""
    rij = _rij(request, vervanging_id)
    if request.method == "POST":
        try:
            actions.trek_vervanging_in(rij, nu=klok.nu(), vandaag=klok.vandaag(), door=request.user)
        except Regelfout as fout:
            messages.error(request, fout.melding)
        else:
            messages.success(request, _("De afwezigheid is ingetrokken."))
        return redirect("instanties:afwezigheid")
    return vraag_bevestiging(
        request,
        titel=_("Is %(wie)s er weer?") % {"wie": rij.wie},
        gevolg=_("Vanaf nu komt alles weer bij %(wie)s zelf, en ziet de vervanger het niet meer.") % {"wie": rij.wie},
        knop=_("Trek de afwezigheid in"),
        terug=reverse("instanties:afwezigheid"),
        gevaar=False,
    )


def _formulier(request: HttpRequest, form: VervangingForm, wie: Gebruiker, rij: Vervanging | None) -> HttpResponse:
    context = {"form": form, "wie": wie, "rij": rij, "zelf": wie.pk == request.user.pk}
    return render(request, "instanties/afwezigheid_formulier.html", context, status=422 if form.errors else 200)


def _rij(request: HttpRequest, vervanging_id: UUID) -> Vervanging:
    rij = get_object_or_404(Vervanging.objects.geldig().select_related("wie", "vervanger"), pk=vervanging_id)
    _eis_recht(request, rij.wie)
    return rij


def _eis_recht(request: HttpRequest, wie: Gebruiker) -> None:
    """Who isn't about these people learns nothing of them."""
    if not mag_afwezigheid_vastleggen(request.user, wie):
        raise Http404
