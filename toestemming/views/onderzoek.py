"""The logboek for the privacy officer: a question with a reason, its answer, and that answer as a file (X1).

Every question is a row of its own; every reading of an answer is a row of the logboek, a family's among them.
"""

import csv
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.acts import carry_out, filled
from core.idempotency import once
from instanties.herbevestigen import herbevestigd
from instanties.permissions import vereist_privacy_officer
from logboek import nen7513
from logboek.actions import begin_onderzoek
from logboek.models import Handeling, Onderzoek, SoortOnderzoek
from toestemming import onderzoek as vraag
from toestemming.onderzoekformulieren import FORMULIEREN
from woorden.tijdwoorden import AMSTERDAM

PER_PAGINA = 50
LAATSTE = 10
MEESTE_IN_BESTAND = 50_000
_REGELS = (SoortOnderzoek.MEDEWERKER, SoortOnderzoek.GEZIN)


@require_safe
@vereist_privacy_officer
def logboek(request: HttpRequest) -> HttpResponse:
    """What can be asked, and what was asked last."""
    request.logboek.bekeken(handeling=Handeling.LOG_BEKIJKEN, object_soort="onderzoek")
    context = {"soorten": SoortOnderzoek, "onderzoeken": Onderzoek.objects.all()[:LAATSTE]}
    return render(request, "toestemming/logboek.html", context)


@vereist_privacy_officer
@herbevestigd
@once
def beginnen(request: HttpRequest, soort: str) -> HttpResponse:
    """Ask one question. The answer has an address of its own, so that a page can be turned or read again."""
    if soort not in FORMULIEREN:
        raise Http404
    form = filled(request, FORMULIEREN[soort])

    def toon() -> HttpResponse:
        if form.errors:
            # That there is no such person or plan is an answer too; what was typed may be a name, and is not in the log.
            request.logboek.bekeken(handeling=Handeling.ZOEKEN, object_soort="onderzoek", melding=_("niets gevonden"))
        context = {"form": form, "soort": SoortOnderzoek(soort), "regel": _regel_in_woorden(soort)}
        return render(request, "toestemming/onderzoek_vraag.html", context)

    return carry_out(
        request,
        lambda: begin_onderzoek(
            SoortOnderzoek(soort), form.cleaned_data["reden"], door=request.user, op=timezone.now(), **form.waarnaar()
        ),
        form=form,
        page=toon,
        then=lambda onderzoek: reverse("toestemming:onderzoek", args=[onderzoek.pk]),
    )


@require_safe
@vereist_privacy_officer
@herbevestigd
def antwoord(request: HttpRequest, onderzoek_id: UUID) -> HttpResponse:
    """The answer, a page at a time."""
    onderzoek = _onderzoek(request, onderzoek_id, Handeling.LOG_BEKIJKEN)
    context: dict[str, Any] = {"onderzoek": onderzoek, "regel": _regel_in_woorden(onderzoek.soort)}
    if onderzoek.soort == SoortOnderzoek.OPVALLEND:
        context["opvallend"] = vraag.opvallend(onderzoek)
    else:
        rijen = vraag.logregels(onderzoek) if onderzoek.soort in _REGELS else vraag.gelezen(onderzoek)
        pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
        context["pagina"] = pagina
        if onderzoek.soort in _REGELS:
            context |= {"regels": _met_gebieden(pagina.object_list, onderzoek), "telling": vraag.telling(onderzoek)}
        else:
            context["lezers"] = vraag.met_gebieden(onderzoek, pagina.object_list)
    return render(request, "toestemming/onderzoek.html", context)


@require_safe
@vereist_privacy_officer
@herbevestigd
def bestand(request: HttpRequest, onderzoek_id: UUID) -> HttpResponse:
    """The whole answer as CSV: rows with the fields of NEN 7513, or the counts as they stand on the page."""
    onderzoek = _onderzoek(request, onderzoek_id, Handeling.EXPORTEREN)
    gegeven = HttpResponse(content_type="text/csv; charset=utf-8")
    gegeven["Content-Disposition"] = f'attachment; filename="logboek-{onderzoek.soort}-{onderzoek.op:%Y%m%d}.csv"'
    gegeven["Cache-Control"] = "private, no-store"
    # Spreadsheets take a file without this mark for another alphabet.
    gegeven.write("\ufeff")
    schrijver = csv.writer(gegeven, delimiter=";")
    for rij in _bestandsrijen(onderzoek):
        schrijver.writerow([_onschadelijk(cel) for cel in rij])
    return gegeven


def _bestandsrijen(onderzoek: Onderzoek) -> Iterator[list[Any]]:
    if onderzoek.soort in _REGELS:
        yield list(nen7513.VELDEN)
        rijen = vraag.logregels(onderzoek)[:MEESTE_IN_BESTAND].iterator()
        for regel in vraag.zonder_namen_van_gezin(rijen, onderzoek):
            yield nen7513.velden(regel)
    elif onderzoek.soort == SoortOnderzoek.DATALEK:
        yield [_("wie"), _("organisatie"), _("plan"), _("keer"), _("eerst"), _("laatst"), _("soort gegevens")]
        for rij in vraag.met_gebieden(onderzoek, vraag.gelezen(onderzoek)[:MEESTE_IN_BESTAND]):
            eerst, laatst = (rij[naam].astimezone(AMSTERDAM).isoformat() for naam in ("eerst", "laatst"))
            yield [
                rij["gebruiker_naam"], rij["instelling_naam"], rij["gezin_nummer"], rij["aantal"], eerst, laatst,
                ", ".join(rij["gebieden"]),
            ]  # fmt: skip
    else:
        yield [_("wie"), _("gezinnen"), _("zonder mee te doen"), _("geweigerd")]
        for lezer in vraag.opvallend(onderzoek).lezers:
            yield [lezer.naam, lezer.gezinnen, lezer.vreemd, lezer.geweigerd]


def _onschadelijk(cel: Any) -> Any:
    """A cell that a spreadsheet would take for a formula is text."""
    return f"'{cel}" if isinstance(cel, str) and cel[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") else cel


def _met_gebieden(rijen: Any, onderzoek: Onderzoek) -> list[Any]:
    regels: list[Any] = list(vraag.zonder_namen_van_gezin(rijen, onderzoek))
    for regel in regels:
        regel.gebieden = sorted({vraag.gebied_in_woorden(deel) for deel in regel.onderwerpen})
    return regels


def _onderzoek(request: HttpRequest, onderzoek_id: UUID, handeling: Handeling) -> Onderzoek:
    """The question, with this reading of its answer noted; of a family also where that family reads it (T7)."""
    onderzoek = get_object_or_404(Onderzoek, pk=onderzoek_id)
    request.logboek.bekeken(
        handeling=handeling,
        object_soort="onderzoek",
        object_id=onderzoek.pk,
        gezin_id=onderzoek.gezin_id,
        gezin_nummer=onderzoek.gezin_nummer,
        doel=onderzoek.reden,
        grondslag=_("toezicht op wie er leest"),
        melding=onderzoek.get_soort_display(),
    )
    return onderzoek


def _regel_in_woorden(soort: str) -> str:
    if soort != SoortOnderzoek.OPVALLEND:
        return ""
    return _(
        "Iemand valt op door een van deze drie: meer dan %(keer)s keer zoveel gezinnen gelezen als gewoon is (en meer dan "
        "%(minstens)s); een gezin gelezen waar diegene niet aan meedoet of meedeed, anders dan als manager of ambtenaar; "
        "of %(geweigerd)s keer of vaker geweigerd. Gewoon is: wat de middelste lezer in deze dagen las. Opvallen is nog "
        "geen fout."
    ) % {
        "keer": vraag.KEER_GEWOON,
        "minstens": vraag.MINSTENS_GEZINNEN,
        "geweigerd": vraag.MINSTENS_GEWEIGERD,
    }
