"""Who is told too: whoever stands in for a receiver who is away. A higher room knows who that is (I6)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from core.registry import Seat

# A receiver's id, and the family that the notice is about.
Wie = tuple[UUID, UUID | None]
# Gets receiver and family of many notices; gives who stands in, for those who are away at `nu`.
Bron = Callable[[Sequence[tuple[Any, UUID | None]], datetime], Mapping[Wie, Any]]

WAARNEMERS: Seat[Bron] = Seat()


def waarnemers(ontvangers: Sequence[tuple[Any, UUID | None]], nu: datetime) -> Mapping[Wie, Any]:
    """Who is told on behalf of whom; empty when nobody is away, or nobody can say."""
    return WAARNEMERS.item(ontvangers, nu) if WAARNEMERS.item and ontvangers else {}
