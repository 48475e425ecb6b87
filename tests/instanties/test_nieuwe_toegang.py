"""A new code for somebody who works here and logs in already: asked by one, given by the yes of another (I8, X2)."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from core import clock
from core.errors import RuleError
from instanties import bevestigers, selectie
from instanties.actions import (
    beantwoord_nieuwe_toegang,
    begin_opnieuw,
    maak_gebruiker,
    nodig_uit,
    vraag_nieuwe_toegang,
)
from instanties.models import Gebruiker, Toegangsverzoek, Verzoekstaat, Weg, Wegsoort
from tests.inloggen import client_van

pytestmark = [pytest.mark.django_db, pytest.mark.eis("I8", "X2")]


@pytest.fixture
def verzoek(cast):
    return vraag_nieuwe_toegang(cast.coordinator, nu=clock.now(), door=cast.beheerder)


def _inbox(wie) -> str:
    return client_van(wie).get("/berichten/").content.decode()


def test_no_one_takes_the_second_step_away_alone(cast):
    with pytest.raises(RuleError, match="tweede persoon"):
        begin_opnieuw(cast.coordinator, nu=cast.nu, door=cast.beheerder)
    with pytest.raises(RuleError, match="kan al inloggen"):
        nodig_uit(cast.coordinator, cast.beheerder, cast.nu)


def test_until_the_yes_nothing_changes_and_its_owner_hears_it(cast, verzoek):
    assert Gebruiker.objects.get(pk=cast.coordinator.pk).has_usable_password()
    assert f"{cast.beheerder.naam} vraagt nieuwe toegang voor u aan" in _inbox(cast.coordinator)
    assert bevestigers.tweeden([verzoek], clock.now()).van(verzoek) == [cast.bestuurder, cast.teamleider]
    for wie in (cast.beheerder, cast.coordinator, cast.privacy_officer, cast.manager):
        with pytest.raises(RuleError, match="wacht niet"):
            beantwoord_nieuwe_toegang(verzoek, True, nu=clock.now(), door=wie)
    with pytest.raises(RuleError, match="al gevraagd"):
        vraag_nieuwe_toegang(cast.coordinator, nu=clock.now(), door=cast.beheerder)


def test_by_the_yes_the_old_way_is_gone_and_who_asked_makes_the_code(cast, verzoek):
    Authenticator.objects.create(user=cast.coordinator, type=Authenticator.Type.TOTP, data={})
    teamleider = client_van(cast.teamleider)
    assert "Mag deze collega opnieuw toegang krijgen?" in teamleider.get(reverse("instanties:rollen")).content.decode()
    antwoord = teamleider.post(reverse("instanties:toegang_beantwoorden", args=[verzoek.pk]), {"antwoord": "ja"})
    assert antwoord.status_code == 302
    wie = Gebruiker.objects.get(pk=cast.coordinator.pk)
    assert not wie.has_usable_password()
    assert not Authenticator.objects.filter(user=wie).exists()
    assert "maak nu een uitnodiging" in _inbox(cast.beheerder)
    nodig_uit(wie, cast.beheerder, clock.now())
    assert Weg.objects.get(gebruiker=wie, soort=Wegsoort.CODE).door == cast.beheerder


def test_a_no_changes_nothing_and_so_does_silence(cast, verzoek):
    beantwoord_nieuwe_toegang(verzoek, False, nu=clock.now(), door=cast.teamleider)
    assert Gebruiker.objects.get(pk=cast.coordinator.pk).has_usable_password()
    assert "krijgt geen nieuwe toegang" in _inbox(cast.beheerder)
    opnieuw = vraag_nieuwe_toegang(cast.coordinator, nu=clock.now(), door=cast.beheerder)
    later = opnieuw.uiterlijk_op + timedelta(minutes=1)
    with pytest.raises(RuleError, match="wacht niet"):
        beantwoord_nieuwe_toegang(opnieuw, True, nu=later, door=cast.teamleider)
    nog_eens = vraag_nieuwe_toegang(cast.coordinator, nu=later, door=cast.beheerder)
    opnieuw.refresh_from_db()
    assert (opnieuw.staat, nog_eens.staat) == (Verzoekstaat.STILTE, Verzoekstaat.WACHT)


def test_the_page_of_the_beheerder_asks_and_says_who_it_waits_for(cast):
    client = client_van(cast.beheerder)
    pad = reverse("instanties:persoon_opnieuw", args=[cast.collega.pk])
    assert "tweede persoon" in client.get(pad).content.decode()
    assert client.post(pad)["Location"] == reverse("instanties:persoon", args=[cast.collega.pk])
    assert Toegangsverzoek.objects.get().gebruiker == cast.collega
    pagina = client.get(reverse("instanties:persoon", args=[cast.collega.pk])).content.decode()
    assert f"Wacht op: {cast.bestuurder.naam}, {cast.teamleider.naam}" in pagina
    assert pad not in pagina


def test_who_never_logged_in_is_invited_without_a_question(cast):
    nieuw = maak_gebruiker(
        "Nieuwe Collega", email="nieuwe@voorbeeld.example", is_professional=True, door=cast.beheerder
    )
    with pytest.raises(RuleError, match="Maak een uitnodiging"):
        vraag_nieuwe_toegang(nieuw, nu=cast.nu, door=cast.beheerder)
    assert nodig_uit(nieuw, cast.beheerder, cast.nu)


def test_nothing_is_asked_any_more_for_who_lost_the_account_or_by_who_lost_the_role(cast, verzoek):
    from instanties.actions import beeindig_toegang

    beeindig_toegang(cast.coordinator, nu=cast.nu, door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    verzoek.refresh_from_db()
    assert verzoek.staat == Verzoekstaat.VERVALLEN


def test_without_a_leidinggevende_the_other_beheerder_is_asked(cast):
    verzoek = vraag_nieuwe_toegang(cast.privacy_officer, nu=cast.nu, door=cast.beheerder)
    tweede = selectie.beheerders().exclude(pk=cast.beheerder.pk).get()
    assert bevestigers.tweeden([verzoek], cast.nu).van(verzoek) == [tweede]
