"""On the page: what is asked in between, and 'dit duurt te lang' (E7, E14, E15, S6)."""

import pytest

from escalatie.models import Actiestaat, SoortTussenvraag, Stagnatiestaat, Tussenvraag
from gezinsplan import actions as plan
from tests.escalatie.pagina import Bezoek

pytestmark = pytest.mark.eis("E15")


@pytest.mark.eis("E14")
def test_the_family_confirms_on_its_page_what_the_missing_party_says(vast):
    vast.naar_stap_2()
    plan.vink_af(vast.afspraak, vast.afspraak.start_op, nu=vast.nu, door=vast.cast.mentor)
    vraag = Tussenvraag.objects.get(soort=SoortTussenvraag.WAS_GEDAAN)
    moeder, manager = Bezoek(vast, vast.cast.moeder), Bezoek(vast, vast.cast.manager)
    assert "Bevestig: op tijd gedaan" in moeder.tekst()
    assert "Bevestig: op tijd gedaan" not in manager.tekst()
    assert manager.doe("gedaan_klopt", vraag.pk).status_code == 403
    moeder.doe("gedaan_klopt", vraag.pk)
    assert vast.stagnatie.staat == Stagnatiestaat.INGETROKKEN


@pytest.mark.eis("E7")
def test_the_family_says_that_it_takes_too_long_and_the_manager_decides(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=30))
    moeder, manager = Bezoek(vast, vast.cast.moeder), Bezoek(vast, vast.cast.manager)
    assert "Zeg dat dit te lang duurt" in moeder.tekst()
    moeder.doe("te_lang", vast.stap.pk, tekst="Sanne wacht al maanden")
    vraag = Tussenvraag.objects.get(soort=SoortTussenvraag.TE_LANG)
    assert "Leg vast wat u beslist" in manager.tekst()
    assert "Leg vast wat u beslist" not in moeder.tekst()
    # Outside the team the words of the family aren't read here (E13).
    assert "Sanne wacht" not in manager.tekst()
    manager.doe("bezwaar", vraag.pk, termijn="over 10 dagen", uitleg="Dit kan sneller")
    assert (vast.stap.resultaat.loopt_af_op - vast.nu).days <= 10
    assert Bezoek(vast, vast.cast.mentor).doe("bezwaar", vraag.pk, uitleg="Nee").status_code == 403


@pytest.mark.eis("E4")
def test_the_doer_answers_the_navraag_on_an_action_and_no_day_is_filled_in(vast):
    vast.loopt_vast()
    (actie,) = vast.leg_vast(vast.actie(dagen=2))
    mentor = Bezoek(vast, vast.cast.mentor)
    assert 'value="vandaag"' in mentor.lees().content.decode()
    vast.tik(dagen=2)
    bladzijde = mentor.lees().content.decode()
    assert "Zeg dat dit niet is gedaan" in bladzijde and 'value="vandaag"' not in bladzijde
    mentor.doe("niet_gedaan", actie.pk)
    actie.refresh_from_db()
    assert (actie.staat, vast.stap.volgnummer) == (Actiestaat.NIET_UITGEVOERD, 2)


@pytest.mark.eis("E7")
def test_a_long_term_asks_a_reason_at_its_field(vast):
    vast.loopt_vast()
    coordinator = Bezoek(vast, vast.cast.coordinator)
    rij = {
        "acties-TOTAL_FORMS": "1", "acties-INITIAL_FORMS": "0", "acties-0-wat": "Bellen",
        "acties-0-wie": f"mens:{vast.cast.mentor_in_gezin.pk}", "acties-0-termijn": "over 20 weken",
        "acties-0-gewenst_resultaat": "Antwoord",
    }  # fmt: skip
    antwoord = coordinator.doe("acties_vastleggen", vast.stap.pk, **rij)
    assert "Schrijf waarom het langer duurt" in antwoord.content.decode()
    coordinator.doe("acties_vastleggen", vast.stap.pk, **rij, **{"acties-0-waarom_zo_lang": "De wachtlijst"})
    assert vast.stap.resultaat is not None
