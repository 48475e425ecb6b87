"""The ladder itself: opening steps, going on to the next, up a level, and giving a step another keeper (E2, E4, E5, E6).

Every transition takes a list; a person's act calls the same function with a list of one. What is locked, the caller locks.
"""

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie.actions import slot
from escalatie.actions.aandeel import verkort_voor_wat_voorgaat, vraag_aandeel, vraag_bijdragen
from escalatie.actions.beurt import (
    eis_aan_zet,
    eis_coordinator,
    eis_deze_stap,
    eis_geen_oplossing,
    eis_tekst,
    uiterlijk,
)
from escalatie.actions.dringend import is_dringend, waarschuw
from escalatie.actions.toegang import geef_toegang
from escalatie.actions.verlaten import verlaat
from escalatie.actions.verslag import Verslag
from escalatie.beslissers import wie_erboven
from escalatie.houders import GEROEPEN, Houder, Houders
from escalatie.models import (
    BetrokkenOrganisatie,
    Modelniveau,
    Modelstap,
    SoortGebeurtenis,
    Spoorbegin,
    Stagnatie,
    Stap,
    Stapreden,
)
from escalatie.ontvangers import Ontvangers
from escalatie.stapsoorten import soort_van
from instanties.actions import meld_aan_beheer
from instanties.models import Gebruiker, Gemeente, Instelling
from termijnen import actions as termijnen
from termijnen.kalender import Kalender, huidige_kalender, loopt_tot
from termijnen.models import Termijnstaat

# Something that weighs more came to light: the same step and keeper, with a term of its own.
VOORRANG = {Stapreden.CRISIS, Stapreden.VEILIGHEID}
# How the step term of the step that is left ends: what was owed and wasn't done, against what is needed no more.
NIET_GEHAALD = {Stapreden.NIET_VASTGELEGD, Stapreden.NIET_BEREIKT, Stapreden.NIET_GEMELD}


@dataclass
class Opening:
    """A step to be opened: which one, who keeps it, and why."""

    stagnatie: Stagnatie
    modelstap: Modelstap
    houder: Houder
    volgnummer: int
    reden: Stapreden
    niveau: int = 1
    toelichting: str = ""
    # Not later than this.
    uiterlijk: datetime | None = None
    # The end of what passed, from which its term counts (S2); None: nothing did.
    sinds: datetime | None = None
    id: uuid.UUID = field(default_factory=uuid.uuid4)


class Ladders:
    """The steps and levels of the models of these stagnaties, read once."""

    def __init__(self, stagnaties: Iterable[Stagnatie]) -> None:
        modellen = {stagnatie.model_id for stagnatie in stagnaties}
        stappen = list(Modelstap.objects.filter(model__in=modellen).select_related("spoor").order_by("-nummer"))
        self._stappen = {modelstap.pk: modelstap for modelstap in stappen}
        self._eerste = {
            modelstap.model_id: modelstap
            for modelstap in stappen
            if modelstap.spoor is None or modelstap.spoor.begin == Spoorbegin.VANZELF
        }
        self._hoogste: dict[int, int] = {}
        for niveau in Modelniveau.objects.filter(modelstap__model__in=modellen).order_by("nummer"):
            self._hoogste[niveau.modelstap_id] = niveau.nummer

    def van(self, stagnatie: Stagnatie) -> list[Modelstap]:
        """The steps from the first on, each followed by its next."""
        eerste = self._eerste[stagnatie.model_id]
        return [eerste, *self.na(eerste)]

    def na(self, modelstap: Modelstap) -> list[Modelstap]:
        """The steps that follow this one, in order."""
        rij: list[Modelstap] = []
        while modelstap.volgende_id is not None:
            modelstap = self._stappen[modelstap.volgende_id]
            rij.append(modelstap)
        return rij

    def hoogste_niveau(self, modelstap: Modelstap) -> int:
        """The highest level of a step; one when it has none."""
        return self._hoogste.get(modelstap.pk, 1)


class Beheer:
    """What the beheerder must mend, each once, without family data."""

    def __init__(self) -> None:
        self._meldingen: dict[tuple[str, uuid.UUID | None, uuid.UUID | None], tuple] = {}

    def noteer(self, tekst: str, instelling: Instelling | None = None, gemeente: Gemeente | None = None) -> None:
        sleutel = (tekst, instelling.pk if instelling else None, gemeente.pk if gemeente else None)
        self._meldingen[sleutel] = (tekst, instelling, gemeente)

    def meld(self, nu: datetime) -> None:
        for tekst, instelling, gemeente in self._meldingen.values():
            meld_aan_beheer(tekst, nu, instelling=instelling, gemeente=gemeente)


def kies(
    stagnatie: Stagnatie,
    kandidaten: Sequence[Modelstap],
    reden: Stapreden,
    houders: Houders,
    beheer: Beheer,
    niveau: int = 1,
) -> tuple[Modelstap, Houder, Stapreden] | None:
    """The first of these steps that somebody can keep; what is passed over is reported to the beheerder (E4)."""
    for modelstap in kandidaten:
        houder = houders.van(stagnatie, modelstap, niveau)
        if houders.mist_beslisser(stagnatie, modelstap, niveau):
            tekst = _("Voor een hoger niveau is niemand genoemd die kan beslissen; de ambtenaar houdt wat daar ligt.")
            beheer.noteer(tekst, gemeente=houders.gemeente(stagnatie))
        if houder is not None:
            return modelstap, houder, reden
        soort = soort_van(modelstap)
        beheer.noteer(str(soort.niemand), **soort.waar(houders, stagnatie))
        if not soort.in_plan:
            reden = Stapreden.NIEMAND
    return None


def open_stappen(openingen: Sequence[Opening], *, nu: datetime, houders: Houders, verslag: Verslag) -> list[Stap]:
    """Open these steps: keeper, step term to record, rights, ground, who takes part, and telling everyone (E4, E5, E10)."""
    if not openingen:
        return []
    kalender = huidige_kalender()
    nieuw = [_staptermijn(opening, nu, kalender) for opening in openingen]
    gestart = termijnen.start(nieuw, nu=nu, door=verslag.door, reden=_("stap begonnen"))
    stappen = [
        Stap(
            id=opening.id,
            stagnatie=opening.stagnatie,
            modelstap=opening.modelstap,
            volgnummer=opening.volgnummer,
            niveau=opening.niveau,
            reden=opening.reden,
            toelichting=opening.toelichting,
            houder=opening.houder.gebruiker,
            houder_instelling=opening.houder.instelling,
            houder_gemeente=opening.houder.gemeente,
            vastleggen=termijn,
            geopend_op=nu,
        )
        for opening, termijn in zip(openingen, gestart, strict=True)
    ]
    Stap.objects.bulk_create(stappen)
    geef_toegang(stappen, nu=nu, door=verslag.door)
    hoger = [stap for stap in stappen if not soort_van(stap.modelstap).in_plan]
    verkort_voor_wat_voorgaat(hoger, nu=nu, verslag=verslag)
    vraag_aandeel(hoger, nu=nu, houders=houders, verslag=verslag)
    vraag_bijdragen(hoger, nu=nu, verslag=verslag)
    _neem_organisaties_op(hoger)
    ontvangers = Ontvangers([stap.stagnatie for stap in stappen], nu)
    for stap in stappen:
        verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.STAP_GEOPEND, stap=stap, tekst=_stap_in_woorden(stap, nu))
        verslag.meld(
            "stagnatie_aan_zet", [stap.houder], stap.stagnatie, f"{stap.pk}:{stap.houder_id}", termijn=stap.staptermijn
        )
        anderen = [wie for wie in ontvangers.allen(stap.stagnatie) if wie.pk != stap.houder_id]
        verslag.meld(_bericht(stap), anderen, stap.stagnatie, stap.pk, spoed=stap.stagnatie.gaat_voor)
    _waarschuw_erboven(stappen, houders, verslag)
    return stappen


def _bericht(stap: Stap) -> str:
    if stap.volgnummer == 1:
        return "stagnatie_geopend"
    return "stagnatie_voorrang" if stap.reden in VOORRANG else "stagnatie_stap"


def _waarschuw_erboven(stappen: Iterable[Stap], houders: Houders, verslag: Verslag) -> None:
    """Hours and safety: who comes on turn after this step, and who leads the coordinator, hear in the same step whom to
    call (S2). Number and dates only.
    """
    for stap in stappen:
        if is_dringend(stap):
            waarschuw(stap, [*wie_erboven(stap, houders), *houders.leidt_coordinator(stap.stagnatie)], stap.pk, verslag)


def _staptermijn(opening: Opening, nu: datetime, kalender: Kalender) -> termijnen.NieuweTermijn:
    spoed = opening.stagnatie.gaat_voor
    gesprek = None if spoed else opening.modelstap.gesprek
    duur = gesprek or opening.modelstap.vastleggen(spoed=spoed)
    einde = loopt_tot(nu, duur, kalender, opening.sinds)
    return termijnen.NieuweTermijn(
        soort="stap_vastleggen",
        gezin_id=opening.stagnatie.gezin_id,
        houder_id=opening.houder.gebruiker.pk,
        begint_op=nu,
        # What has passed before the clock came, is no bound any more.
        loopt_af_op=min(einde, opening.uiterlijk) if opening.uiterlijk and opening.uiterlijk > nu else einde,
        duur=duur,
        gevraagd=(opening.houder.gebruiker.pk,),
    )


def _stap_in_woorden(stap: Stap, nu: datetime) -> str:
    waar = stap.houder_instelling or stap.houder_gemeente
    wie = f"{stap.houder.naam}, {waar}" if waar else stap.houder.naam
    zin = _("%(stap)s: %(wie)s is aan zet, %(uiterlijk)s. Reden: %(reden)s.")
    return zin % {
        "stap": stap.modelstap.naam,
        "wie": wie,
        "uiterlijk": uiterlijk(stap.staptermijn, nu),
        "reden": Stapreden(stap.reden).label,
    }


def _neem_organisaties_op(stappen: Iterable[Stap]) -> None:
    BetrokkenOrganisatie.objects.bulk_create(
        (
            BetrokkenOrganisatie(
                stagnatie=stap.stagnatie,
                instelling=stap.houder_instelling,
                gemeente=stap.houder_gemeente,
                vanaf_stap=stap.modelstap.nummer,
            )
            for stap in stappen
            if stap.houder_instelling_id or stap.houder_gemeente_id
        ),
        ignore_conflicts=True,
    )


def zet_door(
    stappen: Collection[Stap],
    reden: Stapreden,
    *,
    nu: datetime,
    door: Gebruiker | None = None,
    toelichting: str = "",
    naar: Modelstap | None = None,
    sinds: Mapping[UUID, datetime] | None = None,
) -> list[Stap]:
    """Go on from these open steps, whose stagnaties the caller has locked: the next step or, in the last, a level higher.

    Each new step has its own full term from now (E4, E5); what weighs more begins the same step again. Where nobody at all
    can keep a higher step, the present keeper gets a new term and the beheerder is told: an open stagnatie always has one
    keeper and one running step term (E9). `naar`: not the step that follows but this one, with which another track begins.
    `sinds`: per stagnatie the end of what passed, where that isn't the step term.
    """
    stappen = [stap for stap in stappen if stap.is_open]
    if not stappen:
        return []
    verslag = Verslag(nu, door)
    stagnaties = [stap.stagnatie for stap in stappen]
    einde = Termijnstaat.NIET_GEHAALD if reden in NIET_GEHAALD else Termijnstaat.VERVALLEN
    verlaat(stappen, einde, str(reden.label), verslag)
    # Of a step that was withdrawn the number stays taken.
    hoogste = dict(
        Stagnatie.objects.filter(pk__in=[stap.stagnatie_id for stap in stappen])
        .annotate(hoogste=Max("stappen__volgnummer"))
        .values_list("pk", "hoogste")
    )
    houders = Houders(stagnaties, roept=door if reden in GEROEPEN else None)
    ladders, beheer = Ladders(stagnaties), Beheer()
    openingen = [
        _volgende(stap, hoogste[stap.stagnatie_id] + 1, reden, toelichting, houders, ladders, beheer, naar)
        for stap in stappen
    ]
    for stap, opening in zip(stappen, openingen, strict=True):
        opening.sinds = (sinds or {}).get(stap.stagnatie_id, stap.staptermijn.loopt_af_op)
    nieuw = open_stappen(openingen, nu=nu, houders=houders, verslag=verslag)
    beheer.meld(nu)
    verslag.schrijf()
    return nieuw


def _volgende(
    stap: Stap,
    volgnummer: int,
    reden: Stapreden,
    toelichting: str,
    houders: Houders,
    ladders: Ladders,
    beheer: Beheer,
    naar: Modelstap | None = None,
) -> Opening:
    stagnatie = stap.stagnatie
    blijft = Houder(stap.houder, instelling=stap.houder_instelling, gemeente=stap.houder_gemeente)
    if reden in VOORRANG:
        uiterlijk = stap.staptermijn.loopt_af_op
        return Opening(stagnatie, stap.modelstap, blijft, volgnummer, reden, stap.niveau, toelichting, uiterlijk)
    hoger = ladders.na(stap.modelstap) if naar is None else [naar, *ladders.na(naar)]
    niveau = 1
    if reden == Stapreden.KAN_NIET:
        # It is decided anew where it was decided.
        hoger, niveau = [stap.modelstap], stap.niveau
    elif not hoger:
        hoger = [stap.modelstap]
        niveau = min(stap.niveau + 1, ladders.hoogste_niveau(stap.modelstap))
    gekozen = kies(stagnatie, hoger, reden, houders, beheer, niveau)
    if gekozen is None:
        gekozen = stap.modelstap, blijft, reden
        niveau = max(niveau, stap.niveau)
    modelstap, houder, reden = gekozen
    return Opening(stagnatie, modelstap, houder, volgnummer, reden, niveau, toelichting)


@transaction.atomic
def roep_eerder_hulp_in(stap: Stap, *, door: Gebruiker, nu: datetime, toelichting: str) -> Stap:
    """The coordinator calls for the next step before her term has passed, with a reason (E4)."""
    toelichting = eis_tekst(toelichting, "toelichting", _("Schrijf waarom u nu al hulp vraagt."))
    huidig = eis_deze_uitvoerdersstap(stap, nu)
    eis_coordinator(door, huidig)
    eis_geen_oplossing(huidig.stagnatie_id)
    return zet_door([huidig], Stapreden.EERDER, nu=nu, door=door, toelichting=toelichting)[0]


def eis_deze_uitvoerdersstap(stap: Stap, nu: datetime) -> Stap:
    """Lock, and give this stap when it is still that of the executors. Raises RuleError, saying who is on turn."""
    huidig = eis_deze_stap(stap, nu)
    if not soort_van(huidig.modelstap).in_plan:
        raise RuleError(_("De volgende stap is al gezet: anderen zijn al ingeschakeld."))
    return huidig


@transaction.atomic
def buiten_macht(stap: Stap, *, door: Gebruiker, nu: datetime, toelichting: str) -> Stap:
    """The keeper says that it exceeds what his side may and can do: one step up at once, in the last a level up (E5).

    From the executors that is to the managers, who judge whether it exceeds the instellingen's powers too; from them to
    the gemeente, as the convenant says.
    """
    return _hogerop(stap, Stapreden.BUITEN_MACHT, door, nu, toelichting)


@transaction.atomic
def hoger_niveau(stap: Stap, *, door: Gebruiker, nu: datetime, toelichting: str) -> Stap:
    """The official takes it a level higher, with the ground; a new term begins (E6)."""
    if not soort_van(stap.modelstap).beslist:
        raise RuleError(_("Alleen in de stap van de gemeente zijn er niveaus."))
    return _hogerop(stap, Stapreden.HOGER_NIVEAU, door, nu, toelichting)


def _hogerop(stap: Stap, reden: Stapreden, door: Gebruiker, nu: datetime, toelichting: str) -> Stap:
    toelichting = eis_tekst(toelichting, "toelichting", _("Schrijf waarom dit een stap hoger moet."))
    huidig = eis_aan_zet(stap, door, nu)
    eis_geen_oplossing(huidig.stagnatie_id)
    if huidig.modelstap.volgende_id is None:
        hoogste = Ladders([huidig.stagnatie]).hoogste_niveau(huidig.modelstap)
        if huidig.niveau >= hoogste:
            raise RuleError(_("Dit is al het hoogste niveau."))
    return zet_door([huidig], reden, nu=nu, door=door, toelichting=toelichting)[0]


def herbezet(
    stappen: Collection[Stap], *, nu: datetime, door: Gebruiker | None, reden: str, ook_wie_inlogt: bool = False
) -> None:
    """Let these open steps, whose stagnaties the caller has locked, be kept by whom the rules now name (Z3, E9).

    Terms move along with the responsibility. Where nobody can keep the step any more it goes on to the next one, unless
    its keeper can still log in; with `ook_wie_inlogt` then too.
    """
    verslag = Verslag(nu, door)
    stagnaties = [stap.stagnatie for stap in stappen]
    houders, ontvangers = Houders(stagnaties), Ontvangers(stagnaties, nu)
    zonder = []
    for stap in stappen:
        houder = houders.van(stap.stagnatie, stap.modelstap, stap.niveau)
        if houder is None:
            if ook_wie_inlogt or not stap.houder.is_active:
                zonder.append(stap)
            continue
        if houder.gebruiker.pk == stap.houder_id and houder.instelling == stap.houder_instelling:
            continue
        _geef_over(stap, houder, nu, door, reden)
        verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.HOUDER_GEWISSELD, stap=stap, tekst=_stap_in_woorden(stap, nu))
        verslag.meld(
            "stagnatie_aan_zet", [stap.houder], stap.stagnatie, f"{stap.pk}:{stap.houder_id}", termijn=stap.staptermijn
        )
        anderen = [wie for wie in ontvangers.allen(stap.stagnatie) if wie.pk != stap.houder_id]
        verslag.meld("stagnatie_houder", anderen, stap.stagnatie, f"{stap.pk}:{stap.houder_id}")
    verslag.schrijf()
    zet_door(zonder, Stapreden.NIEMAND, nu=nu, door=door)


def _geef_over(stap: Stap, houder: Houder, nu: datetime, door: Gebruiker | None, reden: str) -> None:
    oud = stap.houder_id
    stap.houder, stap.houder_instelling, stap.houder_gemeente = houder.gebruiker, houder.instelling, houder.gemeente
    stap.save(update_fields=["houder", "houder_instelling", "houder_gemeente"])
    mee = [
        termijn
        for termijn in slot.lopende_termijnen_van([stap.stagnatie_id])
        if termijn.houder_id == oud or termijn.pk == stap.staptermijn.pk
    ]
    termijnen.wissel_houder(mee, houder.gebruiker, nu=nu, door=door, reden=reden)
    geef_toegang([stap], nu=nu, door=door)
