"""It counts when it happened, is confirmed by another, and takes no longer than it must: no way off the ladder (E15).

Each test is a course, walked with the clock.
"""

import contextlib
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate, localtime

from core import clock
from core.errors import RuleError
from escalatie import actions
from escalatie.actions.looptijd import is_eerder_verlengd
from escalatie.actions.terug import trek_stap_in
from escalatie.models import (
    Actie,
    Actiestaat,
    Bevestiging,
    Oorzaak,
    Oplossing,
    SoortGebeurtenis,
    SoortTussenvraag,
    Stagnatie,
    StagnatieRecht,
    StagnatieRechtVerlening,
    Stagnatiestaat,
    Stapreden,
    Stapstaat,
    Tussenvraag,
)
from escalatie.permissions import Daad
from escalatie.stem import aandeel_van
from escalatie.verschuldigd import verschuldigd
from escalatie.zicht import zicht_op
from gezinsplan import actions as plan
from gezinsplan.models import OPEN_NAVRAAG, Afspraak, Afspraakstaat, Navraag
from gezinsplan.signalen import LUKT_NIET, VEILIGHEID, Gemist
from gezinsplan.views.afspraak import voorgestelde_dag
from instanties.models import Functie, Gebruiker, Verzoekstaat
from termijnen.kalender import einde_van_dag
from termijnen.models import Termijn, Termijnstaat
from tests.escalatie.conftest import verteld
from tests.escalatie.ladder import eis_bewaakt, eis_waterdicht
from tests.escalatie.pagina import Bezoek
from woorden.duur import Duur, Eenheid

pytestmark = [pytest.mark.eis("E15"), pytest.mark.heavy("walks a course back and forth")]


def meld(vast, door: Gebruiker | None = None) -> Oplossing:
    return actions.meld_opgelost(vast.stagnatie, door=door or vast.cast.coordinator, nu=vast.nu)


def tot_het_einde_van(vast, termijn: Termijn) -> None:
    vast.nu = termijn.loopt_af_op
    vast.tik()


@contextlib.contextmanager
def later_dan(moment: datetime) -> Iterator[None]:
    """Days of the pages are days after this moment."""
    was = clock._offset
    clock.set_offset(lambda: moment + timedelta(hours=1) - timezone.now())
    try:
        yield
    finally:
        clock.set_offset(was)


def vraag(soort: SoortTussenvraag) -> Tussenvraag:
    return Tussenvraag.objects.get(soort=soort, staat=Verzoekstaat.WACHT)


class TestWasAlreadyDone:
    """Line 6: 'was already done', said by the missing party itself (E14, S8)."""

    pytestmark = pytest.mark.eis("E14")

    def test_in_step_1_it_is_withdrawn_at_once(self, vast):
        vast.loopt_vast()
        plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.mentor)
        assert vast.stagnatie.staat == Stagnatiestaat.INGETROKKEN

    def test_above_step_1_the_term_waits_two_werkdagen_while_family_and_coordinator_are_asked(self, vast):
        vast.naar_stap_2()
        vast.nu = vast.stap.vastleggen.loopt_af_op - timedelta(hours=1)
        plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.mentor)
        gevraagd = vraag(SoortTussenvraag.WAS_GEDAAN)
        assert verteld(vast.stagnatie, "stagnatie_zegt_gedaan") == {"Petra de Wit", "Mark Jonker", "N. Bakker"}
        assert vast.stap.vastleggen.loopt_af_op == gevraagd.termijn.loopt_af_op
        # Nobody confirms: on it goes.
        tot_het_einde_van(vast, gevraagd.termijn)
        assert vast.stagnatie.is_open and vast.stap.modelstap.nummer == 3
        eis_waterdicht()

    def test_waits_once_and_is_nobodys_lengthening(self, vast):
        vast.naar_stap_2()
        vast.nu = vast.stap.vastleggen.loopt_af_op - timedelta(hours=1)
        plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.mentor)
        tot = vast.stap.vastleggen.loopt_af_op
        plan.neem_vink_terug(Afspraak.objects.get(pk=vast.afspraak.pk), "Toch niet", nu=vast.nu, door=vast.cast.mentor)
        plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.mentor)
        assert vast.stap.vastleggen.loopt_af_op <= tot
        assert Tussenvraag.objects.filter(soort=SoortTussenvraag.WAS_GEDAAN).count() == 1
        assert not is_eerder_verlengd(vast.stap.vastleggen)

    @pytest.mark.parametrize("wie", ["moeder", "coordinator"])
    def test_family_or_coordinator_confirm_and_it_is_withdrawn(self, vast, wie):
        vast.naar_stap_2()
        plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.mentor)
        gevraagd = vraag(SoortTussenvraag.WAS_GEDAAN)
        for niet in ("mentor", "manager", "broer"):
            with pytest.raises(RuleError):
                actions.bevestig_gedaan(gevraagd, True, door=getattr(vast.cast, niet), nu=vast.nu)
        actions.bevestig_gedaan(gevraagd, True, door=getattr(vast.cast, wie), nu=vast.nu)
        assert vast.stagnatie.staat == Stagnatiestaat.INGETROKKEN

    def test_they_say_no_and_the_step_goes_on_with_what_was_left(self, vast):
        vast.naar_stap_2()
        liep_tot = vast.stap.vastleggen.loopt_af_op
        vast.nu = liep_tot - timedelta(hours=30)
        plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.mentor)
        actions.bevestig_gedaan(vraag(SoortTussenvraag.WAS_GEDAAN), False, door=vast.cast.moeder, nu=vast.nu)
        assert vast.stap.vastleggen.loopt_af_op <= liep_tot + timedelta(days=1)
        assert vast.stagnatie.is_open

    @pytest.mark.eis("E12")
    def test_of_two_who_were_to_do_it_together_neither_confirms_the_other(self, vast):
        ouders = (vast.cast.moeder_in_gezin, vast.cast.vader_in_gezin)
        samen = vast.doen_afspraak("Samen naar school", *ouders, doel=vast.doel, is_veiligheidsafspraak=True)
        (stagnatie,) = actions.open_stagnaties([Gemist(samen, ouder, VEILIGHEID) for ouder in ouders], nu=vast.nu)
        vast.tik(uren=25)
        assert vast.stap.modelstap.nummer == 2 and stagnatie.medepartijen.count() == 1
        actions.verwerk_alsnog_gedaan(samen, op_tijd=True, door=vast.cast.moeder, nu=vast.nu)
        gevraagd = vraag(SoortTussenvraag.WAS_GEDAAN)
        assert {rij.gebruiker for rij in gevraagd.termijn.gevraagden.all()} == {vast.cast.coordinator}
        with pytest.raises(RuleError):
            actions.bevestig_gedaan(gevraagd, True, door=vast.cast.vader, nu=vast.nu)
        actions.bevestig_gedaan(gevraagd, True, door=vast.cast.coordinator, nu=vast.nu)
        assert vast.stagnatie.staat == Stagnatiestaat.INGETROKKEN

    @pytest.mark.eis("E12")
    def test_who_was_in_it_only_for_what_was_done_is_in_it_no_more(self, vast):
        ouders = (vast.cast.moeder_in_gezin, vast.cast.vader_in_gezin)
        samen = vast.doen_afspraak("Samen naar school", *ouders, doel=vast.doel)
        moeder = vast.doen_afspraak("Moeder belt", vast.cast.moeder_in_gezin, doel=vast.doel)
        gemist = [Gemist(samen, ouder, LUKT_NIET) for ouder in ouders]
        (stagnatie,) = actions.open_stagnaties([*gemist, Gemist(moeder, ouders[0], LUKT_NIET)], nu=vast.nu)
        assert aandeel_van(stagnatie) == {vast.cast.moeder.pk, vast.cast.vader.pk}
        actions.verwerk_alsnog_gedaan(samen, op_tijd=True, door=vast.cast.coordinator, nu=vast.nu)
        stagnatie.refresh_from_db()
        assert stagnatie.is_open
        assert aandeel_van(stagnatie) == {vast.cast.moeder.pk}

    @pytest.mark.eis("E12", "E2")
    def test_and_the_coordinator_who_was_in_it_so_keeps_the_step_again(self, vast):
        cast = vast.cast
        wie = (cast.mentor_in_gezin, cast.coordinator_in_gezin)
        samen = vast.doen_afspraak("Samen met school", *wie, doel=vast.doel)
        school = vast.doen_afspraak("De mentor belt", wie[0], doel=vast.doel)
        gemist = [Gemist(samen, een, LUKT_NIET) for een in wie]
        actions.open_stagnaties([*gemist, Gemist(school, wie[0], LUKT_NIET)], nu=vast.nu)
        assert vast.stap.houder == cast.teamleider
        actions.verwerk_alsnog_gedaan(samen, op_tijd=True, door=cast.moeder, nu=vast.nu)
        assert vast.stap.houder == cast.coordinator

    @pytest.mark.eis("E12")
    def test_who_is_in_it_for_another_afspraak_too_stays(self, vast):
        ouders = (vast.cast.moeder_in_gezin, vast.cast.vader_in_gezin)
        samen = [vast.doen_afspraak(wat, *ouders, doel=vast.doel) for wat in ("Naar school", "Naar de dokter")]
        (stagnatie,) = actions.open_stagnaties(
            [Gemist(een, ouder, LUKT_NIET) for een in samen for ouder in ouders], nu=vast.nu
        )
        actions.verwerk_alsnog_gedaan(samen[0], op_tijd=True, door=vast.cast.coordinator, nu=vast.nu)
        assert aandeel_van(stagnatie) == {vast.cast.moeder.pk, vast.cast.vader.pk}

    @pytest.mark.eis("E9")
    @pytest.mark.parametrize("vastgelegd", [False, True])
    def test_a_no_to_that_while_the_family_is_asked_whether_it_is_solved_takes_nothing_up(self, vast, vastgelegd):
        vast.naar_stap_2()
        if vastgelegd:
            vast.leg_vast(vast.actie(dagen=4))
        vast.nu = vast.stap.staptermijn.loopt_af_op - timedelta(hours=1)
        plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.mentor)
        oplossing = meld(vast)
        actions.bevestig_gedaan(vraag(SoortTussenvraag.WAS_GEDAAN), False, door=vast.cast.moeder, nu=vast.nu)
        stap = vast.stap
        assert stap.staptermijn.loopt_af_op < oplossing.termijn.loopt_af_op
        tot_het_einde_van(vast, stap.staptermijn)
        assert vast.stap == stap and vast.stap.staptermijn.loopt_af_op == oplossing.termijn.loopt_af_op
        eis_waterdicht()
        actions.zeg_ja(oplossing, door=vast.cast.moeder, nu=vast.nu)
        assert vast.stagnatie.staat == Stagnatiestaat.OPGELOST

    def test_the_coordinator_who_ticks_it_has_confirmed_it(self, vast):
        vast.naar_stap_2()
        plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.coordinator)
        assert vast.stagnatie.staat == Stagnatiestaat.INGETROKKEN

    def test_a_wrong_tick_taken_back_reopens_where_it_stood(self, vast):
        vast.naar_stap_2()
        vast.leg_vast(vast.actie(dagen=6))
        vast.tik(dagen=2)
        stap, liep_tot = vast.stap, vast.stap.resultaat.loopt_af_op
        over = liep_tot - vast.nu
        plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.coordinator)
        vast.tik(dagen=10)
        plan.neem_vink_terug(
            Afspraak.objects.get(pk=vast.afspraak.pk), "Een ander gezin", nu=vast.nu, door=vast.cast.coordinator
        )
        weer = vast.stap
        assert (weer.pk, weer.houder, weer.staat) == (stap.pk, stap.houder, Stapstaat.OPEN)
        assert 0 <= (weer.resultaat.loopt_af_op - vast.nu - over).days <= 1
        assert Actie.objects.get().staat == Actiestaat.LOOPT
        # S8: counted once, as what it was.
        assert Stagnatie.objects.count() == 1
        assert Afspraak.objects.get(pk=vast.afspraak.pk).staat == Afspraakstaat.NIET_GEDAAN
        assert not Navraag.objects.filter(staat__in=OPEN_NAVRAAG).exists()  # it was asked already
        eis_waterdicht()
        eis_bewaakt(vast.nu)

    def test_no_date_is_filled_in_once_the_term_has_passed(self, vast):
        with later_dan(vast.nu):
            assert voorgestelde_dag(Afspraak.objects.get(pk=vast.afspraak.pk)) is not None
        afspraak = Afspraak.objects.get(pk=vast.afspraak.pk)
        with later_dan(afspraak.lopende_termijn.loopt_af_op):
            assert voorgestelde_dag(Afspraak.objects.get(pk=vast.afspraak.pk)) is None


class TestItCountsWhenItHappened:
    """Line 8: an action done in time and ticked later (S6)."""

    pytestmark = pytest.mark.eis("E4", "E14")

    def test_a_lapsed_action_is_asked_first_one_werkdag(self, vast):
        vast.loopt_vast()
        (actie,) = vast.leg_vast(vast.actie(dagen=2))
        vast.tik(dagen=2)
        assert vast.stap.volgnummer == 1
        assert verteld(vast.stagnatie, "stagnatie_actie_navraag") == {"J. Willems", "N. Bakker"}
        gevraagd = vraag(SoortTussenvraag.ACTIE_GEDAAN)
        assert gevraagd.termijn.duur == Duur(1, Eenheid.WERKDAG)
        assert vast.stap.resultaat.loopt and vast.stap.resultaat.loopt_af_op == gevraagd.termijn.loopt_af_op
        eis_waterdicht()
        eis_bewaakt(vast.nu)
        tot_het_einde_van(vast, gevraagd.termijn)
        assert (vast.stap.volgnummer, vast.stap.reden) == (2, Stapreden.NIET_BEREIKT)
        actie.refresh_from_db()
        assert actie.staat == Actiestaat.NIET_UITGEVOERD

    def test_not_done_is_step_2_at_once(self, vast):
        vast.loopt_vast()
        (actie,) = vast.leg_vast(vast.actie(dagen=2))
        vast.tik(dagen=2)
        actions.meld_niet_gedaan(actie, door=vast.cast.mentor, nu=vast.nu)
        assert (vast.stap.volgnummer, vast.stap.reden) == (2, Stapreden.NIET_BEREIKT)

    def test_none_for_hours(self, vast):
        vast.loopt_vast()
        vast.leg_vast(vast.actie(dagen=0.2, duur=Duur(5, Eenheid.UUR)))
        vast.tik(uren=5)
        assert vast.stap.volgnummer == 2

    def test_all_done_in_time_asks_whether_it_is_solved_then_goes_up(self, vast):
        vast.loopt_vast()
        (actie,) = vast.leg_vast(vast.actie(dagen=2))
        vast.tik(dagen=2)
        actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=vast.nu.date() - timedelta(days=1))
        gevraagd = vraag(SoortTussenvraag.OPGELOST)
        assert Termijn.objects.gevraagd_aan(vast.cast.coordinator).filter(pk=gevraagd.termijn_id).exists()
        assert vast.stap.volgnummer == 1
        tot_het_einde_van(vast, gevraagd.termijn)
        assert (vast.stap.volgnummer, vast.stap.reden) == (2, Stapreden.NIET_GEMELD)

    def test_said_to_be_solved_answers_that_question(self, vast):
        vast.loopt_vast()
        (actie,) = vast.leg_vast(vast.actie(dagen=2))
        actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=vast.nu.date())
        gevraagd = vraag(SoortTussenvraag.OPGELOST)
        meld(vast)
        gevraagd.refresh_from_db()
        assert gevraagd.staat == Verzoekstaat.JA
        eis_bewaakt(vast.nu)

    @pytest.mark.parametrize(("om", "is_terug"), [("in_time", True), ("late", False)])
    def test_of_an_action_of_one_hour_the_hour_says_whether_it_was_in_time(self, vast, om, is_terug):
        vast.loopt_vast()
        (actie,) = vast.leg_vast(vast.actie(dagen=1 / 24, duur=Duur(1, Eenheid.UUR)))
        vast.tik(uren=2)
        assert vast.stap.volgnummer == 2
        over = {"door": vast.cast.coordinator, "nu": vast.nu, "gebeurd_op": localdate(vast.nu)}
        with pytest.raises(RuleError) as fout:
            actions.meld_uitgevoerd(actie, **over)
        assert fout.value.field == "om"
        minuten = -10 if om == "in_time" else 10
        moment = localtime(actie.termijn.loopt_af_op + timedelta(minutes=minuten))
        actions.meld_uitgevoerd(actie, om=moment.time(), **over)
        assert (vast.stap.volgnummer == 1) == is_terug
        actie.refresh_from_db()
        assert actie.termijn.staat == (Termijnstaat.GEHAALD if is_terug else Termijnstaat.NIET_GEHAALD)

    @pytest.mark.heavy("walks a course and reads its page")
    def test_the_page_asks_the_hour_of_an_action_of_hours_that_has_passed(self, vast):
        vast.loopt_vast()
        (actie,) = vast.leg_vast(vast.actie(dagen=1 / 24, duur=Duur(1, Eenheid.UUR)))
        bezoek = Bezoek(vast, vast.cast.coordinator)
        assert "Hoe laat was dat?" not in bezoek.tekst()
        vast.tik(uren=2)
        assert "Hoe laat was dat?" in bezoek.tekst()
        bezoek.doe("uitgevoerd", actie.pk, gebeurd_op="vandaag")
        assert vast.stap.volgnummer == 2
        bezoek.doe("uitgevoerd", actie.pk, gebeurd_op="vandaag", om=f"{localtime(actie.termijn.begint_op):%H:%M}")
        actie.refresh_from_db()
        assert actie.staat == Actiestaat.UITGEVOERD

    def test_of_an_afspraak_of_hours_too(self, vast):
        veilig = vast.doen_afspraak("Bel oma", vast.cast.mentor_in_gezin, termijn=Duur(2, Eenheid.UUR))
        vast.tik(uren=3)
        assert vast.stagnatie.is_open
        over = {"nu": vast.nu, "door": vast.cast.coordinator}
        with pytest.raises(RuleError) as fout:
            plan.vink_af(veilig, localdate(vast.nu), **over)
        assert fout.value.field == "om"
        plan.vink_af(veilig, localdate(vast.nu), om=localtime(vast.nu).time(), **over)
        assert vast.stagnatie.is_open

    def test_done_in_time_and_ticked_after_the_step_withdraws_the_step_that_came_of_it(self, vast):
        vast.loopt_vast()
        (actie,) = vast.leg_vast(vast.actie(dagen=2))
        gedaan_op, eerste = vast.nu.date(), vast.stap
        vast.tik(dagen=2)
        vast.zwijgt_op_navraag()
        tweede = vast.stap
        assert tweede.volgnummer == 2
        actions.meld_uitgevoerd(actie, door=vast.cast.coordinator, nu=vast.nu, gebeurd_op=gedaan_op)
        assert vast.stap.pk == eerste.pk and vast.stap.houder == vast.cast.coordinator
        tweede.refresh_from_db()
        assert tweede.staat == Stapstaat.INGETROKKEN
        assert "M. Smit" in verteld(vast.stagnatie, "stagnatie_stap_ingetrokken")
        eis_waterdicht()
        eis_bewaakt(vast.nu)
        # It is asked whether it is solved; silent: the managers again, as a new step.
        tot_het_einde_van(vast, vraag(SoortTussenvraag.OPGELOST).termijn)
        assert (vast.stap.volgnummer, vast.stap.houder) == (3, vast.cast.manager)

    @pytest.mark.eis("E14", "E4")
    def test_a_withdrawn_step_reached_nobody_so_who_kept_step_1_does_not_get_step_2(self, vast):
        Functie.objects.filter(gebruiker=vast.cast.coordinator).update(leidinggevende=None)
        Functie.objects.filter(gebruiker=vast.cast.teamleider).delete()
        actions.meld_stagnatie(
            vast.cast.gezin, door=vast.cast.moeder, nu=vast.nu, oorzaak=Oorzaak.AFSPRAAK_NIET_NAGEKOMEN,
            toelichting="Ze belt niet terug", doel=vast.doel, partij=vast.cast.coordinator_in_gezin,
        )  # fmt: skip
        eerste = vast.stap.houder
        vast.tik(dagen=8)
        tweede = vast.stap
        assert eerste != tweede.houder
        trek_stap_in(actions.buiten_macht(tweede, door=tweede.houder, nu=vast.nu, toelichting="x"), tweede,
                     nu=vast.nu, door=None)  # fmt: skip
        assert (vast.stap, vast.stap.houder) == (tweede, tweede.houder)

    @pytest.mark.eis("E9")
    def test_the_clock_asks_one_werkdag_counted_from_the_day_that_passed(self, vast):
        vast.loopt_vast()
        maandag = einde_van_dag(vast.nu.date() + timedelta(days=7 - vast.nu.weekday()))
        wat = actions.NieuweActie("Bellen", "Sanne is op school", maandag, deelnemer=vast.cast.mentor_in_gezin)
        vast.leg_vast(wat)
        vast.nu = maandag + timedelta(hours=1)
        vast.tik()
        gevraagd = vraag(SoortTussenvraag.ACTIE_GEDAAN)
        assert gevraagd.termijn.loopt_af_op == maandag + timedelta(days=1)

    def test_says_the_doer_so_himself_then_it_is_confirmed_first(self, vast):
        vast.loopt_vast()
        (actie,) = vast.leg_vast(vast.actie(dagen=2))
        gedaan_op, eerste = vast.nu.date(), vast.stap
        vast.tik(dagen=2)
        vast.zwijgt_op_navraag()
        actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=gedaan_op)
        assert vast.stap.volgnummer == 2
        actions.bevestig_gedaan(vraag(SoortTussenvraag.WAS_GEDAAN), True, door=vast.cast.moeder, nu=vast.nu)
        assert vast.stap.pk == eerste.pk
        eis_waterdicht()

    def test_ticked_and_taken_back_wins_no_time(self, vast):
        vast.loopt_vast()
        (actie,) = vast.leg_vast(vast.actie(dagen=2))
        gedaan_op, eerste = vast.nu.date(), vast.stap
        vast.tik(dagen=2)
        vast.zwijgt_op_navraag()
        tweede = vast.stap
        vast.leg_vast(vast.actie(dagen=7))
        liep_tot = vast.stap.resultaat.loopt_af_op.date()
        vast.tik(dagen=1)
        for _keer in range(2):
            actions.meld_uitgevoerd(actie, door=vast.cast.coordinator, nu=vast.nu, gebeurd_op=gedaan_op)
            assert vast.stap == eerste
            actions.neem_uitgevoerd_terug(actie, door=vast.cast.coordinator, nu=vast.nu, reden="Toch niet")
            # It stands where it stood: the same step and keeper, its action, and what was left of the term.
            assert (vast.stap, vast.stap.houder) == (tweede, vast.cast.manager)
            assert vast.stap.resultaat.loopt_af_op.date() == liep_tot
            assert vast.stap.acties.get().staat == Actiestaat.LOOPT
            eis_waterdicht()
            eis_bewaakt(vast.nu)
        assert "M. Smit" in verteld(vast.stagnatie, "stagnatie_aan_zet")
        # Nor did anybody lengthen it: its keeper still may, once.
        assert not is_eerder_verlengd(vast.stap.resultaat)

    def test_taken_back_while_that_is_to_be_confirmed_nobody_is_asked_any_more(self, vast):
        vast.loopt_vast()
        (actie,) = vast.leg_vast(vast.actie(dagen=2))
        gedaan_op = vast.nu.date()
        vast.tik(dagen=2)
        vast.zwijgt_op_navraag()
        stap, liep_tot = vast.stap, vast.stap.vastleggen.loopt_af_op
        vast.nu = liep_tot - timedelta(hours=1)
        actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=gedaan_op)
        gevraagd = vraag(SoortTussenvraag.WAS_GEDAAN)
        actions.neem_uitgevoerd_terug(actie, door=vast.cast.mentor, nu=vast.nu, reden="Toch niet")
        gevraagd.refresh_from_db()
        assert gevraagd.staat == Verzoekstaat.VERVALLEN
        assert vast.stap == stap and vast.stap.vastleggen.loopt_af_op < gevraagd.termijn.loopt_af_op
        eis_bewaakt(vast.nu)

    @pytest.mark.eis("E15")
    def test_one_no_leaves_no_other_action_hanging(self, vast):
        vast.loopt_vast()
        een, ander = vast.leg_vast(vast.actie(dagen=2), vast.actie(dagen=2, wie=vast.cast.collega_in_gezin))
        gedaan_op, eerste = vast.nu.date(), vast.stap
        vast.tik(dagen=2)
        actions.meld_niet_gedaan(een, door=vast.cast.mentor, nu=vast.nu)
        ander.refresh_from_db()
        assert (vast.stap.volgnummer, ander.staat) == (2, Actiestaat.NIET_UITGEVOERD)
        assert ander.termijn_id in {
            pk for ids in verschuldigd(vast.cast.collega) for (pk,) in ids.values_list("termijn")
        }
        # It counts when it happened, of both.
        for actie in (ander, een):
            actions.meld_uitgevoerd(actie, door=vast.cast.coordinator, nu=vast.nu, gebeurd_op=gedaan_op)
        assert vast.stap == eerste
        eis_bewaakt(vast.nu)

    def test_a_navraag_that_lapsed_with_a_wrong_tick_is_asked_again(self, vast):
        vast.loopt_vast()
        (actie,) = vast.leg_vast(vast.actie(dagen=2))
        vast.tik(dagen=2)
        plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.coordinator)
        assert vast.stagnatie.staat == Stagnatiestaat.INGETROKKEN
        plan.neem_vink_terug(
            Afspraak.objects.get(pk=vast.afspraak.pk), "Een ander gezin", nu=vast.nu, door=vast.cast.coordinator
        )
        actie.refresh_from_db()
        assert actie.staat == Actiestaat.GEVRAAGD and vraag(SoortTussenvraag.ACTIE_GEDAAN).actie == actie
        eis_waterdicht()
        eis_bewaakt(vast.nu)

    def test_a_second_round_is_asked_whether_it_is_solved_too(self, vast):
        vast.loopt_vast()
        for dagen in (9, 5):
            (actie,) = vast.leg_vast(vast.actie(dagen=dagen))
            vast.tik(dagen=1)
            actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=vast.nu.date())
            assert vraag(SoortTussenvraag.OPGELOST).stap == vast.stap
            actions.zeg_nee(meld(vast), door=vast.cast.moeder, nu=vast.nu, gezin_zegt="Nog niet")
            vast.tik(uren=1)
        assert vast.stap.volgnummer == 1

    @pytest.mark.eis("E7")
    def test_a_shorter_term_is_shorter_for_that_question_too(self, vast):
        vast.loopt_vast()
        (actie,) = vast.leg_vast(vast.actie(dagen=20))
        actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=vast.nu.date())
        naar = vast.in_dagen(8)
        actions.verkort(vast.stap, naar, door=vast.cast.coordinator, nu=vast.nu, reden="Het moet sneller")
        assert vraag(SoortTussenvraag.OPGELOST).termijn.loopt_af_op == naar
        vast.nu = naar
        vast.tik()
        assert (vast.stap.volgnummer, vast.stap.reden) == (2, Stapreden.NIET_GEMELD)


class TestTooLong:
    """Line 7: the first term is bounded, and anybody may object (E7)."""

    pytestmark = pytest.mark.eis("E7")

    def test_above_the_regions_maximum_only_with_a_reason(self, vast):
        vast.loopt_vast()
        with pytest.raises(RuleError) as fout:
            vast.leg_vast(vast.actie(dagen=90))
        assert fout.value.field == "waarom_zo_lang"
        actions.leg_acties_vast(
            vast.stap, [vast.actie(dagen=90)], door=vast.cast.coordinator, nu=vast.nu, waarom_zo_lang="De wachtlijst"
        )
        assert vast.stagnatie.gebeurtenissen.filter(tekst__contains="De wachtlijst").exists()

    def test_in_a_crisis_the_maximum_is_a_week(self, vast):
        actions.meld_stagnatie(
            vast.cast.gezin, door=vast.cast.moeder, nu=vast.nu, oorzaak=Oorzaak.CRISIS, toelichting="Nu"
        )
        with pytest.raises(RuleError, match="Schrijf waarom"):
            vast.leg_vast(vast.actie(dagen=8))
        assert vast.leg_vast(vast.actie(dagen=6))

    @pytest.mark.eis("E1")
    def test_also_in_what_a_crisis_has_raised(self, vast):
        vast.loopt_vast()
        actions.meld_stagnatie(
            vast.cast.gezin, door=vast.cast.moeder, nu=vast.nu, oorzaak=Oorzaak.CRISIS, toelichting="Nu",
            doel=vast.stagnatie.doel, partij=vast.stagnatie.partij,
        )  # fmt: skip
        with pytest.raises(RuleError, match="Schrijf waarom"):
            vast.leg_vast(vast.actie(dagen=8))

    @pytest.mark.parametrize("wie", ["moeder", "mentor", "collega"])
    def test_anybody_who_takes_part_objects_and_the_level_above_decides(self, vast, wie):
        vast.loopt_vast()
        vast.leg_vast(vast.actie(dagen=30))
        door = getattr(vast.cast, wie)
        assert Daad.BEZWAAR in zicht_op(door, vast.stagnatie).daden
        bezwaar = actions.maak_bezwaar(vast.stap, door=door, nu=vast.nu, tekst="Sanne wacht al maanden")
        assert verteld(vast.stagnatie, "stagnatie_bezwaar") == {"M. Smit"}
        with pytest.raises(RuleError, match="Hierover beslist"):
            actions.beslis_bezwaar(bezwaar, None, door=vast.cast.coordinator, nu=vast.nu, uitleg="Het kan niet")
        naar = vast.in_dagen(10)
        actions.beslis_bezwaar(bezwaar, naar, door=vast.cast.manager, nu=vast.nu, uitleg="Sanne kan niet wachten")
        assert vast.stap.resultaat.loopt_af_op == naar
        assert vast.stap.houder == vast.cast.coordinator

    @pytest.mark.parametrize("stap", [1, 2, 3])
    @pytest.mark.parametrize("wie", ["coordinator", "moeder"])
    def test_coordinator_and_family_say_it_at_every_step(self, vast, stap, wie):
        {1: vast.loopt_vast, 2: vast.naar_stap_2, 3: vast.naar_stap_3}[stap]()
        door = getattr(vast.cast, wie)
        if door == vast.stap.houder:
            return  # who is on turn herself makes it shorter
        assert actions.maak_bezwaar(vast.stap, door=door, nu=vast.nu, tekst="Dit duurt te lang").wacht

    def test_no_answer_goes_a_level_further_and_at_the_end_the_maximum_is_the_term(self, vast):
        vast.loopt_vast()
        actions.leg_acties_vast(
            vast.stap, [vast.actie(dagen=90)], door=vast.cast.coordinator, nu=vast.nu, waarom_zo_lang="De wachtlijst"
        )
        begon = vast.nu
        actions.maak_bezwaar(vast.stap, door=vast.cast.moeder, nu=vast.nu, tekst="Sanne wacht")
        # The managers, the officials, and then each level: never the term to which was objected, by silence.
        for boven in ("F. de Boer", "B. Wolters", "R. Overkamp"):
            assert boven not in verteld(vast.stagnatie, "stagnatie_bezwaar")
            tot_het_einde_van(vast, vraag(SoortTussenvraag.TE_LANG).termijn)
            assert boven in verteld(vast.stagnatie, "stagnatie_bezwaar")
            assert (vast.stap.resultaat.loopt_af_op - begon).days > 42
        tot_het_einde_van(vast, vraag(SoortTussenvraag.TE_LANG).termijn)
        assert (vast.stap.resultaat.loopt_af_op - begon).days <= 42
        eis_waterdicht()
        eis_bewaakt(vast.nu)

    @pytest.mark.eis("E6")
    def test_in_the_last_step_a_silent_level_is_passed_to_the_next_and_the_end_is_told(self, vast):
        vast.naar_stap_3()
        vast.leg_vast(vast.actie(dagen=30))
        actions.maak_bezwaar(vast.stap, door=vast.cast.moeder, nu=vast.nu, tekst="Sanne wacht")
        assert verteld(vast.stagnatie, "stagnatie_bezwaar") == {"B. Wolters"}
        tot_het_einde_van(vast, vraag(SoortTussenvraag.TE_LANG).termijn)
        gevraagd = vraag(SoortTussenvraag.TE_LANG)
        assert {rij.gebruiker.naam for rij in gevraagd.termijn.gevraagden.all()} == {"R. Overkamp"}
        tot_het_einde_van(vast, gevraagd.termijn)
        assert not Tussenvraag.objects.filter(staat=Verzoekstaat.WACHT).exists()
        [besloten] = vast.stagnatie.gebeurtenissen.filter(soort=SoortGebeurtenis.BEZWAAR_BESLIST)
        assert besloten.tekst == "Niemand besliste op tijd. De termijn blijft."
        assert "Petra de Wit" in verteld(vast.stagnatie, "stagnatie_bezwaar_beslist")

    def test_a_step_without_anybody_is_passed_over_and_never_asks_who_objected_or_the_keeper(self, vast):
        vast.loopt_vast()
        vast.leg_vast(vast.actie(dagen=30))
        Functie.objects.filter(gebruiker__in=[vast.cast.manager, vast.cast.bestuurder]).delete()
        actions.maak_bezwaar(vast.stap, door=vast.cast.moeder, nu=vast.nu, tekst="Sanne wacht")
        assert verteld(vast.stagnatie, "stagnatie_bezwaar") == {"F. de Boer", "L. Haddad"}

    @pytest.mark.parametrize("wat", ["oplossing", "was_gedaan"])
    def test_silence_makes_nothing_shorter_while_something_is_asked_that_may_end_it(self, vast, wat):
        vast.naar_stap_2()
        door, begon = vast.stap.houder, vast.nu
        actions.leg_acties_vast(vast.stap, [vast.actie(dagen=90)], door=door, nu=begon, waarom_zo_lang="De wachtlijst")
        liep_tot = vast.stap.resultaat.loopt_af_op
        actions.maak_bezwaar(vast.stap, door=vast.cast.moeder, nu=vast.nu, tekst="Sanne wacht")
        for _boven in ("ambtenaar", "wethouder"):
            tot_het_einde_van(vast, vraag(SoortTussenvraag.TE_LANG).termijn)
        laatste = vraag(SoortTussenvraag.TE_LANG).termijn
        vast.nu = laatste.loopt_af_op - timedelta(hours=1)
        if wat == "oplossing":
            oplossing = meld(vast)
        else:
            plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.mentor)
        tot_het_einde_van(vast, laatste)
        assert vast.stap.resultaat.loopt_af_op == liep_tot
        if wat == "oplossing":
            actions.zeg_nee(oplossing, door=vast.cast.moeder, nu=vast.nu, gezin_zegt="Nog niet")
        else:
            actions.bevestig_gedaan(vraag(SoortTussenvraag.WAS_GEDAAN), False, door=vast.cast.moeder, nu=vast.nu)
        # Now the silence counts.
        tot_het_einde_van(vast, vraag(SoortTussenvraag.TE_LANG).termijn)
        assert (vast.stap.resultaat.loopt_af_op - begon).days <= 42
        eis_waterdicht()

    def test_nothing_is_made_shorter_while_the_family_is_asked_whether_it_is_solved(self, vast):
        vast.loopt_vast()
        vast.leg_vast(vast.actie(dagen=30))
        bezwaar = actions.maak_bezwaar(vast.stap, door=vast.cast.moeder, nu=vast.nu, tekst="Sanne wacht")
        meld(vast)
        with pytest.raises(RuleError, match="Wacht eerst"):
            actions.beslis_bezwaar(bezwaar, vast.in_dagen(1), door=vast.cast.manager, nu=vast.nu, uitleg="Sneller")
        actions.beslis_bezwaar(bezwaar, None, door=vast.cast.manager, nu=vast.nu, uitleg="Dit is snel genoeg")


class TestStandsAgain:
    """A tick taken back: what was asked in between stands again as it stood, and who was asked may answer (E14)."""

    pytestmark = pytest.mark.eis("E14")

    def wrong_tick(self, vast, *, na: float = 1):
        """The coordinator ticks the afspraak for which it is stuck, and takes it back a day later."""
        plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.coordinator)
        assert vast.stagnatie.staat == Stagnatiestaat.INGETROKKEN
        vast.nu += timedelta(days=na)
        afspraak = Afspraak.objects.get(pk=vast.afspraak.pk)
        plan.neem_vink_terug(afspraak, "Een ander gezin", nu=vast.nu, door=vast.cast.coordinator)
        assert vast.stagnatie.is_open

    def test_a_question_and_the_right_to_answer_it(self, vast):
        vast.naar_stap_2()
        gesteld = vast.stagnatie.vragen.get(aan=vast.cast.manager_school)
        liep_tot = gesteld.termijn.loopt_af_op
        self.wrong_tick(vast)
        gesteld.termijn.refresh_from_db()
        assert gesteld.termijn.loopt and liep_tot <= gesteld.termijn.loopt_af_op <= liep_tot + timedelta(days=2)
        gezien = zicht_op(vast.cast.manager_school, vast.stagnatie)
        assert Daad.TERUGKOPPELEN in gezien.daden and StagnatieRecht.ADVISEREN in gezien.recht and gezien.grond
        actions.beantwoord_vraag(gesteld, antwoord="Volgende week", door=vast.cast.manager_school, nu=vast.nu)
        eis_waterdicht()
        eis_bewaakt(vast.nu)

    @pytest.mark.eis("E6")
    @pytest.mark.parametrize("bevestigd", [False, True])
    def test_a_decision_that_was_to_be_confirmed_or_reported_back_on(self, vast, bevestigd):
        stap = vast.naar_stap_3()
        niveau = stap.modelstap.niveaus.get(nummer=1)
        actions.besluit(
            stap,
            niveau=niveau,
            tekst="School meldt",
            grond="Convenant",
            instellingen=[vast.cast.school],
            door=stap.houder,
            nu=vast.nu,
        )
        bevestiging = Bevestiging.objects.get()
        if bevestigd:
            actions.bevestig(bevestiging, door=vast.cast.manager_school, nu=vast.nu)
        self.wrong_tick(vast)
        bevestiging.termijn.refresh_from_db()
        assert bevestiging.termijn.loopt
        if not bevestigd:
            actions.bevestig(bevestiging, door=vast.cast.manager_school, nu=vast.nu)
        assert StagnatieRecht.ADVISEREN in zicht_op(vast.cast.manager_school, vast.stagnatie).recht

    @pytest.mark.eis("E7")
    def test_an_objection_and_whether_it_is_solved(self, vast):
        vast.loopt_vast()
        vast.leg_vast(vast.actie(dagen=30))
        bezwaar = actions.maak_bezwaar(vast.stap, door=vast.cast.moeder, nu=vast.nu, tekst="Sanne wacht")
        oplossing = meld(vast)
        self.wrong_tick(vast)
        for gevraagd in (bezwaar, oplossing):
            gevraagd.refresh_from_db()
            assert gevraagd.wacht and gevraagd.termijn.loopt
        actions.beslis_bezwaar(bezwaar, None, door=vast.cast.manager, nu=vast.nu, uitleg="Het kan niet sneller")
        actions.zeg_ja(oplossing, door=vast.cast.moeder, nu=vast.nu)
        assert vast.stagnatie.staat == Stagnatiestaat.OPGELOST

    def test_the_ground_of_who_was_asked_in_a_step_that_stands_again(self, vast):
        vast.loopt_vast()
        (actie,) = vast.leg_vast(vast.actie(dagen=2))
        gedaan_op = vast.nu.date()
        vast.tik(dagen=2)
        vast.zwijgt_op_navraag()
        assert zicht_op(vast.cast.manager_school, vast.stagnatie).grond
        actions.meld_uitgevoerd(actie, door=vast.cast.coordinator, nu=vast.nu, gebeurd_op=gedaan_op)
        actions.neem_uitgevoerd_terug(actie, door=vast.cast.coordinator, nu=vast.nu, reden="Toch niet")
        assert zicht_op(vast.cast.manager_school, vast.stagnatie).grond

    def test_not_who_can_log_in_no_more(self, vast):
        vast.naar_stap_2()
        plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.coordinator)
        Gebruiker.objects.filter(pk=vast.cast.manager_school.pk).update(is_active=False)
        afspraak = Afspraak.objects.get(pk=vast.afspraak.pk)
        plan.neem_vink_terug(afspraak, "Een ander gezin", nu=vast.nu, door=vast.cast.coordinator)
        assert not StagnatieRechtVerlening.objects.filter(
            user=vast.cast.manager_school, permission__codename=StagnatieRecht.ADVISEREN
        ).exists()
