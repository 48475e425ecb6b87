"""The clock writes in bulk: no more statements for many stagnaties than for a few (E9)."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from escalatie import actions
from escalatie.models import Stap
from gezinnen.actions import BetrokkeneGegevens, GezinslidGegevens, maak_gezin, voeg_betrokkene_toe, voeg_gezinslid_toe
from gezinnen.models import Relatie
from gezinsplan import actions as plan
from gezinsplan.signalen import GEEN_ANTWOORD, Gemist
from termijnen.actions import bewaak
from tests.cast import Cast, jarig, maak_cast
from tests.escalatie.conftest import NU
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.eis("E9")


def maak_gemiste(cast: Cast, aantal: int) -> list[Gemist]:
    """As many families, each with a missed afspraak of the school about its child."""
    gemist = []
    wie = {"nu": NU, "door": cast.coordinator}
    for nummer in range(aantal):
        gezin = maak_gezin(f"Nr {aantal}.{nummer}", cast.gemeente, cast.coordinator, cast.maatschappelijk_werk, **wie)
        kind = voeg_gezinslid_toe(
            gezin,
            GezinslidGegevens(
                naam="Kim",
                relatie=Relatie.KIND,
                huishouden=gezin.huishoudens.get(),
                geboortedatum=jarig(NU, 9),
                gemeente=cast.gemeente,
            ),
            **wie,
        )
        mentor = voeg_betrokkene_toe(
            gezin,
            BetrokkeneGegevens(naam="J. Willems", instelling=cast.school),
            gebruiker=cast.mentor,
            **wie,
        )
        doel = plan.voeg_doel_toe(gezin, plan.DoelGegevens("Elke dag naar school", over_wie=[kind.pk]), **wie)
        gegevens = plan.AfspraakGegevens("De school belt", [mentor.pk], NU.date(), Duur(52, Eenheid.WEEK))
        gemist.append(Gemist(plan.voeg_afspraak_toe(doel, gegevens, **wie), mentor, GEEN_ANTWOORD))
    return gemist


# What one turn of the clock asks whatever is due: which terms, the days that are no werkdag, the region.
VAN_EEN_BEURT = 8


def tel(doe) -> int:
    with CaptureQueriesContext(connection) as vragen:
        doe()
    return len(vragen)


@pytest.mark.django_db
@pytest.mark.heavy("many families, for the number of questions")
def test_opening_and_escalating_cost_no_more_queries_for_more_families():
    cast = maak_cast(NU)
    kosten = []
    for aantal in (1, 2, 8):
        lijst = maak_gemiste(cast, aantal)
        begin = transaction.savepoint()
        gang = [tel(lambda lijst=lijst: actions.open_stagnaties(lijst, nu=NU))]
        for keer in range(1, 4):
            gang.append(tel(lambda keer=keer: bewaak(NU + timedelta(days=8 * keer))))
            assert Stap.objects.filter(volgnummer=keer + 1).count() == aantal
        kosten.append(gang)
        transaction.savepoint_rollback(begin)
    # The first round also fills caches. What is due in one family at the same moment goes in no fixed order, so that the
    # clock may need two turns for the managers' step and the answer that is owed: twice as many statements, and what a turn
    # asks by itself; never more.
    (open_weinig, stap_2_weinig, stap_3_weinig, niveau_weinig), (open_veel, stap_2_veel, stap_3_veel, niveau_veel) = (
        kosten[1:]
    )
    assert (open_veel, stap_2_veel, niveau_veel) == (open_weinig, stap_2_weinig, niveau_weinig)
    assert stap_3_veel <= 2 * stap_3_weinig + VAN_EEN_BEURT
