"""The kinds of notices: each registered by the app that knows it, since only that app may say it, through zicht."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from berichten.models import Bericht

# Puts facts into words for one reader: text and address of those that he may see now. A fact is a notice, or of a room
# above what a notice points at; each has `pk`, `soort`, `gezin_id`, and with `over` the id of what it is about. All kinds
# that share this function come in one call: an owner of many kinds finds what they are about once.
Regels = Callable[[Sequence[Any], Any], Mapping[UUID, tuple[str, str]]]
# Of notices that only point at something: per notice what that is, and who puts it into words.
Wijzer = Callable[[Sequence["Bericht"]], Mapping[UUID, tuple[Any, Regels]]]
# Gets the reader and the families of a page, before any of it is put into words.
Vooraf = Callable[[Any, Collection[UUID]], object]


class OnbekendeSoort(LookupError):
    """Nobody registered this kind of notice."""


@dataclass(frozen=True)
class Soort:
    """A kind of notice. `categorie` is neutral, and all that a mail says of it; `spoed` can't wait for the bundle."""

    naam: str
    regel: Regels | None
    wijst_naar: Wijzer | None
    categorie: str
    spoed: bool


_soorten: dict[str, Soort] = {}
_vooraf: list[Vooraf] = []
_inbox_url_naam: str | None = None
_instellen_url_naam: str | None = None


def registreer(
    soort: str,
    *,
    regel: Regels | None = None,
    wijst_naar: Wijzer | None = None,
    categorie: str,
    spoed: bool = False,
) -> None:
    """Make a kind known (in AppConfig.ready): `regel` or `wijst_naar`.

    `categorie`: a neutral Dutch line without anything personal.
    """
    _soorten[soort] = Soort(soort, regel, wijst_naar, categorie, spoed)


def registreer_vooraf(bron: Vooraf) -> None:
    """Let a room read once, for a whole page, what the words of many kinds need (in AppConfig.ready)."""
    if bron not in _vooraf:
        _vooraf.append(bron)


def lees_vooraf(gebruiker: Any, gezin_ids: Collection[UUID]) -> None:
    """Before facts of these families are put into words for this reader."""
    for bron in _vooraf if gezin_ids else ():
        bron(gebruiker, gezin_ids)


def soort(naam: str) -> Soort:
    """The kind with this name. Raises OnbekendeSoort."""
    try:
        return _soorten[naam]
    except KeyError:
        raise OnbekendeSoort(naam) from None


def bekende_soort(naam: str) -> Soort | None:
    """The kind with this name, or None: an old row may be of a kind that has gone."""
    return _soorten.get(naam)


def inbox_staat_op(url_naam: str) -> None:
    """Say where the inbox is, for the link in a mail (in AppConfig.ready)."""
    global _inbox_url_naam
    _inbox_url_naam = url_naam


def inbox_url_naam() -> str | None:
    """The url name of the inbox; None as long as no app shows one."""
    return _inbox_url_naam


def instellen_staat_op(url_naam: str) -> None:
    """Say where people choose when they get mail, for the link in a mail (in AppConfig.ready)."""
    global _instellen_url_naam
    _instellen_url_naam = url_naam


def instellen_url_naam() -> str | None:
    """The url name of that page; None as long as no app shows one."""
    return _instellen_url_naam


def namen() -> list[str]:
    """All kinds that are registered."""
    return list(_soorten)
