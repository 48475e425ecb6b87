"""A safety flag is about people, not about the rows under which they take part: it follows who comes back (S19, X5)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from core.errors import RuleError
from gezinnen.actions import (
    BetrokkeneGegevens,
    GezinslidGegevens,
    koppel_account,
    leg_gezag_vast,
    stop_deelname,
    voeg_betrokkene_toe,
    voeg_gezinslid_toe,
    wijzig_gezinslid,
)
from gezinnen.models import Relatie
from gezinsplan.models import Doel
from instanties.actions import geef_functie, maak_gebruiker
from instanties.models import Rol, Verzoekstaat
from tests.cast import jarig, maak_professional
from tests.inloggen import client_van
from tests.toestemming.test_weghouden import bevestig, kind_lot, over_lot, zet
from toestemming import actions
from toestemming.models import Veiligheidsvlag, Vlagverzoek
from toestemming.zicht import blik

pytestmark = [pytest.mark.django_db, pytest.mark.eis("X5", "T3", "I9")]


@pytest.fixture
def lot(cast):
    """Of whom everything is kept from her father, who then stops, and still holds gezag."""
    lot = kind_lot(cast)
    over_lot(cast, lot)
    cast.vlag = zet(cast, lot)
    bevestig(cast, cast.vlag)
    return lot


def opnieuw(cast, naam="Mark Jonker", relatie=Relatie.VADER, **gegevens):
    """A new row for somebody of the family, by the coordinator."""
    gegevens = GezinslidGegevens(naam=naam, relatie=relatie, **gegevens)
    return voeg_gezinslid_toe(cast.gezin, gegevens, nu=cast.nu, door=cast.coordinator)


def stopt(cast, wie):
    stop_deelname(wie, reden="klaar", nu=cast.nu, door=cast.coordinator)


def leest(cast, rij, kind, gebruiker=None) -> bool:
    """Whether who takes part under this row, with gezag over the child, reads the goal about Lot."""
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    leg_gezag_vast(kind, [rij], True, **hoe)
    if rij.gebruiker is None:
        rij = koppel_account(rij, gebruiker or maak_gebruiker("nieuw", is_professional=False, door=None), **hoe)
    gezien = blik(rij.gebruiker, cast.gezin)
    return Doel.objects.zichtbaar_voor(gezien).filter(over_wie__contains=[kind.pk]).exists()


@pytest.mark.parametrize(
    "hoe",
    [
        pytest.param({"naam": "Mark Jonker"}, id="the same name"),
        pytest.param({"naam": "mark jónker", "relatie": Relatie.ANDERS, "oud": 40}, id="the same name, otherwise"),
        pytest.param({"naam": "M. de Jong"}, id="the same place in the family"),
        pytest.param(
            {"naam": "M. de Jong", "relatie": Relatie.VERZORGER, "zelfde_dag": True}, id="the same birth date"
        ),
        pytest.param({"naam": "M. de Jong", "relatie": Relatie.VERZORGER, "zelfde_account": True}, id="the account"),
        pytest.param({"naam": "Mark", "relatie": Relatie.STIEFOUDER}, id="the first name"),
    ],
)
def test_whom_it_is_kept_from_comes_back_under_another_row(cast, lot, hoe):
    vader = cast.vader_in_gezin
    vader.geboortedatum = jarig(cast.nu, 41)
    vader.save()
    stopt(cast, vader)
    hoe = {"relatie": Relatie.VADER, **hoe}
    geboren = vader.geboortedatum if hoe.pop("zelfde_dag", False) else None
    geboren = jarig(cast.nu, oud) if (oud := hoe.pop("oud", None)) else geboren
    account = cast.vader if hoe.pop("zelfde_account", False) else None
    rij = opnieuw(cast, geboortedatum=geboren, **hoe)
    assert not leest(cast, rij, lot, account)
    # A second person is asked; silence and doubt leave it as it is.
    mee = Veiligheidsvlag.objects.geldend().get(voor_wie=rij)
    assert (mee.volgt, mee.gezet_door, mee.over_wie) == (cast.vlag, cast.behandelaar, [lot.pk])
    assert Vlagverzoek.objects.filter(vlag=mee, staat=Verzoekstaat.WACHT).count() == 1


def test_somebody_else_reads_what_he_may(cast, lot):
    """A stepfather with another name and birth date is another; also while nobody stopped."""
    stopt(cast, cast.vader_in_gezin)
    rij = opnieuw(cast, "Karel Bos", Relatie.STIEFOUDER, geboortedatum=jarig(cast.nu, 50))
    assert leest(cast, rij, lot)
    assert not Veiligheidsvlag.objects.filter(voor_wie=rij).exists()


def test_as_long_as_he_takes_part_only_name_and_account_say_that_it_is_him(cast, lot):
    ander = opnieuw(cast, "Karel Bos", Relatie.VADER)
    zelfde = opnieuw(cast, "Mark Jonker", Relatie.ANDERS, geboortedatum=jarig(cast.nu, 44))
    assert set(Veiligheidsvlag.objects.geldend().values_list("voor_wie", flat=True)) == {
        cast.vader_in_gezin.pk, zelfde.pk
    }  # fmt: skip
    assert leest(cast, ander, lot)


def test_a_row_that_gets_his_name_later_is_his_from_then_on_and_stays_it(cast, lot):
    rij = opnieuw(cast, "Karel Bos", Relatie.STIEFOUDER, geboortedatum=jarig(cast.nu, 44))
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    for naam in ("Mark Jonker", "Karel Bos"):
        gegevens = GezinslidGegevens(
            naam=naam, relatie=rij.relatie, geboortedatum=rij.geboortedatum, huishouden=rij.huishouden
        )
        rij = wijzig_gezinslid(rij, gegevens, rij.versie, **hoe)
        assert Veiligheidsvlag.objects.geldend().filter(voor_wie=rij).count() == 1
    assert not leest(cast, rij, lot)


def test_in_the_save_that_gives_a_row_his_name_it_cant_move_in_with_whom_it_protects(cast, lot):
    """Else one form puts him in her house, where each by itself is refused (G16)."""
    rij = opnieuw(cast, "Karel Bos", Relatie.STIEFOUDER, geboortedatum=jarig(cast.nu, 44))
    gegevens = GezinslidGegevens(
        naam="Mark Jonker", relatie=rij.relatie, geboortedatum=rij.geboortedatum, huishouden=cast.hoofdhuishouden
    )
    with pytest.raises(RuleError) as fout:
        wijzig_gezinslid(rij, gegevens, rij.versie, nu=cast.nu, door=cast.coordinator)
    assert fout.value.field == "huishouden"
    rij.refresh_from_db()
    assert (rij.naam, rij.huishouden) == ("Karel Bos", None)
    assert not Veiligheidsvlag.objects.filter(voor_wie=rij).exists()


def test_of_somebody_of_the_network_too(cast, lot):
    opa = voeg_betrokkene_toe(cast.gezin, BetrokkeneGegevens(naam="Opa Wim"), nu=cast.nu, door=cast.coordinator)
    later = localdate(cast.nu) + timedelta(days=30)
    actions.zet_vlag(opa, [lot.pk], "dreigt", later, nu=cast.nu, door=cast.behandelaar)
    stopt(cast, opa)
    weer = voeg_betrokkene_toe(cast.gezin, BetrokkeneGegevens(naam="opa wim"), nu=cast.nu, door=cast.coordinator)
    assert Veiligheidsvlag.objects.geldend().filter(voor_wie=weer).exists()


@pytest.mark.parametrize("naam", ["Lot de Wit", "Lot", "Charlotte de Wit"])
def test_who_is_protected_comes_back_under_another_row(cast, lot, naam):
    stopt(cast, lot)
    geboren = lot.geboortedatum if naam == "Charlotte de Wit" else None
    rij = opnieuw(cast, naam, Relatie.KIND, geboortedatum=geboren)
    mee = Veiligheidsvlag.objects.geldend().get(over_wie=[rij.pk])
    assert (mee.voor_wie, mee.volgt) == (cast.vader_in_gezin, cast.vlag)
    # And both of them, one after the other.
    stopt(cast, cast.vader_in_gezin)
    weer = opnieuw(cast)
    over = Veiligheidsvlag.objects.geldend().filter(voor_wie=weer).values_list("over_wie", flat=True)
    assert sorted(over) == sorted([[lot.pk], [rij.pk]])


def test_a_brother_is_another(cast, lot):
    stopt(cast, lot)
    opnieuw(cast, "Tim de Wit", Relatie.KIND, geboortedatum=jarig(cast.nu, 3))
    opnieuw(cast, "Joris de Wit", Relatie.KIND)
    assert Veiligheidsvlag.objects.count() == 1


def test_it_is_somebody_else_says_the_privacy_officer_and_then_it_stays_so(cast, lot):
    stopt(cast, cast.vader_in_gezin)
    rij = opnieuw(cast)
    officer = maak_professional("P. Officer", Rol.PRIVACY_OFFICER)
    ander = maak_professional("P. Anders", Rol.PRIVACY_OFFICER)
    mee = Veiligheidsvlag.objects.get(voor_wie=rij)
    for wie in (cast.coordinator, officer):
        vraag = Vlagverzoek.objects.get(vlag=mee, staat=Verzoekstaat.WACHT)
        pagina = client_van(wie).get(reverse("toestemming:vlag_bevestigen", args=[vraag.pk])).content.decode()
        assert "kwam opnieuw in het plan" in pagina
        actions.beantwoord_vlagverzoek(vraag, False, "Dit is zijn neef", nu=cast.nu, door=wie)
    assert ander.is_active
    assert leest(cast, rij, lot)
    opnieuw(cast, "Tim de Wit", Relatie.KIND, geboortedatum=jarig(cast.nu, 3))
    assert not Veiligheidsvlag.objects.geldend().filter(voor_wie=rij).exists()
    # The one that it followed goes on.
    assert Veiligheidsvlag.objects.geldend().filter(voor_wie=cast.vader_in_gezin).exists()


def test_without_the_coordinator_she_hears_and_finds_nothing(cast):
    lot = kind_lot(cast)
    geef_functie(cast.collega, Rol.AANDACHTSFUNCTIONARIS, instelling=cast.kliniek, door=None)
    later = localdate(cast.nu) + timedelta(days=30)
    actions.zet_vlag(
        cast.vader_in_gezin, [lot.pk], "samen", later, zonder_coordinator=True, nu=cast.nu, door=cast.behandelaar
    )
    stopt(cast, cast.vader_in_gezin)
    client = client_van(cast.coordinator)
    rij = opnieuw(cast)
    assert Veiligheidsvlag.objects.geldend().get(voor_wie=rij).zonder_coordinator
    assert "leest niets over" not in client.get(reverse("toestemming:vlaggen", args=[cast.gezin.pk])).content.decode()
    assert not cast.coordinator.berichten.filter(soort__startswith="vlag").exists()
