"""An escalatiebericht goes when all have read it who decide on sharing what it is about: by age and gezag (E13, T2, S19)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from berichten.models import Bericht
from core.errors import NotAllowed, RuleError
from escalatie import actions
from escalatie.models import Escalatiebericht, Oorzaak
from gezinnen.models import Gezag
from gezinsplan import actions as plan
from tests.escalatie.pagina import Bezoek
from tests.inloggen import client_van, kwam_terug
from toestemming.actions import zet_vlag

pytestmark = [pytest.mark.django_db, pytest.mark.eis("E13", "T2")]


def bericht_over(vast, *over) -> Escalatiebericht:
    """Something about these gezinsleden gets stuck, and the message about it is written."""
    hoe = {"nu": vast.nu, "door": vast.cast.coordinator}
    doel = plan.voeg_doel_toe(
        vast.cast.gezin, plan.DoelGegevens("Een plek op school", over_wie=[lid.pk for lid in over]), **hoe
    )
    actions.meld_stagnatie(vast.cast.gezin, oorzaak=Oorzaak.WACHTLIJST, toelichting="x", doel=doel, **hoe)
    return actions.schrijf_bericht(
        vast.stagnatie, afgesproken="Een plek in november", ontbreekt="De plek", gevraagd="Regel een plek", **hoe
    )


def leest(vast, bericht, wie, visie="") -> bool:
    """Whether the message goes when this person has read it too."""
    actions.lees_bericht_als_gezin(bericht, visie=visie, door=wie, nu=vast.nu, versie=bericht.versie)
    bericht.refresh_from_db()
    return bericht.is_vrijgegeven


def leest_samen(vast, bericht, *met) -> bool:
    actions.lees_bericht_samen(
        bericht, met=[lid.pk for lid in met], visie="", hoe="aan tafel", door=vast.cast.coordinator, nu=vast.nu,
        versie=bericht.versie,
    )  # fmt: skip
    bericht.refresh_from_db()
    return bericht.is_vrijgegeven


def test_under_twelve_all_who_hold_gezag(vast):
    bericht = bericht_over(vast, vast.cast.sanne)
    assert not leest(vast, bericht, vast.cast.moeder, "Het duurt te lang.")
    assert leest(vast, bericht, vast.cast.vader, "Vind ik ook.")
    assert bericht.visie_gezin == "Het duurt te lang.\n\nVind ik ook."


def test_who_lives_there_without_gezag_lets_nothing_go(vast):
    Gezag.objects.filter(kind=vast.cast.sanne, houder=vast.cast.moeder_in_gezin).delete()
    bericht = bericht_over(vast, vast.cast.sanne)
    with pytest.raises(RuleError):
        leest(vast, bericht, vast.cast.moeder)
    assert leest(vast, bericht, vast.cast.vader)


def test_from_twelve_the_youngster_too(vast):
    bericht = bericht_over(vast, vast.cast.broer_in_gezin)
    for wie in (vast.cast.moeder, vast.cast.vader):
        assert not leest(vast, bericht, wie)
    assert leest(vast, bericht, vast.cast.broer)


def test_from_sixteen_the_youngster_alone(vast):
    broer = vast.cast.broer_in_gezin
    broer.geboortedatum = broer.geboortedatum.replace(year=broer.geboortedatum.year - 1)
    broer.save()
    bericht = bericht_over(vast, broer)
    for wie in (vast.cast.moeder, vast.cast.vader):
        with pytest.raises(RuleError):
            leest(vast, bericht, wie)
    assert leest(vast, bericht, vast.cast.broer)


def test_while_nobody_knows_who_holds_gezag_it_doesnt_go(vast):
    bericht = bericht_over(vast, vast.cast.moeder_in_gezin, vast.cast.sanne)
    vast.cast.sanne.gezag_bekend = False
    vast.cast.sanne.save()
    assert not leest(vast, bericht, vast.cast.moeder)


def test_the_coordinator_says_with_whom_she_read_it(vast):
    bericht = bericht_over(vast, vast.cast.sanne)
    with pytest.raises(RuleError) as fout:
        leest_samen(vast, bericht)
    assert fout.value.field == "met"
    with pytest.raises(RuleError):
        leest_samen(vast, bericht, vast.cast.oma)
    assert not leest_samen(vast, bericht, vast.cast.moeder_in_gezin)
    assert "Mark Jonker" in Bezoek(vast, vast.cast.coordinator).tekst()
    assert leest_samen(vast, bericht, vast.cast.vader_in_gezin)


@pytest.mark.heavy("four pages")
def test_whom_a_flag_concerns_isnt_asked_and_the_privacy_officer_decides(vast):
    cast = vast.cast
    herzien = localdate(vast.nu) + timedelta(days=30)
    zet_vlag(cast.vader_in_gezin, [cast.sanne.pk], "Mark zoekt Sanne op", herzien, nu=vast.nu, door=cast.behandelaar)
    bericht = bericht_over(vast, cast.sanne)
    assert not Bericht.objects.filter(ontvanger=cast.vader, soort="stagnatie_bericht_voorgelegd").exists()
    with pytest.raises(RuleError):
        leest(vast, bericht, cast.vader)
    with pytest.raises(RuleError):
        leest_samen(vast, bericht, cast.vader_in_gezin)
    assert not leest(vast, bericht, cast.moeder)
    assert Bericht.objects.filter(ontvanger=cast.privacy_officer, soort="beslissing_gevraagd").exists()
    client = client_van(cast.privacy_officer)
    waar = reverse("escalatie:in_plaats", args=[bericht.pk])
    assert waar in client.get(reverse("toestemming:bescherming")).content.decode()
    assert "Een plek in november" in client.get(waar).content.decode()
    assert kwam_terug(client.post(waar, {"versie": bericht.versie, "waarom": ""}))
    assert client.post(waar, {"versie": bericht.versie, "waarom": "nodig voor Sanne"}).status_code == 302
    bericht.refresh_from_db()
    assert bericht.is_vrijgegeven
    assert client.get(waar).status_code == 404


def test_nobody_else_decides_in_that_place(vast):
    cast = vast.cast
    herzien = localdate(vast.nu) + timedelta(days=30)
    zet_vlag(cast.vader_in_gezin, [cast.sanne.pk], "Mark zoekt Sanne op", herzien, nu=vast.nu, door=cast.behandelaar)
    bericht = bericht_over(vast, cast.sanne)
    for wie in (cast.coordinator, cast.manager, cast.behandelaar):
        assert client_van(wie).get(reverse("escalatie:in_plaats", args=[bericht.pk])).status_code == 404
        with pytest.raises(NotAllowed):
            actions.lees_bericht_in_plaats(bericht, waarom="x", door=wie, nu=vast.nu, versie=bericht.versie)
