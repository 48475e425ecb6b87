"""Who can be reached today, and else when again (R2, I5)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import memo
from instanties.models import VrijeDag
from termijnen.bereik import bereik, vrije_dag
from termijnen.kalender import Kalender

MAANDAG = date(2026, 11, 23)
is_vrij = Kalender().is_vrij


def woorden(weekdagen, dag, **rest):
    return str(bereik(weekdagen, dag, is_vrij, **rest))


@pytest.mark.eis("R2")
@pytest.mark.parametrize(
    ("weekdagen", "verwacht"),
    [
        ([1, 2, 4], "vandaag te bereiken"),
        ([2, 4], "morgen weer te bereiken"),
        ([3], "weer op woensdag 25 november"),
        # A week has every weekday once.
        ([7], "weer op zondag 29 november"),
    ],
)
def test_by_the_days_of_the_week(weekdagen, verwacht):
    assert woorden(weekdagen, MAANDAG) == verwacht


@pytest.mark.eis("R2")
def test_on_saturday_it_is_monday_and_who_works_on_saturday_is_there():
    zaterdag = date(2026, 11, 28)
    assert woorden([1, 2], zaterdag) == "weer op maandag 30 november"
    assert woorden([6], zaterdag) == "vandaag te bereiken"


@pytest.mark.eis("R2", "E7")
def test_a_holiday_is_nobodys_day():
    """Christmas is on a Friday, second Christmas day on a Saturday."""
    assert woorden([5, 6, 1], date(2026, 12, 25)) == "weer op maandag 28 december"
    assert woorden([5], date(2026, 12, 24)) == "weer op vrijdag 8 januari 2027"


@pytest.mark.eis("I6")
def test_who_is_away_is_there_on_the_first_own_day_after_it():
    assert woorden([1, 4], MAANDAG, afwezig_tot_en_met=date(2026, 11, 26)) == "weer op maandag 30 november"
    assert woorden([1], MAANDAG, afwezig_tot_en_met=MAANDAG - timedelta(days=1)) == "vandaag te bereiken"


@pytest.mark.eis("I5")
def test_of_whom_nothing_is_known_nothing_is_said():
    assert bereik([], MAANDAG, is_vrij) is None
    assert bereik([1], MAANDAG, lambda _dag: True) is None


@pytest.mark.eis("E7")
@pytest.mark.django_db
def test_the_regions_own_free_days_count_and_are_read_once():
    VrijeDag.objects.create(datum=MAANDAG, naam="Brugdag", vrij=True)
    with memo.while_asking(), CaptureQueriesContext(connection) as vragen:
        assert str(bereik([1, 2], MAANDAG, vrije_dag)) == "morgen weer te bereiken"
        assert str(bereik([2], MAANDAG, vrije_dag)) == "morgen weer te bereiken"
    assert len(vragen) == 1
