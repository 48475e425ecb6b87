"""A double click or the back button does nothing twice, and nothing that was typed is lost."""

import re
import threading
import uuid
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connections
from django.test import Client
from django.utils import timezone

from core.models import Processed
from core.tasks import clear_processed

urls = pytest.mark.urls("tests.core.adressen")


@pytest.fixture
def sleutel():
    return str(uuid.uuid4())


@urls
@pytest.mark.django_db
class TestEenmalig:
    def test_the_form_carries_a_fresh_key(self, client):
        velden = {client.get("/formulier/").content.decode() for _ in range(2)}
        assert len(velden) == 2
        assert all(re.fullmatch(r'<input type="hidden" name="eenmalig" value="[0-9a-f-]{36}">', v) for v in velden)

    def test_the_second_time_leads_to_where_the_first_went(self, client, sleutel):
        eerste = client.post("/formulier/", {"eenmalig": sleutel, "naam": "Sanne"})
        tweede = client.post("/formulier/", {"eenmalig": sleutel, "naam": "Sanne"})
        assert Group.objects.count() == 1
        assert (tweede.status_code, tweede["Location"]) == (303, eerste["Location"])

    def test_a_htmx_double_goes_there_too(self, client, sleutel):
        velden = {"eenmalig": sleutel, "naam": "Sanne"}
        assert client.post("/formulier/", velden, headers={"HX-Request": "true"}).status_code == 302
        tweede = client.post("/formulier/", velden, headers={"HX-Request": "true"})
        assert (tweede.status_code, tweede["HX-Redirect"]) == (204, f"/groep/{Group.objects.get().pk}/")

    def test_a_form_with_an_error_may_be_sent_again(self, client, sleutel):
        assert client.post("/formulier/", {"eenmalig": sleutel, "naam": ""}).status_code == 422
        assert client.post("/formulier/", {"eenmalig": sleutel, "naam": ""}).status_code == 422
        assert client.post("/formulier/", {"eenmalig": sleutel, "naam": "Sanne"}).status_code == 302

    def test_a_text_mended_after_going_back_is_not_lost(self, client, sleutel):
        client.post("/formulier/", {"eenmalig": sleutel, "naam": "Sane"})
        client.post("/formulier/", {"eenmalig": sleutel, "naam": "Sanne"})
        assert set(Group.objects.values_list("name", flat=True)) == {"Sane 0", "Sanne 1"}

    def test_nobody_meets_the_key_of_another(self, client, sleutel):
        for naam in ("roos", "karim"):
            client.force_login(get_user_model().objects.create_user(naam, naam=naam))
            assert client.post("/formulier/", {"eenmalig": sleutel, "naam": "Sanne"}).status_code == 302
        assert Group.objects.count() == 2

    @pytest.mark.parametrize("sleutel", ["", "geen-sleutel"])
    def test_a_form_without_a_key_just_runs(self, client, sleutel):
        client.post("/formulier/", {"eenmalig": sleutel, "naam": "Sanne"})
        client.post("/formulier/", {"eenmalig": sleutel, "naam": "Sanne"})
        assert Group.objects.count() == 2

    def test_old_keys_are_forgotten(self, client, sleutel):
        client.post("/formulier/", {"eenmalig": sleutel, "naam": "Sanne"})
        clear_processed()
        assert Processed.objects.count() == 1
        Processed.objects.update(at=timezone.now() - timedelta(days=31))
        clear_processed()
        assert not Processed.objects.exists()


@urls
def test_two_clicks_at_the_same_moment_count_once(fresh_database, sleutel):
    antwoorden = []
    tegelijk = threading.Barrier(2)

    def klik():
        tegelijk.wait()
        antwoorden.append(Client().post("/formulier/", {"eenmalig": sleutel, "naam": "Sanne", "wacht": "0.3"}))
        connections.close_all()

    draden = [threading.Thread(target=klik) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert Group.objects.count() == 1
    assert {antwoord["Location"] for antwoord in antwoorden} == {f"/groep/{Group.objects.get().pk}/"}
    assert sorted(antwoord.status_code for antwoord in antwoorden) == [302, 303]
