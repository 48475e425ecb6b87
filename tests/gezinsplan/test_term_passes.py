"""What happens when the term of an afspraak passes: the question first, then the ladder or a talk."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from berichten.models import Bericht
from core.errors import NotAllowed, RuleError
from gezinsplan import actions
from gezinsplan.actions import Navraagantwoord
from gezinsplan.looptijd import dag_van
from gezinsplan.models import Afspraakstaat, Antwoord, Gesprek, Gespreksstaat, Navraagstaat
from termijnen.models import Gevraagd, Termijn, Termijnstaat
from tests.gezinsplan.conftest import vers
from tests.inloggen import client_van
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(voorbeeld):
    """Give the school's afspraak, its term just passed and asked about."""
    afspraak = voorbeeld.afspraak("School belt bij verzuim", voorbeeld.cast.mentor_in_gezin)
    voorbeeld.activeer()
    voorbeeld.tik(8)
    return vers(afspraak)


def gevraagden(termijn: Termijn) -> set:
    return {rij.gebruiker for rij in Gevraagd.objects.filter(termijn=termijn).select_related("gebruiker")}


@pytest.mark.eis("E12")
def test_doer_and_coordinator_are_asked_before_anything_else(voorbeeld, school, gehoord):
    cast, navraag = voorbeeld.cast, voorbeeld.navraag(school)
    assert school.staat == Afspraakstaat.GEVRAAGD
    assert gevraagden(navraag.termijn) == {cast.mentor, cast.coordinator}
    assert gehoord.gemist == []
    wie = set(Bericht.objects.filter(soort="navraag_gevraagd").values_list("ontvanger", flat=True))
    assert wie == {cast.mentor.pk, cast.coordinator.pk}


@pytest.mark.eis("E12", "E7")
def test_the_question_waits_two_working_days(voorbeeld, school):
    navraag = voorbeeld.navraag(school)
    assert navraag.termijn.duur == Duur(2, Eenheid.WERKDAG)


@pytest.mark.eis("E9")
def test_a_second_tick_asks_nothing_twice(voorbeeld, school):
    voorbeeld.tik()
    assert school.navragen.count() == 1


@pytest.mark.eis("E12")
def test_silence_leads_to_the_ladder_with_the_school_as_missing_party(voorbeeld, school, gehoord):
    voorbeeld.tik(6)
    assert vers(school).staat == Afspraakstaat.NIET_GEDAAN
    assert voorbeeld.navraag(school).staat == Navraagstaat.VERLOPEN
    assert [(g.afspraak, g.partij, g.reden) for g in gehoord.gemist] == [
        (school, voorbeeld.cast.mentor_in_gezin, "geen_antwoord")
    ]


@pytest.mark.eis("E12", "E14")
def test_done_on_a_day_within_the_term_counts_as_kept(voorbeeld, school):
    navraag = actions.beantwoord_navraag(
        voorbeeld.navraag(school),
        Navraagantwoord(Antwoord.GEDAAN, gebeurd_op=voorbeeld.dag(-3)),
        nu=voorbeeld.nu,
        door=voorbeeld.cast.mentor,
    )
    afspraak = vers(school)
    assert (navraag.staat, afspraak.staat) == (Navraagstaat.BEANTWOORD, Afspraakstaat.GEDAAN)
    assert afspraak.termijn.staat == Termijnstaat.GEHAALD
    assert (afspraak.gebeurd_op, afspraak.vastgelegd_op) == (voorbeeld.dag(-3), voorbeeld.nu)
    assert voorbeeld.navraag(school).termijn.staat == Termijnstaat.GEHAALD


@pytest.mark.eis("E14")
def test_done_after_the_term_stays_late(voorbeeld, school):
    actions.vink_af(school, voorbeeld.dag(0), nu=voorbeeld.nu, door=voorbeeld.cast.mentor)
    assert vers(school).termijn.staat == Termijnstaat.NIET_GEHAALD
    assert vers(school).staat == Afspraakstaat.GEDAAN


def later(voorbeeld, school, door, dagen=5, nu=None):
    return actions.beantwoord_navraag(
        voorbeeld.navraag(school),
        Navraagantwoord(Antwoord.LATER, "De mentor was ziek", nieuwe_dag=voorbeeld.dag(dagen)),
        nu=voorbeeld.nu,
        door=door,
    )


@pytest.mark.eis("E12")
def test_later_waits_for_the_coordinators_yes_and_then_runs_again(voorbeeld, school):
    cast = voorbeeld.cast
    navraag = later(voorbeeld, school, cast.mentor)
    assert navraag.staat == Navraagstaat.WACHT_OP_AKKOORD
    assert vers(school).staat == Afspraakstaat.GEVRAAGD
    assert gevraagden(navraag.termijn) == {cast.coordinator}
    actions.geef_akkoord(navraag, nu=voorbeeld.nu, door=cast.coordinator)
    afspraak = vers(school)
    assert (afspraak.staat, afspraak.verzet_aantal) == (Afspraakstaat.LOOPT, 1)
    assert dag_van(afspraak.termijn.loopt_af_op) == voorbeeld.dag(5)
    assert afspraak.termijn.loopt
    assert Bericht.objects.filter(soort="termijn_gewijzigd", ontvanger=cast.mentor).exists()


@pytest.mark.eis("E12")
def test_only_the_coordinator_says_yes(voorbeeld, school):
    navraag = later(voorbeeld, school, voorbeeld.cast.mentor)
    with pytest.raises(NotAllowed):
        actions.geef_akkoord(navraag, nu=voorbeeld.nu, door=voorbeeld.cast.mentor)


@pytest.mark.eis("E12")
def test_later_can_be_had_twice(voorbeeld, school):
    for _keer in range(2):
        later(voorbeeld, school, voorbeeld.cast.coordinator)
        voorbeeld.tik(7)
    assert vers(school).verzet_aantal == 2
    with pytest.raises(RuleError, match="al twee keer verzet"):
        later(voorbeeld, school, voorbeeld.cast.mentor)


@pytest.mark.eis("E12")
def test_no_yes_in_time_counts_as_missed(voorbeeld, school, gehoord):
    later(voorbeeld, school, voorbeeld.cast.mentor, dagen=20)
    voorbeeld.tik(7)
    assert vers(school).staat == Afspraakstaat.NIET_GEDAAN
    [gemist] = gehoord.gemist
    assert "gaf op tijd geen akkoord" in gemist.toelichting
    assert gemist.partij == voorbeeld.cast.coordinator_in_gezin  # asked in time: her share (S4)


@pytest.mark.eis("E12")
def test_the_coordinator_has_a_full_term_for_her_yes(voorbeeld, school):
    voor = voorbeeld.navraag(school).termijn.loopt_af_op
    voorbeeld.nu = voor - timedelta(minutes=5)
    assert later(voorbeeld, school, voorbeeld.cast.mentor).termijn.loopt_af_op > voor + timedelta(days=1)


@pytest.mark.eis("E12")
def test_a_refused_later_day_goes_on_to_the_ladder(voorbeeld, school, gehoord):
    navraag = later(voorbeeld, school, voorbeeld.cast.mentor)
    actions.weiger_akkoord(navraag, "Sanne kan niet wachten", nu=voorbeeld.nu, door=voorbeeld.cast.coordinator)
    assert [(g.partij, g.reden) for g in gehoord.gemist] == [(voorbeeld.cast.mentor_in_gezin, "lukt_niet")]


@pytest.mark.eis("E12")
@pytest.mark.parametrize(
    ("antwoord", "veld"),
    [
        (Navraagantwoord(Antwoord.GEDAAN), "gebeurd_op"),
        (Navraagantwoord(Antwoord.LATER, "ziek"), "nieuwe_dag"),
        (Navraagantwoord(Antwoord.LATER), "toelichting"),
        (Navraagantwoord(Antwoord.LUKT_NIET), "toelichting"),
        (Navraagantwoord(Antwoord.LUKT_NIET, "x" * 5000), "toelichting"),
    ],
)
def test_what_is_missing_is_said_at_the_field(voorbeeld, school, antwoord, veld):
    with pytest.raises(RuleError) as fout:
        actions.beantwoord_navraag(voorbeeld.navraag(school), antwoord, nu=voorbeeld.nu, door=voorbeeld.cast.mentor)
    assert fout.value.field == veld


@pytest.mark.eis("E12")
def test_a_later_day_in_the_past_is_refused(voorbeeld, school):
    with pytest.raises(RuleError) as fout:
        later(voorbeeld, school, voorbeeld.cast.mentor, dagen=-1)
    assert fout.value.field == "nieuwe_dag"


@pytest.mark.eis("E12")
def test_it_does_not_work_leads_to_the_ladder_at_once(voorbeeld, school, gehoord):
    actions.beantwoord_navraag(
        voorbeeld.navraag(school),
        Navraagantwoord(Antwoord.LUKT_NIET, "Niemand heeft tijd"),
        nu=voorbeeld.nu,
        door=voorbeeld.cast.mentor,
    )
    assert [(g.partij, g.reden, g.toelichting) for g in gehoord.gemist] == [
        (voorbeeld.cast.mentor_in_gezin, "lukt_niet", "Niemand heeft tijd")
    ]
    assert vers(school).staat == Afspraakstaat.NIET_GEDAAN


@pytest.mark.eis("E14")
def test_two_people_say_different_things_and_both_stand(voorbeeld, school):
    cast, navraag = voorbeeld.cast, voorbeeld.navraag(school)
    gedaan = Navraagantwoord(Antwoord.GEDAAN, gebeurd_op=voorbeeld.dag(-2))
    actions.beantwoord_navraag(navraag, gedaan, nu=voorbeeld.nu, door=cast.mentor)
    niet = Navraagantwoord(Antwoord.LUKT_NIET, "Ik hoorde niets")
    actions.beantwoord_navraag(navraag, niet, nu=voorbeeld.nu, door=cast.coordinator)
    assert vers(school).staat == Afspraakstaat.GEDAAN
    [reactie] = school.reacties.all()
    assert (reactie.door, reactie.tekst) == (cast.coordinator, "Zegt: het lukt niet. Ik hoorde niets")


@pytest.mark.eis("E14")
def test_another_answer_while_a_yes_is_awaited_keeps_the_first(voorbeeld, school):
    cast, navraag = voorbeeld.cast, later(voorbeeld, school, voorbeeld.cast.mentor)
    gedaan = Navraagantwoord(Antwoord.GEDAAN, gebeurd_op=voorbeeld.dag(-2))
    actions.beantwoord_navraag(navraag, gedaan, nu=voorbeeld.nu, door=cast.coordinator)
    assert vers(school).staat == Afspraakstaat.GEDAAN
    [reactie] = school.reacties.all()
    assert reactie.door == cast.mentor
    assert "het lukt later" in reactie.tekst


@pytest.mark.eis("E14")
def test_an_answer_after_the_question_has_lapsed_still_counts_as_done(voorbeeld, school, gehoord):
    navraag = voorbeeld.navraag(school)
    voorbeeld.tik(6)
    gedaan = Navraagantwoord(Antwoord.GEDAAN, gebeurd_op=dag_van(school.termijn.loopt_af_op))
    actions.beantwoord_navraag(navraag, gedaan, nu=voorbeeld.nu, door=voorbeeld.cast.mentor)
    assert vers(school).staat == Afspraakstaat.GEDAAN
    assert gehoord.alsnog == [(school.pk, True)]


@pytest.mark.eis("T3")
def test_who_has_nothing_to_do_with_it_cannot_answer(voorbeeld, school):
    antwoord = Navraagantwoord(Antwoord.LUKT_NIET, "nee")
    for ander in (voorbeeld.cast.behandelaar, voorbeeld.cast.buitenstaander, voorbeeld.cast.moeder):
        with pytest.raises(NotAllowed):
            actions.beantwoord_navraag(voorbeeld.navraag(school), antwoord, nu=voorbeeld.nu, door=ander)


@pytest.mark.eis("E1", "E12")
def test_two_professionals_are_two_missing_parties(voorbeeld, gehoord):
    cast = voorbeeld.cast
    voorbeeld.afspraak("Samen overleggen", cast.mentor_in_gezin, cast.collega_in_gezin, cast.moeder_in_gezin)
    voorbeeld.activeer()
    voorbeeld.tik(8)
    voorbeeld.tik(6)
    assert {g.partij for g in gehoord.gemist} == {cast.mentor_in_gezin, cast.collega_in_gezin}


@pytest.mark.eis("E12", "G5")
def test_hours_are_missed_at_once_without_a_question(voorbeeld, gehoord):
    afspraak = voorbeeld.afspraak(
        "School belt vandaag terug", voorbeeld.cast.mentor_in_gezin, termijn=Duur(24, Eenheid.UUR)
    )
    voorbeeld.activeer()
    voorbeeld.tik(0.99)
    assert vers(afspraak).staat == Afspraakstaat.LOOPT
    voorbeeld.tik(0.02)
    assert vers(afspraak).staat == Afspraakstaat.NIET_GEDAAN
    assert afspraak.navragen.count() == 0
    assert [g.reden for g in gehoord.gemist] == ["geen_antwoord"]


@pytest.mark.eis("E12")
def test_a_binding_safety_afspraak_counts_for_everyone(voorbeeld, gehoord):
    cast = voorbeeld.cast
    afspraak = voorbeeld.afspraak("Sanne is nooit alleen thuis", cast.moeder_in_gezin, is_veiligheidsafspraak=True)
    voorbeeld.activeer()
    voorbeeld.tik(8)
    assert vers(afspraak).staat == Afspraakstaat.NIET_GEDAAN
    assert [(g.partij, g.reden) for g in gehoord.gemist] == [(cast.moeder_in_gezin, "veiligheid")]


@pytest.fixture
def moeders(voorbeeld):
    """Give an afspraak of mother alone, missed without an answer."""
    afspraak = voorbeeld.afspraak("Moeder belt de kliniek", voorbeeld.cast.moeder_in_gezin)
    voorbeeld.activeer()
    voorbeeld.tik(8)
    voorbeeld.tik(6)
    return vers(afspraak)


@pytest.mark.eis("E12")
def test_family_alone_leads_to_a_talk_not_to_the_ladder(voorbeeld, moeders, gehoord):
    gesprek = Gesprek.objects.get(afspraak=moeders)
    assert gehoord.gemist == []
    assert gevraagden(gesprek.termijn) == {voorbeeld.cast.coordinator}
    assert Bericht.objects.filter(soort="gesprek_gevraagd", ontvanger=voorbeeld.cast.coordinator).exists()


@pytest.mark.eis("E12")
def test_a_talk_that_stays_away_is_the_coordinators_share(voorbeeld, moeders, gehoord):
    voorbeeld.tik(9)
    assert Gesprek.objects.get(afspraak=moeders).staat == Gespreksstaat.VERLOPEN
    assert [(g.partij, g.reden) for g in gehoord.gemist] == [(voorbeeld.cast.coordinator_in_gezin, "gesprek")]


def leg_vast(voorbeeld, moeders, gevoerd_op, nieuwe_dag=None):
    return actions.leg_gesprek_vast(
        Gesprek.objects.get(afspraak=moeders),
        "We bellen samen",
        gevoerd_op,
        nieuwe_dag=nieuwe_dag,
        nu=voorbeeld.nu,
        door=voorbeeld.cast.coordinator,
    )


@pytest.mark.eis("E12")
def test_what_came_of_the_talk_is_read_with_the_afspraak(voorbeeld, moeders):
    leg_vast(voorbeeld, moeders, voorbeeld.dag(0), voorbeeld.dag(7))
    adres = reverse("gezinsplan:afspraak", args=[voorbeeld.cast.gezin.pk, moeders.pk])
    for wie in (voorbeeld.cast.coordinator, voorbeeld.cast.moeder):
        assert "We bellen samen" in client_van(wie).get(adres).content.decode()


@pytest.mark.eis("E12")
def test_the_talk_gives_the_afspraak_a_new_day(voorbeeld, moeders):
    gesprek = leg_vast(voorbeeld, moeders, voorbeeld.dag(0), voorbeeld.dag(7))
    assert (gesprek.staat, gesprek.termijn.staat) == (Gespreksstaat.GEVOERD, Termijnstaat.GEHAALD)
    afspraak = vers(moeders)
    assert (afspraak.staat, afspraak.eind_op) == (Afspraakstaat.LOOPT, voorbeeld.dag(7))
    assert afspraak.termijn.loopt


@pytest.mark.eis("E12")
def test_the_talk_may_find_that_it_is_not_needed_any_more(voorbeeld, moeders):
    leg_vast(voorbeeld, moeders, voorbeeld.dag(0))
    assert vers(moeders).staat == Afspraakstaat.VERVALLEN


@pytest.mark.eis("E14")
def test_a_talk_held_in_time_but_recorded_late_is_heard_above(voorbeeld, moeders, gehoord):
    op_tijd = voorbeeld.dag(2)
    voorbeeld.tik(9)
    leg_vast(voorbeeld, moeders, op_tijd, voorbeeld.dag(7))
    assert gehoord.alsnog == [(moeders.pk, True)]
    assert Gesprek.objects.get(afspraak=moeders).termijn.staat == Termijnstaat.GEHAALD


@pytest.mark.eis("E12", "E14")
def test_done_after_all_ends_the_talk(voorbeeld, moeders):
    actions.vink_af(moeders, voorbeeld.dag(-1), nu=voorbeeld.nu, door=voorbeeld.cast.moeder)
    gesprek = Gesprek.objects.get(afspraak=moeders)
    assert (gesprek.staat, gesprek.termijn.staat) == (Gespreksstaat.INGETROKKEN, Termijnstaat.VERVALLEN)


@pytest.mark.eis("E9")
def test_the_clock_writes_in_bulk(voorbeeld):
    cast = voorbeeld.cast
    for nummer in range(16):
        voorbeeld.afspraak(f"Afspraak {nummer}", cast.mentor_in_gezin if nummer % 2 else cast.moeder_in_gezin)
    voorbeeld.activeer()
    for soort, behandel, dagen in (
        ("afspraak", actions.behandel_afspraken, 8),
        ("navraag", actions.behandel_navragen, 14),
    ):
        termijnen = list(Termijn.objects.filter(soort=soort).order_by("pk"))
        nu = voorbeeld.nu + timedelta(days=dagen)
        enkele, vele = _vragen(behandel, termijnen[:4], nu), _vragen(behandel, termijnen[4:], nu)
        assert vele <= enkele, soort
    assert Gesprek.objects.count() == 8


def _vragen(behandel, termijnen, nu) -> int:
    with CaptureQueriesContext(connection) as vragen:
        behandel(termijnen, nu)
    return len(vragen)
