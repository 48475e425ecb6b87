"""The browser of this machine, for the tests that look at pages as people see them."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from start import native

AXE = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# How long a page may take (ms) on a machine that runs other tests meanwhile. A ceiling: nobody waits for it to pass.
GEDULD = 20_000
expect.set_options(timeout=GEDULD)

# Playwright keeps an event loop in this thread; the ORM is used between its calls, never inside one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of this machine."""
    program = native.browser()
    if not program:
        pytest.fail("Chromium ontbreekt. Installeer: chromium", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program)
        yield chromium
        chromium.close()


def axe(page: Page, rules: Sequence[str] = RULES) -> list[tuple[str, list[str]]]:
    """What axe finds against WCAG 2.2 AA, or against these rules of it: (rule, the elements)."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text())
    found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", list(rules))["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]
