"""Lengthening and shortening of the terms of a step and its actions, always with a reason and told to all (E7).

A term may be lengthened once by the keeper, by at most its original length; after that only by the level above, each time
by at most that length. Above the executors: a manager or bestuurder of the coordinator's instelling. Above the managers:
the official or substitute of the gemeente. Above the official who keeps the next level; where none is named the other one
of those two. Above the highest level there is nobody.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie.actions import tussenvragen
from escalatie.actions.beurt import (
    eis_aan_zet,
    eis_deze_stap,
    eis_geen_oplossing,
    eis_niet_voorbij,
    eis_tekst,
    uiterlijk,
    vergrendel_open_stap,
    wie_is_aan_zet,
)
from escalatie.actions.verslag import Verslag
from escalatie.beslissers import erboven_in_woorden, is_niveau_erboven, wie_erboven
from escalatie.laddertermijnen import grens
from escalatie.models import (
    Actie,
    Actiestaat,
    Oorzaak,
    SoortGebeurtenis,
    SoortTussenvraag,
    Stagnatie,
    StagnatieRecht,
    Stap,
)
from escalatie.ontvangers import Ontvangers
from escalatie.permissions import verleen
from escalatie.waarneming import is_houder
from instanties.models import Gebruiker
from termijnen import actions as termijnen
from termijnen.kalender import einde_van_dag, huidige_kalender, loopt_weer_tot, verloopt_op
from termijnen.models import Termijn, Termijnstaat, TermijnWijziging, Wijzigingsoort
from woorden.tijdwoorden import AMSTERDAM, laatste_dag, termijnwoorden


def langste(termijn: Termijn) -> datetime:
    """Until when this term may be lengthened at most: by its original length once more."""
    if termijn.in_uren:
        return termijn.loopt_af_op + (termijn.oorspronkelijk_loopt_af_op - termijn.begint_op)
    dagen = laatste_dag(termijn.oorspronkelijk_loopt_af_op) - termijn.begint_op.astimezone(AMSTERDAM).date()
    return einde_van_dag(laatste_dag(termijn.loopt_af_op) + dagen)


def langste_vanaf(stagnatie: Stagnatie, van: datetime) -> datetime | None:
    """Until when a term that begins at `van` may run without a reason: the region's maximum for this cause (E7).

    What goes first has that of a crisis, whatever it began with (E1).
    """
    oorzaak = Oorzaak.CRISIS if stagnatie.gaat_voor else stagnatie.oorzaak
    return grens(oorzaak, van, model=stagnatie.model_id)


def eis_reden_boven_het_maximum(stagnatie: Stagnatie, naar: datetime, reden: str, nu: datetime) -> None:
    """Raise RuleError at `waarom_zo_lang` for a term above the maximum without a reason (E7)."""
    uiterste = langste_vanaf(stagnatie, nu)
    if uiterste is None or naar <= uiterste or reden:
        return
    tot = termijnwoorden(uiterste, nu, in_uren=False).uiterlijk
    melding = _(
        "Zonder reden kan de termijn lopen tot %(tot)s. Schrijf waarom het langer duurt, of kies een eerdere dag."
    )
    raise RuleError(melding % {"tot": tot.removeprefix(_("uiterlijk "))}, field="waarom_zo_lang")


def verkort_van_boven(stap: Stap, naar: datetime, *, door: Gebruiker, nu: datetime, reden: str) -> None:
    """Who is above this locked, open step makes its term shorter, after an objection (E7)."""
    _verkort(stap.staptermijn, naar, stap, door, nu, reden)


def is_eerder_verlengd(termijn: Termijn) -> bool:
    """Whether somebody has lengthened this term before."""
    verlengingen = TermijnWijziging.objects.filter(termijn=termijn, van_loopt_af_op__lt=F("naar_loopt_af_op"))
    return verlengingen.filter(soort=Wijzigingsoort.GEWOON).exists()


def wacht_tot(termijn: Termijn, tot: datetime, *, nu: datetime, door: Gebruiker | None, reden: str) -> None:
    """A question beside the step is asked first: its term doesn't pass before `tot`. Nobody's lengthening.

    One that has just passed runs again: what it waits for is asked.
    """
    hoe: dict[str, Any] = {"nu": nu, "door": door, "reden": reden, "duur": termijn.duur, "soort": Wijzigingsoort.WACHT}
    if not termijn.loopt:
        termijnen.heropen(termijn, tot, van=Termijnstaat.NIET_GEHAALD, **hoe)
    elif termijn.loopt_af_op < tot:
        termijnen.verzet(termijn, tot, **hoe)


def geef_termijn_terug(termijn: Termijn, *, sinds: datetime, nu: datetime, door: Gebruiker | None) -> None:
    """A no ended the waiting since `sinds`: the step term goes on with what was left of it then (E7)."""
    gewacht = TermijnWijziging.objects.filter(termijn=termijn, op__gte=sinds, soort=Wijzigingsoort.WACHT).first()
    if gewacht is None or gewacht.van_loopt_af_op is None:
        return
    tot = gewacht.van_loopt_af_op
    # What had passed before it waited, has passed.
    if tot > sinds:
        tot = loopt_weer_tot(tot, sinds, nu, termijn.duur, huidige_kalender())
    if tot != termijn.loopt_af_op:
        reden = _("er is geantwoord: de termijn gaat verder waar hij was")
        termijnen.verzet(termijn, tot, nu=nu, door=door, reden=reden, duur=termijn.duur, soort=Wijzigingsoort.WACHT)


@transaction.atomic
def verleng(stap: Stap, naar: datetime, *, door: Gebruiker, nu: datetime, reden: str) -> Stap:
    """Lengthen the step term. Raises RuleError at `termijn` or `reden`, or who may do it instead (E7)."""
    reden = eis_tekst(reden, "reden", _("Schrijf waarom er meer tijd nodig is."), 500)
    huidig = eis_deze_stap(stap, nu)
    eis_geen_oplossing(huidig.stagnatie_id)
    _verleng(huidig.staptermijn, naar, huidig, door, nu, reden)
    return huidig


@transaction.atomic
def verkort(stap: Stap, naar: datetime, *, door: Gebruiker, nu: datetime, reden: str) -> Stap:
    """Shorten the step term, any time, by its keeper (E7). Raises RuleError at `termijn` or `reden`."""
    reden = eis_tekst(reden, "reden", _("Schrijf waarom het sneller moet."), 500)
    huidig = eis_aan_zet(stap, door, nu)
    eis_geen_oplossing(huidig.stagnatie_id)
    _verkort(huidig.staptermijn, naar, huidig, door, nu, reden)
    return huidig


@transaction.atomic
def verleng_actie(actie: Actie, naar: datetime, *, door: Gebruiker, nu: datetime, reden: str) -> Actie:
    """Lengthen the term of an action, by the same rule, and never past the term of its step (E7)."""
    reden = eis_tekst(reden, "reden", _("Schrijf waarom er meer tijd nodig is."), 500)
    huidig, stap = _lopende_actie(actie, nu)
    if naar > stap.staptermijn.loopt_af_op:
        melding = _("Deze datum ligt na de termijn van deze stap (%(uiterlijk)s). Verleng eerst die termijn.")
        raise RuleError(melding % {"uiterlijk": uiterlijk(stap.staptermijn, nu)}, field="termijn")
    _verleng(huidig.termijn, naar, stap, door, nu, reden)
    return huidig


@transaction.atomic
def verkort_actie(actie: Actie, naar: datetime, *, door: Gebruiker, nu: datetime, reden: str) -> Actie:
    """Shorten the term of an action, any time, by the keeper of its step (E7)."""
    reden = eis_tekst(reden, "reden", _("Schrijf waarom het sneller moet."), 500)
    huidig, stap = _lopende_actie(actie, nu)
    if not is_houder(door, stap):
        raise RuleError(_("U bent hier niet aan zet.") + " " + wie_is_aan_zet(stap, nu))
    _verkort(huidig.termijn, naar, stap, door, nu, reden)
    # Whether it can be done is never asked longer than the action lasts (E7).
    verzoek = Termijn.objects.lopend().filter(actieverzoek__actie=huidig, loopt_af_op__gt=naar).first()
    if verzoek is not None:
        termijnen.verzet(verzoek, naar, nu=nu, door=door, reden=_("de actie is korter"), duur=verzoek.duur)
    return huidig


def _lopende_actie(actie: Actie, nu: datetime) -> tuple[Actie, Stap]:
    stap = vergrendel_open_stap(actie.stap.stagnatie_id)
    eis_niet_voorbij(stap, nu)
    huidig = Actie.objects.select_related("termijn").get(pk=actie.pk)
    if huidig.stap_id != stap.pk:
        raise RuleError(_("Deze actie hoort bij een stap die voorbij is.") + " " + wie_is_aan_zet(stap, nu))
    if huidig.staat != Actiestaat.LOOPT:
        raise RuleError(_("Deze actie loopt niet meer."))
    eis_geen_oplossing(stap.stagnatie_id)
    return huidig, stap


def _verleng(termijn: Termijn, naar: datetime, stap: Stap, door: Gebruiker, nu: datetime, reden: str) -> None:
    van_erboven = is_niveau_erboven(door, stap)
    if not is_houder(door, stap) and not van_erboven:
        raise RuleError(_("U bent hier niet aan zet.") + " " + wie_is_aan_zet(stap, nu))
    if not van_erboven and is_eerder_verlengd(termijn):
        melding = _("Deze termijn is al een keer verlengd. Hierboven is niemand die dat nog een keer kan doen.")
        if wie := erboven_in_woorden(stap):
            melding = _("Deze termijn is al een keer verlengd. Nog een keer kan alleen %(wie)s.") % {"wie": wie}
        raise RuleError(melding, field="termijn")
    if naar <= termijn.loopt_af_op:
        melding = _("Kies een dag na de huidige termijn (%(uiterlijk)s).") % {"uiterlijk": uiterlijk(termijn, nu)}
        raise RuleError(melding, field="termijn")
    if naar > langste(termijn):
        kan_tot = termijnwoorden(langste(termijn), nu, in_uren=termijn.in_uren).uiterlijk
        melding = _("Verlengen kan met hoogstens de oorspronkelijke duur: %(uiterlijk)s.") % {"uiterlijk": kan_tot}
        raise RuleError(melding, field="termijn")
    termijnen.verzet(termijn, naar, nu=nu, door=door, reden=reden)
    _vertel(termijn, stap, SoortGebeurtenis.TERMIJN_VERLENGD, door, nu, reden)


def _verkort(termijn: Termijn, naar: datetime, stap: Stap, door: Gebruiker, nu: datetime, reden: str) -> None:
    if naar <= nu:
        raise RuleError(_("Deze dag of dit tijdstip is al voorbij."), field="termijn")
    if naar >= termijn.loopt_af_op:
        melding = _("Kies een dag vóór de huidige termijn (%(uiterlijk)s).") % {"uiterlijk": uiterlijk(termijn, nu)}
        raise RuleError(melding, field="termijn")
    termijnen.verzet(termijn, naar, nu=nu, door=door, reden=reden)
    if termijn == stap.resultaat:
        _vraag_korter(stap, naar, door, nu)
    _vertel(termijn, stap, SoortGebeurtenis.TERMIJN_VERKORT, door, nu, reden)


def _vraag_korter(stap: Stap, naar: datetime, door: Gebruiker, nu: datetime) -> None:
    """Whether it is solved may be said as long as the step lasts, two werkdagen at least; so that is shorter too (S6)."""
    for vraag in tussenvragen.wachtend(stap=stap, soort=SoortTussenvraag.OPGELOST):
        tot = max(naar, verloopt_op(vraag.op, tussenvragen.BEVESTIGEN, huidige_kalender()))
        if nu < tot < vraag.termijn.loopt_af_op:
            termijnen.verzet(vraag.termijn, tot, nu=nu, door=door, reden=_("de termijn van de stap is korter"))


def _vertel(termijn: Termijn, stap: Stap, soort: SoortGebeurtenis, door: Gebruiker, nu: datetime, reden: str) -> None:
    stagnatie = stap.stagnatie
    verslag = Verslag(nu, door)
    tekst = _("Nu %(uiterlijk)s. Reden: %(reden)s") % {"uiterlijk": uiterlijk(termijn, nu), "reden": reden}
    verslag.gebeurde(stagnatie, soort, stap=stap, tekst=tekst)
    erboven = wie_erboven(stap) if soort == SoortGebeurtenis.TERMIJN_VERLENGD else []
    # Who may lengthen it the next time must be able to find it: number and dates only.
    verleen((stagnatie.pk, wie.pk, StagnatieRecht.BEKIJKEN) for wie in erboven)
    ontvangers = Ontvangers([stagnatie], nu)
    wijziging = TermijnWijziging.objects.filter(termijn=termijn).latest("pk")
    verslag.meld("stagnatie_termijn", ontvangers.allen(stagnatie), stagnatie, wijziging.pk)
    verslag.schrijf()
