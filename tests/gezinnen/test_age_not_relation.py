"""Who may what follows from age: a mother of fifteen, a cousin of six, an unborn child, a birth date that nobody knows (I9, T2)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from core.errors import RuleError
from gezinnen.actions import GezinslidGegevens, leg_gezag_vast, voeg_gezinslid_toe
from gezinnen.models import Deelnemer, Relatie
from gezinnen.selectie import mag_account
from tests.cast import jarig
from tests.inloggen import client_van
from toestemming.actions import leg_vertegenwoordiging_vast
from toestemming.kring import kring_van
from toestemming.models import Hoedanigheid
from toestemming.ondertekenaars import ondertekenaars

pytestmark = [pytest.mark.django_db, pytest.mark.eis("T2", "I9", "G16")]


def lid(cast, naam, relatie, jaren=None) -> Deelnemer:
    gegevens = GezinslidGegevens(naam=naam, relatie=relatie, huishouden=cast.hoofdhuishouden)
    if jaren is not None:
        gegevens = replace(gegevens, geboortedatum=jarig(cast.nu, jaren))
    return voeg_gezinslid_toe(cast.gezin, gegevens, nu=cast.nu, door=cast.coordinator)


def gezag(cast, kind, *houders):
    leg_gezag_vast(kind, houders, True, nu=cast.nu, door=cast.coordinator)


def tekent(cast, over, dagen=0):
    op = localdate(cast.nu) + timedelta(days=dagen)
    return ondertekenaars(kring_van(cast.gezin.pk), over.pk, op)


def test_for_a_mother_of_fifteen_her_parents_sign_too(cast):
    jonge_moeder = lid(cast, "Fleur de Wit", Relatie.MOEDER, 15)
    assert tekent(cast, jonge_moeder).uitzoeken
    gezag(cast, jonge_moeder, cast.moeder_in_gezin)
    assert tekent(cast, jonge_moeder).wie == {
        jonge_moeder.pk: Hoedanigheid.ZELF, cast.moeder_in_gezin.pk: Hoedanigheid.GEZAG
    }  # fmt: skip
    baby = lid(cast, "Noor de Wit", Relatie.KIND, 0)
    with pytest.raises(RuleError):
        gezag(cast, baby, jonge_moeder)


def test_a_cousin_of_six_has_somebody_with_gezag(cast):
    neefje = lid(cast, "Sem de Wit", Relatie.ANDERS, 6)
    assert not mag_account(neefje, cast.nu)
    gezag(cast, neefje, cast.moeder_in_gezin)
    assert tekent(cast, neefje).wie == {cast.moeder_in_gezin.pk: Hoedanigheid.GEZAG}


def test_a_child_that_isnt_born_yet_stands_in_the_plan(cast):
    ongeboren = lid(cast, "Baby de Wit", Relatie.KIND)
    assert not mag_account(ongeboren, cast.nu)
    assert tekent(cast, ongeboren).uitzoeken
    gezag(cast, ongeboren, cast.moeder_in_gezin)
    assert tekent(cast, ongeboren).wie == {cast.moeder_in_gezin.pk: Hoedanigheid.GEZAG}


def test_whose_age_nobody_knows_decides_nothing(cast):
    iemand = lid(cast, "Robin de Wit", Relatie.ANDERS)
    assert tekent(cast, iemand).uitzoeken == ("Zoek uit hoe oud Robin de Wit is: leg de geboortedatum vast.",)
    assert not tekent(cast, iemand).wie
    assert not mag_account(iemand, cast.nu)
    with pytest.raises(RuleError):
        gezag(cast, cast.sanne, iemand)
    with pytest.raises(RuleError):
        leg_vertegenwoordiging_vast(cast.vader_in_gezin, iemand, "mentor", nu=cast.nu, door=cast.coordinator)


def test_at_eighteen_gezag_is_over_and_the_gemeente_stays(cast):
    broer = cast.broer_in_gezin
    Deelnemer.objects.filter(pk=broer.pk).update(geboortedatum=jarig(cast.nu, 18))
    broer.refresh_from_db()
    with pytest.raises(RuleError):
        gezag(cast, broer, cast.moeder_in_gezin)
    pagina = client_van(cast.coordinator).get(reverse("gezinsplan:gezinslid_wijzigen", args=[cast.gezin.pk, broer.pk]))
    velden = pagina.context["form"].fields
    assert "gemeente" in velden
    assert not {"gezag", "gezag_bekend"} & velden.keys()


def test_the_form_of_a_young_mother_asks_who_holds_gezag_and_keeps_that_she_is_a_mother(cast):
    jonge_moeder = lid(cast, "Fleur de Wit", Relatie.MOEDER, 15)
    waar = reverse("gezinsplan:gezinslid_wijzigen", args=[cast.gezin.pk, jonge_moeder.pk])
    client = client_van(cast.coordinator)
    form = client.get(waar).context["form"]
    assert {"gezag", "gezag_bekend", "gemeente"} <= form.fields.keys()
    assert str(form["relatie"].value()) == Relatie.MOEDER
    data = {
        "naam": "Fleur de Wit", "relatie": "moeder", "geboortedatum": f"{jonge_moeder.geboortedatum:%d-%m-%Y}",
        "huishouden": cast.hoofdhuishouden.pk, "leeswijze": "zelf", "aanspreekvorm": "je", "versie": jonge_moeder.versie,
        "gezag_bekend": "on", "gezag": [cast.moeder_in_gezin.pk],
    }  # fmt: skip
    assert client.post(waar, data).status_code == 302
    jonge_moeder.refresh_from_db()
    assert (jonge_moeder.relatie, jonge_moeder.gezag_bekend) == (Relatie.MOEDER, True)
