"""The kinds of notices: each registered by the app that knows it, since only that app may say it, through zicht."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from berichten.models import Bericht

# Gets a list of notices of one kind and their reader; gives text and address for those that the reader may see now.
Regels = Callable[[Sequence["Bericht"], Any], Mapping[UUID, tuple[str, str]]]


class OnbekendeSoort(LookupError):
    """Nobody registered this kind of notice."""


@dataclass(frozen=True)
class Soort:
    """A kind of notice. `categorie` is neutral, and all that a mail says of it; `spoed` can't wait for the bundle."""

    naam: str
    regel: Regels
    categorie: str
    spoed: bool


_soorten: dict[str, Soort] = {}
_inbox_url_naam: str | None = None
_instellen_url_naam: str | None = None


def registreer(soort: str, *, regel: Regels, categorie: str, spoed: bool = False) -> None:
    """Make a kind known (in AppConfig.ready). `categorie`: a neutral Dutch line without anything personal."""
    _soorten[soort] = Soort(soort, regel, categorie, spoed)


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
