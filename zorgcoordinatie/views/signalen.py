"""Signals: sending one, and what the intakepunt does with it (Z10, Z13, S10)."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock
from core.acts import carry_out, filled
from core.errors import NotAllowed
from core.idempotency import once
from gezinnen.permissions import eigen_instellingen
from woorden.zinnen import zin
from zorgcoordinatie import actions
from zorgcoordinatie.forms import AfwijsForm, BeginForm, OpneemForm, SignaalForm, TelefoonForm
from zorgcoordinatie.models import Signaal
from zorgcoordinatie.selectie import (
    aan_mij_gevraagd,
    heeft_signalen,
    signaalhouder,
    signalen_van,
    vastgehouden,
    werkt_bij_intake,
    zelf_gestuurd,
)

SIGNALEN = reverse_lazy("zorgcoordinatie:signalen")
MEEST = 50


@require_safe
@login_required
def signalen(request: HttpRequest) -> HttpResponse:
    """What waits for this person, which families one holds, and what one sent: each with until when or what came of it."""
    if not heeft_signalen(request.user):
        raise NotAllowed
    wachten = list(aan_mij_gevraagd(request.user, clock.now()))
    houdt = list(vastgehouden(request.user))
    gezegd = signalen_van(houdt)
    for rij in wachten:
        rij.laat = rij.is_te_laat(clock.now())  # type: ignore[attr-defined]
    for hoeder in houdt:
        hoeder.signaal = gezegd.get(hoeder.gezin_id)  # type: ignore[attr-defined]
    request.logboek.bekeken_velen(_gelezen(rij) for rij in [*wachten, *gezegd.values()])
    request.logboek.bekeken_velen(
        {"gezin_id": rij.gezin_id, "gezin_nummer": str(rij.gezin.nummer), "object_soort": "gezin"} for rij in houdt
    )
    context = {
        "wachten": wachten,
        "houdt": houdt,
        "gestuurd": list(zelf_gestuurd(request.user, clock.now())[:MEEST]),
        "bij_intake": bool(werkt_bij_intake(request.user)),
    }
    return render(request, "zorgcoordinatie/signalen.html", context)


@login_required
@once
def sturen(request: HttpRequest) -> HttpResponse:
    """Tell the intakepunt of a gemeente about a family."""
    if not heeft_signalen(request.user):
        raise NotAllowed
    form = filled(request, SignaalForm, instellingen=eigen_instellingen(request.user))

    def stuur() -> Signaal:
        gegevens, waar = form.gegevens()
        return actions.stuur_signaal(gegevens, door=request.user, instelling=waar, nu=clock.now())

    return carry_out(
        request,
        stuur,
        form=form,
        page=lambda: _formulier(
            request,
            form,
            titel=_("Een gezin aanmelden"),
            knop=_("Stuur dit naar het intakepunt"),
            inleiding=_("Het team van de gemeente belt het gezin. U leest bij Signalen wat ermee gebeurt."),
        ),
        done=_("Ontvangen. U leest hier wat ermee gebeurt."),
        then=str(SIGNALEN),
    )


@login_required
@once
def telefoon(request: HttpRequest) -> HttpResponse:
    """Who works at the intakepunt types what somebody of a family says by phone."""
    if not werkt_bij_intake(request.user):
        raise NotAllowed
    form = filled(request, TelefoonForm)
    return carry_out(
        request,
        lambda: actions.stuur_signaal(form.gegevens(), getypt_door=request.user, nu=clock.now()),
        form=form,
        page=lambda: _formulier(request, form, titel=_("Iemand belt om hulp"), knop=_("Leg dit vast"), inleiding=""),
        done=_("Dit staat bij de signalen van uw team."),
        then=str(SIGNALEN),
    )


@login_required
@once
def oppakken(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """Take the family up: then somebody holds it until it has a coordinator."""
    rij = _van_mij(request, signaal_id)
    form = filled(request, OpneemForm, openbaar=rij.openbaar, initial={"naam": rij.naam})
    return carry_out(
        request,
        lambda: actions.neem_op(
            rij,
            naam=form.cleaned_data["naam"],
            nagebeld=form.cleaned_data.get("nagebeld", False),
            nu=clock.now(),
            door=request.user,
        ),
        form=form,
        page=lambda: _formulier(
            request,
            form,
            titel=_("Dit gezin oppakken"),
            knop=_("Pak dit gezin op"),
            inleiding=_wie_het_houdt(rij, request.user),
            signaal=rij,
        ),
        done=_("Dit gezin is opgepakt."),
        then=str(SIGNALEN),
    )


@login_required
@once
def afwijzen(request: HttpRequest, signaal_id: UUID) -> HttpResponse:
    """Say why not, and what the family can do."""
    rij = _van_mij(request, signaal_id)
    form = filled(request, AfwijsForm)
    return carry_out(
        request,
        lambda: actions.wijs_af(rij, form.cleaned_data["waarom"], nu=clock.now(), door=request.user),
        form=form,
        page=lambda: _formulier(
            request,
            form,
            titel=_("Dit gezin niet oppakken"),
            knop=_("Leg dit vast"),
            inleiding=_("Bel het gezin hier ook over: wat kan het zelf, en wie kan het bellen?"),
            signaal=rij,
        ),
        done=_("Dit is vastgelegd."),
        then=str(SIGNALEN),
    )


@login_required
@once
def beginnen(request: HttpRequest, hoeder_id: UUID) -> HttpResponse:
    """Who holds the family names who coordinates it, as the family said; a plan begins."""
    rij = get_object_or_404(vastgehouden(request.user), pk=hoeder_id)
    form = filled(request, BeginForm, instelling=rij.instelling)
    return carry_out(
        request,
        lambda: actions.begin_coordinatie(rij, **form.cleaned_data, nu=clock.now(), door=request.user),
        form=form,
        page=lambda: _begin(request, form, rij),
        done=lambda schap: zin(_("%(naam)s is nu [de zorgcoördinator].")) % {"naam": schap.gebruiker},
        then=str(SIGNALEN),
    )


def _wie_het_houdt(rij: Signaal, gebruiker: Any) -> str:
    wie, _waar = signaalhouder(rij, gebruiker)
    if wie == gebruiker:
        return zin(
            _("Vanaf nu houdt u dit gezin vast, tot er [een zorgcoördinator] is. Een plan komt daarna, met het gezin.")
        )
    return zin(
        _(
            "Vanaf nu houdt %(wie)s dit gezin vast, tot er [een zorgcoördinator] is. Een plan komt daarna, met het gezin."
        )
    ) % {"wie": wie}


def _begin(request: HttpRequest, form: BeginForm, rij: Any) -> HttpResponse:
    request.logboek.bekeken(gezin_id=rij.gezin_id, gezin_nummer=str(rij.gezin.nummer), object_soort="gezin")  # type: ignore[attr-defined]
    gezegd = signalen_van([rij]).get(rij.gezin_id)
    if gezegd:
        request.logboek.bekeken(**_gelezen(gezegd))  # type: ignore[attr-defined]
    return _formulier(
        request,
        form,
        titel=zin(_("[Zorgcoördinator] voor gezin %(naam)s")) % {"naam": rij.gezin.naam},
        knop=_("Begin met dit gezin"),
        inleiding=zin(_("Vraag het gezin eerst. [De zorgcoördinator] maakt daarna samen met het gezin het plan.")),
        signaal=gezegd,
    )


def _van_mij(request: HttpRequest, signaal_id: UUID) -> Signaal:
    rij = get_object_or_404(aan_mij_gevraagd(request.user, clock.now()), pk=signaal_id)
    request.logboek.bekeken(**_gelezen(rij))  # type: ignore[attr-defined]
    return rij


def _gelezen(rij: Signaal) -> dict[str, Any]:
    return {"object_soort": "signaal", "object_id": rij.pk, "object_naam": str(rij.instelling)}


def _formulier(request: HttpRequest, form: Any, **context: Any) -> HttpResponse:
    return render(request, "zorgcoordinatie/formulier.html", {"form": form, **context})
