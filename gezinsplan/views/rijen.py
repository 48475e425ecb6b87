"""Saving the rows of the plan: a goal, a condition, an afspraak. Each answers with the plan, the next row opened."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import OuterRef
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core import klok
from core.antwoorden import probeer
from core.bevestigen import vraag_bevestiging
from core.idempotentie import eenmalig
from core.mee import Meegevraagd, zet_klaar
from gezinnen.models import Deelnemer, GezinsRecht
from gezinsplan import actions
from gezinsplan.forms.afspraak import RedenForm
from gezinsplan.forms.plan import AfspraakForm, DoelForm, VoorwaardeForm
from gezinsplan.models import Afspraak, Afspraakstaat, Doel
from gezinsplan.planbeeld import planbeeld
from gezinsplan.views.antwoorden import meld_bewaard, opnieuw_te_versturen, verouderd_van
from gezinsplan.views.plan import doelform, plan_url, toon_plan
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik


def vind_doel(blik: Blik, doel_id: UUID) -> Doel:
    """The goal, if the reader sees it; else Http404."""
    doel = Doel.objects.zichtbaar_voor(blik).select_related("plan__gezin", "hoofddoel").filter(pk=doel_id).first()
    if doel is None:
        raise Http404
    return doel


def vind_afspraak(blik: Blik, afspraak_id: UUID, erbij: Mapping[str, Any] | None = None) -> Afspraak:
    """The afspraak, if the reader sees it; else Http404. `erbij`: what is asked along with it."""
    doeners = Deelnemer.objects.filter(afspraken=OuterRef("pk"))
    afspraak = (
        Afspraak.objects.zichtbaar_voor(blik)
        .met_vraag(blik)
        .select_related(
            "termijn",
            "doel__plan__gezin",
            "doel__hoofddoel",
            "vastgelegd_door",
            "vastgelegd_door_deelnemer",
            "vastgelegd_namens",
        )
        .annotate(uitvoerders_nu=Meegevraagd(doeners, met=["instelling", "navrager"]), **(erbij or {}))
        .filter(pk=afspraak_id)
        .first()
    )
    if afspraak is None:
        raise Http404
    zet_klaar(afspraak, "uitvoerders", afspraak.uitvoerders_nu)
    return afspraak


@require_POST
@met_gezin(GezinsRecht.BEWERKEN)
@eenmalig
def doel_toevoegen(request: HttpRequest, blik: Blik) -> HttpResponse:
    form = DoelForm(request.POST, beeld=planbeeld(blik))
    doel = probeer(form, lambda: actions.voeg_doel_toe(blik.gezin, form.gegevens(), nu=klok.nu(), door=blik.gebruiker))
    if doel is None:
        return toon_plan(request, blik, open_deel="doel", form=form, status=422)
    meld_bewaard(request, "doel-nieuw")
    return _verder(request, blik, f"afspraak.{doel.pk}", f"doel-{doel.pk}")


@require_POST
@met_gezin(GezinsRecht.BEWERKEN)
@eenmalig
def voorwaarde_toevoegen(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    hoofddoel = vind_doel(blik, doel_id)
    form = VoorwaardeForm(request.POST, beeld=planbeeld(blik))
    doel = probeer(
        form,
        lambda: actions.voeg_doel_toe(
            blik.gezin, form.gegevens(), nu=klok.nu(), door=blik.gebruiker, hoofddoel=hoofddoel
        ),
    )
    if doel is None:
        return toon_plan(request, blik, open_deel=f"voorwaarde.{hoofddoel.pk}", form=form, status=422)
    meld_bewaard(request, f"voorwaarde-nieuw-{hoofddoel.pk}")
    return _verder(request, blik, f"afspraak.{doel.pk}", f"doel-{doel.pk}")


@require_POST
@met_gezin(GezinsRecht.BEWERKEN)
@eenmalig
def doel_wijzigen(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = vind_doel(blik, doel_id)
    form = doelform(planbeeld(blik), doel, request.POST)
    gedaan = probeer(
        form,
        lambda: actions.wijzig_doel(
            doel, form.gegevens(), versie=form.gelezen_versie, nu=klok.nu(), door=blik.gebruiker
        ),
    )
    if gedaan is None:
        if verouderd_van(form):
            opnieuw_te_versturen(form, doel.versie)
        return toon_plan(request, blik, open_deel=str(doel.pk), form=form, status=422)
    meld_bewaard(request, f"doel-{doel.pk}")
    return redirect(plan_url(blik, anker=f"doel-{doel.pk}"))


@require_POST
@met_gezin(GezinsRecht.BEWERKEN)
@eenmalig
def doel_verplaatsen(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = vind_doel(blik, doel_id)
    actions.verplaats_doel(doel, omhoog="omhoog" in request.POST, nu=klok.nu(), door=blik.gebruiker)
    return redirect(plan_url(blik, anker=f"doel-{doel.pk}"))


@require_http_methods(["GET", "POST"])
@met_gezin(GezinsRecht.BEWERKEN)
@eenmalig
def doel_verwijderen(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = vind_doel(blik, doel_id)
    form = forms.Form(_gestuurd(request))
    if request.method == "POST" and probeer(form, lambda: _gedaan(actions.verwijder_doel, doel, blik)):
        messages.success(request, _("Het doel is uit het plan."))
        return redirect(plan_url(blik))
    return vraag_bevestiging(
        request,
        titel=_("Doel uit het plan halen"),
        gevolg=_("U haalt ‘%(doel)s’ uit het plan, met alle afspraken die eronder staan.") % {"doel": doel.tekst},
        knop=_("Haal het doel uit het plan"),
        terug=plan_url(blik, anker=f"doel-{doel.pk}"),
        form=form,
    )


@require_http_methods(["GET", "POST"])
@met_gezin(GezinsRecht.BEWERKEN)
@eenmalig
def doel_stoppen(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = vind_doel(blik, doel_id)
    form = RedenForm(_gestuurd(request), label=_("Waarom is dit niet meer nodig?"))
    if request.method == "POST" and probeer(
        form, lambda: actions.stop_doel(doel, form.cleaned_data["reden"], nu=klok.nu(), door=blik.gebruiker)
    ):
        messages.success(request, _("Het doel is afgesloten."))
        return redirect(plan_url(blik))
    return vraag_bevestiging(
        request,
        titel=_("Doel is niet meer nodig"),
        gevolg=_("U sluit ‘%(doel)s’ af. Wat er nog voor loopt, stopt. Het blijft wel leesbaar.")
        % {"doel": doel.tekst},
        knop=_("Sluit het doel af"),
        terug=plan_url(blik, anker=f"doel-{doel.pk}"),
        form=form,
        gevaar=False,
        sjabloon="gezinsplan/doel_stoppen.html",
        over={"doel": doel, "blik": blik},
    )


@require_POST
@met_gezin(GezinsRecht.BEWERKEN)
@eenmalig
def doel_heropenen(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = vind_doel(blik, doel_id)
    actions.heropen_doel(doel, nu=klok.nu(), door=blik.gebruiker)
    messages.success(request, _("Het doel loopt weer."))
    return redirect(plan_url(blik, anker=f"doel-{doel.pk}"))


@require_POST
@met_gezin(GezinsRecht.BEWERKEN)
@eenmalig
def afspraak_toevoegen(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = vind_doel(blik, doel_id)
    form = AfspraakForm(request.POST, beeld=planbeeld(blik))
    afspraak = probeer(
        form, lambda: actions.voeg_afspraak_toe(doel, form.gegevens(), nu=klok.nu(), door=blik.gebruiker)
    )
    if afspraak is None:
        return toon_plan(request, blik, open_deel=f"afspraak.{doel.pk}", form=form, status=422)
    meld_bewaard(request, f"afspraak-nieuw-{doel.pk}")
    return _verder(request, blik, f"afspraak.{doel.pk}", f"afspraak-{afspraak.pk}")


@require_POST
@met_gezin(GezinsRecht.BEWERKEN)
@eenmalig
def afspraak_wijzigen(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    form = AfspraakForm(request.POST, beeld=planbeeld(blik), afspraak=afspraak)
    gedaan = probeer(
        form,
        lambda: actions.wijzig_afspraak(
            afspraak,
            form.gegevens(),
            versie=form.gelezen_versie,
            reden=form.cleaned_data.get("reden", ""),
            nu=klok.nu(),
            door=blik.gebruiker,
        ),
    )
    if gedaan is None:
        if verouderd_van(form):
            opnieuw_te_versturen(form, afspraak.versie)
        return toon_plan(request, blik, open_deel=str(afspraak.pk), form=form, status=422)
    meld_bewaard(request, f"afspraak-{afspraak.pk}")
    return _verder(request, blik, _volgende(afspraak), f"afspraak-{afspraak.pk}")


@require_http_methods(["GET", "POST"])
@met_gezin(GezinsRecht.BEWERKEN)
@eenmalig
def afspraak_verwijderen(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    form = forms.Form(_gestuurd(request))
    if request.method == "POST" and probeer(form, lambda: _gedaan(actions.verwijder_afspraak, afspraak, blik)):
        messages.success(request, _("De afspraak is uit het plan."))
        return redirect(plan_url(blik))
    return vraag_bevestiging(
        request,
        titel=_("Afspraak uit het plan halen"),
        gevolg=_("U haalt ‘%(wat)s’ uit het plan.") % {"wat": afspraak.wat},
        knop=_("Haal de afspraak uit het plan"),
        terug=plan_url(blik, anker=f"afspraak-{afspraak.pk}"),
        form=form,
    )


def _gedaan(daad, onderdeel: Doel | Afspraak, blik: Blik) -> bool:
    daad(onderdeel, nu=klok.nu(), door=blik.gebruiker)
    return True


def _volgende(afspraak: Afspraak) -> str:
    """The next row under the same goal: another afspraak that can be edited, else a new one."""
    rij = list(
        Afspraak.objects.filter(doel=afspraak.doel_id)
        .exclude(staat__in=[Afspraakstaat.GEDAAN, Afspraakstaat.VERVALLEN])
        .order_by("volgorde", "id")
        .values_list("pk", flat=True)
    )
    verder = rij[rij.index(afspraak.pk) + 1 :] if afspraak.pk in rij else []
    return str(verder[0]) if verder else f"afspraak.{afspraak.doel_id}"


def _verder(request: HttpRequest, blik: Blik, volgende: str, anker: str) -> HttpResponse:
    """Enter goes on to the next row; the other button closes."""
    if "sluit" in request.POST:
        return redirect(plan_url(blik, anker=anker))
    return redirect(plan_url(blik, open_deel=volgende, anker="open"))


def _gestuurd(request: HttpRequest) -> QueryDict | None:
    """What was sent; an empty POST is still a POST."""
    return request.POST if request.method == "POST" else None
