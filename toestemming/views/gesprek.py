"""The sheet at the table: filling it in, and the wording that was kept (T1)."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock
from core.acts import carry_out, filled
from core.idempotency import once
from gezinnen.models import GezinsRecht
from toestemming import actions, keuzes
from toestemming.forms.gesprek import GesprekForm
from toestemming.kring import kring_van
from toestemming.models import Toestemmingsgesprek
from toestemming.permissions import log_blik, met_gezin
from toestemming.plan import nog_niet_gezegd
from toestemming.stand import onderwerpen_van, stand
from toestemming.zicht import Blik

EEN_JAAR = timedelta(days=365)


@met_gezin(GezinsRecht.BEWERKEN)
@once
def gesprek(request: HttpRequest, blik: Blik) -> HttpResponse:
    """One purpose, a day, an end, and who may know what; then who signs."""
    vandaag = clock.today()
    begin = {
        "gehouden_op": vandaag,
        "geldig_tot": vandaag + EEN_JAAR,
    }
    kring = kring_van(blik.gezin.pk)
    groepen = keuzes.groepen(blik, kring)
    form = filled(request, GesprekForm, groepen=groepen, gezinsleden=keuzes.namen_van_gezinsleden(kring), initial=begin)

    def verder(_gehouden: Toestemmingsgesprek) -> str:
        """To the first who signs."""
        if tekenaars := stand(blik.gezin.pk, vandaag).tekenaars():
            return reverse("toestemming:tekenen", args=[blik.gezin.pk, tekenaars[0].lid.pk])
        return reverse("toestemming:toestemming", args=[blik.gezin.pk])

    return carry_out(
        request,
        lambda: actions.houd_gesprek(
            blik.gezin, form.gespreksgegevens(), form.keuzes(), nu=clock.now(), door=blik.gebruiker
        ),
        form=form,
        page=lambda: render(
            request,
            "toestemming/gesprek.html",
            {"gezin": blik.gezin, "form": form, "nog_niet_gezegd": nog_niet_gezegd(blik.gezin.pk)},
        ),
        done=_("Het gesprek is vastgelegd. Er gaat nog niets open: eerst de handtekeningen."),
        then=verder,
    )


@require_safe
@met_gezin(GezinsRecht.BEWERKEN)
def blad(request: HttpRequest, blik: Blik, gesprek_id: UUID) -> HttpResponse:
    """One sheet as it was put on the table: its exact words with their hash, and everything that was said to it since."""
    gevonden = get_object_or_404(
        Toestemmingsgesprek.objects.select_related("vastgelegd_door"), pk=gesprek_id, gezin=blik.gezin
    )
    beelden = [beeld for beeld in stand(blik.gezin.pk, blik.op).regels if beeld.toestemming.gesprek_id == gevonden.pk]
    log_blik(
        request, blik, onderwerpen=onderwerpen_van(beelden), object_soort="toestemmingsgesprek", object_id=gevonden.pk
    )
    context = {"gezin": blik.gezin, "gesprek": gevonden, "beelden": beelden}
    return render(request, "toestemming/blad.html", context)
