"""The example of the handleiding as a plan: Sanne stays with her mother, with a condition, mutual afspraken and a running clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from gezinsplan import actions
from gezinsplan.actions import AfspraakGegevens, DoelGegevens
from gezinsplan.looptijd import dag_van
from gezinsplan.models import Afspraak, Doel, Gezinsplan, Navraag
from gezinsplan.signalen import afspraak_alsnog_gedaan, afspraken_gemist
from instanties.models import Leefgebied
from tests.cast import Cast
from tests.tikken import tik_tot_open
from woorden.duur import Duur, Eenheid


@dataclass
class Voorbeeld:
    """The cast with a goal, a condition under it, and whatever afspraken a test adds."""

    cast: Cast
    nu: datetime
    doel: Doel
    voorwaarde: Doel

    @property
    def plan(self) -> Gezinsplan:
        return Gezinsplan.objects.get(gezin=self.cast.gezin)

    def dag(self, aantal: int):
        """The day that is `aantal` days after today."""
        return dag_van(self.nu) + timedelta(days=aantal)

    def afspraak(self, wat: str, *wie, termijn=None, doel: Doel | None = None, **rest) -> Afspraak:
        """An afspraak of a week, unless said otherwise."""
        gegevens = AfspraakGegevens(
            wat=wat,
            uitvoerders=[mens.pk for mens in wie],
            start_op=rest.pop("start_op", dag_van(self.nu)),
            termijn=termijn or Duur(1, Eenheid.WEEK),
            **rest,
        )
        return actions.voeg_afspraak_toe(doel or self.voorwaarde, gegevens, nu=self.nu, door=self.cast.coordinator)

    def activeer(self) -> Gezinsplan:
        return actions.activeer(self.plan, nu=self.nu, door=self.cast.coordinator)

    def tik(self, dagen: float = 0) -> None:
        """Move on and let the clock tick."""
        self.nu = tik_tot_open(self.nu + timedelta(days=dagen))

    def navraag(self, afspraak: Afspraak) -> Navraag:
        return afspraak.navragen.latest("gesteld_op")


def vers(afspraak: Afspraak) -> Afspraak:
    """The afspraak as it is in the database now."""
    return Afspraak.objects.select_related("termijn", "doel__plan__gezin").get(pk=afspraak.pk)


def maak_voorbeeld(cast: Cast) -> Voorbeeld:
    """The plan in the making, also for a test with real commits."""
    wie = {"nu": cast.nu, "door": cast.coordinator}
    doel = actions.voeg_doel_toe(
        cast.gezin, DoelGegevens("Sanne blijft bij moeder wonen", over_wie=[cast.sanne.pk]), **wie
    )
    voorwaarde = actions.voeg_doel_toe(
        cast.gezin,
        DoelGegevens(
            "Sanne gaat elke dag naar school",
            leefgebieden=[Leefgebied.ONDERWIJS],
            over_wie=[cast.sanne.pk],
            gesteld_door="de kinderrechter",
            waarom="Sanne miste veel lessen",
            gevolg="Dan praten we opnieuw over waar Sanne woont",
        ),
        hoofddoel=doel,
        **wie,
    )
    return Voorbeeld(cast, cast.nu, doel, voorwaarde)


@pytest.fixture
def voorbeeld(cast) -> Voorbeeld:
    """Give the plan in the making."""
    return maak_voorbeeld(cast)


@pytest.fixture
def gehoord():
    """Give what the signals of the plan said, in order: lists of Gemist, and (afspraak, op_tijd)."""
    gemist: list = []
    alsnog: list = []

    def op_gemist(sender, gemist: list, **_rest) -> None:
        alles.gemist.extend(gemist)
        alles.keren += 1

    def op_alsnog(sender, afspraak, op_tijd, **_rest) -> None:
        alles.alsnog.append((afspraak.pk, op_tijd))

    alles = Gehoord(gemist, alsnog)
    verbind: list[tuple[object, Callable]] = [(afspraken_gemist, op_gemist), (afspraak_alsnog_gedaan, op_alsnog)]
    for signaal, functie in verbind:
        signaal.connect(functie)
    yield alles
    for signaal, functie in verbind:
        signaal.disconnect(functie)


@dataclass
class Gehoord:
    """What was sent."""

    gemist: list
    alsnog: list
    keren: int = 0
