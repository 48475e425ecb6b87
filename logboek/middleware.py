"""No page leaves without its row in the logboek (X1, invariant 4)."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from logboek.actions import LogboekFout, schrijf_velen
from logboek.request import RequestLog, in_verzoek

logger = logging.getLogger(__name__)


class LogboekMiddleware:
    """Gives each request its `request.logboek` and writes it down before the answer leaves, in its own transaction.

    The view's own transaction is over by then: a refusal is kept though the view was rolled back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        logboek = RequestLog(request)
        request.logboek = logboek  # type: ignore[attr-defined]
        with in_verzoek(logboek):
            antwoord = self.get_response(request)
            try:
                schrijf_velen(logboek.rijen(antwoord))
            except LogboekFout:
                logger.exception("Pagina niet getoond: het logboek kan niet worden geschreven.")
                return _niet_te_schrijven()
        return antwoord

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponse | None:
        """An act whose logboek row failed was rolled back; say so in words."""
        if not isinstance(fout, LogboekFout):
            return None
        logger.error("Handeling teruggedraaid: het logboek kan niet worden geschreven.", exc_info=fout)
        return _niet_te_schrijven()


def _niet_te_schrijven() -> HttpResponse:
    return HttpResponse(render_to_string("logboek/niet_te_schrijven.html"), status=503, headers={"Retry-After": "60"})
