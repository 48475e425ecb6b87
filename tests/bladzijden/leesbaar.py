"""How easy a Dutch text is to read: the measure of Flesch, as Douma fitted it to Dutch (1960).

206.84 - 0.93 x words per sentence - 77 x syllables per word. 60 and more is plain for a reader of language level B1; what is for
the law or for managers lies under 45. Syllables are counted by pyphen, which hyphenates for the paper too, or by groups of vowels
where that gives more: no word is broken after its first letter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from pyphen import Pyphen

_afbreken = Pyphen(lang="nl_NL")
_WOORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ZIN = re.compile(r"(?<=[.!?:])\s+")
_KLINKERS = re.compile(r"[äëïöü]?[aeiouyáéèêó]+|[äëïöü]")
_IN_DE_REGEL = {"a", "abbr", "b", "bdi", "dfn", "em", "i", "q", "small", "span", "strong", "time"}
_GEEN_TEKST = {"script", "style", "svg", "template", "title", "nav", "head", "option", "textarea"}
# Under this a piece of text is a label, a name or a date.
_MINST = 4


@dataclass(frozen=True)
class Maat:
    """Counts of a text."""

    zinnen: int
    woorden: int
    lettergrepen: int

    @property
    def flesch_douma(self) -> float:
        """From about 0 (hard) to 100 (easy)."""
        return 206.84 - 0.93 * self.woorden / self.zinnen - 77 * self.lettergrepen / self.woorden


def maat(zinnen: list[str]) -> Maat:
    """Measure these sentences together."""
    woorden = [woord for zin in zinnen for woord in woorden_van(zin)]
    return Maat(len(zinnen), len(woorden), sum(lettergrepen(woord) for woord in woorden))


def woorden_van(zin: str) -> list[str]:
    """The words of a sentence, without numbers."""
    return _WOORD.findall(zin)


def lettergrepen(woord: str) -> int:
    """How many syllables a word has."""
    klein = woord.lower()
    return max(len(_afbreken.positions(klein)) + 1, len(_KLINKERS.findall(klein)))


def zinnen_van(html: str) -> list[str]:
    """The sentences of a page that are more than a label; each block of text ends one."""
    lezer = _Lezer()
    lezer.feed(html)
    return [zin for blok in lezer.blokken() for zin in _ZIN.split(blok) if len(woorden_van(zin)) >= _MINST]


class _Lezer(HTMLParser):
    """Takes the text out of `main`, block by block."""

    def __init__(self) -> None:
        super().__init__()
        self._stukken: list[str] = []
        self._in_main = self._stil = 0

    def handle_starttag(self, tag: str, attrs) -> None:
        self._in_main += tag == "main"
        self._stil += tag in _GEEN_TEKST
        self._stukken.append(" " if tag in _IN_DE_REGEL else "\n")

    def handle_endtag(self, tag: str) -> None:
        self._in_main -= tag == "main"
        self._stil -= tag in _GEEN_TEKST
        self._stukken.append(" " if tag in _IN_DE_REGEL else "\n")

    def handle_data(self, data: str) -> None:
        if self._in_main and not self._stil:
            self._stukken.append(re.sub(r"\s+", " ", data))

    def blokken(self) -> Iterator[str]:
        for blok in "".join(self._stukken).split("\n"):
            if schoon := re.sub(r"\s+", " ", blok).strip():
                yield schoon
