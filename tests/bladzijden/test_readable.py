"""What families read is plain Dutch: language level B1 (X3)."""

import re

import pytest
from django.db import transaction

from tests import situaties
from tests.bladzijden.alle import GEZIN, Bladen
from tests.bladzijden.leesbaar import lettergrepen, maat, woorden_van, zinnen_van
from tests.routes.toneel import IN_WERELD, MODULES

# Measured over all sentences of the family's pages together, and over each page that says enough to be measured.
SAMEN, PER_BLADZIJDE, GENOEG = 70, 55, 60
LANGSTE_ZIN = 25
WOORDENLIJST = "instanties:begrippenlijst"
# Words of the trade and of the office. What families read instead stands in the woordenlijst.
NIET_VOOR_GEZINNEN = (
    "doorzettingsmacht", "escaleren", "escalatie", "stagnatie", "casus", "interventie", "zorgmijder", "gezinsvoogd",
    "indien", "teneinde", "reeds", "thans", "derhalve", "alsmede", "omtrent", "inzake", "middels", "conform",
    "desbetreffende", "betreffende", "participatie", "faciliteren", "implementeren", "geautoriseerd", "instemming",
)  # fmt: skip


@pytest.fixture(scope="module")
def zinnen(django_db_setup, django_db_blocker):
    """What moeder, her son and vader read, page by page, each page once; read once for all tests here.

    In the short form one of them reads each page. Without the list of words: it is there to say what the words of the trade mean.
    """
    bladen = Bladen(GEZIN, per_adres=True)
    gelezen: dict[str, list[str]] = {}
    with django_db_blocker.unblock():
        for deel, module in MODULES.items():
            situaties.switch_to(IN_WERELD[deel].args[0])
            for naam, rij in module.RIJEN.items():
                for vraag in (bladen.bekeken, bladen.sent_empty):
                    with transaction.atomic():
                        for blad in vraag(naam, rij, situaties.load(IN_WERELD[deel].args[0])):
                            html = blad.antwoord.content.decode()
                            if _klasse(html) == "voorbeeld-theme gezin" and blad.naam != WOORDENLIJST:
                                gelezen[str(blad)] = zinnen_van(html)
                        transaction.set_rollback(True)
        situaties.switch_to(None)
    return gelezen


def _klasse(html: str) -> str:
    gevonden = re.search(r'<html[^>]*class="([^"]*)"', html)
    return gevonden.group(1) if gevonden else ""


@pytest.mark.eis("X3")
def test_the_measure_knows_easy_from_hard():
    makkelijk = ["Petra belt morgen met de school.", "Daan gaat elke dag naar school.", "Wie doet wat?"]
    moeilijk = [
        "De doorzettingsmacht wordt geëffectueerd indien de betrokken instellingen nalaten binnen de overeengekomen termijn "
        "uitvoering te geven aan de vastgestelde verantwoordelijkheden."
    ]
    assert maat(makkelijk).flesch_douma > 85
    assert maat(moeilijk).flesch_douma < 10
    assert [lettergrepen(woord) for woord in ("school", "over", "gemeente", "coördinator")] == [1, 2, 3, 5]


@pytest.mark.eis("X3")
def test_what_families_read_is_plain(zinnen):
    assert len(zinnen) > 20, "the family's pages were not found"
    alles = [zin for van_bladzijde in zinnen.values() for zin in van_bladzijde]
    assert maat(alles).flesch_douma >= SAMEN
    moeilijk = {
        bladzijde: round(maat(tekst).flesch_douma)
        for bladzijde, tekst in zinnen.items()
        if maat(tekst).woorden >= GENOEG and maat(tekst).flesch_douma < PER_BLADZIJDE
    }
    assert moeilijk == {}


@pytest.mark.eis("X3")
def test_no_sentence_for_families_is_long(zinnen):
    lang = {zin for tekst in zinnen.values() for zin in tekst if len(woorden_van(zin)) > LANGSTE_ZIN}
    assert lang == set()


@pytest.mark.eis("X3")
def test_families_read_no_words_of_the_trade(zinnen):
    patroon = re.compile(rf"\b({'|'.join(NIET_VOOR_GEZINNEN)})", re.IGNORECASE)
    gevonden = {(bladzijde, zin) for bladzijde, tekst in zinnen.items() for zin in tekst if patroon.search(zin)}
    assert gevonden == set()
