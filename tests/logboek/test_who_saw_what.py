"""Who saw or did what, of whom, when and on which ground (X1, NEN 7513, invariant 4)."""

import time
import uuid
from unittest import mock

import pytest
from celery import shared_task
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import Processed
from logboek import hoedanigheid
from logboek.actions import Logregelgegevens, schrijf, schrijf_velen
from logboek.models import Handeling, Logregel
from tests.logboek.adressen import BETROKKEN, BROER, SANNE, TOESTEMMING

pytestmark = [pytest.mark.eis("X1"), pytest.mark.django_db, pytest.mark.urls("tests.logboek.adressen")]
GEZIN = uuid.uuid4()


@pytest.fixture
def roos(client):
    gebruiker = get_user_model().objects.create_user("roos", naam="Roos de Vries")
    client.force_login(gebruiker)
    return gebruiker


@pytest.fixture
def werkt_bij_de_brug(monkeypatch):
    """Roos acts as hulpverlener of an instelling, as instanties would say."""
    instelling_id = uuid.uuid4()
    gevraagd = []

    def bron(gebruiker):
        gevraagd.append(gebruiker)
        return {"rol": "hulpverlener", "instelling_id": instelling_id, "instelling_naam": "De Brug"}

    monkeypatch.setattr(hoedanigheid.HOEDANIGHEID, "item", bron)
    return instelling_id, gevraagd


def regels_van_gezin():
    return list(Logregel.objects.filter(gezin_id=GEZIN))


def test_a_page_is_one_row_with_all_that_its_parts_showed(client, roos, werkt_bij_de_brug):
    assert client.get(f"/plan/{GEZIN}/", REMOTE_ADDR="192.0.2.7").content == b"het plan van Sanne"
    (regel,) = regels_van_gezin()
    assert (regel.handeling, regel.uitkomst) == ("bekijken", "gelukt")
    assert (regel.gebruiker_id, regel.gebruiker_naam) == (roos.pk, "Roos de Vries")
    assert (regel.rol, regel.instelling_id, regel.instelling_naam) == ("hulpverlener", werkt_bij_de_brug[0], "De Brug")
    assert (regel.gezin_nummer, regel.doel) == ("2026-0001", "hulp uitvoeren")
    assert regel.over_wie == [SANNE, BROER]
    assert regel.leefgebieden == ["wonen", "onderwijs"]
    assert regel.onderwerpen == [f"onderwijs:{BROER}", f"wonen:{SANNE}"]
    assert regel.getoond == {"doelen": ["a", "b"], "afspraken": 3}
    assert regel.grondslag == "rechtstreeks betrokken; toestemming"
    assert regel.grondslag_ids == [BETROKKEN, TOESTEMMING]
    assert (regel.netwerkadres, regel.bron, regel.url_naam) == ("192.0.2.7", "testserver", "plan")


def test_a_list_of_fifty_families_is_one_insert(client, roos, werkt_bij_de_brug):
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        client.get("/gezinnen/")
    schrijvend = [vraag["sql"] for vraag in vragen if 'INSERT INTO "logboek_regel"' in vraag["sql"]]
    assert len(schrijvend) == 1
    assert Logregel.objects.filter(url_naam="gezinnen").count() == 50
    assert Logregel.objects.filter(url_naam="gezinnen").values("verzoek").distinct().count() == 1
    assert len(werkt_bij_de_brug[1]) <= 2  # once for the login, once for the list


def bezoeken() -> list[uuid.UUID]:
    return list(Logregel.objects.filter(gezin_id__isnull=False).order_by("op").values_list("bezoek", flat=True))


def test_parts_and_polls_of_one_page_share_its_visit(client, roos):
    bewijs = client.get(f"/plan/{GEZIN}/")["X-Bezoek"]
    client.get(f"/plan/{GEZIN}/", headers={"HX-Request": "true", "X-Bezoek": bewijs})
    assert len(set(bezoeken())) == 1
    assert Logregel.objects.filter(gezin_id=GEZIN).values("verzoek").distinct().count() == 2


def _zelf_gekozen(client, bewijs):
    client.get(f"/plan/{GEZIN}/", headers={"HX-Request": "true", "X-Bezoek": str(bezoeken()[0])})


def _andere_pagina(client, bewijs):
    client.get(f"/plan/{uuid.uuid4()}/", headers={"HX-Request": "true", "X-Bezoek": bewijs})


def _andere_sessie(client, bewijs):
    client.force_login(get_user_model().objects.create_user("bram", naam="Bram"))
    client.get(f"/plan/{GEZIN}/", headers={"HX-Request": "true", "X-Bezoek": bewijs})


def _uren_later(client, bewijs):
    later = time.time() + 3600
    with mock.patch("django.core.signing.time.time", lambda: later):
        client.get(f"/plan/{GEZIN}/", headers={"HX-Request": "true", "X-Bezoek": bewijs})


@pytest.mark.eis("I9")
@pytest.mark.parametrize("poging", [_zelf_gekozen, _andere_pagina, _andere_sessie, _uren_later])
def test_no_browser_makes_two_visits_one(client, roos, poging):
    bewijs = client.get(f"/plan/{GEZIN}/")["X-Bezoek"]
    poging(client, bewijs)
    assert len(set(bezoeken())) == 2


def test_what_htmx_is_said_to_ask_changes_nothing_in_the_log(client, roos):
    for kop in ({}, {"HX-Request": "true"}, {"HX-Request": "true", "HX-Boosted": "true"}):
        client.get(f"/plan/{GEZIN}/", headers=kop)
    rijen = Logregel.objects.filter(gezin_id=GEZIN).values("over_wie", "onderwerpen", "getoond", "handeling")
    assert len(rijen) == 3
    assert all(rij == rijen[0] for rij in rijen)


def test_what_is_refused_is_written_and_nothing_seems_shown(client, roos):
    assert client.get(f"/verborgen/{GEZIN}/").status_code == 404
    (regel,) = regels_van_gezin()
    assert (regel.uitkomst, regel.gebruiker_id, regel.object_soort) == ("geweigerd", roos.pk, "gezin")


def test_a_refusal_is_kept_though_the_page_was_rolled_back(client, roos):
    assert client.post(f"/verboden/{GEZIN}/").status_code == 403
    assert not Processed.objects.exists()
    regel = Logregel.objects.get(url_naam="verboden")
    assert (regel.uitkomst, regel.handeling, regel.object_id) == ("geweigerd", "wijzigen", GEZIN)


def test_a_wrong_address_is_no_refusal(client, roos):
    assert client.get("/bestaat-niet/").status_code == 404
    assert not Logregel.objects.filter(uitkomst="geweigerd").exists()


def test_an_act_writes_its_own_row_and_the_redirect_shows_nothing(client, roos):
    assert client.post(f"/wijzigen/{GEZIN}/").status_code == 302
    (regel,) = regels_van_gezin()
    assert (regel.handeling, regel.object_soort, regel.object_naam) == ("wijzigen", "doel", "x" * 200)


def test_a_page_that_failed_showed_nothing(client, roos):
    client.raise_request_exception = False
    assert client.get(f"/stuk/{GEZIN}/").status_code == 500
    assert regels_van_gezin() == []


@pytest.mark.parametrize(
    ("proxies", "kop", "adres"),
    [
        (0, "203.0.113.9", "192.0.2.7"),
        (1, "203.0.113.9, 198.51.100.4", "198.51.100.4"),
        (2, "203.0.113.9, 198.51.100.4", "203.0.113.9"),
        (1, "geen adres", None),
        (3, "", "192.0.2.7"),
    ],
)
def test_the_address_is_believed_of_trusted_proxies_only(client, roos, settings, proxies, kop, adres):
    settings.VERTROUWDE_PROXIES = proxies
    client.get(f"/plan/{GEZIN}/", REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_FOR=kop)
    assert Logregel.objects.get(gezin_id=GEZIN).netwerkadres == adres


@pytest.mark.eis("X2")
def test_logging_in_out_and_failing_are_rows(client):
    gebruiker = get_user_model().objects.create_user("karim", "juist-wachtwoord-1", naam="Karim Aydin")
    assert not client.login(username="karim", password="fout-wachtwoord")
    client.force_login(gebruiker)
    client.logout()
    rijen = Logregel.objects.order_by("op").values_list("handeling", "uitkomst", "gebruiker_naam")
    assert list(rijen) == [
        ("aanmelden", "geweigerd", ""),
        ("aanmelden", "gelukt", "Karim Aydin"),
        ("afmelden", "gelukt", "Karim Aydin"),
    ]
    assert not any("fout-wachtwoord" in str(rij) for rij in Logregel.objects.values_list())


def test_the_clock_writes_without_a_person_and_says_which_task():
    @shared_task(name="proef.klok")
    def taak():
        schrijf(Handeling.KLOK, gezin_id=GEZIN, melding="navraag verstuurd")

    taak.apply()
    schrijf_velen([Logregelgegevens(handeling=Handeling.KLOK, gezin_id=GEZIN)])
    rijen = Logregel.objects.filter(gezin_id=GEZIN).order_by("op")
    assert [(regel.gebruiker_id, regel.verzoek, regel.bron) for regel in rijen] == [
        (None, None, "taak proef.klok"),
        (None, None, "taak"),
    ]
