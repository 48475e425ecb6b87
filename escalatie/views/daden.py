"""The acts on a stagnatie: each a POST to a URL named after it, one call of an action, and back to the page."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.duur import Duur
from core.fouten import NietToegestaan, Regelfout, Verouderd
from core.idempotentie import eenmalig
from core.klok import nu
from escalatie import actions, selectie, vakken
from escalatie.forms import ActieForm
from escalatie.models import (
    Actie,
    Bevestiging,
    Escalatiebericht,
    Oplossing,
    SoortVraag,
    Stap,
    Vraag,
)
from escalatie.permissions import Daad, met_stagnatie
from escalatie.vakken import Data, Vak
from escalatie.views.pagina import toon
from escalatie.zicht import Zicht, zicht_op_id
from termijnen.kalender import einde_van_dag, huidige_kalender, verloopt_op

View = Callable[..., HttpResponse]


def daad(wat: Daad | None) -> Callable[[View], View]:
    """A view for one act: the right asked, carried out once however often it is sent. GET leads to the page."""

    def maak(view: View) -> View:
        return require_http_methods(["GET", "HEAD", "POST"])(met_stagnatie(wat)(eenmalig(view)))

    return maak


def _data(request: HttpRequest) -> Data:
    return request.POST if request.method == "POST" else None


def _stap(zicht: Zicht, stap_id: UUID) -> Stap:
    return get_object_or_404(Stap.objects.select_related("modelstap"), pk=stap_id, stagnatie=zicht.stagnatie)


def _actie(zicht: Zicht, actie_id: UUID) -> Actie:
    return get_object_or_404(selectie.acties(zicht), pk=actie_id)


def _bericht(zicht: Zicht) -> Escalatiebericht:
    if zicht.bericht is None:
        raise Http404
    return zicht.bericht


def _doe(
    request: HttpRequest,
    zicht: Zicht,
    vak: Vak,
    handel: Callable[[Any], Any],
    *,
    gelukt: str,
    opnieuw_gelezen: bool = False,
) -> HttpResponse:
    """Carry out `handel(form)` and go to the page; what a rule refuses comes back at its field, with what was typed.

    `opnieuw_gelezen`: the page that comes back shows the present text, so that the next answer is about that one.
    """
    if request.method != "POST":
        return redirect(vak.pagina)
    status = 422
    if vak.form.is_valid():
        try:
            handel(vak.form)
        except Verouderd as fout:
            status = 409
            vak.verouderd = _met_labels(vak, fout)
            _versie_van_nu(vak)
        except Regelfout as fout:
            _bij_het_veld(vak.form, fout)
            if opnieuw_gelezen:
                _versie_van_nu(vak)
        else:
            messages.success(request, gelukt, extra_tags=f"bewaard:{vak.bewaar}")
            return redirect(vakken.pagina(zicht))
    # The ladder may have moved meanwhile: the page shows how it stands now.
    vers = zicht_op_id(request.user, zicht.stagnatie.pk)  # type: ignore[arg-type]
    if vers is None:
        raise Http404
    return toon(request, vers, vak, status=status)


def _bij_het_veld(form: Any, fout: Regelfout) -> None:
    if not hasattr(form, "fields"):
        _bij_de_rij(form, fout)
        return
    veld = fout.veld
    if veld == "instellingen" and veld not in form.fields:
        veld = "andere_instelling"
    form.add_error(veld if veld in form.fields else None, fout.melding)


def _bij_de_rij(rijen: Any, fout: Regelfout) -> None:
    """A rule about one of several actions: at its field when there is one row, else above the rows."""
    gevuld = rijen.gevuld
    if len(gevuld) == 1 and fout.veld in gevuld[0].fields:
        gevuld[0].add_error(fout.veld, fout.melding)
    else:
        rijen.non_form_errors().append(fout.melding)


def _met_labels(vak: Vak, fout: Verouderd) -> Verouderd:
    """Both texts under the words of the form instead of the names of its fields (G7)."""
    labels = {naam: str(veld.label) for naam, veld in vak.form.fields.items()}
    return Verouderd(
        fout.melding,
        eigen={labels.get(naam, naam): tekst for naam, tekst in fout.eigen.items()},
        huidig={labels.get(naam, naam): tekst for naam, tekst in fout.huidig.items()},
    )


def _versie_van_nu(vak: Vak) -> None:
    """Both texts have been shown: what is sent next starts from the present one."""
    versie = Escalatiebericht.objects.filter(stagnatie=vak.zicht.stagnatie).values_list("versie", flat=True).first()
    vak.form.data = vak.form.data.copy()
    vak.form.data["versie"] = versie


# The step.


@daad(Daad.HANDELEN)
def acties_vastleggen(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """Record who does what, by when, with which result (E2, E4, E5)."""
    stap = _stap(zicht, stap_id)
    erbij = "nog_een" in request.POST
    vak = vakken.acties_vastleggen(zicht, stap, _data(request), erbij=erbij)
    if erbij:
        # Only a row more: nothing is judged yet.
        vak.form = _onbeoordeeld(vak.form)
        return toon(request, zicht, vak)

    def handel(rijen: Any) -> None:
        moment = nu()
        nieuwe = [_nieuwe_actie(rij, moment) for rij in rijen.gevuld]
        actions.leg_acties_vast(stap, nieuwe, door=request.user, nu=moment)  # type: ignore[arg-type]

    return _doe(request, zicht, vak, handel, gelukt=_("De acties liggen vast. Iedereen krijgt bericht."))


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
        _tot(termijn, moment),
        duur=duur,
        **rij.uitvoerder(),
    )


def _tot(termijn: Any, moment: Any) -> Any:
    """The moment at which a term that was typed ends."""
    if isinstance(termijn, Duur):
        return verloopt_op(moment, termijn, huidige_kalender())
    return einde_van_dag(termijn)


@daad(Daad.COORDINEREN)
def eerder_hulp(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """The coordinator calls the managers before her term has passed (E4)."""
    stap = _stap(zicht, stap_id)
    vak = vakken.eerder_hulp(zicht, stap, _data(request))
    return _doe(
        request,
        zicht,
        vak,
        lambda form: actions.roep_eerder_hulp_in(stap, door=request.user, nu=nu(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("De managers zijn ingeschakeld."),
    )


@daad(Daad.HANDELEN)
def buiten_macht(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """It exceeds what this side may and can do: one step up at once (E5)."""
    stap = _stap(zicht, stap_id)
    vak = vakken.buiten_macht(zicht, stap, _data(request))
    return _doe(
        request,
        zicht,
        vak,
        lambda form: actions.buiten_macht(stap, door=request.user, nu=nu(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Het is doorgegeven, een stap hoger."),
    )


@daad(Daad.HANDELEN)
def hoger_niveau(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """The official takes it a level higher (E6)."""
    stap = _stap(zicht, stap_id)
    vak = vakken.hoger_niveau(zicht, stap, _data(request))
    return _doe(
        request,
        zicht,
        vak,
        lambda form: actions.hoger_niveau(stap, door=request.user, nu=nu(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Het ligt nu een niveau hoger, met een nieuwe termijn."),
    )


@daad(Daad.VERLENGEN)
def termijn(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """A longer or shorter term for the step, with the reason (E7)."""
    stap = Stap.objects.select_related("modelstap", "vastleggen", "resultaat").filter(stagnatie=zicht.stagnatie)
    gekozen = get_object_or_404(stap, pk=stap_id)
    vak = vakken.termijn(zicht, gekozen, _data(request))

    def handel(form: Any) -> None:
        moment = nu()
        naar = _tot(form.cleaned_data["termijn"], moment)
        verzet = actions.verkort if naar < gekozen.staptermijn.loopt_af_op else actions.verleng
        verzet(gekozen, naar, door=request.user, nu=moment, reden=form.cleaned_data["reden"])  # type: ignore[arg-type]

    return _doe(request, zicht, vak, handel, gelukt=_("De nieuwe termijn ligt vast. Iedereen krijgt bericht."))


@daad(Daad.TERUGKOPPELEN)
def koppel_terug(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """Feedback on actions and decisions (E6)."""
    stap = _stap(zicht, stap_id)
    vak = vakken.terugkoppeling(zicht, stap, _data(request))
    return _doe(
        request,
        zicht,
        vak,
        lambda form: actions.koppel_terug(stap, door=request.user, nu=nu(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Uw terugkoppeling staat erbij."),
    )


@daad(Daad.HANDELEN)
def besluit(request: HttpRequest, zicht: Zicht, stap_id: UUID) -> HttpResponse:
    """The decision of the gemeente, with its level and ground (E6)."""
    stap = _stap(zicht, stap_id)
    vak = vakken.besluit(zicht, stap, _data(request))

    def handel(form: Any) -> None:
        gegevens = {naam: form.cleaned_data[naam] for naam in ("niveau", "tekst", "grond")}
        actions.besluit(stap, instellingen=form.gekozen(), door=request.user, nu=nu(), **gegevens)  # type: ignore[arg-type]

    return _doe(request, zicht, vak, handel, gelukt=_("Het besluit is genomen. Iedereen krijgt bericht."))


# One action.


@daad(Daad.UITVOEREN)
def uitgevoerd(request: HttpRequest, zicht: Zicht, actie_id: UUID) -> HttpResponse:
    """Say that an action was done, and when (E11, E14)."""
    actie = _actie(zicht, actie_id)
    vak = vakken.uitgevoerd(zicht, actie, _data(request))
    return _doe(
        request,
        zicht,
        vak,
        lambda form: actions.meld_uitgevoerd(actie, door=request.user, nu=nu(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Fijn. Het staat er nu bij als uitgevoerd."),
    )


@daad(Daad.UITVOEREN)
def terugnemen(request: HttpRequest, zicht: Zicht, actie_id: UUID) -> HttpResponse:
    """Take back that an action was done, with a reason (E14)."""
    actie = _actie(zicht, actie_id)
    vak = vakken.terugnemen(zicht, actie, _data(request))
    return _doe(
        request,
        zicht,
        vak,
        lambda form: actions.neem_uitgevoerd_terug(actie, door=request.user, nu=nu(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("‘Uitgevoerd’ is teruggenomen."),
    )


@daad(Daad.HANDELEN)
def actietermijn(request: HttpRequest, zicht: Zicht, actie_id: UUID) -> HttpResponse:
    """A longer or shorter term for one action, with the reason (E7)."""
    actie = _actie(zicht, actie_id)
    vak = vakken.actietermijn(zicht, actie, _data(request))

    def handel(form: Any) -> None:
        moment = nu()
        naar = _tot(form.cleaned_data["termijn"], moment)
        verzet = actions.verkort_actie if naar < actie.termijn.loopt_af_op else actions.verleng_actie
        verzet(actie, naar, door=request.user, nu=moment, reden=form.cleaned_data["reden"])  # type: ignore[arg-type]

    return _doe(request, zicht, vak, handel, gelukt=_("De nieuwe termijn ligt vast. Iedereen krijgt bericht."))


# Questions.


def _vraag(request: HttpRequest, zicht: Zicht, soort: SoortVraag, gelukt: str) -> HttpResponse:
    vak = vakken.vraag(zicht, soort, _data(request))

    def handel(form: Any) -> None:
        actions.stel_vraag(
            zicht.stagnatie,
            soort=soort,
            tekst=form.cleaned_data["tekst"],
            door=request.user,  # type: ignore[arg-type]
            nu=nu(),
            **form.ontvanger(),
        )

    return _doe(request, zicht, vak, handel, gelukt=gelukt)


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
    vraag = get_object_or_404(Vraag, pk=vraag_id, stagnatie=zicht.stagnatie, aan=request.user)
    vak = vakken.antwoord(zicht, vraag, _data(request))
    return _doe(
        request,
        zicht,
        vak,
        lambda form: actions.beantwoord_vraag(vraag, door=request.user, nu=nu(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Dank u wel. Uw antwoord staat erbij."),
    )


# The escalatiebericht.


@daad(Daad.COORDINEREN)
def bericht(request: HttpRequest, zicht: Zicht) -> HttpResponse:
    """Write what managers and officials will read, and lay it before the family (E13)."""
    vak = vakken.bericht(zicht, _data(request))
    return _doe(
        request,
        zicht,
        vak,
        lambda form: actions.schrijf_bericht(zicht.stagnatie, door=request.user, nu=nu(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Het bericht ligt bij het gezin om te lezen."),
    )


@daad(Daad.COORDINEREN)
def samen_gelezen(request: HttpRequest, zicht: Zicht) -> HttpResponse:
    """Record that the family read it together with the coordinator (E13)."""
    vak = vakken.samen_gelezen(zicht, _data(request))
    tekst = _bericht(zicht)
    return _doe(
        request,
        zicht,
        vak,
        lambda form: actions.lees_bericht_samen(tekst, door=request.user, nu=nu(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Vastgelegd. Wie aan zet is, kan het bericht nu lezen."),
        opnieuw_gelezen=True,
    )


@daad(Daad.INSTEMMEN)
def gelezen(request: HttpRequest, zicht: Zicht) -> HttpResponse:
    """The family has read it and may add how it sees this (E13)."""
    vak = vakken.gelezen(zicht, _data(request))
    tekst = _bericht(zicht)
    return _doe(
        request,
        zicht,
        vak,
        lambda form: actions.lees_bericht_als_gezin(tekst, door=request.user, nu=nu(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Dank u wel. Wie nu iets moet doen, leest het bericht ook."),
        opnieuw_gelezen=True,
    )


# The answer of an instelling to a decision.


def _bevestiging(request: HttpRequest, zicht: Zicht, bevestiging_id: UUID) -> Bevestiging:
    rijen = Bevestiging.objects.filter(besluit__stap__stagnatie=zicht.stagnatie, gevraagd_aan=zicht.gebruiker)
    return get_object_or_404(rijen.select_related("besluit__stap", "instelling"), pk=bevestiging_id)


@daad(Daad.ANTWOORDEN)
def bevestig(request: HttpRequest, zicht: Zicht, bevestiging_id: UUID) -> HttpResponse:
    """The instelling carries the decision out (E6)."""
    rij = _bevestiging(request, zicht, bevestiging_id)
    vak = vakken.bevestig(zicht, rij, _data(request))
    return _doe(
        request,
        zicht,
        vak,
        lambda form: actions.bevestig(rij, door=request.user, nu=nu()),  # type: ignore[arg-type]
        gelukt=_("Bevestigd. De gemeente en het gezin krijgen bericht."),
    )


@daad(Daad.ANTWOORDEN)
def kan_niet(request: HttpRequest, zicht: Zicht, bevestiging_id: UUID) -> HttpResponse:
    """The instelling can't, with the ground; the official decides again (E6)."""
    rij = _bevestiging(request, zicht, bevestiging_id)
    vak = vakken.kan_niet(zicht, rij, _data(request))
    return _doe(
        request,
        zicht,
        vak,
        lambda form: actions.kan_niet(rij, door=request.user, nu=nu(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Doorgegeven. De gemeente beslist opnieuw."),
    )


# Solved.


@daad(Daad.COORDINEREN)
def opgelost(request: HttpRequest, zicht: Zicht) -> HttpResponse:
    """The coordinator says that it is solved; the family is asked (E11)."""
    vak = vakken.opgelost(zicht, _data(request))
    return _doe(
        request,
        zicht,
        vak,
        lambda form: actions.meld_opgelost(zicht.stagnatie, door=request.user, nu=nu(), **form.cleaned_data),  # type: ignore[arg-type]
        gelukt=_("Gemeld. Het gezin wordt nu gevraagd of het ook zo is."),
    )


def _gezinsantwoord(
    request: HttpRequest, zicht: Zicht, oplossing_id: UUID, maak: Any, zeg: Any, gelukt: str
) -> HttpResponse:
    if Daad.INSTEMMEN not in zicht.daden and not zicht.is_coordinator:
        raise NietToegestaan(_("Dit vragen wij aan het gezin."))
    oplossing = get_object_or_404(Oplossing, pk=oplossing_id, stagnatie=zicht.stagnatie)
    vak = maak(zicht, oplossing, _data(request))
    return _doe(
        request,
        zicht,
        vak,
        lambda form: zeg(oplossing, door=request.user, nu=nu(), **form.cleaned_data),
        gelukt=gelukt,
    )


@daad(None)
def opgelost_ja(request: HttpRequest, zicht: Zicht, oplossing_id: UUID) -> HttpResponse:
    """The family says that it is solved, or the coordinator notes that it did (E11)."""
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
