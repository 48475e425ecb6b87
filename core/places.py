"""Named places on a page where a higher app may show a panel of its own, without the page knowing that app.

The app registers in `AppConfig.ready`; the template says `{% place "plan.doel" doel=doel %}`. A panel gets what the
place is about and nothing else of the page; its queries and its zicht are its own business, and count for the page.
"""

from typing import Any, Protocol

from django.http import HttpRequest

from core.registry import Registry


class Panel(Protocol):
    """What a panel must offer: a template, and the variables for it (None: not shown here)."""

    template: str

    def context(self, request: HttpRequest | None, **about: Any) -> dict[str, Any] | None: ...


# By place and class of the panel: its order among the others.
PANELS: Registry[tuple[str, type[Panel]], int] = Registry()


def register(place: str, panel: type[Panel], *, order: int = 50) -> None:
    """Show a panel of this class in `place`; lower `order` first. Twice is once."""
    PANELS.add((place, panel), order)


def panels(place: str) -> list[Panel]:
    """The panels of a place, in order; an unknown place has none."""
    here = [(order, panel_class) for (where, panel_class), order in PANELS.items.items() if where == place]
    return [panel_class() for _order, panel_class in sorted(here, key=lambda pair: pair[0])]
