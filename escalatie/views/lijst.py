"""Stagnaties of my instelling or gemeente: ordered by term, what is asked of me first (R2)."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Case, DateTimeField, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.fields import BooleanField
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from escalatie import selectie
from escalatie.models import Bevestiging, Bevestigingsstaat, Stagnatie, Stap, Stapstaat, Vraag
from escalatie.panelen import Rij
from escalatie.permissions import log_zicht
from escalatie.waarneming import stappen_namens
from escalatie.zicht import zichten
from instanties import vervanging
from instanties.models import Gebruiker
from instanties.permissions import gemeenten_als_ambtenaar, instellingen_als_manager
from toestemming.zicht import blikken

PER_PAGINA = 25


@require_safe
@login_required
def stagnaties(request: HttpRequest) -> HttpResponse:
    """What is open, or with ?stand=afgesloten what is closed; a fixed number of queries."""
    gebruiker: Gebruiker = request.user  # type: ignore[assignment]
    gesloten = request.GET.get("stand") == "afgesloten"
    mijn = selectie.van_mijn_organisaties(gebruiker)
    rijen = (
        mijn.exclude(staat="open").order_by("-gesloten_op", "pk") if gesloten else _op_termijn(mijn.open(), gebruiker)
    )
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    in_team = blikken(gebruiker, {rij.gezin_id for rij in pagina.object_list})
    gezien = zichten(gebruiker, [rij.pk for rij in pagina.object_list], in_team)
    for zicht in gezien.values():
        log_zicht(request, zicht)
    context = {
        "pagina": pagina,
        "groepen": _groepen(pagina.object_list, gezien, gesloten),
        "gesloten": gesloten,
        "organisaties": [*instellingen_als_manager(gebruiker), *gemeenten_als_ambtenaar(gebruiker)],
    }
    return render(request, "escalatie/stagnaties.html", context)


def _op_termijn(rijen: QuerySet[Stagnatie], gebruiker: Gebruiker) -> QuerySet[Stagnatie]:
    open_stap = Stap.objects.filter(stagnatie=OuterRef("pk"), staat=Stapstaat.OPEN)
    einde = open_stap.annotate(
        einde=Coalesce("resultaat__loopt_af_op", "vastleggen__loopt_af_op", output_field=DateTimeField())
    )
    aan = vervanging.namens_q(gebruiker, "aan", "stagnatie__gezin")
    gevraagd = Vraag.objects.filter(aan, stagnatie=OuterRef("pk"), beantwoord_op__isnull=True)
    besluit = Bevestiging.objects.filter(
        vervanging.namens_q(gebruiker, "gevraagd_aan", "besluit__stap__stagnatie__gezin"),
        besluit__stap__stagnatie=OuterRef("pk"),
        staat=Bevestigingsstaat.GEVRAAGD,
    )
    aan_mij = (
        Q(Exists(open_stap.filter(Q(houder=gebruiker) | Q(pk__in=list(stappen_namens(gebruiker))))))
        | Q(Exists(gevraagd))
        | Q(Exists(besluit))
    )
    return rijen.annotate(
        aan_mij=Case(When(aan_mij, then=Value(True)), default=Value(False), output_field=BooleanField()),
        einde=Subquery(einde.values("einde")[:1]),
    ).order_by("-aan_mij", "-klasse", "einde", "pk")


def _groepen(rijen: Any, gezien: dict[Any, Any], gesloten: bool) -> list[dict[str, Any]]:
    zichtbaar = [(rij, Rij(gezien[rij.pk])) for rij in rijen if rij.pk in gezien]
    if gesloten:
        groepen = [(_("Afgesloten"), [regel for _rij, regel in zichtbaar])]
    else:
        groepen = [
            (_("Er wordt iets van u gevraagd"), [regel for rij, regel in zichtbaar if rij.aan_mij]),
            (_("Wacht op een ander"), [regel for rij, regel in zichtbaar if not rij.aan_mij]),
        ]
    return [{"titel": titel, "rijen": regels} for titel, regels in groepen if regels]
