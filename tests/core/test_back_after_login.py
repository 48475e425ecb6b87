"""Whose session ended while typing comes back to the form, not to an address that only takes a POST."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = [pytest.mark.eis("G7"), pytest.mark.django_db]


def _terug(antwoord) -> str:
    assert antwoord.status_code == 302
    naar = urlsplit(antwoord["Location"])
    assert naar.path == reverse("account_login")
    return parse_qs(naar.query)["next"][0]


@pytest.mark.parametrize(
    ("vorige", "terug"),
    [
        ("http://testserver/gezin/x/plan/?open=doel", "/gezin/x/plan/?open=doel"),
        ("http://testserver/gezin/x/plan/", "/gezin/x/plan/"),
        ("https://elders.example/gezin/", "/"),
        ("", "/"),
    ],
)
def test_a_form_leads_back_to_its_own_page(cast, vorige, terug):
    act = reverse("gezinsplan:doel_toevoegen", args=[cast.gezin.pk])
    koppen = {"Referer": vorige} if vorige else {}
    assert _terug(Client().post(act, {"tekst": "Samen eten"}, headers=koppen)) == terug


def test_an_ordinary_page_stays_the_page_itself(cast):
    plan = reverse("gezinsplan:plan", args=[cast.gezin.pk])
    assert _terug(Client().get(plan, headers={"Referer": "http://testserver/gezinnen/"})) == plan
