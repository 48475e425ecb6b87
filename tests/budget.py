"""What a test may cost: 0.5 second of processor time; 3 where a mark says why, or with a database of its own.

A few walk through all pages or fill the practice region in one go: their mark says the seconds too.

Processor time and not the clock on the wall: a busy machine makes no test slow. Counted is this very process, from the
first line of the set-up to the last of the clearing away, without what many tests share (situations, fixtures of a wider
scope). A browser, a database and processes that a test starts are not in it.

What is over its budget is named at the end; what costs three times its budget is past any doubt, and fails the run. Work
beside it and another machine make a second of processor time do less, so what seems three times too dear is weighed with
the yardstick of the pages (`bench/meter.py`) there and then.
"""

import time

import pytest

from bench.meter import ROUNDS, work
from tests import situaties
from tests.form import LONG

BUDGET, MARKED = 0.5, 3.0
FACTOR = 3
# Processor seconds that the yardstick takes on the machine and at the rest for which the budgets were set.
YARDSTICK = 0.0123
SPENT, MAY = "processor seconds", "budget"


def budget_of(item: pytest.Item) -> float:
    """Return the processor seconds that a test may take."""
    mark = item.get_closest_marker("heavy")
    if mark and not (mark.args and mark.args[0]):
        raise pytest.UsageError(f"{item.nodeid}: say why it is heavy")
    # With real commits it can start from nothing that was made before: that is reason enough.
    if mark or "fresh_database" in getattr(item, "fixturenames", ()):
        return mark.kwargs.get("seconds", MARKED) if mark else MARKED
    return BUDGET


def slowness() -> float:
    """Return how many times longer work takes here and now than the budgets think; at least 1."""
    took = []
    for _time in range(3):
        began = time.process_time()
        work(ROUNDS)
        took.append(time.process_time() - began)
    return max(1.0, sorted(took)[1] / YARDSTICK)


class Meter:
    """Counts what each test costs, in the process that runs it."""

    def __init__(self) -> None:
        self._began = 0.0
        self._not_its_own = 0.0

    def _own(self) -> float:
        return time.process_time() - self._not_its_own - situaties.seconds_making

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item):
        self._began = self._own()
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        if fixturedef.scope == "function":
            return (yield)
        began, made = time.process_time(), situaties.seconds_making
        try:
            return (yield)
        finally:
            self._not_its_own += time.process_time() - began - (situaties.seconds_making - made)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo):
        if call.when == "teardown":
            spent, may = self._own() - self._began, budget_of(item)
            if spent > FACTOR * may:
                spent /= slowness()
            # The report takes these along to the process that judges.
            item.user_properties += [(SPENT, round(spent, 3)), (MAY, may)]
        return (yield)


class Judge:
    """Holds every test against its budget, in the process that reports."""

    def __init__(self) -> None:
        self.over: dict[str, tuple[float, float]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        said = dict(report.user_properties)
        if report.when == "teardown" and said.get(SPENT, 0) > said.get(MAY, 0):
            self.over[report.nodeid] = (said[SPENT], said[MAY])

    @property
    def far_over(self) -> list[str]:
        return [nodeid for nodeid, (spent, may) in self.over.items() if spent > FACTOR * may]

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.far_over and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter) -> None:
        if not self.over:
            return
        terminalreporter.section("over their budget of processor time")
        for nodeid, (spent, may) in sorted(self.over.items(), key=lambda item: -item[1][0] / item[1][1]):
            fails = ", and that fails the run" if nodeid in self.far_over else ""
            terminalreporter.line(f"{spent:6.2f} s, budget {may} s{fails}: {nodeid}")


def register(config: pytest.Config) -> None:
    """Count and judge in this run. In its long form a test may take its time."""
    if LONG:
        return
    config.pluginmanager.register(Meter(), "budget-meter")
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Judge(), "budget-judge")
