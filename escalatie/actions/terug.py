"""A step stands again as it stood: its keeper, and of each of its terms what was left, in its own unit (E14)."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from escalatie.actions import actieverzoeken, tussenvragen
from escalatie.actions.afloop import volg_afloop
from escalatie.actions.beurt import open_stappen_bij
from escalatie.actions.stappen import herbezet
from escalatie.actions.toegang import geef_toegang
from escalatie.actions.verlaten import verlaat
from escalatie.actions.verslag import Verslag
from escalatie.models import Actie, Actiestaat, SoortGebeurtenis, Stap, Stapstaat
from escalatie.ontvangers import Ontvangers, ooit_verteld
from instanties.models import Gebruiker
from termijnen import actions as termijnen
from termijnen.kalender import huidige_kalender, loopt_weer_tot
from termijnen.models import Termijn, Termijnstaat, Wijzigingsoort
from toestemming.actions import eindig_grondslagen
from toestemming.models import SoortGrondslag


def heropen_stap(stap: Stap, *, sinds: datetime, nu: datetime, door: Gebruiker | None, met_acties: bool) -> None:
    """Let this closed step, whose stagnatie is locked and has no other open one, be on turn again.

    `sinds`: since when it stood still. `met_acties`: with the actions that lapsed when it did. The caller lets it go on.
    """
    Stap.overgangen.move(Stapstaat.OPEN, stap)
    stap.gesloten_op = None
    stap.save(update_fields=["staat", "gesloten_op"])
    weer = [stap.staptermijn]
    weer_te_doen: list[Actie] = []
    if met_acties:
        acties = Actie.objects.filter(stap=stap, staat=Actiestaat.VERVALLEN)
        lopend = acties.filter(termijn__staat=Termijnstaat.VERVALLEN, termijn__beeindigd_op=sinds)
        weer += [actie.termijn for actie in lopend.select_related("termijn")]
        # Whether these were done, was being asked: `gaat_weer_verder` asks it again.
        gevraagd = acties.filter(termijn__staat=Termijnstaat.NIET_GEHAALD)
        weer_te_doen = list(lopend | gevraagd)
        Actie.overgangen.move_all(Actiestaat.LOOPT, lopend | gevraagd)
    for termijn in weer:
        _loopt_weer(termijn, sinds, nu, door)
    actieverzoeken.vraag_opnieuw(weer_te_doen, nu=nu, door=None)
    if stap.staptermijn.houder_id != stap.houder_id:
        termijnen.wissel_houder([stap.staptermijn], stap.houder, nu=nu, door=door, reden=_("weer aan zet"))
    geef_toegang([stap], nu=nu, door=door)


def _loopt_weer(termijn: Termijn, sinds: datetime, nu: datetime, door: Gebruiker | None) -> None:
    tot = loopt_weer_tot(termijn.loopt_af_op, sinds, nu, termijn.duur, huidige_kalender())
    reden = _("weer open: het bleek toch niet gedaan")
    van = Termijnstaat(termijn.staat)
    # It stood still: nobody's lengthening.
    soort = Wijzigingsoort.WACHT
    termijnen.heropen(termijn, tot, nu=nu, door=door, reden=reden, duur=termijn.duur, van=van, soort=soort)


def gaat_weer_verder(stappen: Collection[Stap], *, nu: datetime, door: Gebruiker) -> None:
    """These steps were left because of a tick that was wrong, and stand again: who was told hears it, and they go on."""
    stagnaties = {stap.stagnatie_id: stap.stagnatie for stap in stappen}
    verslag, verteld = Verslag(nu, door), ooit_verteld(list(stagnaties.values()))
    for stap in stappen:
        stagnatie = stap.stagnatie
        verslag.gebeurde(stagnatie, SoortGebeurtenis.HEROPEND, stap=stap)
        verslag.meld("stagnatie_aan_zet", [stap.houder], stagnatie, f"{stap.pk}:{stap.houder_id}:{nu.isoformat()}")
        anderen = [wie for wie in verteld.get(stagnatie.pk, ()) if wie.pk != stap.houder_id]
        verslag.meld("stagnatie_heropend", anderen, stagnatie, f"{stagnatie.pk}:{nu.isoformat()}")
    verslag.schrijf()
    herbezet(stappen, nu=nu, door=door, reden=_("de vorige persoon kan dit niet meer doen"))
    volg_afloop(open_stappen_bij(stagnaties), nu=nu)


def zet_stap_weer(actie: Actie, stap: Stap, *, nu: datetime, door: Gebruiker) -> bool:
    """The tick of this action of `stap`, open, was wrong, and withdrew the step that came of it: that one stands again (E14).

    With what was left of its term. False: no step was withdrawn after this action, or the course has gone on since.
    """
    laatste = stap.stagnatie.stappen.select_related(
        "modelstap__volgende", "houder", "houder_instelling", "houder_gemeente", "vastleggen", "resultaat"
    ).last()
    if laatste is None or laatste.staat != Stapstaat.INGETROKKEN or laatste.geopend_op < actie.termijn.begint_op:
        return False
    laatste.stagnatie = stap.stagnatie
    verslag = Verslag(nu, door)
    verlaat([stap], Termijnstaat.NIET_GEHAALD, _("het bleek toch niet gedaan"), verslag)
    verslag.schrijf()
    heropen_stap(laatste, sinds=laatste.gesloten_op or nu, nu=nu, door=door, met_acties=True)
    gaat_weer_verder([laatste], nu=nu, door=door)
    return True


def trek_stap_in(stap: Stap, terug: Stap, *, nu: datetime, door: Gebruiker | None) -> None:
    """Withdraw this open step, for what it was opened for had been done: the step before is on turn again (E14).

    What the withdrawn step recorded is needed no more; whoever was told hears it. All was done in `terug`: then it is
    asked whether it is solved.
    """
    stagnatie = stap.stagnatie
    acties = Actie.objects.filter(stap=stap, staat__in=[Actiestaat.LOOPT, Actiestaat.GEVRAAGD])
    eigen = [actie.termijn for actie in acties.select_related("termijn")]
    tussenvragen.laat_los(stap.tussenvragen.all(), nu=nu, door=door)
    actieverzoeken.laat_los(acties, nu=nu, door=door)
    termijnen.beeindig(
        [stap.staptermijn, *eigen], Termijnstaat.VERVALLEN, nu=nu, door=door, reden=_("het was op tijd gedaan")
    )
    Actie.overgangen.move_all(Actiestaat.VERVALLEN, acties)
    Stap.overgangen.move_and_save(Stapstaat.INGETROKKEN, [stap], gesloten_op=nu)
    eindig_grondslagen(nu=nu, door=door, soort=SoortGrondslag.DOORZETTINGSMACHT, voor_objecten=[stap.pk])
    terug = Stap.objects.select_related(
        "modelstap__volgende", "houder", "houder_instelling", "houder_gemeente", "vastleggen", "resultaat"
    ).get(pk=terug.pk)
    terug.stagnatie = stagnatie
    gesloten_op = terug.gesloten_op or nu
    heropen_stap(terug, sinds=gesloten_op, nu=nu, door=door, met_acties=False)
    verslag, ontvangers = Verslag(nu, door), Ontvangers([stagnatie], nu)
    verslag.gebeurde(stagnatie, SoortGebeurtenis.STAP_INGETROKKEN, stap=stap)
    wie = [*ontvangers.allen(stagnatie), *ooit_verteld([stagnatie]).get(stagnatie.pk, ())]
    verslag.meld("stagnatie_stap_ingetrokken", {een.pk: een for een in wie}.values(), stagnatie, stap.pk)
    verslag.schrijf()
    herbezet([terug], nu=nu, door=door, reden=_("de vorige persoon kan dit niet meer doen"))
    volg_afloop([terug], nu=nu)
