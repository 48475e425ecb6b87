"""Begin, end, another moment, a correction, another keeper: each allowed once, each with a row that says why."""

from datetime import timedelta
from uuid import uuid4

import pytest

from core.errors import RuleError
from termijnen.actions import (
    NieuweTermijn,
    beeindig,
    bewaak,
    corrigeer,
    heropen,
    start,
    vergrendel,
    verzet,
    vraag_aan,
    wissel_houder,
)
from termijnen.models import Gevraagd, Termijn, Termijnstaat, TermijnWijziging
from termijnen.soorten import OnbekendeSoort
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.django_db


def laatste_wijziging(termijn):
    return TermijnWijziging.objects.filter(termijn=termijn).last()


def gevraagd_aan(termijn):
    return {rij.gebruiker for rij in Gevraagd.objects.filter(termijn=termijn)}


@pytest.mark.eis("E7")
def test_a_term_keeps_what_was_agreed(klapper, handler):
    school = klapper.gebruiker()
    termijn = klapper.termijn(houder=school, gevraagd=[school, school], duur=Duur(2, Eenheid.WEEK))
    termijn.refresh_from_db()
    assert (termijn.duur, termijn.in_uren, termijn.loopt) == (Duur(2, Eenheid.WEEK), False, True)
    assert termijn.oorspronkelijk_loopt_af_op == termijn.loopt_af_op == termijn.aan_de_beurt_op
    assert list(Termijn.objects.lopend().gevraagd_aan(school)) == [termijn]


def test_many_terms_cost_as_many_queries_as_one(klapper, handler, django_assert_num_queries):
    gezin, school = klapper.gezin(), klapper.gebruiker()
    for aantal in (1, 30):
        nieuw = [
            NieuweTermijn("proef", gezin.pk, None, klapper.nu, klapper.nu + timedelta(days=9), gevraagd=[school.pk])
            for _ in range(aantal)
        ]
        with django_assert_num_queries(7):
            start(nieuw, nu=klapper.nu)


@pytest.mark.eis("E7")
def test_a_term_that_ends_before_it_begins_is_refused_in_words(klapper, handler):
    nieuw = NieuweTermijn("proef", klapper.gezin().pk, None, klapper.nu, klapper.nu - timedelta(minutes=1))
    with pytest.raises(RuleError, match="eindigt voordat hij begint"):
        start([nieuw], nu=klapper.nu)


@pytest.mark.eis("E9")
def test_a_kind_without_a_handler_cant_be_started(klapper, handler):
    with pytest.raises(OnbekendeSoort):
        klapper.termijn(soort="verzonnen")


@pytest.mark.eis("E9")
def test_ending_twice_ends_once(klapper, handler):
    termijn, nog_een = klapper.termijn(), klapper.termijn()
    assert beeindig([termijn], Termijnstaat.GEHAALD, nu=klapper.nu, reden="gedaan") == [termijn]
    verouderd = Termijn.objects.get(pk=termijn.pk)
    verouderd.staat = Termijnstaat.LOOPT
    assert beeindig([verouderd, nog_een], Termijnstaat.VERVALLEN, nu=klapper.nu) == [nog_een]
    termijn.refresh_from_db()
    assert termijn.staat == Termijnstaat.GEHAALD
    assert laatste_wijziging(termijn).reden == "gedaan"


@pytest.mark.eis("E9")
def test_an_ended_term_is_not_handled_by_the_clock(klapper, handler):
    termijn = klapper.termijn(over=timedelta(hours=1))
    beeindig([termijn], Termijnstaat.GEHAALD, nu=klapper.nu)
    bewaak(klapper.nu + timedelta(days=1))
    assert handler.gekregen == []


@pytest.mark.eis("E7")
def test_another_moment_needs_the_clock_to_wait(klapper, handler):
    coordinator = klapper.gebruiker()
    termijn = klapper.termijn(over=timedelta(hours=1), duur=Duur(1, Eenheid.UUR))
    oud, naar = termijn.loopt_af_op, klapper.nu + timedelta(days=2)
    verzet(termijn, naar, nu=klapper.nu, door=coordinator, reden="er is een wachtlijst")

    bewaak(klapper.nu + timedelta(hours=2))
    assert handler.gekregen == []
    wijziging = laatste_wijziging(termijn)
    assert (wijziging.van_loopt_af_op, wijziging.naar_loopt_af_op) == (oud, naar)
    assert (wijziging.door, wijziging.reden) == (coordinator, "er is een wachtlijst")
    termijn.refresh_from_db()
    assert termijn.oorspronkelijk_loopt_af_op == oud
    assert not termijn.in_uren, "a day was named: the hour no longer matters"

    bewaak(naar)
    assert handler.gekregen == [termijn.pk]


@pytest.mark.eis("E7")
def test_a_moment_that_has_passed_is_refused(klapper, handler):
    termijn = klapper.termijn()
    with pytest.raises(RuleError, match="al voorbij"):
        verzet(termijn, klapper.nu, nu=klapper.nu, door=None, reden="x")


@pytest.mark.eis("E9")
def test_what_ended_meanwhile_cant_be_moved(klapper, handler):
    termijn = klapper.termijn(over=timedelta(hours=1))
    later = klapper.nu + timedelta(hours=2)
    bewaak(later)
    with pytest.raises(RuleError, match="intussen veranderd"):
        verzet(termijn, later + timedelta(days=1), nu=later, door=None, reden="x")


@pytest.mark.eis("E14")
def test_late_may_turn_out_to_have_been_in_time(klapper, handler):
    coordinator = klapper.gebruiker()
    laat, loopt, vervallen = klapper.termijn(over=timedelta(hours=-1)), klapper.termijn(), klapper.termijn()
    beeindig([vervallen], Termijnstaat.VERVALLEN, nu=klapper.nu)
    bewaak(klapper.nu)

    gecorrigeerd = corrigeer(
        [laat, loopt, vervallen], Termijnstaat.GEHAALD, nu=klapper.nu, door=coordinator, reden="was al gedaan"
    )

    assert gecorrigeerd == [laat]
    assert [Termijn.objects.get(pk=termijn.pk).staat for termijn in (laat, loopt, vervallen)] == [
        "gehaald",
        "loopt",
        "vervallen",
    ]
    wijziging = laatste_wijziging(laat)
    assert (wijziging.van_staat, wijziging.naar_staat, wijziging.reden) == ("niet_gehaald", "gehaald", "was al gedaan")


@pytest.mark.eis("E14")
def test_a_wrong_tick_can_be_taken_back(klapper, handler):
    termijn = klapper.termijn(over=timedelta(hours=1))
    beeindig([termijn], Termijnstaat.GEHAALD, nu=klapper.nu)
    heropen(termijn, termijn.loopt_af_op, nu=klapper.nu, door=None, reden="vergissing")
    assert Termijn.objects.get(pk=termijn.pk).loopt
    bewaak(klapper.nu + timedelta(hours=1))
    assert handler.gekregen == [termijn.pk]


@pytest.mark.eis("E14")
def test_taken_back_after_its_moment_the_next_tick_takes_it(klapper, handler):
    termijn = klapper.termijn(over=timedelta(hours=1))
    beeindig([termijn], Termijnstaat.GEHAALD, nu=klapper.nu)
    morgen = klapper.nu + timedelta(days=1)
    heropen(termijn, termijn.loopt_af_op, nu=morgen, door=None, reden="vergissing")
    bewaak(morgen)
    assert handler.gekregen == [termijn.pk]


@pytest.mark.eis("E14")
def test_what_has_lapsed_cant_be_opened_again(klapper, handler):
    termijn = klapper.termijn()
    beeindig([termijn], Termijnstaat.VERVALLEN, nu=klapper.nu)
    with pytest.raises(RuleError):
        heropen(termijn, termijn.loopt_af_op, nu=klapper.nu, door=None, reden="x")


@pytest.mark.eis("Z3")
def test_terms_move_with_the_responsibility(klapper, handler):
    oud, nieuw, school = (klapper.gebruiker() for _ in range(3))
    loopt = klapper.termijn(houder=oud, gevraagd=[oud, school])
    klaar = klapper.termijn(houder=oud, gevraagd=[oud])
    beeindig([klaar], Termijnstaat.GEHAALD, nu=klapper.nu)

    verplaatst = wissel_houder([loopt, klaar], nieuw, nu=klapper.nu, door=oud, reden="andere zorgcoördinator")

    assert verplaatst == [loopt]
    assert Termijn.objects.get(pk=loopt.pk).houder == nieuw
    assert gevraagd_aan(loopt) == {nieuw, school}
    assert Termijn.objects.get(pk=klaar.pk).houder == oud
    assert laatste_wijziging(loopt).reden == "andere zorgcoördinator"


@pytest.mark.eis("Z3")
def test_the_keeper_may_change_while_the_question_stays(klapper, handler):
    oud, nieuw = klapper.gebruiker(), klapper.gebruiker()
    termijn = klapper.termijn(houder=oud, gevraagd=[oud])
    wissel_houder([termijn], nieuw, nu=klapper.nu, door=oud, reden="x", ook_gevraagd=False)
    assert gevraagd_aan(termijn) == {oud}


@pytest.mark.eis("R2")
def test_asking_others_replaces_those_who_were_asked(klapper, handler):
    school, moeder, oma = (klapper.gebruiker() for _ in range(3))
    termijn = klapper.termijn(gevraagd=[school, moeder])
    vraag_aan(termijn, [moeder.pk, oma.pk, oma.pk])
    assert gevraagd_aan(termijn) == {moeder, oma}
    vraag_aan(termijn, [])
    assert gevraagd_aan(termijn) == set()


@pytest.mark.eis("E9")
def test_locking_gives_the_terms_as_they_are_now(klapper, handler):
    termijn = klapper.termijn()
    Termijn.objects.filter(pk=termijn.pk).update(pogingen=3)
    assert vergrendel([termijn.pk, uuid4()])[termijn.pk].pogingen == 3
