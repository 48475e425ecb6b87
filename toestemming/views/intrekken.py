"""Taking consent back: asked once, closed at once; then what was shared until then, and the talk about it (T3)."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from core import clock
from core.acts import carry_out, filled, typed
from core.forms import Form
from core.idempotency import once
from gezinnen.models import GezinsRecht
from toestemming import actions
from toestemming.aanspreken import met_je, voor_gezin
from toestemming.forms.tekenen import BesprokenForm
from toestemming.gedeeld import gelezen
from toestemming.models import Intrekking, Toestemming
from toestemming.namen import namen_voor
from toestemming.permissions import log_blik, met_gezin
from toestemming.stand import Toestemmingsbeeld, onderwerpen_van, stand
from toestemming.teksten import onderwerp_in_woorden, ontvanger_in_woorden
from toestemming.views.overzicht import toon_overzicht
from toestemming.views.tekenen import lid_van
from toestemming.zicht import Blik


class StopForm(Form):
    """Which lines end: those that were shown on the page, no others."""

    regels = forms.TypedMultipleChoiceField(
        coerce=UUID,
        widget=forms.MultipleHiddenInput,
        error_messages={
            "required": gettext_lazy("Kies waarmee het delen stopt."),
            "invalid_choice": gettext_lazy("Een van deze regels is al gestopt. Bekijk de lijst opnieuw."),
        },
    )


@met_gezin()
@once
def intrekken(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Everything, one receiver (`ontvanger`, `instelling`) or one line (`regel`): shown, and asked once."""
    lid = lid_van(request, blik, deelnemer_id)
    zelf = lid.gebruiker_id == blik.gebruiker.pk
    alles = stand(blik.gezin.pk, blik.op)
    mogelijk = (alles.van_lid(blik) if zelf else alles).in_te_trekken_door(lid.pk)
    gekozen = _gekozen(mogelijk, request)
    form = filled(request, StopForm)
    form.fields["regels"].choices = [(str(beeld.toestemming.pk), beeld.wat) for beeld in mogelijk]  # type: ignore[attr-defined]

    def toon() -> HttpResponse:
        log_blik(request, blik, onderwerpen=onderwerpen_van(gekozen), object_soort="toestemming", object_id=lid.pk)
        context = {
            "basis_sjabloon": "gezin_basis.html" if zelf and voor_gezin(blik) else "basis.html",
            "gezin": blik.gezin,
            "lid": lid,
            "zelf": zelf,
            "je": zelf and met_je(blik),
            "form": form,
            "ontvangers": alles.per_ontvanger(gekozen),
            "gekozen": gekozen,
        }
        return render(request, "toestemming/intrekken.html", context)

    return carry_out(
        request,
        lambda: actions.trek_in(lid, form.cleaned_data["regels"], nu=clock.now(), door=blik.gebruiker),
        form=form,
        page=toon,
        then=lambda gedaan: reverse("toestemming:gestopt", args=[blik.gezin.pk, gedaan.pk]),
    )


@require_safe
@met_gezin()
def gestopt(request: HttpRequest, blik: Blik, intrekking_id: UUID) -> HttpResponse:
    """What ended, what was shared until then, and that help goes on. For who stopped it, and for the coordinator."""
    intrekking = _eigen_intrekking(blik, intrekking_id)
    regels = [regel for regel in _toestemmingen(intrekking) if regel.over_id not in blik.kijker.verborgen]
    zelf = intrekking.wie.gebruiker_id == blik.gebruiker.pk
    log_blik(
        request, blik, object_soort="intrekking", object_id=intrekking.pk, over_wie=[intrekking.wie_id],
        leefgebieden=sorted({regel.leefgebied for regel in regels}),
    )  # fmt: skip
    context = {
        "basis_sjabloon": "gezin_basis.html" if zelf and voor_gezin(blik) else "basis.html",
        "gezin": blik.gezin,
        "intrekking": intrekking,
        "zelf": zelf,
        "je": zelf and met_je(blik),
        "regels": [(ontvanger_in_woorden(regel, namen_voor(blik)), onderwerp_in_woorden(regel)) for regel in regels],
        "gelezen": gelezen(blik, regels),
    }
    return render(request, "toestemming/gestopt.html", context)


@met_gezin(GezinsRecht.BEWERKEN)
@once
def besproken(request: HttpRequest, blik: Blik, intrekking_id: UUID) -> HttpResponse:
    """The coordinator records the talk; a mistake comes back on the main page, with what was typed."""
    intrekking = _eigen_intrekking(blik, intrekking_id)
    form = filled(request, BesprokenForm, auto_id=f"besproken-{intrekking.pk}-%s")
    overzicht = reverse("toestemming:toestemming", args=[blik.gezin.pk])
    return carry_out(
        request,
        lambda: actions.leg_besproken_vast(intrekking, **form.cleaned_data, nu=clock.now(), door=blik.gebruiker),
        form=form,
        page=lambda: toon_overzicht(request, blik, besproken={intrekking.pk: form}),
        home=overzicht,
        done=_("Het gesprek is vastgelegd."),
        then=overzicht,
    )


def _gekozen(mogelijk: list[Toestemmingsbeeld], request: HttpRequest) -> list[Toestemmingsbeeld]:
    """What was asked to stop: by line, by receiver, or everything."""
    bron = typed(request) or request.GET
    regels, ontvanger = set(bron.getlist("regels")), bron.get("ontvanger", "")
    if regels:
        return [beeld for beeld in mogelijk if str(beeld.toestemming.pk) in regels]
    if ontvanger:
        return [
            beeld
            for beeld in mogelijk
            if ontvanger in (str(beeld.toestemming.ontvanger_id), str(beeld.toestemming.ontvanger_instelling_id))
        ]
    return mogelijk


def _eigen_intrekking(blik: Blik, intrekking_id: UUID) -> Intrekking:
    gevonden = get_object_or_404(
        Intrekking.objects.select_related("wie", "gezin", "termijn"), pk=intrekking_id, gezin=blik.gezin
    )
    if not blik.is_coordinator and gevonden.wie.gebruiker_id != blik.gebruiker.pk:
        raise Http404
    return gevonden


def _toestemmingen(intrekking: Intrekking) -> "list[Toestemming]":
    return list(intrekking.regels.select_related("over", "ontvanger__instelling", "ontvanger_instelling"))
