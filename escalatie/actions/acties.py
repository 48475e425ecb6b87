"""Who does what, by when, with which result: what the keeper of a step records, and how it goes on (E2, E4, E5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie.actions import actieverzoeken
from escalatie.actions.afloop import volg_afloop
from escalatie.actions.alsnog import laat_wachten_los, neem_stap_terug
from escalatie.actions.beurt import (
    eis_aan_zet,
    eis_geen_oplossing,
    eis_tekst,
    is_coordinator,
    uiterlijk,
    vergrendel_open_stap,
)
from escalatie.actions.resultaat import begin_resultaat
from escalatie.actions.terug import zet_stap_weer
from escalatie.actions.toegang import geef_grond
from escalatie.actions.tussenvragen import laat_los, rond_af, wachtend
from escalatie.actions.verslag import Verslag
from escalatie.houders import leiding_van, uitvoerende_instellingen
from escalatie.jawoord import mag_niet_weten, over_wie
from escalatie.models import (
    Actie,
    Actiestaat,
    BetrokkenOrganisatie,
    SoortGebeurtenis,
    SoortTussenvraag,
    StagnatieRecht,
    Stap,
)
from escalatie.ontvangers import Ontvangers, rekent_op
from escalatie.permissions import verleen
from escalatie.stapsoorten import soort_van
from escalatie.stem import is_eigen_aandeel
from escalatie.waarneming import is_houder
from gezinnen.models import Deelnemer
from gezinsplan.actions.mag_weten import eis_mag_weten_van
from instanties.actions.verzoeken import beantwoord
from instanties.models import Gebruiker, Instelling
from instanties.permissions import instellingen_als_manager
from instanties.vervanging import ik_en_namens
from termijnen import actions as termijnen
from termijnen.models import Termijn, Termijnstaat
from termijnen.op_tijd import was_op_tijd
from woorden.duur import Duur
from woorden.tijdwoorden import dag_voluit
from woorden.zinnen import zin


@dataclass(frozen=True)
class NieuweActie:
    """An action to be recorded: done by a deelnemer or by an instelling, one of the two."""

    wat: str
    gewenst_resultaat: str
    loopt_af_op: datetime
    deelnemer: Deelnemer | None = None
    instelling: Instelling | None = None
    duur: Duur | None = None


class Uitvoerder(NamedTuple):
    """Of whom an action is asked; `van_buiten`: for an instelling, so from outside the family's team.

    `zegt_nu_ja`: who records it does it himself, so nobody's yes is asked.
    """

    gebruiker: Gebruiker
    van_buiten: bool
    zegt_nu_ja: bool


@transaction.atomic
def leg_acties_vast(
    stap: Stap, acties: Sequence[NieuweActie], *, door: Gebruiker, nu: datetime, waarom_zo_lang: str = ""
) -> list[Actie]:
    """Record the actions of a step, by its keeper; the term to reach the result begins (E2, E4, E5).

    The result is due when the last action is; above the region's maximum only with a reason (E7). May be called again to
    add actions, none of which may end after that.
    Raises RuleError with the field: wat, gewenst_resultaat, wie, termijn or waarom_zo_lang.
    """
    if not acties:
        raise RuleError(_("Leg minstens één actie vast: wie doet wat, wanneer, met welk resultaat."), field="wat")
    huidig = eis_aan_zet(stap, door, nu)
    eis_geen_oplossing(huidig.stagnatie_id)
    if huidig.wacht_op_gesprek:
        raise RuleError(_("Leg eerst de dag van het gesprek vast."))
    schoon = [_controleer(actie, huidig, nu) for actie in acties]
    laatste = max(acties, key=lambda actie: actie.loopt_af_op)
    if huidig.resultaat is not None and laatste.loopt_af_op > huidig.resultaat.loopt_af_op:
        melding = _("Deze datum ligt na de termijn van deze stap (%(uiterlijk)s). Verleng eerst die termijn.")
        raise RuleError(melding % {"uiterlijk": uiterlijk(huidig.resultaat, nu)}, field="termijn")
    # New actions: whether it is solved, is asked when these are done.
    laat_los(wachtend(stap=huidig, soort=SoortTussenvraag.OPGELOST), nu=nu, door=door)
    uitvoerders = [_uitvoerder(actie, huidig, door) for actie in schoon]
    gestart = termijnen.start(
        [_termijn(huidig, actie, nu, uitvoerder) for actie, uitvoerder in zip(schoon, uitvoerders, strict=True)],
        nu=nu,
        door=door,
        reden=_("actie vastgelegd"),
    )
    vastgelegd = Actie.objects.bulk_create(
        Actie(
            stap=huidig,
            deelnemer=actie.deelnemer,
            instelling=actie.instelling,
            wat=actie.wat,
            gewenst_resultaat=actie.gewenst_resultaat,
            termijn=termijn,
            vastgelegd_door=door,
        )
        for actie, termijn in zip(schoon, gestart, strict=True)
    )
    wie = zip(vastgelegd, uitvoerders, strict=True)
    te_vragen = [(actie, [doet.gebruiker.pk]) for actie, doet in wie if not doet.zegt_nu_ja]
    gevraagd = actieverzoeken.vraag(te_vragen, nu=nu, door=door)
    if huidig.resultaat is None:
        tot, duur, reden = laatste.loopt_af_op, laatste.duur, _("acties vastgelegd")
        begin_resultaat(huidig, tot, duur, nu=nu, door=door, reden=reden, waarom_zo_lang=waarom_zo_lang)
    _vertel(huidig, vastgelegd, uitvoerders, gevraagd, nu, door)
    return vastgelegd


def _controleer(actie: NieuweActie, stap: Stap, nu: datetime) -> NieuweActie:
    wat = eis_tekst(actie.wat, "wat", _("Schrijf wat er gaat gebeuren."))
    resultaat = eis_tekst(actie.gewenst_resultaat, "gewenst_resultaat", _("Schrijf welk resultaat dat moet geven."))
    if (actie.deelnemer is None) == (actie.instelling is None):
        raise RuleError(_("Kies wie dit doet: één persoon of één instelling."), field="wie")
    if actie.deelnemer is not None and (
        actie.deelnemer.gezin_id != stap.stagnatie.gezin_id or actie.deelnemer.gestopt_op is not None
    ):
        raise RuleError(_("Deze persoon doet niet mee bij dit plan."), field="wie")
    eis_mag_weten_van(over_wie(stap), [actie.deelnemer] if actie.deelnemer else [], veld="wie", nu=nu)
    if actie.instelling is not None:
        _eis_kan_meedoen(actie.instelling, stap)
    if actie.loopt_af_op <= nu:
        raise RuleError(_("Deze dag of dit tijdstip is al voorbij."), field="termijn")
    return NieuweActie(wat, resultaat, actie.loopt_af_op, actie.deelnemer, actie.instelling, actie.duur)


def _eis_kan_meedoen(instelling: Instelling, stap: Stap) -> None:
    if not instelling.actief:
        raise RuleError(_("Deze instelling doet niet meer mee."), field="wie")
    if not uitvoerende_instellingen(stap.stagnatie, stap.modelstap).filter(pk=instelling.pk).exists():
        melding = zin(
            _("%(instelling)s doet niet mee in dit plan. Voeg eerst iemand van %(instelling)s toe als [betrokkene].")
        )
        raise RuleError(melding % {"instelling": instelling.voorzichtige_naam}, field="wie")


def _uitvoerder(actie: NieuweActie, stap: Stap, door: Gebruiker) -> Uitvoerder:
    """Who is asked: the doer, for a doer without account the navrager, for an instelling its manager; else the keeper."""
    if actie.instelling is not None:
        leiding = leiding_van(actie.instelling)
        zelf = leiding is not None and instellingen_als_manager(door).filter(pk=actie.instelling.pk).exists()
        return Uitvoerder(leiding or stap.houder, van_buiten=leiding is not None, zegt_nu_ja=zelf)
    assert actie.deelnemer is not None  # noqa: S101 - _controleer: one of the two
    wie = rekent_op(actie.deelnemer, mag_niet_weten(stap)) or stap.houder
    return Uitvoerder(wie, van_buiten=False, zegt_nu_ja=actie.deelnemer.gebruiker_id == door.pk)


def _termijn(stap: Stap, actie: NieuweActie, nu: datetime, doet: Uitvoerder) -> termijnen.NieuweTermijn:
    return termijnen.NieuweTermijn(
        soort="actie",
        gezin_id=stap.stagnatie.gezin_id,
        houder_id=stap.houder_id,
        begint_op=nu,
        loopt_af_op=actie.loopt_af_op,
        duur=actie.duur,
        # Whether it can be done is asked first; whoever says yes, does it.
        gevraagd=(doet.gebruiker.pk,) if doet.zegt_nu_ja else (),
    )


def _vertel(
    stap: Stap,
    acties: Sequence[Actie],
    uitvoerders: Sequence[Uitvoerder],
    gevraagd: Mapping[UUID, Termijn],
    nu: datetime,
    door: Gebruiker,
) -> None:
    stagnatie = stap.stagnatie
    van_buiten = [uitvoerder.gebruiker for uitvoerder in uitvoerders if uitvoerder.van_buiten]
    verleen((stagnatie.pk, wie.pk, StagnatieRecht.BEKIJKEN) for wie in van_buiten)
    verleen((stagnatie.pk, wie.pk, StagnatieRecht.ADVISEREN) for wie in van_buiten)
    geef_grond([(stap, wie) for wie in van_buiten if wie.pk != stap.houder_id], nu=nu, door=door)
    if not soort_van(stap.modelstap).in_plan:
        BetrokkenOrganisatie.objects.bulk_create(
            (
                BetrokkenOrganisatie(stagnatie=stagnatie, instelling=instelling, vanaf_stap=stap.modelstap.nummer)
                for instelling in {actie.instelling for actie in acties if actie.instelling}
            ),
            ignore_conflicts=True,
        )
    verslag, ontvangers = Verslag(nu, door), Ontvangers([stagnatie], nu)
    assert stap.resultaat is not None  # noqa: S101 - made above
    tekst = _("Aantal acties: %(n)d. Het resultaat moet er zijn %(uiterlijk)s.")
    verslag.gebeurde(
        stagnatie,
        SoortGebeurtenis.ACTIES_VASTGELEGD,
        stap=stap,
        tekst=tekst % {"n": len(acties), "uiterlijk": uiterlijk(stap.resultaat, nu)},
    )
    for actie, uitvoerder in zip(acties, uitvoerders, strict=True):
        tot = gevraagd.get(actie.pk, actie.termijn)
        verslag.meld("stagnatie_actie", [uitvoerder.gebruiker], stagnatie, actie.pk, termijn=tot)
    anderen = {wie.pk: wie for wie in ontvangers.allen(stagnatie)}
    for uitvoerder in uitvoerders:
        anderen.pop(uitvoerder.gebruiker.pk, None)
    verslag.meld("stagnatie_acties", anderen.values(), stagnatie, acties[0].pk)
    verslag.schrijf()


def mag_uitvoering_melden(gebruiker: Gebruiker, actie: Actie, stap: Stap) -> bool:
    """Whether this person may say that an action was done: its doer, the keeper of the open step, or the coordinator."""
    if is_houder(gebruiker, stap) or gebruiker.pk == actie.vastgelegd_door_id:
        return True
    uitvoerder = rekent_op(actie.deelnemer)
    if uitvoerder is not None and uitvoerder.pk in ik_en_namens(gebruiker, stap.stagnatie.gezin_id):
        return True
    if actie.instelling is not None and instellingen_als_manager(gebruiker).filter(pk=actie.instelling.pk).exists():
        return True
    return is_coordinator(gebruiker, stap.stagnatie.gezin_id)


def _lees(actie: Actie, door: Gebruiker) -> tuple[Actie, Stap]:
    stap = vergrendel_open_stap(actie.stap.stagnatie_id)
    huidig = Actie.objects.select_related(
        "termijn", "instelling", "deelnemer__gebruiker", "deelnemer__navrager__gebruiker"
    ).get(pk=actie.pk)
    if not mag_uitvoering_melden(door, huidig, stap):
        raise RuleError(_("Deze actie is van een ander."))
    return huidig, stap


@transaction.atomic
def meld_uitgevoerd(actie: Actie, *, door: Gebruiker, nu: datetime, gebeurd_op: date, om: time | None = None) -> Actie:
    """Say that an action was done, on which day; also after its term, and also when it was late (E11, E14).

    `om`: at what hour, where its term was one in hours and has passed.

    That doesn't close the stagnatie: whether it is solved, coordinator and family say. Done in time but recorded late:
    its term counts as kept, and the step that came of it is withdrawn.
    """
    huidig, stap = _lees(actie, door)
    if huidig.staat == Actiestaat.UITGEVOERD:
        return huidig
    if huidig.staat == Actiestaat.VERVALLEN:
        raise RuleError(_("Deze actie is niet meer nodig."))
    if huidig.staat == Actiestaat.KAN_NIET:
        raise RuleError(_("Van deze actie is gezegd dat het niet kan. Wie aan zet is, kiest iets anders."))
    vandaag = timezone.localdate(nu)
    if gebeurd_op > vandaag:
        raise RuleError(_("Deze dag moet nog komen."), field="gebeurd_op")
    begon = timezone.localdate(huidig.termijn.begint_op)
    if gebeurd_op < begon:
        melding = _("De actie is pas op %(dag)s afgesproken. Klopt de datum?")
        raise RuleError(melding % {"dag": dag_voluit(begon, vandaag)}, field="gebeurd_op")
    op_tijd = was_op_tijd(huidig.termijn, gebeurd_op, om, nu)
    termijnen.beeindig([huidig.termijn], Termijnstaat.GEHAALD, nu=nu, door=door)
    _beantwoord_navraag(huidig, True, nu=nu, door=door)
    actieverzoeken.rond_af([huidig], nu=nu, door=door)
    if op_tijd:
        termijnen.corrigeer(
            [huidig.termijn], Termijnstaat.GEHAALD, nu=nu, door=door, reden=_("op tijd gedaan, later vastgelegd")
        )
    Actie.overgangen.move(Actiestaat.UITGEVOERD, huidig)
    huidig.uitgevoerd_op, huidig.gemeld_door = gebeurd_op, door
    huidig.versie += 1
    huidig.save(update_fields=["staat", "uitgevoerd_op", "gemeld_door", "versie"])
    verslag, ontvangers = Verslag(nu, door), Ontvangers([stap.stagnatie], nu)
    tekst = _("Gedaan op %(dag)s.") % {"dag": dag_voluit(gebeurd_op, vandaag)}
    verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.ACTIE_UITGEVOERD, stap=huidig.stap, tekst=tekst)
    feit = f"{huidig.pk}:{huidig.versie}"
    verslag.meld("stagnatie_uitgevoerd", ontvangers.allen(stap.stagnatie), stap.stagnatie, feit)
    verslag.schrijf()
    if huidig.stap_id == stap.pk:
        volg_afloop([stap], nu=nu)
    elif op_tijd:
        neem_stap_terug(huidig, stap, door=door, zelf=_doet_zelf(door, huidig, stap), nu=nu)
    return huidig


def _doet_zelf(door: Gebruiker, actie: Actie, stap: Stap) -> bool:
    """Whether it is this person's own share, or that of the own instelling."""
    uitvoerder = rekent_op(actie.deelnemer)
    if uitvoerder is not None and uitvoerder.pk in ik_en_namens(door, stap.stagnatie.gezin_id):
        return True
    leidt_het = actie.instelling_id is not None and instellingen_als_manager(door).filter(pk=actie.instelling_id)
    return bool(leidt_het) or is_eigen_aandeel(door, stap.stagnatie)


def _beantwoord_navraag(actie: Actie, ja: bool, *, nu: datetime, door: Gebruiker) -> None:
    for vraag in wachtend(actie=actie, soort=SoortTussenvraag.ACTIE_GEDAAN):
        beantwoord(vraag, ja, nu=nu, door=door)
        rond_af(vraag, nu=nu, door=door)


@transaction.atomic
def meld_niet_gedaan(actie: Actie, *, door: Gebruiker, nu: datetime) -> Actie:
    """Answer the navraag after its term with 'niet': the next step begins at once (E4, S6). Raises RuleError."""
    huidig, stap = _lees(actie, door)
    if huidig.staat != Actiestaat.GEVRAAGD:
        raise RuleError(_("Hierover is nu geen vraag. Bekijk de actie opnieuw."))
    _beantwoord_navraag(huidig, False, nu=nu, door=door)
    Actie.overgangen.move(Actiestaat.NIET_UITGEVOERD, huidig)
    huidig.versie += 1
    huidig.save(update_fields=["staat", "versie"])
    verslag = Verslag(nu, door)
    verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.ACTIE_NIET_UITGEVOERD, stap=huidig.stap)
    verslag.schrijf()
    if huidig.stap_id == stap.pk:
        volg_afloop([stap], nu=nu)
    return huidig


@transaction.atomic
def neem_uitgevoerd_terug(actie: Actie, *, door: Gebruiker, nu: datetime, reden: str) -> Actie:
    """Take back that an action was done, with a reason (E14). Its term runs again; has it passed, the clock goes on.

    What the tick had taken back stands again where it stood.
    """
    reden = eis_tekst(reden, "reden", _("Schrijf waarom dit niet klopt."), 500)
    huidig, stap = _lees(actie, door)
    if huidig.staat != Actiestaat.UITGEVOERD:
        raise RuleError(_("Deze actie staat niet als uitgevoerd."))
    eis_geen_oplossing(stap.stagnatie_id)
    if huidig.termijn.loopt_af_op > nu and huidig.termijn.staat == Termijnstaat.GEHAALD:
        termijnen.heropen(
            huidig.termijn, huidig.termijn.loopt_af_op, nu=nu, door=door, reden=reden, duur=huidig.termijn.duur
        )
        Actie.overgangen.move(Actiestaat.LOOPT, huidig)
    else:
        termijnen.corrigeer([huidig.termijn], Termijnstaat.NIET_GEHAALD, nu=nu, door=door, reden=reden)
        Actie.overgangen.move(Actiestaat.NIET_UITGEVOERD, huidig)
    huidig.uitgevoerd_op = huidig.gemeld_door = None
    huidig.versie += 1
    huidig.save(update_fields=["staat", "uitgevoerd_op", "gemeld_door", "versie"])
    verslag, ontvangers = Verslag(nu, door), Ontvangers([stap.stagnatie], nu)
    verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.ACTIE_TERUGGENOMEN, stap=huidig.stap)
    feit = f"{huidig.pk}:{huidig.versie}"
    verslag.meld("stagnatie_teruggenomen", ontvangers.allen(stap.stagnatie), stap.stagnatie, feit)
    verslag.schrijf()
    laat_los(wachtend(stap=stap, soort=SoortTussenvraag.OPGELOST), nu=nu, door=door)
    laat_wachten_los(huidig, nu=nu, door=door)
    actieverzoeken.vraag_opnieuw([huidig], nu=nu, door=door)
    if huidig.stap_id == stap.pk:
        niet_gedaan = huidig.staat == Actiestaat.NIET_UITGEVOERD
        if not (niet_gedaan and zet_stap_weer(huidig, stap, nu=nu, door=door)):
            volg_afloop([stap], nu=nu)
    return huidig
