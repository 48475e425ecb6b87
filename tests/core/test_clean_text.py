"""What somebody sends is cleaned at the door: form, address and query string alike."""

import re
from pathlib import Path

import pytest
from django import forms
from django.http import QueryDict
from django.urls import reverse

from core.clean_text import clean, cleaned
from core.forms import Form, PhoneInput, ReferenceField, SuggestionField
from core.rooms import ROOMS
from tests.inloggen import client_van

ROOT = Path(__file__).parents[2]
NBSP, WORD_JOINER, OVERRIDE, ISOLATE = "\u00a0", "\u2060", "\u202e", "\u2066"


@pytest.mark.eis("G5")
@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Gewone tekst, met é en ü", "Gewone tekst, met é en ü"),
        ("twee\r\nregels\tmet tab", "twee\r\nregels\tmet tab"),
        ("nul\x00 en bel\x07", "nul en bel"),
        (f"van{OVERRIDE}achteren{ISOLATE}", "vanachteren"),
        (f"niets\u200b te{WORD_JOINER} zien\ufeff\u00ad", "niets te zien"),
        ("e\u0301e\u0301n naam", "één naam"),
        ("e\u200b\u0301", "é"),
        (f"06{NBSP}1234\u202f5678", "06 1234 5678"),
        ("regel\u2028regel", "regel\nregel"),
        ("Pet\u200dra", "Petra"),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
        ("\U0001f469\u200d\U0001f467", "\U0001f469\u200d\U0001f467"),
        ("Pet\u034fra", "Petra"),
        ("Petra\ufe0f\ufe00 de\U000e0101 Wit", "Petra de Wit"),
        ("\u041c\u0430\u0440\u200d\u0438\u044f", "\u041c\u0430\u0440\u0438\u044f"),
        ("\u738b\u200c\u5c0f\ufe0f", "\u738b\u5c0f"),
        ("\u05d0\u200d\u05d1 \u1203\u200c\u1293", "\u05d0\u05d1 \u1203\u1293"),
        ("\u0645\u06cc\u200c\u200c\u062e", "\u0645\u06cc\u200c\u062e"),
        ("\u0645\u06cc\u200c \u062e", "\u0645\u06cc \u062e"),
        ("a\U0001d173b\U0001bca0c\ufffcd", "abcd"),
        ("a\u2800b", "a b"),
        # What does mean something there.
        ("\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937"),
        ("\u2764\ufe0f 1\ufe0f\u20e3 \u00a9\ufe0e", "\u2764\ufe0f 1\ufe0f\u20e3 \u00a9\ufe0e"),
        (
            "\U0001f469\u200d\u2764\ufe0f\u200d\U0001f468\U0001f3fd",
            "\U0001f469\u200d\u2764\ufe0f\u200d\U0001f468\U0001f3fd",
        ),
        ("\U0001f469\U0001f3fd\u200d\u2695\ufe0f", "\U0001f469\U0001f3fd\u200d\u2695\ufe0f"),
        (
            "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f!\U000e0041",
            "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f!",
        ),
        ("\u9089\U000e0101", "\u9089\U000e0101"),
        ("\u1820\u180b", "\u1820\u180b"),
        ("\ud800", ""),
        ("\u3164", ""),
    ],
)
def test_what_nobody_can_see_is_left_out(typed, kept):
    assert clean(typed) == kept
    assert clean(kept) == kept


@pytest.mark.eis("X2")
def test_marks_that_are_piled_up_cost_no_more_than_their_length():
    """Ordering them takes the square of their number: a million would hold a process for hours."""
    assert len(clean("a" + "\u0315\u0300\u0323" * 300_000)) <= 10
    assert clean("ho\u0323\u0302c") == "h\u1ed9c"


def test_a_secret_stays_as_it_was_typed():
    sent = QueryDict(mutable=True)
    sent.update({"password": "e\u0301\u00a0", "naam": "e\u0301\u00a0"})
    found = cleaned(sent)
    assert found["password"] == "e\u0301\u00a0"
    assert found["naam"] == "\u00e9 "


def test_all_values_of_a_name_and_their_order_stay():
    sent = QueryDict("wie=a%00&wie=b&leeg=")
    assert list(cleaned(sent).lists()) == [("wie", ["a", "b"]), ("leeg", [""])]


@pytest.mark.django_db
@pytest.mark.heavy("asks three pages for the first time")
@pytest.mark.eis("G5")
def test_a_nul_is_no_failure_in_query_string_address_or_form(cast):
    client = client_van(cast.coordinator)
    assert client.get("/gezinnen/?q=%00Wit").status_code == 200
    assert client.get("/antwoord/vraag/%00/").status_code == 404
    answer = client.post(
        reverse("gezinsplan:huishouden_toevoegen", args=[cast.gezin.pk]), {"naam": "Bij \x00oma\u202e", "adres": ""}
    )
    assert answer.status_code in (200, 302)
    assert cast.gezin.huishoudens.filter(naam="Bij oma").exists()


def test_nothing_is_read_past_the_door():
    """A body of another kind (JSON) would come in as it is: whoever wants one, cleans it in the middleware first."""
    past = re.compile(r"\brequest\.(?:body|read\(|_body|META\[.QUERY_STRING)|\bjson\.loads\(request")
    found = [
        str(file.relative_to(ROOT))
        for room in ROOMS
        for file in (ROOT / room).rglob("*.py")
        if past.search(file.read_text()) and file.name != "clean_text.py"
    ]
    assert found == []


@pytest.mark.django_db
@pytest.mark.eis("I9")
def test_a_name_has_something_to_read(cast):
    client = client_van(cast.coordinator)
    for nothing in ("...", "-", "\u200b\u3164", " "):
        answer = client.post(
            reverse("gezinsplan:huishouden_toevoegen", args=[cast.gezin.pk]), {"naam": nothing, "adres": "Elzenlaan 5"}
        )
        assert "naam" in answer.context["form"].errors, nothing
        assert "Elzenlaan 5" in answer.content.decode()


class _Text(Form):
    text = forms.CharField(required=False)
    phone = forms.CharField(required=False, widget=PhoneInput)
    who = SuggestionField(required=False)
    reference = ReferenceField(required=False)
    choice = forms.ChoiceField(choices=[("123456782", "een")], required=False)


@pytest.mark.eis("X5")
@pytest.mark.parametrize(
    "number",
    [
        "123456782",
        "1234.56.782",
        "1234 56 782",
        "123-456-782",
        "het is 123456782.",
        "BSN123456782",
        "123\u2013456\u2013782",
        "12 34 56 782",
    ],
)
def test_a_burgerservicenummer_is_refused_at_its_field(number):
    form = _Text({"text": number, "who": number})
    assert set(form.errors) == {"text", "who"}
    assert "telefoonnummer" in form.errors["text"][0]
    assert number in str(form["text"])


@pytest.mark.eis("X5")
@pytest.mark.parametrize(
    "other", ["123456789", "06-12345678", "0612345678", "+31612345678", "1234567820", "NL11 1234 5678 2"]
)
def test_another_number_may_stay(other):
    assert _Text({"text": other}).is_valid()


def test_a_phone_number_a_reference_or_a_choice_is_no_burgerservicenummer():
    assert _Text({"phone": "123456782", "reference": "C/10/123456782", "choice": "123456782"}).is_valid()
