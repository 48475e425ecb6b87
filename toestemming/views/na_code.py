"""A second professional writes down that somebody said to have signed: after a code of a colleague (I8)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core import clock
from core.acts import carry_out
from core.confirm import ask_to_confirm
from core.errors import NotAllowed
from core.idempotency import once
from instanties.actions import bevestig_mondeling
from instanties.herbevestigen import herbevestigd
from toestemming.na_code import getekend_na_code, kan_horen
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik
from woorden.zinnen import zin


@met_gezin()
@herbevestigd
@once
def hoorde_bevestiging(request: HttpRequest, blik: Blik, weg_id: UUID) -> HttpResponse:
    """Asked once: did this person say so to you, himself?"""
    if not kan_horen(blik):
        raise NotAllowed(zin(_("Dit hoort iemand van een instelling die meedoet, en niet [de zorgcoördinator].")))
    weg = get_object_or_404(getekend_na_code(blik), pk=weg_id)
    lid = get_object_or_404(blik.deelnemers().actief(), gebruiker=weg.gebruiker_id)
    terug = reverse("gezinsplan:plan", args=[blik.gezin.pk])
    return carry_out(
        request,
        lambda: bevestig_mondeling(weg, nu=clock.now(), door=blik.gebruiker),
        page=lambda: ask_to_confirm(
            request,
            title=_("Zei %(naam)s u zelf dat het klopt?") % {"naam": lid.naam},
            consequence=_(
                "%(naam)s kreeg een nieuwe inlogcode van %(door)s. Daarna is met dat account getekend. Bel %(naam)s "
                "of vraag het zonder anderen erbij: hebt u zelf ingelogd en getekend? Bij twijfel: bel de privacy officer."
            )
            % {"naam": lid.naam, "door": weg.door},
            button=_("Ja, dat zei %(naam)s zelf") % {"naam": lid.naam},
            back=terug,
            danger=False,
        ),
        refused=terug,
        done=_("Het staat nu vast, met uw naam erbij."),
        then=terug,
    )
