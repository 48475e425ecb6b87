"""A browser that shows what the test client got: real style, scripts and headers, without a server in between."""

import mimetypes
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from playwright.sync_api import Browser, Page, Route

from tests.chromium import GEDULD, axe

GASTHEER = "http://testserver"
# A phone, the width that reflow is asked at (1.4.10), a laptop at 200 %, and a laptop.
BREEDTES = {"320 px": (320, 640), "360 px": (360, 740), "200 %": (640, 450), "1280 px": (1280, 900)}
OP_DE_TELEFOON = ("360 px",)
RUSTIG_AAN = 10
# What belongs to the window or the page, and isn't looked for in the order of Tab.
TABSTOPPEN = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter(el =>
  !el.disabled && el.tabIndex >= 0 && el.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}))"""
# One button of a group of radio buttons has the place of them all.
VERWACHT = f"""() => {{
  const groepen = new Set();
  return ({TABSTOPPEN})().filter(el => {{
    if (el.type !== 'radio') return true;
    const naam = el.form ? [...document.forms].indexOf(el.form) + el.name : el.name;
    const gekozen = el.form ? [...el.form.elements].find(a => a.name === el.name && a.checked) : null;
    if (groepen.has(naam) || (gekozen && gekozen !== el)) return false;
    groepen.add(naam); return true;
  }}).length }}"""
BEGIN = """() => {
  const begin = document.createElement('span');
  begin.tabIndex = -1;
  document.body.prepend(begin);
  begin.focus(); begin.remove();
  scrollTo(0, 0);
}"""
# Where the focus is now: its place in the order of the page, and what is wrong with how it shows.
NU = f"""() => {{
  const el = document.activeElement;
  if (!el || el === document.body) return null;
  const plek = ({TABSTOPPEN})().indexOf(el), stijl = getComputedStyle(el), vak = el.getBoundingClientRect();
  const zichtbaar = el.labels?.length && vak.width < 2 ? getComputedStyle(el.labels[0]) : stijl;
  const omlijnd = (zichtbaar.outlineStyle !== 'none' && parseFloat(zichtbaar.outlineWidth) > 0) || zichtbaar.boxShadow !== 'none';
  const x = Math.min(Math.max(vak.left + Math.min(vak.width / 2, 20), 1), innerWidth - 2);
  const y = vak.top + Math.min(vak.height / 2, 10);
  const boven = document.elementFromPoint(x, y);
  const eigen = [el, ...(el.labels || [])];
  const bedekt = !boven || !(boven.contains(el) || eigen.some(deel => deel.contains(boven)));
  return {{plek, html: el.outerHTML.slice(0, 160), omlijnd, bedekt}};
}}"""
# What only works with a script: no address, no form around it, or a button that does nothing by itself.
ALLEEN_SCRIPT = """() => [...document.querySelectorAll('[hx-get], [hx-post], button')].filter(el =>
  !el.closest('template') && !el.closest('[hidden]') && !el.getAttribute('href') && !el.form && !el.closest('form[action], form[method]')
  && el.tagName !== 'FORM' && !el.closest('details > summary')).map(el => el.outerHTML.slice(0, 160))"""


@dataclass
class Venster:
    """One browser page. `toon(answer)` shows it; `gebreken()` says what a person would stumble over."""

    browser: Browser
    javascript: bool = True
    _antwoord: HttpResponse | None = None
    _klachten: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._context = self.browser.new_context(
            base_url=GASTHEER,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
            java_script_enabled=self.javascript,
        )
        self._context.route("**/*", self._lever)
        self.pagina: Page = self._context.new_page()
        self.pagina.set_default_timeout(GEDULD)
        self.pagina.on("console", self._hoor)
        self.pagina.on("pageerror", lambda fout: self._klachten.append(f"script: {fout}"))

    def sluit(self) -> None:
        self._context.close()

    def toon(self, antwoord: HttpResponse, pad: str) -> None:
        """Show an answer of the test client, as if it came from this address."""
        self._antwoord, self._pad = antwoord, pad
        self._klachten.clear()
        self.pagina.set_viewport_size({"width": 1280, "height": 900})
        self.pagina.goto(pad, wait_until="load")

    def gebreken(self, axe_bij: Iterable[str] = OP_DE_TELEFOON) -> list[str]:
        """What is wrong with the page that is shown, for eyes, keyboard, screen reader, phone and without a script.

        All rules of axe at the widths `axe_bij`; at the widest, at night, those of contrast.
        """
        gevonden = list(self._klachten)
        if "ONBEKENDE VARIABELE" in self.pagina.content():
            gevonden.append("onbekende variabele in het sjabloon")
        gevonden += [f"alleen met script: {html}" for html in self.pagina.evaluate(ALLEEN_SCRIPT)]
        gevonden += self._koppen()
        gevonden += self._toetsenbord()
        for naam, (breed, hoog) in BREEDTES.items():
            self.pagina.set_viewport_size({"width": breed, "height": hoog})
            te_breed = self.pagina.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            if te_breed > 0:
                gevonden.append(f"schuift opzij bij {naam}: {te_breed} px, {self._breedste()}")
            if naam in axe_bij:
                # From the top: further down, what sticks to the edge lies over what went by.
                self.pagina.evaluate("scrollTo(0, 0)")
                gevonden += [f"axe {naam}: {regel} {waar}" for regel, waar in axe(self.pagina)]
        with self.nacht():
            gevonden += [f"axe 's nachts: {waar}" for _regel, waar in axe(self.pagina, ["color-contrast"])]
        return gevonden

    @contextmanager
    def nacht(self) -> Iterator[None]:
        """The page as on a device that asks for dark colours."""
        self.pagina.emulate_media(color_scheme="dark")
        yield
        self.pagina.emulate_media(color_scheme="light")

    def beeld(self, bestand: Path, breed: int, hoog: int) -> None:
        """Keep a picture of the whole page at this width."""
        self.pagina.set_viewport_size({"width": breed, "height": hoog})
        self.pagina.screenshot(path=bestand, full_page=True)

    def _koppen(self) -> list[str]:
        """One h1, and no level left out; a title that says which page this is (2.4.2)."""
        niveaus = self.pagina.evaluate(
            "() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(el => el.checkVisibility()).map(el => +el.tagName[1])"
        )
        fouten = [] if niveaus.count(1) == 1 else [f"{niveaus.count(1)} koppen van niveau 1"]
        fouten += [f"kop van niveau {na} na {voor}" for voor, na in pairwise(niveaus) if na > voor + 1]
        return fouten if self.pagina.title().strip(" ·") else [*fouten, "geen titel"]

    def _toetsenbord(self) -> list[str]:
        """Tab goes through everything, in the order of the page, and shows where it is (2.1.1, 2.4.3, 2.4.7, 2.4.11)."""
        fouten, vorige, bereikt = [], -1, 0
        verwacht = self.pagina.evaluate(VERWACHT)
        # A page with errors has put the focus on what is wrong: begin where a reader begins.
        self.pagina.evaluate(BEGIN)
        for _keer in range(verwacht):
            self.pagina.keyboard.press("Tab")
            nu = self._focus()
            if nu is None or nu["plek"] == -1:
                break
            bereikt += 1
            if nu["plek"] <= vorige:
                fouten.append(f"Tab gaat terug bij {nu['html']}")
                break
            if not nu["omlijnd"]:
                fouten.append(f"geen zichtbare focus op {nu['html']}")
            if nu["bedekt"]:
                fouten.append(f"focus is bedekt op {nu['html']}")
            vorige = nu["plek"]
        return fouten if bereikt == verwacht or fouten else [f"Tab komt langs {bereikt} van de {verwacht} plaatsen"]

    def _focus(self) -> dict | None:
        """Where the focus is. What has just come into sight is given a moment to be drawn."""
        for _keer in range(RUSTIG_AAN):
            nu = self.pagina.evaluate(NU)
            if nu is None or (nu["omlijnd"] and not nu["bedekt"]):
                break
            self.pagina.wait_for_timeout(100)
        return nu

    def _breedste(self) -> str:
        return str(
            self.pagina.evaluate(
                "() => [...document.querySelectorAll('main *')].filter(el => el.getBoundingClientRect().right > innerWidth + 1)"
                ".map(el => el.outerHTML.slice(0, 120))[0] || ''"
            )
        )

    def _hoor(self, bericht) -> None:
        if "Content Security Policy" in bericht.text:
            self._klachten.append(bericht.text)

    def _lever(self, route: Route) -> None:
        pad = unquote(urlsplit(route.request.url).path)
        if not route.request.url.startswith(GASTHEER):
            self._klachten.append(f"vraagt iets van elders: {route.request.url}")
            route.abort()
        elif pad.startswith("/static/"):
            bestand = finders.find(pad.partition("/static/")[2])
            if not bestand:
                self._klachten.append(f"bestaat niet: {pad}")
                route.fulfill(status=404)
            else:
                soort = mimetypes.guess_type(bestand)[0] or "application/octet-stream"
                route.fulfill(body=Path(str(bestand)).read_bytes(), content_type=soort)
        elif route.request.is_navigation_request() and self._antwoord is not None:
            koppen = {
                naam: waarde for naam, waarde in self._antwoord.headers.items() if naam.lower() != "content-length"
            }
            route.fulfill(status=200, headers=koppen, body=self._antwoord.content)
        else:
            route.fulfill(status=204)
