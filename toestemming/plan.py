"""What this room asks of the room that keeps the plan."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from core.registry import Seat
from gezinnen.models import Deelnemer
from toestemming import onderwerpen
from toestemming.onderwerpen import ONBEKEND, HeeftOnderwerp

if TYPE_CHECKING:
    from toestemming.zicht import Blik


@dataclass(frozen=True)
class Plan:
    """The plan of a family, as far as consent and names need it."""

    # The parts that run, of one family: the sheet is filled from them (T1).
    lopende_onderdelen: Callable[[uuid.UUID], Iterable[HeeftOnderwerp]]
    # Those of them of which nobody said yet what they are about: nothing of it can be on the sheet.
    onbenoemde_onderdelen: Callable[[uuid.UUID], Iterable[object]]
    # The doers of what this reader sees: people whom he or she knows (T7).
    uitvoerders_voor: Callable[["Blik"], QuerySet[Deelnemer]]
    # Who carries out what is about this gezinslid alone: of whose instelling he or she knows the name (X5).
    uitvoerders_over: Callable[[Deelnemer], QuerySet[Deelnemer]]


PLAN: Seat[Plan] = Seat()


def onderwerpen_in_plan(gezin_id: uuid.UUID) -> set[tuple[str, uuid.UUID | None]]:
    """What the running parts of this plan are about: leefgebied and gezinslid; None: the family together."""
    delen = onderwerpen.van_onderdelen(PLAN.item.lopende_onderdelen(gezin_id) if PLAN.item else ())
    return {onderwerpen.lees(deel) for deel in delen if not deel.startswith(f"{ONBEKEND}:")}


def nog_niet_gezegd(gezin_id: uuid.UUID) -> list[str]:
    """The words of the running parts of which nobody said yet what they are about: for who coordinates."""
    return [str(deel) for deel in PLAN.item.onbenoemde_onderdelen(gezin_id)] if PLAN.item else []
