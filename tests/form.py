"""The two forms of the tests: the short one at every change (`make test`), the long one before something is done.

The long form (`make test-lang`) asks all that the short one asks, and also what is slow and proves more: more examples,
with new seeds; every role at every address over HTTP; every page; every fault.
"""

import itertools
import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, reject, seed, settings

LONG = os.environ.get("TEST_FORM") == "long"


def examples(number: int) -> int:
    """Return how many examples a property test tries: `number` in the long form, a fifth of them in the short one."""
    return number if LONG else -(-number // 5)


def series(number: int, each: int) -> pytest.MarkDecorator:
    """Make so many tests that they try `examples(number)` together, `each` per test; `series` is the test's number."""
    return pytest.mark.parametrize("series", range(-(-examples(number) // each)))


def try_examples(series: int, each: int, check: Callable[..., None], **strategies: Any) -> None:
    """Let hypothesis try examples of `check`: in the short form the same in every run, in the long form new ones.

    The simplest of all is tried in the first of the series only. A failing one is told as it was found.
    """
    calls = itertools.count()

    def tried(**drawn: Any) -> None:
        if next(calls) == 0 and series:
            reject()
        check(**drawn)

    run = settings(
        max_examples=each,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )(given(**strategies)(tried))
    (run if LONG else seed(series)(run))()


def long_only(reason: str) -> pytest.MarkDecorator:
    """Mark a test that the long form alone runs; `reason` says what the short form has instead."""
    return pytest.mark.long(reason)
