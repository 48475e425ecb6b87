"""How deep a stagnatie is read, and the shape of the questions about one (T3, E10, E13)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import UUIDField

from core.kept_queries import Slot, SlotList


class Diepte(StrEnum):
    PLAN = "plan"
    BERICHT = "bericht"
    KAAL = "kaal"


@dataclass(frozen=True)
class Zichtvorm:
    """The shape of questions about one stagnatie: what of a Zicht decides how they are composed; slots for the rest."""

    ziet_doel: bool
    diepte: Diepte
    is_coordinator: bool
    is_houder: bool
    leidt: bool

    stagnatie = Slot("stagnatie", UUIDField())
    ik_en_namens = SlotList("ik", UUIDField())

    @property
    def houdt_van_buiten(self) -> bool:
        return self.is_houder and self.diepte != Diepte.PLAN

    @property
    def eigen_instellingen(self) -> Any:
        return SlotList("instellingen", UUIDField()) if self.leidt else ()

    @property
    def toont_namen(self) -> bool:
        return self.diepte != Diepte.KAAL
