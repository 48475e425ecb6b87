"""What one request needs to ask only once. Outside a request nothing is remembered: there every answer is a new one."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

from django.http import HttpRequest, HttpResponse

Antwoord = TypeVar("Antwoord")

_geheugen: ContextVar[dict[Hashable, object] | None] = ContextVar("geheugen", default=None)


def onthoud(sleutel: Hashable, vraag: Callable[[], Antwoord]) -> Antwoord:
    """The answer to `vraag`, asked once per request."""
    geheugen = _geheugen.get()
    if geheugen is None:
        return vraag()
    if sleutel not in geheugen:
        geheugen[sleutel] = vraag()
    return cast(Antwoord, geheugen[sleutel])


@contextmanager
def zolang() -> Iterator[None]:
    """For one question that asks the same several times: outside a request there is a memory for as long as it lasts."""
    if _geheugen.get() is not None:
        yield
        return
    teken = _geheugen.set({})
    try:
        yield
    finally:
        _geheugen.reset(teken)


def vergeet() -> None:
    """After an act that changes an answer: what this request knew is asked again."""
    geheugen = _geheugen.get()
    if geheugen is not None:
        geheugen.clear()


class GeheugenMiddleware:
    """Gives each request a memory of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with zolang():
            return self.get_response(request)
