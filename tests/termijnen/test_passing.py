"""What happens when terms pass: each is handled once, in order within a family, and one that fails stops no other."""

from datetime import timedelta

import pytest

from termijnen.actions import beeindig, bewaak, vergrendel
from termijnen.models import Klokfout, Kloktik, Termijn, Termijnstaat, TermijnWijziging

pytestmark = pytest.mark.django_db


@pytest.mark.eis("E9")
def test_a_passed_term_is_handled_once(klapper, handler):
    voorbij, later = klapper.termijn(over=timedelta(hours=-1)), klapper.termijn(over=timedelta(hours=1))

    assert bewaak(klapper.nu).termijnen == 1
    assert bewaak(klapper.nu + timedelta(minutes=1)).termijnen == 0

    assert handler.gekregen == [voorbij.pk]
    voorbij.refresh_from_db()
    assert (voorbij.staat, voorbij.beeindigd_op) == (Termijnstaat.NIET_GEHAALD, klapper.nu)
    assert Termijn.objects.get(pk=later.pk).loopt


@pytest.mark.eis("E9")
def test_the_moment_itself_counts_as_passed(klapper, handler):
    termijn = klapper.termijn(over=timedelta(0))
    bewaak(klapper.nu)
    assert handler.gekregen == [termijn.pk]


@pytest.mark.eis("E7")
def test_the_passing_is_a_row_of_its_own_with_its_reason(klapper, handler):
    termijn = klapper.termijn(over=timedelta(hours=-1))
    bewaak(klapper.nu)
    begin, einde = TermijnWijziging.objects.filter(termijn=termijn)
    assert (begin.van_staat, begin.naar_staat) == ("", "loopt")
    assert (einde.van_staat, einde.naar_staat, einde.door) == ("loopt", "niet_gehaald", None)
    assert einde.reden == "De termijn is verstreken."


@pytest.mark.eis("E9")
def test_a_week_without_the_clock_is_done_at_once_in_order_per_family(klapper, handler):
    """The kinds alternate on purpose: a list per kind may not let one overtake another of the same family."""
    gezinnen = [klapper.gezin() for _ in range(3)]
    verwacht = {}
    for uur in range(6):
        for gezin in gezinnen:
            soort = "proef" if uur in (0, 1, 4) else "ander"
            termijn = klapper.termijn(gezin, soort=soort, over=timedelta(days=-7, hours=uur))
            verwacht.setdefault(gezin.pk, []).append(termijn.pk)

    assert bewaak(klapper.nu).termijnen == 18

    gezin_van = dict(Termijn.objects.values_list("pk", "gezin_id"))
    for gezin in gezinnen:
        assert [pk for pk in handler.gekregen if gezin_van[pk] == gezin.pk] == verwacht[gezin.pk]


@pytest.mark.eis("E9")
def test_a_term_that_an_earlier_one_of_the_family_ended_is_not_handled(klapper, handler, monkeypatch):
    gezin = klapper.gezin()
    klapper.termijn(gezin, soort="ander", over=timedelta(hours=-2))
    overbodig = klapper.termijn(gezin, over=timedelta(hours=-1))
    oorspronkelijk = type(handler).__call__

    def maak_overbodig(self, termijnen, nu):
        oorspronkelijk(self, termijnen, nu)
        beeindig(list(vergrendel([overbodig.pk]).values()), Termijnstaat.VERVALLEN, nu=nu, reden="niet meer nodig")

    monkeypatch.setattr(type(handler), "__call__", maak_overbodig)
    assert bewaak(klapper.nu).termijnen == 1
    assert overbodig.pk not in handler.gekregen
    assert Termijn.objects.get(pk=overbodig.pk).staat == Termijnstaat.VERVALLEN


@pytest.mark.eis("E9")
def test_one_failing_term_holds_up_no_other(klapper, handler):
    gezin = klapper.gezin()
    goed = [klapper.termijn(over=timedelta(hours=-3)) for _ in range(4)]
    slecht = klapper.termijn(gezin, over=timedelta(hours=-2))
    daarna = klapper.termijn(gezin, over=timedelta(hours=-1))
    handler.fout_voor = {slecht.pk}

    uitslag = bewaak(klapper.nu)

    assert (uitslag.termijnen, uitslag.mislukt) == (5, 1)
    assert set(handler.gekregen) == {termijn.pk for termijn in [*goed, daarna]}
    slecht.refresh_from_db()
    assert slecht.loopt and slecht.pogingen == 1


@pytest.mark.eis("E9")
def test_the_beheerder_sees_the_failure_without_family_data(klapper, handler):
    slecht = klapper.termijn(over=timedelta(hours=-2))
    handler.fout_voor = {slecht.pk}
    bewaak(klapper.nu)
    fout = Klokfout.objects.get()
    assert (fout.termijn_id, fout.poging, fout.opgelost_op) == (slecht.pk, 1, None)
    assert "Soort proef" in fout.melding and "RuntimeError" in fout.melding
    assert "Sanne" not in fout.melding


@pytest.mark.eis("E9")
def test_a_failing_term_is_tried_again_after_growing_pauses(klapper, handler):
    slecht = klapper.termijn(over=timedelta(hours=-2))
    handler.fout_voor = {slecht.pk}
    nu, pauzes = klapper.nu, []
    for _ in range(6):
        bewaak(nu)
        slecht.refresh_from_db()
        pauzes.append(slecht.aan_de_beurt_op - nu)
        assert bewaak(slecht.aan_de_beurt_op - timedelta(seconds=1)).mislukt == 0, "not before its time"
        nu = slecht.aan_de_beurt_op
    assert [pauze.total_seconds() / 60 for pauze in pauzes] == [1, 5, 15, 60, 360, 360]


@pytest.mark.eis("E9")
def test_a_failure_that_passes_is_solved_for_the_beheerder_too(klapper, handler):
    slecht = klapper.termijn(over=timedelta(hours=-2))
    handler.fout_voor = {slecht.pk}
    bewaak(klapper.nu)
    handler.fout_voor = set()
    straks = klapper.nu + timedelta(minutes=1)

    assert bewaak(straks).termijnen == 1
    assert handler.gekregen == [slecht.pk]
    assert Klokfout.objects.get().opgelost_op == straks


@pytest.mark.eis("E9")
def test_a_failure_is_also_over_when_a_person_ends_the_term(klapper, handler):
    slecht = klapper.termijn(over=timedelta(hours=-2))
    handler.fout_voor = {slecht.pk}
    bewaak(klapper.nu)
    beeindig([slecht], Termijnstaat.GEHAALD, nu=klapper.nu, reden="toch gedaan")
    assert Klokfout.objects.get().opgelost_op == klapper.nu


@pytest.mark.eis("E9")
def test_an_old_row_of_a_kind_that_has_gone_fails_alone(klapper, handler):
    vreemd = klapper.termijn(over=timedelta(hours=-2))
    Termijn.objects.filter(pk=vreemd.pk).update(soort="vroeger")
    goed = klapper.termijn(over=timedelta(hours=-1))
    uitslag = bewaak(klapper.nu)
    assert (uitslag.termijnen, uitslag.mislukt) == (1, 1)
    assert handler.gekregen == [goed.pk]
    assert "vroeger: OnbekendeSoort" in Klokfout.objects.get().melding


@pytest.mark.eis("E9")
def test_more_terms_than_fit_in_one_batch(klapper, handler, monkeypatch):
    monkeypatch.setattr("termijnen.actions.klok.GROEP", 4)
    gezin = klapper.gezin()
    alle = [klapper.termijn(gezin, over=timedelta(hours=-1)) for _ in range(11)]
    assert bewaak(klapper.nu).termijnen == 11
    assert len(handler.gekregen) == len(set(handler.gekregen)) == len(alle)


@pytest.mark.eis("E9")
def test_anyone_can_see_that_the_clock_runs(klapper, handler):
    bewaak(klapper.nu)
    klapper.termijn(over=timedelta(hours=-1))
    bewaak(klapper.nu + timedelta(minutes=1))
    tik = Kloktik.objects.get()
    assert (tik.laatste_op, tik.aantal_termijnen) == (klapper.nu + timedelta(minutes=1), 1)


@pytest.mark.eis("E9")
def test_an_idle_tick_asks_four_questions(klapper, handler, django_assert_num_queries):
    klapper.termijn()
    bewaak(klapper.nu)
    with django_assert_num_queries(4):
        bewaak(klapper.nu + timedelta(minutes=1))


@pytest.mark.eis("E9")
@pytest.mark.parametrize("aantal", [10, 40])
def test_the_number_of_queries_does_not_grow_with_the_terms(klapper, handler, django_assert_max_num_queries, aantal):
    for _ in range(aantal):
        klapper.termijn(over=timedelta(hours=-1))
    with django_assert_max_num_queries(20):
        bewaak(klapper.nu)
