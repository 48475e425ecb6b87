"""Ons plan on a phone: what comes in all, and when it can be used on a slow connection (R2).

`python3 -m start bench telefoon`: from the real web server, in Chromium, with nothing kept from before.
"""

import argparse
import sys
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, CDPSession, sync_playwright

from bench.zicht import maak_plan
from core import clock
from start import native
from tests.cast import maak_cast
from tests.e2e.stapel import Stapel
from tests.inloggen import client_van

KB, SECONDS = 100, 3.0
# What Chromium's own tools call "Slow 3G" for loading: 400 kbit/s both ways and 400 ms before each answer.
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SCREEN = {"width": 360, "height": 740}


@dataclass(frozen=True)
class Loaded:
    """One visit: bytes over the line per address, and seconds until something stands there and until it can be used."""

    weights: dict[str, int]
    shown: float
    usable: float

    @property
    def kb(self) -> float:
        """Everything, in thousands of bytes, headers too."""
        return sum(self.weights.values()) / 1000


def main(arguments: list[str]) -> int:
    """Measure, print what weighs. Returns the exit status: 1 when it is too heavy or too slow."""
    parser = argparse.ArgumentParser(prog="python3 -m start bench telefoon", description=__doc__)
    parser.parse_args(arguments)
    program = native.browser()
    if not program:
        print("Chromium ontbreekt. Installeer: chromium", file=sys.stderr)
        return 1
    loaded = measure(program)
    for address, weight in sorted(loaded.weights.items(), key=lambda pair: -pair[1]):
        print(f"| {address} | {weight / 1000:.1f} kB |")
    print(
        f"\nOns plan: {loaded.kb:.0f} kB (hoogstens {KB}); er staat iets na {loaded.shown:.1f} s en het is te gebruiken na"
        f" {loaded.usable:.1f} s (hoogstens {SECONDS:.0f}) op traag 3G."
    )
    return int(loaded.kb > KB or loaded.usable > SECONDS)


def measure(program: str) -> Loaded:
    """Start the web server with a plan of 8 goals and 24 afspraken, and open it as mother."""
    with Stapel(without=("redis", "mail", "web", "worker", "beat")) as stapel:
        stapel.environment["DJANGO_SETTINGS_MODULE"] = "config.settings.bench"
        stapel.manage("collectstatic", "--no-input", "--clear", "--verbosity=0")
        cast = maak_cast(clock.now())
        maak_plan(cast)
        session = client_van(cast.moeder).cookies[settings.SESSION_COOKIE_NAME].value
        address = stapel.url + reverse("gezinsplan:ons_plan_gezin", args=[cast.gezin.pk])
        stapel.start("web")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program)
            try:
                _visit(browser, address, session)  # a process that has been running
                return _visit(browser, address, session)
            finally:
                browser.close()


def _visit(browser: Browser, address: str, session: str) -> Loaded:
    """A visit by a browser that has nothing yet, on a slow line."""
    context = browser.new_context(viewport=SCREEN, locale="nl-NL", device_scale_factor=2, is_mobile=True)
    parts = urlsplit(address)
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": f"{parts.scheme}://{parts.netloc}"}]
    )
    page = context.new_page()
    line: CDPSession = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW_3G)
    asked: dict[str, str] = {}
    weights: dict[str, int] = {}
    line.on("Network.requestWillBeSent", lambda event: asked.update({event["requestId"]: event["request"]["url"]}))
    line.on("Network.loadingFinished", lambda event: weights.update({event["requestId"]: event["encodedDataLength"]}))
    try:
        answer = page.goto(address, wait_until="networkidle")
        assert answer and answer.status == 200 and "accounts" not in page.url, page.url
        # Usable: all that stands on it can be pressed, and the scripts that come with it have run.
        milliseconds = page.evaluate(
            "() => [performance.getEntriesByName('first-contentful-paint')[0].startTime,"
            " performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd]"
        )
    finally:
        context.close()
    named = {(urlsplit(asked[key]).path[-60:] or "/"): weight for key, weight in weights.items()}
    return Loaded(named, milliseconds[0] / 1000, milliseconds[1] / 1000)
