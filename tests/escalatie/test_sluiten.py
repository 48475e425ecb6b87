"""Where an instelling or gemeente stops, what is stuck keeps its keeper, and what was asked there is asked of somebody (I9, E9)."""

import pytest

from escalatie import actions
from escalatie.models import BetrokkenOrganisatie, SoortVraag, Vraag
from gezinnen.actions import stop_deelname
from instanties.actions import beeindig_functie
from instanties.models import Functie, Gemeente, Rol
from termijnen.models import Termijnstaat
from tests.cast import maak_professional
from tests.escalatie.conftest import verteld
from tests.fuseren import fuseer

pytestmark = pytest.mark.eis("I9", "E9")


def test_the_managers_step_goes_along_with_its_manager(vast):
    cast = vast.cast
    vast.naar_stap_2()
    assert (vast.stap.houder, vast.stap.houder_instelling) == (cast.manager, cast.maatschappelijk_werk)
    fuseer(cast.maatschappelijk_werk, cast.jeugdhulp, nu=vast.nu, door=cast.beheerder)
    assert (vast.stap.houder, vast.stap.houder_instelling) == (cast.manager, cast.jeugdhulp)
    assert vast.stap.staptermijn.staat == Termijnstaat.LOOPT
    assert BetrokkenOrganisatie.objects.filter(stagnatie=vast.stagnatie, instelling=cast.jeugdhulp).exists()


def test_the_gemeente_that_took_over_decides(vast):
    cast = vast.cast
    vast.naar_stap_3()
    nieuw = Gemeente.objects.create(naam="Waterdam")
    nieuw.ambtenaar = maak_professional("B. Ambtenaar", Rol.GEMEENTEAMBTENAAR, gemeente=nieuw)
    nieuw.vervanger = maak_professional("C. Vervanger", Rol.GEMEENTEAMBTENAAR, gemeente=nieuw)
    nieuw.actief = True
    nieuw.save()
    fuseer(cast.gemeente, nieuw, nu=vast.nu, door=cast.beheerder)
    assert (vast.stap.houder, vast.stap.houder_gemeente) == (nieuw.ambtenaar, nieuw)
    assert vast.stap.staptermijn.houder == nieuw.ambtenaar


def vraag_aan_mentor(vast) -> Vraag:
    return actions.stel_vraag(
        vast.stagnatie, soort=SoortVraag.ADVIES, tekst="Wat werkt?", door=vast.cast.coordinator, nu=vast.nu,
        aan=vast.cast.mentor,
    )  # fmt: skip


def test_what_was_asked_of_who_stops_gets_no_answer_and_that_is_said_at_once(vast):
    cast = vast.cast
    vast.loopt_vast()
    vraag = vraag_aan_mentor(vast)
    stop_deelname(cast.mentor_in_gezin, reden="andere klas", nu=vast.nu, door=cast.collega)
    vraag.termijn.refresh_from_db()
    assert vraag.termijn.staat == Termijnstaat.VERVALLEN
    assert cast.coordinator.naam in verteld(vast.stagnatie, "stagnatie_geen_antwoord")


def test_what_a_manager_was_asked_is_asked_of_who_leads_there_now(vast):
    cast = vast.cast
    vast.naar_stap_2()
    vraag = vast.stagnatie.vragen.get(soort=SoortVraag.AANDEEL)
    assert vraag.aan == cast.manager_school
    beeindig_functie(Functie.objects.get(gebruiker=cast.manager_school), nu=vast.nu, door=cast.beheerder)
    vraag.refresh_from_db()
    assert vraag.aan == cast.bestuurder_school
    assert list(vraag.termijn.gevraagden.values_list("gebruiker", flat=True)) == [cast.bestuurder_school.pk]
