"""How a stagnatie ends: solved, said by coordinator and family together (E11), or withdrawn, for it was done already (E14)."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie import ontvangers as ontvangers_van
from escalatie.actions import slot
from escalatie.actions.beurt import (
    eis_coordinator,
    eis_geen_oplossing,
    eis_tekst,
    is_coordinator,
    open_stappen_van,
    uiterlijk,
    vergrendel_open_stap,
)
from escalatie.actions.stappen import zet_door
from escalatie.actions.verslag import Verslag
from escalatie.models import (
    Actie,
    Actiestaat,
    Oorzaak,
    Oplossing,
    SoortGebeurtenis,
    Stagnatie,
    StagnatieAfspraak,
    Stagnatiestaat,
    Stap,
    Stapreden,
    Stapstaat,
)
from escalatie.ontvangers import Ontvangers
from escalatie.permissions import neem_terug
from gezinnen.waarneming import namens_wie
from gezinsplan.models import Afspraak, Afspraakstaat
from instanties.actions.verzoeken import beantwoord, laat_vervallen, zwijg
from instanties.models import Gebruiker, Regio, Verzoekstaat
from termijnen import actions as termijnen
from termijnen.kalender import huidige_kalender, verloopt_op
from termijnen.models import Termijn, Termijnstaat, Wijzigingsoort
from toestemming.actions import eindig_grondslagen
from toestemming.models import SoortGrondslag
from woorden.zinnen import zin


@transaction.atomic
def meld_opgelost(stagnatie: Stagnatie, *, door: Gebruiker, nu: datetime, geleerd: str = "") -> Oplossing:
    """The coordinator says that it is solved; the family is asked, and silence in the region's term counts as yes (E11).

    Meanwhile the ladder waits: the step term doesn't pass before the family's term does.
    """
    geleerd = geleerd.strip()
    if geleerd:
        geleerd = eis_tekst(geleerd, "geleerd", "")
    stap = vergrendel_open_stap(stagnatie.pk)
    eis_coordinator(door, stap)
    eis_geen_oplossing(stap.stagnatie_id)
    regio = Regio.objects.huidige()
    verslag, ontvangers = Verslag(nu, door), Ontvangers([stap.stagnatie], nu)
    gezin = ontvangers.namens_gezin(stap.stagnatie)
    (termijn,) = termijnen.start(
        [
            termijnen.NieuweTermijn(
                soort="oplossing",
                gezin_id=stap.stagnatie.gezin_id,
                houder_id=door.pk,
                begint_op=nu,
                loopt_af_op=verloopt_op(nu, regio.instemming, huidige_kalender()),
                duur=regio.instemming,
                gevraagd=tuple(lid.pk for lid in gezin),
            )
        ],
        nu=nu,
        door=door,
        reden=_("gevraagd of dit is opgelost"),
    )
    oplossing = Oplossing.objects.create(stagnatie=stap.stagnatie, door=door, op=nu, geleerd=geleerd, termijn=termijn)
    staptermijn = stap.staptermijn
    if staptermijn.loopt_af_op < termijn.loopt_af_op:
        reden = _("wacht op het antwoord van het gezin")
        naar = termijn.loopt_af_op
        termijnen.verzet(staptermijn, naar, nu=nu, door=door, reden=reden, soort=Wijzigingsoort.WACHT)
    verslag.gebeurde(
        stap.stagnatie, SoortGebeurtenis.OPLOSSING_GEMELD, stap=stap, tekst=uiterlijk(termijn, nu).capitalize()
    )
    verslag.meld("stagnatie_opgelost_vraag", gezin, stap.stagnatie, oplossing.pk, termijn=termijn)
    familie = {lid.pk for lid in gezin}
    anderen = [wie for wie in ontvangers.allen(stap.stagnatie) if wie.pk not in familie]
    verslag.meld("stagnatie_opgelost_gemeld", anderen, stap.stagnatie, oplossing.pk)
    verslag.schrijf()
    return oplossing


@transaction.atomic
def zeg_ja(oplossing: Oplossing, *, door: Gebruiker, nu: datetime, gezin_zegt: str = "", hoe: str = "") -> Oplossing:
    """The family says that it is solved: the stagnatie closes and the plan goes on (E11).

    By a gezinslid; or the coordinator notes what the family said, and then `hoe` says how she heard it.
    """
    stap, huidig = _antwoord(oplossing, True, gezin_zegt, hoe, door, nu)
    termijnen.beeindig([huidig.termijn], Termijnstaat.GEHAALD, nu=nu, door=door, reden=_("beantwoord"))
    sluit([stap.stagnatie], Stagnatiestaat.OPGELOST, nu=nu, door=door, geleerd={stap.stagnatie_id: huidig.geleerd})
    return huidig


@transaction.atomic
def zeg_nee(oplossing: Oplossing, *, door: Gebruiker, nu: datetime, gezin_zegt: str, hoe: str = "") -> Oplossing:
    """The family says that it isn't solved yet, in its own words: the stagnatie stays open (E11).

    An action that passed its term while the family was asked counts now: the next step begins at once (E4).
    """
    gezin_zegt = eis_tekst(gezin_zegt, "gezin_zegt", _("Schrijf wat er nog niet goed gaat."))
    stap, huidig = _antwoord(oplossing, False, gezin_zegt, hoe, door, nu)
    termijnen.beeindig([huidig.termijn], Termijnstaat.GEHAALD, nu=nu, door=door, reden=_("beantwoord"))
    verslag, ontvangers = Verslag(nu, door), Ontvangers([stap.stagnatie], nu)
    verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.NOG_NIET_OPGELOST, stap=stap, tekst=_hoe(huidig.hoe_gezegd))
    # Who keeps the step is asked for a new action, unless the next one begins now.
    verder = Actie.objects.filter(stap=stap, staat=Actiestaat.NIET_UITGEVOERD).exists()
    anderen = [wie for wie in ontvangers.allen(stap.stagnatie) if verder or wie.pk != stap.houder_id]
    verslag.meld("stagnatie_nog_niet_opgelost", anderen, stap.stagnatie, huidig.pk)
    if not verder:
        verslag.meld("stagnatie_nieuwe_actie", [stap.houder], stap.stagnatie, huidig.pk)
    verslag.schrijf()
    if verder:
        zet_door([stap], Stapreden.NIET_BEREIKT, nu=nu)
    return huidig


def _antwoord(
    oplossing: Oplossing, ja: bool, gezin_zegt: str, hoe: str, door: Gebruiker, nu: datetime
) -> tuple[Stap, Oplossing]:
    stap = vergrendel_open_stap(oplossing.stagnatie_id)
    huidig = Oplossing.objects.select_related("termijn").get(pk=oplossing.pk)
    if door.pk in {lid.pk for lid in Ontvangers([stap.stagnatie], nu).namens_gezin(stap.stagnatie)}:
        hoe = ""
    elif not is_coordinator(door, stap.stagnatie.gezin_id):
        raise RuleError(_("Alleen iemand van het gezin kan dit zeggen."))
    elif huidig.wacht:
        leeg = _("Schrijf hoe u dit van het gezin weet, bijvoorbeeld: gebeld op maandag.")
        hoe = eis_tekst(hoe, "hoe", leeg, 200)
    gezin_zegt = gezin_zegt.strip()
    huidig.gezin_zegt = eis_tekst(gezin_zegt, "gezin_zegt", "") if gezin_zegt else ""
    namens = namens_wie(door, stap.stagnatie.gezin_id, als_coordinator=True)
    beantwoord(huidig, ja, nu=nu, door=door, namens=namens, hoe_gezegd=hoe, en_velden=["gezin_zegt"])
    return stap, huidig


def _hoe(hoe: str) -> str:
    return zin(_("Genoteerd door [de zorgcoördinator]: %(hoe)s")) % {"hoe": hoe} if hoe else ""


def stilte_is_ja(stagnaties: Collection[Stagnatie], *, nu: datetime) -> set[UUID]:
    """Close those of these locked stagnaties to which the family has let its term pass; returns their ids (E11)."""
    wachtend = list(
        Oplossing.objects.filter(
            stagnatie__in=[stagnatie.pk for stagnatie in stagnaties],
            stagnatie__staat=Stagnatiestaat.OPEN,
            staat=Verzoekstaat.WACHT,
            termijn__loopt_af_op__lte=nu,
        ).select_related("termijn")
    )
    if not wachtend:
        return set()
    zwijg(wachtend, nu=nu)
    termijnen.beeindig(
        [oplossing.termijn for oplossing in wachtend], Termijnstaat.NIET_GEHAALD, nu=nu, reden=_("geen bezwaar")
    )
    geleerd = {oplossing.stagnatie_id: oplossing.geleerd for oplossing in wachtend if oplossing.is_ja}
    opgelost = [stagnatie for stagnatie in stagnaties if stagnatie.pk in geleerd]
    sluit(opgelost, Stagnatiestaat.OPGELOST, nu=nu, geleerd=geleerd)
    return set(geleerd)


def sluit(
    stagnaties: Collection[Stagnatie],
    staat: Stagnatiestaat,
    *,
    nu: datetime,
    door: Gebruiker | None = None,
    geleerd: dict[UUID, str] | None = None,
) -> None:
    """Close these locked, open stagnaties: their step, all their terms, what waited, the grounds; and tell everyone."""
    if not stagnaties:
        return
    ids = [stagnatie.pk for stagnatie in stagnaties]
    stappen = open_stappen_van(ids)
    _beeindig_termijnen(slot.lopende_termijnen_van(ids), staat, nu, door)
    Actie.overgangen.move_all(Actiestaat.VERVALLEN, Actie.objects.filter(stap__stagnatie__in=ids))
    laat_vervallen(Oplossing.objects.filter(stagnatie__in=ids))
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
    opgelost = staat == Stagnatiestaat.OPGELOST
    # The plan goes on: what was missed gets a new day, or is needed no more; that is the coordinator's to say.
    nog_te_doen = set(
        StagnatieAfspraak.objects.filter(
            stagnatie__in=ids if opgelost else [], afspraak__staat=Afspraakstaat.NIET_GEDAAN
        ).values_list("stagnatie_id", flat=True)
    )
    for stagnatie in stagnaties:
        verslag.gebeurde(
            stagnatie,
            SoortGebeurtenis.OPGELOST if opgelost else SoortGebeurtenis.INGETROKKEN,
            stap=stappen.get(stagnatie.pk),
        )
        wie = {lid.pk: lid for lid in [*ontvangers.allen(stagnatie), *verteld.get(stagnatie.pk, ())]}
        soort = "stagnatie_opgelost" if opgelost else "stagnatie_ingetrokken"
        verslag.meld(soort, wie.values(), stagnatie, stagnatie.pk)
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


@transaction.atomic
def trek_in(stagnaties: Collection[Stagnatie], *, nu: datetime, door: Gebruiker | None) -> None:
    """Withdraw as 'was already done', at any step: everybody who was ever told is told that too (E14)."""
    vergrendeld = slot.vergrendel([stagnatie.pk for stagnatie in stagnaties])
    sluit([rij for rij in vergrendeld.values() if rij.is_open], Stagnatiestaat.INGETROKKEN, nu=nu, door=door)


@transaction.atomic
def verwerk_alsnog_gedaan(afspraak: Afspraak, *, op_tijd: bool, door: Gebruiker, nu: datetime) -> None:
    """An afspraak that had been missed turns out to be done (E14).

    In time: it leaves the stagnatie, which is withdrawn when it was the last one. Late: that is noted, and it stays open
    until it is solved. One that people reported for another cause isn't about this afspraak alone, and stays too.
    """
    betrokken = Stagnatie.objects.open().filter(stagnatieafspraak__afspraak=afspraak)
    stagnaties = slot.vergrendel(betrokken.values_list("pk", flat=True))
    weg = []
    verslag, ontvangers = Verslag(nu, door), Ontvangers(stagnaties.values(), nu)
    stappen = open_stappen_van(list(stagnaties))
    for stagnatie in stagnaties.values():
        if not stagnatie.is_open:
            continue
        stap = stappen[stagnatie.pk]
        if not op_tijd:
            verslag.gebeurde(stagnatie, SoortGebeurtenis.AFSPRAAK_ALSNOG, stap=stap)
            verslag.meld(
                "stagnatie_alsnog", ontvangers.allen(stagnatie), stagnatie, f"{stagnatie.pk}:{afspraak.versie}"
            )
            continue
        overige = StagnatieAfspraak.objects.filter(stagnatie=stagnatie).exclude(afspraak=afspraak)
        if stagnatie.oorzaak == Oorzaak.AFSPRAAK_NIET_NAGEKOMEN and not overige.exists():
            weg.append(stagnatie)
            continue
        StagnatieAfspraak.objects.filter(stagnatie=stagnatie, afspraak=afspraak).delete()
        verslag.gebeurde(stagnatie, SoortGebeurtenis.AFSPRAAK_WAS_GEDAAN, stap=stap)
        verslag.meld(
            "stagnatie_afspraak_gedaan", ontvangers.allen(stagnatie), stagnatie, f"{stagnatie.pk}:{afspraak.pk}"
        )
    verslag.schrijf()
    sluit(weg, Stagnatiestaat.INGETROKKEN, nu=nu, door=door)
