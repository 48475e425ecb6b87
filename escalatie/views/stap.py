"""The acts of who keeps a step or carries out an action (E2, E4, E5, E6, E7)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from core.acts import typed
from core.clock import now
from escalatie import actions, selectie, vakken
from escalatie.forms import ActieForm
from escalatie.models import Actie, Modelspoor, Spoorbegin, Stap
from escalatie.permissions import Daad
from escalatie.views.daad import daad, doe
from escalatie.views.pagina import toon
from escalatie.zicht import Zicht
from termijnen.kalender import einde_van_dag, huidige_kalender, verloopt_op
from woorden.duur import Duur


def _stap(zicht: Zicht, stap_id: UUID) -> Stap:
    return get_object_or_404(Stap.objects.select_related("modelstap"), pk=stap_id, stagnatie=zicht.stagnatie)


def _actie(zicht: Zicht, actie_id: UUID) -> Actie:
    return get_object_or_404(selectie.acties(zicht), pk=actie_id)


def einde_van(termijn: Any, moment: Any) -> Any:
    """The moment at which a term that was typed ends."""
    if isinstance(termijn, Duur):
        return verloopt_op(moment, termijn, huidige_kalender())
    return einde_van_dag(termijn)


@daad(Daad.HANDELEN)
def acties_vastleggen(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """Record who does what, by when, with which result (E2, E4, E5)."""
    stap = _stap(zicht, stap_id)
    erbij = "nog_een" in request.POST
    vak = vakken.acties_vastleggen(zicht, stap, typed(request), erbij=erbij)
    if erbij:
        # Only a row more: nothing is judged yet.
        vak.form = _onbeoordeeld(vak.form)
        return toon(request, zicht, vak)

    def handel(rijen: Any) -> None:
        moment = now()
        nieuwe = [_nieuwe_actie(rij, moment) for rij in rijen.gevuld]
        waarom = next((tekst for rij in rijen.gevuld if (tekst := rij.cleaned_data["waarom_zo_lang"])), "")
        actions.leg_acties_vast(stap, nieuwe, door=request.user, nu=moment, waarom_zo_lang=waarom)  # type: ignore[arg-type]

    return doe(request, zicht, vak, handel, gelukt=_("De acties liggen vast. Iedereen krijgt bericht."))


def _onbeoordeeld(rijen: Any) -> Any:
    """The same rows with the same words, without errors."""
    for rij in rijen.forms:
        rij._errors = {}
    rijen._errors, rijen._non_form_errors = [], rijen.error_class()
    return rijen


def _nieuwe_actie(rij: ActieForm, moment: Any) -> actions.NieuweActie:
    termijn = rij.cleaned_data["termijn"]
    duur = termijn if isinstance(termijn, Duur) else None
    return actions.NieuweActie(
        rij.cleaned_data["wat"],
        rij.cleaned_data["gewenst_resultaat"],
        einde_van(termijn, moment),
        duur=duur,
        **rij.uitvoerder(),
    )


@daad(Daad.COORDINEREN)
def eerder_hulp(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """The coordinator calls the managers before her term has passed (E4)."""
    stap = _stap(zicht, stap_id)
    vak = vakken.eerder_hulp(zicht, stap, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.roep_eerder_hulp_in(stap, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("De volgende stap is gezet. Iedereen krijgt bericht."),
    )


@daad(Daad.HANDELEN)
def ander_spoor(request: HttpRequest, zicht: Zicht, stap_id: UUID, spoor_id: int) -> HttpResponse:
    """Whoever keeps the step chooses another track of the ladder (E8, S25)."""
    stap = _stap(zicht, stap_id)
    sporen = Modelspoor.objects.filter(model=stap.modelstap.model_id, begin=Spoorbegin.GEKOZEN)
    spoor = get_object_or_404(sporen.prefetch_related("criteria"), pk=spoor_id)
    return doe(
        request,
        zicht,
        vakken.ander_spoor(zicht, stap, spoor, typed(request)),
        lambda form: actions.kies_spoor(
            stap,
            spoor,
            antwoorden=form.antwoorden(),
            toelichting=form.cleaned_data["toelichting"],
            door=request.user,  # type: ignore[arg-type]
            nu=now(),
        ),
        gelukt=_("De andere aanpak is begonnen. Iedereen krijgt bericht."),
    )


@daad(Daad.HANDELEN)
def gesprek(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """The keeper says on which day the talk is or was (S25)."""
    stap = _stap(zicht, stap_id)
    return doe(
        request,
        zicht,
        vakken.gesprek(zicht, stap, typed(request)),
        lambda form: actions.leg_gesprek_vast(
            stap,
            form.cleaned_data["gebeurd_op"],
            gezin=form.cleaned_data["gezin"],
            door=request.user,  # type: ignore[arg-type]
            nu=now(),
        ),
        gelukt=_("De dag ligt vast. Iedereen krijgt bericht."),
    )


@daad(Daad.HANDELEN)
def buiten_macht(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """It exceeds what this side may and can do: one step up at once (E5)."""
    stap = _stap(zicht, stap_id)
    vak = vakken.buiten_macht(zicht, stap, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.buiten_macht(stap, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Het is doorgegeven, een stap hoger."),
    )


@daad(Daad.HANDELEN)
def hoger_niveau(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """The official takes it a level higher (E6)."""
    stap = _stap(zicht, stap_id)
    vak = vakken.hoger_niveau(zicht, stap, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.hoger_niveau(stap, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Het ligt nu een niveau hoger, met een nieuwe termijn."),
    )


@daad(Daad.VERLENGEN)
def termijn(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """A longer or shorter term for the step, with the reason (E7)."""
    stap = Stap.objects.select_related("modelstap", "vastleggen", "resultaat").filter(stagnatie=zicht.stagnatie)
    gekozen = get_object_or_404(stap, pk=stap_id)
    vak = vakken.termijn(zicht, gekozen, typed(request))

    def handel(form: Any) -> None:
        moment = now()
        naar = einde_van(form.cleaned_data["termijn"], moment)
        verzet = actions.verkort if naar < gekozen.staptermijn.loopt_af_op else actions.verleng
        verzet(gekozen, naar, door=request.user, nu=moment, reden=form.cleaned_data["reden"])  # type: ignore[arg-type]

    return doe(request, zicht, vak, handel, gelukt=_("De nieuwe termijn ligt vast. Iedereen krijgt bericht."))


@daad(Daad.TERUGKOPPELEN)
def koppel_terug(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """Feedback on actions and decisions (E6)."""
    stap = _stap(zicht, stap_id)
    vak = vakken.terugkoppeling(zicht, stap, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.koppel_terug(stap, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Uw terugkoppeling staat erbij."),
    )


@daad(Daad.HANDELEN)
def besluit(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """The decision of the gemeente, with its level and ground (E6)."""
    stap = _stap(zicht, stap_id)
    vak = vakken.besluit(zicht, stap, typed(request))

    def handel(form: Any) -> None:
        gegevens = {naam: form.cleaned_data[naam] for naam in ("niveau", "tekst", "grond", "waarom_zo_lang")}
        termijn, moment = form.cleaned_data["termijn"], now()
        tot = einde_van(termijn, moment) if termijn else None
        actions.besluit(stap, instellingen=form.gekozen(), door=request.user, nu=moment, tot=tot, **gegevens)  # type: ignore[arg-type]

    return doe(request, zicht, vak, handel, gelukt=_("Het besluit is genomen. Iedereen krijgt bericht."))


@daad(Daad.UITVOEREN)
def uitgevoerd(request: HttpRequest, zicht: Zicht, actie_id: UUID) -> HttpResponse:
    """Say that an action was done, and when (E11, E14)."""
    actie = _actie(zicht, actie_id)
    vak = vakken.uitgevoerd(zicht, actie, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.meld_uitgevoerd(actie, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Fijn. Het staat er nu bij als uitgevoerd."),
    )


@daad(Daad.UITVOEREN)
def terugnemen(request: HttpRequest, zicht: Zicht, actie_id: UUID) -> HttpResponse:
    """Take back that an action was done, with a reason (E14)."""
    actie = _actie(zicht, actie_id)
    vak = vakken.terugnemen(zicht, actie, typed(request))
    return doe(
        request,
        zicht,
        vak,
        lambda form: actions.neem_uitgevoerd_terug(actie, door=request.user, nu=now(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("‘Uitgevoerd’ is teruggenomen."),
    )


@daad(Daad.HANDELEN)
def actietermijn(request: HttpRequest, zicht: Zicht, actie_id: UUID) -> HttpResponse:
    """A longer or shorter term for one action, with the reason (E7)."""
    actie = _actie(zicht, actie_id)
    vak = vakken.actietermijn(zicht, actie, typed(request))

    def handel(form: Any) -> None:
        moment = now()
        naar = einde_van(form.cleaned_data["termijn"], moment)
        verzet = actions.verkort_actie if naar < actie.termijn.loopt_af_op else actions.verleng_actie
        verzet(actie, naar, door=request.user, nu=moment, reden=form.cleaned_data["reden"])  # type: ignore[arg-type]

    return doe(request, zicht, vak, handel, gelukt=_("De nieuwe termijn ligt vast. Iedereen krijgt bericht."))
