"""A region that says everything in its own way: the old word is nowhere, the new one is there with its article (I7)."""

import html
import re
from datetime import timedelta

import pytest

from berichten.actions import claim_en_verzend
from core import clock
from gezinnen.actions import wissel_coordinator
from tests.huis.test_begrippen import ZO_STAAT_HET_ER
from tests.rondgang import bladzijden, kamers
from tests.routes import escalatie, gezinsplan_plan
from woorden import begrippen
from woorden.begrippen import BEGRIPPEN

# Every word with the other article than the default has.
EIGEN = {
    "zorgcoordinator": ("aanspreekpunt", "aanspreekpunten", "het"),
    "casusregisseur": ("hulppunt", "hulppunten", "het"),
    "procesregisseur": ("ketenpunt", "ketenpunten", "het"),
    "gezinsplan": ("plangids", "plangidsen", "de"),
    "gezinsdoel": ("wens", "wensen", "de"),
    "voorwaarde": ("vereiste", "vereisten", "het"),
    "betrokkene": ("teamlid", "teamleden", "het"),
    "netwerklid": ("steunfiguur", "steunfiguren", "de"),
    "sociaal_team": ("buurtploeg", "buurtploegen", "de"),
    "jeugdbeschermer": ("beschermteam", "beschermteams", "het"),
    "navraag": ("peilmoment", "peilmomenten", "het"),
    "navrager": ("belteam", "belteams", "het"),
    "stagnatie": ("knelpunt", "knelpunten", "het"),
    "escalatiebericht": ("noodbrief", "noodbrieven", "de"),
    "doorzettingsmacht": ("beslisrecht", "beslisrecht", "het"),
}
OUD = re.compile(rf"\b(?:{'|'.join(ZO_STAAT_HET_ER.values())})\b", re.IGNORECASE)
BIJ_HET = "|".join(woord for woord, _meer, lidwoord in EIGEN.values() if lidwoord == "het")
BIJ_DE = "|".join(woord for woord, _meer, lidwoord in EIGEN.values() if lidwoord == "de")
VERKEERD_LIDWOORD = re.compile(
    rf"\b(?:de|deze|onze|elke) (?:{BIJ_HET})\b|\b(?:het|dit|ons|elk) (?:{BIJ_DE})\b|"
    rf"\b(?:een|geen) (?:andere|nieuwe) (?:{BIJ_HET})\b|\b(?:ander|nieuw) (?:{BIJ_DE})\b",
    re.IGNORECASE,
)
LEZERS = ("coordinator", "moeder", "manager", "beheerder")


@pytest.fixture
def other_words():
    assert EIGEN.keys() == {sleutel for sleutel, begrip in BEGRIPPEN.items() if not begrip.vast}
    assert all(BEGRIPPEN[sleutel].lidwoord != lidwoord for sleutel, (_woord, _meer, lidwoord) in EIGEN.items())
    velden = {
        sleutel: {"woord": woord, "meervoud": meer, "lidwoord": lidwoord}
        for sleutel, (woord, meer, lidwoord) in EIGEN.items()
    }
    begrippen.onthoud(velden, float("inf"))


def wat_er_staat(bron: str) -> str:
    """What a page says: its text, and what is read aloud of its controls."""
    bron = re.sub(r"<(script|style)\b.*?</\1>", " ", bron, flags=re.DOTALL)
    gezegd = re.findall(r"""\b(?:aria-label|title|alt|placeholder)="([^"]*)\"""", bron)
    return " ".join(html.unescape(" ".join([re.sub(r"<[^>]*>", " ", bron), *gezegd])).split())


@pytest.mark.eis("I7")
@pytest.mark.django_db
@pytest.mark.heavy("reads all pages of a room")
@pytest.mark.parametrize("kamer", kamers(1))
def test_no_page_and_no_paper_says_the_old_word(cast, other_words, kamer):
    oud: dict[str, set[str]] = {}
    verkeerd: dict[str, set[str]] = {}
    for naam, wie, bron in bladzijden(cast, LEZERS, kamer):
        # The beheerder reads there what the default word is.
        if naam in ("instanties:woord",):
            continue
        tekst = wat_er_staat(bron)
        for gevonden in OUD.finditer(tekst):
            om = tekst[max(0, gevonden.start() - 40) : gevonden.end() + 25]
            oud.setdefault(om, set()).add(f"{naam} ({wie})")
        for gevonden in VERKEERD_LIDWOORD.finditer(tekst):
            verkeerd.setdefault(gevonden[0], set()).add(f"{naam} ({wie})")
        assert not re.search(r"\[(?:de |het |een )?\w+\]", tekst), f"{naam}: haken op de bladzijde"
    assert not oud, "\n".join(f"{om}: {sorted(waar)[:3]}" for om, waar in oud.items())
    assert not verkeerd, verkeerd


@pytest.mark.eis("I7")
@pytest.mark.django_db
@pytest.mark.heavy("reads all pages of two rooms")
def test_the_new_word_stands_there(cast, other_words):
    bladen = [blad for kamer in (escalatie, gezinsplan_plan) for blad in bladzijden(cast, ["coordinator"], kamer)]
    gelezen = " ".join(wat_er_staat(bron) for _naam, _wie, bron in bladen).casefold()
    for sleutel in ("zorgcoordinator", "gezinsplan", "gezinsdoel", "betrokkene", "stagnatie", "escalatiebericht"):
        assert any(woord in gelezen for woord in EIGEN[sleutel][:2]), f"{EIGEN[sleutel][0]} staat nergens"


@pytest.mark.eis("I7")
@pytest.mark.django_db
def test_a_notice_says_it_so_too(cast, other_words, mailoutbox):
    nu = clock.now()
    wissel_coordinator(
        cast.gezin,
        cast.collega,
        cast.maatschappelijk_werk,
        nu=nu,
        door=cast.coordinator,
        reden="Vraag het de zorgcoördinator.",
    )
    # With the one mail of the next werkdag.
    claim_en_verzend(nu + timedelta(days=7))
    brieven = " ".join(f"{brief.subject} {brief.body}" for brief in mailoutbox if cast.collega.email in brief.to)
    assert "U bent aanspreekpunt van een plan" in brieven
    assert not OUD.search(brieven)
