"""Anyone who takes part says that the plan is stuck, with its cause (E1)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.acts import carry_out, filled
from core.clock import now
from core.idempotency import once
from escalatie import actions
from escalatie.forms import GezinMeldForm, MeldForm
from escalatie.models import Stagnatie
from escalatie.panelen import open_rijen
from escalatie.zicht import zicht_op
from gezinnen.models import Deelnemer, GezinsRecht
from gezinsplan.models import Afspraak, Doel, Doelstaat
from toestemming.aanspreken import met_je, voor_gezin
from toestemming.namen import namen_voor
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik


@require_http_methods(["GET", "HEAD", "POST"])
@met_gezin(GezinsRecht.STAGNATIE_MELDEN)
@once
def melden(request: HttpRequest, blik: Blik) -> HttpResponse:
    """The form, in plain words for the family; after it the page of the new stagnatie."""
    form = _form(request, blik)
    return carry_out(
        request,
        lambda: actions.meld_stagnatie(blik.gezin, door=blik.gebruiker, nu=now(), **form.cleaned_data),
        form=form,
        page=lambda: _toon(request, blik, form),
        done=_("Gemeld. Iedereen die erbij hoort krijgt bericht."),
        then=lambda gemeld: _daarna(blik, gemeld),
    )


def _daarna(blik: Blik, gemeld: Stagnatie) -> str:
    """Its page; who may not see what a crisis raised goes back to the plan."""
    if zicht_op(blik.gebruiker, gemeld) is None:
        return _terug(blik)
    return reverse("escalatie:stagnatie", args=[gemeld.pk])


def _toon(request: HttpRequest, blik: Blik, form: MeldForm) -> HttpResponse:
    context = {
        "form": form,
        "gezin": blik.gezin,
        "je": met_je(blik),
        "lopend": open_rijen(blik),
        "terug": _terug(blik),
    }
    sjabloon = "escalatie/melden_gezin.html" if voor_gezin(blik) else "escalatie/melden.html"
    return render(request, sjabloon, context)


def _form(request: HttpRequest, blik: Blik) -> MeldForm:
    doelen = Doel.objects.zichtbaar_voor(blik).filter(staat=Doelstaat.LOOPT)
    uitvoerders = Deelnemer.objects.filter(afspraken__in=Afspraak.objects.zichtbaar_voor(blik))
    mensen = blik.deelnemers(uitvoerders).actief().order_by("soort", "naam_volgorde", "pk")
    soort = GezinMeldForm if voor_gezin(blik) else MeldForm
    form = filled(request, soort, doelen=doelen, mensen=mensen, namen=namen_voor(blik))
    for naam in ("doel", "partij"):
        if waarde := _uuid(request.GET.get(naam, "")):
            form.suggest(naam, waarde)
    return form


def _uuid(waarde: str) -> UUID | None:
    try:
        return UUID(waarde)
    except ValueError:
        return None


def _terug(blik: Blik) -> str:
    try:
        return reverse("gezinsplan:ons_plan_gezin" if voor_gezin(blik) else "gezinsplan:plan", args=[blik.gezin.pk])
    except NoReverseMatch:
        return "/"
