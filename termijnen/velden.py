"""The form field in which people type a term in their own way (G5); a day alone: woorden/velden.py."""

from datetime import date
from typing import Any

from core import clock
from core.forms import DATE_HINT
from termijnen.kalender import huidige_kalender
from woorden.duur import Duur
from woorden.getypt import lees_termijn
from woorden.velden import GetyptVeld


class TermijnVeld(GetyptVeld):
    """A term: `Duur` ('2 weken') or the last day ('vr 4 dec'); None when empty and not required."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", DATE_HINT)
        super().__init__(**kwargs)

    def lees(self, tekst: str) -> Duur | date:
        """Read as a term from now on."""
        return lees_termijn(tekst, clock.now(), huidige_kalender())
