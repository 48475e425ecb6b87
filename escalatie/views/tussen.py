"""Answering what is asked in between (E7, E14, S6)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from core.acts import typed
from core.clock import now
from core.errors import NotAllowed
from escalatie import actions, selectie, vakken
from escalatie.models import Actie, SoortTussenvraag, Stap, Tussenvraag
from escalatie.permissions import Daad
from escalatie.stem import mag_beslissen
from escalatie.views.daad import daad, doe
from escalatie.views.stap import einde_van
from escalatie.zicht import Zicht


def _vraag(zicht: Zicht, vraag_id: UUID, soort: SoortTussenvraag) -> Tussenvraag:
    rijen = Tussenvraag.objects.select_related("termijn", "aan_stap")
    return get_object_or_404(rijen, pk=vraag_id, stagnatie=zicht.stagnatie, soort=soort)


def _gedaan(request: HttpRequest, zicht: Zicht, vraag_id: UUID, ja: bool, gelukt: str) -> HttpResponse:
    vraag = _vraag(zicht, vraag_id, SoortTussenvraag.WAS_GEDAAN)
    vak = (vakken.gedaan_klopt if ja else vakken.gedaan_klopt_niet)(zicht, vraag, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.bevestig_gedaan(vraag, ja, door=request.user, nu=now()),  # type: ignore[arg-type]
        gelukt=gelukt,
    )


@daad(Daad.BEVESTIGEN)
def gedaan_klopt(request: HttpRequest, zicht: Zicht, vraag_id: UUID) -> HttpResponse:
    """The family or the coordinator confirms that it was done in time (E14)."""
    return _gedaan(request, zicht, vraag_id, True, _("Dank u wel. Wat ervan kwam, is teruggedraaid."))


@daad(Daad.BEVESTIGEN)
def gedaan_klopt_niet(request: HttpRequest, zicht: Zicht, vraag_id: UUID) -> HttpResponse:
    """The family or the coordinator says that it wasn't (E14)."""
    return _gedaan(request, zicht, vraag_id, False, _("Dank u wel. Het gaat verder waar het stond."))


@daad(Daad.UITVOEREN)
def niet_gedaan(request: HttpRequest, zicht: Zicht, actie_id: UUID) -> HttpResponse:
    """The navraag after the term of an action: not done (S6)."""
    actie: Actie = get_object_or_404(selectie.acties(zicht), pk=actie_id)
    vak = vakken.niet_gedaan(zicht, actie, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.meld_niet_gedaan(actie, door=request.user, nu=now()),  # type: ignore[arg-type]
        gelukt=_("Dank u wel. De volgende stap begint."),
    )


@daad(Daad.UITVOEREN)
def actie_ja(request: HttpRequest, zicht: Zicht, actie_id: UUID) -> HttpResponse:
    """Who does an action says yes, or another writes that down (E4)."""
    actie: Actie = get_object_or_404(selectie.acties(zicht), pk=actie_id)
    vak = vakken.actie_ja(zicht, actie, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.zeg_ja_tegen_actie(actie, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Dank u wel. Het staat vast."),
    )


@daad(Daad.UITVOEREN)
def actie_kan_niet(request: HttpRequest, zicht: Zicht, actie_id: UUID) -> HttpResponse:
    """Who does an action says that it can't be done, or another writes that down (E4)."""
    actie: Actie = get_object_or_404(selectie.acties(zicht), pk=actie_id)
    vak = vakken.actie_kan_niet(zicht, actie, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.zeg_kan_niet_tegen_actie(actie, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Dank u wel. Wie aan zet is, hoort het meteen, en kiest iets anders."),
    )


@daad(Daad.BEZWAAR)
def te_lang(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """Somebody who takes part says that it takes too long (E7)."""
    stap = get_object_or_404(Stap.objects.select_related("modelstap"), pk=stap_id, stagnatie=zicht.stagnatie)
    vak = vakken.te_lang(zicht, stap, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.maak_bezwaar(stap, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Dank u wel. Er wordt beslist of het sneller moet. U krijgt daar bericht van."),
    )


@daad(None)
def bezwaar(request: HttpRequest, zicht: Zicht, vraag_id: UUID) -> HttpResponse:
    """The level above decides on an objection (E7)."""
    vraag = _vraag(zicht, vraag_id, SoortTussenvraag.TE_LANG)
    if zicht.stap is None or not mag_beslissen(request.user, vraag, zicht.stap):  # type: ignore[arg-type]
        raise NotAllowed(_("Hierover beslist wie hierna aan zet komt."))
    vak = vakken.bezwaar(zicht, vraag, typed(request))

    def handel(form: Any) -> None:
        moment = now()
        termijn = form.cleaned_data["termijn"]
        naar = einde_van(termijn, moment) if termijn else None
        actions.beslis_bezwaar(vraag, naar, door=request.user, nu=moment, uitleg=form.cleaned_data["uitleg"])  # type: ignore[arg-type]

    return doe(request, zicht, vak, handel, gelukt=_("Vastgelegd. Iedereen krijgt bericht."))
