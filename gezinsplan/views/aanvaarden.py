"""'Ik doe dit', or 'Dat kan ik niet'; and for the coordinator: who said yes (T3)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import klok
from core.antwoorden import probeer
from core.idempotentie import eenmalig
from gezinnen.models import GezinsRecht
from gezinsplan import actions
from gezinsplan.forms.aanvaarden import DoeIkForm, JaForm, kan_niet_form
from gezinsplan.models import Afspraak
from gezinsplan.views.afspraak import namens, toon_afspraak
from gezinsplan.views.rijen import vind_afspraak
from toestemming.aanspreken import voor_gezin
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik


@require_POST
@met_gezin()
@eenmalig
def aanvaarden(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    form = DoeIkForm(request.POST, namens=namens(blik, afspraak))
    return _doe(
        request,
        blik,
        afspraak,
        "doe_ik",
        form,
        lambda: actions.aanvaard(
            afspraak, nu=klok.nu(), door=blik.gebruiker, hoe_gezegd=form.cleaned_data.get("hoe_gezegd", "")
        ),
        _("Mooi, dat is afgesproken."),
    )


@require_POST
@met_gezin()
@eenmalig
def kan_niet(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    form = kan_niet_form(request.POST)
    return _doe(
        request,
        blik,
        afspraak,
        "kan_niet",
        form,
        lambda: actions.zeg_kan_niet(afspraak, form.cleaned_data["reden"], nu=klok.nu(), door=blik.gebruiker),
        _("Dank voor het antwoord. De zorgcoördinator leest het en kijkt wie dit wel kan doen."),
    )


@require_POST
@met_gezin(GezinsRecht.BEWERKEN)
@eenmalig
def ja_vastleggen(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    form = JaForm(request.POST, afspraak=afspraak)
    return _doe(
        request,
        blik,
        afspraak,
        "ja",
        form,
        lambda: actions.leg_ja_vast(
            afspraak, form.cleaned_data["wie"], form.cleaned_data["hoe_gezegd"], nu=klok.nu(), door=blik.gebruiker
        ),
        _("Het staat erbij."),
    )


def _doe(
    request: HttpRequest,
    blik: Blik,
    afspraak: Afspraak,
    naam: str,
    form: forms.Form,
    daad: Callable[[], Any],
    dank: str,
) -> HttpResponse:
    if probeer(form, daad) is None:
        return toon_afspraak(request, blik, afspraak, gebonden={naam: form})
    messages.success(request, dank, extra_tags=f"bewaard:{naam}-{afspraak.pk}")
    if voor_gezin(blik):
        return redirect("gezinsplan:ons_plan_gezin", blik.gezin.pk)
    return redirect("gezinsplan:afspraak", blik.gezin.pk, afspraak.pk)
