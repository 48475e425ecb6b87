"""A page and its parts from one template, so that what htmx swaps in can never drift from the page itself."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def wants_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part. A restore from the browser's history needs the whole page."""
    htmx = getattr(request, "htmx", None)
    return bool(htmx and not htmx.history_restore_request and not htmx.boosted)


def render_part(
    request: HttpRequest,
    template: str,
    part: str,
    context: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The partial `part` of `template` (`{% partialdef deel inline %}`) for htmx, the whole page for everyone else.

    An answer differs by the HX-Request header, so caches are told.
    """
    name = f"{template}#{part}" if wants_part(request) else template
    answer = render(request, name, context, status=status)
    answer.headers["Vary"] = ", ".join(filter(None, [answer.headers.get("Vary"), "HX-Request"]))
    return answer
