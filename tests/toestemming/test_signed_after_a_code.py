"""Who hands out a login code could sign with it: a signature soon after says so, for the privacy officer (X2, T1)."""

from datetime import timedelta

import pytest

from instanties.actions import begin_opnieuw, controleer_uitnodiging, los_uitnodiging_in, nodig_uit
from logboek.models import Logregel
from toestemming import actions
from toestemming.models import Handtekening, Vorm

pytestmark = pytest.mark.django_db


def _met_nieuwe_code(tafel):
    moeder = tafel.cast.moeder
    begin_opnieuw(moeder, nu=tafel.nu, door=tafel.cast.coordinator)
    code = nodig_uit(moeder, tafel.cast.coordinator, tafel.nu)
    los_uitnodiging_in(controleer_uitnodiging(moeder.naam, code, nu=tafel.nu), "weer een lang wachtwoord", nu=tafel.nu)


def _tekent_zelf(tafel, regel):
    actions.teken(
        tafel.cast.moeder_in_gezin, {regel.pk: "ja"}, vorm=Vorm.DIGITAAL, gegeven_op=tafel.vandaag, nu=tafel.nu,
        door=tafel.cast.moeder,
    )  # fmt: skip
    return Handtekening.objects.get(toestemming=regel, ondertekenaar=tafel.cast.moeder_in_gezin).bewijs


@pytest.mark.eis("X2", "T1")
@pytest.mark.parametrize(("dagen", "gemerkt"), [(0, True), (6, True), (8, False)])
def test_within_a_week_the_evidence_and_the_logboek_say_so(tafel, dagen, gemerkt):
    regel = tafel.school_over_sanne()
    _met_nieuwe_code(tafel)
    tafel.nu += timedelta(days=dagen)
    bewijs = _tekent_zelf(tafel, regel)
    assert ("inlogcode van N. Bakker" in bewijs) == gemerkt
    assert Logregel.objects.filter(melding__contains="inlogcode van N. Bakker").exists() == gemerkt


@pytest.mark.eis("T1")
def test_who_came_in_by_herself_signs_as_ever(tafel):
    assert _tekent_zelf(tafel, tafel.school_over_sanne()) == ""
