"""The invented families: each story is told in days, and played by the real actions and the real clock."""

from datetime import datetime, timedelta
from typing import Any

from escalatie import actions as ladder
from escalatie.models import Actie, Actiestaat, Oorzaak, SoortVraag
from gezinnen.actions import (
    BetrokkeneGegevens,
    beeindig_gezag,
    leg_overlijden_vast,
    stop_deelname,
    voeg_betrokkene_toe,
    voeg_huishouden_toe,
)
from gezinnen.models import Leeswijze, Relatie
from gezinsplan import actions as plan
from gezinsplan.models import Afspraak, Doel
from instanties.actions import leg_vervanging_vast
from instanties.models import Leefgebied
from oefenomgeving.begonnen import meijer, visser
from oefenomgeving.bescherming import smeets
from oefenomgeving.bezetting import Bezetting
from oefenomgeving.verhaal import Verhaal
from termijnen.kalender import einde_van_dag
from toestemming.actions import kies_wat_te_zien
from woorden.tijdwoorden import AMSTERDAM

VRIJDAG = 4


def de_wit(bezetting: Bezetting, begin: datetime) -> Verhaal:
    """Everything runs: the example of the handleiding."""
    v = Verhaal(bezetting, begin, "De Wit", "bakker", "brug")

    def kennismaking(nu: datetime) -> None:
        v.maak(nu)
        elders = voeg_huishouden_toe(v.gezin, "Bij vader", "Elzenlaan 5, Plassendam", nu=nu, door=v.wie)
        v.lid("moeder", "Petra de Wit", Relatie.MOEDER, nu, account=True, telefoon="06-00000003")
        v.lid("vader", "Mark Jonker", Relatie.VADER, nu, account=True, huishouden=elders)
        v.lid("daan", "Daan de Wit", Relatie.KIND, nu, jaren=15, account=True)
        v.lid("sanne", "Sanne de Wit", Relatie.KIND, nu, jaren=9, leeswijze=Leeswijze.VOORLEZEN)
        v.gezag(["moeder", "vader"], ["sanne", "daan"], nu)
        v.mensen["oma"] = voeg_betrokkene_toe(
            v.gezin,
            BetrokkeneGegevens(
                naam="Riet de Wit",
                relatie_tot_gezin="oma",
                telefoon="06-00000004",
                bereikbaar=[3],
                navrager=v.mensen["moeder"],
            ),
            nu=nu,
            door=v.wie,
        )
        v.professional("okafor", "keerpunt", "behandelaar van moeder", nu)
        v.professional("willems", "wilgentak", "mentor van Sanne", nu)

    def plan_maken(nu: datetime) -> None:
        v.doel("thuis", "Sanne blijft bij moeder wonen", nu, over=["sanne", "daan"], gebieden=[Leefgebied.OPVOEDING])
        eis = {"gesteld_door": "Noor Bakker", "gevolg": "dan praten we samen over wat Sanne nu nodig heeft"}
        v.doel(
            "kliniek",
            "Mama krijgt hulp om niet te drinken",
            nu,
            over=["moeder"],
            gebieden=[Leefgebied.VERSLAVING],
            onder="thuis",
            waarom="dan is mama er voor Sanne",
            **eis,
        )
        v.doel(
            "school",
            "Sanne gaat elke dag naar school",
            nu,
            over=["sanne"],
            gebieden=[Leefgebied.ONDERWIJS],
            onder="thuis",
            waarom="op school gaat het goed met Sanne",
            **eis,
        )
        v.doel(
            "bezoek",
            "We houden samen in de gaten hoe het gaat",
            nu,
            over=["sanne", "daan"],
            gebieden=[Leefgebied.OPVOEDING],
            onder="thuis",
            waarom="dan hoeft niemand het alleen te doen",
            **eis,
        )
        v.afspraak(
            "kliniek",
            "kliniek",
            "naar de afspraak in de kliniek gaan",
            [v.mensen["moeder"], v.mensen["okafor"]],
            47,
            nu,
            "elke week",
        )
        v.afspraak("bellen", "kliniek", "de kliniek bellen voor een vaste dag", [v.mensen["moeder"]], 41, nu)
        v.afspraak(
            "brengen", "school", "Sanne op woensdag naar school brengen", [v.mensen["oma"]], 42, nu, "elke woensdag"
        )
        v.afspraak("melden", "school", "bellen als Sanne er niet is", [v.mensen["willems"]], 45, nu, "elke dag")
        v.afspraak("huisbezoek", "bezoek", "op huisbezoek komen", [v.ik()], 44, nu, "elke twee weken")
        v.afspraak(
            "wasmachine",
            "bezoek",
            "regelen dat de wasmachine wordt gemaakt",
            [v.ik()],
            35,
            nu,
            samen_over=[Leefgebied.WONEN],
        )
        v.afspraak(
            "vragen", "bezoek", "na schooltijd even vragen hoe het gaat", [v.mensen["willems"]], 46, nu, "elke week"
        )
        # The mentor couldn't come: about what isn't school, he is still to answer.
        v.activeer(nu, niet_aan_tafel=["willems"])

    def toestemming(nu: datetime) -> None:
        # Complete: mother decides alone about herself.
        v.vraag_toestemming(
            "Zo weten oma en de school wanneer mama hulp nodig heeft",
            [("oma", Leefgebied.OPVOEDING, "moeder"), ("willems", Leefgebied.OPVOEDING, "moeder")],
            ["moeder"],
            nu,
        )
        # About Sanne both parents sign, and her father hasn't answered yet.
        v.vraag_toestemming(
            "Zo kan de school Sanne helpen om elke dag te komen",
            [("willems", Leefgebied.ONDERWIJS, "sanne")],
            ["moeder"],
            nu,
        )
        # Nobody asked, and still she says it: the school needn't know of the clinic.
        v.zegt_nee("moeder", "wilgentak", Leefgebied.VERSLAVING, nu)

    def eigen_zaken(nu: datetime) -> None:
        # Mother lets Daan read that she has help; Sanne is too young for it, she thinks.
        moeder, daan = v.mensen["moeder"], v.mensen["daan"]
        if moeder.gebruiker is not None:
            kies_wat_te_zien(moeder, daan, [v.doelen["kliniek"].pk], nu=nu, door=moeder.gebruiker)

    v.op(20, kennismaking)
    v.op(22, plan_maken)
    v.op(24, toestemming)
    v.op(25, eigen_zaken)
    v.op(32, lambda nu: _vink_zelf(v, "wasmachine", nu))
    return v


def _vink_zelf(v: Verhaal, sleutel: str, nu: datetime) -> None:
    plan.vink_af(Afspraak.objects.get(pk=v.afspraken[sleutel].pk), nu.astimezone(AMSTERDAM).date(), nu=nu, door=v.wie)


def _gezin_met_school(
    bezetting: Bezetting,
    begin: datetime,
    naam: str,
    coordinator: str,
    instelling: str,
    *,
    ouder: str,
    kind: str,
    jaren: int,
    dag: int,
    tot: int,
    doel: str,
    wat: str,
    wie: tuple[str, str, str],
) -> Verhaal:
    """A family with one goal and one afspraak of a professional that may pass."""
    v = Verhaal(bezetting, begin, naam, coordinator, instelling)

    def begin_plan(nu: datetime) -> None:
        v.maak(nu)
        v.lid("ouder", ouder, Relatie.MOEDER, nu, account=True)
        v.lid("kind", kind, Relatie.KIND, nu, jaren=jaren)
        v.gezag(["ouder"], ["kind"], nu)
        v.professional(wie[0], wie[1], wie[2], nu)
        v.doel("doel", doel, nu, over=["kind"])
        v.afspraak("afspraak", "doel", wat, [v.mensen[wie[0]]], tot, nu)
        v.afspraak("thuis", "doel", "elke zondag samen de week doornemen", [v.mensen["ouder"]], 60, nu, "elke week")
        v.activeer(nu)

    v.op(dag, begin_plan)
    return v


def ait(bezetting: Bezetting, begin: datetime) -> Verhaal:
    """A term has just passed: the question is open."""
    return _gezin_met_school(
        bezetting,
        begin,
        "Ait",
        "vanrijn",
        "vlieger",
        ouder="Samira Ait",
        kind="Ilyas Ait",
        jaren=8,
        dag=15,
        tot=39,
        doel="Ilyas kan goed meekomen in de klas",
        wat="Ilyas laten testen op lezen",
        wie=("willems", "wilgentak", "mentor van Ilyas"),
    )


def veenstra(bezetting: Bezetting, begin: datetime) -> Verhaal:
    """Step 1: the coordinator is to record what will happen."""
    v = _gezin_met_school(
        bezetting,
        begin,
        "Veenstra",
        "bakker",
        "brug",
        ouder="Marjan Veenstra",
        kind="Bo Veenstra",
        jaren=13,
        dag=10,
        tot=32,
        doel="Bo heeft weer een plek op school",
        wat="een rooster op maat maken voor Bo",
        wie=("blom", "plassen", "zorg op school"),
    )

    def erbij(nu: datetime) -> None:
        v.lid("vader", "Ruben Stam", Relatie.VADER, nu, huishouden=None)
        v.gezag(["vader"], ["kind"], nu)
        opa = BetrokkeneGegevens(naam="Henk Veenstra", relatie_tot_gezin="opa")
        v.mensen["opa"] = voeg_betrokkene_toe(v.gezin, opa, nu=nu, door=v.wie)
        v.afspraak("fietsen", "doel", "elke woensdag met Bo fietsen", [v.mensen["opa"]], 70, nu, "elke week")

    v.op(11, erbij)
    v.op(19, lambda nu: _niet_meer(v, nu))
    return v


def _niet_meer(v: Verhaal, nu: datetime) -> None:
    """Grandfather has died and mother does what he did; the court ended father's gezag, and he takes part no more."""
    hoe: dict[str, Any] = {"nu": nu, "door": v.wie}
    leg_overlijden_vast(v.mensen["opa"], op=v.dag(17), overnemer=v.mensen["ouder"], **hoe)
    beeindig_gezag(v.mensen["kind"], v.mensen["vader"], op=v.dag(18), reden="besluit van de rechter", **hoe)
    stop_deelname(v.mensen["vader"], reden="wil niet meer meepraten", **hoe)


def el_amrani(bezetting: Bezetting, begin: datetime) -> Verhaal:
    """Step 2: the managers are on turn, with an escalatiebericht that the family has read."""
    v = _gezin_met_school(
        bezetting,
        begin,
        "El Amrani",
        "vanrijn",
        "vlieger",
        ouder="Nadia El Amrani",
        kind="Yara El Amrani",
        jaren=6,
        dag=5,
        tot=26,
        doel="We wonen in een huis zonder schimmel",
        wat="de schimmel in de slaapkamers weghalen",
        wie=("hof", "thuisbest", "woonconsulent"),
    )
    v.op(
        33,
        lambda nu: v.bericht(
            nu,
            "De woningstichting haalt de schimmel in de slaapkamers weg.",
            "De schimmel zit er nog. Yara hoest elke nacht.",
            "Zorg dat er binnen twee weken iemand komt die het weghaalt.",
            "ouder",
            "We hebben al vaak gebeld. We willen gewoon een gezond huis.",
        ),
    )
    v.op(39, lambda nu: _wat_wij_kunnen(v, "Wij lenen twee luchtreinigers uit tot de schimmel weg is.", nu))
    return v


def _wat_wij_kunnen(v: Verhaal, tekst: str, nu: datetime) -> None:
    """Who keeps the step of the managers says what the own instelling can do; of the others it isn't heard yet."""
    stap = v.stagnatie().stappen.get(staat="open")
    for vraag in stap.vragen.filter(soort=SoortVraag.BIJDRAGE, aan=stap.houder, beantwoord_op__isnull=True):
        ladder.beantwoord_vraag(vraag, antwoord=tekst, door=stap.houder, nu=nu)


def van_den_berg(bezetting: Bezetting, begin: datetime) -> Verhaal:
    """Step 3: nobody recorded anything, the gemeente decides. The coordinator is away, and a colleague stands in."""
    v = _gezin_met_school(
        bezetting,
        begin,
        "Van den Berg",
        "yilmaz",
        "brug",
        ouder="Claudia van den Berg",
        kind="Sem van den Berg",
        jaren=11,
        dag=2,
        tot=17,
        doel="Sem slaapt weer in zijn eigen bed",
        wat="een behandelplek voor Sem regelen",
        wie=("vanrijn", "vlieger", "behandelaar van Sem"),
    )
    v.op(
        24,
        lambda nu: v.bericht(
            nu,
            "De jeugdhulp regelt een behandelplek voor Sem.",
            "Er is nog geen plek. Er is een wachtlijst van vier maanden.",
            "Zoek een plek die wel op tijd kan beginnen.",
            "ouder",
            "Sem kan niet zo lang wachten.",
        ),
    )
    v.op(39, lambda nu: _is_er_even_niet(v, "bakker", nu))
    return v


def _is_er_even_niet(v: Verhaal, vervanger: str, nu: datetime) -> None:
    """The coordinator is away until the Friday after the region opens, and a colleague stands in."""
    vandaag, opent = v.dag(39), v.dag(40)
    vrijdag = opent + timedelta(days=(VRIJDAG - opent.weekday()) % 7 or 7)
    leg_vervanging_vast(
        v.wie, van=vandaag, tot_en_met=vrijdag, vervanger=v.bezetting.mensen[vervanger], nu=nu, vandaag=vandaag,
        door=v.wie,
    )  # fmt: skip


def kok(bezetting: Bezetting, begin: datetime) -> Verhaal:
    """It was stuck, it was solved together, and the goal was reached and celebrated."""
    v = _gezin_met_school(
        bezetting,
        begin,
        "Kok",
        "yilmaz",
        "brug",
        ouder="Joyce Kok",
        kind="Levi Kok",
        jaren=10,
        dag=1,
        tot=40,
        doel="Levi zwemt mee met zijn klas",
        wat="zwemles regelen op een vaste dag",
        wie=("willems", "wilgentak", "mentor van Levi"),
    )

    def loopt_vast(nu: datetime) -> None:
        ladder.meld_stagnatie(
            v.gezin,
            door=v.wie,
            nu=nu,
            oorzaak=Oorzaak.WACHTLIJST,
            toelichting="Het zwembad heeft een wachtlijst.",
            doel=v.doelen["doel"],
            partij=v.mensen["willems"],
            afspraken=[v.afspraken["afspraak"]],
        )

    def actie(wat: str, nu: datetime) -> Actie:
        nieuw = ladder.NieuweActie(
            wat=wat,
            gewenst_resultaat="Levi kan op dinsdag zwemmen",
            loopt_af_op=einde_van_dag(v.dag(20)),
            deelnemer=v.mensen["willems"],
        )
        (gemaakt,) = ladder.leg_acties_vast(v.stagnatie().stappen.get(staat="open"), [nieuw], door=v.wie, nu=nu)
        return gemaakt

    def acties(nu: datetime) -> None:
        """The mentor is asked, says that it can't be done, and says yes to something else."""
        mentor: dict[str, Any] = {"door": v.bezetting.mensen["willems"], "nu": nu}
        kan_niet = actie("elke dinsdag met Levi naar het zwembad fietsen", nu)
        ladder.zeg_kan_niet_tegen_actie(kan_niet, reden="Op dinsdag sta ik voor de klas.", **mentor)
        ladder.zeg_ja_tegen_actie(actie("bij het andere zwembad vragen", nu), **mentor)

    def uitgevoerd(nu: datetime) -> None:
        te_doen = v.stagnatie().stappen.get(staat="open").acties.get(staat=Actiestaat.LOOPT)
        ladder.meld_uitgevoerd(te_doen, door=v.bezetting.mensen["willems"], nu=nu, gebeurd_op=v.dag(14))
        v.vink("afspraak", "willems", nu)

    def opgelost(nu: datetime) -> None:
        if v.stagnatie().is_open:
            oplossing = ladder.meld_opgelost(
                v.stagnatie(), door=v.wie, nu=nu, geleerd="Vraag het meteen bij twee zwembaden."
            )
            ladder.zeg_ja(oplossing, door=v.account("ouder"), nu=nu, gezin_zegt="Levi heeft er zin in!")

    def gevierd(nu: datetime) -> None:
        plan.evalueer(
            Doel.objects.get(pk=v.doelen["doel"].pk),
            plan.Terugblik(volgens_afspraak=True, bereikt=True, viering="taart op het schoolplein"),
            nu=nu,
            door=v.wie,
        )

    v.op(8, loopt_vast)
    v.op(10, acties)
    v.op(14, uitgevoerd)
    v.op(16, opgelost)
    v.op(34, gevierd)
    return v


VERHALEN = [de_wit, ait, veenstra, el_amrani, van_den_berg, kok, visser, meijer, smeets]
