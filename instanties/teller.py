"""Logging in is closed while wrong tries can't be counted; a mail isn't promised while nobody can be asked to send it."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)


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


def zonder_wachtrij(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorator: says that no mail can be sent while the worker can't be reached; to everybody the same."""

    @wraps(view)
    def omhuld(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (OperationalError, OSError) as fout:
            logger.warning("Broker onbereikbaar, geen mail voor een nieuw wachtwoord: %s", type(fout).__name__)
            return render(request, "instanties/geen_mail.html", status=503)

    return omhuld
