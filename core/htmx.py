"""A page and its parts from one template, so that what htmx swaps in can never drift from the page itself."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def wil_deel(request: HttpRequest) -> bool:
    """Whether htmx asks for a part. A restore from the browser's history needs the whole page."""
    htmx = getattr(request, "htmx", None)
    return bool(htmx and not htmx.history_restore_request and not htmx.boosted)


def render_deel(
    request: HttpRequest,
    template: str,
    deel: str,
    context: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The partial `deel` of `template` (`{% partialdef deel inline %}`) for htmx, the whole page for everyone else.

    An answer differs by the HX-Request header, so caches are told.
    """
    naam = f"{template}#{deel}" if wil_deel(request) else template
    antwoord = render(request, naam, context, status=status)
    antwoord.headers["Vary"] = ", ".join(filter(None, [antwoord.headers.get("Vary"), "HX-Request"]))
    return antwoord


def meld_bewaard(antwoord: HttpResponse, sleutel: str) -> HttpResponse:
    """Tell the page that what was typed under `sleutel` (`data-bewaar`) is safe, so the copy kept in the tab may go."""
    antwoord.headers["HX-Trigger"] = json.dumps({"bewaard": sleutel})
    return antwoord
