"""A family in which every text that somebody can type bears a word of its own, put there by the acts themselves (T3).

Which texts there are, says the ledger of tables (`tests/huis/tabellen.py`): each `MARKER` there has its word here.
Nearly all of it is about one topic, mother and her drinking, of which she lets the mentor know. She can take that back.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from core import clock
from escalatie import actions as ladder
from escalatie.actions import NieuweActie
from escalatie.models import LangsteTermijn, Modelniveau, Oorzaak, SoortVraag, Stagnatie, Stap
from gezinnen import actions as gezinnen
from gezinnen.models import Deelnemer, Relatie
from gezinsplan import actions as plan
from gezinsplan.models import Afspraak, Antwoord, Doel, Gesprek, Navraag
from instanties.models import Leefgebied, Rol
from termijnen.actions import bewaak
from tests.cast import Cast, maak_cast, maak_professional
from tests.huis.tabellen import TABLES, Marker
from tests.situaties import situatie
from toestemming import actions as delen
from toestemming.models import Toestemming
from woorden.duur import Duur, Eenheid

GEBIED = Leefgebied.VERSLAVING
WEKEN = 6

TEKSTEN: dict[str, Marker] = {
    f"{tabel.split('.')[1]}.{naam}": tekst
    for tabel, regel in TABLES.items()
    for naam, tekst in regel.texts.items()
    if isinstance(tekst, Marker)
}
BLIJFT = {naam for naam, merk in TEKSTEN.items() if merk.stays}


def woord(naam: str) -> str:
    """The word in this text: nobody's name, no word of a page, and short enough for a phone number's place."""
    return f"q{naam.replace('.', '').replace('_', '').lower()}q"


ACHTER_EEN_FUNCTIE = woord("Deelnemer.werkelijke_naam")
WOORDEN = {naam: woord(naam) for naam in TEKSTEN}


def gevonden(tekst: str) -> set[str]:
    """The texts whose word stands in this one."""
    klein = tekst.lower()
    return {naam for naam, merk in WOORDEN.items() if merk in klein}


@dataclass
class Merkgezin:
    """The cast with its plan, and the moment that it has come to."""

    cast: Cast
    nu: datetime
    gezet: set[str] = field(default_factory=set)

    def __call__(self, naam: str) -> str:
        """The word for this text, with a name that nobody may read in it, unless it is read as typed; now it is planted."""
        self.gezet.add(naam)
        return woord(naam) if TEKSTEN[naam].as_typed else f"{woord(naam)} {ACHTER_EEN_FUNCTIE}"

    @property
    def door(self) -> dict[str, Any]:
        return {"nu": self.nu, "door": self.cast.coordinator}

    @property
    def vandaag(self):
        return localdate(self.nu)

    def later(self, dagen: int) -> None:
        self.nu += timedelta(days=dagen)
        assert bewaak(self.nu).mislukt == 0

    def trek_in(self) -> None:
        """Mother takes back what she shared; then it is talked over, and the day ends."""
        regels = list(Toestemming.objects.open().filter(gezin=self.cast.gezin).values_list("pk", flat=True))
        weg = delen.trek_in(self.cast.moeder_in_gezin, regels, **self.door)
        delen.leg_besproken_vast(weg, self("Intrekking.uitkomst"), self.vandaag, **self.door)

    def stopt(self) -> None:
        """The mentor takes no part any more."""
        gezinnen.stop_deelname(self.cast.mentor_in_gezin, reden="klaar", **self.door)


def maak_merkgezin() -> Merkgezin:
    """Let everything happen in the weeks before now."""
    gezin = Merkgezin(maak_cast(clock.now() - timedelta(weeks=WEKEN)), clock.now() - timedelta(weeks=WEKEN))
    delen.wijzig_aandeel(gezin.cast.mentor_in_gezin, [], **gezin.door)
    _mensen(gezin)
    _toestemming(gezin)
    doel, afspraak = _plan(gezin)
    _ladder(gezin, doel)
    _opgelost(gezin, doel, afspraak)
    gezin.nu = clock.now()
    _andere_grond(gezin)
    return gezin


def _mensen(gezin: Merkgezin) -> None:
    cast, door = gezin.cast, gezin.door
    gezinnen.wijzig_gezin(cast.gezin, naam=gezin("Gezin.naam"), gemeente=cast.gemeente, **door)
    elders = gezinnen.voeg_huishouden_toe(
        cast.gezin, gezin("Huishouden.naam"), gezin("Huishouden.adres"), geheim_adres=True, **door
    )
    gegevens = gezinnen.GezinslidGegevens(
        naam=gezin("Deelnemer.naam"),
        relatie=Relatie.STIEFOUDER,
        huishouden=elders,
        taal=gezin("Deelnemer.taal"),
        tolk_nodig=True,
        telefoon=gezin("Deelnemer.telefoon"),
        email=f"{gezin('Deelnemer.email')}@voorbeeld.example",
    )
    stief = gezinnen.voeg_gezinslid_toe(cast.gezin, gegevens, **door)
    gezinnen.leg_gezag_vast(cast.broer_in_gezin, [stief], True, **door)
    reden = gezin("Gezag.waarom_geeindigd")
    gezinnen.beeindig_gezag(cast.broer_in_gezin, stief, op=gezin.vandaag, reden=reden, **door)
    buur = gezinnen.BetrokkeneGegevens(naam="Buur", relatie_tot_gezin=gezin("Deelnemer.relatie_tot_gezin"))
    gezinnen.voeg_betrokkene_toe(cast.gezin, buur, **door)
    verborgen = maak_professional(gezin("Deelnemer.werkelijke_naam"), Rol.HULPVERLENER, instelling=cast.jeugdhulp)
    gegevens = gezinnen.BetrokkeneGegevens(naam=verborgen.naam, instelling=cast.jeugdhulp)
    rij = gezinnen.voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=verborgen, leefgebieden=[], **door)
    gezinnen.toon_met_functie(rij, "gezinscoach", gezin("Deelnemer.reden_functienaam"), rij.versie, **door)
    genoemd = maak_professional(gezin("Gebruiker.naam"), Rol.HULPVERLENER, instelling=cast.kliniek)
    gegevens = gezinnen.BetrokkeneGegevens(naam=genoemd.naam, instelling=cast.kliniek)
    gezinnen.voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=genoemd, leefgebieden=[GEBIED], **door)
    gestopt = gezinnen.voeg_betrokkene_toe(cast.gezin, gezinnen.BetrokkeneGegevens(naam="Tante"), **door)
    gezinnen.stop_deelname(gestopt, reden=gezin("Deelnemer.waarom_gestopt"), **door)
    # For a while a colleague coordinates.
    gezinnen.wissel_coordinator(cast.gezin, cast.collega, cast.maatschappelijk_werk, reden="met verlof", **door)
    waarom = gezin("Coordinatorschap.waarom")
    gezinnen.wissel_coordinator(cast.gezin, cast.coordinator, cast.maatschappelijk_werk, reden=waarom, **door)


def _toestemming(gezin: Merkgezin) -> None:
    cast, door, dag = gezin.cast, gezin.door, gezin.vandaag
    delen.leg_poging_vast(cast.moeder_in_gezin, dag, gezin("Poging.hoe"), gezin("Poging.uitkomst"), **door)
    gegevens = delen.Gespreksgegevens(gezin("Toestemmingsgesprek.doel"), dag, dag + timedelta(days=300))
    keuze = delen.Toestemmingskeuze(cast.mentor_in_gezin.pk, GEBIED, cast.moeder_in_gezin.pk)
    gesprek = delen.houd_gesprek(cast.gezin, gegevens, [keuze], **door)
    ja = {regel.pk: "ja" for regel in gesprek.regels.all()}
    delen.teken(
        cast.moeder_in_gezin, ja, vorm="schriftelijk", gegeven_op=dag, bewijs=gezin("Handtekening.bewijs"), **door
    )
    delen.leg_vertegenwoordiging_vast(cast.sanne, cast.vader_in_gezin, gezin("Vertegenwoordiging.reden"), **door)
    herzien = dag + timedelta(days=60)
    vlag = delen.zet_vlag(
        cast.vader_in_gezin, [cast.moeder_in_gezin.pk], gezin("Veiligheidsvlag.reden"), herzien, **door
    )
    [verzoek] = vlag.verzoeken.select_related("vlag")
    delen.beantwoord_vlagverzoek(verzoek, True, gezin("Vlagverzoek.waarom"), nu=door["nu"], door=cast.privacy_officer)
    delen.hef_vlag_op(vlag, gezin("Veiligheidsvlag.waarom_opgeheven"), **door)
    delen.vraag_vlag_in_woorden(
        cast.gezin,
        gezin("Veiligheidsvlag.bedoeld_voor"),
        gezin("Veiligheidsvlag.bedoeld_over"),
        "zorgen",
        herzien,
        **door,
    )


def _andere_grond(gezin: Merkgezin) -> None:
    """A ground of another law, that is in force: of this one and no other."""
    gegevens = delen.Handgegevens(
        "overmacht",
        gezin.cast.collega_in_gezin,
        [GEBIED],
        [gezin.cast.moeder_in_gezin.pk],
        reden=gezin("Grondslag.reden"),
        kenmerk=gezin("Grondslag.kenmerk"),
        tot_en_met=gezin.vandaag + timedelta(days=7),
    )
    delen.leg_grondslag_vast(gezin.cast.gezin, gegevens, **gezin.door)


def _plan(gezin: Merkgezin) -> tuple[Doel, Afspraak]:
    cast = gezin.cast
    over = {"leefgebieden": [GEBIED], "over_wie": [cast.moeder_in_gezin.pk]}

    def doel(tekst: str, onder: Doel | None = None, **rest: Any) -> Doel:
        return plan.voeg_doel_toe(cast.gezin, plan.DoelGegevens(tekst, **rest), hoofddoel=onder, **gezin.door)

    def afspraak(onder: Doel, wat: str, *wie: Deelnemer, dagen: int = 300, **rest: Any) -> Afspraak:
        gegevens = plan.AfspraakGegevens(wat, [rij.pk for rij in wie], gezin.vandaag, Duur(dagen, Eenheid.DAG), **rest)
        return plan.voeg_afspraak_toe(onder, gegevens, **gezin.door)

    hoofd = doel(gezin("Doel.tekst"))
    voorwaarde = doel(
        "Zo is het goed",
        hoofd,
        gesteld_door=gezin("Doel.gesteld_door"),
        waarom=gezin("Doel.waarom"),
        gevolg=gezin("Doel.gevolg"),
    )
    eerste = afspraak(
        voorwaarde, gezin("Afspraak.wat"), cast.behandelaar_in_gezin, herhaling=gezin("Afspraak.herhaling")
    )
    # What it is about is said afterwards, of the goal alone: all that hangs under it follows, with every word at it.
    hoofd = plan.wijzig_doel(hoofd, plan.DoelGegevens(hoofd.tekst, **over), versie=hoofd.versie, **gezin.door)
    plan.wijzig_afstemming(
        cast.gezin, gezin("Gezinsplan.afstemming"), versie=plan.plan_van(cast.gezin).versie, **gezin.door
    )
    plan.activeer(plan.plan_van(cast.gezin), **gezin.door)
    plan.leg_ja_vast(eerste, [cast.behandelaar_in_gezin.pk], gezin("Aanvaarding.hoe_gezegd"), **gezin.door)
    plan.wijzig_termijn(eerste, Duur(299, Eenheid.DAG), gezin("TermijnWijziging.reden"), **gezin.door)
    niet = afspraak(voorwaarde, "Iets anders", cast.behandelaar_in_gezin)
    plan.zeg_kan_niet(niet, gezin("Aanvaarding.reden"), nu=gezin.nu, door=cast.behandelaar)
    gedaan = afspraak(voorwaarde, "Iets van oma", cast.oma)
    plan.vink_af(gedaan, gezin.vandaag, hoe_gehoord=gezin("Afspraak.hoe_gehoord"), nu=gezin.nu, door=cast.moeder)
    plan.reageer(hoofd, gezin("Reactie.tekst"), nu=gezin.nu, door=cast.moeder)
    gegevens = plan.AfstemmingGegevens(
        gezin.vandaag,
        [cast.behandelaar_in_gezin.pk],
        "anders",
        [GEBIED],
        [cast.moeder_in_gezin.pk],
        toelichting=gezin("AfstemmingZonderGezin.toelichting"),
    )
    plan.leg_afstemming_vast(cast.gezin, gegevens, **gezin.door)
    _navraag(gezin, afspraak(voorwaarde, "Morgen al", cast.behandelaar_in_gezin, dagen=1))
    _gesprek(gezin, afspraak(voorwaarde, "Iets van moeder", cast.moeder_in_gezin, dagen=1))
    nog_niet = plan.Terugblik(False, False, waarom=gezin("Evaluatie.waarom"), vervolg=gezin("Evaluatie.vervolg"))
    plan.evalueer(hoofd, nog_niet, **gezin.door)
    gevierd = doel("Dit is klaar", **over)
    plan.evalueer(gevierd, plan.Terugblik(True, True, viering=gezin("Doel.viering")), **gezin.door)
    plan.laat_vervallen(
        afspraak(voorwaarde, "Hoeft niet", cast.behandelaar_in_gezin),
        gezin("Afspraak.waarom_vervallen"),
        **gezin.door,
    )
    plan.stop_doel(doel("Hoeft ook niet", **over), gezin("Doel.waarom_gestopt"), **gezin.door)
    return hoofd, eerste


def _navraag(gezin: Merkgezin, afspraak: Afspraak) -> None:
    # Far ahead, so that it doesn't pass while the rest is made.
    LangsteTermijn.objects.update(aantal=52, eenheid=Eenheid.WEEK)
    gezin.later(3)
    gegeven = plan.Navraagantwoord(
        Antwoord.LATER,
        toelichting=gezin("Navraag.toelichting"),
        nieuwe_dag=gezin.vandaag + timedelta(days=300),
    )
    navraag = Navraag.objects.get(afspraak=afspraak, staat="open")
    plan.beantwoord_navraag(navraag, gegeven, nu=gezin.nu, door=gezin.cast.behandelaar)


def _gesprek(gezin: Merkgezin, afspraak: Afspraak) -> None:
    gezin.later(3)
    gegeven = plan.Navraagantwoord(Antwoord.LUKT_NIET, toelichting=gezin("Gesprek.aanleiding"))
    navraag = Navraag.objects.get(afspraak=afspraak, staat="open")
    plan.beantwoord_navraag(navraag, gegeven, nu=gezin.nu, door=gezin.cast.moeder)
    plan.leg_gesprek_vast(
        Gesprek.objects.get(afspraak=afspraak), gezin("Gesprek.uitkomst"), gezin.vandaag, nieuwe_dag=None, **gezin.door
    )


def _open_stap(stagnatie: Stagnatie) -> Stap:
    return stagnatie.stappen.select_related("modelstap", "vastleggen", "resultaat").get(staat="open")


def _ladder(gezin: Merkgezin, doel: Doel) -> None:
    cast, door = gezin.cast, gezin.door
    stagnatie = ladder.meld_stagnatie(
        cast.gezin,
        oorzaak=Oorzaak.WACHTLIJST,
        toelichting=gezin("Stagnatie.toelichting"),
        doel=doel,
        partij=cast.behandelaar_in_gezin,
        **door,
    )
    bericht = ladder.schrijf_bericht(
        stagnatie,
        afgesproken=gezin("Escalatiebericht.afgesproken"),
        ontbreekt=gezin("Escalatiebericht.ontbreekt"),
        gevraagd=gezin("Escalatiebericht.gevraagd"),
        **door,
    )
    ladder.lees_bericht_samen(
        bericht,
        met=[gezin.cast.moeder_in_gezin.pk],
        visie=gezin("Escalatiebericht.visie_gezin"),
        hoe=gezin("Escalatiebericht.hoe_gelezen"),
        versie=bericht.versie,
        **door,
    )
    stap = _open_stap(stagnatie)
    ladder.verleng(stap, stap.staptermijn.loopt_af_op + timedelta(days=1), reden=gezin("Gebeurtenis.tekst"), **door)
    actie = NieuweActie(
        gezin("Actie.wat"),
        gezin("Actie.gewenst_resultaat"),
        gezin.nu + timedelta(days=3),
        deelnemer=cast.behandelaar_in_gezin,
    )
    (gevraagd,) = ladder.leg_acties_vast(_open_stap(stagnatie), [actie], **door)
    ladder.zeg_kan_niet_tegen_actie(
        gevraagd, reden=gezin("Actieverzoek.reden"), hoe=gezin("Actieverzoek.hoe_gezegd"), **door
    )
    ladder.leg_acties_vast(_open_stap(stagnatie), [actie], **door)
    ladder.maak_bezwaar(_open_stap(stagnatie), tekst=gezin("Tussenvraag.tekst"), nu=gezin.nu, door=cast.behandelaar)
    vraag = ladder.stel_vraag(
        stagnatie, soort=SoortVraag.AANSPREKEN, tekst=gezin("Vraag.tekst"), aan=cast.behandelaar, **door
    )
    ladder.beantwoord_vraag(vraag, antwoord=gezin("Vraag.antwoord"), nu=gezin.nu, door=cast.behandelaar)
    oplossing = ladder.meld_opgelost(stagnatie, geleerd=gezin("Oplossing.geleerd"), **door)
    ladder.zeg_nee(oplossing, gezin_zegt=gezin("Oplossing.gezin_zegt"), hoe=gezin("Oplossing.hoe_gezegd"), **door)
    ladder.roep_eerder_hulp_in(_open_stap(stagnatie), toelichting=gezin("Stap.toelichting"), **door)
    ladder.buiten_macht(_open_stap(stagnatie), toelichting="te groot", nu=gezin.nu, door=cast.manager)
    besluit = ladder.besluit(
        _open_stap(stagnatie),
        niveau=Modelniveau.objects.filter(modelstap__model__actief=True).first(),
        tekst=gezin("Besluit.tekst"),
        grond=gezin("Besluit.grond"),
        instellingen=[cast.kliniek],
        nu=gezin.nu,
        door=cast.ambtenaar,
    )
    ladder.kan_niet(
        besluit.bevestigingen.get(), grond=gezin("Bevestiging.grond"), nu=gezin.nu, door=cast.manager_kliniek
    )
    ladder.koppel_terug(_open_stap(stagnatie), tekst=gezin("Terugkoppeling.tekst"), nu=gezin.nu, door=cast.behandelaar)


def _opgelost(gezin: Merkgezin, doel: Doel, afspraak: Afspraak) -> None:
    stagnatie = ladder.meld_stagnatie(
        gezin.cast.gezin, oorzaak=Oorzaak.WACHTLIJST, toelichting="nog iets", doel=doel, **gezin.door
    )
    oplossing = ladder.meld_opgelost(stagnatie, geleerd=gezin("Stagnatie.geleerd"), **gezin.door)
    ladder.zeg_ja(oplossing, nu=gezin.nu, door=gezin.cast.moeder)


@situatie
def merkgezin() -> Merkgezin:
    """Give the family with a word in every text, of which the mentor may read what mother shares with him."""
    return maak_merkgezin()
