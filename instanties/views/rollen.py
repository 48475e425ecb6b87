"""Roles that wait for a second person: to confirm, many at once, and what was asked or given (I3, I8)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from core import clock
from core.acts import carry_out, filled
from core.idempotency import once
from instanties import actions, bevestigers
from instanties.herbevestigen import herbevestigd
from instanties.models import Functie, FunctieVerzoek, Gebruiker, Sluitverzoek, Toegangsverzoek
from instanties.permissions import is_beheerder, is_privacy_officer
from instanties.rolformulier import AntwoordForm, JaNeeForm

ROLLEN = reverse_lazy("instanties:rollen")
# So long what lapsed, or is unusual, stays on the list.
TERUG = timedelta(days=365)
HOOGSTENS = 100


@require_safe
@login_required
def rollen(request: HttpRequest) -> HttpResponse:
    """One's own roles, those that wait for one's yes, and what one asked; for the privacy officer what was unusual."""
    return _pagina(request, AntwoordForm(wachten=_wachten(request)))


@login_required
@herbevestigd
@once
def beantwoorden(request: HttpRequest) -> HttpResponse:
    """Say yes or no to the chosen ones, all at once."""
    form = filled(request, AntwoordForm, wachten=_wachten(request))
    return carry_out(
        request,
        lambda: actions.beantwoord_functies(
            form.cleaned_data["verzoeken"], form.cleaned_data["antwoord"] == AntwoordForm.JA, nu=clock.now(),
            door=request.user,
        ),
        form=form,
        page=lambda: _pagina(request, form),
        home=str(ROLLEN),
        done=_gedaan,
        then=str(ROLLEN),
    )  # fmt: skip


def _gedaan(verzoeken: list[FunctieVerzoek]) -> str:
    aantal = len(verzoeken)
    if verzoeken[0].is_ja:
        return ngettext("%(n)s rol is gegeven.", "%(n)s rollen zijn gegeven.", aantal) % {"n": aantal}
    return ngettext("%(n)s rol is niet gegeven.", "%(n)s rollen zijn niet gegeven.", aantal) % {"n": aantal}


@login_required
@herbevestigd
@once
def sluiten_beantwoorden(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Say yes or no to one organisation going on at another; by the yes it is done."""
    verzoek = get_object_or_404(Sluitverzoek, pk=verzoek_id)
    if verzoek not in bevestigers.sluiten_aan_mij_gevraagd(_professional(request), clock.now()):
        raise Http404
    form = filled(request, JaNeeForm)
    return carry_out(
        request,
        lambda: actions.beantwoord_sluiten(
            verzoek, form.cleaned_data["antwoord"] == AntwoordForm.JA, nu=clock.now(), door=request.user
        ),
        form=form,
        home=str(ROLLEN),
        done=_na_sluiten,
        then=str(ROLLEN),
    )


def _na_sluiten(rij: Sluitverzoek) -> str:
    if not rij.is_ja:
        zin = _("%(van)s blijft zoals het was.")
    else:
        zin = _("%(van)s is nu verder bij %(naar)s.") if rij.opvolger else _("%(van)s doet niet meer mee.")
    return zin % {"van": rij.organisatie, "naar": rij.opvolger}


@login_required
@herbevestigd
@once
def toegang_beantwoorden(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Say yes or no to a new way into somebody's account; by the yes the old one is gone."""
    verzoek = get_object_or_404(Toegangsverzoek, pk=verzoek_id)
    if verzoek not in bevestigers.toegang_aan_mij_gevraagd(_professional(request), clock.now()):
        raise Http404
    form = filled(request, JaNeeForm)
    return carry_out(
        request,
        lambda: actions.beantwoord_nieuwe_toegang(
            verzoek, form.cleaned_data["antwoord"] == AntwoordForm.JA, nu=clock.now(), door=request.user
        ),
        form=form,
        home=str(ROLLEN),
        done=lambda rij: (
            _("%(naam)s kan niet meer inloggen tot er een nieuwe uitnodiging is.") % {"naam": rij.gebruiker}
            if rij.is_ja
            else _("De toegang van %(naam)s blijft zoals hij was.") % {"naam": rij.gebruiker}
        ),
        then=str(ROLLEN),
    )


@login_required
@once
def intrekken(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Ask no longer: by who asked, or a beheerder."""
    verzoek = get_object_or_404(FunctieVerzoek, pk=verzoek_id)
    if verzoek.door != request.user and not is_beheerder(request.user):
        raise Http404
    return carry_out(
        request,
        lambda: actions.trek_verzoek_in(verzoek, nu=clock.now(), door=request.user),
        home=str(ROLLEN),
        done=_("Deze rol wordt niet meer gevraagd."),
        then=str(ROLLEN),
    )


def _wachten(request: HttpRequest) -> list[FunctieVerzoek]:
    return bevestigers.aan_mij_gevraagd(_professional(request), clock.now())


def _professional(request: HttpRequest) -> Any:
    gebruiker: Any = request.user
    if not gebruiker.is_professional:
        raise Http404
    return gebruiker


def _pagina(request: HttpRequest, form: AntwoordForm) -> HttpResponse:
    gebruiker: Any = request.user
    nu = clock.now()
    gevraagd = _door(bevestigers.wachtende(nu), gebruiker)
    verlopen = FunctieVerzoek.objects.verlopen(nu).filter(uiterlijk_op__gt=nu - TERUG)
    context = {
        "form": form,
        "mijn": gebruiker.functies.geldig().select_related("instelling", "gemeente", *_HERKOMST).order_by("rol", "id"),
        "gevraagd": bevestigers.met_wie_gevraagd_is(gevraagd, nu),
        "verlopen": _door(verlopen.select_related("gebruiker", "instelling", "gemeente"), gebruiker)[:HOOGSTENS],
        "ziet_ongewoon": is_privacy_officer(gebruiker),
        "ongewoon": _ongewoon(nu) if is_privacy_officer(gebruiker) else [],
        "sluiten": [
            (rij, actions.wat_blijft_achter(rij.organisatie))
            for rij in bevestigers.sluiten_aan_mij_gevraagd(gebruiker, nu)
        ],
        "toegang": bevestigers.toegang_aan_mij_gevraagd(gebruiker, nu),
        "toegang_gevraagd": bevestigers.met_wie_gevraagd_is(_door(bevestigers.wachtende_toegang(nu), gebruiker), nu),
        "sluiten_gevraagd": bevestigers.met_wie_gevraagd_is(_door(bevestigers.wachtende_sluitingen(nu), gebruiker), nu),
        "adres_beantwoorden": reverse("instanties:rollen_beantwoorden"),
    }
    return render(request, "instanties/rollen.html", context)


_HERKOMST = ("verzoek__door", "verzoek__beantwoord_door")


def _door(verzoeken: Any, gebruiker: Gebruiker) -> Any:
    """Of a beheerder all, of another what that one asked."""
    return verzoeken if is_beheerder(gebruiker) else verzoeken.filter(door=gebruiker)


def _ongewoon(nu: Any) -> Any:
    rijen = Functie.objects.filter(gegeven_op__gt=nu - TERUG).exclude(ongewoon=[])
    return rijen.select_related("gebruiker", "instelling", "gemeente", *_HERKOMST).order_by("-gegeven_op")[:HOOGSTENS]
