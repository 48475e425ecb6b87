"""Wie heeft gekeken: the family reads who looked at its plan, when, at what and why (T7, X1)."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from core.errors import NotAllowed
from core.forms import Form
from gezinnen.models import Aanspreekvorm
from logboek.models import Handeling
from toestemming import inzage
from toestemming.inzage import Periode
from toestemming.permissions import log_blik, met_gezin, weiger
from toestemming.zicht import Blik
from woorden.tijdwoorden import AMSTERDAM
from woorden.velden import DatumVeld

PER_PAGINA = 25
OP_PAPIER = 500


class PeriodeForm(Form):
    """From which day to which; empty is this month."""

    van = DatumVeld(label=gettext_lazy("Van"), required=False, terug=True)
    tot = DatumVeld(label=gettext_lazy("Tot en met"), required=False, terug=True)

    def clean(self) -> dict[str, Any]:
        """The last day doesn't come before the first."""
        gegevens = super().clean() or {}
        van, tot = gegevens.get("van"), gegevens.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", _("Deze dag ligt voor de eerste dag. Kies een latere dag."))
        return gegevens


@require_safe
@met_gezin()
def wie_heeft_gekeken(request: HttpRequest, blik: Blik) -> HttpResponse:
    """For the family and the coordinator; who only helps along reads nothing of others here."""
    if not (blik.is_gezinslid or blik.is_coordinator):
        weiger(request, blik.gezin.pk)
        raise NotAllowed(_("Deze bladzijde is voor het gezin zelf."))
    log_blik(request, blik, handeling=Handeling.LOG_BEKIJKEN, object_soort="logboek", object_id=blik.gezin.pk)
    form, periode, keuze = _periode(request)
    papier = request.GET.get("papier") == "ja"
    pagina = Paginator(inzage.lijnen(blik, periode), OP_PAPIER if papier else PER_PAGINA).get_page(
        request.GET.get("pagina")
    )
    voor_gezin = blik.is_gezinslid
    context = {
        "basis_sjabloon": "gezin_basis.html" if voor_gezin else "basis.html",
        "voor_gezin": voor_gezin,
        "je": blik.deelnemer is not None and blik.deelnemer.aanspreekvorm == Aanspreekvorm.JE,
        "gezin": blik.gezin,
        "pagina": pagina,
        "regels": inzage.kijkrijen(blik, periode, pagina.object_list),
        "zelf": inzage.zelf_gekeken(blik, periode),
        "periode": periode,
        "keuze": keuze,
        "papier": papier,
        "form": form,
    }
    return render(request, "toestemming/inzage.html", context, status=422 if form.errors else 200)


def _periode(request: HttpRequest) -> tuple[PeriodeForm, Periode, str]:
    """What was asked for. The log keeps real time, so this week is a real week, also where the clock was moved."""
    vandaag = timezone.now().astimezone(AMSTERDAM).date()
    maand = Periode.deze_maand(vandaag)
    if request.GET.get("periode") == "week":
        return PeriodeForm(), Periode.deze_week(vandaag), "week"
    if not (request.GET.get("van") or request.GET.get("tot")):
        return PeriodeForm(), maand, "maand"
    form = PeriodeForm(request.GET)
    if not form.is_valid():
        return form, maand, "maand"
    van, tot = form.cleaned_data["van"], form.cleaned_data["tot"]
    tot = tot or vandaag
    return form, Periode(van or min(maand.van, tot), tot), "dagen"
