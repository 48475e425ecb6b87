"""Time in human words, with the exact moment beside it (schermen 3)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from woorden.tijdwoorden import (
    AMSTERDAM,
    dag_in_woorden,
    dag_kort,
    dag_voluit,
    groep,
    laatste_dag,
    moment_kort,
    termijnwoorden,
)

pytestmark = pytest.mark.eis("E7", "X3")


def hier(jaar: int, maand: int, dag: int, uur: int = 0, minuut: int = 0) -> datetime:
    return datetime(jaar, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


def einde(jaar: int, maand: int, dag: int) -> datetime:
    """The end of a day as the calendar stores it: its last microsecond."""
    return datetime(jaar, maand, dag, 23, 59, 59, 999999, tzinfo=AMSTERDAM)


DINSDAG = hier(2026, 12, 1, 10, 0)


@pytest.mark.parametrize(
    ("loopt_af_op", "rest", "uiterlijk"),
    [
        (einde(2026, 12, 1), "nog vandaag", "uiterlijk dinsdag 1 december"),
        (einde(2026, 12, 2), "nog 1 dag", "uiterlijk woensdag 2 december"),
        (einde(2026, 12, 4), "nog 3 dagen", "uiterlijk vrijdag 4 december"),
        (einde(2026, 12, 14), "nog 13 dagen", "uiterlijk maandag 14 december"),
        (einde(2026, 12, 15), "nog 2 weken", "uiterlijk dinsdag 15 december"),
        (einde(2026, 12, 17), "nog ruim 2 weken", "uiterlijk donderdag 17 december"),
        (einde(2027, 1, 5), "nog 5 weken", "uiterlijk dinsdag 5 januari 2027"),
        (einde(2027, 3, 1), "nog 3 maanden", "uiterlijk maandag 1 maart 2027"),
        (einde(2027, 3, 20), "nog ruim 3 maanden", "uiterlijk zaterdag 20 maart 2027"),
        (einde(2026, 11, 30), "1 dag te laat", "liep af op maandag 30 november"),
        (einde(2026, 11, 29), "2 dagen te laat", "liep af op zondag 29 november"),
        (einde(2026, 11, 10), "3 weken te laat", "liep af op dinsdag 10 november"),
    ],
)
def test_days_in_words(loopt_af_op: datetime, rest: str, uiterlijk: str) -> None:
    woorden = termijnwoorden(loopt_af_op, DINSDAG)
    assert (woorden.rest, woorden.uiterlijk) == (rest, uiterlijk)
    assert woorden.laat is ("te laat" in rest)


@pytest.mark.parametrize("loopt_af_op", [einde(2026, 12, 4), hier(2026, 12, 5, 0, 0)])
def test_a_term_in_days_never_names_a_time_of_day(loopt_af_op: datetime) -> None:
    """Midnight and the last microsecond are the same day to a person: Friday, and never '23:59' or '0:00'."""
    woorden = termijnwoorden(loopt_af_op, DINSDAG)
    assert woorden.uiterlijk == "uiterlijk vrijdag 4 december"
    assert woorden.kort == "vr 4 dec"
    assert ":" not in woorden.rest + woorden.uiterlijk + woorden.kort


def test_midnight_is_the_end_of_the_day_before_also_for_whether_it_is_late() -> None:
    grens = hier(2026, 12, 5, 0, 0)
    ervoor, erna = termijnwoorden(grens, grens - timedelta(seconds=1)), termijnwoorden(grens, grens)
    assert (ervoor.rest, ervoor.laat) == ("nog vandaag", False)
    assert (erna.rest, erna.laat) == ("1 dag te laat", True)


def test_the_day_is_that_of_the_netherlands_not_of_utc() -> None:
    """23:30 UTC on Thursday is already Friday in Amsterdam."""
    nu = datetime(2026, 12, 3, 23, 30, tzinfo=UTC)
    assert termijnwoorden(einde(2026, 12, 4), nu).rest == "nog vandaag"
    assert termijnwoorden(einde(2026, 12, 4).astimezone(UTC), nu).uiterlijk == "uiterlijk vrijdag 4 december"


@pytest.mark.parametrize(
    ("over", "rest"),
    [
        (timedelta(seconds=30), "nog geen minuut"),
        (timedelta(minutes=1), "nog 1 minuut"),
        (timedelta(minutes=59), "nog 59 minuten"),
        (timedelta(hours=1), "nog 1 uur"),
        (timedelta(hours=5, minutes=40), "nog 5 uur"),
        (timedelta(hours=24), "nog 24 uur"),
        (timedelta(hours=72), "nog 3 dagen"),
        (timedelta(0), "nu te laat"),
        (timedelta(minutes=-20), "20 minuten te laat"),
        (timedelta(hours=-3), "3 uur te laat"),
    ],
)
def test_hours_in_words(over: timedelta, rest: str) -> None:
    assert termijnwoorden(DINSDAG + over, DINSDAG, in_uren=True).rest == rest


def test_a_term_in_hours_names_the_hour_and_midnight_by_its_name() -> None:
    assert termijnwoorden(hier(2026, 12, 2, 14, 5), DINSDAG, in_uren=True).uiterlijk == (
        "uiterlijk woensdag 2 december 14:05 uur"
    )
    assert termijnwoorden(hier(2026, 12, 3, 0, 0), DINSDAG, in_uren=True).uiterlijk == (
        "uiterlijk woensdag 2 december middernacht"
    )


def test_hours_count_the_hours_that_passed_when_the_clock_changes() -> None:
    """In the night of 25 October 2026 an hour comes twice, in that of 29 March one is missing."""
    assert termijnwoorden(hier(2026, 10, 25, 8, 0), hier(2026, 10, 24, 20, 0), in_uren=True).rest == "nog 13 uur"
    assert termijnwoorden(hier(2026, 3, 29, 8, 0), hier(2026, 3, 28, 20, 0), in_uren=True).rest == "nog 11 uur"


def test_days_stay_days_when_the_clock_changes() -> None:
    assert termijnwoorden(einde(2026, 10, 26), hier(2026, 10, 24, 23, 30)).rest == "nog 2 dagen"
    assert termijnwoorden(hier(2026, 3, 30, 0, 0), hier(2026, 3, 28, 0, 30)).rest == "nog 1 dag"
    assert laatste_dag(hier(2026, 10, 26, 0, 0)) == date(2026, 10, 25)
    assert laatste_dag(hier(2026, 3, 29, 0, 0)) == date(2026, 3, 28)


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        termijnwoorden(datetime(2026, 12, 4, 12, 0), DINSDAG)
    with pytest.raises(ValueError, match="time zone"):
        termijnwoorden(einde(2026, 12, 4), datetime(2026, 12, 1, 12, 0))


def test_days_with_and_without_the_year() -> None:
    vandaag = date(2026, 12, 1)
    assert dag_voluit(date(2026, 12, 4), vandaag) == "vrijdag 4 december"
    assert dag_voluit(date(2027, 3, 1), vandaag) == "maandag 1 maart 2027"
    assert dag_kort(date(2026, 12, 4), vandaag) == "vr 4 dec"
    assert dag_kort(date(2027, 3, 1), vandaag) == "ma 1 mrt 2027"
    assert [dag_in_woorden(date(2026, 12, dag), vandaag) for dag in (1, 2, 3)] == [
        "vandaag",
        "morgen",
        "donderdag 3 december",
    ]
    assert dag_in_woorden(date(2026, 11, 30), vandaag) == "gisteren"


def test_a_moment_in_short() -> None:
    assert moment_kort(hier(2026, 12, 1, 9, 5), DINSDAG) == "vandaag om 09:05"
    assert moment_kort(hier(2026, 11, 30, 23, 59), DINSDAG) == "gisteren om 23:59"
    assert moment_kort(hier(2026, 11, 3, 14, 2), DINSDAG) == "di 3 nov om 14:02"


@pytest.mark.eis("R2")
@pytest.mark.parametrize(
    ("loopt_af_op", "verwacht"),
    [
        (DINSDAG, "te_laat"),
        (DINSDAG + timedelta(minutes=1), "vandaag"),
        (hier(2026, 12, 2, 0, 0), "vandaag"),
        (einde(2026, 12, 2), "deze_week"),
        (einde(2026, 12, 7), "deze_week"),
        (einde(2026, 12, 8), "later"),
    ],
)
def test_under_which_heading_a_term_stands(loopt_af_op: datetime, verwacht: str) -> None:
    assert groep(loopt_af_op, DINSDAG) == verwacht
