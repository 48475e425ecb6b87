"""Saving the rows of the plan: a goal, a condition, an afspraak. Each answers with the plan, the next row opened."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core import clock
from core.acts import carry_out, filled
from core.confirm import ask_to_confirm
from core.idempotency import once
from core.mee import Meegevraagd, zet_klaar
from gezinnen.models import Deelnemer, GezinsRecht
from gezinsplan import actions
from gezinsplan.afspraakbeeld import BIJ_AFSPRAAK
from gezinsplan.forms.afspraak import RedenForm
from gezinsplan.forms.plan import AfspraakForm, DoelForm, VoorwaardeForm
from gezinsplan.models import Afspraak, Afspraakstaat, Doel
from gezinsplan.planbeeld import planbeeld
from gezinsplan.views.antwoorden import bewaard
from gezinsplan.views.plan import doelform, plan_url, toon_plan
from toestemming.dekking import tegen_wie
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik


def vind_doel(blik: Blik, doel_id: UUID) -> Doel:
    """The goal, if the reader sees it; else Http404."""
    doel = Doel.objects.zichtbaar_voor(blik).select_related("plan__gezin", "hoofddoel").filter(pk=doel_id).first()
    if doel is None:
        raise Http404
    return doel


def vind_afspraak(blik: Blik, afspraak_id: UUID) -> Afspraak:
    """The afspraak, if the reader sees it; else Http404."""
    doeners = Deelnemer.objects.filter(afspraken=OuterRef("pk"))
    afspraak = (
        Afspraak.objects.zichtbaar_voor(blik)
        .met_vraag(blik)
        .select_related(*BIJ_AFSPRAAK)
        .annotate(uitvoerders_nu=Meegevraagd(doeners, met=["instelling", "navrager"]))
        .filter(pk=afspraak_id)
        .first()
    )
    if afspraak is None:
        raise Http404
    zet_klaar(afspraak, "uitvoerders", afspraak.uitvoerders_nu)
    return afspraak


@met_gezin(GezinsRecht.BEWERKEN)
@once
def doel_toevoegen(request: HttpRequest, blik: Blik) -> HttpResponse:
    form = filled(request, DoelForm, beeld=planbeeld(blik))
    return _bewaar_rij(
        request,
        blik,
        form,
        lambda: actions.voeg_doel_toe(blik.gezin, form.gegevens(), nu=clock.now(), door=blik.gebruiker),
        open_deel="doel",
        saved="doel-nieuw",
        then=lambda doel: _verder(request, blik, f"afspraak.{doel.pk}", f"doel-{doel.pk}"),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def voorwaarde_toevoegen(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    hoofddoel = vind_doel(blik, doel_id)
    form = filled(request, VoorwaardeForm, beeld=planbeeld(blik), boven=hoofddoel)
    return _bewaar_rij(
        request,
        blik,
        form,
        lambda: actions.voeg_doel_toe(
            blik.gezin, form.gegevens(), nu=clock.now(), door=blik.gebruiker, hoofddoel=hoofddoel
        ),
        open_deel=f"voorwaarde.{hoofddoel.pk}",
        saved=f"voorwaarde-nieuw-{hoofddoel.pk}",
        then=lambda doel: _verder(request, blik, f"afspraak.{doel.pk}", f"doel-{doel.pk}"),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def doel_wijzigen(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = vind_doel(blik, doel_id)
    form = filled(request, lambda data: doelform(planbeeld(blik), doel, data))
    return _bewaar_rij(
        request,
        blik,
        form,
        lambda: actions.wijzig_doel(
            doel,
            form.gegevens(),
            versie=form.gelezen_versie,
            ook_voor=form.ook_voor_ids,
            nu=clock.now(),
            door=blik.gebruiker,
        ),
        open_deel=str(doel.pk),
        saved=f"doel-{doel.pk}",
        then=plan_url(blik, anker=f"doel-{doel.pk}"),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def doel_verplaatsen(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = vind_doel(blik, doel_id)
    return carry_out(
        request,
        lambda: actions.verplaats_doel(doel, omhoog="omhoog" in request.POST, nu=clock.now(), door=blik.gebruiker),
        then=plan_url(blik, anker=f"doel-{doel.pk}"),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def doel_verwijderen(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = vind_doel(blik, doel_id)
    form = filled(request, forms.Form)
    return carry_out(
        request,
        lambda: actions.verwijder_doel(doel, nu=clock.now(), door=blik.gebruiker),
        form=form,
        page=lambda: ask_to_confirm(
            request,
            title=_("Doel uit het plan halen"),
            consequence=_("U haalt ‘%(doel)s’ uit het plan, met alle afspraken die eronder staan.")
            % {"doel": doel.tekst},
            button=_("Haal het doel uit het plan"),
            back=plan_url(blik, anker=f"doel-{doel.pk}"),
            form=form,
        ),
        done=_("Het doel is uit het plan."),
        then=plan_url(blik),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def doel_stoppen(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = vind_doel(blik, doel_id)
    form = filled(request, RedenForm, label=_("Waarom is dit niet meer nodig?"))
    return carry_out(
        request,
        lambda: actions.stop_doel(doel, form.cleaned_data["reden"], nu=clock.now(), door=blik.gebruiker),
        form=form,
        page=lambda: ask_to_confirm(
            request,
            title=_("Doel is niet meer nodig"),
            consequence=_("U sluit ‘%(doel)s’ af. Wat er nog voor loopt, stopt. Het blijft wel leesbaar.")
            % {"doel": doel.tekst},
            button=_("Sluit het doel af"),
            back=plan_url(blik, anker=f"doel-{doel.pk}"),
            form=form,
            danger=False,
            template="gezinsplan/doel_stoppen.html",
            about={"doel": doel, "blik": blik},
        ),
        done=_("Het doel is afgesloten."),
        then=plan_url(blik),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def doel_heropenen(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = vind_doel(blik, doel_id)
    return carry_out(
        request,
        lambda: actions.heropen_doel(doel, nu=clock.now(), door=blik.gebruiker),
        done=_("Het doel loopt weer."),
        then=plan_url(blik, anker=f"doel-{doel.pk}"),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def afspraak_toevoegen(request: HttpRequest, blik: Blik, doel_id: UUID) -> HttpResponse:
    doel = vind_doel(blik, doel_id)
    form = filled(request, AfspraakForm, beeld=planbeeld(blik), boven=doel)
    return _bewaar_rij(
        request,
        blik,
        form,
        lambda: _zeg_tegen_wie(
            request, actions.voeg_afspraak_toe(doel, form.gegevens(), nu=clock.now(), door=blik.gebruiker)
        ),
        open_deel=f"afspraak.{doel.pk}",
        saved=f"afspraak-nieuw-{doel.pk}",
        then=lambda afspraak: _verder(request, blik, f"afspraak.{doel.pk}", f"afspraak-{afspraak.pk}"),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def afspraak_wijzigen(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    form = filled(request, AfspraakForm, beeld=planbeeld(blik), boven=afspraak.doel, afspraak=afspraak)
    return _bewaar_rij(
        request,
        blik,
        form,
        lambda: _zeg_tegen_wie(
            request,
            actions.wijzig_afspraak(
                afspraak,
                form.gegevens(),
                versie=form.gelezen_versie,
                reden=form.cleaned_data.get("reden", ""),
                nu=clock.now(),
                door=blik.gebruiker,
            ),
        ),
        open_deel=str(afspraak.pk),
        saved=f"afspraak-{afspraak.pk}",
        then=lambda _gedaan: _verder(request, blik, _volgende(afspraak), f"afspraak-{afspraak.pk}"),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def afspraak_verwijderen(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    form = filled(request, forms.Form)
    return carry_out(
        request,
        lambda: actions.verwijder_afspraak(afspraak, nu=clock.now(), door=blik.gebruiker),
        form=form,
        page=lambda: ask_to_confirm(
            request,
            title=_("Afspraak uit het plan halen"),
            consequence=_("U haalt ‘%(wat)s’ uit het plan.") % {"wat": afspraak.wat},
            button=_("Haal de afspraak uit het plan"),
            back=plan_url(blik, anker=f"afspraak-{afspraak.pk}"),
            form=form,
        ),
        done=_("De afspraak is uit het plan."),
        then=plan_url(blik),
    )


def _bewaar_rij(
    request: HttpRequest,
    blik: Blik,
    form: forms.Form,
    act: Callable[[], Any],
    *,
    open_deel: str,
    saved: str,
    then: str | Callable[[Any], str],
) -> HttpResponse:
    """A row of the plan: saved, and on to the next; else it comes back opened in its place."""
    return carry_out(
        request,
        act,
        form=form,
        page=lambda: toon_plan(request, blik, open_deel=open_deel, form=form),
        home=plan_url(blik, open_deel=open_deel, anker="open"),
        done=bewaard(),
        saved=saved,
        then=then,
    )


def _zeg_tegen_wie(request: HttpRequest, afspraak: Afspraak) -> Afspraak:
    """Tell the coordinator that who would do this reads it, though somebody said 'no' to that (T8)."""
    gezin_id = afspraak.doel.plan.gezin_id
    doen = afspraak.uitvoerders.all()
    for mens in tegen_wie(gezin_id, doen, afspraak.over_wie, afspraak.leefgebieden):
        tekst = _("%(naam)s leest deze afspraak dan ook, en daar is nee tegen gezegd. Bespreek het, of kies een ander.")
        messages.warning(request, tekst % {"naam": mens.naam})
    return afspraak


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


def _verder(request: HttpRequest, blik: Blik, volgende: str, anker: str) -> str:
    """Enter goes on to the next row; the other button closes."""
    if "sluit" in request.POST:
        return plan_url(blik, anker=anker)
    return plan_url(blik, open_deel=volgende, anker="open")
