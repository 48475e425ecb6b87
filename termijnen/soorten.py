"""The kinds of terms: each registered by the app that owns it, with what happens when a term of it has passed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from core.registry import Registry
from woorden.duur import Eenheid

if TYPE_CHECKING:
    from termijnen.models import Termijn

# Gets every claimed term of one kind (in order within each family) and now; writes in bulk, in the clock's transaction.
Behandelaar = Callable[[list["Termijn"], datetime], None]
# Gets running terms and their reader; gives text and address for those that the reader may see now. Kinds, and the
# notices of berichten.soorten, that share this function come in one call.
Verwoorder = Callable[[Sequence[Any], Any], Mapping[UUID, tuple[str, str]]]


class OnbekendeSoort(LookupError):
    """Nobody registered this kind of term."""


@dataclass(frozen=True)
class Termijnsoort:
    """A kind of term. Its name is the related_name of the OneToOne that owns the term; `label` is Dutch.

    `verwoord` puts a reminder into words (without it the inbox is silent on it). `vooraf`: how long before its end it is
    asked; None: from its beginning. `over`: the path from the term to what it is about, of which `verwoord` gets the id.
    `wacht_op_werkdag`: it may open a step. When it has passed, what follows waits until the region's day begins, on a
    werkdag; not in hours, nor where `kan_niet_wachten` (S2).
    """

    naam: str
    behandel: Behandelaar
    label: str | Promise
    herinnert: bool = True
    verwoord: Verwoorder | None = None
    vooraf: timedelta | None = None
    over: str = ""
    wacht_op_werkdag: bool = False


# Gets a reader (or the shape of one); gives the ids of terms that have ended, of which that reader still owes the thing:
# what is late leaves nobody's list before it is done (E15, R2).
Verschuldigd = Callable[[Any], Sequence["QuerySet[Any]"]]

SOORTEN: Registry[str, Termijnsoort] = Registry()
VERSCHULDIGD: Registry[str, Verschuldigd] = Registry()
# Per room which terms can't wait for their place: the filter on what `over` of termijnen.inbox points at (S2).
DRINGEND: Registry[str, Callable[[], Q]] = Registry()


def registreer(soorten: Iterable[Termijnsoort]) -> None:
    """Make the kinds of a room known (in AppConfig.ready); a room has them in its `kinds.py`."""
    for soort in soorten:
        SOORTEN.add(soort.naam, soort)


def soort(naam: str) -> Termijnsoort:
    """The kind with this name. Raises OnbekendeSoort."""
    if (bekend := SOORTEN.get(naam)) is None:
        raise OnbekendeSoort(naam)
    return bekend


def vraagt_nog_niets(nu: Any) -> Q:
    """The terms whose end is still so far away that nothing is asked yet: of consent for a year, for instance (R2)."""
    later = Q(pk__in=[])
    for rij in SOORTEN:
        if rij.vooraf is not None:
            later |= Q(soort=rij.naam, loopt_af_op__gt=nu + rij.vooraf)
    return later


def nog_verschuldigd(lezer: Any) -> list["QuerySet[Any]"]:
    """The ids of ended terms of which this reader still owes the thing, of all rooms (E15)."""
    return [rijen.order_by() for room in VERSCHULDIGD for rijen in room(lezer)]


def kan_niet_wachten() -> Q:
    """The terms (with `over`) in hours or about somebody's safety: they stand first (S2)."""
    eerst = Q(eenheid=Eenheid.UUR)
    for room in DRINGEND:
        eerst |= room()
    return eerst


def bekende_soort(naam: str) -> Termijnsoort | None:
    """The kind with this name, or None: an old row may be of a kind that has gone."""
    return SOORTEN.get(naam)


def namen() -> list[str]:
    """All kinds that are registered."""
    return list(SOORTEN.items)


def paden() -> list[str]:
    """From a term to what it is about, of all kinds that say so."""
    return [rij.over for rij in SOORTEN if rij.over]
