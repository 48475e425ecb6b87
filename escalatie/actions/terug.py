"""A step stands again as it stood: its keeper, and of each of its terms what was left, in its own unit (E14)."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from escalatie.actions import actieverzoeken, tussenvragen
from escalatie.actions.afloop import volg_afloop
from escalatie.actions.beurt import open_stappen_bij
from escalatie.actions.stappen import herbezet
from escalatie.actions.toegang import geef_grond, geef_toegang
from escalatie.actions.verlaten import verlaat
from escalatie.actions.verslag import Verslag
from escalatie.houders import leiding_van
from escalatie.models import (
    BIJDRAGEN,
    Actie,
    Actiestaat,
    Bevestiging,
    Bevestigingsstaat,
    Oplossing,
    SoortGebeurtenis,
    SoortTussenvraag,
    StagnatieRecht,
    Stap,
    Stapstaat,
    Tussenvraag,
    Vraag,
)
from escalatie.ontvangers import Ontvangers, ooit_verteld
from escalatie.permissions import verleen
from gezinsplan.models import Afspraakstaat
from instanties.models import Gebruiker, Instelling, SoortInstelling, Verzoekstaat
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
        weer_te_doen = list(lopend)
        # Whether these were done, was being asked: `gaat_weer_verder` asks it again. Whether they can be done, no more.
        gevraagd = acties.filter(termijn__staat=Termijnstaat.NIET_GEHAALD)
        Actie.overgangen.move_all(Actiestaat.LOOPT, lopend | gevraagd)
    for termijn in weer:
        _loopt_weer(termijn, sinds, nu, door)
    actieverzoeken.vraag_opnieuw(weer_te_doen, nu=nu, door=None)
    if stap.staptermijn.houder_id != stap.houder_id:
        termijnen.wissel_houder([stap.staptermijn], stap.houder, nu=nu, door=door, reden=_("weer aan zet"))
    geef_toegang([stap], nu=nu, door=door)
    _vraag_weer(stap, sinds, nu, door)


def _vraag_weer(stap: Stap, sinds: datetime, nu: datetime, door: Gebruiker | None) -> None:
    """What was asked and stopped `sinds` then stands again as it stood, and who was asked may answer (E4, E6).

    Whether an action was done, and whether all of it solved it, is asked anew where that is still the question.
    """
    gedaan = Q(afspraak__staat=Afspraakstaat.GEDAAN) | Q(actie__staat=Actiestaat.UITGEVOERD)
    tussen = Tussenvraag.objects.filter(stap=stap)
    verzoeken = [
        *_gestopt(tussen.filter(soort=SoortTussenvraag.TE_LANG), sinds),
        *_gestopt(tussen.filter(gedaan, soort=SoortTussenvraag.WAS_GEDAAN), sinds),
        *_gestopt(Oplossing.objects.filter(stagnatie=stap.stagnatie_id), sinds),
    ]
    for verzoek in verzoeken:
        verzoek.overgangen.move_and_save(Verzoekstaat.WACHT, [verzoek])
    vragen = Vraag.objects.filter(stagnatie=stap.stagnatie_id)
    bevestigingen = Bevestiging.objects.filter(besluit__stap__stagnatie=stap.stagnatie_id)
    nog = Q(staat=Bevestigingsstaat.GEVRAAGD) | Bevestiging.NOG_TERUG_TE_KOPPELEN
    onbeantwoord = [
        *_gestopt(vragen.filter(beantwoord_op=None), sinds),
        *_gestopt(bevestigingen.filter(nog), sinds),
    ]
    for rij in (*verzoeken, *onbeantwoord):
        _loopt_weer(rij.termijn, sinds, nu, door)
    gevraagd = [
        *((rij.stap_id, rij.aan, rij.aan_instelling) for rij in vragen.select_related("aan", "aan_instelling")),
        *(
            (rij.besluit.stap_id, rij.gevraagd_aan, rij.instelling)
            for rij in bevestigingen.select_related("besluit", "gevraagd_aan", "instelling")
        ),
        *(
            (stap.pk, leiding_van(instelling), instelling)
            for instelling in Instelling.objects.filter(acties__stap=stap)
        ),
    ]
    van_buiten = [(bij, wie, waar) for bij, wie, waar in gevraagd if waar is not None and wie and wie.is_active]
    verleen((stap.stagnatie_id, wie.pk, StagnatieRecht.ADVISEREN) for _bij, wie, _waar in van_buiten)
    gronden = {
        wie.pk: (stap, wie)
        for bij, wie, waar in van_buiten
        if bij == stap.pk and wie.pk != stap.houder_id and waar.soort != SoortInstelling.MELDPUNT
    }
    geef_grond(gronden.values(), nu=nu, door=door)


def _gestopt(rijen: QuerySet[Any], sinds: datetime) -> list[Any]:
    """Those that were needed no more because of what was wrong."""
    gestopt = rijen.filter(termijn__staat=Termijnstaat.VERVALLEN, termijn__beeindigd_op=sinds)
    return list(gestopt.select_related("termijn"))


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
    # What the managers were asked because of this step; what people asked each other goes on.
    gevraagd = Vraag.objects.filter(stap=stap, soort__in=BIJDRAGEN, termijn__staat=Termijnstaat.LOOPT)
    eigen += [vraag.termijn for vraag in gevraagd.select_related("termijn")]
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
