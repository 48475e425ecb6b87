"""The stack and the browser for tests that walk through the system as people do."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from start import native
from tests.e2e.stapel import Stapel

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# How long a page may take (ms) on a machine that runs other tests meanwhile. A ceiling: nobody waits for it to pass.
GEDULD = 20_000
expect.set_options(timeout=GEDULD)

# Playwright keeps an event loop in this thread; the ORM is used between its calls, never inside one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="module")
def stapel(django_db_setup, django_db_blocker):
    """The running system on a fresh database, shared by the tests of one module."""
    with django_db_blocker.unblock(), Stapel() as running:
        yield running


@pytest.fixture(scope="session")
def browser():
    """Chromium of this machine."""
    program = native.browser()
    if not program:
        pytest.fail("Chromium ontbreekt. Installeer: chromium", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program)
        yield chromium
        chromium.close()


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
    """Return a function that holds a page against WCAG 2.2 AA with axe, and against unknown template variables."""

    def check(page) -> None:
        assert "ONBEKENDE VARIABELE" not in page.content()
        page.evaluate(AXE.read_text())
        found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)["violations"]
        assert not found, [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]

    return check
