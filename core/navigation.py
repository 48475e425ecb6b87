"""The main menu: each app adds its own entries in `AppConfig.ready`, so that no lower app names a higher one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from core.registry import Registry


@dataclass(frozen=True)
class Entry:
    """One entry: the URL's name, the words, its place in the row, and who sees it."""

    url_name: str
    word: Any
    order: int
    visible_to: Callable[[Any], bool] | None = None
    count: Callable[[Any], int] | None = None


ENTRIES: Registry[str, Entry] = Registry()


def register(
    url_name: str,
    word: Any,
    *,
    order: int,
    visible_to: Callable[[Any], bool] | None = None,
    count: Callable[[Any], int] | None = None,
) -> None:
    """Add an entry to the menu. `visible_to` says whether this person sees it (None: all do); the view decides for itself.

    `count` counts what is new behind it for this person; nothing is shown for none.
    """
    ENTRIES.add(url_name, Entry(url_name, word, order, visible_to, count))


def entries(request: HttpRequest) -> list[dict[str, Any]]:
    """The entries for the person of this request, in order, with the one that is being read marked."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    found = []
    for entry in sorted(ENTRIES, key=lambda entry: entry.order):
        if entry.visible_to and not entry.visible_to(user):
            continue
        try:
            url = reverse(entry.url_name)
        except NoReverseMatch:
            continue
        is_here = request.path == url or (url != "/" and request.path.startswith(url))
        number = entry.count(user) if entry.count else 0
        found.append({"url": url, "word": entry.word, "is_here": is_here, "number": number})
    return found


def in_context(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `navigation`, only worked out when a template asks for it, and then once."""
    return {"navigation": SimpleLazyObject(lambda: entries(request))}
