"""Every address of the system, as the resolver knows it."""

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from core.rooms import ROOMS

EIGEN = frozenset(settings.INSTALLED_APPS) & frozenset(ROOMS)


@dataclass(frozen=True)
class Route:
    """One address: its full name (with namespaces), and the package of its view."""

    naam: str
    pakket: str
    patroon: str

    @property
    def eigen(self) -> bool:
        """Whether the view is ours. Views of others have one row for their whole package."""
        return self.pakket in EIGEN


def routes(patronen: Any = None, namen: tuple[str, ...] = (), pad: str = "") -> Iterator[Route]:
    """Walk through all addresses, whatever they are included in."""
    for patroon in get_resolver().url_patterns if patronen is None else patronen:
        if isinstance(patroon, URLResolver):
            binnen = (*namen, patroon.namespace) if patroon.namespace else namen
            yield from routes(patroon.url_patterns, binnen, pad + str(patroon.pattern))
        elif isinstance(patroon, URLPattern):
            view = getattr(patroon.callback, "view_class", patroon.callback)
            naam = patroon.name or f"(zonder naam) {pad}{patroon.pattern}"
            yield Route(":".join([*namen, naam]), view.__module__.split(".")[0], pad + str(patroon.pattern))


def modules() -> dict[str, ModuleType]:
    """The modules with rows of the matrix, by name: <app>.py, or <app>_<part>.py."""
    namen = [bestand.stem for bestand in sorted(Path(__file__).parent.glob("*.py"))]
    return {naam: importlib.import_module(f"tests.routes.{naam}") for naam in namen if naam.split("_")[0] in EIGEN}
