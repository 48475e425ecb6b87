"""The kinds of notices: each registered by the app that knows it, since only that app may say it, through zicht."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.functional import Promise

from core.registry import Registry, Seat

if TYPE_CHECKING:
    from berichten.models import Bericht

# Puts facts into words for one reader: text and address of those that he may see now. A fact is a notice, or of a room
# above what a notice points at; each has `pk`, `soort`, `gezin_id`, and with `over` the id of what it is about. All kinds
# that share this function come in one call: an owner of many kinds finds what they are about once.
Verwoorder = Callable[[Sequence[Any], Any], Mapping[UUID, tuple[str, str]]]
# Of notices that only point at something: per notice what that is, and who puts it into words.
Wijzer = Callable[[Sequence["Bericht"]], Mapping[UUID, tuple[Any, Verwoorder]]]
# Gets the reader and the families of a page, before any of it is put into words.
Vooraf = Callable[[Any, Collection[UUID]], object]


class OnbekendeSoort(LookupError):
    """Nobody registered this kind of notice."""


@dataclass(frozen=True)
class Berichtsoort:
    """A kind of notice: `verwoord` puts it into words, or `wijst_naar` says what it points at and who does.

    `categorie`: a neutral Dutch line without anything personal, and all that a mail says of it; `spoed` can't wait for
    the bundle.
    """

    naam: str
    categorie: str | Promise
    verwoord: Verwoorder | None = None
    wijst_naar: Wijzer | None = None
    spoed: bool = False


@dataclass(frozen=True)
class Adressen:
    """Names of pages, for the links in a mail: the inbox, one notice, and where people choose when they get mail."""

    inbox: str
    instellen: str
    # Of one notice: goes on to what it is about.
    bericht: str


SOORTEN: Registry[str, Berichtsoort] = Registry()
# Reads once, for a whole page, what the words of many kinds need.
VOORAF: Seat[Vooraf] = Seat()
ADRESSEN: Seat[Adressen] = Seat()


def registreer(soorten: Iterable[Berichtsoort]) -> None:
    """Make the kinds of a room known (in AppConfig.ready); a room has them in its `kinds.py`."""
    for soort in soorten:
        SOORTEN.add(soort.naam, soort)


def lees_vooraf(gebruiker: Any, gezin_ids: Collection[UUID]) -> None:
    """Before facts of these families are put into words for this reader."""
    if VOORAF.item and gezin_ids:
        VOORAF.item(gebruiker, gezin_ids)


def soort(naam: str) -> Berichtsoort:
    """The kind with this name. Raises OnbekendeSoort."""
    if (bekend := SOORTEN.get(naam)) is None:
        raise OnbekendeSoort(naam)
    return bekend


def bekende_soort(naam: str) -> Berichtsoort | None:
    """The kind with this name, or None: an old row may be of a kind that has gone."""
    return SOORTEN.get(naam)


def namen() -> list[str]:
    """All kinds that are registered."""
    return list(SOORTEN.items)
