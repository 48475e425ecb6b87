"""Who runs what: the work of a run divided over its processes, by how long each part took before.

A part is a file, a module of the matrix, or all tests of one running system together. The longest goes first, so that
the processes are done at about the same moment. What took how long stands in durations.json; it decides nothing but the
order, so numbers of another machine do. `TEST_DURATIONS=new` before a command writes down what it ran.
"""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from xdist.scheduler import LoadFileScheduling

DURATIONS = Path(__file__).with_name("durations.json")
# One system runs at a time.
ONE_SYSTEM = ("tests/e2e/", "tests/faults/")
# Seconds that a part is thought to take that no run has written down yet: early, for who knows.
UNKNOWN = 20.0


def part_of(nodeid: str) -> str:
    """Return the name of the part that a test belongs to."""
    if nodeid.startswith(ONE_SYSTEM):
        return ONE_SYSTEM[0]
    file, _, test = nodeid.partition("::")
    # test_matrix[module/row-...]: the world of a module is made by one process.
    module = re.search(r"\[(\w+)/row-", test)
    return f"{file}[{module[1]}]" if module else file


def known() -> dict[str, float]:
    """Return the seconds that each part took, as they were written down."""
    return json.loads(DURATIONS.read_text()) if DURATIONS.exists() else {}


def in_order(items: list[pytest.Item], seconds: dict[str, float]) -> list[pytest.Item]:
    """Return the tests with the longest part first, and those of one part together, in the order in which they stand."""
    return sorted(items, key=lambda item: (-seconds.get(part_of(item.nodeid), UNKNOWN), part_of(item.nodeid)))


class Division(LoadFileScheduling):
    """Gives a process that is nearly done the next part."""

    def _split_scope(self, nodeid: str) -> str:
        return part_of(nodeid)


class Recorder:
    """Writes down how long each part took in this run; parts that it left out stay."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[part_of(report.nodeid)] += report.duration

    def pytest_sessionfinish(self) -> None:
        took = known() | {part: round(seconds, 1) for part, seconds in self.seconds.items()}
        DURATIONS.write_text(json.dumps(dict(sorted(took.items())), indent=1) + "\n")
