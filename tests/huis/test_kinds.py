"""Each kind of term, notice and panel on one list: where it is read, who is told, what guards it (E9, E10, I6, R2).

`docs/soorten.md` is made of what the rooms registered: `SOORTEN=nieuw .venv/bin/python -m pytest tests/huis/test_kinds.py`
writes it anew; read what changed. What no registry knows of a kind of term stands below, and is verified as far as it goes.
"""

import inspect
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from berichten import soorten as berichtsoorten
from bewaking.onderwerpen import ONDERWERPEN
from core import places
from termijnen import soorten as termijnsoorten
from tests.huis.test_tables import dotted
from tests.routes.routes import routes

WORTEL = Path(__file__).resolve().parents[2]
LIJST = WORTEL / "docs" / "soorten.md"
MACHINE = [
    WORTEL / "tests" / "escalatie" / naam for naam in ("test_always_a_keeper.py", "andere_kamers.py", "tussendoor.py")
]


@dataclass(frozen=True)
class Term:
    """What ends or hands over a term when a person stops, who acts for somebody who is away, and what begins it in the
    state machine: names of its rules, or of the acts of its stories."""

    stopt: str
    vervangt: str
    machine: str


_VAN_PLAN = "gezinsplan.actions.mensen.herzie_wie_gevraagd_wordt"
_VAN_COORDINATOR = "toestemming.actions.gevolgen.bij_wissel_coordinator"
_IN_GEZIN = "gezinnen.waarneming.in_gezinnen_q"
_VAN_STAP = "escalatie.waarneming.waarnemers_van"
TERMEN = {
    "afspraak": Term(_VAN_PLAN, _IN_GEZIN, "een_nieuwe_afspraak"),
    "navraag": Term(_VAN_PLAN, _IN_GEZIN, "een_nieuwe_afspraak"),
    "gesprek": Term(_VAN_PLAN, _IN_GEZIN, "een_nieuwe_afspraak"),
    "stap_vastleggen": Term("escalatie.actions.overdragen.herbezet_zonder", _VAN_STAP, "afspraken_gemist"),
    "stap_resultaat": Term("escalatie.actions.overdragen.herbezet_zonder", _VAN_STAP, "acties_vastgelegd"),
    "actie": Term("escalatie.actions.overdragen.geef_acties_over", _VAN_STAP, "acties_vastgelegd"),
    "actieverzoek": Term("escalatie.actions.overdragen.geef_acties_over", _IN_GEZIN, "acties_vastgelegd"),
    "vraag": Term("escalatie.actions.overdragen.laat_vragen_los", "instanties.vervanging.ik_en_namens", "vragen"),
    "bevestiging": Term(
        "escalatie.actions.klok.bevestigingen_verstreken", "instanties.vervanging.ik_en_namens", "besluit"
    ),
    "tussenvraag": Term("escalatie.actions.klok.tussenvragen_verstreken", _IN_GEZIN, "te_lang"),
    "oplossing": Term("escalatie.actions.overdragen.herbezet_gezin", _IN_GEZIN, "opgelost_gemeld"),
    "intrekking": Term(_VAN_COORDINATOR, _IN_GEZIN, "Verhaal.trek_in"),
    "toestemming_loopt_af": Term(_VAN_COORDINATOR, _IN_GEZIN, "Verhaal.gesprek"),
    "vlag_herzien": Term(_VAN_COORDINATOR, _IN_GEZIN, "Verhaal.vlag"),
    "vlag_bevestigen": Term(_VAN_COORDINATOR, _IN_GEZIN, "Verhaal.vlag"),
    "verjaardag_nadert": Term("toestemming.actions.verjaardagen.plan_verjaardag", _IN_GEZIN, "Verhaal.geboren"),
    "verjaardag": Term("toestemming.actions.verjaardagen.plan_verjaardag", _IN_GEZIN, "Verhaal.geboren"),
}


def naam(functie) -> str:
    return f"{functie.__module__}.{functie.__qualname__}" if functie else ""


def bladzijden(regel) -> str:
    """The addresses to which the words of a kind lead, as the function that makes them and its own helpers name them."""
    if not regel:
        return ""
    eigen = inspect.getsource(regel)
    helpers = inspect.getmembers(inspect.getmodule(regel), inspect.isfunction)
    bron = eigen + "".join(inspect.getsource(helper) for naam_, helper in helpers if re.search(rf"\b{naam_}\(", eigen))
    return " ".join(f"`{adres}`" for adres in sorted(set(re.findall(r'"([\w:]+)"', bron)) & ADRESSEN))


ADRESSEN = {route.naam for route in routes()}


def ja(waar: object) -> str:
    return "ja" if waar else "nee"


def van_termen():
    yield (
        "Soort",
        "Bladzijde",
        "Mijn werk",
        "Mail vooraf",
        "Stopt iemand",
        "Vervangt iemand",
        "Toestandsmachine",
        "Zelfcontrole",
    )
    for soort in sorted(termijnsoorten.namen()):
        bekend, regel = termijnsoorten.soort(soort), TERMEN.get(soort, Term("-", "-", "-"))
        yield (
            f"`{soort}`",
            bladzijden(bekend.verwoord) or "geen: zij vraagt niemand iets",
            ja(bekend.verwoord),
            ja(bekend.herinnert),
            f"`{regel.stopt}`",
            f"`{regel.vervangt}`",
            f"`{regel.machine}`",
            f"`{ONDERWERPEN[soort].tabel}`" if soort in ONDERWERPEN else "-",
        )


def van_berichten():
    yield "Soort", "Bladzijde", "Mail", "Meteen", "Wie het zegt"
    for soort in sorted(berichtsoorten.namen()):
        bekend = berichtsoorten.soort(soort)
        yield (
            f"`{soort}`",
            bladzijden(bekend.verwoord) or "waar het naar wijst",
            str(bekend.categorie),
            ja(bekend.spoed),
            f"`{naam(bekend.verwoord or bekend.wijst_naar)}`",
        )


def van_panelen():
    yield "Plaats", "Paneel", "Sjabloon"
    for plaats in sorted(alle_plaatsen()):
        for paneel in places.panels(plaats):
            yield f"`{plaats}`", f"`{naam(type(paneel))}`", f"`{paneel.template}`"


def alle_plaatsen() -> set[str]:
    teksten = [bestand.read_text() for bestand in (WORTEL / "templates").rglob("*.html")]
    return {plaats for tekst in teksten for plaats in re.findall(r'{% place "([\w.]+)"', tekst)}


def tabel(rijen) -> list[str]:
    kop, *rest = rijen
    return [f"| {' | '.join(rij)} |" for rij in (kop, ["---"] * len(kop), *rest)]


def lijst() -> str:
    return "\n".join(
        [
            "# Kinds",
            "",
            "Made by `tests/huis/test_kinds.py` of what the rooms registered; not by hand.",
            "",
            "## Terms",
            "",
            *tabel(van_termen()),
            "",
            "## Notices",
            "",
            "Each is told, too, to whoever stands in for a receiver who is away (`berichten/waarneming.py`), and is put into words",
            "at reading: who takes no part any more reads nothing.",
            "",
            *tabel(van_berichten()),
            "",
            "## Panels",
            "",
            *tabel(van_panelen()),
            "",
        ]
    )


@pytest.mark.eis("E10", "R2")
def test_the_list_is_what_the_rooms_registered():
    nu = lijst()
    if os.environ.get("SOORTEN") == "nieuw":
        LIJST.write_text(nu)
    assert nu == LIJST.read_text(), "docs/soorten.md says something else: write it anew, and read what changed"


@pytest.mark.eis("E9")
def test_every_kind_of_term_has_its_rules():
    """In the state machine, in the daily self-check, for who stops and for who stands in: a new kind fails until it has."""
    assert set(TERMEN) == set(termijnsoorten.namen())
    assert set(ONDERWERPEN) == set(termijnsoorten.namen()), "bewaking/onderwerpen.py"


@pytest.mark.parametrize("soort", sorted(TERMEN))
def test_the_rules_of_a_kind_are_there(soort):
    regel = TERMEN[soort]
    assert callable(dotted(regel.stopt))
    assert callable(dotted(regel.vervangt))
    if regel.machine.startswith("Verhaal."):
        assert callable(dotted(f"tests.toestemming.verhaal.{regel.machine}"))
    else:
        rules = "".join(bestand.read_text() for bestand in MACHINE)
        assert re.search(rf"@rule\([^@]*def {regel.machine}\(", rules, re.S), regel.machine


def test_every_registered_panel_has_its_place_in_a_page():
    assert {plaats for plaats in alle_plaatsen() if places.panels(plaats)} >= {"plan.boven", "ons_plan.boven"}
    assert len(list(van_panelen())) > 12


@pytest.mark.eis("E9")
def test_a_new_kind_of_term_without_rules_is_found(monkeypatch):
    monkeypatch.setattr(termijnsoorten, "namen", lambda: [*TERMEN, "iets_nieuws"])
    with pytest.raises(AssertionError):
        test_every_kind_of_term_has_its_rules()
