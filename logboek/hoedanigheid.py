"""In which capacity a user acts: said by a higher app, since the logboek knows no roles."""

from collections.abc import Callable, Mapping
from typing import Any

Bron = Callable[[Any], Mapping[str, Any]]
_bron: Bron | None = None
VELDEN = ("rol", "instelling_id", "instelling_naam")


def registreer(bron: Bron) -> None:
    """Let `bron(gebruiker)` say `rol`, `instelling_id` and `instelling_naam` of a user; asked once per request."""
    global _bron
    _bron = bron


def van(gebruiker: Any) -> dict[str, Any]:
    """The capacity of a user; empty when nobody can say."""
    gegevens = _bron(gebruiker) if _bron and gebruiker is not None else {}
    return {veld: gegevens[veld] for veld in VELDEN if gegevens.get(veld)}
