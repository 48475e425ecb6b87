"""How many runs of the ladder's state machine, from which seed, and what makes a run the same each time.

`LADDER_RUNS=200` says how many, `LADDER_SEED=7` from which seed; without it the long form takes one that nobody saw before.
What a test says when it fails is enough to do that run again: the same seed and test give the same run.
"""

import contextlib
import os
import random
import secrets
import uuid
from collections.abc import Iterator
from types import SimpleNamespace

from tests.form import LONG

RUNS_PER_TEST = 20 if LONG else 2
RUNS = int(os.environ.get("LADDER_RUNS", 2000 if LONG else 4))
TESTS = -(-RUNS // RUNS_PER_TEST)
STEPS = 30 if LONG else 14
_chosen = os.environ.get("LADDER_SEED")
FRESH = LONG or "LADDER_RUNS" in os.environ
SEED = int(_chosen) if _chosen else secrets.randbelow(10**6) if FRESH else 0
# How many went well in this process.
done = 0


def line() -> str:
    """The line for docs/storingen.md: what was run here."""
    return (
        f"ladder: {done} schedules of {STEPS} acts, LADDER_SEED={SEED}, none failed"
        if done == RUNS
        else (f"ladder: {done} of {RUNS} schedules of {STEPS} acts went well, LADDER_SEED={SEED}")
    )


def seed_of(part: int) -> int:
    """The seed of one test: no two parts of a run share one."""
    return SEED * 10_000 + part


@contextlib.contextmanager
def said_how_to_do_again(part: int) -> Iterator[None]:
    """What fails in here says from which seed it came."""
    try:
        yield
    except Exception as failure:
        form = "TEST_FORM=long " if LONG else ""
        failure.add_note(f"Do it again: {form}LADDER_SEED={SEED} LADDER_RUNS={RUNS}, with -k running_term[{part}]")
        raise


@contextlib.contextmanager
def keys_from(name: str) -> Iterator[None]:
    """Let every key that is made meanwhile follow from `name`: rows are chosen and locked in the order of their keys."""
    source = random.Random(name)
    real = uuid.os  # type: ignore[attr-defined]
    uuid.os = SimpleNamespace(urandom=source.randbytes)  # type: ignore[attr-defined]
    try:
        yield
    finally:
        uuid.os = real  # type: ignore[attr-defined]
