"""An account that opens two families: what the coordinator of one does to it, is heard by its owner and in the other (I8, I9)."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from berichten.models import Bericht
from gezinnen.actions import (
    BetrokkeneGegevens,
    GezinslidGegevens,
    koppel_account,
    leg_overlijden_vast,
    voeg_betrokkene_toe,
    voeg_gezinslid_toe,
    wijzig_betrokkene,
    wijzig_gezinslid,
)
from gezinnen.models import Relatie
from gezinnen.permissions import waarom_niet_uitnodigen
from instanties.actions import wijzig_gebruiker
from instanties.models import Functie, Rol
from tests.inloggen import client_van

pytestmark = [pytest.mark.django_db, pytest.mark.eis("I8", "I9")]


@pytest.fixture
def elders(cast):
    """The father of the cast takes part in the second family too, by his one account."""
    gegevens = GezinslidGegevens(naam=cast.vader.naam, relatie=Relatie.VADER)
    rij = voeg_gezinslid_toe(cast.ander_gezin, gegevens, nu=cast.nu, door=cast.buitenstaander)
    koppel_account(rij, cast.vader, nu=cast.nu, door=cast.buitenstaander)
    rij.refresh_from_db()
    return rij


def _noem(cast, rij, naam, door):
    gegevens = GezinslidGegevens(naam=naam, relatie=rij.relatie, huishouden=rij.huishouden)
    wijzig_gezinslid(rij, gegevens, rij.versie, nu=cast.nu, door=door)


def _inbox(wie) -> str:
    return client_van(wie).get("/berichten/").content.decode()


def test_a_new_name_by_another_is_heard_by_its_owner_and_in_the_other_family(cast, elders):
    _noem(cast, elders, "Mark Dreutel", cast.buitenstaander)
    assert "Mark Dreutel" in _inbox(cast.vader)
    assert "Iemand anders heeft uw naam veranderd" in _inbox(cast.vader)
    hier = _inbox(cast.coordinator)
    assert "Iemand van dit plan heet nu Mark Dreutel" in hier
    assert "heet nu" not in _inbox(cast.buitenstaander), "who did it knows"


def test_also_for_somebody_of_the_network(cast):
    rij = voeg_betrokkene_toe(
        cast.ander_gezin, BetrokkeneGegevens(naam="Mark Jonker"), nu=cast.nu, door=cast.buitenstaander
    )
    koppel_account(rij, cast.vader, nu=cast.nu, door=cast.buitenstaander)
    rij.refresh_from_db()
    wijzig_betrokkene(rij, BetrokkeneGegevens(naam="Mark Anders"), rij.versie, nu=cast.nu, door=cast.buitenstaander)
    assert "heet nu Mark Anders" in _inbox(cast.coordinator)


def test_who_changes_his_own_name_asks_nobody_whether_it_is_right(cast, elders):
    wijzig_gebruiker(cast.vader, nu=cast.nu, door=cast.vader, naam="Mark de Jonker")
    assert not Bericht.objects.filter(soort__in=["andere_naam", "andere_naam_in_plan"]).exists()


def test_the_death_that_one_family_records_closes_no_account_of_another(cast, elders):
    gisteren = localdate(cast.nu) - timedelta(days=1)
    leg_overlijden_vast(elders, op=gisteren, nu=cast.nu, door=cast.buitenstaander)
    cast.vader.refresh_from_db()
    assert cast.vader.is_active, "the other family's coordinator knows nothing of it"
    hier = _inbox(cast.coordinator)
    assert "Mark Jonker" in hier
    assert "is overleden. Klopt dat?" in hier
    leg_overlijden_vast(cast.vader_in_gezin, op=gisteren, nu=cast.nu, door=cast.coordinator)
    cast.vader.refresh_from_db()
    assert not cast.vader.is_active


def test_why_no_code_can_be_made_says_nothing_of_elsewhere(cast, elders):
    """The words are the same for whoever can't get a code here: who asks doesn't learn that somebody is known elsewhere."""
    oma = waarom_niet_uitnodigen(cast.oma).replace(cast.oma.naam, "…")
    vader = waarom_niet_uitnodigen(cast.vader_in_gezin).replace(cast.vader.naam, "…")
    Functie.objects.create(gebruiker=cast.mentor, rol=Rol.MANAGER, instelling=cast.school)
    mentor = waarom_niet_uitnodigen(cast.mentor_in_gezin).replace(cast.mentor.naam, "…")
    assert oma == vader == mentor
    for woord in ("ergens anders", "gezin", "rol"):
        assert woord not in oma
