"""The ways into one's own account, and saying that they are right (I8, X2)."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from berichten.actions import verzet_wachtende
from core import clock
from core.acts import carry_out, filled
from core.idempotency import once
from instanties import actions
from instanties.bewezen import bewezen_sinds
from instanties.forms import EigenGegevensForm
from instanties.herbevestigen import herbevestigd
from instanties.models import Weg
from instanties.verwoording import gehoord, klopt_het_niet, weg_zin

# More are of long ago; the logboek has them all.
HOOGSTENS = 20


@require_safe
@login_required
def toegang(request: HttpRequest) -> HttpResponse:
    """What was made lately with which one can log in, and what was said after a code."""
    eigen = Weg.objects.filter(gebruiker=request.user)
    oud_genoeg = eigen.te_bevestigen(clock.now())
    kan_nu = oud_genoeg.bewezen(bewezen_sinds(request)).exists()
    wegen = list(eigen.select_related("door", "bevestigd_door")[:HOOGSTENS])
    context = {
        "wegen": [(weg, weg_zin(weg), gehoord(weg)) for weg in wegen],
        "kan_bevestigen": kan_nu,
        "kan_anders": not kan_nu and oud_genoeg.exists(),
        "klopt_het_niet": klopt_het_niet(wegen),
        "basis_sjabloon": "basis.html" if request.user.is_professional else "gezin_basis.html",
    }
    return render(request, "instanties/toegang.html", context)


@login_required
@herbevestigd
@once
def klopt(request: HttpRequest) -> HttpResponse:
    """Its owner says that it is right: a day later, and in a session that began by what she had before another made a way in."""
    pad = reverse("instanties:toegang")
    return carry_out(
        request,
        lambda: actions.bevestig_wegen(request.user, sinds=bewezen_sinds(request), nu=clock.now()),
        done=_("Dank u wel. Dit staat nu vast."),
        then=pad,
        refused=pad,
    )


@login_required
@herbevestigd
@once
def eigen_gegevens(request: HttpRequest) -> HttpResponse:
    """Somebody of a family or its network changes the own mail and phone (I9); for who works, the beheerder does."""
    if request.user.is_professional:
        raise Http404
    velden = EigenGegevensForm.base_fields
    form = filled(request, EigenGegevensForm, initial={veld: getattr(request.user, veld) for veld in velden})

    def wijzig() -> None:
        bewaard = actions.wijzig_gebruiker(request.user, nu=clock.now(), door=request.user, **form.cleaned_data)
        verzet_wachtende(clock.now(), [bewaard])

    return carry_out(
        request,
        wijzig,
        form=form,
        page=lambda: render(request, "instanties/eigen_gegevens.html", {"form": form}),
        done=_("Dit is vastgelegd."),
        then=reverse("instanties:eigen_gegevens"),
    )
