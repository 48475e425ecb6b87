"""Logging in is closed while wrong tries can't be counted."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def met_teller(
    view: Callable[..., HttpResponse], gesloten: str = "instanties/inloggen_gesloten.html"
) -> Callable[..., HttpResponse]:
    """Decorator: closed, in the words of the template, while wrong tries can't be counted (the cache is away)."""

    @wraps(view)
    def omhuld(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            cache.get("inloggen")
        except Exception:
            # Whatever the cache's backend raises: without a count of wrong tries, nobody may try.
            return render(request, gesloten, status=503)
        return view(request, *args, **kwargs)

    return omhuld
