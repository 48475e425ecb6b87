"""Every text that somebody can type, sought in every way out after what it is about is no longer shared (T3, X1, X5, G9).

`test_ways_out.py` holds six words against all the rules; here are all words against the plainest one: mother takes her
consent back, and nothing of it is to be found by the mentor, in no page, list, notice, mail, paper, file or log.
"""

import re
from collections import defaultdict
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from berichten.actions import claim_en_verzend
from core import places
from gezinsplan.models import Doel
from logboek.actions import begin_onderzoek
from logboek.models import SoortOnderzoek
from tests.form import LONG, long_only
from tests.inloggen import client_van
from tests.toestemming.merken import ACHTER_EEN_FUNCTIE, BLIJFT, TEKSTEN, WOORDEN, gevonden, merkgezin  # noqa: F401 - a fixture
from tests.toestemming.uitgangen import Lezer, logboek, post

pytestmark = [pytest.mark.django_db, pytest.mark.eis("T3"), pytest.mark.heavy("all pages with all words")]

# Names as they were, of who did it and to whom: what a log is for.
IN_HET_LOG = {"Gezin.naam", "Deelnemer.naam", "Deelnemer.werkelijke_naam", "Gebruiker.naam"}
ZWAAR = pytest.mark.heavy("as one reader, over all pages of a family")


def leest(gezin, wie: str, *, alle: bool = LONG) -> dict[str, set[str]]:
    """Each text of which this person finds the word, and where."""
    lezer, waar = Lezer(getattr(gezin.cast, wie)), defaultdict(set)
    for adres, bladzij in lezer.bladzijden(gezin.cast.gezin, alle=alle):
        for naam in gevonden(bladzij):
            waar[naam].add(adres)
    for naam in gevonden(lezer.papier(gezin.cast.gezin, echt=LONG)):
        waar[naam].add("papier")
    return waar


def buiten(gezin) -> dict[str, set[str]]:
    """The same for what no single reader asks for: mail, the officer's file, and the log."""
    waar = defaultdict(set)
    mail.outbox = []
    claim_en_verzend(timezone.now() + timedelta(days=31))
    assert len(mail.outbox) > 10
    nu, officier = timezone.now(), gezin.cast.privacy_officer
    onderzoek = begin_onderzoek(
        SoortOnderzoek.GEZIN, "een klacht", door=officier, op=nu, van=nu - timedelta(days=90), tot=nu + timedelta(days=1),
        gezin_id=gezin.cast.gezin.pk, gezin_nummer=str(gezin.cast.gezin.nummer),
    )  # fmt: skip
    bestand = client_van(officier).get(reverse("toestemming:onderzoek_bestand", args=[onderzoek.pk])).content.decode()
    assert bestand.count("\n") > 10
    for plek, tekst in [*post(), ("bestand", bestand)]:
        for naam in gevonden(tekst):
            waar[naam].add(plek)
    for plek, tekst in logboek():
        for naam in gevonden(tekst) - IN_HET_LOG:
            waar[naam].add(plek)
    return waar


def test_every_text_of_the_ledger_has_its_word_and_the_acts_planted_it(merkgezin):  # noqa: F811
    merkgezin.trek_in()
    assert merkgezin.gezet == set(TEKSTEN)
    assert len(set(WOORDEN.values())) == len(TEKSTEN) > 50
    for een in WOORDEN.values():
        assert not any(een in ander for ander in WOORDEN.values() if ander != een)


@ZWAAR
def test_what_was_shared_is_found_nowhere_after_it_was_taken_back(merkgezin, caplog):  # noqa: F811
    las = set(leest(merkgezin, "mentor"))
    # With her consent he reads what it is about, on every page of it.
    assert {"Doel.tekst", "Afspraak.wat", "Reactie.tekst", "Stagnatie.toelichting", "Evaluatie.waarom"} <= las
    merkgezin.trek_in()
    leest_nog = leest(merkgezin, "mentor")
    assert {naam: waar for naam, waar in leest_nog.items() if naam not in BLIJFT} == {}
    assert "Gezin.naam" in leest_nog
    merkgezin.stopt()
    assert leest(merkgezin, "mentor") == {}
    assert not gevonden(caplog.text)


@ZWAAR
@pytest.mark.eis("X1", "X5", "E10")
def test_no_mail_file_or_log_says_any_of_it(merkgezin):  # noqa: F811
    merkgezin.trek_in()
    assert buiten(merkgezin) == {}


@ZWAAR
def test_who_has_nothing_to_do_with_it_never_finds_a_word(merkgezin):  # noqa: F811
    assert leest(merkgezin, "buitenstaander") == {}


@ZWAAR
@pytest.mark.eis("X5")
def test_no_text_says_the_name_of_who_is_shown_by_function(merkgezin):  # noqa: F811
    """In whatever text somebody typed it, for whoever reads that text; the ledger says which are read as typed."""
    bloot = defaultdict(set)
    for wie in ("moeder", "mentor", "behandelaar", *(("ambtenaar", "manager_kliniek", "collega") if LONG else ())):
        lezer = Lezer(getattr(merkgezin.cast, wie))
        bladen = [*lezer.bladzijden(merkgezin.cast.gezin, alle=LONG), ("papier", lezer.papier(merkgezin.cast.gezin))]
        for adres, blad in bladen:
            for een in re.findall(rf"(\w+) {ACHTER_EEN_FUNCTIE}", blad):
                bloot[een].add(adres)
    assert bloot == {}


@long_only("that the mentor finds what is shared with him")
@pytest.mark.heavy("as six readers, over all pages of a family")
def test_every_word_can_be_read_by_somebody(merkgezin):  # noqa: F811
    """A word that nobody finds proves nothing by not being found."""
    # What stands with a signature is read while that holds.
    nog = set(TEKSTEN) - set(leest(merkgezin, "coordinator", alle=True))
    merkgezin.trek_in()
    for wie in ("coordinator", "moeder", "behandelaar", "manager_kliniek", "ambtenaar", "collega"):
        nog -= set(leest(merkgezin, wie, alle=True))
    assert nog == set()


class Lek:
    """A panel that asks nothing of zicht."""

    template = "lek.html"

    def context(self, request, **doel):
        return {"doelen": list(Doel.objects.all())}


def test_a_page_that_leaks_is_found(merkgezin, settings, tmp_path, monkeypatch):  # noqa: F811
    merkgezin.trek_in()
    (tmp_path / "lek.html").write_text("{% for doel in doelen %}{{ doel.gevolg }}{% endfor %}")
    eerste, *rest = settings.TEMPLATES
    settings.TEMPLATES = [eerste | {"DIRS": [tmp_path, *eerste["DIRS"]]}, *rest]
    panelen = places.panels
    monkeypatch.setattr(
        "core.templatetags.places.panels", lambda waar: [*panelen(waar), Lek()] if "boven" in waar else panelen(waar)
    )
    lezer = Lezer(merkgezin.cast.mentor)
    antwoord = lezer.browser.get(reverse("werklijst:mijn_werk"))
    # And the name in that text: this panel asks nothing of the names either.
    leest_nu = gevonden(antwoord.content.decode()) - BLIJFT
    assert leest_nu == {"Doel.gevolg", "Deelnemer.werkelijke_naam"}
