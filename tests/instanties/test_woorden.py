"""The words of the region: kept by the beheerder, looked up by everybody (I7)."""

import pytest
from django.apps import apps
from django.urls import reverse

from instanties.actions import leg_begripwoord_vast
from instanties.models import Begripwoord
from logboek.models import Logregel
from tests.inloggen import client_van, kwam_terug
from woorden import begrippen

pytestmark = pytest.mark.eis("I7")

VELDEN = {
    "woord": "coördinator van zorg",
    "meervoud": "coördinatoren van zorg",
    "lidwoord": "de",
    "voor_gezin": "vaste begeleider",
    "uitleg": "Wie het plan bewaakt.",
    "wie_doet_wat": "Let op de afspraken.",
    "vastgesteld_op": "1-3-2026",
}
ADRES = "/beheer/woorden/zorgcoordinator/"


@pytest.fixture
def beheer(cast):
    return client_van(cast.beheerder)


def tekst(antwoord):
    return " ".join(antwoord.content.decode().split())


@pytest.mark.django_db
def test_the_beheerder_says_a_word_otherwise_and_everybody_reads_it(cast, beheer, django_capture_on_commit_callbacks):
    assert "zorgcoördinator" in tekst(beheer.get(ADRES))
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = beheer.post(ADRES, VELDEN, follow=True)
    assert "Binnen een minuut staat dit woord overal" in tekst(antwoord)
    lijst = tekst(client_van(cast.mentor).get(reverse("instanties:begrippenlijst")))
    assert "Coördinator van zorg" in lijst
    assert "Wie het plan bewaakt." in lijst
    assert "Let op de afspraken." in lijst
    assert "1 maart" in lijst
    assert "orgcoördinator" not in lijst

    # Changed again, and back: what was before is kept.
    with django_capture_on_commit_callbacks(execute=True):
        beheer.post(ADRES, VELDEN | {"uitleg": "Wie alles bewaakt."})
        beheer.post(f"{ADRES}gewoon/")
    assert not Begripwoord.objects.exists()
    uitleg = (
        apps.get_model("instanties", "BegripwoordEvent").objects.order_by("pgh_id").values_list("uitleg", flat=True)
    )
    assert list(uitleg) == ["Wie het plan bewaakt.", "Wie alles bewaakt.", "Wie alles bewaakt."]
    gelogd = Logregel.objects.filter(object_soort="begripwoord").values_list("handeling", "gebruiker_id")
    assert [wie for _handeling, wie in gelogd] == [cast.beheerder.pk] * 3
    assert str(begrippen.begrip("zorgcoordinator").woord) == "zorgcoördinator"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"meervoud": ""}, "Vul dit nog in."),
        ({"woord": ""}, "Vul dit nog in."),
        ({"lidwoord": ""}, "Kies hier nog iets."),
        ({"woord": "x" * 41}, "Dit is te lang: 41 tekens."),
        ({"uitleg": "x" * 401}, "Dit is te lang: 401 tekens."),
        ({"woord": "plan [a]"}, "Gebruik alleen letters"),
        ({"woord": "50% plan"}, "Gebruik alleen letters"),
        ({"meervoud": "<b>plannen</b>"}, "Gebruik alleen letters"),
        ({"woord": "Gezinsplan"}, "al in gebruik voor ‘gezinsplan’"),
        ({"meervoud": "stagnaties"}, "al in gebruik voor ‘stagnatie’"),
        ({"vastgesteld_op": "ooit"}, "Dit begrijpen we niet"),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_nothing_is_lost(beheer, anders, melding):
    antwoord = beheer.post(ADRES, VELDEN | anders)
    assert kwam_terug(antwoord)
    assert antwoord.context["form"].errors.keys() == anders.keys()
    assert melding in tekst(antwoord)
    assert "vaste begeleider" in tekst(antwoord)
    assert not Begripwoord.objects.exists()


@pytest.mark.django_db
def test_a_word_of_the_region_is_taken_too(cast, beheer):
    leg_begripwoord_vast("gezinsplan", woord="ondersteuningsplan", meervoud="plannen", door=cast.beheerder)
    assert "al in gebruik voor ‘ondersteuningsplan’" in tekst(
        beheer.post(ADRES, VELDEN | {"woord": "Ondersteuningsplan"})
    )
    # The word that it had before is free again.
    assert beheer.post(ADRES, VELDEN | {"woord": "gezinsplan"}).status_code == 302


@pytest.mark.django_db
def test_looking_at_it_in_a_sentence_first_saves_nothing(beheer):
    antwoord = beheer.post(ADRES, VELDEN | {"woord": "aanspreekpunt", "lidwoord": "het", "voorbeeld": "ja"})
    assert "Dit is het aanspreekpunt." in tekst(antwoord)
    assert "Er is nog een ander aanspreekpunt." in tekst(antwoord)
    assert 'value="aanspreekpunt"' in tekst(antwoord)
    assert not Begripwoord.objects.exists()


@pytest.mark.django_db
def test_of_a_fixed_word_only_the_meaning_can_be_said(beheer):
    adres = reverse("instanties:woord", args=["toestemming"])
    bladzijde = beheer.get(adres)
    assert "woord" not in bladzijde.context["form"].fields
    assert beheer.post(adres, VELDEN | {"woord": "akkoord"}).status_code == 302
    rij = Begripwoord.objects.get()
    assert (rij.woord, rij.uitleg) == ("", "Wie het plan bewaakt.")


@pytest.mark.django_db
def test_a_family_reads_its_own_plain_words(cast, beheer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        beheer.post(ADRES, VELDEN)
    lijst = client_van(cast.moeder).get(reverse("instanties:begrippenlijst"))
    assert "vaste begeleider" in tekst(lijst)
    assert "Verlaat deze pagina snel" in tekst(lijst)
    assert "casusregisseur" in tekst(lijst).casefold(), "what it is not, stands there too"


@pytest.mark.django_db
def test_an_unknown_word_is_not_there(beheer):
    assert beheer.get(reverse("instanties:woord", args=["bestaat-niet"])).status_code == 404


@pytest.mark.django_db
def test_from_every_page_the_list_is_one_tap_away(cast):
    for wie in (cast.coordinator, cast.moeder, cast.manager, cast.ambtenaar, cast.beheerder):
        assert reverse("instanties:begrippenlijst") in client_van(wie).get("/", follow=True).content.decode()


@pytest.mark.django_db
def test_the_list_costs_few_queries(cast, django_assert_max_num_queries):
    client = client_van(cast.mentor)
    client.get(reverse("instanties:begrippenlijst"))
    with django_assert_max_num_queries(12):
        client.get(reverse("instanties:begrippenlijst"))
