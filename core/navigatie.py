"""The main menu: each app adds its own entries in `AppConfig.ready`, so that no lower app names a higher one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from core.registry import Registry


@dataclass(frozen=True)
class Ingang:
    """One entry: the URL's name, the words, its place in the row, and who sees it."""

    url_naam: str
    woord: Any
    volgorde: int
    voor: Callable[[Any], bool] | None = None
    teller: Callable[[Any], int] | None = None


INGANGEN: Registry[str, Ingang] = Registry()


def registreer(
    url_naam: str,
    woord: Any,
    *,
    volgorde: int,
    voor: Callable[[Any], bool] | None = None,
    teller: Callable[[Any], int] | None = None,
) -> None:
    """Add an entry to the menu. `voor` says whether this person sees it (None: all do); the view decides for itself.

    `teller` counts what is new behind it for this person; nothing is shown for none.
    """
    INGANGEN.add(url_naam, Ingang(url_naam, woord, volgorde, voor, teller))


def ingangen(request: HttpRequest) -> list[dict[str, Any]]:
    """The entries for the person of this request, in order, with the one that is being read marked."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    gevonden = []
    for ingang in sorted(INGANGEN, key=lambda ingang: ingang.volgorde):
        if ingang.voor and not ingang.voor(user):
            continue
        try:
            url = reverse(ingang.url_naam)
        except NoReverseMatch:
            continue
        hier = request.path == url or (url != "/" and request.path.startswith(url))
        aantal = ingang.teller(user) if ingang.teller else 0
        gevonden.append({"url": url, "woord": ingang.woord, "hier": hier, "aantal": aantal})
    return gevonden


def in_context(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `navigatie`, only worked out when a template asks for it, and then once."""
    return {"navigatie": SimpleLazyObject(lambda: ingangen(request))}
