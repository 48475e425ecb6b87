"""A sentence in the region's words: article, plural, adjective and capital go along (I7)."""

import pytest
from django.template import Context, Template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from woorden import begrippen
from woorden.zinnen import voorbeeld, zin

pytestmark = pytest.mark.eis("I7")

EIGEN = {
    "zorgcoordinator": {"woord": "aanspreekpunt", "meervoud": "aanspreekpunten", "lidwoord": "het"},
    "gezinsplan": {"woord": "ijsplan", "meervoud": "ijsplannen", "lidwoord": "de"},
}


@pytest.mark.parametrize(
    ("tekst", "gewoon", "eigen"),
    [
        ("Dit doet [de zorgcoördinator].", "Dit doet de zorgcoördinator.", "Dit doet het aanspreekpunt."),
        ("[De zorgcoördinator] belt.", "De zorgcoördinator belt.", "Het aanspreekpunt belt."),
        ("[Zorgcoördinator]:", "Zorgcoördinator:", "Aanspreekpunt:"),
        ("[Deze zorgcoördinator]", "Deze zorgcoördinator", "Dit aanspreekpunt"),
        ("[de zorgcoördinatoren]", "de zorgcoördinatoren", "de aanspreekpunten"),
        ("[deze zorgcoördinatoren]", "deze zorgcoördinatoren", "deze aanspreekpunten"),
        ("[een ander(e) zorgcoördinator]", "een andere zorgcoördinator", "een ander aanspreekpunt"),
        ("[de nieuw(e) zorgcoördinator]", "de nieuwe zorgcoördinator", "het nieuwe aanspreekpunt"),
        ("[uw nieuw(e) zorgcoördinator]", "uw nieuwe zorgcoördinator", "uw nieuwe aanspreekpunt"),
        ("[onze zorgcoördinator]", "onze zorgcoördinator", "ons aanspreekpunt"),
        ("[elke zorgcoördinator]", "elke zorgcoördinator", "elk aanspreekpunt"),
        ("[het gezinsplan] en [dit gezinsplan]", "het gezinsplan en dit gezinsplan", "de ijsplan en deze ijsplan"),
        ("[Nieuw(e) gezinsplan]", "Nieuw gezinsplan", "Nieuwe ijsplan"),
        ("[Nieuw(e) gezinsplannen]", "Nieuwe gezinsplannen", "Nieuwe ijsplannen"),
        ("[Gezinsplan]", "Gezinsplan", "IJsplan"),
        # What somebody wrote between brackets is nobody's term.
        ("Zie [bijlage] en [het plan]", "Zie [bijlage] en [het plan]", "Zie [bijlage] en [het plan]"),
    ],
)
def test_what_belongs_to_the_word_goes_along(tekst, gewoon, eigen):
    assert zin(tekst) == gewoon
    begrippen.onthoud(EIGEN)
    assert zin(tekst) == eigen


def test_a_label_says_the_word_of_the_moment():
    label = zin(gettext_lazy("Wie wordt [de zorgcoördinator]?"))
    assert isinstance(label, Promise)
    assert str(label) == "Wie wordt de zorgcoördinator?"
    begrippen.onthoud(EIGEN)
    assert str(label) == "Wie wordt het aanspreekpunt?"


def test_what_somebody_wrote_stays_as_it_is():
    begrippen.onthoud(EIGEN)
    gevuld = zin("Genoteerd door [de zorgcoördinator]: %(hoe)s") % {"hoe": "vraag [de zorgcoördinator]"}
    assert gevuld == "Genoteerd door het aanspreekpunt: vraag [de zorgcoördinator]"


def test_on_a_page_a_word_is_no_html():
    begrippen.onthoud({"gezinsplan": {"woord": "<b>plan</b>"}})
    bron = '{% begrip "gezinsplan" %} {% translate "[het gezinsplan]"|zin %} {% wat_is "gezinsplan" %}'
    assert "<b>" not in Template(bron).render(Context())


def test_the_example_shows_every_form():
    begrippen.onthoud(EIGEN)
    assert voorbeeld(begrippen.begrip("zorgcoordinator")) == (
        "Dit is het aanspreekpunt. Dit aanspreekpunt is van ons. Er is nog een ander aanspreekpunt. "
        "Zo zijn er meer aanspreekpunten."
    )
