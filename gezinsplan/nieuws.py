"""What other rooms know that is new in a plan: as lines on its page, and as a number in the list of families (R2)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from core.registry import Registry

if TYPE_CHECKING:
    from gezinsplan.nieuw_per_gezin import Sinds
    from gezinsplan.sinds import Nieuws
    from toestemming.zicht import Blik


@dataclass(frozen=True)
class Nieuwsbron:
    """A room that has news: both, so that the number in the list never counts other things than the page names."""

    # Gets the reader's view and the moment of the earlier visit; through zicht.
    van_plan: Callable[["Blik", datetime], Sequence["Nieuws"]]
    # Gets the visits by family; gives, per source, the number per family.
    per_gezin: Callable[["Sinds"], Iterable[QuerySet[Any]]]


NIEUWSBRONNEN: Registry[str, Nieuwsbron] = Registry()
