"""The privacy officer reads an escalatiebericht in the place of whom a safety flag concerns, and lets it go (E13, S19)."""

from types import SimpleNamespace
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import clock
from core.acts import carry_out, filled
from core.idempotency import once
from escalatie import actions, vrijgave
from escalatie.forms import InPlaatsForm
from instanties.herbevestigen import herbevestigd
from instanties.models import Gebruiker
from toestemming import onderwerpen
from toestemming.namen import Naamgever


@login_required
@herbevestigd
@once
def in_plaats(request: HttpRequest, bericht_id: UUID) -> HttpResponse:
    """The text and why it is asked of this reader; nothing else of the family or the plan."""
    wie: Gebruiker = request.user  # type: ignore[assignment] # the login came first
    gevonden = {bericht.pk: vlaggen for bericht, vlaggen in vrijgave.berichten_in_plaats(wie, bericht_id)}
    if bericht_id not in gevonden:
        raise Http404
    vlaggen = gevonden[bericht_id]
    bericht = vrijgave.bericht(bericht_id)
    form = filled(request, InPlaatsForm, initial={"versie": bericht.versie})
    terug = reverse("toestemming:bescherming")

    def toon() -> HttpResponse:
        gezin, over = bericht.stagnatie.gezin, {pk for vlag in vlaggen for pk in vlag.over_wie}
        request.logboek.bekeken(  # type: ignore[attr-defined]
            gezin_id=gezin.pk, gezin_nummer=str(gezin.nummer), grondslag=_("toezicht op privacy"),
            over_wie=sorted(over), onderwerpen=[onderwerpen.gegevens(pk) for pk in sorted(over)],
            object_soort="escalatiebericht", object_id=bericht.pk,
        )  # fmt: skip
        namen = Naamgever.zonder_plan(wie, [gezin.pk]).van_gezin(gezin.pk)
        context = {
            "bericht": bericht, "vlaggen": vlaggen, "form": form, "terug": terug,
            "zicht": SimpleNamespace(namen=namen, houdt_voor_coordinator=False),
        }  # fmt: skip
        return render(request, "escalatie/in_plaats.html", context)

    return carry_out(
        request,
        lambda: actions.lees_bericht_in_plaats(bericht, **form.cleaned_data, nu=clock.now(), door=wie),
        form=form,
        page=toon,
        done=_("Vastgelegd. Het bericht gaat als anderen die dat moeten, het ook hebben gelezen."),
        then=terug,
    )
