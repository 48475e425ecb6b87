"""The pages on which a professional is shown by function in place of name, or by name again (X5)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from core import klok
from core.bevestigen import vraag_bevestiging
from core.fouten import Regelfout, Verouderd
from core.idempotentie import eenmalig
from gezinnen import actions
from gezinnen.models import Deelnemer, GezinsRecht, SoortDeelnemer
from gezinsplan.forms.gezin import FunctienaamForm
from gezinsplan.views.gezin import ingestuurd, mensenpagina, na_verouderd, toon_formulier, voeg_fout_toe
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik


@met_gezin(GezinsRecht.BEWERKEN)
@eenmalig
def met_functie(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Show a professional by function, with a reason."""
    rij = _professional_of_404(blik, deelnemer_id)
    form = FunctienaamForm(ingestuurd(request), deelnemer=rij)
    verouderd = None
    if request.method == "POST" and form.is_valid():
        gegevens: dict[str, Any] = form.cleaned_data
        try:
            actions.toon_met_functie(
                rij,
                gegevens["functie"],
                gegevens["reden"],
                gegevens["versie"] or 0,
                nu=klok.nu(),
                door=request.user,  # type: ignore[arg-type] # met_gezin asked for the login
            )
        except Verouderd as fout:
            verouderd = fout
            na_verouderd(form, fout, Deelnemer.objects.get(pk=rij.pk).versie)
        except Regelfout as fout:
            voeg_fout_toe(form, fout)
        else:
            messages.success(request, _("Iedereen leest nu: %(functie)s.") % {"functie": gegevens["functie"].strip()})
            return redirect(mensenpagina(blik.gezin))
    return toon_formulier(
        request,
        blik.gezin,
        form,
        titel=_("Toon %(naam)s met de functie") % {"naam": rij.werkelijke_naam or rij.naam},
        inleiding=_(
            "Overal in het plan, op papier en in berichten staat dan de functie, ook waar de naam al stond. Alleen u en "
            "deze persoon zelf lezen op deze bladzijden nog wie het is."
        ),
        knop=_("Toon de functie"),
        verouderd=verouderd,
        terug=reverse("gezinsplan:betrokkene_wijzigen", args=[blik.gezin.pk, rij.pk]),
        bewaar=f"functie-{rij.pk}",
    )


@met_gezin(GezinsRecht.BEWERKEN)
@eenmalig
def met_naam(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Show this professional by name again, after one question: it can't be taken back for who has read it."""
    rij = _professional_of_404(blik, deelnemer_id)
    if request.method == "POST":
        try:
            actions.toon_met_naam(rij, rij.versie, nu=klok.nu(), door=request.user)  # type: ignore[arg-type]
        except Regelfout as fout:
            messages.warning(request, fout.melding)
        else:
            messages.success(request, _("De eigen naam staat weer in het plan."))
        return redirect(mensenpagina(blik.gezin))
    return vraag_bevestiging(
        request,
        titel=_("Toon weer de naam van %(naam)s?") % {"naam": rij.werkelijke_naam or rij.naam},
        gevolg=_("Iedereen die dit plan leest, ziet dan weer hoe deze persoon heet."),
        knop=_("Toon de eigen naam"),
        terug=reverse("gezinsplan:betrokkene_wijzigen", args=[blik.gezin.pk, rij.pk]),
    )


def _professional_of_404(blik: Blik, deelnemer_id: UUID) -> Deelnemer:
    return get_object_or_404(blik.deelnemers().actief().filter(soort=SoortDeelnemer.PROFESSIONAL), pk=deelnemer_id)
