"""Ending somebody's gezag over a child: an act of its own, with a day and a reason (G16, I9)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core import clock
from core.acts import carry_out, filled
from core.confirm import ask_to_confirm
from core.idempotency import once
from gezinnen import actions
from gezinnen.models import Deelnemer, GezinsRecht
from gezinsplan.forms.stoppen import GezagEindeForm
from instanties.herbevestigen import herbevestigd
from toestemming import onderwerpen
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik


@met_gezin(GezinsRecht.BEWERKEN)
@herbevestigd
@once
def gezag_beeindigen(request: HttpRequest, blik: Blik, deelnemer_id: UUID, houder_id: UUID) -> HttpResponse:
    """From which day, and why; other people may have to sign from now on (T2)."""
    kind = get_object_or_404(blik.deelnemers().actief().gezinsleden(), pk=deelnemer_id)
    houder = get_object_or_404(Deelnemer, pk__in=kind.gezagdragers.geldig().values("houder"), pk=houder_id)
    terug = reverse("gezinsplan:gezinslid_wijzigen", args=[blik.gezin.pk, kind.pk])
    form = filled(request, GezagEindeForm)
    request.logboek.bekeken(gezin_id=blik.gezin.pk, over_wie=[kind.pk], onderwerpen=[onderwerpen.gegevens(kind.pk)])
    woorden = {"naam": houder.naam, "kind": kind.naam}
    return carry_out(
        request,
        lambda: actions.beeindig_gezag(kind, houder, **form.cleaned_data, nu=clock.now(), door=request.user),
        form=form,
        page=lambda: ask_to_confirm(
            request,
            title=_("Heeft %(naam)s geen gezag meer over %(kind)s?") % woorden,
            consequence=_(
                "Voor %(kind)s tekent %(naam)s dan niet meer mee, en leest niet meer wat alleen over %(kind)s gaat. Wat "
                "eerder is getekend, wordt opnieuw bekeken."
            )
            % woorden,
            button=_("Leg vast dat het gezag is geëindigd"),
            back=terug,
            form=form,
        ),
        done=_("%(naam)s heeft geen gezag meer over %(kind)s.") % woorden,
        then=terug,
    )
