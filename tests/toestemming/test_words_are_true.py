"""What a page says of protection, of a 'no' and of consent is so, and nothing is chosen beforehand (T3, T8, X5)."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from berichten.models import Bericht
from core.errors import RuleError
from gezinnen.actions import (
    BetrokkeneGegevens,
    GezinslidGegevens,
    stop_deelname,
    voeg_betrokkene_toe,
    voeg_gezinslid_toe,
    voeg_huishouden_toe,
    wijzig_gezinslid,
)
from gezinnen.models import Deelnemer
from instanties.models import Rol, Verzoekstaat
from tests.cast import maak_professional
from tests.inloggen import client_van
from toestemming.actions import beantwoord_vlagverzoek, zet_vlag
from toestemming.zicht import blik

pytestmark = pytest.mark.django_db


def tekst(antwoord) -> str:
    return re.sub(r"\s+", " ", antwoord.content.decode())


def vlag(cast, voor_wie, over_wie, **hoe):
    dag = localdate(cast.nu) + timedelta(days=30)
    return zet_vlag(voor_wie, [over_wie.pk], "Er zijn zorgen.", dag, nu=cast.nu, door=cast.collega, **hoe)


def verhuis(cast, wie, huis):
    gegevens = GezinslidGegevens(naam=wie.naam, relatie=wie.relatie, huishouden=huis)
    wijzig_gezinslid(wie, gegevens, wie.versie, nu=cast.nu, door=cast.coordinator)


@pytest.mark.eis("X5", "G16")
def test_nobody_gets_the_address_of_who_is_protected_from_him_by_a_household(cast):
    vlag(cast, cast.vader_in_gezin, cast.moeder_in_gezin)
    with pytest.raises(RuleError, match="bescherming") as fout:
        verhuis(cast, cast.moeder_in_gezin, cast.huishouden_elders)
    assert fout.value.field == "huishouden"
    with pytest.raises(RuleError, match="bescherming"):
        verhuis(cast, cast.vader_in_gezin, cast.hoofdhuishouden)
    derde = voeg_huishouden_toe(cast.gezin, "Opvang", "", nu=cast.nu, door=cast.coordinator)
    verhuis(cast, cast.moeder_in_gezin, derde)


@pytest.mark.eis("X5", "I8")
@pytest.mark.heavy("two pages")
@pytest.mark.parametrize("aandacht", [True, False])
def test_a_flag_that_the_coordinator_may_not_know_isnt_found_by_a_household(cast, aandacht):
    """She gets what she would without it; the address stays closed, and who may know looks: she reads nothing of that (S19)."""
    wie = (
        maak_professional("O. Blom", Rol.AANDACHTSFUNCTIONARIS, instelling=cast.maatschappelijk_werk)
        if aandacht
        else None
    )
    bescherming = vlag(cast, cast.vader_in_gezin, cast.moeder_in_gezin, zonder_coordinator=True)
    beantwoord_vlagverzoek(bescherming.verzoeken.get(), True, "gebeld", nu=cast.nu, door=wie or cast.privacy_officer)
    huis = cast.huishouden_elders
    verhuis(cast, cast.moeder_in_gezin, huis)
    vader = blik(cast.vader, cast.gezin)
    assert not vader.mag_adres(huis)
    assert not vader.huishoudens().exists()
    assert blik(cast.moeder, cast.gezin).mag_adres(huis), "who is protected knows where she is"
    meekijker = wie or cast.privacy_officer
    assert Bericht.objects.filter(ontvanger=meekijker, soort="vlag_in_huis").exists()
    [opnieuw] = bescherming.verzoeken.filter(staat=Verzoekstaat.WACHT)
    waar = reverse("toestemming:vlag_bevestigen", args=[opnieuw.pk])
    assert "staat Mark Jonker nu in één huishouden met Petra de Wit" in tekst(client_van(meekijker).get(waar))
    assert not Bericht.objects.filter(ontvanger=cast.coordinator, soort__startswith="vlag").exists()
    # Once more moves nobody: what waits is asked once.
    verhuis(cast, Deelnemer.objects.get(pk=cast.moeder_in_gezin.pk), cast.hoofdhuishouden)
    verhuis(cast, Deelnemer.objects.get(pk=cast.moeder_in_gezin.pk), huis)
    assert bescherming.verzoeken.filter(staat=Verzoekstaat.WACHT).count() == 1


@pytest.mark.eis("X5", "G16")
def test_who_comes_back_under_another_row_isnt_put_in_the_house_of_who_is_protected(cast):
    vlag(cast, cast.vader_in_gezin, cast.moeder_in_gezin)
    stop_deelname(cast.vader_in_gezin, nu=cast.nu, door=cast.coordinator, reden="klaar")
    gegevens = GezinslidGegevens(naam=cast.vader.naam, relatie="vader", huishouden=cast.hoofdhuishouden)
    with pytest.raises(RuleError, match="bescherming") as fout:
        voeg_gezinslid_toe(cast.gezin, gegevens, nu=cast.nu, door=cast.coordinator)
    assert fout.value.field == "huishouden"


@pytest.mark.eis("X5")
def test_the_page_says_that_silence_ends_no_protection(cast):
    vlag(cast, cast.vader_in_gezin, cast.moeder_in_gezin)
    pagina = tekst(client_van(cast.coordinator).get(reverse("toestemming:vlaggen", args=[cast.gezin.pk])))
    assert "Het blijft zo, ook als er niet op tijd antwoord komt." in pagina
    assert "Tot dan blijft" not in pagina


@pytest.mark.eis("I8", "X5")
def test_who_isnt_shown_the_family_is_told_whom_to_phone(cast):
    juf = maak_professional("V. Lind", Rol.HULPVERLENER, instelling=cast.school)
    gegevens = BetrokkeneGegevens(naam=juf.naam, instelling=cast.school)
    voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=juf, nu=cast.nu, door=cast.coordinator)
    pagina = tekst(client_van(juf).get(reverse("toestemming:vlag_zetten", args=[cast.gezin.pk])))
    assert "Uw organisatie ziet in dit plan niet wie er bij het gezin horen" in pagina
    assert cast.coordinator.naam in pagina
    assert cast.privacy_officer.naam in pagina
    for lid in (cast.moeder_in_gezin, cast.sanne, cast.vader_in_gezin):
        assert lid.naam not in pagina


@pytest.mark.eis("T8")
def test_the_form_of_a_no_says_whom_it_leaves_out_and_what_it_does(cast):
    moeder = client_van(cast.moeder)
    waar = reverse("toestemming:nee", args=[cast.gezin.pk, cast.moeder_in_gezin.pk])
    pagina = tekst(moeder.get(waar))
    assert "Mensen van het gezin staan hier niet bij." in pagina
    assert "Wie het betreft" not in pagina
    velden = {"ontvanger": str(cast.mentor_in_gezin.pk), "over": str(cast.moeder_in_gezin.pk), "leefgebied": "alles"}
    klaar = tekst(moeder.post(waar, velden, follow=True))
    assert "Het nee is vastgelegd. Wat hierover met toestemming werd gedeeld, is gestopt." in klaar


@pytest.mark.eis("T3")
def test_nothing_is_written_beforehand_about_what_is_shared_for(cast):
    form = client_van(cast.coordinator).get(reverse("toestemming:gesprek", args=[cast.gezin.pk])).context["form"]
    assert not form["doel"].value()


@pytest.mark.eis("T3", "G16")
def test_no_household_is_chosen_beforehand_and_unknown_is_said_so(cast):
    bakker = client_van(cast.coordinator)
    form = bakker.get(reverse("gezinsplan:gezinslid_toevoegen", args=[cast.gezin.pk])).context["form"]
    assert not form["huishouden"].value()
    verhuis(cast, cast.vader_in_gezin, None)
    pagina = tekst(bakker.get(reverse("gezinsplan:mensen", args=[cast.gezin.pk])))
    assert "<h3>We weten niet waar</h3>" in pagina
    assert "Woont ergens anders" not in pagina
