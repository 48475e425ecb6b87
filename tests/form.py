"""The two forms of the tests: the short one at every change (`make test`), the long one before something is done.

The long form (`make test-lang`) asks all that the short one asks, and also what is slow and proves more: more examples,
with new seeds; every role at every address over HTTP; every page; every fault.
"""

import os

import pytest

LONG = os.environ.get("TEST_FORM") == "long"


def examples(number: int) -> int:
    """Return how many examples a property test tries: `number` in the long form, a third of them in the short one."""
    return number if LONG else -(-number // 3)


def long_only(reason: str) -> pytest.MarkDecorator:
    """Mark a test that the long form alone runs; `reason` says what the short form has instead."""
    return pytest.mark.long(reason)
