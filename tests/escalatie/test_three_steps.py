"""From the executors to the managers to the gemeente, by the clock, without anyone having to dare (E4, E5, E6, E9)."""

from datetime import timedelta

import pytest

from core.errors import RuleError
from escalatie import actions
from escalatie.models import (
    Actie,
    Actiestaat,
    BetrokkenOrganisatie,
    SoortGebeurtenis,
    SoortVraag,
    Stagnatie,
    Stapreden,
    Stapstaat,
    Vraag,
)
from gezinsplan.signalen import GEEN_ANTWOORD, Gemist
from instanties.actions import beeindig_toegang, geef_functie, leg_gemeente_vast
from instanties.models import Beheermelding, Functie, Gemeente, Regio, Rol
from termijnen.models import Termijnstaat
from tests.escalatie.conftest import gebeurd, verteld
from toestemming.models import Grondslag, SoortGrondslag
from woorden.duur import Duur, Eenheid


def open_voor(vast, partij) -> Stagnatie:
    """A stagnatie in which this party's share is missing."""
    afspraak = vast.doen_afspraak("Iets anders", partij)
    return actions.open_stagnaties([Gemist(afspraak, partij, GEEN_ANTWOORD)], nu=vast.nu)[0]


@pytest.mark.eis("E4")
def test_nothing_recorded_in_step_1_then_the_managers(vast):
    vast.loopt_vast()
    eerste = vast.stap
    vast.nu = eerste.vastleggen.loopt_af_op
    vast.tik()
    stap = vast.stap
    assert (stap.modelstap.nummer, stap.volgnummer, stap.reden) == (2, 2, Stapreden.NIET_VASTGELEGD)
    assert stap.houder == vast.cast.manager
    assert stap.houder_instelling == vast.cast.maatschappelijk_werk
    assert stap.vastleggen.begint_op == vast.nu
    eerste.refresh_from_db()
    assert eerste.staat == Stapstaat.DOORGEZET
    assert eerste.vastleggen.staat == Termijnstaat.NIET_GEHAALD


@pytest.mark.eis("E7")
def test_a_second_earlier_nothing_happens_yet(vast):
    vast.loopt_vast()
    vast.nu = vast.stap.vastleggen.loopt_af_op - timedelta(seconds=1)
    vast.tik()
    assert vast.stap.volgnummer == 1


@pytest.mark.eis("E4")
def test_the_manager_of_whose_share_is_missing_owes_an_answer_within_that_week(vast):
    stap = vast.naar_stap_2()
    vraag = Vraag.objects.get(soort=SoortVraag.AANDEEL)
    assert (vraag.soort, vraag.aan, vraag.van) == (SoortVraag.AANDEEL, vast.cast.manager_school, None)
    assert vraag.termijn.loopt_af_op == stap.vastleggen.loopt_af_op
    assert verteld(stap.stagnatie, "stagnatie_vraag") == {"K. Jansen"}
    rijen = BetrokkenOrganisatie.objects.filter(stagnatie=stap.stagnatie)
    assert {(str(rij.instelling), rij.aandeel_ontbreekt) for rij in rijen} == {
        ("Basisschool De Wilgentak", True),
        ("Maatschappelijk Werk De Brug", False),
    }


@pytest.mark.eis("E4")
def test_when_they_are_of_one_instelling_the_bestuurder_hears_it_too(vast):
    stagnatie = open_voor(vast, vast.cast.collega_in_gezin)
    vast.tik(dagen=8)
    assert Stagnatie.objects.get(pk=stagnatie.pk).stappen.get(staat="open").houder == vast.cast.manager
    assert verteld(stagnatie, "stagnatie_ingelicht") == {"H. van Dam"}
    assert not Vraag.objects.filter(stagnatie=stagnatie, soort=SoortVraag.AANDEEL).exists()


@pytest.mark.eis("E4")
def test_without_a_manager_the_bestuurder(vast):
    vast.loopt_vast()
    Functie.objects.filter(gebruiker=vast.cast.manager).update(beeindigd_op=vast.nu)
    vast.tik(dagen=8)
    assert vast.stap.houder == vast.cast.bestuurder


@pytest.mark.eis("E4")
def test_with_nobody_the_gemeente_at_once_and_the_beheerder_hears_it(vast):
    vast.loopt_vast()
    leiding = [vast.cast.manager, vast.cast.bestuurder]
    Functie.objects.filter(gebruiker__in=leiding).update(beeindigd_op=vast.nu)
    vast.tik(dagen=8)
    stap = vast.stap
    assert (stap.modelstap.nummer, stap.reden) == (3, Stapreden.NIEMAND)
    assert stap.houder == vast.cast.ambtenaar
    melding = Beheermelding.objects.get(instelling=vast.cast.maatschappelijk_werk)
    assert "De Wit" not in melding.tekst
    # The school still owes its answer.
    assert Vraag.objects.get().aan == vast.cast.manager_school


def test_who_kept_step_1_does_not_keep_step_2_too(vast):
    Functie.objects.create(gebruiker=vast.cast.teamleider, rol=Rol.MANAGER, instelling=vast.cast.maatschappelijk_werk)
    stagnatie = open_voor(vast, vast.cast.coordinator_in_gezin)
    vast.tik(dagen=8)
    houders = list(stagnatie.stappen.order_by("volgnummer").values_list("houder__naam", flat=True))
    assert houders[0] == "R. Vos"
    assert houders[1] == "M. Smit"  # levels that reach different people


@pytest.mark.eis("E5")
def test_not_recorded_within_the_week_then_the_gemeente(vast):
    stap = vast.naar_stap_3()
    assert (stap.modelstap.nummer, stap.reden) == (3, Stapreden.NIET_VASTGELEGD)
    assert stap.houder == vast.cast.ambtenaar
    assert stap.houder_gemeente == vast.cast.gemeente


@pytest.mark.eis("E5")
def test_the_ambtenaar_of_step_3_never_kept_step_2(vast):
    Functie.objects.create(gebruiker=vast.cast.ambtenaar, rol=Rol.MANAGER, instelling=vast.cast.maatschappelijk_werk)
    Functie.objects.filter(gebruiker=vast.cast.manager).update(beeindigd_op=vast.nu)
    assert vast.naar_stap_2().houder == vast.cast.ambtenaar
    vast.tik(dagen=8)
    assert vast.stap.houder == vast.cast.vervanger


@pytest.mark.eis("E6")
def test_a_term_that_passed_in_step_3_is_a_new_term_one_level_higher(vast):
    vast.naar_stap_3()
    niveaus = []
    for _keer in range(4):
        stap = vast.stap
        niveaus.append((stap.modelstap.nummer, stap.niveau, stap.vastleggen.begint_op == stap.geopend_op))
        vast.tik(dagen=8)
    assert niveaus == [(3, 1, True), (3, 2, True), (3, 3, True), (3, 3, True)]  # never silence
    assert vast.stap.volgnummer == 7


@pytest.mark.eis("E9")
def test_when_the_gemeente_has_nobody_the_manager_stays_keeper_with_a_new_term(vast):
    vast.naar_stap_2()
    Functie.objects.filter(gemeente__isnull=False).update(beeindigd_op=vast.nu)
    Gemeente.objects.update(actief=False, ambtenaar=None, vervanger=None)
    vast.tik(dagen=8)
    stap = vast.stap
    assert (stap.modelstap.nummer, stap.volgnummer, stap.houder) == (2, 3, vast.cast.manager)
    assert Beheermelding.objects.filter(gemeente=vast.cast.gemeente).exists()
    for wie in (vast.cast.ambtenaar, vast.cast.vervanger, vast.cast.gemeente.bestuur):
        geef_functie(wie, Rol.GEMEENTEAMBTENAAR, gemeente=Gemeente.objects.get(), door=None)
    leg_gemeente_vast(
        Gemeente.objects.get(),
        ambtenaar=vast.cast.ambtenaar,
        vervanger=vast.cast.vervanger,
        actief=True,
        door=vast.cast.beheerder,
    )
    vast.tik(dagen=8)
    assert vast.stap.houder == vast.cast.ambtenaar


@pytest.mark.eis("E2", "G17", "E10")
def test_the_coordinator_records_acties_and_has_until_the_last_one(vast):
    vast.loopt_vast()
    acties = vast.leg_vast(
        vast.actie(dagen=3), vast.actie(dagen=9, wie=vast.cast.oma, duur=Duur(9, Eenheid.DAG), wat="Oma brengt Sanne")
    )
    stap = vast.stap
    assert stap.vastleggen.staat == Termijnstaat.GEHAALD
    assert stap.resultaat.loopt_af_op == acties[1].termijn.loopt_af_op
    assert stap.staptermijn == stap.resultaat
    assert [str(actie.verzoeken.get().termijn.gevraagden.get().gebruiker) for actie in acties] == [
        "J. Willems",
        "Petra de Wit",
    ]  # grandmother's navrager
    assert verteld(stap.stagnatie, "stagnatie_actie") == {"J. Willems", "Petra de Wit"}
    assert "Mark Jonker" in verteld(stap.stagnatie, "stagnatie_acties")


def test_added_acties_may_not_fall_after_the_term_of_the_step(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=5))
    vast.leg_vast(vast.actie(dagen=4))
    assert Actie.objects.count() == 2
    with pytest.raises(RuleError, match="Verleng eerst") as fout:
        vast.leg_vast(vast.actie(dagen=6))
    assert fout.value.field == "termijn"
    assert Actie.objects.count() == 2


@pytest.mark.eis("E4")
def test_an_actie_not_done_in_time_then_step_2_at_once(vast):
    vast.loopt_vast()
    acties = vast.leg_vast(vast.actie(dagen=2), vast.actie(dagen=20))
    eerste = vast.stap
    vast.tik(dagen=2)
    vast.zwijgt_op_navraag()
    stap = vast.stap
    assert (stap.modelstap.nummer, stap.reden) == (2, Stapreden.NIET_BEREIKT)  # at once, the other isn't waited for
    staten = [Actie.objects.get(pk=actie.pk).staat for actie in acties]
    assert staten == [Actiestaat.NIET_UITGEVOERD, Actiestaat.LOOPT]
    eerste.refresh_from_db()
    assert eerste.resultaat.staat == Termijnstaat.NIET_GEHAALD


def test_an_actie_of_a_step_that_is_over_escalates_nothing(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=1), vast.actie(dagen=8))
    vast.tik(dagen=1)
    vast.zwijgt_op_navraag()
    assert vast.stap.volgnummer == 2
    vast.tik(dagen=4)
    assert vast.stap.volgnummer == 2
    assert gebeurd(vast.stagnatie).count(SoortGebeurtenis.ACTIE_NIET_UITGEVOERD) == 2


@pytest.mark.eis("E4")
def test_all_carried_out_but_not_solved_then_step_2_after_all(vast):
    vast.loopt_vast()
    (actie,) = vast.leg_vast(vast.actie(dagen=5))
    actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=vast.nu.date())
    assert verteld(vast.stagnatie, "stagnatie_alles_uitgevoerd") == {"N. Bakker"}
    vast.tik(dagen=6)
    assert vast.stap.reden == Stapreden.NIET_GEMELD  # asked whether it is solved, and nobody said (S6)
    assert Actie.objects.get().staat == Actiestaat.UITGEVOERD


@pytest.mark.eis("E7")
def test_a_term_of_24_hours_runs_to_the_minute(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=1, duur=Duur(24, Eenheid.UUR)))
    vast.tik(uren=23.9)
    assert vast.stap.volgnummer == 1
    vast.tik(uren=0.1)
    assert vast.stap.volgnummer == 2


@pytest.mark.eis("E5")
def test_in_step_2_the_manager_records_and_what_is_late_goes_to_the_gemeente(vast):
    vast.naar_stap_2()
    vast.leg_vast(vast.actie(dagen=4, instelling=vast.cast.school), door=vast.cast.manager)
    actie = Actie.objects.get()
    assert actie.verzoeken.get().termijn.gevraagden.get().gebruiker == vast.cast.manager_school
    assert actie.termijn.houder == vast.cast.manager
    vast.tik(dagen=4)
    vast.zwijgt_op_navraag()
    stap = vast.stap
    assert (stap.modelstap.nummer, stap.reden, stap.houder) == (3, Stapreden.NIET_BEREIKT, vast.cast.ambtenaar)


@pytest.mark.eis("E5")
def test_beyond_our_power_goes_one_step_higher_at_once(vast):
    stap = vast.naar_stap_2()
    derde = actions.buiten_macht(stap, door=vast.cast.manager, nu=vast.nu, toelichting="Er is geen woning")
    assert (derde.modelstap.nummer, derde.reden, derde.toelichting) == (3, Stapreden.BUITEN_MACHT, "Er is geen woning")
    stap.refresh_from_db()
    assert stap.vastleggen.staat == Termijnstaat.VERVALLEN  # not a term that was missed


def test_beyond_our_power_in_step_1_is_for_the_managers_to_judge(vast):
    vast.loopt_vast()
    tweede = actions.buiten_macht(vast.stap, door=vast.cast.coordinator, nu=vast.nu, toelichting="Wachtlijst")
    assert tweede.modelstap.nummer == 2


@pytest.mark.eis("E4")
def test_the_coordinator_calls_in_help_earlier_with_a_reason(vast):
    vast.loopt_vast()
    with pytest.raises(RuleError) as fout:
        actions.roep_eerder_hulp_in(vast.stap, door=vast.cast.coordinator, nu=vast.nu, toelichting=" ")
    assert fout.value.field == "toelichting"
    stap = actions.roep_eerder_hulp_in(
        vast.stap, door=vast.cast.coordinator, nu=vast.nu, toelichting="Sanne is weggelopen"
    )
    assert (stap.modelstap.nummer, stap.reden) == (2, Stapreden.EERDER)
    with pytest.raises(RuleError, match="al ingeschakeld"):
        actions.roep_eerder_hulp_in(stap, door=vast.cast.coordinator, nu=vast.nu, toelichting="Nog eens")


@pytest.mark.eis("E6")
def test_whoever_keeps_a_level_takes_it_a_level_higher_until_the_highest(vast):
    stap = vast.naar_stap_3()
    for niveau in (2, 3):
        stap = actions.hoger_niveau(stap, door=stap.houder, nu=vast.nu, toelichting="Wie hoger staat is nodig")
        assert (stap.niveau, stap.reden) == (niveau, Stapreden.HOGER_NIVEAU)
    with pytest.raises(RuleError, match="hoogste niveau"):
        actions.hoger_niveau(stap, door=stap.houder, nu=vast.nu, toelichting="Nog hoger")
    with pytest.raises(RuleError, match="niet aan zet"):
        actions.hoger_niveau(stap, door=vast.cast.ambtenaar, nu=vast.nu, toelichting="Nog hoger")


@pytest.mark.eis("E10")
def test_who_comes_too_late_hears_who_is_on_turn_now(vast):
    vast.loopt_vast()
    oud = vast.stap
    vast.tik(dagen=8)
    with pytest.raises(RuleError, match=r"intussen voorbij.*M\. Smit aan zet.*uiterlijk"):
        actions.leg_acties_vast(oud, [vast.actie()], door=vast.cast.coordinator, nu=vast.nu)
    with pytest.raises(RuleError, match=r"niet aan zet.*M\. Smit"):
        actions.leg_acties_vast(vast.stap, [vast.actie()], door=vast.cast.coordinator, nu=vast.nu)
    assert not Actie.objects.exists()


def test_a_week_of_standstill_gives_each_step_its_own_full_term(vast):
    vast.loopt_vast()
    vast.tik(dagen=40)
    stap = vast.stap
    assert stap.volgnummer == 2  # no step skipped, none done twice
    assert stap.vastleggen.begint_op == vast.nu
    vast.tik()
    vast.tik(dagen=7)
    assert vast.stap.volgnummer == 2
    vast.tik(dagen=1)
    assert vast.stap.volgnummer == 3


@pytest.mark.eis("E13")
def test_the_ground_is_there_for_who_is_on_turn_and_ends_with_the_step(vast):
    stap = vast.naar_stap_2()
    geldig = Grondslag.objects.geldig().filter(soort=SoortGrondslag.DOORZETTINGSMACHT)
    assert {(str(g.gebruiker), g.voor_object) for g in geldig} == {("M. Smit", stap.pk), ("K. Jansen", stap.pk)}
    vast.tik(dagen=8)
    assert {str(g.gebruiker) for g in geldig.all()} == {"F. de Boer"}


@pytest.mark.eis("E13")
def test_the_region_can_switch_off_the_insight(vast):
    regio = Regio.objects.huidige()
    regio.inzage_escalatiebericht = False
    regio.save()
    vast.naar_stap_2()
    assert not Grondslag.objects.filter(soort=SoortGrondslag.DOORZETTINGSMACHT).exists()


@pytest.mark.eis("E9")
def test_who_can_no_longer_log_in_keeps_no_step(vast):
    stap = vast.naar_stap_2()
    beeindig_toegang(vast.cast.manager, nu=vast.nu, door=vast.cast.beheerder, ook_als_iets_blijft_liggen=True)
    nieuw = vast.stap
    assert (nieuw.pk, nieuw.houder) == (stap.pk, vast.cast.bestuurder)
    assert nieuw.vastleggen.houder == vast.cast.bestuurder


@pytest.mark.eis("E9")
def test_with_nobody_left_at_the_instelling_the_step_goes_to_the_gemeente(vast):
    vast.naar_stap_2()
    Functie.objects.filter(gebruiker=vast.cast.bestuurder).update(beeindigd_op=vast.nu)
    beeindig_toegang(vast.cast.manager, nu=vast.nu, door=vast.cast.beheerder, ook_als_iets_blijft_liggen=True)
    assert vast.stap.houder == vast.cast.ambtenaar
    assert vast.stap.reden == Stapreden.NIEMAND


@pytest.mark.parametrize("veld", ["wat", "gewenst_resultaat", "wie", "termijn"])
def test_an_incomplete_actie_says_at_the_field_what_is_missing(vast, veld):
    vast.loopt_vast()
    from dataclasses import replace

    mis = {
        "wat": {"wat": " "},
        "gewenst_resultaat": {"gewenst_resultaat": ""},
        "wie": {"deelnemer": None},
        "termijn": {"loopt_af_op": vast.in_dagen(-1)},
    }[veld]
    with pytest.raises(RuleError) as fout:
        vast.leg_vast(replace(vast.actie(), **mis))
    assert fout.value.field == veld
    assert vast.stap.resultaat is None


def test_somebody_of_another_family_cannot_get_an_actie(vast):
    vast.loopt_vast()
    vreemde = vast.cast.ander_gezin.deelnemers.get(gebruiker=vast.cast.andere_moeder)
    with pytest.raises(RuleError) as fout:
        vast.leg_vast(vast.actie(wie=vreemde))
    assert fout.value.field == "wie"


@pytest.mark.eis("E13")
def test_in_step_1_only_an_instelling_of_the_plan_gets_an_actie(vast):
    vast.loopt_vast()
    with pytest.raises(RuleError, match="doet niet mee in dit plan") as fout:
        vast.leg_vast(vast.actie(instelling=vast.cast.jeugdhulp))
    assert fout.value.field == "wie"  # nobody else has a ground yet
    vast.leg_vast(vast.actie(instelling=vast.cast.school))
    assert Actie.objects.get().verzoeken.get().termijn.gevraagden.get().gebruiker == vast.cast.manager_school


@pytest.mark.eis("I1")
def test_from_step_2_every_instelling_of_the_region_can_get_an_actie(vast):
    vast.naar_stap_2()
    vast.leg_vast(vast.actie(instelling=vast.cast.jeugdhulp))
    assert Actie.objects.get().instelling == vast.cast.jeugdhulp


@pytest.mark.eis("E14")
def test_carried_out_in_time_and_recorded_the_next_day_takes_no_step(vast):
    vast.loopt_vast()
    (actie,) = vast.leg_vast(vast.actie(dagen=2))
    gedaan_op = vast.nu.date()
    vast.tik(dagen=2)
    actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=gedaan_op)
    actie.refresh_from_db()
    assert (actie.staat, actie.uitgevoerd_op) == (Actiestaat.UITGEVOERD, gedaan_op)
    assert actie.termijn.staat == Termijnstaat.GEHAALD
    assert vast.stap.volgnummer == 1


def test_only_whom_it_concerns_reports_it_carried_out(vast):
    vast.loopt_vast()
    (actie,) = vast.leg_vast()
    with pytest.raises(RuleError, match="van een ander"):
        actions.meld_uitgevoerd(actie, door=vast.cast.behandelaar, nu=vast.nu, gebeurd_op=vast.nu.date())
    with pytest.raises(RuleError) as fout:
        actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=vast.in_dagen(1).date())
    assert fout.value.field == "gebeurd_op"


@pytest.mark.eis("E14")
def test_a_wrong_tick_goes_back_with_a_reason(vast):
    vast.loopt_vast()
    (actie,) = vast.leg_vast(vast.actie(dagen=5))
    actions.meld_uitgevoerd(actie, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=vast.nu.date())
    actions.neem_uitgevoerd_terug(actie, door=vast.cast.mentor, nu=vast.nu, reden="Het was een ander gezin")
    actie.refresh_from_db()
    assert actie.staat == Actiestaat.LOOPT
    assert actie.termijn.staat == Termijnstaat.LOOPT
    vast.tik(dagen=5)
    vast.zwijgt_op_navraag()
    assert vast.stap.volgnummer == 2
