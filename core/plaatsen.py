"""Named places on a page where a higher app may show a panel of its own, without the page knowing that app.

The app registers in `AppConfig.ready`; the template says `{% plaats "plan.doel" doel=doel %}`. A panel gets what the
place is about and nothing else of the page; its queries and its zicht are its own business, and count for the page.
"""

from typing import Any, Protocol

from django.http import HttpRequest

from core.registry import Registry


class Paneel(Protocol):
    """What a panel must offer: a template, and the variables for it (None: not shown here)."""

    template: str

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None: ...


# By place and class of the panel: its order among the others.
PANELEN: Registry[tuple[str, type[Paneel]], int] = Registry()


def registreer(plaats: str, paneel: type[Paneel], *, volgorde: int = 50) -> None:
    """Show a panel of this class in `plaats`; lower `volgorde` first. Twice is once."""
    PANELEN.add((plaats, paneel), volgorde)


def panelen(plaats: str) -> list[Paneel]:
    """The panels of a place, in order; an unknown place has none."""
    hier = [(volgorde, klasse) for (waar, klasse), volgorde in PANELEN.items.items() if waar == plaats]
    return [klasse() for _volgorde, klasse in sorted(hier, key=lambda paar: paar[0])]
