"""What one request needs to ask only once. Outside a request nothing is remembered: there every answer is a new one."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

from django.http import HttpRequest, HttpResponse

Answer = TypeVar("Answer")

_memo: ContextVar[dict[Hashable, object] | None] = ContextVar("geheugen", default=None)


def remember(key: Hashable, ask: Callable[[], Answer]) -> Answer:
    """The answer to `ask`, asked once per request."""
    memo = _memo.get()
    if memo is None:
        return ask()
    if key not in memo:
        memo[key] = ask()
    return cast(Answer, memo[key])


@contextmanager
def while_asking() -> Iterator[None]:
    """For one question that asks the same several times: outside a request there is a memory for as long as it lasts."""
    if _memo.get() is not None:
        yield
        return
    token = _memo.set({})
    try:
        yield
    finally:
        _memo.reset(token)


def forget() -> None:
    """After an act that changes an answer: what this request knew is asked again."""
    memo = _memo.get()
    if memo is not None:
        memo.clear()


class MemoMiddleware:
    """Gives each request a memory of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with while_asking():
            return self.get_response(request)
