"""What the coordinator was to do herself isn't put off or struck out on her own word (E15)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from berichten.models import Bericht
from core.errors import NotAllowed, RuleError
from gezinsplan import actions
from gezinsplan.actions import Navraagantwoord
from gezinsplan.models import Afspraakstaat, Antwoord, Navraagstaat
from tests.gezinsplan.conftest import vers
from tests.inloggen import client_van

pytestmark = [pytest.mark.django_db, pytest.mark.eis("E15")]


@pytest.fixture
def van_haar(voorbeeld):
    """Give the coordinator's own afspraak, its term just passed and asked about."""
    afspraak = voorbeeld.afspraak("Belt met de kliniek", voorbeeld.cast.coordinator_in_gezin)
    voorbeeld.activeer()
    voorbeeld.tik(8)
    return vers(afspraak)


def later(voorbeeld, afspraak, dagen=5):
    gegeven = Navraagantwoord(Antwoord.LATER, "Het was druk", nieuwe_dag=voorbeeld.dag(dagen))
    wie = {"nu": voorbeeld.nu, "door": voorbeeld.cast.coordinator}
    return actions.beantwoord_navraag(voorbeeld.navraag(afspraak), gegeven, **wie)


def verteld(soort):
    return set(Bericht.objects.filter(soort=soort).values_list("ontvanger__naam", flat=True))


@pytest.mark.eis("E12")
def test_her_own_later_takes_the_familys_yes(voorbeeld, van_haar):
    cast = voorbeeld.cast
    navraag = later(voorbeeld, van_haar)
    assert navraag.staat == Navraagstaat.WACHT_OP_AKKOORD
    assert cast.moeder.naam in verteld("later_gevraagd")
    with pytest.raises(NotAllowed):
        actions.geef_akkoord(navraag, nu=voorbeeld.nu, door=cast.coordinator)
    actions.geef_akkoord(navraag, nu=voorbeeld.nu, door=cast.moeder)
    assert vers(van_haar).staat == Afspraakstaat.LOOPT


@pytest.mark.eis("E12")
def test_without_that_yes_it_is_her_share(voorbeeld, van_haar, gehoord):
    later(voorbeeld, van_haar)
    voorbeeld.tik(7)
    [gemist] = gehoord.gemist
    assert gemist.partij == voorbeeld.cast.coordinator_in_gezin
    assert "Niemand van het gezin" in gemist.toelichting


@pytest.mark.eis("E7", "E12")
def test_later_is_within_the_regions_maximum(voorbeeld, van_haar):
    with pytest.raises(RuleError, match="Later kan tot en met") as fout:
        later(voorbeeld, van_haar, dagen=365)
    assert fout.value.field == "nieuwe_dag"


@pytest.mark.eis("E12", "G16")
def test_the_family_says_it_on_its_own_page(voorbeeld, van_haar):
    later(voorbeeld, van_haar)
    gezin = voorbeeld.cast.gezin
    moeder, coordinator = client_van(voorbeeld.cast.moeder), client_van(voorbeeld.cast.coordinator)
    bladzijde = reverse("gezinsplan:afspraak", args=[gezin.pk, van_haar.pk])
    adres = reverse("gezinsplan:afspraak_akkoord", args=[gezin.pk, van_haar.pk])
    assert adres in moeder.get(bladzijde).content.decode()
    van_haar_kant = coordinator.get(bladzijde).content.decode()
    assert adres not in van_haar_kant and "Het gezin zegt of dat goed is." in van_haar_kant
    assert coordinator.post(adres).status_code == 403
    assert moeder.post(adres, {"weiger": "1", "reden": "Wij wachten al weken"}).status_code == 302
    assert vers(van_haar).staat == Afspraakstaat.NIET_GEDAAN


@pytest.mark.eis("E10")
def test_struck_out_while_late_it_stays_until_the_family_says_yes(voorbeeld, van_haar):
    cast = voorbeeld.cast
    wie = {"nu": voorbeeld.nu, "door": cast.coordinator}
    actions.laat_vervallen(van_haar, "Dat hoeft niet meer", **wie)
    assert vers(van_haar).staat == Afspraakstaat.GEVRAAGD
    assert cast.moeder.naam in verteld("niet_nodig_gevraagd")
    actions.geef_akkoord(voorbeeld.navraag(van_haar), nu=voorbeeld.nu + timedelta(hours=1), door=cast.moeder)
    assert vers(van_haar).staat == Afspraakstaat.VERVALLEN


@pytest.mark.eis("E12")
def test_struck_out_while_late_and_nobody_says_yes_it_goes_on(voorbeeld, van_haar, gehoord):
    actions.laat_vervallen(van_haar, "Dat hoeft niet meer", nu=voorbeeld.nu, door=voorbeeld.cast.coordinator)
    voorbeeld.tik(7)
    [gemist] = gehoord.gemist
    assert gemist.partij == voorbeeld.cast.coordinator_in_gezin
    assert vers(van_haar).staat == Afspraakstaat.NIET_GEDAAN


@pytest.mark.eis("E10")
def test_struck_out_in_time_all_who_see_it_hear_it(voorbeeld):
    afspraak = voorbeeld.afspraak("Belt met de kliniek", voorbeeld.cast.coordinator_in_gezin)
    voorbeeld.activeer()
    actions.laat_vervallen(vers(afspraak), "Sanne gaat er niet heen", nu=voorbeeld.nu, door=voorbeeld.cast.coordinator)
    assert voorbeeld.cast.moeder.naam in verteld("afspraak_vervallen")


@pytest.mark.eis("E12")
def test_who_was_to_do_it_with_her_gives_no_yes_either(voorbeeld):
    cast = voorbeeld.cast
    samen = voorbeeld.afspraak("Belt met de kliniek", cast.coordinator_in_gezin, cast.moeder_in_gezin)
    voorbeeld.activeer()
    voorbeeld.tik(8)
    navraag = later(voorbeeld, vers(samen))
    assert verteld("later_gevraagd") and cast.moeder.naam not in verteld("later_gevraagd")
    with pytest.raises(NotAllowed):
        actions.geef_akkoord(navraag, nu=voorbeeld.nu, door=cast.moeder)
