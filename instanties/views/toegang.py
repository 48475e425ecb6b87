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
from instanties.forms import EigenGegevensForm
from instanties.herbevestigen import herbevestigd
from instanties.models import Weg
from instanties.verwoording import klopt_het_niet, weg_zin
from instanties.welkom import BEGONNEN_MET

# More are of long ago; the logboek has them all.
HOOGSTENS = 20


@require_safe
@login_required
def toegang(request: HttpRequest) -> HttpResponse:
    """What was made lately with which one can log in, and what was said after a code."""
    eigen = Weg.objects.filter(gebruiker=request.user)
    kan_nu = eigen.te_bevestigen(clock.now()).exclude(uitnodiging__in=_begonnen_met(request))
    context = {
        "wegen": [(weg, weg_zin(weg)) for weg in eigen.select_related("door", "bevestigd_door")[:HOOGSTENS]],
        "kan_bevestigen": kan_nu.exists(),
        "klopt_het_niet": klopt_het_niet(),
    }
    return render(request, "instanties/toegang.html", context)


@login_required
@herbevestigd
@once
def klopt(request: HttpRequest) -> HttpResponse:
    """Its owner says that it is right: a day later, and not in the session that the code itself began."""
    pad = reverse("instanties:toegang")
    return carry_out(
        request,
        lambda: actions.bevestig_wegen(request.user, behalve=_begonnen_met(request), nu=clock.now()),
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


def _begonnen_met(request: HttpRequest) -> list[str]:
    code = request.session.get(BEGONNEN_MET)
    return [code] if code else []
