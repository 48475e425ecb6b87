"""The only writers of terms: the life of a term, whom it concerns, and the clock."""

from termijnen.actions.klok import Tikuitslag, bewaak
from termijnen.actions.leven import (
    NieuweTermijn,
    beeindig,
    corrigeer,
    heropen,
    start,
    vergrendel,
    verzet,
)
from termijnen.actions.mensen import vraag_aan, vraag_met_ander_account, wissel_houder

__all__ = [
    "NieuweTermijn",
    "Tikuitslag",
    "beeindig",
    "bewaak",
    "corrigeer",
    "heropen",
    "start",
    "vergrendel",
    "verzet",
    "vraag_aan",
    "vraag_met_ander_account",
    "wissel_houder",
]
