"""One afspraak: what was agreed, what is asked about it now, and what people say. Works on a phone, by one tap."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from core import clock
from core.acts import carry_out, filled, typed
from core.errors import NotAllowed
from core.idempotency import once
from gezinnen.models import Deelnemer, GezinsRecht
from gezinsplan import actions
from gezinsplan.aanspreken import zeg_je
from gezinsplan.actions.gedaan import zonder_eigen_stem
from gezinsplan.actions.sloten import open_gesprek, open_navraag
from gezinsplan.afspraakbeeld import Afspraakbeeld, afspraakbeeld
from gezinsplan.eigen_aandeel import is_van, mag_ja_zeggen
from gezinsplan.forms.aanvaarden import DoeIkForm, JaForm, kan_niet_form
from gezinsplan.forms.afspraak import GedaanForm, GesprekForm, LaterForm, LuktNietForm, ReactieForm, RedenForm
from gezinsplan.models import (
    Afspraak,
    Afspraakstaat,
    Antwoord,
    Gesprek,
    Gespreksstaat,
    Navraag,
    Navraagstaat,
)
from gezinsplan.permissions import mag_link_sturen
from gezinsplan.selectie import reacties_bij
from gezinsplan.views.rijen import vind_afspraak
from termijnen.op_tijd import vraagt_tijdstip
from toestemming.aanspreken import met_je, voor_gezin
from toestemming.permissions import log_blik, met_gezin
from toestemming.zicht import Blik

SJABLOON, SJABLOON_GEZIN = "gezinsplan/afspraak.html", "gezinsplan/ons_plan_afspraak.html"
# After these the family goes back to Ons plan: the one thing is done.
ANTWOORDEN = ("doe_ik", "kan_niet", "gedaan", "later", "lukt_niet")
NOG_OPEN = (Afspraakstaat.LOOPT, Afspraakstaat.GEVRAAGD, Afspraakstaat.NIET_GEDAAN)


@require_GET
@met_gezin()
def afspraak(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    return toon_afspraak(request, blik, afspraak_id)


def toon_afspraak(
    request: HttpRequest, blik: Blik, afspraak_id: UUID, *, gebonden: dict[str, forms.Form] | None = None
) -> HttpResponse:
    """The page; `gebonden`: the form that came back with what was typed, by its name."""
    beeld = afspraakbeeld(blik, afspraak_id)
    if beeld is None:
        raise Http404
    afspraak = beeld.afspraak
    mag_antwoorden, navraag = beeld.mag_afvinken, beeld.navraag
    wacht_op_akkoord = navraag is not None and navraag.staat == Navraagstaat.WACHT_OP_AKKOORD
    van_haar = is_van(blik.coordinatorschap, afspraak)
    log_blik(request, blik, onderdelen=[afspraak], object_soort="afspraak", object_id=afspraak.pk)
    formulieren = _formulieren(beeld) | (gebonden or {})
    if met_je(blik):
        for form in formulieren.values():
            zeg_je(form)
    context = {
        "blik": blik,
        "gezin": blik.gezin,
        "je": met_je(blik),
        "afspraak": afspraak,
        "navraag": navraag,
        "wacht_op_akkoord": wacht_op_akkoord,
        "zegt_ja": blik.mag(GezinsRecht.INSTEMMEN) and beeld.toont_doel if van_haar else blik.mag(GezinsRecht.BEWERKEN),
        "ja_van_gezin": van_haar,
        "gesprek": beeld.gesprek if blik.is_coordinator else None,
        "mag_antwoorden": mag_antwoorden,
        "mag_terugnemen": mag_antwoorden or afspraak.vastgelegd_door_id == blik.gebruiker.pk,
        "mag_reageren": blik.mag(GezinsRecht.REAGEREN),
        "mag_bewerken": blik.mag(GezinsRecht.BEWERKEN),
        "nog_open": afspraak.staat in NOG_OPEN,
        "links_voor": _links_voor(blik, afspraak, navraag),
        # As long as nothing is asked about how it went, the yes comes first.
        "eerst_ja": afspraak.gevraagd and afspraak.staat == Afspraakstaat.LOOPT,
        "formulieren": formulieren,
        "fout_in": next(iter(gebonden), "") if gebonden else "",
        "toont_doel": beeld.toont_doel,
        "namens": namens(blik, afspraak),
        "nee": beeld.mijn_nee,
        "reacties": [] if beeld.is_kaal else reacties_bij(afspraak),
        "antwoorden": beeld.antwoorden,
        "gevoerd": beeld.gevoerd,
        "wijzigingen": beeld.wijzigingen,
        "aanvaardingen": beeld.aanvaardingen if blik.mag(GezinsRecht.BEWERKEN) else [],
    }
    sjabloon = SJABLOON_GEZIN if voor_gezin(blik) else SJABLOON
    return render(request, sjabloon, context)


def namens(blik: Blik, afspraak: Afspraak) -> list[str]:
    """The doers without account for whom this reader answers; empty for who does it himself (G17)."""
    doen = list(afspraak.uitvoerders.all())
    ik = {mens.pk for mens in blik.als_deelnemers}
    if any(mens.pk in ik for mens in doen):
        return []
    return [mens.naam for mens in doen if mens.gebruiker_id is None and mens.navrager_id in ik]


def _links_voor(blik: Blik, afspraak: Afspraak, navraag: Navraag | None) -> list[Deelnemer]:
    """The doers whom this reader may let answer by a one-time link (G17)."""
    if navraag is None or navraag.staat != Navraagstaat.OPEN:
        return []
    zonder = [mens for mens in afspraak.uitvoerders.all() if mens.gebruiker_id is None and not mens.gestopt_op]
    coordineert = blik.is_coordinator
    return [mens for mens in zonder if mag_link_sturen(blik.gebruiker, afspraak, mens, coordineert=coordineert)]


def _formulieren(beeld: Afspraakbeeld) -> dict[str, forms.Form]:
    blik, afspraak = beeld.blik, beeld.afspraak
    return {
        "doe_ik": DoeIkForm(namens=namens(blik, afspraak)),
        "kan_niet": kan_niet_form(),
        **({"ja": JaForm(afspraak=afspraak, ja=beeld.zei_ja)} if blik.mag(GezinsRecht.BEWERKEN) else {}),
        "gedaan": GedaanForm(
            vraag_hoe=zonder_eigen_stem(afspraak, blik.gebruiker),
            vraag_tijd=vraagt_tijdstip(afspraak.termijn, clock.now()),
            initial={"gebeurd_op": voorgestelde_dag(afspraak)},
        ),
        "later": LaterForm(auto_id="later_%s"),
        "lukt_niet": LuktNietForm(auto_id="niet_%s"),
        "terug": RedenForm(label=_("Waarom klopt dit niet?"), auto_id="terug_%s"),
        "vervalt": RedenForm(label=_("Waarom is dit niet meer nodig?"), auto_id="vervalt_%s"),
        "weiger": RedenForm(label=_("Waarom kan dat niet?"), auto_id="weiger_%s"),
        "gesprek": GesprekForm(auto_id="gesprek_%s"),
        "reactie": ReactieForm(auto_id="reactie_%s"),
    }


def voorgestelde_dag(afspraak: Afspraak) -> date | None:
    """Today while the term runs. Afterwards nothing: on which day it was done, who says so must know (E14)."""
    voorbij = afspraak.termijn is not None and afspraak.termijn.loopt_af_op <= clock.now()
    return None if voorbij else clock.today()


def _laatste_verlopen(afspraak: Afspraak) -> Gesprek | None:
    if afspraak.staat != Afspraakstaat.NIET_GEDAAN:
        return None
    return afspraak.gesprekken.filter(staat=Gespreksstaat.VERLOPEN).select_related("termijn").last()


def doe(
    request: HttpRequest,
    blik: Blik,
    afspraak: Afspraak,
    naam: str,
    form: forms.Form,
    daad: Callable[[], Any],
    dank: str,
) -> HttpResponse:
    """Carry out, and go back to the afspraak; a form with errors comes back on the same page."""
    hier = reverse("gezinsplan:afspraak", args=[blik.gezin.pk, afspraak.pk])
    klaar = voor_gezin(blik) and naam in ANTWOORDEN
    return carry_out(
        request,
        daad,
        form=form,
        page=lambda: toon_afspraak(request, blik, afspraak.pk, gebonden={naam: form}),
        home=hier,
        done=dank,
        then=reverse("gezinsplan:ons_plan_gezin", args=[blik.gezin.pk]) if klaar else hier,
    )


@met_gezin()
@once
def gedaan(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    tijd = vraagt_tijdstip(afspraak.termijn, clock.now())
    form = filled(request, GedaanForm, vraag_hoe=zonder_eigen_stem(afspraak, blik.gebruiker), vraag_tijd=tijd)

    def daad() -> Afspraak | Navraag:
        nu, door, antwoord = clock.now(), blik.gebruiker, form.antwoord()
        if navraag := open_navraag(afspraak):
            return actions.beantwoord_navraag(navraag, antwoord, nu=nu, door=door)
        dag, hoe = antwoord.gebeurd_op or clock.today(), antwoord.hoe_gehoord
        return actions.vink_af(afspraak, dag, nu=nu, door=door, hoe_gehoord=hoe, om=form.cleaned_data.get("om"))

    return doe(request, blik, afspraak, "gedaan", form, daad, _("Mooi. Het staat als gedaan in het plan."))


@met_gezin()
@once
def antwoord(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    navraag = afspraak.navragen.order_by("gesteld_op").last()
    if navraag is None:
        raise Http404
    later = (typed(request) or {}).get("antwoord") == Antwoord.LATER
    naam = "later" if later else "lukt_niet"
    form: LaterForm | LuktNietForm = (
        filled(request, LaterForm, auto_id="later_%s") if later else filled(request, LuktNietForm, auto_id="niet_%s")
    )
    return doe(
        request,
        blik,
        afspraak,
        naam,
        form,
        lambda: actions.beantwoord_navraag(navraag, form.antwoord(), nu=clock.now(), door=blik.gebruiker),
        _("Bedankt. Het antwoord is bewaard."),
    )


@met_gezin()
@once
def akkoord(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    if not mag_ja_zeggen(blik.gebruiker, afspraak, clock.now()):
        raise NotAllowed(_("Dit zegt een ander dan wie het zou doen."))
    navraag = _open_of_404(afspraak)
    if "weiger" in (typed(request) or {}):
        form: forms.Form = filled(request, RedenForm, label=_("Waarom kan dat niet?"), auto_id="weiger_%s")
        daad = lambda: actions.weiger_akkoord(  # noqa: E731
            navraag, form.cleaned_data["reden"], nu=clock.now(), door=blik.gebruiker
        )
        return doe(request, blik, afspraak, "weiger", form, daad, _("Het antwoord is doorgegeven."))
    form = filled(request, forms.Form)
    return doe(
        request,
        blik,
        afspraak,
        "akkoord",
        form,
        lambda: actions.geef_akkoord(navraag, nu=clock.now(), door=blik.gebruiker),
        _("Vastgelegd. Wie dit doet, krijgt bericht."),
    )


@met_gezin()
@once
def terugnemen(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    form = filled(request, RedenForm, label=_("Waarom klopt dit niet?"), auto_id="terug_%s")
    return doe(
        request,
        blik,
        afspraak,
        "terug",
        form,
        lambda: actions.neem_vink_terug(afspraak, form.cleaned_data["reden"], nu=clock.now(), door=blik.gebruiker),
        _("De afspraak staat niet meer als gedaan in het plan."),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def vervalt(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    form = filled(request, RedenForm, label=_("Waarom is dit niet meer nodig?"), auto_id="vervalt_%s")
    return doe(
        request,
        blik,
        afspraak,
        "vervalt",
        form,
        lambda: actions.laat_vervallen(afspraak, form.cleaned_data["reden"], nu=clock.now(), door=blik.gebruiker),
        _("Vastgelegd. Wie dit aangaat, krijgt bericht."),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def gesprek(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    gevraagd = open_gesprek(afspraak) or _laatste_verlopen(afspraak)
    if gevraagd is None:
        raise Http404
    form = filled(request, GesprekForm, auto_id="gesprek_%s")
    return doe(
        request,
        blik,
        afspraak,
        "gesprek",
        form,
        lambda: actions.leg_gesprek_vast(
            gevraagd,
            form.cleaned_data["uitkomst"],
            form.cleaned_data["gevoerd_op"],
            nieuwe_dag=form.gekozen_dag,
            nu=clock.now(),
            door=blik.gebruiker,
        ),
        _("Het gesprek is vastgelegd."),
    )


@met_gezin(GezinsRecht.REAGEREN)
@once
def reageren(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    form = filled(request, ReactieForm, auto_id="reactie_%s")
    return doe(
        request,
        blik,
        afspraak,
        "reactie",
        form,
        lambda: actions.reageer(afspraak, form.cleaned_data["tekst"], nu=clock.now(), door=blik.gebruiker),
        _("De reactie staat erbij."),
    )


def _open_of_404(afspraak: Afspraak) -> Navraag:
    navraag = open_navraag(afspraak)
    if navraag is None:
        raise Http404
    return navraag
