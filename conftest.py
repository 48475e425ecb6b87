"""What every test stands on: real PostgreSQL and Redis, a migrated template database, and a fresh copy where asked for.

Most tests run in a transaction that is rolled back (`@pytest.mark.django_db`). A test that needs real commits asks for
`verse_database` instead. Both work as the role app, like the system itself.

`make test` runs them in two processes (pytest-xdist), which share the servers and nothing else: every database, port and
broker of a test is named after its process or made for it.
"""

import contextlib
import os
from datetime import timedelta

import django
import pytest
from pytest_django.plugin import blocking_manager_key
from xdist.scheduler import LoadFileScheduling

from start import servers

_servers = contextlib.ExitStack()

# At import, because settings read these and other conftest files import models.
if "TEST_DATABASE_URL" not in os.environ:
    addresses = _servers.enter_context(servers.for_tests())
    os.environ["TEST_DATABASE_URL"] = addresses["database"]
    os.environ["TEST_EIGENAAR_URL"] = addresses["eigenaar"]
    os.environ.setdefault("TEST_REDIS_URL", addresses["redis"])
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
django.setup()

import hypothesis  # noqa: E402
from django.conf import settings  # noqa: E402 - all these need the settings above
from django.template import engines  # noqa: E402

from core import begrippen  # noqa: E402
from oefenomgeving import klok as oefenklok  # noqa: E402
from tests import databases, situaties  # noqa: E402
from tests.sjablonen import Unknown  # noqa: E402

# The same examples in every run, so that a change is to blame and not chance. HYPOTHESIS=zoek looks for new ones.
hypothesis.settings.register_profile("vast", derandomize=True)
hypothesis.settings.register_profile("zoek", derandomize=False)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS", "vast"))

engines["django"].engine.string_if_invalid = Unknown(settings.BASE_DIR)

# Which requirements were shown.
pytest_plugins = ["tests.eisen"]

WHOLE_SYSTEM = ("tests/e2e/", "tests/faults/")
MATRIX = "tests/routes/"


class Division(LoadFileScheduling):
    """A file is for one process. The tests of the whole system are for one together: one system runs at a time.

    The matrix goes test by test: it is the last, and so both processes are done at about the same moment.
    """

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(MATRIX):
            return nodeid
        return WHOLE_SYSTEM[0] if nodeid.startswith(WHOLE_SYSTEM) else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log) -> Division:
    # In the order below, not by the number of tests.
    config.option.loadscopereorder = False
    return Division(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The whole system first: its tests wait a lot, and the others run meanwhile."""
    items.sort(key=lambda item: item.nodeid.startswith(MATRIX) - item.nodeid.startswith(WHOLE_SYSTEM))


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
    if name := situaties.of(item):
        with item.config.stash[blocking_manager_key].unblock():
            situaties.switch_to(name)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item):
    try:
        return (yield)
    finally:
        if situaties.of(item):
            with item.config.stash[blocking_manager_key].unblock():
                situaties.switch_to(None)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker):
    """Replace pytest-django's own set-up: it would create tables as the role app, that must not own them."""
    with django_db_blocker.unblock():
        situaties.begin()
    yield
    with django_db_blocker.unblock():
        situaties.end()


@pytest.fixture(autouse=True)
def gewone_woorden():
    """Each test begins with the default words, known beforehand: no test pays a query for them, or meets another's."""
    begrippen.onthoud({}, float("inf"))
    yield
    begrippen.onthoud({}, float("inf"))


@pytest.fixture
def verse_database(request, django_db_setup, django_db_blocker):
    """Give the test a database of its own with real commits, and yield it (`.name`, `.environment` for processes)."""
    if request.node.get_closest_marker("django_db"):
        pytest.fail("verse_database commits for real; leave out the mark django_db")
    with django_db_blocker.unblock(), databases.copy() as database:
        yield database
