"""One act on the page of a stagnatie, and all acts of one page by their place.

A Vak is one act: it opens in place, posts to a URL named after the act, and comes back with what was typed when a rule
says no. What is offered follows zicht and whose turn it is; what is allowed, the actions decide.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from core.returned import Refusal
from escalatie.zicht import Zicht

Data = Mapping[str, Any] | None


@dataclass
class Vak:
    """One act with its form. `naam` is the anchor."""

    zicht: Zicht
    naam: str
    titel: str
    knop: str
    url: str
    form: Any
    uitleg: str = ""
    gevaar: bool = False
    open: bool = False
    # A button that stands there itself: one tap.
    direct: bool = False
    sjabloon: str = "escalatie/delen/formulier.html"
    verouderd: Refusal | None = None

    @property
    def pagina(self) -> str:
        """The page with this form opened in place."""
        return f"{pagina(self.zicht)}?open={self.naam}#{self.naam}"


@dataclass
class Vakken:
    """The acts of one page, by their place on it."""

    eerst: list[Vak] = field(default_factory=list)
    verder: list[Vak] = field(default_factory=list)
    bericht: list[Vak] = field(default_factory=list)
    # How the family says that it sees this differently, at every step.
    anders: list[Vak] = field(default_factory=list)
    # By the id of the row that they belong to: an action, a question, a decision's answer.
    bij: dict[Any, list[Vak]] = field(default_factory=dict)

    def _lijsten(self) -> list[list[Vak]]:
        return [self.eerst, self.verder, self.bericht, self.anders, *self.bij.values()]

    def zet_terug(self, gebonden: Vak) -> bool:
        """Put the form that came back in its place; False when that place is gone, for instance because time went on."""
        for lijst in self._lijsten():
            for plek, vak in enumerate(lijst):
                if vak.naam == gebonden.naam:
                    lijst[plek] = gebonden
                    return True
        return False

    def maak_open(self, naam: str) -> None:
        """Open the row with this name."""
        for lijst in self._lijsten():
            for vak in lijst:
                vak.open = vak.open or vak.naam == naam


def pagina(zicht: Zicht) -> str:
    """The address of the page of this stagnatie."""
    return reverse("escalatie:stagnatie", args=[zicht.stagnatie.pk])


def act_url(zicht: Zicht, naam: str, *args: Any) -> str:
    return reverse(f"escalatie:{naam}", args=[zicht.stagnatie.pk, *args])


def veldnamen(naam: str) -> dict[str, Any]:
    # Many forms on one page: each control its own id.
    return {"auto_id": f"{naam}-%s"}
