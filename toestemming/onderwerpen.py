"""An onderwerp: one atomic subject of information, as a string (T3, X1).

`"<leefgebied>:<uuid>"` is about one gezinslid, `"<leefgebied>:samen"` about the family that lives together, and
`"gegevens:<uuid>"` holds a person's own data: birth date, address, gezag, contact. A part of a plan has the topics of
its leefgebieden × the people it is about. The logboek keeps these strings without knowing what they mean.
"""

import uuid
from collections.abc import Iterable
from typing import Protocol

SAMEN = "samen"
GEGEVENS = "gegevens"
# A part of which nobody has said yet which leefgebieden it touches.
ONBEKEND = "onbekend"


class HeeftOnderwerp(Protocol):
    """What is about leefgebieden and people: an Onderdeel, or anything with the same two fields."""

    leefgebieden: list[str]
    over_wie: list[uuid.UUID]


def onderwerp(leefgebied: str, persoon: uuid.UUID | None) -> str:
    """The topic of one leefgebied about one gezinslid; None: about the family together."""
    return f"{leefgebied}:{persoon or SAMEN}"


def gegevens(persoon_id: uuid.UUID) -> str:
    """The topic of a person's own data."""
    return f"{GEGEVENS}:{persoon_id}"


def van(leefgebieden: Iterable[str], over_wie: Iterable[uuid.UUID]) -> set[str]:
    """The topics of leefgebieden × people; no people: the family together; no leefgebieden: unknown."""
    mensen: list[uuid.UUID | None] = [*over_wie] or [None]
    return {onderwerp(str(gebied), wie) for gebied in (list(leefgebieden) or [ONBEKEND]) for wie in mensen}


def van_onderdeel(onderdeel: HeeftOnderwerp) -> set[str]:
    """The topics of one part of a plan."""
    return van(onderdeel.leefgebieden, onderdeel.over_wie)


def van_onderdelen(onderdelen: Iterable[HeeftOnderwerp]) -> set[str]:
    """The topics of several parts together: not the product of all their leefgebieden and all their people."""
    return {deel for onderdeel in onderdelen for deel in van_onderdeel(onderdeel)}


def lees(tekst: str) -> tuple[str, uuid.UUID | None]:
    """The leefgebied (or GEGEVENS) and the gezinslid of a topic; None: the family together. ValueError if it is none."""
    soort, _, wie = tekst.partition(":")
    if not soort or not wie:
        raise ValueError(tekst)
    return soort, None if wie == SAMEN else uuid.UUID(wie)
