"""What can wait opens as the region's day begins, on a werkdag; hours and safety at once, and what a person does too (S2)."""

from datetime import datetime, time, timedelta

import pytest

from bewaking.controles import PER_NAAM
from core.errors import RuleError
from escalatie import actions
from escalatie.models import Oorzaak, Stagnatie, Stapreden
from gezinsplan import actions as plan
from instanties.actions import leg_regio_vast
from termijnen.actions import bewaak
from termijnen.kalender import einde_van_dag
from termijnen.models import Termijn, Termijnstaat
from tests.escalatie.conftest import NU
from woorden.duur import Duur, Eenheid
from woorden.tijdwoorden import AMSTERDAM

pytestmark = [pytest.mark.eis("E4", "E9"), pytest.mark.heavy("walks a course")]


def op(dag: int, uur: int = 0, minuut: int = 0, seconde: int = 30) -> datetime:
    """A moment in November in the Netherlands; the beat ticks at half past the minute."""
    return datetime(2026, 11, dag, uur, minuut, seconde, tzinfo=AMSTERDAM)


def tik(vast, *momenten: datetime) -> None:
    for moment in momenten:
        vast.nu = moment
        assert bewaak(moment).mislukt == 0
        assert PER_NAAM["termijn_wacht_ten_onrechte"].zoek(moment) == []


def open_stagnaties() -> int:
    return Stagnatie.objects.open().count()


def tot_vrijdag(vast) -> None:
    """Step 1, of which the keeper has made the term end on Friday the 13th."""
    tik(vast, op(10), op(12, 7))
    stap = vast.stap
    actions.verkort(stap, einde_van_dag(op(13).date()), door=stap.houder, nu=vast.nu, reden="Dit moet sneller")


def test_a_navraag_without_answer_gets_stuck_in_the_morning_and_the_step_counts_from_the_passed_day(vast):
    tik(vast, op(10), op(12), op(12, 6, 59))
    assert open_stagnaties() == 0
    navraag = Termijn.objects.lopend().get(soort="navraag")
    assert navraag.is_voorbij and navraag.loopt_af_op == einde_van_dag(op(11).date())

    tik(vast, op(12, 7))
    stap = vast.stap
    assert (stap.geopend_op, stap.vastleggen.loopt_af_op) == (vast.nu, einde_van_dag(op(18).date()))
    navraag.refresh_from_db()
    assert navraag.staat == Termijnstaat.NIET_GEHAALD


def test_a_step_that_passed_on_friday_opens_the_next_on_monday(vast):
    tot_vrijdag(vast)
    eerste = vast.stap
    tik(vast, op(14), op(15), op(15, 12), op(16), op(16, 6, 59))
    assert vast.stap == eerste and vast.stap.vastleggen.is_voorbij

    tik(vast, op(16, 7))
    assert vast.stap.modelstap.nummer == 2 and vast.stap.reden == Stapreden.NIET_VASTGELEGD
    assert vast.stap.vastleggen.loopt_af_op == einde_van_dag(op(20).date()), "a week from the end of Friday"
    eerste.refresh_from_db()
    assert eerste.vastleggen.staat == Termijnstaat.NIET_GEHAALD


def test_a_machine_that_was_off_at_seven_does_it_at_its_first_tick_and_gives_the_day(vast):
    tot_vrijdag(vast)
    tik(vast, op(14), op(17, 15))
    assert vast.stap.modelstap.nummer == 2
    assert vast.stap.vastleggen.loopt_af_op == einde_van_dag(op(24).date())


def test_the_region_says_when_its_day_begins(vast):
    leg_regio_vast(door=vast.cast.beheerder, nu=vast.nu, dag_begint_om=time(8))
    tik(vast, op(10), op(12), op(12, 7), op(12, 7, 59))
    assert open_stagnaties() == 0
    tik(vast, op(12, 8))
    assert open_stagnaties() == 1


@pytest.mark.eis("E7")
def test_what_has_passed_is_never_edited_back_meanwhile(vast):
    tot_vrijdag(vast)
    tik(vast, op(14))
    vast.nu = op(14, 11)
    stap = vast.stap
    wie = {"door": stap.houder, "nu": vast.nu}
    for daad in (
        lambda: actions.leg_acties_vast(stap, [vast.actie()], **wie),
        lambda: actions.verleng(stap, vast.in_dagen(3), reden="Nog even", **wie),
        lambda: actions.meld_opgelost(stap.stagnatie, **wie),
        lambda: actions.roep_eerder_hulp_in(stap, toelichting="Nu", **wie),
        lambda: actions.buiten_macht(stap, toelichting="Nu", **wie),
    ):
        with pytest.raises(RuleError, match=r"voorbij[.] Het gaat verder op maandag 16 november om 07:00"):
            daad()
    tik(vast, op(16, 7))
    assert vast.stap.modelstap.nummer == 2


def test_what_somebody_does_opens_at_once_in_the_weekend_too(vast):
    tot_vrijdag(vast)
    tik(vast, op(14))
    vast.nu = op(14, 11)
    actions.koppel_terug(vast.stap, tekst="De school belde nog", door=vast.stap.houder, nu=vast.nu)
    eerste = vast.stap
    actions.meld_stagnatie(
        vast.cast.gezin, door=vast.cast.coordinator, nu=vast.nu, oorzaak=Oorzaak.CRISIS, toelichting="Sanne is weg",
        doel=vast.doel, partij=vast.cast.mentor_in_gezin,
    )  # fmt: skip
    eerste.refresh_from_db()
    assert not eerste.is_open and eerste.vastleggen.staat == Termijnstaat.NIET_GEHAALD
    assert (vast.stap.reden, vast.stap.geopend_op, vast.stap.vastleggen.in_uren) == (Stapreden.CRISIS, vast.nu, True)
    # And so it goes on by the hour, also on a Sunday morning.
    tik(vast, op(15, 11, 1))
    assert vast.stap.modelstap.nummer == 2


def test_hours_and_safety_open_at_once_in_the_night(vast):
    vast.doen_afspraak(
        "Moeder drinkt niet waar Sanne bij is", vast.cast.moeder_in_gezin, termijn=Duur(5, Eenheid.DAG),
        is_veiligheidsafspraak=True,
    )  # fmt: skip
    tik(vast, op(8))
    assert vast.nu.weekday() == 6
    assert vast.stagnatie.gaat_voor and vast.stap.geopend_op == vast.nu


@pytest.mark.eis("E4")
def test_an_action_is_asked_after_in_the_morning_and_goes_up_the_next(vast):
    tik(vast, op(10), op(12, 7))
    vast.leg_vast(vast.actie((einde_van_dag(op(20).date()) - vast.nu) / timedelta(days=1)))
    actie = vast.stap.acties.get()
    tik(vast, op(21), op(22, 12))
    actie.refresh_from_db()
    assert actie.staat == "loopt"
    with pytest.raises(RuleError, match="voorbij"):
        actions.verleng_actie(actie, vast.in_dagen(3), door=vast.stap.houder, nu=vast.nu, reden="Nog even")
    tik(vast, op(23, 7))
    actie.refresh_from_db()
    assert actie.staat == "gevraagd"
    tik(vast, op(24), op(24, 6, 59))
    assert vast.stap.modelstap.nummer == 1
    tik(vast, op(24, 7))
    assert vast.stap.modelstap.nummer == 2
    assert vast.stap.vastleggen.loopt_af_op == einde_van_dag(op(30).date())


@pytest.mark.eis("E14")
def test_waiting_for_a_no_gives_nothing_back_of_what_had_passed(vast):
    vast.naar_stap_2()
    stap = vast.stap
    vrijdag = einde_van_dag(vast.nu.date() + timedelta(days=(4 - vast.nu.weekday()) % 7))
    actions.verkort(stap, vrijdag, door=stap.houder, nu=vast.nu, reden="Dit moet sneller")
    tik(vast, vrijdag + timedelta(seconds=31))
    vast.nu = vrijdag + timedelta(hours=12)
    mentor = vast.cast.mentor
    plan.vink_af(vast.afspraak, NU.date() + timedelta(days=1), nu=vast.nu, door=mentor)
    vraag = stap.stagnatie.tussenvragen.get()
    actions.bevestig_gedaan(vraag, False, door=vast.cast.coordinator, nu=vast.nu + timedelta(hours=1))
    termijn = vast.stap.staptermijn
    assert termijn.loopt_af_op == vrijdag
    maandag = vrijdag + timedelta(days=2, hours=7, minutes=1)
    tik(vast, maandag)
    assert vast.stap.modelstap.nummer == 3


@pytest.mark.eis("E9")
def test_the_self_check_finds_what_waits_and_may_not(vast):
    tot_vrijdag(vast)
    tik(vast, op(14))
    nu, termijn = op(14, 1), Termijn.objects.filter(pk=vast.stap.vastleggen_id)
    wacht = PER_NAAM["termijn_wacht_ten_onrechte"]
    assert wacht.zoek(nu) == []
    termijn.update(aan_de_beurt_op=op(17, 7))
    assert wacht.zoek(nu) == [str(vast.stap.vastleggen_id)], "a day longer than it may"
    termijn.update(aan_de_beurt_op=op(16, 7), soort="vraag")
    assert wacht.zoek(nu) == [str(vast.stap.vastleggen_id)], "of a kind that opens no step"
    termijn.update(soort="stap_vastleggen")
    Stagnatie.objects.update(klasse=1)
    assert wacht.zoek(nu) == [str(vast.stap.vastleggen_id)], "a crisis"


def test_a_tick_in_the_weekend_does_not_open_what_waits_for_monday(vast):
    """Of two actions one was done and of the other it was said that it can't: the step's term passed on Friday."""
    tik(vast, op(10), op(12, 7))
    vrijdag = einde_van_dag(op(13).date())
    nieuw = [actions.NieuweActie(wat, "Gedaan", vrijdag, vast.cast.mentor_in_gezin) for wat in ("Bellen", "Langsgaan")]
    een, ander = vast.leg_vast(*nieuw)
    vast.nu += timedelta(hours=1)
    actions.zeg_kan_niet_tegen_actie(ander, reden="Dat lukt niet", door=vast.cast.mentor, nu=vast.nu)
    tik(vast, op(14))
    eerste = vast.stap
    assert eerste.resultaat.is_voorbij
    vast.nu = op(14, 11)
    actions.meld_uitgevoerd(een, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=op(13).date())
    assert vast.stap == eerste
    tik(vast, op(16, 7))
    assert vast.stap.modelstap.nummer == 2
