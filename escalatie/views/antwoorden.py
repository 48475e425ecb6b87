"""Asking and answering: colleagues, the family, an instelling that is bound by a decision (E2, E6, E11, E13)."""

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from core.acts import typed
from core.clock import now
from core.errors import NotAllowed
from escalatie import actions, vakken
from escalatie.models import Bevestiging, Escalatiebericht, Oplossing, SoortVraag, Vraag
from escalatie.permissions import Daad
from escalatie.views.daad import daad, doe
from escalatie.zicht import Zicht


def _bericht(zicht: Zicht) -> Escalatiebericht:
    if zicht.bericht is None:
        raise Http404
    return zicht.bericht


def _vraag(request: HttpRequest, zicht: Zicht, soort: SoortVraag, gelukt: str) -> HttpResponse:
    vak = vakken.vraag(zicht, soort, typed(request))

    def handel(form: Any) -> None:
        actions.stel_vraag(
            zicht.stagnatie,
            soort=soort,
            tekst=form.cleaned_data["tekst"],
            door=request.user,  # type: ignore[arg-type]
            nu=now(),
            **form.ontvanger(),
        )

    return doe(request, zicht, vak, handel, gelukt=gelukt)


@daad(Daad.VRAGEN)
def aanspreken(request: HttpRequest, zicht: Zicht) -> HttpResponse:
    """Address a colleague or a peer who does not deliver (E2, E4)."""
    return _vraag(
        request, zicht, SoortVraag.AANSPREKEN, _("Uw collega krijgt bericht, met een termijn voor het antwoord.")
    )


@daad(Daad.VRAGEN)
def advies(request: HttpRequest, zicht: Zicht) -> HttpResponse:
    """Ask advice (E5)."""
    return _vraag(request, zicht, SoortVraag.ADVIES, _("Uw vraag is gesteld, met een termijn voor het antwoord."))


@daad(Daad.ANTWOORDEN)
def antwoord(request: HttpRequest, zicht: Zicht, vraag_id: UUID) -> HttpResponse:
    """Answer what one was asked (E2, E4, E5)."""
    vraag = get_object_or_404(Vraag, pk=vraag_id, stagnatie=zicht.stagnatie, aan__in=zicht.ik_en_namens)
    vak = vakken.antwoord(zicht, vraag, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.beantwoord_vraag(vraag, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Dank u wel. Uw antwoord staat erbij."),
    )


@daad(Daad.BERICHT)
def bericht(request: HttpRequest, zicht: Zicht) -> HttpResponse:
    """Write what managers and officials will read, and lay it before the family (E13)."""
    vak = vakken.bericht(zicht, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.schrijf_bericht(zicht.stagnatie, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Het bericht ligt bij het gezin om te lezen."),
    )


@daad(Daad.COORDINEREN)
def samen_gelezen(request: HttpRequest, zicht: Zicht) -> HttpResponse:
    """Record that the family read it together with the coordinator (E13)."""
    vak = vakken.samen_gelezen(zicht, typed(request))
    tekst = _bericht(zicht)
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.lees_bericht_samen(tekst, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Vastgelegd. Wie aan zet is, leest het bericht als allen het lazen die daarover beslissen."),
        opnieuw_gelezen=True,
    )


@daad(Daad.VRIJGEVEN)
def gelezen(request: HttpRequest, zicht: Zicht) -> HttpResponse:
    """The family has read it and may add how it sees this (E13)."""
    vak = vakken.gelezen(zicht, typed(request))
    tekst = _bericht(zicht)
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.lees_bericht_als_gezin(tekst, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Dank u wel. Wie nu iets moet doen, leest het bericht als iedereen het heeft gelezen die dat moet."),
        opnieuw_gelezen=True,
    )


def _bevestiging(request: HttpRequest, zicht: Zicht, bevestiging_id: UUID) -> Bevestiging:
    van_mij = Q(gevraagd_aan__in=zicht.ik_en_namens) | Q(instelling__in=zicht.eigen_instellingen)
    rijen = Bevestiging.objects.filter(van_mij, besluit__stap__stagnatie=zicht.stagnatie)
    return get_object_or_404(rijen.select_related("besluit__stap", "instelling"), pk=bevestiging_id)


@daad(Daad.ANTWOORDEN)
def bevestig(request: HttpRequest, zicht: Zicht, bevestiging_id: UUID) -> HttpResponse:
    """The instelling carries the decision out (E6)."""
    rij = _bevestiging(request, zicht, bevestiging_id)
    vak = vakken.bevestig(zicht, rij, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.bevestig(rij, door=request.user, nu=now()),  # type: ignore[arg-type]
        gelukt=_("Bevestigd. De gemeente en het gezin krijgen bericht."),
    )


@daad(Daad.ANTWOORDEN)
def kan_niet(request: HttpRequest, zicht: Zicht, bevestiging_id: UUID) -> HttpResponse:
    """The instelling can't, with the ground; the official decides again (E6)."""
    rij = _bevestiging(request, zicht, bevestiging_id)
    vak = vakken.kan_niet(zicht, rij, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.kan_niet(rij, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Doorgegeven. De gemeente beslist opnieuw."),
    )


@daad(Daad.OPGELOST_MELDEN)
def opgelost(request: HttpRequest, zicht: Zicht) -> HttpResponse:
    """Somebody whose share wasn't the subject says that it is solved; the family is asked (E11, S7)."""
    vak = vakken.opgelost(zicht, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.meld_opgelost(zicht.stagnatie, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Gemeld. Het gezin wordt nu gevraagd of het ook zo is."),
    )


def _gezinsantwoord(
    request: HttpRequest, zicht: Zicht, oplossing_id: UUID, maak: Any, zeg: Any, gelukt: str
) -> HttpResponse:
    # First, as every nested thing: who may write it down follows from what is asked of the family here.
    oplossing = get_object_or_404(Oplossing, pk=oplossing_id, stagnatie=zicht.stagnatie)
    if Daad.INSTEMMEN not in zicht.daden and Daad.OPSCHRIJVEN not in zicht.daden:
        raise NotAllowed(_("Dit vragen wij aan het gezin."))
    vak = maak(zicht, oplossing, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: zeg(oplossing, door=request.user, nu=now(), **form.cleaned_data),
        gelukt=gelukt,
    )


@daad(None)
def opgelost_ja(request: HttpRequest, zicht: Zicht, oplossing_id: UUID) -> HttpResponse:
    """The family says that it is solved, or somebody notes that it did (E11)."""
    return _gezinsantwoord(
        request,
        zicht,
        oplossing_id,
        vakken.opgelost_ja,
        actions.zeg_ja,
        _("Wat fijn. Dit is opgelost. Het plan gaat verder."),
    )


@daad(None)
def opgelost_nee(request: HttpRequest, zicht: Zicht, oplossing_id: UUID) -> HttpResponse:
    """The family says that it isn't solved yet (E11)."""
    return _gezinsantwoord(
        request, zicht, oplossing_id, vakken.opgelost_nee, actions.zeg_nee, _("Dank u wel. Wij gaan hiermee verder.")
    )
