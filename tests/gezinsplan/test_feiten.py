"""What an afspraak says of itself stands in one place, and so everywhere an afspraak is shown."""

import ast
import inspect
import re
import textwrap
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template

from gezinsplan.models import Afspraak
from gezinsplan.templatetags import plan

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


def _feitvelden() -> set[str]:
    """The fields of an afspraak that `feiten` says, read from its code: a new one counts here at once."""
    boom = ast.parse(textwrap.dedent(inspect.getsource(plan.feiten)))
    namen = {knoop.attr for knoop in ast.walk(boom) if isinstance(knoop, ast.Attribute)}
    return namen & {veld.name for veld in Afspraak._meta.get_fields()}


def _zelf_getoond(sjabloon: str) -> list[str]:
    """Each such field that this template shows by itself: in a variable, or handed to a tag. To ask whether it is there, is none."""
    velden = "|".join(sorted(_feitvelden()))
    noemt = re.compile(rf"\bafspraak\.({velden})\b")
    tags = re.findall(r"\{\{.*?\}\}|\{%.*?%\}", sjabloon, re.S)
    return [tag for tag in tags if noemt.search(tag) and not re.match(r"\{%\s*(if|elif)\b", tag)]


def test_no_template_names_such_a_field_by_itself():
    assert "herhaling" in _feitvelden()
    assert not {str(pad): tags for pad in SJABLONEN.rglob("*.html") if (tags := _zelf_getoond(pad.read_text()))}


@pytest.mark.parametrize(
    "sjabloon",
    [
        "{{ afspraak.herhaling }}",
        "{{ rij.afspraak.herhaling|capfirst }}",
        "{% blocktranslate with vaak=afspraak.herhaling %}Elke {{ vaak }}{% endblocktranslate %}",
        "{% include 'x.html' with tekst=beeld.afspraak.herhaling only %}",
    ],
)
def test_it_finds_a_template_that_does(sjabloon):
    assert _zelf_getoond(sjabloon)
    assert not _zelf_getoond("{% if afspraak.herhaling %}{% feiten afspraak %}{% endif %}")
