"""A crisis or a matter of safety is never refused because something else was reported: it raises what is open (E1)."""

from datetime import timedelta

import pytest

from berichten.models import Bericht
from core.errors import RuleError
from escalatie import actions
from escalatie.models import Escalatiemodel, Klasse, Modelstap, Oorzaak, Stagnatie, Stap, Stapreden, Stapstaat
from escalatie.panelen import open_rijen
from gezinsplan import actions as plan
from gezinsplan.signalen import GEEN_ANTWOORD, VEILIGHEID, Gemist
from instanties.models import Verzoekstaat
from termijnen.models import Termijnstaat
from tests.escalatie.conftest import verteld
from tests.escalatie.ladder import eis_waterdicht
from toestemming.zicht import blik

pytestmark = [pytest.mark.django_db, pytest.mark.eis("E1", "E9")]


def meld(vast, oorzaak=Oorzaak.CRISIS, toelichting="Moeder is opgenomen", door=None, **rest) -> Stagnatie:
    wie = {"door": door or vast.cast.moeder, "nu": vast.nu}
    return actions.meld_stagnatie(vast.cast.gezin, oorzaak=oorzaak, toelichting=toelichting, **wie, **rest)


def test_a_crisis_raises_what_is_open_about_the_same_and_everybody_hears_it(vast):
    eerste = meld(vast, Oorzaak.WACHTLIJST, "We wachten al drie maanden", doel=vast.doel)
    was = vast.stap
    assert meld(vast, door=vast.cast.collega, doel=vast.doel) == eerste
    stap = vast.stap
    assert (stap.modelstap, stap.houder, stap.volgnummer) == (was.modelstap, was.houder, 2)
    assert (stap.reden, stap.toelichting) == (Stapreden.CRISIS, "Moeder is opgenomen")
    assert (vast.stagnatie.klasse, vast.stagnatie.oorzaak) == (Klasse.CRISIS, Oorzaak.WACHTLIJST)
    assert stap.staptermijn.loopt_af_op == vast.nu + timedelta(hours=24) and stap.staptermijn.in_uren
    was.refresh_from_db()
    assert (was.staat, was.vastleggen.staat) == (Stapstaat.DOORGEZET, Termijnstaat.VERVALLEN)
    assert {"Petra de Wit", "Mark Jonker"} <= verteld(eerste, "stagnatie_voorrang")
    eis_waterdicht()


def test_the_same_crisis_is_reported_once(vast):
    meld(vast, doel=vast.doel)
    with pytest.raises(RuleError, match="al gemeld"):
        meld(vast, doel=vast.doel)
    with pytest.raises(RuleError, match="al gemeld"):
        meld(vast, Oorzaak.WACHTLIJST, doel=vast.doel)
    assert Stagnatie.objects.get().klasse == Klasse.CRISIS


@pytest.mark.eis("E10")
def test_a_second_crisis_the_same_evening_is_heard_at_once_and_gives_no_more_time(vast):
    stagnatie = meld(vast, doel=vast.doel)
    was, tot = vast.stap, vast.stap.staptermijn.loopt_af_op
    vast.nu += timedelta(hours=3)
    assert meld(vast, toelichting="Vader staat voor de deur", door=vast.cast.collega, doel=vast.doel) == stagnatie
    stap = vast.stap
    assert (stap.houder, stap.modelstap, stap.reden) == (was.houder, was.modelstap, Stapreden.CRISIS)
    assert stap.toelichting == "Vader staat voor de deur" and stap.staptermijn.loopt_af_op == tot
    # The keeper, and who comes on turn after her.
    nieuw = Bericht.objects.filter(object_id=stagnatie.pk, gemaakt_op=vast.nu, spoed=True)
    assert nieuw.filter(soort="stagnatie_aan_zet", ontvanger=stap.houder).exists()
    assert nieuw.filter(soort="stagnatie_dringend").exists()
    # Of what was raised before a third is heard as well, and what was said already isn't said twice.
    meld(vast, toelichting="De oudste is weg", doel=vast.doel)
    assert vast.stap.toelichting == "De oudste is weg" and vast.stap.staptermijn.loopt_af_op == tot
    for bekend in ("Moeder is opgenomen", "Vader staat voor de deur"):
        with pytest.raises(RuleError, match="al gemeld"):
            meld(vast, toelichting=bekend, doel=vast.doel)
    eis_waterdicht()


def test_a_missed_safety_afspraak_raises_the_course_that_it_joins_where_it_stands(vast):
    stap = vast.naar_stap_2()
    veilig = vast.doen_afspraak("Tante is erbij", vast.cast.mentor_in_gezin, is_veiligheidsafspraak=True)
    assert actions.open_stagnaties([Gemist(veilig, vast.cast.mentor_in_gezin, VEILIGHEID)], nu=vast.nu) == []
    nieuw = vast.stap
    assert (nieuw.modelstap, nieuw.houder, nieuw.reden) == (stap.modelstap, stap.houder, Stapreden.VEILIGHEID)
    assert vast.stagnatie.klasse == Klasse.VEILIGHEID and veilig in vast.stagnatie.afspraken.all()
    eis_waterdicht()
    # What is ordinary joins, and changes nothing more.
    actions.open_stagnaties([Gemist(vast.afspraak, vast.cast.mentor_in_gezin, GEEN_ANTWOORD)], nu=vast.nu)
    assert vast.stap == nieuw


def test_what_goes_first_never_gives_more_time(vast):
    meld(vast, Oorzaak.WACHTLIJST, doel=vast.doel)
    actions.verkort(vast.stap, vast.nu + timedelta(hours=5), door=vast.cast.coordinator, nu=vast.nu, reden="Vandaag")
    meld(vast, doel=vast.doel)
    assert vast.stap.staptermijn.loopt_af_op == vast.nu + timedelta(hours=5)


@pytest.mark.parametrize("hoe", ["crisis", "veiligheid"])
def test_between_the_end_of_a_term_and_the_tick_it_is_not_refused(vast, hoe):
    meld(vast, Oorzaak.WACHTLIJST, doel=vast.doel, partij=vast.cast.mentor_in_gezin)
    vast.nu = vast.stap.staptermijn.loopt_af_op + timedelta(minutes=3)
    if hoe == "crisis":
        meld(vast, doel=vast.doel, partij=vast.cast.mentor_in_gezin)
    else:
        veilig = vast.doen_afspraak("Elke dag bellen", vast.cast.mentor_in_gezin, doel=vast.doel)
        actions.open_stagnaties([Gemist(veilig, vast.cast.mentor_in_gezin, VEILIGHEID)], nu=vast.nu)
    stap = vast.stap
    assert stap.reden == hoe and stap.staptermijn.loopt_af_op == vast.nu + timedelta(hours=24)
    vast.tik()
    assert vast.stap == stap
    eis_waterdicht()


@pytest.mark.eis("E14")
def test_a_crisis_does_not_go_with_the_afspraak_that_turned_out_to_be_done(vast):
    stagnatie = vast.loopt_vast()
    meld(vast, doel=stagnatie.doel, partij=stagnatie.partij)
    assert vast.stagnatie.klasse == Klasse.CRISIS
    plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.mentor)
    assert vast.stagnatie.is_open and not vast.stagnatie.afspraken.exists()
    eis_waterdicht()


def test_a_question_whether_it_is_solved_lapses(vast):
    stagnatie = meld(vast, Oorzaak.WACHTLIJST, doel=vast.doel)
    oplossing = actions.meld_opgelost(stagnatie, door=vast.cast.coordinator, nu=vast.nu)
    meld(vast, doel=vast.doel)
    oplossing.refresh_from_db()
    assert (oplossing.staat, oplossing.termijn.staat) == (Verzoekstaat.VERVALLEN, Termijnstaat.VERVALLEN)
    vast.tik(dagen=2)
    assert vast.stap.modelstap.nummer == 2  # nobody recorded anything in a day


@pytest.mark.eis("E8")
def test_how_long_is_the_regions(vast):
    Modelstap.objects.filter(model=Escalatiemodel.objects.get(actief=True)).update(spoed_aantal=None, spoed_eenheid="")
    meld(vast)
    stap = vast.stap
    assert stap.staptermijn.duur == stap.modelstap.vastleggen()


@pytest.mark.eis("E10")
def test_on_the_plan_it_stands_on_top(vast):
    crisis = meld(vast)
    vast.nu += timedelta(minutes=1)
    eerst = meld(vast, Oorzaak.WACHTLIJST, doel=vast.doel)
    actions.verkort(vast.stap, vast.nu + timedelta(hours=5), door=vast.cast.coordinator, nu=vast.nu, reden="Vandaag")
    rijen = open_rijen(blik(vast.cast.coordinator, vast.cast.gezin))
    assert [rij.zicht.stagnatie for rij in rijen] == [crisis, eerst]


class TestOfTheWholePlan:
    """A crisis that is about no goal in particular goes for all that is open in the family."""

    def test_it_raises_what_is_open_about_a_goal_and_all_of_them_hear_it(self, vast):
        over_doel = meld(vast, Oorzaak.WACHTLIJST, "We wachten al drie maanden", doel=vast.doel)
        was = vast.stap
        vast.nu += timedelta(hours=1)
        crisis = meld(vast, toelichting="Moeder is opgenomen")
        assert crisis != over_doel and crisis.klasse == Klasse.CRISIS
        over_doel.refresh_from_db()
        stap = Stap.objects.get(stagnatie=over_doel, staat=Stapstaat.OPEN)
        assert (over_doel.klasse, stap.reden, stap.houder) == (Klasse.CRISIS, Stapreden.CRISIS, was.houder)
        assert stap.staptermijn.loopt_af_op == vast.nu + timedelta(hours=24)
        # What was said is with the crisis itself: who reads about the goal isn't always who may read that.
        assert stap.toelichting == ""
        assert {"S. Yilmaz", "Mark Jonker"} <= verteld(over_doel, "stagnatie_voorrang")
        eis_waterdicht()

    def test_of_one_party_it_raises_that_partys(self, vast):
        mentor, vader = vast.cast.mentor_in_gezin, vast.cast.vader_in_gezin
        van_mentor = meld(vast, Oorzaak.WACHTLIJST, doel=vast.doel, partij=mentor)
        van_vader = meld(vast, Oorzaak.WACHTLIJST, doel=vast.doel, partij=vader)
        meld(vast, partij=mentor)
        klassen = {rij.pk: rij.klasse for rij in Stagnatie.objects.all()}
        assert (klassen[van_mentor.pk], klassen[van_vader.pk]) == (Klasse.CRISIS, Klasse.GEWOON)

    def test_said_again_it_raises_what_came_since_and_else_is_known(self, vast):
        crisis = meld(vast)
        with pytest.raises(RuleError, match="al gemeld"):
            meld(vast)
        later = meld(vast, Oorzaak.WACHTLIJST, doel=vast.doel)
        assert meld(vast, door=vast.cast.collega) == crisis
        later.refresh_from_db()
        assert later.klasse == Klasse.CRISIS
        with pytest.raises(RuleError, match="al gemeld"):
            meld(vast)

    def test_what_weighs_more_already_stays_as_it_is(self, vast):
        vast.naar_stap_2()
        veilig = vast.doen_afspraak("Tante is erbij", vast.cast.mentor_in_gezin, is_veiligheidsafspraak=True)
        actions.open_stagnaties([Gemist(veilig, vast.cast.mentor_in_gezin, VEILIGHEID)], nu=vast.nu)
        stap = vast.stap
        meld(vast)
        stap.refresh_from_db()
        assert stap.is_open and stap.stagnatie.klasse == Klasse.VEILIGHEID
