"""What an afspraak says of itself stands in one place, and so everywhere an afspraak is shown."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template

from gezinsplan.models import Afspraak

SJABLONEN = Path(settings.BASE_DIR) / "templates"
DEEL = '{% include "gezinsplan/onderdelen/afspraak_bij.html" %}'
# Every page, mail-less link and paper on which an afspraak is read as such.
PLEKKEN = (
    "gezinsplan/afspraak.html",
    "gezinsplan/link/vraag.html",
    "gezinsplan/onderdelen/afspraak_bij.html",
    "gezinsplan/ons_plan_afspraak.html",
    "gezinsplan/ons_plan_delen.html",
    "gezinsplan/ons_plan_taak.html",
    "gezinsplan/papier_afspraken.html",
    "escalatie/stagnatie_gezin.html",
)
RIJEN = ("gezinsplan/onderdelen/afspraak.html", "gezinsplan/onderdelen/gevraagd.html")


def toon(als: str, herhaling: str) -> str:
    bron = "{% load plan %}{% feiten afspraak als %}"
    return Template(bron).render(Context({"afspraak": Afspraak(herhaling=herhaling), "als": als}))


@pytest.mark.parametrize(
    ("als", "html"),
    [
        ("rij", "<span>elke &lt;b&gt; week</span>"),
        ("rijregel", "<span>Elke &lt;b&gt; week</span>"),
        ("regel", "<p>Elke &lt;b&gt; week</p>"),
        ("gegevens", "<div><dt>Hoe vaak</dt><dd>elke &lt;b&gt; week</dd></div>"),
        ("gegevens_los", "<dt>Hoe vaak</dt><dd>elke &lt;b&gt; week</dd>"),
        ("haakjes", " (elke &lt;b&gt; week)"),
    ],
)
@pytest.mark.eis("G3")
def test_a_fact_is_shown_as_its_place_asks(als, html):
    assert toon(als, "elke <b> week") == html
    assert toon(als, "") == ""


def test_every_place_asks_the_one_part():
    for naam in PLEKKEN:
        assert "{% feiten " in (SJABLONEN / naam).read_text(), naam
    for naam in RIJEN:
        assert DEEL in (SJABLONEN / naam).read_text(), naam


def test_no_template_names_such_a_field_by_itself():
    zelf = re.compile(r"\{\{[^}]*afspraak\.herhaling")
    assert not [str(pad) for pad in SJABLONEN.rglob("*.html") if zelf.search(pad.read_text())]
