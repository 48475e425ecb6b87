"""In which capacity a user acts: said by a higher app, since the logboek knows no roles."""

from collections.abc import Callable, Mapping
from typing import Any

from core.registry import Seat

# Says `rol`, `instelling_id` and `instelling_naam` of a user; asked once per request.
HOEDANIGHEID: Seat[Callable[[Any], Mapping[str, Any]]] = Seat()
VELDEN = ("rol", "instelling_id", "instelling_naam")


def van(gebruiker: Any) -> dict[str, Any]:
    """The capacity of a user; empty when nobody can say."""
    gegevens = HOEDANIGHEID.item(gebruiker) if HOEDANIGHEID.item and gebruiker is not None else {}
    return {veld: gegevens[veld] for veld in VELDEN if gegevens.get(veld)}
