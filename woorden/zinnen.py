"""Sentences with the region's own words in them (I7).

A sentence is written with the default words, those between brackets: "Dit doet [de zorgcoördinator]." `zin` puts the
region's word there, with the article, the plural, the adjective and the capital that go with it. So a text reads as it
will be read, is translated as one whole, and follows a region that says "het ondersteuningsplan".

Adjectives are written with what may fall away: "[een ander(e) zorgcoördinator]", "[nieuw(e) gezinsdoel]".
A test (tests/huis/test_begrippen.py) finds a term that stands in a sentence without brackets.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext as _

from woorden import begrippen

_HAKEN = re.compile(r"\[([^\[\]]+)\]")
_BUIGT = re.compile(r"(\w+)\(e\)")

# Said with a word that has "de", and with one that has "het".
BIJ_HET = {
    "de": "het",
    "deze": "dit",
    "die": "dat",
    "onze": "ons",
    "elke": "elk",
    "iedere": "ieder",
    "welke": "welk",
    "dezelfde": "hetzelfde",
}
BIJ_DE = {het: de for de, het in BIJ_HET.items()}
# After these an adjective keeps its e, also before a word with "het".
BEPAALD = {"de", "het", "deze", "dit", "die", "dat", "dezelfde", "hetzelfde"} | {
    "onze", "ons", "mijn", "jouw", "je", "uw", "zijn", "haar", "hun", "jullie",
}  # fmt: skip


@dataclass(frozen=True)
class Woordgroep:
    """What stands between brackets: the words before the term, the term, and how it is said."""

    ervoor: tuple[str, ...]
    sleutel: str
    meervoud: bool
    hoofdletter: bool


@cache
def _standaardwoorden() -> list[tuple[str, str, bool]]:
    """Every default word, the longest first: (word, key, whether it is the plural)."""
    rijen = []
    for sleutel, begrip in begrippen.BEGRIPPEN.items():
        rijen.append((str(begrip.woord), sleutel, False))
        if str(begrip.meervoud) != str(begrip.woord):
            rijen.append((str(begrip.meervoud), sleutel, True))
    return sorted(rijen, key=lambda rij: -len(rij[0]))


@cache
def ontleed(tekst: str) -> Woordgroep | None:
    """Read what stands between brackets; None when it is no term of ours."""
    klein = tekst[:1].lower() + tekst[1:]
    for woord, sleutel, meervoud in _standaardwoorden():
        if klein == woord or klein.endswith(f" {woord}"):
            ervoor = tuple(klein[: len(klein) - len(woord)].split())
            return Woordgroep(ervoor, sleutel, meervoud, tekst[:1] != klein[:1])
    return None


def _buig(woord: str, het: bool, bepaald: bool) -> str:
    """One word before the term: an article or the like, or an adjective written as "nieuw(e)"."""
    if gevonden := _BUIGT.fullmatch(woord):
        return gevonden[1] if het and not bepaald else f"{gevonden[1]}e"
    return BIJ_HET.get(woord, woord) if het else BIJ_DE.get(woord, woord)


def zeg(groep: Woordgroep) -> str:
    """The group in the region's words."""
    begrip = begrippen.begrip(groep.sleutel)
    het = begrip.lidwoord == begrippen.HET and not groep.meervoud
    bepaald = bool(BEPAALD & set(groep.ervoor))
    kern = str(begrip.meervoud if groep.meervoud else begrip.woord)
    # Of a plural nothing bends: it has "de", whatever its singular has.
    ervoor = [_buig(woord, het, bepaald) for woord in groep.ervoor]
    tekst = " ".join([*ervoor, kern])
    return begrippen.hoofdletter(tekst) if groep.hoofdletter else tekst


def _vervang(gevonden: re.Match[str]) -> str:
    groep = ontleed(gevonden[1])
    return gevonden[0] if groep is None else zeg(groep)


def _vul(tekst: Any) -> str:
    return _HAKEN.sub(_vervang, str(tekst))


_vul_later = lazy(_vul, str)


def zin(tekst: Any) -> Any:
    """The sentence in the region's words. A lazy text gives a lazy one, for labels and choices.

    Brackets around anything else stay. Fill before what people wrote comes in: `zin(_("…")) % {…}`.
    """
    return _vul_later(tekst) if isinstance(tekst, Promise) else _vul(tekst)


def voorbeeld(begrip: begrippen.Begrip) -> str:
    """The term in a few small sentences, to see whether word, plural and article go together."""
    het = begrip.lidwoord == begrippen.HET
    enkel, meer = str(begrip.woord), str(begrip.meervoud)
    zinnen = [
        _("Dit is %(de)s %(woord)s.") % {"de": _buig("de", het, True), "woord": enkel},
        _("%(deze)s %(woord)s is van ons.") % {"deze": begrippen.hoofdletter(_buig("deze", het, True)), "woord": enkel},
        _("Er is nog een %(ander)s %(woord)s.") % {"ander": _buig("ander(e)", het, False), "woord": enkel},
    ]
    if meer != enkel:
        zinnen.append(_("Zo zijn er meer %(woorden)s.") % {"woorden": meer})
    return " ".join(zinnen)
