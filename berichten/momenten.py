"""When a mail that can wait goes out: a rule that a higher app registers, since it knows the days and the choices."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from core.registry import Seat

# Gets receivers and the moment; gives for each when the next mail with what can wait may go.
Regel = Callable[[Sequence[Any], datetime], Mapping[UUID, datetime]]

MOMENTEN: Seat[Regel] = Seat()


def momenten(ontvangers: Sequence[Any], nu: datetime) -> Mapping[UUID, datetime]:
    """For each receiver when what can wait is mailed; without a rule at once."""
    if not ontvangers:
        return {}
    return MOMENTEN.item(ontvangers, nu) if MOMENTEN.item else {ontvanger.pk: nu for ontvanger in ontvangers}
