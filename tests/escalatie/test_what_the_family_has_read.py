"""From outside nobody reads what the family hasn't read: not the team's words, not whose family it is, not a later goal (E13, T3)."""

import pytest
from django.urls import reverse

from escalatie import actions
from escalatie.models import SoortVraag
from escalatie.vrije_tekst import NIET_VRIJ
from gezinsplan import actions as plan
from gezinsplan.models import Doel
from instanties.models import Leefgebied
from tests.escalatie.lezen import lees_allen
from tests.escalatie.pagina import Bezoek, klok_op, tekst

pytestmark = pytest.mark.heavy("walks a course to its second or third step, and looks at the page")
ZIEK = "Zij is opgenomen na een poging"
DRINKT = "Het drinken is terug"
IEMAND = "iemand van het gezin of om het gezin heen"


def schrijf(vast, versie=None):
    bericht = actions.schrijf_bericht(
        vast.stagnatie, afgesproken="Elke dag naar school", ontbreekt="Dat is niet gedaan", gevraagd="Kies iemand",
        door=vast.cast.coordinator, nu=vast.nu, versie=versie,
    )  # fmt: skip
    return lees_allen(bericht, eerst=vast.cast.moeder, door=vast.cast.coordinator, nu=vast.nu)


def wordt(vast, tekst="", over_wie=()):
    doel = Doel.objects.get(pk=vast.stagnatie.doel_id)
    gegevens = plan.DoelGegevens(
        tekst or doel.tekst, leefgebieden=doel.leefgebieden or [Leefgebied.ONDERWIJS], over_wie=list(over_wie)
    )
    plan.wijzig_doel(doel, gegevens, versie=doel.versie, nu=vast.nu, door=vast.cast.coordinator)


@pytest.mark.eis("E13", "T3")
def test_what_the_team_wrote_is_read_from_outside_once_the_family_has_read_the_message(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=3, wie=vast.cast.behandelaar_in_gezin, wat=ZIEK))
    actions.roep_eerder_hulp_in(vast.stap, door=vast.cast.coordinator, nu=vast.nu, toelichting=DRINKT)
    pagina = Bezoek(vast, vast.cast.manager).tekst()
    assert ZIEK not in pagina and DRINKT not in pagina
    assert str(NIET_VRIJ) in pagina
    schrijf(vast)
    pagina = Bezoek(vast, vast.cast.manager).tekst()
    assert ZIEK in pagina and DRINKT in pagina


@pytest.mark.eis("E13", "E4")
def test_a_manager_reads_what_is_written_to_him(vast):
    vast.naar_stap_2()
    vraag = actions.stel_vraag(
        vast.stagnatie, soort=SoortVraag.AANSPREKEN, tekst="Waar loopt het op vast?", aan=vast.cast.coordinator,
        door=vast.cast.manager, nu=vast.nu,
    )  # fmt: skip
    actions.beantwoord_vraag(vraag, antwoord="Op het vervoer", door=vast.cast.coordinator, nu=vast.nu)
    assert "Op het vervoer" in Bezoek(vast, vast.cast.manager).tekst()


@pytest.mark.eis("E13", "X5")
def test_who_does_it_at_home_is_named_to_nobody_outside(vast):
    vast.loopt_vast()
    vast.leg_vast(
        vast.actie(dagen=3, wie=vast.cast.moeder_in_gezin), vast.actie(dagen=3, wie=vast.cast.behandelaar_in_gezin)
    )
    actions.roep_eerder_hulp_in(vast.stap, door=vast.cast.coordinator, nu=vast.nu, toelichting="Het duurt te lang")
    pagina = Bezoek(vast, vast.cast.manager).tekst()
    assert f"Wie: {IEMAND}" in pagina
    assert vast.cast.moeder_in_gezin.naam not in pagina and vast.cast.behandelaar_in_gezin.naam not in pagina
    assert vast.cast.moeder_in_gezin.naam in Bezoek(vast, vast.cast.coordinator).tekst()


@pytest.mark.eis("T3", "E13")
@pytest.mark.parametrize(
    "woorden", ["Ga langs op de Elzenlaan 12", "Bel 06 0000 0123", "Mail naar iemand@voorbeeld.example", "Op 9999 ZZ"]
)
def test_no_address_or_number_goes_outside_before_the_family_has_read(vast, woorden):
    vast.naar_stap_2()
    vast.leg_vast(vast.actie(dagen=3, instelling=vast.cast.school, wat=woorden))
    assert woorden not in Bezoek(vast, vast.cast.bestuurder_school).tekst()
    vast.tik(dagen=4)
    vast.zwijgt_op_navraag()
    pagina = Bezoek(vast, vast.cast.ambtenaar).tekst()
    assert woorden not in pagina and str(NIET_VRIJ) in pagina


@pytest.mark.eis("E13", "T2")
def test_a_goal_that_is_worded_anew_is_read_outside_as_the_family_read_it(vast):
    vast.naar_stap_2()
    eerst = vast.stagnatie.doel.tekst
    schrijf(vast)
    wordt(vast, "Mama drinkt niet meer", vast.stagnatie.doel.over_wie)
    bezoek = Bezoek(vast, vast.cast.manager)
    with klok_op(vast):
        lijst = tekst(bezoek.client.get(reverse("escalatie:stagnaties")))
    for pagina in (bezoek.tekst(), lijst):
        assert eerst in pagina and "Mama drinkt" not in pagina
    bij_gezin = Bezoek(vast, vast.cast.moeder).tekst()
    assert eerst in bij_gezin and "Mama drinkt niet meer" in bij_gezin


@pytest.mark.eis("E13", "T2")
def test_a_goal_that_is_about_another_person_closes_until_who_it_is_about_has_read(vast):
    vast.naar_stap_2()
    bericht = schrijf(vast)
    assert "Gezin De Wit" in Bezoek(vast, vast.cast.manager).tekst()
    wordt(vast, over_wie=[vast.cast.broer_in_gezin.pk])
    pagina = Bezoek(vast, vast.cast.manager).tekst()
    assert "De Wit" not in pagina and "Dat is niet gedaan" not in pagina
    assert "Leg het bericht opnieuw voor" in Bezoek(vast, vast.cast.coordinator).tekst()
    schrijf(vast, versie=bericht.versie)
    assert "Dat is niet gedaan" in Bezoek(vast, vast.cast.manager).tekst()
