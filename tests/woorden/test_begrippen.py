"""Where the region's words come from: held in memory for a while, and a fault there costs nobody a page (I7)."""

from dataclasses import fields

import pytest
from django.core.exceptions import FieldError
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from instanties.actions import leg_begripwoord_vast, zet_begripwoord_terug
from instanties.models import Begripwoord
from woorden import begrippen

pytestmark = pytest.mark.eis("I7")

WOORD = {"woord": "plangids", "meervoud": "plangidsen", "lidwoord": "de"}


@pytest.fixture
def bron(monkeypatch):
    """A source of one's own, that counts how often it is asked."""
    staat = {"eigen": {}, "gevraagd": 0, "fout": None}

    def vraag():
        staat["gevraagd"] += 1
        if staat["fout"]:
            raise staat["fout"]
        return staat["eigen"]

    monkeypatch.setattr(begrippen.EIGEN_WOORDEN, "item", vraag)
    begrippen.vergeet()
    return staat


def zo_heet_het():
    return str(begrippen.begrip("zorgcoordinator").woord)


def test_a_process_reads_the_words_once_in_half_a_minute(bron, monkeypatch):
    tijd = [1000.0]
    monkeypatch.setattr(begrippen.time, "monotonic", lambda: tijd[0])
    begrippen.vergeet()
    for _keer in range(50):
        assert zo_heet_het() == "zorgcoördinator"
    assert bron["gevraagd"] == 1
    bron["eigen"] = {"zorgcoordinator": WOORD}
    tijd[0] += 29
    assert zo_heet_het() == "zorgcoördinator"
    tijd[0] += 2
    assert zo_heet_het() == "plangids"
    assert bron["gevraagd"] == 2


def test_a_fault_costs_no_page_and_the_known_word_stays(bron, monkeypatch):
    tijd = [1000.0]
    monkeypatch.setattr(begrippen.time, "monotonic", lambda: tijd[0])
    begrippen.vergeet()
    bron["eigen"] = {"zorgcoordinator": WOORD}
    assert zo_heet_het() == "plangids"
    tijd[0] += 60
    bron["fout"] = OperationalError("weg")
    assert zo_heet_het() == "plangids"
    # It is not asked again at every word while the database is away.
    assert zo_heet_het() == "plangids"
    assert bron["gevraagd"] == 2
    tijd[0] += 6
    bron["fout"], bron["eigen"] = None, {}
    assert zo_heet_het() == "zorgcoördinator"


def test_a_mistake_of_ours_does_not_pass_unnoticed(bron):
    bron["fout"] = FieldError("een veld dat niet bestaat")
    with pytest.raises(FieldError):
        zo_heet_het()


def test_while_tables_are_changed_the_ordinary_words_hold(bron):
    bron["eigen"] = {"zorgcoordinator": WOORD}
    begrippen.zet_vast()
    try:
        assert zo_heet_het() == "zorgcoördinator"
    finally:
        begrippen.laat_los()
    assert zo_heet_het() == "plangids"


def test_a_fixed_word_stays_and_gets_a_meaning_of_its_own():
    begrippen.onthoud({"toestemming": {"woord": "akkoord", "uitleg": "Zo bedoelen wij het."}})
    begrip = begrippen.begrip("toestemming")
    assert (begrip.woord, begrip.uitleg) == ("toestemming", "Zo bedoelen wij het.")


def test_every_begrip_is_filled_in_completely():
    for sleutel, begrip in begrippen.BEGRIPPEN.items():
        leeg = [veld.name for veld in fields(begrip) if veld.name != "vast" and not str(getattr(begrip, veld.name))]
        assert not leeg, sleutel


@pytest.mark.django_db
def test_who_changes_a_word_sees_it_at_once_and_then_it_costs_nothing(cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        leg_begripwoord_vast("zorgcoordinator", door=cast.beheerder, **WOORD)
    assert zo_heet_het() == "plangids"
    with CaptureQueriesContext(connection) as vragen:
        assert [zo_heet_het() for _keer in range(20)] == ["plangids"] * 20
    assert not vragen.captured_queries
    with django_capture_on_commit_callbacks(execute=True):
        zet_begripwoord_terug("zorgcoordinator", door=cast.beheerder)
    assert zo_heet_het() == "zorgcoördinator"


@pytest.mark.django_db
def test_what_equals_the_ordinary_word_is_not_kept(cast):
    gewoon = begrippen.BEGRIPPEN["gezinsplan"]
    velden = {veld: str(getattr(gewoon, veld)) for veld in begrippen.EIGEN_VELDEN}
    assert leg_begripwoord_vast("gezinsplan", door=cast.beheerder, **velden) is None
    rij = leg_begripwoord_vast("gezinsplan", door=cast.beheerder, **(velden | {"uitleg": "Ons ene plan."}))
    assert (rij.woord, rij.uitleg) == ("", "Ons ene plan.")
    assert leg_begripwoord_vast("gezinsplan", door=cast.beheerder, **velden) is None
    assert not Begripwoord.objects.exists()
