"""How terms are counted: across the change of the clock, over holidays, by the region's own choices."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import RuleError
from instanties.models import Regio, VrijeDag
from termijnen.kalender import (
    Feestdagregels,
    Kalender,
    einde_van_dag,
    huidige_kalender,
    loopt_tot,
    opent_op,
    verloopt_op,
)
from tests.form import examples
from woorden.duur import Duur, Eenheid
from woorden.tijdwoorden import AMSTERDAM

KALENDER = Kalender()
moments = st.datetimes(min_value=datetime(2024, 1, 1), max_value=datetime(2040, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)


def amsterdam(*delen):
    return datetime(*delen, tzinfo=AMSTERDAM)


def afloop(van, aantal, eenheid, kalender=KALENDER):
    return verloopt_op(van, Duur(aantal, eenheid), kalender).astimezone(AMSTERDAM)


@pytest.mark.eis("E7")
@pytest.mark.parametrize(
    ("van", "tot"),
    [
        # In March the clock skips an hour: 24 hours later it shows one more.
        (amsterdam(2027, 3, 27, 14, 0), amsterdam(2027, 3, 28, 15, 0)),
        # In October it has an hour twice: 24 hours later it shows one less.
        (amsterdam(2026, 10, 24, 14, 0), amsterdam(2026, 10, 25, 13, 0)),
        (amsterdam(2026, 11, 23, 14, 0), amsterdam(2026, 11, 24, 14, 0)),
    ],
)
def test_hours_are_exact(van, tot):
    uitkomst = afloop(van, 24, Eenheid.UUR)
    assert (uitkomst.replace(tzinfo=None), uitkomst.utcoffset()) == (tot.replace(tzinfo=None), tot.utcoffset())
    assert uitkomst.astimezone(UTC) - van.astimezone(UTC) == timedelta(hours=24)


@pytest.mark.eis("E7")
def test_hours_within_the_hour_that_comes_twice():
    van = amsterdam(2026, 10, 25, 1, 30)
    assert afloop(van, 1, Eenheid.UUR).strftime("%H:%M %z") == "02:30 +0200"
    assert afloop(van, 2, Eenheid.UUR).strftime("%H:%M %z") == "02:30 +0100"
    assert afloop(van, 3, Eenheid.UUR).strftime("%H:%M %z") == "03:30 +0100"


@pytest.mark.eis("E7")
@pytest.mark.parametrize(
    ("dag", "in_utc"),
    [
        (date(2027, 3, 27), "2027-03-27 22:59:59"),
        (date(2027, 3, 28), "2027-03-28 21:59:59"),
        (date(2026, 10, 24), "2026-10-24 21:59:59"),
        (date(2026, 10, 25), "2026-10-25 22:59:59"),
        (date(2026, 12, 31), "2026-12-31 22:59:59"),
    ],
)
def test_a_day_ends_at_midnight_in_the_netherlands(dag, in_utc):
    assert f"{einde_van_dag(dag):%Y-%m-%d %H:%M:%S}" == in_utc


@pytest.mark.eis("E7")
@pytest.mark.parametrize("van", [amsterdam(2027, 3, 25, 0, 30), amsterdam(2027, 3, 25, 23, 30)])
def test_days_and_weeks_run_to_the_end_of_the_day_whatever_the_hour(van):
    assert afloop(van, 3, Eenheid.DAG).replace(tzinfo=None) == datetime(2027, 3, 28, 23, 59, 59)
    assert afloop(van, 2, Eenheid.WEEK).replace(tzinfo=None) == datetime(2027, 4, 8, 23, 59, 59)


@pytest.mark.eis("E7")
def test_a_week_that_ends_on_a_holiday_is_not_lengthened_in_silence():
    assert afloop(amsterdam(2026, 12, 18, 10), 1, Eenheid.WEEK).date() == date(2026, 12, 25)


@pytest.mark.eis("E7")
@pytest.mark.parametrize(
    ("van", "aantal", "tot"),
    [
        (date(2026, 11, 23), 5, date(2026, 11, 30)),
        # Friday: the first werkdag is Monday.
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),
        # Christmas on Friday and Saturday.
        (date(2026, 12, 24), 1, date(2026, 12, 28)),
        (date(2026, 12, 23), 5, date(2026, 12, 31)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        # Good Friday and Easter Monday.
        (date(2027, 3, 25), 1, date(2027, 3, 30)),
        # Koningsdag on a Tuesday; in 2025 it fell on Sunday and was kept on Saturday.
        (date(2027, 4, 26), 1, date(2027, 4, 28)),
        (date(2025, 4, 25), 1, date(2025, 4, 28)),
        # 5 May and Ascension Day are next to each other in 2027.
        (date(2027, 5, 4), 1, date(2027, 5, 7)),
        # Whit Monday.
        (date(2027, 5, 14), 1, date(2027, 5, 18)),
    ],
)
def test_werkdagen_skip_weekends_and_holidays(van, aantal, tot):
    assert afloop(datetime.combine(van, time(16), AMSTERDAM), aantal, Eenheid.WERKDAG) == einde_van_dag(tot)


@pytest.mark.eis("E7")
@pytest.mark.parametrize(
    ("dag", "laatste"),
    [
        # A werkdag is its own; of a weekend and of Christmas it is the day before.
        (date(2026, 11, 27), date(2026, 11, 27)),
        (date(2026, 11, 28), date(2026, 11, 27)),
        (date(2026, 11, 29), date(2026, 11, 27)),
        (date(2026, 12, 27), date(2026, 12, 24)),
    ],
)
def test_the_last_werkdag_up_to_a_day(dag, laatste):
    assert KALENDER.laatste_werkdag_tot(dag) == laatste


@pytest.mark.eis("E7")
@pytest.mark.parametrize(
    ("jaar", "elk_jaar", "vrij"),
    [(2027, True, True), (2027, False, False), (2025, False, True), (2030, False, True)],
)
def test_the_fifth_of_may_is_the_regions_choice_except_once_in_five_years(jaar, elk_jaar, vrij):
    kalender = Kalender(lambda: Feestdagregels(bevrijdingsdag_vrij=elk_jaar))
    assert kalender.is_vrij(date(jaar, 5, 5)) is vrij


@pytest.mark.eis("E7")
def test_good_friday_is_the_regions_choice():
    assert Kalender().is_vrij(date(2027, 3, 26))
    assert Kalender(lambda: Feestdagregels(goede_vrijdag_vrij=False)).is_werkdag(date(2027, 3, 26))


@pytest.mark.eis("E7")
@pytest.mark.django_db
def test_the_regions_own_days_win():
    Regio.objects.filter(pk=1).update(bevrijdingsdag_vrij=False)
    VrijeDag.objects.filter(datum=date(2027, 5, 7)).update(vrij=False)
    VrijeDag.objects.create(datum=date(2027, 5, 14), naam="vrijdag voor Pinksteren")
    VrijeDag.objects.create(datum=date(2027, 4, 27), naam="Koningsdag werkt de regio door", vrij=False)
    kalender = huidige_kalender()
    assert kalender.is_werkdag(date(2027, 5, 5))
    assert kalender.is_werkdag(date(2027, 5, 7))
    assert not kalender.is_werkdag(date(2027, 5, 14))
    assert kalender.is_werkdag(date(2027, 4, 27))


@pytest.mark.django_db
def test_the_calendar_is_read_only_when_a_werkdag_is_counted(django_assert_num_queries):
    kalender = huidige_kalender()
    with django_assert_num_queries(0):
        verloopt_op(datetime(2026, 11, 23, tzinfo=UTC), Duur(2, Eenheid.WEEK), kalender)
    with django_assert_num_queries(1):
        for aantal in (5, 50, 200):
            verloopt_op(datetime(2026, 11, 23, tzinfo=UTC), Duur(aantal, Eenheid.WERKDAG), kalender)


def test_an_absurd_length_is_refused_in_words():
    with pytest.raises(RuleError, match="te lang"):
        verloopt_op(datetime(2026, 11, 23, tzinfo=UTC), Duur(10**9, Eenheid.WEEK), KALENDER)


@pytest.mark.eis("E7")
@pytest.mark.parametrize(
    ("nu", "week", "werkdagen"),
    [
        # A jump stands at the last second of Monday; a real tick comes after it, and in the morning the steps open.
        (amsterdam(2026, 11, 23, 23, 59, 59), 30, 25),
        (amsterdam(2026, 11, 24, 0, 0, 30), 30, 25),
        (amsterdam(2026, 11, 24, 7, 0, 30), 30, 25),
        # By day it is a new day, with all of what is left of it given.
        (amsterdam(2026, 11, 24, 7, 30), 1, 26),
        (amsterdam(2026, 11, 24, 12), 1, 26),
    ],
)
def test_until_the_day_begins_a_term_counts_from_the_end_of_the_day_before(nu, week, werkdagen):
    assert loopt_tot(nu, Duur(1, Eenheid.WEEK), KALENDER).astimezone(AMSTERDAM).day == week
    assert loopt_tot(nu, Duur(2, Eenheid.WERKDAG), KALENDER).astimezone(AMSTERDAM).day == werkdagen
    assert loopt_tot(nu, Duur(4, Eenheid.UUR), KALENDER) - nu == timedelta(hours=4)


@pytest.mark.parametrize(
    ("voorbij", "opent"),
    [
        (amsterdam(2026, 11, 23, 23, 59, 59), (24, 7)),
        (amsterdam(2026, 11, 24, 3), (24, 7)),
        # A Friday; the Saturday and the Sunday themselves.
        (amsterdam(2026, 11, 27, 23, 59, 59), (30, 7)),
        (amsterdam(2026, 11, 28, 3), (30, 7)),
        (amsterdam(2026, 11, 29, 23, 59, 59), (30, 7)),
        # By day, on a werkdag: at once.
        (amsterdam(2026, 11, 24, 7), (24, 7)),
        (amsterdam(2026, 11, 24, 15), (24, 15)),
        # Christmas Eve is a Thursday.
        (amsterdam(2026, 12, 24, 23, 59, 59), (28, 7)),
    ],
)
def test_what_can_wait_opens_as_the_day_begins_on_a_werkdag(voorbij, opent):
    moment = opent_op(voorbij, KALENDER).astimezone(AMSTERDAM)
    assert (moment.day, moment.hour) == opent and voorbij <= moment


@pytest.mark.parametrize(
    ("nu", "week", "werkdagen"),
    [
        # Passed on Friday: a week from then; werkdagen are the same from wherever in the weekend.
        (amsterdam(2026, 11, 30, 7, 0, 30), 4, 1),
        # The clock came later than the day began: that is given to who has the term.
        (amsterdam(2026, 11, 30, 15), 7, 2),
    ],
)
def test_what_waited_for_the_morning_counts_from_the_end_of_the_passed_day(nu, week, werkdagen):
    sinds = einde_van_dag(date(2026, 11, 27))
    assert loopt_tot(nu, Duur(1, Eenheid.WEEK), KALENDER, sinds).astimezone(AMSTERDAM).day == week
    assert loopt_tot(nu, Duur(2, Eenheid.WERKDAG), KALENDER, sinds).astimezone(AMSTERDAM).day == werkdagen
    assert loopt_tot(nu, Duur(4, Eenheid.UUR), KALENDER, sinds) - nu == timedelta(hours=4)
    # Shorter than the weekend: the day itself is left.
    assert loopt_tot(nu, Duur(1, Eenheid.DAG), KALENDER, sinds) >= einde_van_dag(date(2026, 11, 30))


@pytest.mark.eis("E7")
def test_the_region_says_when_its_day_begins():
    nu = amsterdam(2026, 11, 24, 7, 30)
    later = Kalender(lambda: Feestdagregels(dag_begint=time(8)))
    assert loopt_tot(nu, Duur(2, Eenheid.WERKDAG), later).astimezone(AMSTERDAM).day == 25


@pytest.mark.eis("E7")
@settings(max_examples=examples(80), deadline=None)
@given(van=moments, aantal=st.integers(1, 400))
def test_hours_never_depend_on_the_clock_on_the_wall(van, aantal):
    assert verloopt_op(van, Duur(aantal, Eenheid.UUR), KALENDER) - van == timedelta(hours=aantal)


@pytest.mark.eis("E7")
@settings(max_examples=examples(80), deadline=None)
@given(van=moments, aantal=st.integers(1, 400), eenheid=st.sampled_from([Eenheid.DAG, Eenheid.WEEK, Eenheid.WERKDAG]))
def test_longer_is_later_and_always_the_end_of_a_day(van, aantal, eenheid):
    einde, langer = afloop(van, aantal, eenheid), afloop(van, aantal + 1, eenheid)
    assert van < einde < langer
    assert einde.time() == time(23, 59, 59)


@pytest.mark.eis("E7")
@settings(max_examples=examples(80), deadline=None)
@given(van=moments, aantal=st.integers(1, 60))
def test_a_term_in_werkdagen_holds_exactly_that_many(van, aantal):
    begin, einde = van.astimezone(AMSTERDAM).date(), afloop(van, aantal, Eenheid.WERKDAG).date()
    dagen = [begin + timedelta(days=n) for n in range(1, (einde - begin).days + 1)]
    assert sum(KALENDER.is_werkdag(dag) for dag in dagen) == aantal
    assert KALENDER.is_werkdag(einde)
