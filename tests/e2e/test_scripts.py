"""The scripts of the pages, in a real browser, on pages made of the real parts; no server needed."""

import mimetypes
import time
from collections.abc import Iterator
from pathlib import Path

import django_htmx
import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.test import RequestFactory
from playwright.sync_api import Page, Route, expect

from core import drafts
from core.forms import HouseRenderer, SuggestionField

pytestmark = pytest.mark.eis("X3")

WORTEL = Path(__file__).resolve().parents[2]
STATISCH = (WORTEL / "static", Path(django_htmx.__file__).parent / "static")
ADRES = "http://proef.example"
MENSEN = [
    {"sleutel": "m1", "tekst": "Marjan Visser", "bij": "mentor"},
    {"sleutel": "m2", "tekst": "Marie Smit", "bij": "maatschappelijk werk"},
]


class Proefformulier(forms.Form):
    default_renderer = HouseRenderer

    wat = forms.CharField(label="Wat spreekt u af?", widget=forms.Textarea)
    wie = SuggestionField(label="Wie doet het?", url="/mensen/", required=False)
    vaak = forms.ChoiceField(
        label="Hoe vaak?", choices=[("1", "Eén keer"), ("w", "Elke week")], widget=forms.RadioSelect
    )


class Gebruiker:
    is_authenticated = True

    def __init__(self, pk: int) -> None:
        self.pk = pk

    def __str__(self) -> str:
        return f"Persoon {self.pk}"


class Proefplek:
    """A handful of addresses made of the real templates and scripts, served to the browser without a server."""

    def __init__(self) -> None:
        self.wie = 1
        # Key and address of what was carried out.
        self.bewaard: list[list[str]] = []

    def beantwoord(self, route: Route) -> None:
        pad = route.request.url.removeprefix(ADRES).partition("?")[0]
        if pad.startswith("/static/"):
            bestand = next(
                plek / pad.removeprefix("/static/")
                for plek in STATISCH
                if (plek / pad.removeprefix("/static/")).is_file()
            )
            route.fulfill(body=bestand.read_bytes(), content_type=mimetypes.guess_type(pad)[0] or "image/svg+xml")
        elif pad == "/mensen/":
            route.fulfill(body=self.toon("onderdelen/suggesties.html", keuzes=MENSEN, lijst="id_wie_lijst"))
        elif route.request.method == "POST":
            # The network swallows it: the page stays as it is, so that a second click is possible.
            route.fulfill(status=204)
        else:
            bron = '{% whole_form form "Leg afspraak vast" keep=True %}'
            route.fulfill(body=self.pagina(bron, basis=self.basis(pad)), content_type="text/html")

    @staticmethod
    def basis(pad: str) -> str:
        return "gezin_basis.html" if pad == "/gezin/" else "basis.html"

    def toon(self, naam: str, **context: object) -> str:
        return engines["django"].get_template(naam).render(context, RequestFactory().get("/"))

    def pagina(self, bron: str, basis: str = "basis.html") -> str:
        sjabloon = engines["django"].from_string(
            '{% extends "' + basis + '" %}{% load parts %}{% block titel %}Proef{% endblock %}'
            "{% block gebruikersmenu %}{% endblock %}{% block inhoud %}<h1>Proef</h1>" + bron + "{% endblock %}"
        )
        request = RequestFactory().get("/")
        request.session = {drafts.IN_SESSION: [[*vorm, time.time()] for vorm in self.bewaard]}  # type: ignore[assignment]
        request.user = AnonymousUser()
        return sjabloon.render({"form": Proefformulier(), "user": Gebruiker(self.wie)}, request)


@pytest.fixture
def plek() -> Proefplek:
    return Proefplek()


@pytest.fixture
def bladzijde(browser, plek: Proefplek) -> Iterator[Page]:
    context = browser.new_context(
        locale="nl-NL", timezone_id="Europe/Amsterdam", viewport={"width": 360, "height": 740}
    )
    fouten: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    page.route(f"{ADRES}/**", plek.beantwoord)
    yield page
    context.close()
    assert not fouten


def _typ_en_kom_terug(page: Page, pad: str = "/") -> None:
    page.goto(f"{ADRES}{pad}")
    page.get_by_label("Wat spreekt u af?").fill("Elke maandag bellen")
    page.get_by_label("Elke week").check()
    page.wait_for_function("Object.values(sessionStorage).some(waarde => waarde.includes('Elke maandag bellen'))")
    page.reload()


def kept(page: Page) -> list[str]:
    """Under which names this tab keeps something that was typed."""
    return page.evaluate("Object.keys(sessionStorage).filter(naam => naam.startsWith('bewaar:'))")


def test_what_was_typed_is_given_back(bladzijde: Page) -> None:
    _typ_en_kom_terug(bladzijde)
    expect(bladzijde.get_by_text("U had hier al iets getypt om")).to_be_visible()
    expect(bladzijde.get_by_label("Wat spreekt u af?")).to_have_value("")
    bladzijde.get_by_role("button", name="Zet het terug").click()
    expect(bladzijde.get_by_label("Wat spreekt u af?")).to_have_value("Elke maandag bellen")
    expect(bladzijde.get_by_label("Elke week")).to_be_checked()


def test_thrown_away_is_gone_and_saved_is_done_too(bladzijde: Page, plek: Proefplek) -> None:
    vraag = bladzijde.get_by_text("U had hier al iets getypt om")
    _typ_en_kom_terug(bladzijde)
    bladzijde.get_by_role("button", name="Gooi het weg").click()
    bladzijde.reload()
    expect(vraag).to_have_count(0)
    _typ_en_kom_terug(bladzijde)
    bladzijde.get_by_role("button", name="Zet het terug").click()
    sleutel = bladzijde.locator("[name=eenmalig]").input_value()
    plek.bewaard = [[sleutel, "/elders/"]]
    bladzijde.get_by_role("button", name="Leg afspraak vast").click()
    bladzijde.reload()
    expect(vraag, "sent, and not carried out").to_be_visible()
    plek.bewaard = [[sleutel, "/"]]
    bladzijde.reload()
    expect(vraag).to_have_count(0)
    assert kept(bladzijde) == []


@pytest.mark.eis("G7", "X5")
def test_what_was_typed_about_one_family_is_not_offered_in_another(bladzijde: Page) -> None:
    vraag = bladzijde.get_by_text("U had hier al iets getypt om")
    _typ_en_kom_terug(bladzijde, "/gezin/1/kind/nieuw/?wie=2&fout=3")
    expect(vraag).to_be_visible()
    for ander in ("/gezin/2/kind/nieuw/?wie=2", "/gezin/1/gezinslid/nieuw/?wie=2", "/gezin/1/kind/nieuw/?wie=3"):
        bladzijde.goto(f"{ADRES}{ander}")
        expect(vraag).to_have_count(0)
    bladzijde.goto(f"{ADRES}/gezin/1/kind/nieuw/?wie=2#open")
    expect(vraag).to_be_visible()


def test_another_who_logs_in_in_this_tab_does_not_get_it(bladzijde: Page, plek: Proefplek) -> None:
    _typ_en_kom_terug(bladzijde)
    plek.wie = 2
    bladzijde.reload()
    expect(bladzijde.get_by_text("U had hier al iets getypt om")).to_have_count(0)
    assert kept(bladzijde) == [], "nor is it there for who knows where to look"


def test_clicking_twice_sends_once(bladzijde: Page) -> None:
    bladzijde.goto(f"{ADRES}/")
    # The network drops the first of two by itself: counted is how often the page wants to send.
    bladzijde.evaluate("() => { window.keren = 0; document.addEventListener('submit', () => window.keren++); }")
    with bladzijde.expect_request(lambda request: request.method == "POST"):
        bladzijde.get_by_role("button", name="Leg afspraak vast").dblclick()
    assert bladzijde.evaluate("window.keren") == 1


def test_choosing_from_the_list_works_by_keyboard(bladzijde: Page) -> None:
    bladzijde.goto(f"{ADRES}/")
    veld = bladzijde.get_by_role("combobox", name="Wie doet het?")
    veld.press_sequentially("ma")
    expect(bladzijde.get_by_role("option")).to_have_count(2)
    expect(veld).to_have_attribute("aria-expanded", "true")
    veld.press("ArrowDown")
    veld.press("ArrowDown")
    expect(bladzijde.get_by_role("option", selected=True)).to_contain_text("Marie Smit")
    veld.press("Enter")
    expect(veld).to_have_value("Marie Smit")
    expect(bladzijde.locator("[name=wie_sleutel]")).to_have_value("m2")
    expect(veld).to_have_attribute("aria-expanded", "false")
    veld.press_sequentially("x")
    expect(bladzijde.locator("[name=wie_sleutel]")).to_have_value("")


@pytest.mark.eis("X5")
def test_the_page_can_be_left_at_once_and_does_not_come_back(bladzijde: Page) -> None:
    bladzijde.route("https://www.knmi.nl/**", lambda route: route.fulfill(body="Het weer", content_type="text/html"))
    bladzijde.goto(f"{ADRES}/")
    _typ_en_kom_terug(bladzijde, "/gezin/")
    bladzijde.get_by_label("Wat spreekt u af?").fill("Hij drinkt weer")
    # It ends the session on its way, and waits for no answer.
    with bladzijde.expect_request(lambda request: request.method == "POST" and request.url.endswith("/account/weg/")):
        bladzijde.get_by_role("button", name="Verlaat deze pagina snel").click()
    expect(bladzijde.get_by_text("Het weer")).to_be_visible()
    bladzijde.go_back()
    assert not bladzijde.url.endswith("/gezin/")
    bladzijde.goto(f"{ADRES}/")
    assert kept(bladzijde) == [], "nothing that was typed is left in the tab"
