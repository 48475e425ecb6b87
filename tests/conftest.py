"""What all tests share beside the root conftest: the cast and the browser."""

import pytest

from tests.cast import cast  # noqa: F401 - a fixture
from tests.chromium import browser  # noqa: F401 - a fixture
from tests.inloggen import Browser
from tests.routes.toneel import in_world, toneel  # noqa: F401 - fixtures


@pytest.fixture
def client():
    """A browser in which nobody is logged in."""
    return Browser()


@pytest.fixture
def worker():
    """A worker that does at once what it is asked."""
    from config.celery import app

    app.conf.task_always_eager = True
    yield
    app.conf.task_always_eager = False
