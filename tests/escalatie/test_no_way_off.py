"""No way off the ladder: nobody ends alone what the own share caused; silence is yes only of who was asked and reached (E15).

Each test is a course, walked with the clock.
"""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from core.errors import RuleError
from escalatie import actions
from escalatie.models import (
    Medepartij,
    Oorzaak,
    Oplossing,
    SoortGebeurtenis,
    SoortTussenvraag,
    Stagnatie,
    Stagnatiestaat,
    Stapreden,
    Tussenvraag,
)
from escalatie.permissions import Daad
from escalatie.zicht import zicht_op
from gezinnen.actions import wissel_coordinator
from gezinsplan import actions as plan
from gezinsplan.actions.navraag import Navraagantwoord
from gezinsplan.models import Antwoord, Gesprek, Navraag
from instanties.actions import beeindig_functie
from instanties.models import Functie, Gebruiker, Stilte, Verzoekstaat
from termijnen.models import Termijn
from tests.afwezig import is_weg
from tests.escalatie.conftest import gebeurd, gelezen_door, verteld
from tests.escalatie.ladder import eis_waterdicht
from woorden.duur import Duur, Eenheid

pytestmark = [pytest.mark.eis("E15"), pytest.mark.heavy("walks a course to where it could be left")]


def meld(vast, door: Gebruiker | None = None) -> Oplossing:
    return actions.meld_opgelost(vast.stagnatie, door=door or vast.cast.coordinator, nu=vast.nu)


def tot_het_einde_van(vast, termijn: Termijn) -> None:
    vast.nu = termijn.loopt_af_op
    vast.tik()


def niemand_van_het_gezin_logt_in(vast) -> None:
    Gebruiker.objects.filter(pk__in=[vast.cast.moeder.pk, vast.cast.vader.pk]).update(is_active=False)


class TestSilence:
    """Line 5: silence, and who reports (S1, S7)."""

    def test_a_family_that_was_asked_and_reached_and_is_silent_says_yes(self, vast):
        vast.loopt_vast()
        oplossing = meld(vast)
        gelezen_door(vast.cast.moeder, vast.nu)
        tot_het_einde_van(vast, oplossing.termijn)
        assert vast.stagnatie.staat == Stagnatiestaat.OPGELOST

    def test_nobody_of_the_family_was_asked_so_it_stays_open_and_the_level_above_is_on_turn(self, vast):
        vast.loopt_vast()
        niemand_van_het_gezin_logt_in(vast)
        oplossing = meld(vast)
        assert oplossing.stilte == Stilte.VERDER
        # Another than who reports it is asked to phone the family, and has it in her own list.
        assert verteld(vast.stagnatie, "stagnatie_opgelost_bel") == {"M. Smit"}
        assert Termijn.objects.gevraagd_aan(vast.cast.manager).get() == oplossing.termijn
        tot_het_einde_van(vast, oplossing.termijn)
        assert vast.stagnatie.is_open
        assert (vast.stap.reden, vast.stap.houder) == (Stapreden.GEZIN_NIET_BEREIKT, vast.cast.manager)
        eis_waterdicht()

    def test_asked_but_not_reached_is_not_asked(self, vast):
        vast.loopt_vast()
        oplossing = meld(vast)  # no mail went out, and nobody read it here
        tot_het_einde_van(vast, oplossing.termijn)
        oplossing.refresh_from_db()
        assert (oplossing.staat, oplossing.stilte) == (Verzoekstaat.STILTE, Stilte.VERDER)
        assert vast.stagnatie.is_open and vast.stap.volgnummer == 2

    def test_a_yes_by_phone_is_recorded_by_another_than_who_reported_it(self, vast):
        vast.loopt_vast()
        niemand_van_het_gezin_logt_in(vast)
        oplossing = meld(vast)
        with pytest.raises(RuleError, match="Een ander"):
            actions.zeg_ja(oplossing, door=vast.cast.coordinator, nu=vast.nu, hoe="gebeld op maandag")
        assert vast.stagnatie.is_open
        assert Daad.OPSCHRIJVEN in zicht_op(vast.cast.manager, vast.stagnatie).daden
        actions.zeg_ja(oplossing, door=vast.cast.manager, nu=vast.nu, hoe="gebeld op dinsdag, met moeder")
        assert vast.stagnatie.staat == Stagnatiestaat.OPGELOST

    def test_a_colleague_of_the_plan_records_it_too_but_never_the_missing_party(self, vast):
        vast.loopt_vast()
        oplossing = meld(vast)
        with pytest.raises(RuleError):
            actions.zeg_ja(oplossing, door=vast.cast.mentor, nu=vast.nu, hoe="gebeld")
        actions.zeg_ja(oplossing, door=vast.cast.collega, nu=vast.nu, hoe="samen aan tafel")
        assert vast.stagnatie.staat == Stagnatiestaat.OPGELOST

    def test_who_reported_it_notes_a_no_for_that_ends_nothing(self, vast):
        vast.loopt_vast()
        actions.zeg_nee(meld(vast), door=vast.cast.coordinator, nu=vast.nu, gezin_zegt="Nog niet", hoe="gebeld")
        assert vast.stagnatie.is_open

    @pytest.mark.eis("I6")
    def test_who_reported_it_does_not_close_it_through_her_substitute(self, vast):
        vast.loopt_vast()
        oplossing = meld(vast)
        is_weg(vast.cast.coordinator, vast.cast.collega)
        with pytest.raises(RuleError, match="Een ander"):
            actions.zeg_ja(oplossing, door=vast.cast.collega, nu=vast.nu, hoe="gebeld")
        assert vast.stagnatie.is_open

    @pytest.mark.eis("I6")
    def test_nor_does_she_close_what_her_substitute_reported(self, vast):
        vast.loopt_vast()
        is_weg(vast.cast.coordinator, vast.cast.collega)
        oplossing = meld(vast, vast.cast.collega)
        with pytest.raises(RuleError, match="Een ander"):
            actions.zeg_ja(oplossing, door=vast.cast.coordinator, nu=vast.nu, hoe="gebeld")
        assert vast.stagnatie.is_open

    def test_about_the_coordinators_own_share_her_leidinggevende_reports(self, vast):
        stagnatie = actions.meld_stagnatie(
            vast.cast.gezin, door=vast.cast.moeder, nu=vast.nu, oorzaak=Oorzaak.AFSPRAAK_NIET_NAGEKOMEN,
            toelichting="Ze belt niet terug", doel=vast.doel, partij=vast.cast.coordinator_in_gezin,
        )  # fmt: skip
        assert Daad.OPGELOST_MELDEN not in zicht_op(vast.cast.coordinator, stagnatie).daden
        with pytest.raises(RuleError, match="eigen aandeel"):
            meld(vast)
        with pytest.raises(RuleError):
            meld(vast, vast.cast.mentor)
        assert Daad.OPGELOST_MELDEN in zicht_op(vast.cast.teamleider, stagnatie).daden
        oplossing = meld(vast, vast.cast.teamleider)
        with pytest.raises(RuleError):
            actions.zeg_ja(oplossing, door=vast.cast.coordinator, nu=vast.nu, hoe="gebeld")
        actions.zeg_ja(oplossing, door=vast.cast.moeder, nu=vast.nu)
        assert vast.stagnatie.staat == Stagnatiestaat.OPGELOST

    def test_also_after_the_managers_came_on_turn(self, vast):
        actions.meld_stagnatie(
            vast.cast.gezin, door=vast.cast.moeder, nu=vast.nu, oorzaak=Oorzaak.AFSPRAAK_NIET_NAGEKOMEN,
            toelichting="Ze belt niet terug", doel=vast.doel, partij=vast.cast.coordinator_in_gezin,
        )  # fmt: skip
        vast.tik(dagen=8)
        with pytest.raises(RuleError, match="eigen aandeel"):
            meld(vast)
        assert meld(vast, vast.stap.houder).wacht

    @pytest.mark.eis("E7")
    def test_a_no_gives_the_step_term_back_as_it_stood(self, vast):
        vast.loopt_vast()
        liep_tot = vast.stap.vastleggen.loopt_af_op
        vast.nu = liep_tot - timedelta(days=2)
        over = liep_tot - vast.nu
        oplossing = meld(vast)
        assert vast.stap.vastleggen.loopt_af_op > liep_tot
        vast.tik(dagen=1)
        actions.zeg_nee(oplossing, door=vast.cast.moeder, nu=vast.nu, gezin_zegt="Er belt niemand")
        assert vast.stap.vastleggen.loopt_af_op == vast.nu.replace(hour=22, minute=59, second=59) + timedelta(
            days=over.days
        )

    def test_reporting_it_every_week_wins_no_time(self, vast):
        vast.loopt_vast()
        stap = vast.stap.pk
        for _keer in range(4):
            oplossing = meld(vast)
            vast.tik(dagen=3)
            actions.zeg_nee(oplossing, door=vast.cast.moeder, nu=vast.nu, gezin_zegt="Nee")
            vast.tik(dagen=3)
            if vast.stap.pk != stap:
                break
        assert vast.stap.volgnummer == 2, "the ladder stands still as long as somebody says that it is solved"
        assert SoortGebeurtenis.STAP_GEOPEND in gebeurd(vast.stagnatie)


class TestTheKeeper:
    """A step is kept by somebody who may."""

    @pytest.mark.eis("E9", "I9")
    def test_a_manager_whose_last_function_ended_keeps_no_step(self, vast):
        vast.naar_stap_2()
        assert vast.stap.houder == vast.cast.manager
        functie = Functie.objects.geldig().get(gebruiker=vast.cast.manager)
        beeindig_functie(functie, nu=vast.nu, door=vast.cast.beheerder)
        assert vast.stap.houder == vast.cast.bestuurder
        eis_waterdicht()
        assert "N. Bakker" in verteld(vast.stagnatie, "stagnatie_houder")

    @pytest.mark.eis("E9", "I9")
    def test_is_there_nobody_else_it_goes_on_to_the_gemeente(self, vast):
        vast.naar_stap_2()
        for wie in (vast.cast.bestuurder, vast.cast.manager):
            beeindig_functie(Functie.objects.geldig().get(gebruiker=wie), nu=vast.nu, door=vast.cast.beheerder)
        assert vast.stap.houder == vast.cast.ambtenaar
        eis_waterdicht()
        assert Stagnatie.objects.count() == 1


class TestTheRightParty:
    """Line 9: whose share it is (S4, S10)."""

    @pytest.mark.eis("E12")
    def test_asked_for_more_time_in_time_and_no_answer_is_the_coordinators_share(self, vast):
        vast.tik(dagen=8)
        later = Navraagantwoord(Antwoord.LATER, "De toetsweek", nieuwe_dag=vast.in_dagen(10).date())
        plan.beantwoord_navraag(Navraag.objects.get(), later, nu=vast.nu, door=vast.cast.mentor)
        vast.tik(dagen=6)
        assert vast.stagnatie.partij == vast.cast.coordinator_in_gezin
        assert (vast.stap.reden, vast.stap.houder) == (Stapreden.GEEN_AKKOORD, vast.cast.teamleider)

    @pytest.mark.eis("E12")
    def test_also_where_the_mother_asked_for_it(self, vast):
        vast.doen_afspraak("Moeder brengt Sanne", vast.cast.moeder_in_gezin)
        vast.tik(dagen=8)
        navraag = Navraag.objects.get(afspraak__wat="Moeder brengt Sanne")
        later = Navraagantwoord(Antwoord.LATER, "De auto is stuk", nieuwe_dag=vast.in_dagen(10).date())
        plan.beantwoord_navraag(navraag, later, nu=vast.nu, door=vast.cast.moeder)
        vast.tik(dagen=6)
        partijen = set(Stagnatie.objects.values_list("partij__naam", flat=True))
        assert partijen == {"J. Willems", "N. Bakker"}

    @pytest.mark.eis("E12")
    def test_a_lapsed_talk_is_hers_not_the_mothers(self, vast):
        vast.doen_afspraak("Moeder brengt Sanne", vast.cast.moeder_in_gezin)
        for dagen in (8, 5, 8):
            vast.tik(dagen=dagen)
        stagnatie = Stagnatie.objects.get(afspraken__wat="Moeder brengt Sanne")
        assert stagnatie.partij == vast.cast.coordinator_in_gezin
        # So she doesn't report it solved either.
        with pytest.raises(RuleError, match="eigen aandeel"):
            actions.meld_opgelost(stagnatie, door=vast.cast.coordinator, nu=vast.nu)

    @pytest.mark.eis("E14")
    @pytest.mark.parametrize("wie", ["moeder", "teamleider"])
    def test_a_lapsed_talk_that_she_says_she_held_is_confirmed_by_another(self, vast, wie):
        vast.doen_afspraak("Moeder brengt Sanne", vast.cast.moeder_in_gezin)
        for dagen in (8, 5, 8):
            vast.tik(dagen=dagen)
        stagnatie = Stagnatie.objects.get(afspraken__wat="Moeder brengt Sanne")
        assert stagnatie.stappen.get().houder == vast.cast.teamleider
        gesprek = Gesprek.objects.get(afspraak__wat="Moeder brengt Sanne")
        op = localdate(gesprek.termijn.loopt_af_op) - timedelta(days=1)
        over = {"nieuwe_dag": vast.in_dagen(3).date(), "nu": vast.nu, "door": vast.cast.coordinator}
        plan.leg_gesprek_vast(gesprek, "Moeder brengt haar met de fiets", op, **over)
        stagnatie.refresh_from_db()
        assert stagnatie.is_open
        vraag = Tussenvraag.objects.get(stagnatie=stagnatie, soort=SoortTussenvraag.WAS_GEDAAN)
        assert {vast.cast.moeder.naam, vast.cast.teamleider.naam} <= verteld(stagnatie, "stagnatie_zegt_gedaan")
        with pytest.raises(RuleError):
            actions.bevestig_gedaan(vraag, True, door=vast.cast.coordinator, nu=vast.nu)
        door = getattr(vast.cast, wie)
        assert Daad.BEVESTIGEN in zicht_op(door, stagnatie).daden
        actions.bevestig_gedaan(vraag, True, door=door, nu=vast.nu)
        stagnatie.refresh_from_db()
        assert stagnatie.staat == Stagnatiestaat.INGETROKKEN
        eis_waterdicht()

    @pytest.mark.eis("E14")
    def test_her_own_late_afspraak_that_she_ticks_is_confirmed_and_else_it_goes_on(self, vast):
        vast.afspraak = vast.doen_afspraak("Bellen met de kliniek", vast.cast.coordinator_in_gezin, doel=vast.doel)
        vast.loopt_vast()
        stagnatie = Stagnatie.objects.get(afspraken=vast.afspraak)
        op = localdate(vast.afspraak.termijn.loopt_af_op) - timedelta(days=3)
        plan.vink_af(vast.afspraak, op, nu=vast.nu, door=vast.cast.coordinator)
        stagnatie.refresh_from_db()
        assert stagnatie.is_open
        vraag = Tussenvraag.objects.get(stagnatie=stagnatie)
        actions.bevestig_gedaan(vraag, False, door=vast.cast.moeder, nu=vast.nu)
        assert stagnatie.stappen.get().is_open
        eis_waterdicht()

    @pytest.mark.eis("E14")
    def test_in_step_1_what_a_colleague_says_was_done_is_withdrawn_at_once(self, vast):
        vast.loopt_vast()
        plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.mentor)
        assert vast.stagnatie.staat == Stagnatiestaat.INGETROKKEN

    @pytest.mark.eis("Z13")
    def test_that_the_plan_is_not_made_is_never_kept_only_by_who_is_late(self, vast):
        actions.meld_stagnatie(
            vast.cast.gezin, door=vast.cast.moeder, nu=vast.nu, oorzaak=Oorzaak.PLAN_KOMT_ER_NIET,
            toelichting="Er is nog niets",
        )  # fmt: skip
        assert vast.stap.houder == vast.cast.teamleider
        with pytest.raises(RuleError, match="eigen aandeel"):
            meld(vast)

    @pytest.mark.eis("Z3")
    def test_its_term_follows_who_holds_the_family(self, vast):
        actions.meld_stagnatie(
            vast.cast.gezin, door=vast.cast.moeder, nu=vast.nu, oorzaak=Oorzaak.PLAN_KOMT_ER_NIET,
            toelichting="Er is nog niets",
        )  # fmt: skip
        liep_tot = vast.stap.vastleggen.loopt_af_op
        wissel_coordinator(
            vast.cast.gezin, vast.cast.behandelaar, vast.cast.kliniek, nu=vast.nu, door=vast.cast.manager,
            reden="Zij kent het gezin",
        )  # fmt: skip
        stap = vast.stap
        assert (stap.houder, stap.houder_instelling) == (vast.cast.manager_kliniek, vast.cast.kliniek)
        assert stap.vastleggen.loopt_af_op == liep_tot
        eis_waterdicht()

    @pytest.mark.eis("E12")
    def test_one_afspraak_with_two_doers_is_one_course_with_two_parties_in_sight(self, vast):
        vast.afspraak = vast.doen_afspraak(
            "Samen naar school", vast.cast.behandelaar_in_gezin, vast.cast.collega_in_gezin, doel=vast.doel
        )
        vast.loopt_vast()
        samen = Stagnatie.objects.get(afspraken=vast.afspraak)
        partijen = [samen.partij, *(rij.deelnemer for rij in samen.medepartijen.all())]
        assert {partij.naam for partij in partijen} == {"T. Okafor", "S. Yilmaz"}
        # Neither of them reports it solved or writes down the yes.
        oplossing = actions.meld_opgelost(samen, door=vast.cast.coordinator, nu=vast.nu)
        for partij in partijen:
            with pytest.raises(RuleError):
                actions.zeg_ja(oplossing, door=partij.gebruiker, nu=vast.nu, hoe="gebeld")
        actions.zeg_nee(oplossing, door=vast.cast.moeder, nu=vast.nu, gezin_zegt="Nog niet")
        vast.tik(dagen=9)
        # Both instellingen are in sight of the managers' step.
        assert set(samen.organisaties.filter(aandeel_ontbreekt=True).values_list("instelling", flat=True)) == {
            vast.cast.kliniek.pk, vast.cast.maatschappelijk_werk.pk,
        }  # fmt: skip
        eis_waterdicht()

    @pytest.mark.eis("E12")
    def test_is_the_coordinator_one_of_the_two_then_she_neither_keeps_nor_reports_it(self, vast):
        vast.doen_afspraak(
            "Samen naar huis", vast.cast.collega_in_gezin, vast.cast.coordinator_in_gezin, doel=vast.doel
        )
        vast.loopt_vast()
        samen = Stagnatie.objects.get(afspraken__wat="Samen naar huis")
        assert samen.stappen.get().houder == vast.cast.teamleider
        with pytest.raises(RuleError, match="eigen aandeel"):
            actions.meld_opgelost(samen, door=vast.cast.coordinator, nu=vast.nu)

    @pytest.mark.eis("E12", "E2")
    def test_does_she_join_later_then_who_leads_her_keeps_it_from_then_on(self, vast):
        vast.doen_afspraak("Alleen naar huis", vast.cast.collega_in_gezin, doel=vast.doel)
        samen = vast.doen_afspraak(
            "Samen naar huis", vast.cast.collega_in_gezin, vast.cast.coordinator_in_gezin, doel=vast.doel,
            termijn=Duur(3, Eenheid.WEEK),
        )  # fmt: skip
        vast.loopt_vast()
        stagnatie = Stagnatie.objects.get(afspraken__wat="Alleen naar huis")
        stap = stagnatie.stappen.get()
        assert stap.houder == vast.cast.coordinator
        actions.leg_acties_vast(stap, [vast.actie(dagen=40)], door=stap.houder, nu=vast.nu)
        vast.tik(dagen=9)
        vast.tik(dagen=5)
        assert stagnatie.afspraken.filter(pk=samen.pk).exists()
        stap.refresh_from_db()
        assert (stap.houder, stap.is_open) == (vast.cast.teamleider, True)
        eis_waterdicht()
        # What the page offers is what the act lets: whoever leads her reports it.
        assert Daad.OPGELOST_MELDEN not in zicht_op(vast.cast.coordinator, stagnatie).daden
        assert Daad.OPGELOST_MELDEN in zicht_op(vast.cast.teamleider, stagnatie).daden
        assert actions.meld_opgelost(stagnatie, door=vast.cast.teamleider, nu=vast.nu).wacht

    @pytest.mark.eis("I6")
    def test_a_substitute_whose_share_it_is_too_does_not_coordinate_it(self, vast):
        vast.doen_afspraak(
            "Samen naar school", vast.cast.behandelaar_in_gezin, vast.cast.collega_in_gezin, doel=vast.doel
        )
        vast.loopt_vast()
        samen = Stagnatie.objects.get(afspraken__wat="Samen naar school")
        stap = samen.stappen.get()
        is_weg(vast.cast.coordinator, vast.cast.collega)
        Medepartij.objects.filter(stagnatie=samen).update(deelnemer=vast.cast.collega_in_gezin)
        Stagnatie.objects.filter(pk=samen.pk).update(partij=vast.cast.behandelaar_in_gezin)
        samen.refresh_from_db()
        assert not zicht_op(vast.cast.collega, samen).is_coordinator
        with pytest.raises(RuleError, match="coördinator"):
            actions.roep_eerder_hulp_in(stap, door=vast.cast.collega, nu=vast.nu, toelichting="Weg ermee")

    @pytest.mark.eis("E9")
    def test_an_official_who_keeps_it_reports_it_where_it_is_the_coordinators_share(self, vast):
        stagnatie = actions.meld_stagnatie(
            vast.cast.gezin, door=vast.cast.moeder, nu=vast.nu, oorzaak=Oorzaak.AFSPRAAK_NIET_NAGEKOMEN,
            toelichting="Ze belt niet terug", doel=vast.doel, partij=vast.cast.coordinator_in_gezin,
        )  # fmt: skip
        vast.tik(dagen=8)
        vast.tik(dagen=8)
        assert stagnatie.stappen.last().houder == vast.cast.ambtenaar
        assert Daad.OPGELOST_MELDEN in zicht_op(vast.cast.ambtenaar, stagnatie).daden
        assert actions.meld_opgelost(stagnatie, door=vast.cast.ambtenaar, nu=vast.nu).wacht
