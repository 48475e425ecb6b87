"""Whose coordinator has left reads whom to call now: the family, who carries something out, the manager alike (E10, Z3)."""

import pytest
from django.urls import reverse

from instanties.actions import beeindig_toegang
from instanties.models import Functie, Gebruiker
from tests.escalatie.pagina import Bezoek, tekst
from tests.inloggen import client_van

pytestmark = [pytest.mark.django_db, pytest.mark.eis("E10", "Z3")]


def sluit(vast, wie):
    beeindig_toegang(wie, nu=vast.nu, door=vast.cast.beheerder, ook_als_iets_blijft_liggen=True)


def lees(wie, naam, *args):
    return tekst(client_van(wie).get(reverse(naam, args=args)))


@pytest.fixture
def weg(vast):
    """The teamleider who leads the coordinator has a number of her own."""
    Gebruiker.objects.filter(pk=vast.cast.teamleider.pk).update(telefoon="06-00000077")
    sluit(vast, vast.cast.coordinator)
    return vast


def test_the_family_reads_it(weg):
    cast = weg.cast
    pagina = lees(cast.moeder, "gezinsplan:ons_plan_gezin", cast.gezin.pk)
    assert "N. Bakker werkt hier niet meer. Bel nu met R. Vos. U hoort wie de nieuwe vaste persoon wordt." in pagina
    assert "06-00000077" in pagina
    assert "Bel gerust met" not in pagina


def test_who_carries_something_out_reads_it(weg):
    pagina = lees(weg.cast.mentor, "gezinsplan:plan", weg.cast.gezin.pk)
    assert (
        "N. Bakker (Maatschappelijk Werk De Brug) N. Bakker werkt hier niet meer. Bel nu R. Vos. 06-00000077" in pagina
    )


def test_the_manager_who_keeps_the_step_reads_it(vast):
    stap = vast.naar_stap_2()
    Gebruiker.objects.filter(pk=vast.cast.teamleider.pk).update(telefoon="06-00000077")
    sluit(vast, vast.cast.coordinator)
    pagina = Bezoek(vast, stap.houder).tekst()
    assert "R. Vos De zorgcoördinator, N. Bakker, werkt hier niet meer: bel nu 06-00000077" in pagina


def test_a_function_that_ended_says_it_too(vast):
    cast = vast.cast
    Functie.objects.filter(gebruiker=cast.coordinator).delete()
    assert "N. Bakker werkt hier niet meer. Bel nu met R. Vos." in lees(
        cast.moeder, "gezinsplan:ons_plan_gezin", cast.gezin.pk
    )


def test_where_nobody_leads_it_is_the_instelling(vast):
    cast = vast.cast
    for wie in (cast.coordinator, cast.teamleider, cast.manager, cast.bestuurder):
        sluit(vast, wie)
    pagina = lees(cast.moeder, "gezinsplan:ons_plan_gezin", cast.gezin.pk)
    assert "Bel nu met Maatschappelijk Werk De Brug." in pagina
    assert "06-00000020" in pagina


def test_who_is_there_is_called_as_before(vast):
    pagina = lees(vast.cast.moeder, "gezinsplan:ons_plan_gezin", vast.cast.gezin.pk)
    assert "Bel gerust met N. Bakker" in pagina
    assert "werkt hier niet meer" not in pagina
