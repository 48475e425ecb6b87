"""Ticking off, late or in time, by whom; and taking a wrong tick back."""

from datetime import timedelta

import pytest

from core.errors import NotAllowed, RuleError
from gezinsplan import actions
from gezinsplan.models import Afspraakstaat
from termijnen.models import Termijnstaat
from tests.gezinsplan.conftest import vers

pytestmark = pytest.mark.django_db


@pytest.fixture
def moeders(voorbeeld):
    """Give a running afspraak of mother."""
    afspraak = voorbeeld.afspraak("Moeder belt de kliniek", voorbeeld.cast.moeder_in_gezin)
    voorbeeld.activeer()
    return vers(afspraak)


@pytest.mark.eis("G14")
def test_a_mother_ticks_off_her_own(voorbeeld, moeders):
    actions.vink_af(moeders, voorbeeld.dag(0), nu=voorbeeld.nu, door=voorbeeld.cast.moeder)
    afspraak = vers(moeders)
    assert (afspraak.staat, afspraak.termijn.staat) == (Afspraakstaat.GEDAAN, Termijnstaat.GEHAALD)
    assert (afspraak.vastgelegd_door, afspraak.hoe_gehoord) == (voorbeeld.cast.moeder, "")


@pytest.mark.eis("E9")
def test_ticking_twice_is_once(voorbeeld, moeders):
    for _keer in range(2):
        actions.vink_af(moeders, voorbeeld.dag(0), nu=voorbeeld.nu, door=voorbeeld.cast.moeder)
    with pytest.raises(RuleError, match="op een andere dag"):
        voorbeeld.nu += timedelta(days=1)
        actions.vink_af(moeders, voorbeeld.dag(0), nu=voorbeeld.nu, door=voorbeeld.cast.moeder)


@pytest.mark.eis("G14", "T3")
@pytest.mark.parametrize("wie", ["vader", "broer", "mentor", "buitenstaander"])
def test_nobody_ticks_off_somebody_elses(voorbeeld, moeders, wie):
    with pytest.raises(NotAllowed):
        actions.vink_af(moeders, voorbeeld.dag(0), nu=voorbeeld.nu, door=getattr(voorbeeld.cast, wie))


@pytest.mark.eis("E14")
@pytest.mark.parametrize("dagen", [1, -1])
def test_the_day_lies_between_the_start_and_today(voorbeeld, moeders, dagen):
    with pytest.raises(RuleError) as fout:
        actions.vink_af(moeders, voorbeeld.dag(dagen), nu=voorbeeld.nu, door=voorbeeld.cast.moeder)
    assert fout.value.field == "gebeurd_op"


@pytest.mark.eis("G17")
def test_for_grandmother_it_is_said_how_it_is_known(voorbeeld):
    cast = voorbeeld.cast
    afspraak = voorbeeld.afspraak("Oma brengt Sanne", cast.oma)
    voorbeeld.activeer()
    for wie in (cast.moeder, cast.coordinator):
        with pytest.raises(RuleError) as fout:
            actions.vink_af(afspraak, voorbeeld.dag(0), nu=voorbeeld.nu, door=wie)
        assert fout.value.field == "hoe_gehoord"
    actions.vink_af(afspraak, voorbeeld.dag(0), nu=voorbeeld.nu, door=cast.moeder, hoe_gehoord="Oma belde dinsdag")
    assert vers(afspraak).hoe_gehoord == "Oma belde dinsdag"
    assert vers(afspraak).vastgelegd_door == cast.moeder


@pytest.mark.eis("G5")
def test_a_plan_in_the_making_has_nothing_to_tick_off(voorbeeld):
    afspraak = voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    with pytest.raises(RuleError, match="loopt nog niet"):
        actions.vink_af(afspraak, voorbeeld.dag(0), nu=voorbeeld.nu, door=voorbeeld.cast.mentor)


@pytest.fixture
def gemist(voorbeeld):
    """Give an afspraak of the school that was counted as missed."""
    afspraak = voorbeeld.afspraak("School belt", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.activeer()
    voorbeeld.tik(8)
    voorbeeld.tik(6)
    return vers(afspraak)


@pytest.mark.eis("E14")
def test_done_in_time_but_recorded_late_counts_as_kept_and_is_heard_above(voorbeeld, gemist, gehoord):
    laatste = voorbeeld.dag(-7)
    actions.vink_af(gemist, laatste, nu=voorbeeld.nu, door=voorbeeld.cast.mentor)
    afspraak = vers(gemist)
    assert (afspraak.staat, afspraak.termijn.staat) == (Afspraakstaat.GEDAAN, Termijnstaat.GEHAALD)
    assert (afspraak.gebeurd_op, afspraak.vastgelegd_op) == (laatste, voorbeeld.nu)
    assert gehoord.alsnog == [(gemist.pk, True)]


@pytest.mark.eis("E14")
def test_done_too_late_is_heard_as_such(voorbeeld, gemist, gehoord):
    actions.vink_af(gemist, voorbeeld.dag(-1), nu=voorbeeld.nu, door=voorbeeld.cast.mentor)
    assert vers(gemist).termijn.staat == Termijnstaat.NIET_GEHAALD
    assert gehoord.alsnog == [(gemist.pk, False)]


@pytest.mark.eis("E14")
def test_a_wrong_tick_is_taken_back_with_a_reason_that_stays(voorbeeld, moeders):
    cast = voorbeeld.cast
    actions.vink_af(moeders, voorbeeld.dag(0), nu=voorbeeld.nu, door=cast.moeder)
    with pytest.raises(RuleError) as fout:
        actions.neem_vink_terug(moeders, " ", nu=voorbeeld.nu, door=cast.moeder)
    assert fout.value.field == "reden"
    actions.neem_vink_terug(moeders, "Ik dacht aan een ander", nu=voorbeeld.nu, door=cast.moeder)
    afspraak = vers(moeders)
    assert (afspraak.staat, afspraak.gebeurd_op) == (Afspraakstaat.LOOPT, None)
    assert afspraak.termijn.loopt
    assert "Ik dacht aan een ander" in moeders.reacties.get().tekst


@pytest.mark.eis("E14", "E12")
def test_taken_back_after_the_term_it_is_asked_again(voorbeeld, moeders):
    cast = voorbeeld.cast
    actions.vink_af(moeders, voorbeeld.dag(0), nu=voorbeeld.nu, door=cast.moeder)
    voorbeeld.tik(10)
    actions.neem_vink_terug(moeders, "Het was een andere dag", nu=voorbeeld.nu, door=cast.coordinator)
    afspraak = vers(moeders)
    assert (afspraak.staat, afspraak.termijn.staat) == (Afspraakstaat.GEVRAAGD, Termijnstaat.NIET_GEHAALD)
    assert afspraak.navragen.get().termijn.loopt


@pytest.mark.eis("E14")
def test_not_everybody_takes_a_tick_back(voorbeeld, moeders):
    actions.vink_af(moeders, voorbeeld.dag(0), nu=voorbeeld.nu, door=voorbeeld.cast.moeder)
    with pytest.raises(NotAllowed):
        actions.neem_vink_terug(moeders, "nee", nu=voorbeeld.nu, door=voorbeeld.cast.vader)
