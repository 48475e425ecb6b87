"""Figures for Prometheus: for who has the token, by names of addresses, and bounded whatever there is."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import clock
from tests.inloggen import client_van

TOKEN = "een-token-van-de-proef"


@pytest.fixture
def metingen(settings):
    settings.METINGEN_TOKEN = TOKEN
    return lambda: Client().get("/metingen/", HTTP_AUTHORIZATION=f"Bearer {TOKEN}")


def waarde(antwoord, naam):
    """The value of one figure; `naam` with its labels as Prometheus writes them."""
    return float(re.search(rf"^{re.escape(naam)} (\S+)$", antwoord.content.decode(), re.M)[1])


@pytest.mark.django_db
@pytest.mark.parametrize("kop", [{}, {"HTTP_AUTHORIZATION": "Bearer fout"}, {"HTTP_AUTHORIZATION": ""}])
def test_without_the_token_there_is_nothing(settings, kop):
    settings.METINGEN_TOKEN = TOKEN
    assert Client().get("/metingen/", **kop).status_code == 404
    settings.METINGEN_TOKEN = ""
    assert Client().get("/metingen/", HTTP_AUTHORIZATION="Bearer ").status_code == 404


@pytest.mark.django_db
def test_what_the_system_owes(cast, metingen):
    antwoord = metingen()
    assert antwoord.status_code == 200
    assert waarde(antwoord, 'plan_onderdeel_goed{onderdeel="database"}') == 1
    for naam in (
        "plan_klok_laatste_tik_seconden",
        "plan_termijnen_wachten",
        "plan_termijn_oudste_seconden",
        "plan_termijnen_mislukt",
        "plan_mails_wachten",
        "plan_mail_oudste_seconden",
        "plan_pdfs_wachten",
        "plan_logboek_onverzegeld_seconden",
    ):
        assert waarde(antwoord, naam) >= 0
    assert 'plan_versie_info{versie="ontwikkeling"} 1.0' in antwoord.content.decode()


@pytest.mark.django_db
def test_a_term_that_has_passed_is_counted_until_the_clock_saw_it(cast, metingen):
    from termijnen.models import Termijn

    voor = waarde(metingen(), "plan_termijnen_wachten")
    op = clock.now() - timedelta(hours=2)
    Termijn.objects.create(
        soort="proef",
        gezin=cast.gezin,
        begint_op=op,
        loopt_af_op=op,
        aan_de_beurt_op=op,
        oorspronkelijk_loopt_af_op=op,
    )
    na = metingen()
    assert waarde(na, "plan_termijnen_wachten") == voor + 1
    assert waarde(na, "plan_termijn_oudste_seconden") >= 7200


@pytest.mark.django_db
def test_a_request_counts_by_the_name_of_its_address(cast, metingen):
    naam = 'plan_verzoeken_total{adres="gezinsplan:plan",methode="GET",status="200"}'
    client = client_van(cast.coordinator)
    client.get(reverse("gezinsplan:plan", args=[cast.gezin.pk]))
    voor = waarde(metingen(), naam)
    client.get(reverse("gezinsplan:plan", args=[cast.gezin.pk]))
    client.get("/een/adres/dat/niet/bestaat/")
    antwoord = metingen()
    assert waarde(antwoord, naam) == voor + 1
    assert waarde(antwoord, 'plan_verzoek_seconden_count{adres="gezinsplan:plan"}') >= 2
    tekst = antwoord.content.decode()
    assert str(cast.gezin.pk) not in tekst
    assert "dat/niet/bestaat" not in tekst


@pytest.mark.django_db
def test_it_asks_little_and_the_same_whatever_there_is(cast, metingen):
    metingen()
    with CaptureQueriesContext(connection) as vragen:
        metingen()
    assert len(vragen) <= 20
    assert all("LIMIT" in vraag["sql"] for vraag in vragen if "COUNT(" in vraag["sql"])
