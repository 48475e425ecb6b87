"""When the daily mail goes: on a day that its receiver works, at the time of choice (R2)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from instanties.models import Gebruiker, Mailwijze, Regio, VrijeDag
from termijnen.bundelmoment import momenten
from woorden.tijdwoorden import AMSTERDAM

pytestmark = [pytest.mark.eis("R2"), pytest.mark.django_db]

ZONDAG = date(2026, 11, 22)


def op(dag, uur, minuut=0):
    """That day and hour in the Netherlands."""
    return datetime(dag.year, dag.month, dag.day, uur, minuut, tzinfo=AMSTERDAM)


def moment(nu, werkdagen=(), *, pro=True, **velden):
    """When the mail of such a person goes, as people read it."""
    iemand = Gebruiker(is_professional=pro, werkdagen=list(werkdagen), **velden)
    [wanneer] = momenten([iemand], nu).values()
    return f"{wanneer.astimezone(AMSTERDAM):%d-%m %H:%M}"


def vrij(dag):
    VrijeDag.objects.create(datum=dag, naam="Vrij", vrij=True)


class TestOpWelkeDag:
    def test_the_next_werkdag_at_the_time_of_the_region(self):
        maandag = ZONDAG + timedelta(days=1)
        assert moment(op(ZONDAG, 20)) == "23-11 07:30"
        assert moment(op(maandag, 7, 29)) == "23-11 07:30"
        assert moment(op(maandag, 7, 30)) == "24-11 07:30"
        Regio.objects.update(bundel_om=time(16, 0))
        assert moment(op(maandag, 7, 30)) == "23-11 16:00"

    def test_no_mail_on_a_weekend(self):
        assert moment(op(date(2026, 11, 27), 9)) == "30-11 07:30"

    @pytest.mark.eis("E7")
    def test_no_mail_on_a_holiday_or_a_free_day_of_the_region(self):
        assert moment(op(date(2026, 12, 24), 9)) == "28-12 07:30"
        vrij(date(2026, 12, 28))
        assert moment(op(date(2026, 12, 24), 9)) == "29-12 07:30"

    def test_only_on_the_days_that_this_person_works(self):
        assert moment(op(date(2026, 11, 23), 9), [1, 4]) == "26-11 07:30"
        assert moment(op(date(2026, 11, 26), 9), [1, 4]) == "30-11 07:30"

    def test_whose_own_days_are_never_werkdagen_is_still_told(self):
        assert moment(op(date(2026, 11, 26), 9), [6, 7]) == "27-11 07:30"

    def test_a_region_that_is_closed_for_long_is_told_once_more_on_any_day(self):
        for aantal in range(60):
            vrij(ZONDAG + timedelta(days=aantal))
        assert moment(op(ZONDAG, 9), [1]) == "23-11 07:30"


class TestOpWelkeTijd:
    def test_the_own_time_wins(self):
        assert moment(op(date(2026, 11, 23), 9), mail_om=time(12, 30)) == "23-11 12:30"

    @pytest.mark.eis("E7")
    @pytest.mark.parametrize("dag", [date(2026, 10, 26), date(2026, 3, 30)], ids=["winter", "summer"])
    def test_the_clock_on_the_wall_counts_when_the_hour_changes(self, dag):
        """The clocks went back or forward the night before: half past seven stays half past seven."""
        vrijdag = dag - timedelta(days=3)
        assert moment(op(vrijdag, 9)) == f"{dag:%d-%m} 07:30"

    def test_the_moment_is_utc(self):
        [wanneer] = momenten([Gebruiker(is_professional=True)], op(ZONDAG, 9)).values()
        assert wanneer == datetime(2026, 11, 23, 6, 30, tzinfo=UTC)


class TestWieKiest:
    def test_a_family_is_told_at_once_but_not_in_the_night(self):
        assert moment(op(ZONDAG, 15), pro=False) == "22-11 15:00"
        assert moment(op(ZONDAG, 0, 1), pro=False) == "22-11 07:00"
        assert moment(op(ZONDAG, 22), pro=False) == "23-11 07:00"

    def test_a_family_that_chooses_one_mail_a_day_gets_it_every_day(self):
        assert (
            moment(op(date(2026, 12, 24), 9), pro=False, mail_wijze=Mailwijze.BUNDEL, mail_om=time(18)) == "24-12 18:00"
        )
        assert (
            moment(op(date(2026, 12, 24), 19), pro=False, mail_wijze=Mailwijze.BUNDEL, mail_om=time(18))
            == "25-12 18:00"
        )

    def test_a_professional_may_choose_at_once(self):
        assert moment(op(ZONDAG, 15), mail_wijze=Mailwijze.METEEN) == "22-11 15:00"


def test_a_thousand_receivers_take_two_queries():
    mensen = [Gebruiker(is_professional=True, werkdagen=[1 + nummer % 5]) for nummer in range(1000)]
    with CaptureQueriesContext(connection) as vragen:
        assert len(momenten(mensen, op(ZONDAG, 9))) == 1000
    # The region for the time, the region again and its days for the calendar.
    assert len(vragen) <= 3
