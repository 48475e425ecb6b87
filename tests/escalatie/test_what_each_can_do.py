"""The managers of all instellingen that take part hear that the step is theirs, and say on one page what they can do (E4, E13)."""

import pytest

from escalatie import actions
from escalatie.models import Oorzaak, SoortVraag, StagnatieAfspraak
from gezinsplan import actions as plan
from gezinsplan.models import Doel
from tests.escalatie.conftest import verteld
from tests.escalatie.pagina import Bezoek
from toestemming.actions import zet_vlag

pytestmark = pytest.mark.heavy("walks a course to its second step, and looks at the page")
KAN = "Wij houden twee middagen vrij"


def gemeld_in_stap_1(vast):
    """Stuck by a waiting list: no party is missing. The mentor said yes to what he does about it."""
    plan.aanvaard(vast.afspraak, nu=vast.nu, door=vast.cast.mentor)
    return actions.meld_stagnatie(
        vast.cast.gezin,
        oorzaak=Oorzaak.WACHTLIJST,
        toelichting="Er is geen plek",
        doel=Doel.objects.get(pk=vast.voorwaarde.pk),
        nu=vast.nu,
        door=vast.cast.coordinator,
    )


def gemeld(vast):
    """The same, and the step of the managers is called for at once."""
    stagnatie = gemeld_in_stap_1(vast)
    actions.roep_eerder_hulp_in(vast.stap, door=vast.cast.coordinator, nu=vast.nu, toelichting="Het duurt te lang")
    return stagnatie


def gevraagd(stagnatie) -> set[str]:
    return set(stagnatie.vragen.filter(soort=SoortVraag.BIJDRAGE).values_list("aan__naam", flat=True))


@pytest.mark.eis("E4")
def test_also_where_no_party_is_missing_every_instelling_that_takes_part_is_asked(vast):
    stagnatie = gemeld(vast)
    assert gevraagd(stagnatie) == {vast.cast.manager.naam, vast.cast.manager_school.naam}
    assert verteld(stagnatie, "stagnatie_bijdrage") == {vast.cast.manager.naam, vast.cast.manager_school.naam}


@pytest.mark.eis("E4", "T3")
def test_an_instelling_of_which_nobody_may_know_what_it_is_about_is_not_told(vast):
    vast.doen_afspraak("Een gesprek per week", vast.cast.behandelaar_in_gezin)
    stagnatie = gemeld(vast)
    assert vast.cast.manager_kliniek.naam not in gevraagd(stagnatie)
    assert Bezoek(vast, vast.cast.manager_kliniek).lees().status_code == 404


@pytest.mark.eis("E4", "X5")
def test_where_a_flag_keeps_it_from_who_works_there_nobody_there_is_told(vast):
    cast = vast.cast
    herzien = vast.in_dagen(30).date()
    zet_vlag(cast.mentor_in_gezin, [cast.sanne.pk], "Niet veilig", herzien, nu=vast.nu, door=cast.behandelaar)
    assert gevraagd(gemeld(vast)) == {cast.manager.naam}


@pytest.mark.eis("E4", "E13")
def test_on_one_page_each_says_what_the_own_can_do_and_reads_the_others(vast):
    stagnatie = gemeld(vast)
    school = Bezoek(vast, vast.cast.manager_school, stagnatie)
    pagina = school.tekst()
    assert "Wat de instellingen kunnen doen" in pagina and "Gevraagd, nog geen antwoord" in pagina
    assert "Sanne" not in pagina and "De Wit" not in pagina
    vraag = stagnatie.vragen.get(aan=vast.cast.manager_school)
    school.doe("antwoord", vraag.pk, antwoord=KAN)
    for wie in (vast.cast.manager, vast.cast.manager_school, vast.cast.coordinator):
        assert KAN in Bezoek(vast, wie, stagnatie).tekst()
    for wie in (vast.cast.collega, vast.cast.moeder):
        assert KAN not in Bezoek(vast, wie, stagnatie).tekst()


@pytest.mark.eis("E13", "T3")
def test_what_names_somebody_of_the_family_is_closed_to_the_others_until_the_message_has_gone(vast):
    stagnatie = gemeld(vast)
    vraag = stagnatie.vragen.get(aan=vast.cast.manager)
    actions.beantwoord_vraag(vraag, antwoord="Wij bellen Sanne", door=vast.cast.manager, nu=vast.nu)
    assert "Wij bellen Sanne" not in Bezoek(vast, vast.cast.manager_school, stagnatie).tekst()
    assert "Wij bellen Sanne" in Bezoek(vast, vast.cast.manager, stagnatie).tekst()


@pytest.mark.eis("E4", "X5")
def test_a_sensitive_instelling_is_named_to_no_other_manager(vast):
    cast = vast.cast
    cast.kliniek.naam_gevoelig = True
    cast.kliniek.naam_voor_anderen = "een instelling"
    cast.kliniek.save()
    afspraak = vast.doen_afspraak("Een brief aan school", cast.behandelaar_in_gezin)
    stagnatie = gemeld_in_stap_1(vast)
    StagnatieAfspraak.objects.create(stagnatie=stagnatie, afspraak=afspraak, op=vast.nu)
    actions.roep_eerder_hulp_in(vast.stap, door=cast.coordinator, nu=vast.nu, toelichting="Het duurt te lang")
    assert cast.manager_kliniek.naam in gevraagd(stagnatie)
    pagina = Bezoek(vast, cast.manager_school, stagnatie).tekst()
    assert cast.kliniek.naam not in pagina and "een instelling" in pagina.lower()
