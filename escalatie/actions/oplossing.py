"""How a stagnatie ends: solved, said by coordinator and family together (E11); that it was done already, says `alsnog.py`.

Nobody ends alone what the own share caused, and silence is yes only of a family that was asked and reached (E15, S1, S7).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie import ontvangers as ontvangers_van
from escalatie.actions import slot, tussenvragen
from escalatie.actions.afloop import volg_afloop
from escalatie.actions.beurt import (
    eis_geen_oplossing,
    eis_niet_voorbij,
    eis_tekst,
    is_coordinator,
    open_stappen_bij,
    open_stappen_van,
    uiterlijk,
    vergrendel_open_stap,
)
from escalatie.actions.looptijd import geef_termijn_terug, wacht_tot
from escalatie.actions.stappen import zet_door
from escalatie.actions.verslag import Verslag
from escalatie.models import (
    Actie,
    Actiestaat,
    Actieverzoek,
    Oplossing,
    SoortGebeurtenis,
    SoortTussenvraag,
    Stagnatie,
    StagnatieAfspraak,
    StagnatieRecht,
    Stagnatiestaat,
    Stap,
    Stapreden,
    Stapstaat,
    Tussenvraag,
)
from escalatie.ontvangers import Ontvangers
from escalatie.permissions import neem_terug, verleen
from escalatie.stem import mag_ja_opschrijven, mag_opgelost_melden, meldde_het, wie_vraagt_het_gezin
from gezinnen.waarneming import namens_wie
from gezinsplan.models import Afspraakstaat
from instanties.actions.verzoeken import beantwoord, laat_vervallen, zwijg
from instanties.models import Gebruiker, Regio, Stilte, Verzoekstaat
from termijnen import actions as termijnen
from termijnen.kalender import huidige_kalender, verloopt_op
from termijnen.models import Termijn, Termijnstaat
from toestemming.actions import eindig_grondslagen
from toestemming.models import SoortGrondslag
from woorden.zinnen import zin


@transaction.atomic
def meld_opgelost(stagnatie: Stagnatie, *, door: Gebruiker, nu: datetime, geleerd: str = "") -> Oplossing:
    """Say that it is solved, by who may (`stem.mag_opgelost_melden`); the family is asked (E11, S7).

    A family that was reached and is silent in the region's term says yes. Can nobody of it answer here, then another than
    `door` asks it by phone or on paper; without an answer it stays open and goes to the level above (S1, E15).
    Meanwhile the ladder waits: the step term doesn't pass before the family's term does.
    """
    geleerd = geleerd.strip()
    if geleerd:
        geleerd = eis_tekst(geleerd, "geleerd", "")
    stap = vergrendel_open_stap(stagnatie.pk)
    if not mag_opgelost_melden(door, stap):
        raise RuleError(_wie_het_wel_meldt(door, stap))
    eis_geen_oplossing(stap.stagnatie_id)
    eis_niet_voorbij(stap, nu)
    for vraag in tussenvragen.wachtend(stap=stap, soort=SoortTussenvraag.OPGELOST):
        beantwoord(vraag, True, nu=nu, door=door)
        tussenvragen.rond_af(vraag, nu=nu, door=door)
    regio = Regio.objects.huidige()
    verslag, ontvangers = Verslag(nu, door), Ontvangers([stap.stagnatie], nu)
    gezin = ontvangers.namens_gezin(stap.stagnatie)
    belt = [] if gezin else wie_vraagt_het_gezin(stap, door)
    verleen((stap.stagnatie_id, wie.pk, StagnatieRecht.BEKIJKEN) for wie in belt)
    (termijn,) = termijnen.start(
        [
            termijnen.NieuweTermijn(
                soort="oplossing",
                gezin_id=stap.stagnatie.gezin_id,
                houder_id=door.pk,
                begint_op=nu,
                loopt_af_op=verloopt_op(nu, regio.instemming, huidige_kalender()),
                duur=regio.instemming,
                gevraagd=tuple(wie.pk for wie in gezin or belt),
            )
        ],
        nu=nu,
        door=door,
        reden=_("gevraagd of dit is opgelost"),
    )
    oplossing = Oplossing.objects.create(
        stagnatie=stap.stagnatie,
        door=door,
        op=nu,
        geleerd=geleerd,
        termijn=termijn,
        stilte=Stilte.JA if gezin else Stilte.VERDER,
    )
    wacht_tot(stap.staptermijn, termijn.loopt_af_op, nu=nu, door=door, reden=_("wacht op het antwoord van het gezin"))
    verslag.gebeurde(
        stap.stagnatie, SoortGebeurtenis.OPLOSSING_GEMELD, stap=stap, tekst=uiterlijk(termijn, nu).capitalize()
    )
    verslag.meld("stagnatie_opgelost_vraag", gezin, stap.stagnatie, oplossing.pk, termijn=termijn)
    verslag.meld("stagnatie_opgelost_bel", belt, stap.stagnatie, oplossing.pk, termijn=termijn)
    gevraagd = {wie.pk for wie in [*gezin, *belt]}
    anderen = [wie for wie in ontvangers.allen(stap.stagnatie) if wie.pk not in gevraagd]
    verslag.meld("stagnatie_opgelost_gemeld", anderen, stap.stagnatie, oplossing.pk)
    verslag.schrijf()
    return oplossing


def _wie_het_wel_meldt(door: Gebruiker, stap: Stap) -> str:
    if is_coordinator(door, stap.stagnatie.gezin_id):
        return _(
            "Dit gaat over uw eigen aandeel, of over dat van wie u vervangt. Een leidinggevende meldt of het is opgelost."
        )
    return zin(_("Dit doet [de zorgcoördinator] van het gezin."))


@transaction.atomic
def zeg_ja(oplossing: Oplossing, *, door: Gebruiker, nu: datetime, gezin_zegt: str = "", hoe: str = "") -> Oplossing:
    """The family says that it is solved: the stagnatie closes and the plan goes on (E11).

    By a gezinslid; or another than who reported it notes what the family said, and then `hoe` says how that was heard.
    """
    stap, huidig = _antwoord(oplossing, True, gezin_zegt, hoe, door, nu)
    termijnen.beeindig([huidig.termijn], Termijnstaat.GEHAALD, nu=nu, door=door, reden=_("beantwoord"))
    sluit([stap.stagnatie], Stagnatiestaat.OPGELOST, nu=nu, door=door, geleerd={stap.stagnatie_id: huidig.geleerd})
    return huidig


@transaction.atomic
def zeg_nee(oplossing: Oplossing, *, door: Gebruiker, nu: datetime, gezin_zegt: str, hoe: str = "") -> Oplossing:
    """The family says that it isn't solved yet, in its own words: the stagnatie stays open (E11).

    The step term goes on with what was left of it. An action that passed its term while the family was asked counts now:
    the next step begins at once (E4).
    """
    gezin_zegt = eis_tekst(gezin_zegt, "gezin_zegt", _("Schrijf wat er nog niet goed gaat."))
    stap, huidig = _antwoord(oplossing, False, gezin_zegt, hoe, door, nu)
    termijnen.beeindig([huidig.termijn], Termijnstaat.GEHAALD, nu=nu, door=door, reden=_("beantwoord"))
    geef_termijn_terug(stap.staptermijn, sinds=huidig.op, nu=nu, door=door)
    verslag, ontvangers = Verslag(nu, door), Ontvangers([stap.stagnatie], nu)
    verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.NOG_NIET_OPGELOST, stap=stap, tekst=_hoe(huidig.hoe_gezegd))
    # Who keeps the step is asked for a new action, unless the next one begins now.
    verder = Actie.objects.filter(stap=stap, staat=Actiestaat.NIET_UITGEVOERD).exists()
    anderen = [wie for wie in ontvangers.allen(stap.stagnatie) if verder or wie.pk != stap.houder_id]
    verslag.meld("stagnatie_nog_niet_opgelost", anderen, stap.stagnatie, huidig.pk)
    if not verder:
        verslag.meld("stagnatie_nieuwe_actie", [stap.houder], stap.stagnatie, huidig.pk)
    verslag.schrijf()
    volg_afloop([stap], nu=nu)
    return huidig


def _antwoord(
    oplossing: Oplossing, ja: bool, gezin_zegt: str, hoe: str, door: Gebruiker, nu: datetime
) -> tuple[Stap, Oplossing]:
    stap = vergrendel_open_stap(oplossing.stagnatie_id)
    huidig = Oplossing.objects.select_related("termijn").get(pk=oplossing.pk)
    ontvangers = Ontvangers([stap.stagnatie], nu)
    if door.pk in {lid.pk for lid in ontvangers.namens_gezin(stap.stagnatie)}:
        hoe = ""
    elif huidig.wacht:
        _eis_mag_opschrijven(door, stap, huidig, ja, ontvangers)
        leeg = _("Schrijf hoe u dit van het gezin weet, bijvoorbeeld: gebeld op maandag.")
        hoe = eis_tekst(hoe, "hoe", leeg, 200)
    gezin_zegt = gezin_zegt.strip()
    huidig.gezin_zegt = eis_tekst(gezin_zegt, "gezin_zegt", "") if gezin_zegt else ""
    namens = namens_wie(door, stap.stagnatie.gezin_id, als_coordinator=True)
    beantwoord(huidig, ja, nu=nu, door=door, namens=namens, hoe_gezegd=hoe, en_velden=["gezin_zegt"])
    return stap, huidig


def _eis_mag_opschrijven(door: Gebruiker, stap: Stap, oplossing: Oplossing, ja: bool, ontvangers: Ontvangers) -> None:
    """A no leaves it open, so the coordinator may note that too; a yes ends it, so never who reported it (E15)."""
    werkt_mee = ontvangers.werkt_mee(door, stap.stagnatie)
    if mag_ja_opschrijven(door, stap, oplossing, werkt_mee=werkt_mee):
        return
    if not ja and is_coordinator(door, stap.stagnatie.gezin_id):
        return
    if meldde_het(door, oplossing):
        raise RuleError(
            _("U, of wie u vervangt, meldde zelf dat dit is opgelost. Een ander schrijft op dat het gezin ja zegt.")
        )
    raise RuleError(_("Alleen iemand van het gezin kan dit zeggen."))


def _hoe(hoe: str) -> str:
    return _("Genoteerd voor het gezin: %(hoe)s") % {"hoe": hoe} if hoe else ""


def verwerk_stilte(stagnaties: Collection[Stagnatie], *, nu: datetime) -> None:
    """What it means that nobody answered in time whether these locked stagnaties are solved (E11, S1).

    Yes of a family that was asked and reached: solved. Else it stays open, and the level above is asked: the next step.
    """
    wachtend = list(
        Oplossing.objects.filter(
            stagnatie__in=[stagnatie.pk for stagnatie in stagnaties],
            stagnatie__staat=Stagnatiestaat.OPEN,
            staat=Verzoekstaat.WACHT,
            termijn__loopt_af_op__lte=nu,
        ).select_related("termijn")
    )
    if not wachtend:
        return
    bereikt = ontvangers_van.bereikt("stagnatie_opgelost_vraag", [oplossing.pk for oplossing in wachtend])
    onbereikt = [rij for rij in wachtend if rij.stilte == Stilte.JA and rij.pk not in bereikt]
    for rij in onbereikt:
        rij.stilte = Stilte.VERDER
    Oplossing.objects.bulk_update(onbereikt, ["stilte"])
    zwijg(wachtend, nu=nu)
    per_uitkomst: dict[bool, list[Termijn]] = defaultdict(list)
    for oplossing in wachtend:
        per_uitkomst[oplossing.is_ja].append(oplossing.termijn)
    for is_ja, groep in per_uitkomst.items():
        reden = _("geen bezwaar") if is_ja else _("het gezin kon niet gevraagd worden")
        termijnen.beeindig(groep, Termijnstaat.NIET_GEHAALD, nu=nu, reden=reden)
    geleerd = {oplossing.stagnatie_id: oplossing.geleerd for oplossing in wachtend if oplossing.is_ja}
    sluit([rij for rij in stagnaties if rij.pk in geleerd], Stagnatiestaat.OPGELOST, nu=nu, geleerd=geleerd)
    verder = {rij.stagnatie_id for rij in wachtend if not rij.is_ja}
    naar_boven = open_stappen_bij({rij.pk: rij for rij in stagnaties if rij.pk in verder})
    zet_door(naar_boven, Stapreden.GEZIN_NIET_BEREIKT, nu=nu)


def sluit(
    stagnaties: Collection[Stagnatie],
    staat: Stagnatiestaat,
    *,
    nu: datetime,
    door: Gebruiker | None = None,
    geleerd: dict[UUID, str] | None = None,
    behalve: Gebruiker | None = None,
) -> None:
    """Close these locked, open stagnaties: their step, all their terms, what waited, the grounds; and tell everyone.

    `behalve`: who died, and is written to no more.
    """
    if not stagnaties:
        return
    ids = [stagnatie.pk for stagnatie in stagnaties]
    stappen = open_stappen_van(ids)
    _beeindig_termijnen(slot.lopende_termijnen_van(ids), staat, nu, door)
    Actie.overgangen.move_all(Actiestaat.VERVALLEN, Actie.objects.filter(stap__stagnatie__in=ids))
    laat_vervallen(Oplossing.objects.filter(stagnatie__in=ids))
    laat_vervallen(Tussenvraag.objects.filter(stagnatie__in=ids))
    laat_vervallen(Actieverzoek.objects.filter(actie__stap__stagnatie__in=ids))
    Stap.overgangen.move_all(Stapstaat.GESLOTEN, Stap.objects.filter(stagnatie__in=ids), gesloten_op=nu)
    Stagnatie.overgangen.move(staat, *stagnaties)
    for stagnatie in stagnaties:
        stagnatie.gesloten_op = nu
        stagnatie.geleerd = (geleerd or {}).get(stagnatie.pk, "")
    Stagnatie.objects.bulk_update(stagnaties, ["staat", "gesloten_op", "geleerd"])
    eindig_grondslagen(
        nu=nu,
        door=door,
        soort=SoortGrondslag.DOORZETTINGSMACHT,
        voor_objecten=[stap.pk for stap in stappen.values()],
    )
    neem_terug(ids)
    verslag, ontvangers = Verslag(nu, door), Ontvangers(stagnaties, nu)
    verteld = ontvangers_van.ooit_verteld(stagnaties)
    # The plan goes on: what was missed gets a new day, or is needed no more; that is the coordinator's to say.
    nog_te_doen = set(
        StagnatieAfspraak.objects.filter(
            stagnatie__in=[] if staat == Stagnatiestaat.INGETROKKEN else ids, afspraak__staat=Afspraakstaat.NIET_GEDAAN
        ).values_list("stagnatie_id", flat=True)
    )
    for stagnatie in stagnaties:
        verslag.gebeurde(
            stagnatie,
            SoortGebeurtenis(staat.value),
            stap=stappen.get(stagnatie.pk),
        )
        wie = {lid.pk: lid for lid in [*ontvangers.allen(stagnatie), *verteld.get(stagnatie.pk, ())]}
        if behalve is not None:
            wie.pop(behalve.pk, None)
        verslag.meld(f"stagnatie_{staat.value}", wie.values(), stagnatie, stagnatie.pk)
        if stagnatie.pk in nog_te_doen:
            verslag.meld("stagnatie_verder", ontvangers.coordinator(stagnatie), stagnatie, stagnatie.pk)
    verslag.schrijf()


def _beeindig_termijnen(lopend: Iterable[Termijn], staat: Stagnatiestaat, nu: datetime, door: Gebruiker | None) -> None:
    """What was to be reached is reached when it is solved; everything else is needed no more."""
    naar: dict[Termijnstaat, list[Termijn]] = defaultdict(list)
    for termijn in lopend:
        bereikt = staat == Stagnatiestaat.OPGELOST and termijn.soort == "stap_resultaat"
        naar[Termijnstaat.GEHAALD if bereikt else Termijnstaat.VERVALLEN].append(termijn)
    for eindstaat, groep in naar.items():
        termijnen.beeindig(groep, eindstaat, nu=nu, door=door, reden=str(staat.label))
