"""The pages on which a professional is shown by function in place of name, or by name again (X5)."""

from typing import Any
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
from gezinnen.models import Deelnemer, GezinsRecht, SoortDeelnemer
from gezinsplan.forms.gezin import FunctienaamForm
from gezinsplan.views.gezin import mensenpagina, toon_formulier
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik


@met_gezin(GezinsRecht.BEWERKEN)
@once
def met_functie(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Show a professional by function, with a reason."""
    rij = _professional_of_404(blik, deelnemer_id)
    form = filled(request, FunctienaamForm, deelnemer=rij)

    def toon_met_functie() -> None:
        gegevens: dict[str, Any] = form.cleaned_data
        actions.toon_met_functie(
            rij,
            gegevens["functie"],
            gegevens["reden"],
            gegevens["versie"] or 0,
            nu=clock.now(),
            door=request.user,  # type: ignore[arg-type] # met_gezin asked for the login
        )

    return carry_out(
        request,
        toon_met_functie,
        form=form,
        page=lambda: toon_formulier(
            request,
            blik.gezin,
            form,
            titel=_("Toon %(naam)s met de functie") % {"naam": rij.werkelijke_naam or rij.naam},
            inleiding=_(
                "Overal in het plan, op papier en in berichten staat dan de functie, ook waar de naam al stond. Alleen u en "
                "deze persoon zelf lezen op deze bladzijden nog wie het is."
            ),
            knop=_("Toon de functie"),
            terug=reverse("gezinsplan:betrokkene_wijzigen", args=[blik.gezin.pk, rij.pk]),
        ),
        done=lambda _gedaan: _("Iedereen leest nu: %(functie)s.") % {"functie": form.cleaned_data["functie"].strip()},
        then=mensenpagina(blik.gezin),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def met_naam(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Show this professional by name again, after one question: it can't be taken back for who has read it."""
    rij = _professional_of_404(blik, deelnemer_id)
    return carry_out(
        request,
        lambda: actions.toon_met_naam(rij, rij.versie, nu=clock.now(), door=request.user),  # type: ignore[arg-type]
        page=lambda: ask_to_confirm(
            request,
            title=_("Toon weer de naam van %(naam)s?") % {"naam": rij.werkelijke_naam or rij.naam},
            consequence=_("Iedereen die dit plan leest, ziet dan weer hoe deze persoon heet."),
            button=_("Toon de eigen naam"),
            back=reverse("gezinsplan:betrokkene_wijzigen", args=[blik.gezin.pk, rij.pk]),
        ),
        done=_("De eigen naam staat weer in het plan."),
        then=mensenpagina(blik.gezin),
    )


def _professional_of_404(blik: Blik, deelnemer_id: UUID) -> Deelnemer:
    return get_object_or_404(blik.deelnemers().actief().filter(soort=SoortDeelnemer.PROFESSIONAL), pk=deelnemer_id)
