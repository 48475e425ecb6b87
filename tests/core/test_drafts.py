"""The copy that the tab keeps of a form goes because that form was carried out, whichever view did it (G7, X5)."""

import html
import json
import re
import time
import uuid
from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from core import drafts
from tests.drafts import faults, of

pytestmark = [pytest.mark.django_db, pytest.mark.eis("G7"), pytest.mark.urls("tests.core.adressen_van_daden")]


@pytest.fixture
def roos():
    client = Client()
    client.force_login(get_user_model().objects.create_user("roos", naam="Roos"))
    return client


def send(client, key, url="/woord/", **fields):
    return client.post(url, {"eenmalig": key, **fields})


def told(client):
    """What a page of this person says was saved, as the browser reads it."""
    found = re.search(r'data-net-bewaard="([^"]*)"', client.get("/gedaan/").content.decode())
    return json.loads(html.unescape(found[1])) if found else []


def test_the_next_page_says_which_form_was_carried_out_and_where(roos):
    key = str(uuid.uuid4())
    assert told(roos) == []
    send(roos, key, naam="Nieuw")
    assert told(roos) == [[key, "/woord/"]]
    assert told(roos) == [[key, "/woord/"]], "another tab doesn't take it away"
    part = roos.get("/gedaan/", headers={"HX-Request": "true"})
    assert json.loads(part["HX-Trigger"]) == {"bewaard": {"forms": [[key, "/woord/"]]}}
    with mock.patch.object(time, "time", return_value=time.time() + drafts.TOLD_FOR):
        assert told(roos) == []


def test_what_was_refused_stays_in_the_tab(roos):
    key = str(uuid.uuid4())
    for naam in ("", "fout"):
        send(roos, key, naam=naam)
    assert told(roos) == []
    send(roos, key, naam="goed")
    assert told(roos) == [[key, "/woord/"]]


def test_a_double_was_saved_too(roos):
    key = str(uuid.uuid4())
    send(roos, key, naam="Nieuw")
    session = roos.session
    del session[drafts.IN_SESSION]
    session.save()
    send(roos, key, naam="Nieuw")
    assert told(roos) == [[key, "/woord/"]]


def test_it_stays_with_who_did_it_and_is_bounded(roos):
    keys = [str(uuid.uuid4()) for _ in range(drafts.MOST + 2)]
    for key in keys:
        send(roos, key, naam=key)
    assert [row[0] for row in told(roos)] == keys[2:]
    roos.force_login(get_user_model().objects.create_user("karim", naam="Karim"))
    assert told(roos) == []


@pytest.mark.urls("config.urls")
def test_what_the_matrix_asks_of_every_page_finds_what_is_wrong():
    ours, theirs = uuid.uuid4(), uuid.uuid4()
    key = '<input name="eenmalig" value="x"><textarea name="tekst"></textarea></form>'
    good = f'<form data-bewaar action="/gezin/{ours}/kind/nieuw/">{key}'
    page = f"/gezin/{ours}/plan/"
    assert faults(of(good, page), page) == []
    assert faults(of("<form data-bewaar>" + key, f"/gezin/{ours}/kind/nieuw/"), page) == []
    for wrong in (
        good + good,
        good.replace(str(ours), str(theirs)),
        good.replace("eenmalig", "anders"),
        good.replace("kind/nieuw", "mensen"),
    ):
        assert len(faults(of(wrong, page), page)) == 1, wrong
