"""Grounds other than consent, recorded by the coordinator within the rules of their kind (T3)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock
from core.acts import carry_out, filled
from core.idempotency import once
from gezinnen.models import Deelnemer, GezinsRecht
from instanties.herbevestigen import herbevestigd
from instanties.models import Leefgebied
from toestemming import actions
from toestemming.actions import Handgegevens
from toestemming.forms.gronden import GrondForm
from toestemming.models import Grondslag, Grondslagsoort
from toestemming.permissions import met_gezin
from toestemming.views.bescherming import toon_formulier
from toestemming.zicht import Blik
from woorden.zinnen import zin


@require_safe
@met_gezin(GezinsRecht.BEWERKEN)
def gronden(request: HttpRequest, blik: Blik) -> HttpResponse:
    """What was recorded, and which kinds there are to choose from."""
    rijen = list(
        Grondslag.objects.filter(gezin=blik.gezin, soort__met_de_hand=True)
        .select_related("soort", "deelnemer")
        .order_by("-van")
    )
    ids = {pk for rij in rijen for pk in rij.over_wie}
    namen = dict(Deelnemer.objects.filter(gezin=blik.gezin, pk__in=ids).values_list("pk", "naam"))
    nu = clock.now()
    beelden = [
        {
            "grond": rij,
            "loopt": rij.tot is None and (rij.uiterlijk is None or rij.uiterlijk > nu),
            "wat": [str(Leefgebied(gebied).label) for gebied in rij.leefgebieden],
            "over": [namen[pk] for pk in rij.over_wie if pk in namen] or [_("iedereen van het gezin")],
        }
        for rij in rijen
    ]
    context = {
        "gezin": blik.gezin,
        "lopend": [beeld for beeld in beelden if beeld["loopt"]],
        "voorbij": [beeld for beeld in beelden if not beeld["loopt"]],
        "soorten": Grondslagsoort.objects.filter(actief=True, met_de_hand=True),
    }
    return render(request, "toestemming/gronden.html", context)


@met_gezin(GezinsRecht.BEWERKEN)
@herbevestigd
@once
def grond_vastleggen(request: HttpRequest, blik: Blik, soort: str) -> HttpResponse:
    """Record one of this kind; what is asked follows from it."""
    gekozen = get_object_or_404(Grondslagsoort, pk=soort, actief=True, met_de_hand=True)
    form = filled(request, GrondForm, soort=gekozen, mensen=blik.deelnemers().actief())
    terug = reverse("toestemming:gronden", args=[blik.gezin.pk])

    def leg_vast() -> Grondslag:
        velden = form.cleaned_data
        gegevens = Handgegevens(
            soort=gekozen.pk,
            ontvanger=velden["ontvanger"],
            leefgebieden=velden["leefgebieden"],
            over_wie=[lid.pk for lid in velden["over_wie"]],
            reden=velden.get("reden", ""),
            kenmerk=velden.get("kenmerk", ""),
            tot_en_met=velden["tot_en_met"],
        )
        return actions.leg_grondslag_vast(blik.gezin, gegevens, nu=clock.now(), door=blik.gebruiker)

    return carry_out(
        request,
        leg_vast,
        form=form,
        page=lambda: toon_formulier(
            request,
            blik,
            form,
            titel=gekozen.naam[:1].upper() + gekozen.naam[1:],
            inleiding=_("Het gezin leest hierbij: %(uitleg)s") % {"uitleg": zin(gekozen.uitleg)}
            if gekozen.uitleg
            else "",
            knop=_("Leg deze grond vast"),
            terug=terug,
            keep=True,
        ),
        done=_("Dit is vastgelegd. Wie het aangaat in het gezin, krijgt bericht."),
        then=terug,
    )


@met_gezin(GezinsRecht.BEWERKEN)
@herbevestigd
@once
def grond_beeindigen(request: HttpRequest, blik: Blik, grond_id: UUID) -> HttpResponse:
    """From now on it opens nothing any more."""
    grond = get_object_or_404(
        Grondslag.objects.select_related("soort", "gezin"), gezin=blik.gezin, pk=grond_id, soort__met_de_hand=True
    )
    return carry_out(
        request,
        lambda: actions.eindig_grondslag(grond, nu=clock.now(), door=blik.gebruiker),
        done=_("Dit is beëindigd."),
        then=reverse("toestemming:gronden", args=[blik.gezin.pk]),
    )
