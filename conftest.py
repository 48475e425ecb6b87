"""What every test stands on: real PostgreSQL and Redis, a migrated template database, and a fresh copy where asked for.

Most tests run in a transaction that is rolled back (`@pytest.mark.django_db`). A test that needs real commits asks for
`fresh_database` instead. Both work as the role app, like the system itself.

`make test` runs them in several processes (pytest-xdist), which share the servers and nothing else: every database, port and
broker of a test is named after its process or made for it. Short form and long: tests/form.py. Who runs what, and what goes
first: tests/division.py. What a test may cost: tests/budget.py.
"""

import contextlib
import functools
import os
from collections import Counter
from datetime import timedelta

import django
import pytest
from pytest_django.plugin import blocking_manager_key

from start import keeper, servers
from start.paths import VAR

_servers = contextlib.ExitStack()

# At import, because settings read these and other conftest files import models.
if "TEST_DATABASE_URL" not in os.environ:
    mark = _servers.enter_context(keeper.keep(VAR / "test"))
    addresses = _servers.enter_context(servers.for_tests())
    # Not before: the servers are shared with other runs.
    os.environ |= mark
    os.environ["TEST_DATABASE_URL"] = addresses["database"]
    os.environ["TEST_EIGENAAR_URL"] = addresses["eigenaar"]
    os.environ.setdefault("TEST_REDIS_URL", addresses["redis"])
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
django.setup()

import hypothesis  # noqa: E402
from django.conf import settings  # noqa: E402 - all these need the settings above
from django.template import engines  # noqa: E402

from core import kept_queries  # noqa: E402
from oefenomgeving import klok as oefenklok  # noqa: E402
from tests import budget, databases, division, form, situaties  # noqa: E402
from tests.sjablonen import Unknown  # noqa: E402
from woorden import begrippen  # noqa: E402

# The same examples in every run, so that a change is to blame and not chance. The long form looks for new ones.
hypothesis.settings.register_profile("vast", derandomize=True)
hypothesis.settings.register_profile("zoek", derandomize=False, print_blob=True)
hypothesis.settings.load_profile("zoek" if form.LONG else "vast")

engines["django"].engine.string_if_invalid = Unknown(settings.BASE_DIR)

# Which requirements were shown.
pytest_plugins = ["tests.eisen"]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "long(why): the long form alone runs it; `why` says what the short one has instead"
    )
    config.addinivalue_line("markers", "heavy(why): may take more processor time than other tests")
    config.addinivalue_line("markers", "situatie(name): starts from this situation")
    budget.register(config)
    if os.environ.get("TEST_DURATIONS") == "new" and not hasattr(config, "workerinput"):
        config.pluginmanager.register(division.Recorder())


def pytest_report_header() -> str:
    return "vorm: lang" if form.LONG else "vorm: kort (make test-lang doet alles)"


def pytest_xdist_make_scheduler(config: pytest.Config, log) -> division.Division:
    # In the order below, not by the number of tests.
    config.option.loadscopereorder = False
    return division.Division(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what the long form alone runs, and begin with what takes longest."""
    if not form.LONG and (left_out := [item for item in items if item.get_closest_marker("long")]):
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]
    items[:] = division.in_order(items, division.known())


def pytest_unconfigure() -> None:
    _servers.close()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Go to the database of the situation that the test starts from, before its transaction begins.

    Each begins in real time, whatever an earlier test did to the practice clock; those of one running system share it.
    """
    if not item.nodeid.startswith("tests/e2e/"):
        oefenklok._vooruit.set(timedelta(0))
        oefenklok.begin()
    name = situaties.of(item)
    if name or item.get_closest_marker("django_db") or "db" in getattr(item, "fixturenames", ()):
        with item.config.stash[blocking_manager_key].unblock():
            situaties.switch_to(name)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker):
    """Replace pytest-django's own set-up: it would create tables as the role app, that must not own them."""
    with django_db_blocker.unblock():
        situaties.begin()
    yield
    with django_db_blocker.unblock():
        situaties.end()


@pytest.fixture(autouse=True, scope="session")
def kept_is_fresh():
    """What is kept of a question may hold nothing of one reader or moment: while tests ask it, it is composed anew too.

    In the long form each time; in the short one the second time, when somebody else asks it later, and then ever more seldom,
    for composing is most of what a page costs.
    """
    ask, asked_before = kept_queries.Kept.__call__, Counter()

    @functools.wraps(ask)
    def asked(question, shape, /, **values):
        found = ask(question, shape, **values)
        asked_before[question, shape] += 1
        assert question.keeps_all, f"{question.name}: too many shapes, for one {shape!r}"
        if form.LONG or asked_before[question, shape] in (2, 8, 64, 512):
            assert question.is_fresh(shape), f"{question.name}: the kept text differs from a new one: {shape!r}"
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept_queries.Kept, "__call__", asked)
        yield


@pytest.fixture(autouse=True)
def ordinary_words():
    """Each test begins with the default words, known beforehand: no test pays a query for them, or meets another's."""
    begrippen.onthoud({}, float("inf"))
    yield
    begrippen.onthoud({}, float("inf"))


@pytest.fixture
def fresh_database(request, django_db_setup, django_db_blocker):
    """Give the test a database of its own with real commits, and yield it (`.name`, `.environment` for processes)."""
    if request.node.get_closest_marker("django_db"):
        pytest.fail("fresh_database commits for real; leave out the mark django_db")
    with django_db_blocker.unblock(), databases.copy() as database:
        yield database
