"""Named places on a page where a higher app may show a panel of its own, without the page knowing that app.

The app registers in `AppConfig.ready`; the template says `{% plaats "plan.doel" doel=doel %}`. A panel gets what the
place is about and nothing else of the page; its queries and its zicht are its own business, and count for the page.
"""

from collections import defaultdict
from typing import Any, Protocol

from django.http import HttpRequest


class Paneel(Protocol):
    """What a panel must offer: a template, and the variables for it (None: not shown here)."""

    template: str

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None: ...


_panelen: dict[str, list[tuple[int, Paneel]]] = defaultdict(list)


def registreer(plaats: str, paneel: Paneel, *, volgorde: int = 50) -> None:
    """Show `paneel` (an object, or a class that is made here) in `plaats`; lower `volgorde` first. Twice is once."""
    if isinstance(paneel, type):
        paneel = paneel()
    if any(type(bestaand) is type(paneel) for _, bestaand in _panelen[plaats]):
        return
    _panelen[plaats].append((volgorde, paneel))
    _panelen[plaats].sort(key=lambda paar: paar[0])


def vergeet(plaats: str, paneel: type) -> None:
    """Take panels of this class out of `plaats` again."""
    _panelen[plaats] = [paar for paar in _panelen[plaats] if type(paar[1]) is not paneel]


def panelen(plaats: str) -> list[Paneel]:
    """The panels of a place, in order; an unknown place has none."""
    return [paneel for _, paneel in _panelen.get(plaats, [])]
