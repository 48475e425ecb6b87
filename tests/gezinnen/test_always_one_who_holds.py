"""A family always has one who holds it, and never two (Z3, Z13, S10)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from core.errors import RuleError
from gezinnen.actions import wissel_coordinator
from gezinnen.actions.houden import houdt_signaal
from gezinnen.models import Coordinatorschap, Gezin, Hoeder, Hoedervorm
from gezinnen.permissions import rechten
from gezinnen.vertrek import wat_blijft_liggen
from instanties.actions import sluit_instelling
from instanties.actions.sluiten import wat_blijft_achter
from tests.hoeden import zonder_coordinator
from toestemming.zicht import zichtbare_gezinnen

pytestmark = [pytest.mark.django_db, pytest.mark.eis("Z3", "Z13")]


def hoeder(gezin):
    return Hoeder.objects.huidig().get(gezin=gezin)


def refused():
    """What the database says at the commit, asked now and taken back."""
    return pytest.raises(IntegrityError, match="hoeders")


def test_who_coordinates_holds_the_family_and_stands_there_once(cast):
    rij = hoeder(cast.gezin)
    assert (rij.vorm, rij.gebruiker) == (Hoedervorm.COORDINATOR, None)
    assert rij.coordinatorschap == Coordinatorschap.objects.huidig().get(gezin=cast.gezin)


def test_another_coordinator_holds_it_from_the_same_moment(cast):
    later = cast.nu + timedelta(days=3)
    wissel_coordinator(
        cast.gezin, cast.collega, cast.maatschappelijk_werk, nu=later, door=cast.coordinator, reden="andere baan"
    )
    oud, nieuw = Hoeder.objects.filter(gezin=cast.gezin).order_by("van")
    assert (oud.tot, nieuw.van, nieuw.tot) == (later, later, None)
    assert nieuw.coordinatorschap.gebruiker == cast.collega


@pytest.mark.eis("T3")
def test_who_holds_it_without_coordinating_may_read_nothing_by_it(cast):
    gezin = cast.ander_gezin
    zonder_coordinator(cast.nu, gezin=gezin)
    houdt_signaal(gezin, cast.collega, cast.maatschappelijk_werk, nu=cast.nu)
    assert hoeder(gezin).gebruiker == cast.collega
    assert rechten(cast.collega, gezin) == set()
    assert not zichtbare_gezinnen(cast.collega).filter(pk=gezin.pk).exists()


def breek_niemand(cast):
    Hoeder.objects.filter(gezin=cast.gezin).update(tot=cast.nu)


def breek_ander_dan_de_coordinator(cast):
    Coordinatorschap.objects.filter(gezin=cast.gezin).update(tot=cast.nu)


def breek_weg(cast):
    Hoeder.objects.filter(gezin=cast.gezin).delete()


def breek_nieuw_gezin(cast):
    Gezin.objects.create(naam="Bos", gemeente=cast.gemeente, gemaakt_op=cast.nu)


@pytest.mark.parametrize("breek", [breek_niemand, breek_ander_dan_de_coordinator, breek_weg, breek_nieuw_gezin])
def test_nobody_or_another_is_refused_at_the_commit(cast, breek):
    with refused(), transaction.atomic():
        breek(cast)
        connection.check_constraints()


def test_two_are_refused_at_once(cast):
    with pytest.raises(IntegrityError, match="hoogstens_een_hoeder"), transaction.atomic():
        Hoeder.objects.create(
            gezin=cast.gezin, vorm=Hoedervorm.WAAKVLAM, gebruiker=cast.collega, van=cast.nu, instelling=cast.kliniek
        )


@pytest.mark.eis("I9")
def test_who_holds_a_family_leaves_after_somebody_coordinates_it(cast):
    zonder_coordinator(cast.nu, gezin=cast.gezin)
    zinnen = wat_blijft_liggen(None, gebruiker=cast.coordinator)
    assert [zin for zin in zinnen if "Houdt 1 gezin vast" in zin]
    assert sum("wordt van hieruit vastgehouden" in zin for zin in wat_blijft_achter(cast.maatschappelijk_werk)) == 1
    with pytest.raises(RuleError, match="houden mensen gezinnen vast"):
        sluit_instelling(cast.maatschappelijk_werk, nu=cast.nu, door=cast.beheerder)
