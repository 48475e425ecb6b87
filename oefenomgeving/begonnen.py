"""The invented families whose plan has just begun."""

from datetime import datetime

from gezinnen.actions import BetrokkeneGegevens, voeg_betrokkene_toe
from gezinnen.models import Relatie
from instanties.models import Leefgebied
from oefenomgeving.bezetting import Bezetting
from oefenomgeving.verhaal import Verhaal


def visser(bezetting: Bezetting, begin: datetime) -> Verhaal:
    """At the kitchen table: the plan is being made."""
    v = Verhaal(bezetting, begin, "Visser", "bakker", "brug")

    def begin_plan(nu: datetime) -> None:
        v.maak(nu)
        v.lid("ouder", "Angela Visser", Relatie.MOEDER, nu, account=True)
        v.lid("kind", "Mees Visser", Relatie.KIND, nu, jaren=4)
        v.doel("doel", "We hebben weer rust aan tafel", nu, over=["kind"])

    v.op(39, begin_plan)
    return v


def meijer(bezetting: Bezetting, begin: datetime) -> Verhaal:
    """A mentor without an account is asked: he can answer himself, by a one-time link."""
    v = Verhaal(bezetting, begin, "Meijer", "bakker", "brug")

    def begin_plan(nu: datetime) -> None:
        v.maak(nu)
        v.lid("ouder", "Esther Meijer", Relatie.MOEDER, nu, account=True)
        v.lid("kind", "Finn Meijer", Relatie.KIND, nu, jaren=12)
        v.gezag(["ouder"], ["kind"], nu)
        v.mensen["zaal"] = voeg_betrokkene_toe(
            v.gezin,
            BetrokkeneGegevens(
                naam="Bram Zaal",
                instelling=bezetting.instellingen["plassen"],
                relatie_tot_gezin="mentor van Finn",
                telefoon="06-00000170",
                email="bram.zaal@voorbeeld.example",
                bereikbaar=[1, 2, 4],
            ),
            nu=nu,
            door=v.wie,
        )
        v.doel("doel", "Finn begint goed op zijn nieuwe school", nu, over=["kind"], gebieden=[Leefgebied.ONDERWIJS])
        v.afspraak("afspraak", "doel", "een vaste plek zoeken voor huiswerk op school", [v.mensen["zaal"]], 39, nu)
        v.afspraak("thuis", "doel", "samen de eerste schoolweek voorbereiden", [v.mensen["ouder"]], 60, nu)
        v.activeer(nu)

    v.op(16, begin_plan)
    return v
