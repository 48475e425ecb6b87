"""The inbox: told is told (E10); reading a page marks nothing, opening a notice does."""

import uuid

import pytest
from django.urls import reverse

from berichten.models import Bericht
from core import clock
from instanties.actions import meld_aan_beheer
from tests.inloggen import client_van


@pytest.fixture
def bericht(cast):
    meld_aan_beheer("Bij deze instelling is niemand voor stap 2.", clock.now(), instelling=cast.kliniek)
    return Bericht.objects.van(cast.beheerder).get()


def tekst(antwoord):
    return " ".join(antwoord.content.decode().split())


@pytest.mark.eis("E10")
@pytest.mark.django_db
def test_reading_the_list_marks_nothing(cast, bericht):
    client = client_van(cast.beheerder)
    for _keer in range(2):
        pagina = tekst(client.get(reverse("werklijst:berichten")))
        assert "niemand voor stap 2" in pagina
        assert "Nieuw, spoed" in pagina
    bericht.refresh_from_db()
    assert bericht.gelezen_op is None


@pytest.mark.eis("E10")
@pytest.mark.django_db
def test_opening_marks_as_read_and_goes_there(cast, bericht):
    client = client_van(cast.beheerder)
    url = reverse("werklijst:bericht_openen", args=[bericht.pk])
    # By the link of a mail one goes there too, and nothing is marked.
    assert client.get(url)["Location"] == reverse("instanties:beheer")
    bericht.refresh_from_db()
    assert bericht.gelezen_op is None
    antwoord = client.post(url)
    assert antwoord["Location"] == reverse("instanties:beheer")
    bericht.refresh_from_db()
    assert bericht.gelezen_op is not None
    assert "Nieuw" not in tekst(client.get(reverse("werklijst:berichten")))


@pytest.mark.eis("R2")
@pytest.mark.django_db
def test_the_menu_counts_what_is_unread(cast, bericht):
    client = client_van(cast.beheerder)
    assert 'class="kop__teller">1<' in tekst(client.get("/"))
    client.post(reverse("werklijst:alles_gelezen"))
    assert "kop__teller" not in tekst(client.get("/"))


@pytest.mark.eis("T3")
@pytest.mark.django_db
def test_nobody_opens_or_reads_anothers(cast, bericht):
    client = client_van(cast.buitenstaander)
    assert client.post(reverse("werklijst:bericht_openen", args=[bericht.pk])).status_code == 404
    assert client.post(reverse("werklijst:bericht_openen", args=[uuid.uuid4()])).status_code == 404
    assert "niemand voor stap 2" not in tekst(client.get(reverse("werklijst:berichten")))
    client.post(reverse("werklijst:alles_gelezen"))
    bericht.refresh_from_db()
    assert bericht.gelezen_op is None


@pytest.mark.eis("T3")
@pytest.mark.django_db
def test_what_may_no_longer_be_seen_becomes_a_neutral_line(cast, bericht):
    cast.beheerder.functies.update(beeindigd_op=clock.now())
    client = client_van(cast.beheerder)
    pagina = tekst(client.get(reverse("werklijst:berichten")))
    assert "niemand voor stap 2" not in pagina
    assert "niet (meer) kunt inzien" in pagina
    antwoord = client.post(reverse("werklijst:bericht_openen", args=[bericht.pk]))
    assert antwoord["Location"] == reverse("werklijst:berichten")


@pytest.mark.eis("E10")
@pytest.mark.django_db
def test_an_empty_inbox_and_odd_page_numbers(cast):
    client = client_van(cast.moeder)
    assert "Er zijn geen berichten" in tekst(client.get(reverse("werklijst:berichten")))
    for onzin in ("0", "-3", "x", "99999999999"):
        assert client.get(reverse("werklijst:berichten"), {"pagina": onzin}).status_code == 200
