"""A test that costs far too much fails the run; one that waits, or shares what it costs with others, doesn't."""

from types import SimpleNamespace

import pytest

from tests import budget

pytest_plugins = "pytester"

TESTS = """
    import time, pytest

    def burn(seconds):
        end = time.process_time() + seconds
        while time.process_time() < end:
            pass

    @pytest.fixture(scope="module")
    def shared():
        burn(0.1)

    @pytest.fixture
    def own():
        burn(0.1)

    def test_shares(shared): pass
    def test_waits(): time.sleep(0.4)
    def test_burns(own): pass
    @pytest.mark.heavy("because")
    def test_says_why(own): pass
"""


@pytest.fixture
def judged(pytester, monkeypatch):
    """Run the tests above with a budget of a moment, somewhat more with a mark, on a machine so slow; return who judged."""

    def run(slowness):
        monkeypatch.setattr(budget, "BUDGET", 0.02)
        monkeypatch.setattr(budget, "MARKED", 0.2)
        monkeypatch.setattr(budget, "slowness", lambda: slowness)
        pytester.makeini("[pytest]\nmarkers = heavy")
        pytester.makepyfile(TESTS)
        judge = budget.Judge()
        judge.run = pytester.inline_run("-p", "no:django", "-p", "no:xdist", plugins=[budget.Meter(), judge])
        judge.run.assertoutcome(passed=4)
        return judge

    return run


def test_only_the_one_that_burns_three_times_its_budget_fails_the_run(judged):
    judge = judged(slowness=1)
    assert [nodeid.partition("::")[2] for nodeid in judge.far_over] == ["test_burns"]
    assert judge.run.ret == pytest.ExitCode.TESTS_FAILED


def test_on_a_slow_machine_no_more_is_asked_of_a_test(judged):
    judge = judged(slowness=2)
    assert [nodeid.partition("::")[2] for nodeid in judge.over] == ["test_burns"]
    assert judge.far_over == []
    assert judge.run.ret == pytest.ExitCode.OK


def test_the_machine_is_weighed_with_a_fixed_piece_of_work(monkeypatch):
    monkeypatch.setattr(budget, "YARDSTICK", 1e-6)
    assert budget.slowness() > 100
    monkeypatch.setattr(budget, "YARDSTICK", 1e6)
    assert budget.slowness() == 1


def test_what_is_somewhat_over_is_named_and_no_more():
    judge, session = budget.Judge(), SimpleNamespace(exitstatus=pytest.ExitCode.OK)
    said = [(budget.SPENT, 1.4), (budget.MAY, 0.5)]
    judge.pytest_runtest_logreport(SimpleNamespace(when="teardown", nodeid="test_iets", user_properties=said))
    judge.pytest_sessionfinish(session)
    assert list(judge.over) == ["test_iets"]
    assert session.exitstatus == pytest.ExitCode.OK


def test_a_mark_says_why():
    def item(*marks):
        return SimpleNamespace(nodeid="test_iets", get_closest_marker=lambda _name: next(iter(marks), None))

    assert budget.budget_of(item()) == budget.BUDGET
    assert budget.budget_of(item(pytest.mark.heavy("a browser").mark)) == budget.MARKED
    with pytest.raises(pytest.UsageError, match="say why"):
        budget.budget_of(item(pytest.mark.heavy.mark))
