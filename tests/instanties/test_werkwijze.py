"""How far an instelling and its people are with this way of working: kept and read by the beheerder (I4)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from core import clock
from instanties.actions import geef_functie, leg_instelling_vast, wijzig_gebruiker
from instanties.models import Instelling, Rol
from instanties.werkwijze import werkwijze
from tests.inloggen import client_van, kwam_terug

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheer(cast):
    return client_van(cast.beheerder)


def tekst(antwoord):
    return " ".join(antwoord.content.decode().split())


def van(instelling):
    return werkwijze(instelling.functies.geldig().select_related("gebruiker").order_by("id"))


@pytest.mark.eis("I4")
def test_of_an_instelling_is_kept_whether_it_works_this_way(cast, beheer):
    adres = reverse("instanties:instelling", args=[cast.school.pk])
    assert 'name="werkt_ermee" checked' not in tekst(beheer.get(adres))
    velden = {"naam": cast.school.naam, "soort": cast.school.soort, "actief": "on", "werkt_ermee": "on"}
    assert beheer.post(adres, velden).status_code == 302
    cast.school.refresh_from_db()
    assert (cast.school.werkt_ermee, cast.school.scholingsplan) == (True, False)
    lijst = tekst(beheer.get(reverse("instanties:instellingen")))
    assert lijst.count("Werkwijze ingevoerd") == 1


@pytest.mark.eis("I4")
def test_a_new_instelling_says_nothing_by_itself(cast, beheer):
    nieuw = reverse("instanties:instelling_toevoegen")
    velden = beheer.get(nieuw).context["form"]
    assert not velden["werkt_ermee"].value() and not velden["scholingsplan"].value()
    assert beheer.post(nieuw, {"naam": "De Sluis", "soort": "ggz", "actief": "on"}).status_code == 302
    gemaakt = Instelling.objects.get(naam="De Sluis")
    assert (gemaakt.werkt_ermee, gemaakt.scholingsplan) == (False, False)
    assert (leg_instelling_vast(naam="De Dam", soort="ggz", door=cast.beheerder).werkt_ermee) is False


@pytest.mark.eis("I4")
def test_of_a_professional_is_kept_when_he_was_trained(cast, beheer):
    adres = reverse("instanties:persoon_wijzigen", args=[cast.mentor.pk])
    velden = {"naam": cast.mentor.naam, "email": cast.mentor.email, "opgeleid_op": "20-1-2026"}
    assert beheer.post(adres, velden).status_code == 302
    cast.mentor.refresh_from_db()
    assert (cast.mentor.opgeleid_op, cast.mentor.opgeleid_voorzitten_op) == (date(2026, 1, 20), None)
    # The form gives back what is there in the way that it is typed.
    assert 'value="20-1-2026"' in tekst(beheer.get(adres))
    persoon = tekst(beheer.get(reverse("instanties:persoon", args=[cast.mentor.pk])))
    assert "20 januari 2026" in persoon and "niet bekend" in persoon


@pytest.mark.eis("I4")
def test_a_training_that_is_still_to_come_is_refused_at_the_field(cast, beheer):
    adres = reverse("instanties:persoon_wijzigen", args=[cast.mentor.pk])
    morgen = (clock.today() + timedelta(days=1)).strftime("%d-%m-%Y")
    antwoord = beheer.post(adres, {"naam": "J. Anders", "opgeleid_voorzitten_op": morgen, "opgeleid_op": "onzin"})
    assert kwam_terug(antwoord)
    assert "Deze dag is nog niet geweest" in str(antwoord.context["form"].errors["opgeleid_voorzitten_op"])
    assert "Dit begrijpen we niet" in str(antwoord.context["form"].errors["opgeleid_op"])
    assert all(getypt in tekst(antwoord) for getypt in ("J. Anders", morgen, "onzin"))
    cast.mentor.refresh_from_db()
    assert cast.mentor.naam != "J. Anders"


@pytest.mark.eis("I4")
def test_the_page_counts_who_works_in_families_and_each_person_once(cast, beheer):
    geef_functie(cast.mentor, Rol.AANDACHTSFUNCTIONARIS, door=cast.beheerder, instelling=cast.school)
    wijzig_gebruiker(cast.mentor, nu=cast.nu, door=cast.beheerder, opgeleid_op=date(2026, 1, 20))
    # A manager who was trained isn't counted: he works in no family.
    wijzig_gebruiker(cast.manager_school, nu=cast.nu, door=cast.beheerder, opgeleid_op=date(2026, 1, 20))
    stand = van(cast.school)
    assert stand.aandachtsfunctionarissen == (cast.mentor.naam,)
    assert (stand.mensen, stand.opgeleid, stand.opgeleid_voorzitten) == (1, 1, 0)
    blad = tekst(beheer.get(reverse("instanties:instelling", args=[cast.school.pk])))
    assert "1 van 1" in blad and "0 van 1" in blad
    assert "nog niemand" in tekst(beheer.get(reverse("instanties:instelling", args=[cast.kliniek.pk])))
