"""The theme is readable for everybody: WCAG 2.2 AA on each pair of colours that meet."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.eis("X3")

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
DAG, NACHT = (
    dict(re.findall(r"(--[a-z0-9-]+):\s*(#[0-9a-f]{6});", deel))
    for deel in (CSS / "thema.css").read_text().split("@media screen and (prefers-color-scheme: dark)")
)
# At night what isn't named stays as by day.
LICHT = {"dag": DAG, "nacht": DAG | NACHT}

WIT = "--basis-color-default-bg-document"
PAPIER = "--basis-color-default-bg-subtle"
ZACHT = "--basis-color-default-bg-default"
GRONDEN = (WIT, PAPIER, ZACHT)


def _licht(kleur: str) -> float:
    delen = [int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5)]
    rood, groen, blauw = (deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str, wanneer: str) -> float:
    licht, donker = sorted((_licht(LICHT[wanneer][een]), _licht(LICHT[wanneer][ander])), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


TEKST = [
    *[
        (f"--basis-color-default-color-{soort}", grond)
        for soort in ("document", "default", "subtle")
        for grond in GRONDEN
    ],
    *[
        (f"--basis-color-action-2-color-{stand}", grond)
        for stand in ("default", "hover", "active")
        for grond in GRONDEN
    ],
    *[("--basis-color-action-1-color-default", grond) for grond in (*GRONDEN, "--basis-color-action-1-bg-default")],
    ("--basis-color-action-1-color-default", "--basis-color-action-1-bg-subtle"),
    *[
        (f"--basis-color-action-1-inverse-color-{stand}", f"--basis-color-action-1-inverse-bg-{stand}")
        for stand in ("default", "hover", "active")
    ],
    *[
        (f"--basis-color-{toon}-color-default", grond)
        for toon in ("positive", "warning", "negative", "info", "accent-1")
        for grond in (f"--basis-color-{toon}-bg-default", f"--basis-color-{toon}-bg-subtle", *GRONDEN)
    ],
    ("--basis-color-accent-1-color-document", "--basis-color-accent-1-bg-default"),
    ("--basis-color-default-color-subtle", "--basis-color-accent-1-bg-default"),
    ("--basis-color-default-color-subtle", "--basis-color-accent-1-bg-subtle"),
    ("--basis-color-default-color-subtle", "--basis-color-action-1-bg-default"),
    ("--basis-color-negative-color-default", "--basis-color-accent-1-bg-default"),
    ("--basis-color-action-1-color-default", "--basis-color-accent-1-bg-default"),
    *[
        ("--basis-color-default-color-document", f"--basis-color-{toon}-bg-subtle")
        for toon in ("info", "warning", "negative")
    ],
    ("--basis-color-default-inverse-color-document", "--basis-color-default-inverse-bg-document"),
    ("--basis-focus-color", "--basis-focus-background-color"),
    (WIT, "--basis-color-negative-inverse-bg-default"),
    (WIT, "--basis-color-negative-inverse-bg-hover"),
    (WIT, "--basis-color-default-color-document"),
]

VORM = [
    *[("--basis-color-default-border-default", grond) for grond in GRONDEN],
    *[("--basis-color-action-1-border-default", grond) for grond in GRONDEN],
    *[
        (f"--basis-color-{toon}-border-default", WIT)
        for toon in ("positive", "warning", "negative", "info", "accent-1")
    ],
    *[("--basis-focus-outline-color", grond) for grond in GRONDEN],
    ("--basis-color-positive-border-default", PAPIER),
    ("--basis-focus-inverse-outline-color", "--basis-color-default-color-document"),
]


@pytest.mark.parametrize("wanneer", LICHT)
@pytest.mark.parametrize(("letter", "grond"), TEKST)
def test_text_is_readable(letter: str, grond: str, wanneer: str) -> None:
    assert contrast(letter, grond, wanneer) >= 4.5


@pytest.mark.parametrize("wanneer", LICHT)
@pytest.mark.parametrize(("lijn", "grond"), VORM)
def test_borders_of_fields_and_the_focus_can_be_seen(lijn: str, grond: str, wanneer: str) -> None:
    assert contrast(lijn, grond, wanneer) >= 3


def test_at_night_every_colour_of_ink_paper_and_tone_changes() -> None:
    """A colour that was forgotten at night would be light paper with light ink. Apart: what is light on a dark ground by day too."""
    blijft = {"--basis-focus-color", "--basis-focus-background-color", "--huis-qr-bg"}
    assert {naam for naam in DAG.keys() - NACHT.keys() if "default-inverse" not in naam} == blijft
    assert NACHT.keys() <= DAG.keys()


@pytest.mark.parametrize("bestand", ["huis.css", "onderdelen.css"])
def test_colours_come_from_the_theme_only(bestand: str) -> None:
    """A gemeente swaps one file: no other screen style sheet names a colour of its own (shadows and print apart)."""
    regels = [regel for regel in (CSS / bestand).read_text().splitlines() if "@media print" not in regel]
    kleuren = [
        regel
        for regel in regels
        if re.search(r"#[0-9a-fA-F]{3,8}\b(?![^\"(]*\")", regel) and "color: #000" not in regel
    ]
    assert kleuren == []


@pytest.mark.parametrize("bestand", ["huis.css", "onderdelen.css"])
def test_outer_space_comes_from_the_scale(bestand: str) -> None:
    """Gaps between parts come from the token scale; only hairlines up to 14 px inside a part are written out."""
    inhoud = (CSS / bestand).read_text()
    maten = re.findall(r"(?:gap|margin[a-z-]*):[^;]*?\b(\d+)px", inhoud)
    assert [maat for maat in maten if int(maat) > 14] == []
