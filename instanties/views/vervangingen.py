"""Who is away and who stands in: one's own days, and for the leiding and the beheerder those of their people (I6)."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock
from core.acts import carry_out, filled
from core.confirm import ask_to_confirm
from core.idempotency import once
from instanties import actions, afwezig
from instanties.afwezigheidsformulier import VervangingForm
from instanties.herbevestigen import herbevestigd_als
from instanties.kan_vervangen import wie_er_dan_is
from instanties.models import Gebruiker, Vervanging
from instanties.permissions import mag_afwezigheid_vastleggen
from woorden.tijdwoorden import dagen_voluit


@require_safe
@login_required
def afwezigheid(request: HttpRequest) -> HttpResponse:
    """One's own days away, and who is away now or soon."""
    if not request.user.is_professional:
        raise Http404
    context = {
        "overzicht": afwezig.overzicht(request.user, clock.today()),
        "mag_zelf": mag_afwezigheid_vastleggen(request.user, request.user),
    }
    return render(request, "instanties/afwezigheid.html", context)


def _voor_een_ander(request: HttpRequest, gebruiker_id: UUID | None = None, vervanging_id: UUID | None = None) -> bool:
    """Whether this is about somebody else: a grave act, for it gives a right (I8)."""
    if vervanging_id is not None:
        return not Vervanging.objects.filter(pk=vervanging_id, wie=request.user).exists()
    return gebruiker_id not in (None, request.user.pk)


@login_required
@herbevestigd_als(_voor_een_ander)
@once
def vastleggen(request: HttpRequest, gebruiker_id: UUID | None = None) -> HttpResponse:
    """Record that oneself, or one of one's people, is away."""
    wie = request.user if gebruiker_id is None else get_object_or_404(Gebruiker, pk=gebruiker_id)
    _eis_recht(request, wie)
    form = filled(request, VervangingForm, wie=wie, door=request.user)
    return carry_out(
        request,
        lambda: actions.leg_vervanging_vast(
            wie, nu=clock.now(), vandaag=clock.today(), door=request.user, **form.cleaned_data
        ),
        form=form,
        page=lambda: _formulier(request, form, wie, None),
        done=lambda rij: f"{_('De afwezigheid staat erin.')} {_wie_dan_wel(rij)}".strip(),
        then=reverse("instanties:afwezigheid"),
    )


@login_required
@herbevestigd_als(_voor_een_ander)
@once
def wijzigen(request: HttpRequest, vervanging_id: UUID) -> HttpResponse:
    """Another last day, or somebody else who stands in."""
    rij = _rij(request, vervanging_id)
    begin = {"tot_en_met": rij.tot_en_met, "vervanger": str(rij.vervanger_id or "")}
    form = filled(request, VervangingForm, wie=rij.wie, door=request.user, nieuw=False, initial=begin)
    return carry_out(
        request,
        lambda: actions.wijzig_vervanging(
            rij, nu=clock.now(), vandaag=clock.today(), door=request.user, **form.cleaned_data
        ),
        form=form,
        page=lambda: _formulier(request, form, rij.wie, rij),
        done=lambda rij: f"{_('De afwezigheid is gewijzigd.')} {_wie_dan_wel(rij)}".strip(),
        then=reverse("instanties:afwezigheid"),
    )


@login_required
@herbevestigd_als(_voor_een_ander)
@once
def intrekken(request: HttpRequest, vervanging_id: UUID) -> HttpResponse:
    """Back, or not away after all; asked once."""
    rij = _rij(request, vervanging_id)
    return carry_out(
        request,
        lambda: actions.trek_vervanging_in(rij, nu=clock.now(), vandaag=clock.today(), door=request.user),
        page=lambda: ask_to_confirm(
            request,
            title=_("Is %(wie)s er weer?") % {"wie": rij.wie},
            consequence=_("Vanaf nu komt alles weer bij %(wie)s zelf, en ziet de vervanger het niet meer.")
            % {"wie": rij.wie},
            button=_("Trek de afwezigheid in"),
            back=reverse("instanties:afwezigheid"),
            danger=False,
        ),
        done=_("De afwezigheid is ingetrokken."),
        then=reverse("instanties:afwezigheid"),
    )


def _wie_dan_wel(rij: Vervanging) -> str:
    """Who it will be on the days on which the one who was named is away too."""
    vandaag = clock.today()
    if rij.vervanger is None:
        return ""
    return " ".join(
        _("%(vervanger)s is zelf weg %(dagen)s: dan vervangt %(wie)s.")
        % {"vervanger": rij.vervanger, "dagen": dagen_voluit(van, tot, vandaag), "wie": wie}
        for van, tot, wie in wie_er_dan_is(rij.wie, rij.vervanger, max(rij.van, vandaag), rij.tot_en_met)
        if wie != rij.vervanger
    )


def _formulier(request: HttpRequest, form: VervangingForm, wie: Gebruiker, rij: Vervanging | None) -> HttpResponse:
    context = {"form": form, "wie": wie, "rij": rij, "zelf": wie.pk == request.user.pk}
    return render(request, "instanties/afwezigheid_formulier.html", context)


def _rij(request: HttpRequest, vervanging_id: UUID) -> Vervanging:
    rij = get_object_or_404(Vervanging.objects.geldig().select_related("wie", "vervanger"), pk=vervanging_id)
    _eis_recht(request, rij.wie)
    return rij


def _eis_recht(request: HttpRequest, wie: Gebruiker) -> None:
    """Who isn't about these people learns nothing of them."""
    if not mag_afwezigheid_vastleggen(request.user, wie):
        raise Http404
