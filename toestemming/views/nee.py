"""Saying 'no' before anybody asks: the person, or the coordinator who records what he or she says (T8)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import clock
from core.acts import carry_out, filled
from core.idempotency import once
from gezinnen.models import Deelnemer
from instanties.models import Instelling
from toestemming import actions
from toestemming.aanspreken import met_je, voor_gezin
from toestemming.forms.nee import NeeForm
from toestemming.kring import kring_van
from toestemming.namen import namen_voor
from toestemming.ondertekenaars import beslist_over
from toestemming.permissions import met_gezin
from toestemming.teksten import betrokkene_in_woorden
from toestemming.views.tekenen import lid_van
from toestemming.zicht import Blik


@met_gezin()
@once
def nee(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Who may not know what about whom; it counts at once."""
    lid = lid_van(request, blik, deelnemer_id)
    zelf = lid.gebruiker_id == blik.gebruiker.pk
    form = filled(
        request, NeeForm, mensen=_mensen(blik), instellingen=_instellingen(blik), over=_over(blik, lid, zelf=zelf)
    )

    def toon() -> HttpResponse:
        context = {
            "basis_sjabloon": "gezin_basis.html" if zelf and voor_gezin(blik) else "basis.html",
            "gezin": blik.gezin,
            "lid": lid,
            "zelf": zelf,
            "je": zelf and met_je(blik),
            "form": form,
        }
        return render(request, "toestemming/nee.html", context)

    return carry_out(
        request,
        lambda: actions.zeg_nee(lid, form.gegevens(), nu=clock.now(), door=blik.gebruiker),
        form=form,
        page=toon,
        done=_("Het nee is vastgelegd. Wat hierover met toestemming werd gedeeld, is gestopt."),
        then=reverse("toestemming:toestemming", args=[blik.gezin.pk]),
    )


def _mensen(blik: Blik) -> dict[Deelnemer, str]:
    """Whom this reader knows of, but who makes the plan and therefore sees it."""
    maakt_plan = blik.coordinatorschap.gebruiker_id if blik.coordinatorschap else None
    wie = blik.deelnemers().actief().betrokkenen().order_by("soort", "naam_volgorde")
    return {
        mens: betrokkene_in_woorden(mens, namen_voor(blik))
        for mens in wie
        if maakt_plan is None or mens.gebruiker_id != maakt_plan
    }


def _instellingen(blik: Blik) -> dict[Instelling, str]:
    """Those of the region, whether or not they take part; one whose name says too much only to who may read it (X5)."""
    namen = namen_voor(blik)
    return {
        rij: rij.naam for rij in Instelling.objects.filter(actief=True).order_by("naam_volgorde") if namen.kent(rij)
    }


def _over(blik: Blik, lid: Deelnemer, *, zelf: bool) -> list[tuple[UUID | None, str]]:
    """About whom this person decides. Also of whom a safety flag keeps everything from the reader: that a name is gone would
    tell of it. What he says about her doesn't count while it stands (`ondertekenaars.telt`), and gives him nothing to read.
    """
    kring = kring_van(blik.gezin.pk)
    woorden = {pk: ander.naam for pk, ander in kring.leden.items()} | ({lid.pk: _("mij")} if zelf else {})
    over = beslist_over(kring, lid.pk, blik.op)
    return [(wie, woorden[wie] if wie else _("het gezin samen")) for wie in over]
