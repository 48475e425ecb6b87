"""A word that a region may say in its own way is never written out: not in a page, a mail, a paper or a message (I7).

Where it belongs: `{% begrip "sleutel" %}`, or a sentence with the default word between brackets that goes through `zin`.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from start.paths import ROOT
from woorden import zinnen
from woorden.begrippen import BEGRIPPEN

pytestmark = pytest.mark.eis("I7")

# Any inflection and any compound. "navragen" and "vraagt na" are plain verbs; "afspraak" is a plain word (ADR 0011).
ZO_STAAT_HET_ER = {
    "zorgcoordinator": r"\w*coördinat\w*",
    "casusregisseur": r"\w*casusregi\w*",
    "procesregisseur": r"\w*procesregi\w*",
    "gezinsplan": r"\w*gezinsplan\w*",
    "gezinsdoel": r"\w*gezinsdoel\w*",
    "voorwaarde": r"\w*voorwaarden?",
    "betrokkene": r"\w*betrokkene[ns]?",
    "netwerklid": r"netwerkl(?:id|eden)\w*",
    "sociaal_team": r"socia(?:al|le) teams?\w*|wijkteam\w*",
    "jeugdbeschermer": r"jeugdbescherm\w*|gezinsvoogd\w*",
    "navraag": r"navraag\w*",
    "navrager": r"navragers?\w*",
    "stagnatie": r"\w*stagnatie\w*|\w*stagne\w*",
    "escalatiebericht": r"\w*escalatieberi\w*",
    "doorzettingsmacht": r"\w*doorzettingsmacht\w*",
}
VERBODEN = re.compile(rf"\b(?:{'|'.join(ZO_STAAT_HET_ER.values())})\b", re.IGNORECASE)
HAKEN = re.compile(r"\[([^\[\]]+)\]")

IN_EEN_TAG = re.compile(r"""(_\(|\{%\s*trans(?:late)?\s+)?(?:"([^"]*)"|'([^']*)')(\|zin\b)?""", re.DOTALL)

# The definitions themselves, with their default words.
HIER_STAAN_ZE = {"woorden/begrippen.py"}
BUITEN = {"tests", "migrations", "node_modules", "var", "bench", "start"}


def _zonder(patroon: str, tekst: str) -> str:
    """The same text on the same lines, without what `patroon` finds."""
    return re.sub(patroon, lambda gevonden: re.sub(r"[^\n]", " ", gevonden[0]), tekst, flags=re.DOTALL)


def uitgeschreven(tekst: str, door_zin: bool) -> str | None:
    """What is wrong with one text: a term that stands there bare, or between brackets that nothing fills."""
    bekend = [groep for groep in HAKEN.findall(tekst) if zinnen.ontleed(groep)]
    if bekend and not door_zin:
        return f"[{bekend[0]}] gaat niet door zin"
    kaal = HAKEN.sub(lambda gevonden: " " if zinnen.ontleed(gevonden[1]) else gevonden[0], tekst)
    if gevonden := VERBODEN.search(kaal):
        return f"‘{gevonden[0]}’ is uitgeschreven"
    return None


def _regel(tekst: str, plaats: int) -> int:
    return tekst.count("\n", 0, plaats) + 1


def in_sjabloon(bron: str) -> Iterator[tuple[int, str]]:
    """What is wrong in a template, with its line."""
    bron = _zonder(r"\{#.*?#\}|\{% comment .*?endcomment %\}|<!--.*?-->", bron)
    # A sentence that is kept under a name first, and said by it: `{{ tekst|zin }}`, `{% u_je met_u met_je %}`.
    via_naam = set(re.findall(r"\{\{\s*(\w+)\|zin\b", bron))
    via_naam |= {naam for tag in re.findall(r"\{%\s*u_je\s([^%]*)%\}", bron) for naam in re.findall(r"\b\w+\b", tag)}
    for blok in re.finditer(
        r"\{% blocktranslate\b[^%]*\basvar (\w+) %\}(.*?)\{% endblocktranslate %\}", bron, re.DOTALL
    ):
        if blok[1] in via_naam:
            if fout := uitgeschreven(blok[2], True):
                yield _regel(bron, blok.start(2)), fout
            bron = bron[: blok.start(2)] + re.sub(r"[^\n]", " ", blok[2]) + bron[blok.end(2) :]
    for tag in re.finditer(r"\{%.*?%\}|\{\{.*?\}\}", bron, re.DOTALL):
        for tekst in IN_EEN_TAG.finditer(tag[0]):
            gezegd = tekst[2] or tekst[3] or ""
            # Marked for translation, or with a space or a capital: names of templates and addresses have none.
            if not (tekst[1] or " " in gezegd or gezegd[:1].isupper()):
                continue
            naam = re.search(r"\sas (\w+) %\}$", tag[0])
            door_zin = bool(tekst[4]) or tag[0].startswith("{% u_je ") or (naam is not None and naam[1] in via_naam)
            if fout := uitgeschreven(gezegd, door_zin):
                yield _regel(bron, tag.start() + tekst.start()), fout
    kaal = _zonder(r"\{%.*?%\}|\{\{.*?\}\}", bron)
    kaal = _zonder(r"""\s(?!alt|title|aria-label\b|placeholder|content)[\w:-]+=(?:"[^"]*"|'[^']*')""", kaal)
    for nummer, regel in enumerate(kaal.split("\n"), 1):
        if fout := uitgeschreven(regel, False):
            yield nummer, fout


def _gettext(boom: ast.AST) -> set[str]:
    return {
        naam.asname or naam.name
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.ImportFrom) and knoop.module == "django.utils.translation"
        for naam in knoop.names
        if "gettext" in naam.name
    }


def _naam(knoop: ast.AST) -> str:
    return getattr(knoop, "id", getattr(knoop, "attr", "")) if isinstance(knoop, ast.Name | ast.Attribute) else ""


def in_python(bron: str) -> Iterator[tuple[int, str]]:
    """What is wrong in the texts of a module, with its line. Names of tables (class Meta) are shown nowhere."""
    boom = ast.parse(bron)
    vertaalt = _gettext(boom)

    def loop(knoop: ast.AST, door_zin: bool) -> Iterator[tuple[int, str]]:
        if isinstance(knoop, ast.ClassDef) and knoop.name == "Meta":
            return
        if isinstance(knoop, ast.Call):
            if _naam(knoop.func) in vertaalt:
                for deel in knoop.args:
                    tekst = deel.value if isinstance(deel, ast.Constant) else None
                    if isinstance(tekst, str) and (fout := uitgeschreven(tekst, door_zin)):
                        yield deel.lineno, fout
            door_zin = door_zin or _naam(knoop.func) == "zin"
        for kind in ast.iter_child_nodes(knoop):
            yield from loop(kind, door_zin)

    yield from loop(boom, False)


def _bestanden() -> Iterator[Path]:
    for bestand in sorted(ROOT.glob("*/**/*")):
        delen = bestand.relative_to(ROOT).parts
        if BUITEN & set(delen) or delen[0].startswith(".") or str(bestand.relative_to(ROOT)) in HIER_STAAN_ZE:
            continue
        if bestand.suffix == ".py" or ("templates" in delen and bestand.is_file()):
            yield bestand


@pytest.mark.heavy("reads every template and module")
def test_no_word_of_the_region_is_written_out():
    fouten = []
    aantal = 0
    for bestand in _bestanden():
        aantal += 1
        zoek = in_python if bestand.suffix == ".py" else in_sjabloon
        for regel, fout in zoek(bestand.read_text()):
            fouten.append(f"{bestand.relative_to(ROOT)}:{regel}: {fout}")
    assert aantal > 300, "er is niet gezocht"
    assert not fouten, f"{len(fouten)} keer:\n" + "\n".join(fouten)


@pytest.mark.parametrize("sleutel", [sleutel for sleutel, begrip in BEGRIPPEN.items() if not begrip.vast])
def test_every_word_that_may_change_is_looked_for(sleutel):
    begrip = BEGRIPPEN[sleutel]
    assert re.fullmatch(ZO_STAAT_HET_ER[sleutel], str(begrip.woord))
    if sleutel != "navraag":
        assert re.fullmatch(ZO_STAAT_HET_ER[sleutel], str(begrip.meervoud))
    assert zinnen.ontleed(str(begrip.woord)).sleutel == sleutel


@pytest.mark.parametrize(
    ("bron", "goed"),
    [
        ('{% translate "Dit doet de zorgcoördinator." %}', False),
        ('{% translate "Dit doet [de zorgcoördinator]." %}', False),
        ('{% translate "Dit doet [de zorgcoördinator]."|zin %}', True),
        ('{% nothing _("Geen stagnaties") %}', False),
        ('{% u_je _("Zeg het tegen [de zorgcoördinator].") _("Zeg het.") %}', True),
        ("{% blocktranslate %}Gezinsplan {{ naam }}{% endblocktranslate %}", False),
        ('{% nothing "Elk plan heeft een zorgcoördinator" %}', False),
        ('{% badge "x" "Stagnatie" %}', False),
        ('{% include "gezinsplan/onderdelen/doel.html" with open="stagnatie" %}', True),
        ('<p class="netwerklid">{% url "escalatie:stagnatie" pk %}</p>', True),
        ('<p title="Een netwerklid">x</p>', False),
        ("<p>[de stagnatie]</p>", False),
        ("{# over een stagnatie #}", True),
    ],
)
def test_looking_in_a_template(bron, goed):
    assert (not list(in_sjabloon(bron))) is goed


@pytest.mark.parametrize(
    ("bron", "goed"),
    [
        ('_("Dit doet de coördinator.")', False),
        ('_("Dit doet [de zorgcoördinator].")', False),
        ('zin(_("Dit doet [de zorgcoördinator]."))', True),
        ('zin(later("[Een stagnatie] in %(plan)s")) % {"plan": 1}', True),
        ('later("Gezinsplannen")', False),
        ('soort = "stagnatie"', True),
    ],
)
def test_looking_in_python(bron, goed):
    kop = "from django.utils.translation import gettext as _, gettext_lazy as later\n"
    assert (not list(in_python(kop + bron))) is goed
