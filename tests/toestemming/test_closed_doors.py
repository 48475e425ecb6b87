"""Whoever no longer works where he took part for, sees the plan no more (T3, Z3)."""

import pytest

from gezinnen.actions import wissel_coordinator
from instanties.actions import beeindig_functie, geef_functie
from instanties.models import Functie, Rol
from tests.inloggen import client_van
from toestemming.zicht import blik, zichtbare_gezinnen

pytestmark = pytest.mark.django_db


def gaat_elders_werken(cast, gebruiker):
    geef_functie(gebruiker, Rol.HULPVERLENER, instelling=cast.jeugdhulp, door=cast.beheerder)
    for functie in Functie.objects.geldig().filter(gebruiker=gebruiker).exclude(instelling=cast.jeugdhulp):
        beeindig_functie(functie, nu=cast.nu, door=cast.beheerder)


@pytest.mark.eis("T3")
@pytest.mark.parametrize("wie", ["collega", "behandelaar", "mentor"])
def test_a_functie_that_ends_closes_the_plan(cast, wie):
    gebruiker = getattr(cast, wie)
    assert client_van(gebruiker).get(f"/gezin/{cast.gezin.pk}/plan/").status_code == 200
    gaat_elders_werken(cast, gebruiker)
    assert blik(gebruiker, cast.gezin) is None
    assert not zichtbare_gezinnen(gebruiker).exists()
    assert client_van(gebruiker).get(f"/gezin/{cast.gezin.pk}/plan/").status_code == 404


@pytest.mark.eis("T3", "Z3")
def test_who_handed_over_the_coordination_and_leaves_sees_nothing_any_more(cast):
    wissel_coordinator(
        cast.gezin, cast.collega, cast.maatschappelijk_werk, nu=cast.nu, door=cast.coordinator, reden="ander werk"
    )
    assert blik(cast.coordinator, cast.gezin) is not None
    gaat_elders_werken(cast, cast.coordinator)
    assert blik(cast.coordinator, cast.gezin) is None
    assert blik(cast.collega, cast.gezin).is_coordinator


def test_another_role_at_the_same_place_keeps_the_plan_open(cast):
    geef_functie(cast.mentor, Rol.AANDACHTSFUNCTIONARIS, instelling=cast.school, door=cast.beheerder)
    oud = Functie.objects.geldig().get(gebruiker=cast.mentor, rol=Rol.HULPVERLENER)
    beeindig_functie(oud, nu=cast.nu, door=cast.beheerder)
    assert blik(cast.mentor, cast.gezin) is not None


def test_the_family_itself_needs_no_functie(cast):
    assert blik(cast.moeder, cast.gezin) is not None
