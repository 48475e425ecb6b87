"""In place of the reader of a query that is kept (core/kept_queries.py): slots for who that is, and for whom one stands in."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, UUIDField

from core.kept_queries import Slot, SlotList


def slot(naam: str) -> Slot:
    """The place of one id."""
    return Slot(naam, UUIDField())


def slots(naam: str) -> SlotList:
    """The place of several."""
    return SlotList(naam, UUIDField())


@dataclass(frozen=True)
class VasteLezer:
    """Somebody who can log in, as the text of a query knows such a one: how many are absent for whom he or she is there (I6).

    The rooms give the values, and how many there are, together: `vervanging.vast`, and upon that each room its own.
    """

    # Those whose work is taken over as a whole; of each whether in some families only.
    overal: tuple[bool, ...] = ()
    # For how many one acts in families (gezinnen), and for how many one reads plans (toestemming).
    doet_voor: int = 0
    ziet_voor: int = 0
    # Whether one acts in steps of the ladder (escalatie).
    houdt_stappen: bool = False

    pk = slot("lezer")
    is_active = is_authenticated = True

    def namens_q(self, wie: str, gezin: str) -> Q:
        """As vervanging.namens_q."""
        rijen = Q(**{wie: self.pk})
        for nummer, in_enkele in enumerate(self.overal):
            van_een = Q(**{wie: slot(f"overal_{nummer}")}) & ~Q(**{f"{gezin}__in": slots(f"behalve_{nummer}")})
            rijen |= van_een & Q(**{f"{gezin}__in": slots(f"alleen_{nummer}")}) if in_enkele else van_een
        return rijen

    @property
    def doet(self) -> dict[Any, Any]:
        """As gezinnen.waarneming.per_persoon."""
        return {slot(f"doet_{nummer}"): slots(f"doet_in_{nummer}") for nummer in range(self.doet_voor)}

    @property
    def ziet(self) -> dict[Any, Any]:
        """As toestemming.waarneming.per_persoon."""
        return {slot(f"ziet_{nummer}"): slots(f"ziet_in_{nummer}") for nummer in range(self.ziet_voor)}
