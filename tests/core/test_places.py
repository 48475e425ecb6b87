"""An app shows a panel on the page of an app below it, by a named place."""

import copy

import pytest
from django.template import engines

from core import places

SJABLONEN = {
    "eerste.html": "[eerste {{ doel }}]",
    "tweede.html": "[tweede {{ telling }} {{ request.path }}]",
    "verklikker.html": "[{% if geheim %}{{ geheim }}{% else %}niets{% endif %}]",
}


class Eerste:
    template = "eerste.html"

    def context(self, request, **doel):
        return doel


class Tweede:
    template = "tweede.html"

    def context(self, request, doel):
        return {"telling": len(doel)} if doel != "stil" else None


class Verklikker:
    template = "verklikker.html"

    def context(self, request, **doel):
        return {}


@pytest.fixture(autouse=True)
def panelen(settings, monkeypatch):
    monkeypatch.setattr(places.PANELS, "items", dict(places.PANELS.items))
    sjablonen = copy.deepcopy(settings.TEMPLATES)
    sjablonen[0]["APP_DIRS"] = False
    sjablonen[0]["OPTIONS"]["loaders"] = [("django.template.loaders.locmem.Loader", SJABLONEN)]
    settings.TEMPLATES = sjablonen
    places.register("test.doel", Tweede, order=20)
    places.register("test.doel", Eerste, order=10)
    places.register("test.doel", Eerste, order=10)
    places.register("test.dicht", Verklikker)


def toon(sjabloon, request=None, **context):
    return engines["django"].from_string("{% load places %}" + sjabloon).render(context, request)


def test_panels_appear_in_order_and_once(rf):
    tekst = toon('{% place "test.doel" doel="thuis" %}', rf.get("/plan/"))
    assert tekst == "[eerste thuis][tweede 5 /plan/]"


def test_a_panel_may_have_nothing_to_say(rf):
    assert toon('{% place "test.doel" doel="stil" %}', rf.get("/plan/")) == "[eerste stil]"


def test_a_panel_works_without_a_request():
    assert toon('{% place "test.doel" doel="<stil>" %}'.replace("<stil>", "stil")) == "[eerste stil]"


def test_what_a_panel_shows_is_escaped(rf):
    assert "&lt;b&gt;" in toon('{% place "test.doel" doel=doel %}', rf.get("/"), doel="<b>")


def test_a_panel_sees_nothing_of_the_page(rf):
    assert toon('{% place "test.dicht" %}', rf.get("/"), geheim="van de bladzijde") == "[niets]"


def test_a_place_where_nobody_registered_is_empty(rf):
    assert toon('{% place "test.leeg" %}', rf.get("/")) == ""
