"""The stack and the browser for tests that walk through the system as people do."""

import os

import pytest

from oefenomgeving import klok as oefenklok
from tests.chromium import GEDULD, axe
from tests.e2e.stapel import Stapel
from tests.form import LONG


def pytest_itemcollected(item: pytest.Item) -> None:
    item.add_marker(pytest.mark.heavy("walks through the running system"))


@pytest.fixture(scope="package")
def running(django_db_setup, django_db_blocker):
    """The running system, started once."""
    with django_db_blocker.unblock(), Stapel() as running:
        yield running


@pytest.fixture(scope="module")
def stapel(running):
    """The running system on a fresh database, shared by the tests of one module."""
    running.renew()
    # Its clock stands at real time; so does the one of this process.
    oefenklok.ververs()
    oefenklok.begin()
    return running


@pytest.fixture
def bezoek(browser, stapel):
    """Return a function that opens a page for someone with cookies of their own: `bezoek()`, `bezoek(telefoon=True)`.

    At the end of the test no page may have broken the content security policy or thrown a script error.
    """
    contexts, problems = [], []

    def open_page(*, telefoon: bool = False, javascript: bool = True):
        size = {"width": 360, "height": 740} if telefoon else {"width": 1280, "height": 900}
        context = browser.new_context(
            base_url=stapel.url,
            viewport=size,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            java_script_enabled=javascript,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(GEDULD)
        page.on("console", lambda message: "Content Security Policy" in message.text and problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        return page

    yield open_page
    for number, context in enumerate(contexts):
        if place := os.environ.get("WANDELING_BEELDEN"):
            # For whoever looks into a failure: what each person last saw.
            context.pages[0].screenshot(path=f"{place}/{number}.png", full_page=True)
        context.close()
    assert not problems, problems


@pytest.fixture
def toegankelijk():
    """Return a function that holds a page against unknown template variables, and in the long form against WCAG 2.2 AA.

    In the short form tests/bladzijden alone asks axe, of each page once.
    """

    def check(page) -> None:
        assert "ONBEKENDE VARIABELE" not in page.content()
        found = axe(page) if LONG else []
        assert not found, found

    return check
