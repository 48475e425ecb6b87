"""A stagnatie as one reader sees it: the course with its steps, loaded once with a fixed number of queries (E10, E13)."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from core import clock
from core.mee import zet_klaar
from escalatie import selectie
from escalatie.buiten import TeBellen, te_bellen, toelichting, vul_afspraken_aan, wie_ontbreekt
from escalatie.gelezen import afspraken_van, verloop_van, ziet_inhoud
from escalatie.jawoord import onvervangen
from escalatie.models import (
    BIJDRAGEN,
    Actie,
    Actiestaat,
    Besluit,
    Bevestiging,
    Bevestigingsstaat,
    Gebeurtenis,
    Medepartij,
    Modelniveau,
    Modelspoor,
    Oplossing,
    SoortGebeurtenis,
    Stap,
    Stapreden,
    Stapstaat,
    Terugkoppeling,
    Tussenvraag,
    Vraag,
)
from escalatie.sporen import waarom_niet
from escalatie.stapbeeld import Stapbeeld, stapnaam_voor_gezin
from escalatie.van_wie import doet, van_lezer
from escalatie.zicht import Zicht
from gezinsplan.models import Afspraak, Afspraakstaat
from instanties.models import Verzoekstaat
from termijnen.kalender import Kalender, regels_van
from termijnen.uitstel import wanneer_verder
from toestemming import aanspreken
from woorden.tijdwoorden import dag_kort, laatste_dag

NOG_TE_DOEN = (Actiestaat.LOOPT, Actiestaat.GEVRAAGD, Actiestaat.NIET_UITGEVOERD)

Rij = TypeVar("Rij", Gebeurtenis, Actie, Besluit, Terugkoppeling)

# What the head of a step says already.
IN_DE_KOP = {SoortGebeurtenis.GEOPEND, SoortGebeurtenis.STAP_GEOPEND}


@dataclass
class Stagnatiebeeld:
    """What one reader sees of one stagnatie."""

    zicht: Zicht
    stappen: list[Stapbeeld]
    # The steps that were taken, and the levels of every step of the ladder by its id.
    genomen: list[Stap]
    niveaus: dict[int, list[Modelniveau]]
    vragen: list[Vraag]
    afspraken: list[Afspraak]
    oplossingen: list[Oplossing]
    # The tracks of its ladder that a person may choose.
    _sporen: list[Modelspoor]
    kalender: Kalender
    # What is asked in between and waits for an answer.
    tussenvragen: list[Tussenvraag]
    # The parties beside the first.
    mede: list[Medepartij]
    # For who keeps the step from outside: why it is stuck in the words that may be read, and whom to call.
    toelichting: str = ""
    te_bellen: list[TeBellen] = field(default_factory=list)

    @property
    def nu(self) -> Stapbeeld | None:
        """The step that is on turn."""
        return next((stap for stap in self.stappen if stap.fase == "nu"), None)

    @property
    def sporen(self) -> list[Modelspoor]:
        """The other tracks, that whoever is on turn may choose now (E8, E15)."""
        nu, besloten = self.zicht.stap, any(stap.besluiten for stap in self.stappen)
        if nu is None:
            return []
        return [rij for rij in self._sporen if not waarom_niet(rij, nu, self.genomen, besloten=besloten)]

    @property
    def ziet_inhoud(self) -> bool:
        return ziet_inhoud(self.zicht)

    @property
    def begin(self) -> dict[str, Any]:
        """How it came to light: by the clock, or said by somebody."""
        stagnatie = self.zicht.stagnatie
        kop, wanneer = _("Loopt vast"), _dag(stagnatie.geopend_op)
        if self.genomen and self.genomen[0].reden == Stapreden.LUKT_NIET:
            kop = _("Gezegd dat het niet lukt")
        elif voorbij := self._voorbij:
            kop, wanneer = _("Termijn voorbij"), dag_kort(voorbij, clock.today())
        return {
            "vanzelf": stagnatie.gemeld_door_id is None,
            "kop": kop,
            "wanneer": wanneer,
            "door": _("Door %(wie)s.") % {"wie": self.zicht.namen.van(stagnatie.gemeld_door)}
            if stagnatie.gemeld_door and self.zicht.toont_namen
            else "",
        }

    @property
    def _voorbij(self) -> date | None:
        """The last day of the term that had passed when this was opened by itself, as far as this reader sees of what."""
        if self.zicht.stagnatie.gemeld_door_id is not None:
            return None
        termijnen = [rij.termijn for rij in self.afspraken if rij.termijn is not None]
        geopend_op = self.zicht.stagnatie.geopend_op
        dagen = [laatste_dag(rij.loopt_af_op) for rij in termijnen if rij.loopt_af_op <= geopend_op]
        return max(dagen, default=None)

    @property
    def hierna(self) -> str:
        """What follows when it doesn't work out in time, for the family: one sentence."""
        volgende = next((stap.modelstap for stap in self.stappen if stap.fase == "straks"), None)
        if volgende is None:
            return ""
        return _("Lukt het niet op tijd? Dan komt vanzelf de volgende stap: %(stap)s.") % {
            "stap": stapnaam_voor_gezin(volgende).lower()
        }

    @property
    def laatste_werkdag(self) -> date | None:
        """The last werkdag before a step term that ends on a day on which nobody works; None where people do (E7)."""
        stap = self.zicht.stap
        if stap is None or stap.staptermijn.in_uren:
            return None
        dag = laatste_dag(stap.staptermijn.loopt_af_op)
        return None if self.kalender.is_werkdag(dag) else self.kalender.laatste_werkdag_tot(dag)

    @property
    def einde(self) -> str:
        """The day on which it was closed."""
        gesloten_op = self.zicht.stagnatie.gesloten_op
        return _dag(gesloten_op) if gesloten_op else ""

    @property
    def oorzaak(self) -> str:
        """The cause as a sentence."""
        woorden = str(self.zicht.stagnatie.get_oorzaak_display())
        return f"{woorden[:1].upper()}{woorden[1:]}."

    @property
    def wie_ontbreekt(self) -> str:
        return wie_ontbreekt(self.zicht, self.mede)

    @property
    def waarom_aan_zet(self) -> str:
        """Why the open step was opened, as a sentence: for who keeps it from outside."""
        if self.zicht.stap is None or not self.zicht.houdt_van_buiten:
            return ""
        woorden = str(self.zicht.stap.get_reden_display())
        return f"{woorden[:1].upper()}{woorden[1:]}."

    @property
    def voor_gezin(self) -> bool:
        """Whether this reader gets the page in plain words: the family and the people around it."""
        return voor_gezin(self.zicht)

    @property
    def alles_uitgevoerd(self) -> bool:
        """Whether every action of the step on turn has been done: then the question is whether it is solved (E11)."""
        nu = self.nu
        niet = (Actiestaat.VERVALLEN, Actiestaat.KAN_NIET)
        tellend = [actie for actie in nu.acties if actie.staat not in niet] if nu else []
        return bool(tellend) and not self.geweigerd and all(actie.staat == Actiestaat.UITGEVOERD for actie in tellend)

    @property
    def geweigerd(self) -> list[Actie]:
        """The actions of the step on turn that can't be done, and for which nothing else was recorded yet (E4)."""
        return onvervangen(self.nu.acties) if self.nu else []

    @property
    def gaat_verder(self) -> str:
        """When it goes on, where the step term has passed and the next step waits for the morning (S2)."""
        return wanneer_verder(self.zicht.stap.staptermijn, clock.now()) if self.zicht.stap else ""

    @property
    def besluit_loopt(self) -> bool:
        """Whether a decision alone is what was recorded in the step on turn (E6)."""
        return self.nu is not None and bool(self.nu.besluiten) and not self.nu.acties

    @property
    def opnieuw_beslissen(self) -> Bevestiging | None:
        """An instelling that said 'kan niet' to the latest decision: the official decides again (E6)."""
        nu = self.nu
        if nu is None or nu.stap is None:
            return None
        besluiten = nu.besluiten
        if not besluiten and nu.stap.reden == Stapreden.KAN_NIET:
            besluiten = [besluit for stapbeeld in self.stappen for besluit in stapbeeld.besluiten]
        laatste = besluiten[-1].bevestigingen.all() if besluiten else []
        return next((rij for rij in laatste if rij.staat == Bevestigingsstaat.KAN_NIET), None)

    @property
    def oplossing(self) -> Oplossing | None:
        """The report that it is solved, to which the family hasn't answered yet (E11)."""
        return next((rij for rij in self.oplossingen if rij.wacht), None)

    @property
    def na_nee(self) -> Oplossing | None:
        """That the family said 'not yet', as long as no new action was recorded after it (E11)."""
        laatste = self.oplossingen[-1] if self.oplossingen else None
        if self.nu is None or laatste is None or laatste.staat != Verzoekstaat.NEE or laatste.beantwoord_op is None:
            return None
        op = laatste.beantwoord_op
        return None if any(actie.termijn.begint_op >= op for actie in self.nu.acties) else laatste

    @property
    def eigen_melding(self) -> str:
        """What this reader, or for who reads what it is about anybody, said when it was reported."""
        stagnatie = self.zicht.stagnatie
        van_mij = stagnatie.gemeld_door_id in self.zicht.ik_en_namens
        return stagnatie.toelichting if van_mij or self.zicht.ziet_doel else ""

    @property
    def geantwoord(self) -> list[Oplossing]:
        """What the family answered, each time that it was asked; for who reads what it is about."""
        return [rij for rij in self.oplossingen if rij.beantwoord_door_id] if self.zicht.ziet_doel else []

    @property
    def bijdragen(self) -> list[Vraag]:
        """What each instelling was asked that it can do, with what it said: one page for all who were asked (E4)."""
        return [vraag for vraag in self.vragen if vraag.soort in BIJDRAGEN and not vraag.is_vervallen]

    @property
    def andere_vragen(self) -> list[Vraag]:
        return [vraag for vraag in self.vragen if vraag.soort not in BIJDRAGEN]

    @cached_property
    def aan_mij(self) -> list[Vraag]:
        """The questions that wait for an answer of this reader."""
        return [
            vraag
            for vraag in self.vragen
            if vraag.aan_id in self.zicht.ik_en_namens and vraag.beantwoord_op is None and not vraag.is_vervallen
        ]

    @property
    def is_iets_gevraagd(self) -> bool:
        """Whether somebody asked this reader something: a question, or whether a decision is carried out."""
        gevraagd = [vraag.aan_id for vraag in self.vragen]
        gevraagd += [
            rij.gevraagd_aan_id
            for stap in self.stappen
            for besluit in stap.besluiten
            for rij in besluit.bevestigingen.all()
        ]
        return not self.zicht.ik_en_namens.isdisjoint(gevraagd)

    @cached_property
    def te_bevestigen(self) -> list[Bevestiging]:
        """The decisions to which this reader owes an answer."""
        return [
            rij
            for stap in self.stappen
            for besluit in stap.besluiten
            for rij in besluit.bevestigingen.all()
            if (rij.gevraagd_aan_id in self.zicht.ik_en_namens or rij.instelling_id in self.zicht.eigen_instellingen)
            and rij.staat in (Bevestigingsstaat.GEVRAAGD, Bevestigingsstaat.GEEN_ANTWOORD)
        ]

    @cached_property
    def mijn_acties(self) -> list[Actie]:
        """The actions that this reader carries out or asks after and that aren't done, late or not (E15)."""
        return [
            actie
            for stap in self.stappen
            for actie in stap.acties
            if actie.staat in NOG_TE_DOEN and doet(self.zicht, actie)
        ]

    @cached_property
    def nog_van_mij(self) -> list[Afspraak]:
        """The missed afspraken that this reader still owes, or the instelling that he or she leads (E15)."""
        if not self.zicht.stagnatie.is_open:
            return []
        return self._van_mij(rij for rij in self.afspraken if rij.staat == Afspraakstaat.NIET_GEDAAN)

    @cached_property
    def nog_niet_bevestigd(self) -> list[str]:
        """What was this reader's to do, and was said to be done in time: nobody confirmed that yet (E14)."""
        afspraken = self._van_mij(rij for rij in self.afspraken if rij.zegt_gedaan)  # type: ignore[attr-defined]
        acties = [rij for stap in self.stappen for rij in stap.acties if rij.zegt_gedaan and doet(self.zicht, rij)]  # type: ignore[attr-defined]
        return [*(rij.wat for rij in afspraken), *(rij.wat for rij in acties)]

    def _van_mij(self, afspraken: Iterable[Afspraak]) -> list[Afspraak]:
        return [rij for rij in afspraken if any(van_lezer(self.zicht, doet) for doet in rij.uitvoerders.all())]


def _dag(op: datetime) -> str:
    return dag_kort(timezone.localdate(op), clock.today())


def voor_gezin(zicht: Zicht) -> bool:
    """Whether this reader gets the pages in plain words: the family and the people around it."""
    return zicht.blik is not None and aanspreken.voor_gezin(zicht.blik)


def stagnatiebeeld(zicht: Zicht) -> Stagnatiebeeld:
    """Load what this reader sees of this stagnatie, all of its course in one question (T3, E13)."""
    gelezen = verloop_van(zicht)
    per_id = {stap.pk: stap for stap in gelezen.genomen}
    for rij in [*gelezen.gebeurd, *gelezen.gedaan, *gelezen.besloten, *gelezen.verteld, *gelezen.gesteld]:
        if rij.stap_id is not None:
            rij.stap = per_id[rij.stap_id]
    for stap in gelezen.genomen:
        stap.stagnatie = zicht.stagnatie
    for actie in gelezen.gedaan:
        actie.verzoek = next(reversed(actie.verzoeken_nu), None)
    for besluit in gelezen.besloten:
        zet_klaar(besluit, "bevestigingen", besluit.antwoorden)
    for spoor in gelezen.sporen:
        zet_klaar(spoor, "criteria", spoor.criteria_nu)
    afspraken = afspraken_van(zicht)
    beeld = Stagnatiebeeld(
        zicht=zicht,
        stappen=_stappen(zicht, gelezen),
        genomen=gelezen.genomen,
        niveaus={modelstap.pk: modelstap.niveaus_nu for modelstap in gelezen.ladder},
        vragen=gelezen.gesteld,
        afspraken=afspraken,
        oplossingen=gelezen.gemeld,
        _sporen=gelezen.sporen,
        kalender=Kalender(lambda: regels_van(gelezen.regio[0])),
        tussenvragen=gelezen.tussen,
        mede=gelezen.mede,
    )
    zicht.is_iets_gevraagd = beeld.is_iets_gevraagd
    if zicht.blik is None:
        vul_afspraken_aan(zicht, gelezen, afspraken)
    if zicht.houdt_van_buiten:
        beeld.toelichting, beeld.te_bellen = toelichting(zicht, gelezen), te_bellen(zicht, gelezen)
    return beeld


def _stappen(zicht: Zicht, gelezen: Any) -> list[Stapbeeld]:
    stagnatie, genomen, modelstappen = zicht.stagnatie, gelezen.genomen, gelezen.ladder
    niveaus = {(rij.pk, niveau.nummer): niveau.naam for rij in modelstappen for niveau in rij.niveaus_nu}
    gebeurd = selectie.verloop(zicht, gelezen.gebeurd)
    gebeurtenissen = _per_stap(rij for rij in gebeurd if rij.soort not in IN_DE_KOP)
    acties = _per_stap(gelezen.gedaan)
    besluiten = _per_stap(gelezen.besloten)
    terugkoppelingen = _per_stap(gelezen.verteld)
    keren: Counter[tuple[int, int]] = Counter()
    rondes = {}
    eerder: set[int] = set()
    opnieuw: set[UUID] = set()
    for stap in genomen:
        if stap.staat != Stapstaat.INGETROKKEN:
            opnieuw |= {stap.pk} if stap.modelstap_id in eerder else set()
            eerder.add(stap.modelstap_id)
        keren[stap.modelstap_id, stap.niveau] += 1
        rondes[stap.pk] = keren[stap.modelstap_id, stap.niveau]
    beelden = [
        Stapbeeld(
            modelstap=stap.modelstap,
            namen=zicht.namen,
            stap=stap,
            niveau=niveaus.get((stap.modelstap_id, stap.niveau), ""),
            ronde=rondes[stap.pk],
            is_opnieuw=stap.pk in opnieuw,
            gebeurtenissen=gebeurtenissen[stap.pk],
            acties=acties[stap.pk],
            toelichting=_toelichting(zicht, stap),
            besluiten=besluiten[stap.pk],
            terugkoppelingen=terugkoppelingen[stap.pk],
        )
        for stap in genomen
    ]
    for deel, volgt in pairwise(beelden):
        assert volgt.stap is not None  # noqa: S101 - they were all taken
        deel.waarom_verder = volgt.stap.reden
    # What belongs to no step, as an afspraak that was done after all, stands with the step that was last.
    if beelden:
        beelden[-1].gebeurtenissen += gebeurtenissen[None]
    if stagnatie.is_open and genomen:
        # Not after the last row: that step may have been withdrawn (E14).
        nu = next((stap for stap in genomen if stap.is_open), genomen[-1])
        per_id, straks = {modelstap.pk: modelstap for modelstap in modelstappen}, nu.modelstap.volgende_id
        while straks is not None:
            beelden.append(Stapbeeld(per_id[straks], zicht.namen))
            straks = per_id[straks].volgende_id
    return beelden


def _toelichting(zicht: Zicht, stap: Stap) -> str:
    """Why somebody took this step. That of the first is the report itself, which stands with what it is about."""
    return stap.toelichting if stap.volgnummer > 1 and (ziet_inhoud(zicht) or zicht.houdt_van_buiten) else ""


def _per_stap(rijen: Iterable[Rij]) -> dict[UUID | None, list[Rij]]:
    per_stap: dict[UUID | None, list[Rij]] = defaultdict(list)
    for rij in rijen:
        per_stap[rij.stap_id].append(rij)
    return per_stap
