"""Where people are missing, somebody else is on turn, and the beheerder hears it: never silence (E2, E4, E5, E9, E12)."""

import pytest

from escalatie import actions
from escalatie.models import SoortVraag, Stagnatie, Stapreden
from gezinnen.actions import stop_deelname
from gezinsplan.signalen import GEEN_ANTWOORD, Gemist
from instanties.models import Beheermelding, Functie, Gebruiker, Gemeente, Rol
from termijnen.actions import bewaak
from termijnen.models import Klokfout
from tests.escalatie.conftest import verteld
from tests.hoeden import zonder_coordinator
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.eis("E2", "E4")


@pytest.mark.eis("E9")
def test_with_nobody_in_a_role_the_beheerder_keeps_it_until_there_is_somebody(vast):
    zonder_coordinator(vast.nu)
    Functie.objects.exclude(rol=Rol.BEHEERDER).update(beeindigd_op=vast.nu)
    Gemeente.objects.update(actief=False, ambtenaar=None, vervanger=None)
    actions.open_stagnaties([Gemist(vast.afspraak, vast.cast.mentor_in_gezin, GEEN_ANTWOORD)], nu=vast.nu)
    assert vast.stap.houder == vast.cast.beheerder
    assert Beheermelding.objects.count() == 3
    Functie.objects.filter(gebruiker=vast.cast.manager).update(beeindigd_op=None)
    vast.tik(dagen=8)
    assert vast.stap.houder == vast.cast.manager


@pytest.mark.eis("E9")
def test_with_nobody_in_the_whole_region_it_shows_that_the_clock_is_stuck(vast):
    zonder_coordinator(vast.nu)
    Functie.objects.update(beeindigd_op=vast.nu)
    Gemeente.objects.update(actief=False, ambtenaar=None, vervanger=None)
    vast.tik(dagen=8)
    vast.nu = vast.in_dagen(5)
    assert bewaak(vast.nu).mislukt == 1
    assert not Stagnatie.objects.exists()
    assert "De Wit" not in Klokfout.objects.get().melding
    Functie.objects.filter(gebruiker=vast.cast.manager).update(beeindigd_op=None)
    vast.tik(dagen=1)
    assert vast.stap.houder == vast.cast.manager  # nothing is lost


@pytest.mark.eis("E5")
def test_a_gemeente_that_names_nobody_has_every_other_ambtenaar_of_its_own(vast):
    vast.naar_stap_2()
    Gemeente.objects.update(actief=False, ambtenaar=None, vervanger=None)
    vast.tik(dagen=8)
    assert vast.stap.houder in (vast.cast.ambtenaar, vast.cast.vervanger)


def test_a_coordinator_who_can_no_longer_log_in_has_her_leidinggevende(vast):
    Gebruiker.objects.filter(pk=vast.cast.coordinator.pk).update(is_active=False)
    actions.open_stagnaties([Gemist(vast.afspraak, vast.cast.mentor_in_gezin, GEEN_ANTWOORD)], nu=vast.nu)
    assert vast.stap.houder == vast.cast.teamleider


@pytest.mark.eis("E12")
def test_a_binding_safety_afspraak_counts_for_everybody_and_at_once(vast):
    vast.doen_afspraak(
        "Moeder drinkt niet waar Sanne bij is", vast.cast.moeder_in_gezin, termijn=Duur(24, Eenheid.UUR),
        is_veiligheidsafspraak=True,
    )  # fmt: skip
    vast.tik(dagen=1)
    stagnatie = vast.stagnatie
    assert (stagnatie.partij, vast.stap.reden) == (vast.cast.moeder_in_gezin, Stapreden.VEILIGHEID)
    assert vast.stap.houder == vast.cast.coordinator
    assert "Petra de Wit" in verteld(stagnatie, "stagnatie_geopend")
    vast.tik(dagen=8)
    assert vast.stap.houder == vast.cast.manager
    assert not stagnatie.vragen.filter(soort=SoortVraag.AANDEEL).exists()  # no instelling's share is missing


@pytest.mark.eis("E12")
def test_without_the_talk_the_share_of_the_coordinator_is_missing(vast):
    vast.doen_afspraak("Moeder belt de kliniek", vast.cast.moeder_in_gezin)
    vast.tik(dagen=8)
    vast.tik(dagen=5)
    assert not Stagnatie.objects.filter(partij=vast.cast.moeder_in_gezin).exists()  # first a talk
    vast.tik(dagen=8)
    stagnatie = Stagnatie.objects.get(partij=vast.cast.coordinator_in_gezin)
    stap = stagnatie.stappen.get()
    assert (stap.houder, stap.reden) == (vast.cast.teamleider, Stapreden.GESPREK_BLEEF_UIT)


@pytest.mark.eis("E9")
def test_when_who_has_an_actie_stops_its_guard_is_asked_for_it(vast):
    vast.loopt_vast()
    (actie,) = vast.leg_vast()
    stop_deelname(vast.cast.mentor_in_gezin, nu=vast.nu, door=vast.cast.coordinator, reden="Andere school")
    assert actie.termijn.gevraagden.get().gebruiker == vast.cast.coordinator


@pytest.mark.eis("E11")
@pytest.mark.parametrize("stap", [2, 3])
def test_an_actie_of_step_1_runs_on_when_the_step_is_over(vast, stap):
    vast.loopt_vast()
    (eerste, laatste) = vast.leg_vast(vast.actie(dagen=1), vast.actie(dagen=40))
    vast.tik(dagen=1)
    vast.zwijgt_op_navraag()
    if stap == 3:
        vast.tik(dagen=8)
    assert vast.stap.modelstap.nummer == stap
    actions.meld_uitgevoerd(laatste, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=vast.nu.date())
    actions.meld_uitgevoerd(eerste, door=vast.cast.mentor, nu=vast.nu, gebeurd_op=vast.nu.date())
    assert vast.stap.modelstap.nummer == stap  # whether it is solved, coordinator and family say
