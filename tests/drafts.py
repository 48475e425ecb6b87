"""What the tab keeps of the forms of a page: under which address, and whether it will ever be cleared (core/drafts.py)."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve

from core.idempotency import FIELD

# What a page is about stands in its address.
_ABOUT = re.compile(r"/(?:gezin|stagnatie)/([0-9a-f-]{36})/")


@dataclass
class Draft:
    """A form that the tab keeps: where it is sent to, its name at that address, the names of its fields."""

    address: str
    name: str
    fields: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.path, self.found, self._open = path, [], False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self._open = "data-bewaar" in given
            if self._open:
                self.found.append(Draft(urljoin(self.path, given.get("action") or ""), given["data-bewaar"] or ""))
        elif self._open and given.get("name"):
            self.found[-1].fields.append(str(given["name"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = False


def of(html: str, path: str) -> list[Draft]:
    """The forms of this page, which stands at `path`, that the tab keeps."""
    reader = _Reader(path)
    reader.feed(html)
    return reader.found


def faults(drafts: list[Draft], path: str) -> list[str]:
    """What would offer a text in the wrong place, or leave it after it was saved."""
    about = _ABOUT.search(path)
    twice = [place for place, times in Counter((draft.address, draft.name) for draft in drafts).items() if times > 1]
    found = [f"two forms keep their text in one place: {place}" for place in twice]
    for draft in drafts:
        if FIELD not in draft.fields:
            found.append(f"{draft.address}: without a key it is never cleared (once_field)")
        if not _once(draft.address):
            found.append(f"{draft.address}: its view isn't @once, so nobody says that it was saved")
        if about and about[1] not in draft.address:
            found.append(f"{draft.address}: isn't of {about[1]}, which this page is about")
    return found


def _once(address: str) -> bool:
    try:
        return hasattr(resolve(urlsplit(address).path).func, "once")
    except Resolver404:
        return False
