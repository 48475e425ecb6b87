"""A plan gets stuck: by the clock after the navraag, or said by someone who takes part (E1, E2, E12)."""

import pytest

from core.errors import RuleError
from escalatie import actions
from escalatie.models import BetrokkenOrganisatie, Oorzaak, SoortGebeurtenis, Stagnatie, StagnatieAfspraak, Stapreden
from escalatie.zicht import zichtbare_stagnaties
from gezinnen.actions import wissel_coordinator
from gezinsplan import actions as plan
from gezinsplan.models import Antwoord, Navraag
from gezinsplan.signalen import GEEN_ANTWOORD, Gemist
from instanties.actions import beeindig_functie
from instanties.models import Beheermelding, Functie, Rol
from termijnen.models import Termijn
from tests.escalatie.conftest import gebeurd, verteld
from tests.hoeden import zonder_coordinator


@pytest.mark.eis("E12", "E2")
def test_silence_on_the_navraag_opens_step_1_at_the_coordinator(vast):
    stagnatie = vast.loopt_vast()
    stap = vast.stap
    assert stagnatie.partij == vast.cast.mentor_in_gezin
    assert stagnatie.oorzaak == Oorzaak.AFSPRAAK_NIET_NAGEKOMEN
    assert (stap.modelstap.nummer, stap.volgnummer, stap.reden) == (1, 1, Stapreden.GEEN_ANTWOORD)
    assert stap.houder == vast.cast.coordinator
    assert stap.vastleggen.duur == stap.modelstap.vastleggen()
    assert stap.vastleggen.houder == vast.cast.coordinator
    assert list(stap.vastleggen.gevraagden.values_list("gebruiker__naam", flat=True)) == ["N. Bakker"]
    assert gebeurd(stagnatie) == [SoortGebeurtenis.GEOPEND, SoortGebeurtenis.STAP_GEOPEND]


@pytest.mark.eis("G3")
def test_the_doel_that_is_stuck_is_the_one_that_the_voorwaarde_falls_under(vast):
    assert vast.loopt_vast().doel == vast.doel


@pytest.mark.eis("E12")
def test_who_says_it_does_not_work_opens_step_1_at_once(vast):
    vast.tik(dagen=8)
    navraag = Navraag.objects.get()
    antwoord = plan.Navraagantwoord(Antwoord.LUKT_NIET, toelichting="Er is geen plek op school")
    plan.beantwoord_navraag(navraag, antwoord, nu=vast.nu, door=vast.cast.mentor)
    assert vast.stap.reden == Stapreden.LUKT_NIET
    assert vast.stagnatie.toelichting == "Er is geen plek op school"


@pytest.mark.eis("E10")
def test_all_whom_it_concerns_hear_it_and_an_outsider_does_not(vast):
    stagnatie = vast.loopt_vast()
    assert verteld(stagnatie, "stagnatie_aan_zet") == {"N. Bakker"}
    # Both parents hold gezag over Sanne; her brother doesn't. The colleague's ground covers upbringing.
    gehoord = verteld(stagnatie, "stagnatie_geopend")
    assert gehoord == {"Petra de Wit", "Mark Jonker", "J. Willems", "S. Yilmaz"}


@pytest.mark.eis("E12")
def test_a_next_missed_afspraak_of_the_same_partij_joins(vast):
    tweede = vast.doen_afspraak("De school belt elke vrijdag", vast.cast.mentor_in_gezin)
    vast.loopt_vast()
    assert Stagnatie.objects.count() == 1
    assert StagnatieAfspraak.objects.count() == 2
    derde = vast.doen_afspraak("De school nodigt moeder uit", vast.cast.mentor_in_gezin)
    actions.open_stagnaties([Gemist(derde, vast.cast.mentor_in_gezin, GEEN_ANTWOORD)], nu=vast.nu)
    assert Stagnatie.objects.count() == 1
    assert {rij.afspraak for rij in StagnatieAfspraak.objects.all()} == {vast.afspraak, tweede, derde}
    assert gebeurd(vast.stagnatie)[-1] == SoortGebeurtenis.AFSPRAAK_ERBIJ
    assert vast.stap.volgnummer == 1


@pytest.mark.eis("E12")
def test_another_partij_begins_a_step_1_of_its_own(vast):
    vast.doen_afspraak("De kliniek belt moeder", vast.cast.behandelaar_in_gezin)
    vast.loopt_vast()
    partijen = set(Stagnatie.objects.values_list("partij__naam", flat=True))
    assert partijen == {"J. Willems", "T. Okafor"}


@pytest.mark.eis("E1")
def test_a_partij_with_two_doelen_stuck_has_two(vast):
    ander_doel = plan.voeg_doel_toe(
        vast.cast.gezin, plan.DoelGegevens("Rust in huis"), nu=vast.nu, door=vast.cast.coordinator
    )
    vast.doen_afspraak("De school denkt mee", vast.cast.mentor_in_gezin, doel=ander_doel)
    vast.loopt_vast()
    assert set(Stagnatie.objects.values_list("doel__tekst", flat=True)) == {
        "Sanne blijft bij moeder wonen",
        "Rust in huis",
    }


@pytest.mark.eis("E2")
def test_when_her_own_share_is_missing_her_leidinggevende_keeps_the_step(vast):
    afspraak = vast.doen_afspraak("De coördinator komt langs", vast.cast.coordinator_in_gezin)
    actions.open_stagnaties([Gemist(afspraak, vast.cast.coordinator_in_gezin, GEEN_ANTWOORD)], nu=vast.nu)
    assert vast.stap.houder == vast.cast.teamleider
    assert vast.stap.modelstap.nummer == 1


@pytest.mark.eis("E2")
def test_without_a_leidinggevende_a_manager_keeps_the_step(vast):
    Functie.objects.filter(gebruiker=vast.cast.coordinator).update(leidinggevende=None)
    functie = Functie.objects.get(gebruiker=vast.cast.teamleider)
    beeindig_functie(functie, nu=vast.nu, door=vast.cast.beheerder)
    afspraak = vast.doen_afspraak("De coördinator komt langs", vast.cast.coordinator_in_gezin)
    actions.open_stagnaties([Gemist(afspraak, vast.cast.coordinator_in_gezin, GEEN_ANTWOORD)], nu=vast.nu)
    assert vast.stap.houder == vast.cast.manager


@pytest.mark.eis("E9")
def test_without_a_coordinator_it_goes_higher_and_the_beheerder_hears_it_without_family_data(vast):
    zonder_coordinator(vast.nu)
    actions.open_stagnaties([Gemist(vast.afspraak, vast.cast.mentor_in_gezin, GEEN_ANTWOORD)], nu=vast.nu)
    assert vast.stap.houder == vast.cast.manager
    assert vast.stap.modelstap.nummer == 2
    melding = Beheermelding.objects.get(gemeente=vast.cast.gemeente)
    assert "De Wit" not in melding.tekst
    assert str(vast.cast.gezin.nummer) not in melding.tekst


@pytest.mark.eis("E1")
def test_somebody_who_takes_part_reports_a_stagnatie_himself(vast):
    stagnatie = actions.meld_stagnatie(
        vast.cast.gezin,
        door=vast.cast.moeder,
        nu=vast.nu,
        oorzaak=Oorzaak.WACHTLIJST,
        toelichting="We wachten al drie maanden",
        doel=vast.voorwaarde,
    )
    assert (stagnatie.doel, stagnatie.gemeld_door, stagnatie.partij) == (vast.doel, vast.cast.moeder, None)
    assert vast.stap.houder == vast.cast.coordinator
    assert vast.stap.reden == Stapreden.GEMELD


def test_what_was_reported_already_is_not_opened_again(vast):
    melding = {
        "door": vast.cast.moeder,
        "nu": vast.nu,
        "oorzaak": Oorzaak.WACHTLIJST,
        "toelichting": "We wachten al drie maanden",
        "doel": vast.doel,
    }
    actions.meld_stagnatie(vast.cast.gezin, **melding)
    with pytest.raises(RuleError, match="al gemeld"):
        actions.meld_stagnatie(vast.cast.gezin, **melding)
    assert Stagnatie.objects.count() == 1
    assert Termijn.objects.filter(soort="stap_vastleggen").count() == 1


@pytest.mark.parametrize(
    ("mis", "veld"),
    [
        ({"toelichting": "  "}, "toelichting"),
        ({"oorzaak": "zomaar"}, "oorzaak"),
        ({"toelichting": "x" * 1001}, "toelichting"),
    ],
)
def test_a_report_without_cause_or_explanation_says_at_the_field_what_is_missing(vast, mis, veld):
    melding = {"oorzaak": Oorzaak.CRISIS, "toelichting": "Moeder is opgenomen", **mis}
    with pytest.raises(RuleError) as fout:
        actions.meld_stagnatie(vast.cast.gezin, door=vast.cast.collega, nu=vast.nu, **melding)
    assert fout.value.field == veld


def test_a_doel_of_another_family_is_refused(vast):
    ander = plan.voeg_doel_toe(
        vast.cast.ander_gezin, plan.DoelGegevens("Een baan"), nu=vast.nu, door=vast.cast.buitenstaander
    )
    with pytest.raises(RuleError) as fout:
        actions.meld_stagnatie(
            vast.cast.gezin, door=vast.cast.moeder, nu=vast.nu, oorzaak=Oorzaak.CRISIS, toelichting="x", doel=ander
        )
    assert fout.value.field == "doel"


def test_solved_and_back_within_thirty_days_shows_the_predecessor(vast):
    eerste = vast.loopt_vast()
    _los_op(vast)
    vast.nu = vast.in_dagen(29)
    actions.open_stagnaties([Gemist(vast.afspraak, vast.cast.mentor_in_gezin, GEEN_ANTWOORD)], nu=vast.nu)
    assert vast.stagnatie != eerste
    assert vast.stagnatie.voorganger == eerste


def test_after_thirty_days_it_is_a_new_one_without_predecessor(vast):
    vast.loopt_vast()
    _los_op(vast)
    vast.nu = vast.in_dagen(31)
    actions.open_stagnaties([Gemist(vast.afspraak, vast.cast.mentor_in_gezin, GEEN_ANTWOORD)], nu=vast.nu)
    assert vast.stagnatie.voorganger is None


def _los_op(vast) -> None:
    oplossing = actions.meld_opgelost(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu)
    actions.zeg_ja(oplossing, door=vast.cast.moeder, nu=vast.nu)


@pytest.mark.eis("E13", "T3")
def test_in_step_1_nobody_from_outside_the_team_takes_part(vast):
    stagnatie = vast.loopt_vast()
    rijen = BetrokkenOrganisatie.objects.filter(stagnatie=stagnatie)
    assert not rijen.exists()
    for naam in ("manager", "manager_school", "bestuurder", "ambtenaar", "beheerder", "buitenstaander"):
        assert not zichtbare_stagnaties(getattr(vast.cast, naam)).exists(), naam


@pytest.mark.eis("Z3", "E9")
def test_the_coordinator_changes_and_the_step_moves_along(vast):
    vast.loopt_vast()
    wissel_coordinator(
        vast.cast.gezin,
        vast.cast.collega,
        vast.cast.maatschappelijk_werk,
        nu=vast.nu,
        door=vast.cast.manager,
        reden="N. Bakker gaat weg",
    )
    stap = vast.stap
    assert stap.houder == vast.cast.collega
    assert stap.vastleggen.houder == vast.cast.collega
    assert list(stap.vastleggen.gevraagden.values_list("gebruiker__naam", flat=True)) == ["S. Yilmaz"]
    assert gebeurd(vast.stagnatie)[-1] == SoortGebeurtenis.HOUDER_GEWISSELD
    assert "S. Yilmaz" in verteld(vast.stagnatie, "stagnatie_aan_zet")


@pytest.mark.eis("T3")
def test_a_role_as_manager_gives_nothing_while_the_managers_are_not_on_turn(vast):
    stagnatie = vast.loopt_vast()
    assert Functie.objects.geldig().filter(gebruiker=vast.cast.manager_school, rol=Rol.MANAGER).exists()
    assert not zichtbare_stagnaties(vast.cast.manager_school).filter(pk=stagnatie.pk).exists()
