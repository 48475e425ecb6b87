"""Mijn werk: what is asked of me, ordered by term, and what waits on another (R2); everyone sees only what zicht lets."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import clock
from gezinnen.actions import stop_deelname
from gezinsplan import actions
from gezinsplan.actions import AfspraakGegevens, DoelGegevens
from gezinsplan.looptijd import dag_van
from instanties.models import Leefgebied
from logboek.models import Logregel
from termijnen.models import Klokfout, Kloktik, Termijn
from tests.inloggen import client_van
from werklijst import selectie
from woorden.duur import Duur, Eenheid


@pytest.fixture
def plan(cast):
    """A running plan: the mentor does something at school, the collega something about upbringing."""
    doel = actions.voeg_doel_toe(
        cast.gezin,
        DoelGegevens("Sanne gaat weer naar school", leefgebieden=[Leefgebied.ONDERWIJS], over_wie=[cast.sanne.pk]),
        nu=cast.nu,
        door=cast.coordinator,
    )
    voeg_toe(cast, doel, "Gesprek op school", cast.mentor_in_gezin, Duur(2, Eenheid.WEEK))
    actions.activeer(actions.plan_van(cast.gezin), nu=cast.nu, door=cast.coordinator)
    return doel


def voeg_toe(cast, doel, wat, wie, duur):
    gegevens = AfspraakGegevens(wat=wat, uitvoerders=[wie.pk], start_op=dag_van(cast.nu), termijn=duur)
    return actions.voeg_afspraak_toe(doel, gegevens, nu=cast.nu, door=cast.coordinator)


def tekst(antwoord):
    return " ".join(antwoord.content.decode().split())


@pytest.mark.eis("R2")
@pytest.mark.django_db
def test_it_is_ordered_by_term_hours_first_then_late(cast, plan):
    voeg_toe(cast, plan, "Vandaag bellen", cast.mentor_in_gezin, Duur(2, Eenheid.UUR))
    afspraak = voeg_toe(cast, plan, "Verzuim melden", cast.mentor_in_gezin, Duur(1, Eenheid.DAG))
    Termijn.objects.filter(pk=afspraak.termijn_id).update(
        begint_op=cast.nu - timedelta(days=5), loopt_af_op=cast.nu - timedelta(days=2)
    )
    werk = selectie.mijn_werk(cast.mentor, cast.nu)
    assert werk.aantal == 3
    assert [groep.sleutel for groep in werk.groepen[:2]] == ["dringend", "te_laat"]
    pagina = tekst(client_van(cast.mentor).get("/"))
    assert pagina.index("Vandaag bellen") < pagina.index("Verzuim melden") < pagina.index("Gesprek op school")
    assert "2 dagen te laat" in pagina
    assert "U bent aan zet (3)" in pagina


@pytest.mark.eis("R2")
@pytest.mark.django_db
def test_what_waits_on_another_names_who(cast, plan):
    pagina = tekst(client_van(cast.coordinator).get("/"))
    assert "Wacht op een ander" in pagina
    assert "wacht op J. Willems" in pagina
    assert pagina.index("Wacht op een ander") < pagina.index("Gesprek op school")


@pytest.mark.eis("R2")
@pytest.mark.django_db
def test_nothing_asked_is_said_calmly(cast, plan):
    pagina = tekst(client_van(cast.buitenstaander).get("/"))
    assert "Er wordt nu niets van u gevraagd" in pagina
    assert "De Wit" not in pagina


@pytest.mark.eis("T3")
@pytest.mark.django_db
def test_who_left_the_family_sees_nothing_of_it(cast, plan):
    assert selectie.mijn_werk(cast.mentor, cast.nu).aantal == 1
    stop_deelname(cast.mentor_in_gezin, reden="ander werk", nu=cast.nu, door=cast.coordinator)
    werk = selectie.mijn_werk(cast.mentor, cast.nu)
    assert werk.aantal == 0
    assert werk.gezin_ids == set()
    assert "De Wit" not in tekst(client_van(cast.mentor).get("/"))


@pytest.mark.eis("X1")
@pytest.mark.django_db
def test_the_list_is_in_the_logboek_with_its_ground(cast, plan):
    client_van(cast.mentor).get("/")
    regel = Logregel.objects.get(gebruiker_id=cast.mentor.pk, gezin_id=cast.gezin.pk, url_naam="werklijst:mijn_werk")
    assert "rechtstreeks betrokken" in regel.grondslag
    assert regel.grondslag_ids


@pytest.mark.eis("R2")
@pytest.mark.django_db
def test_queries_dont_grow_with_the_rows(cast, plan):
    client = client_van(cast.mentor)
    client.get("/")

    def tel():
        with CaptureQueriesContext(connection) as vragen:
            assert client.get("/").status_code == 200
        return len(vragen)

    eerst = tel()
    for nummer in range(12):
        voeg_toe(cast, plan, f"Nog iets {nummer}", cast.mentor_in_gezin, Duur(1 + nummer, Eenheid.DAG))
    assert tel() == eerst
    assert eerst < 30


@pytest.mark.eis("R2")
@pytest.mark.django_db
def test_a_long_list_comes_in_pages(cast, plan, monkeypatch):
    monkeypatch.setattr(selectie, "PER_PAGINA", 2)
    for nummer in range(3):
        voeg_toe(cast, plan, f"Taak {nummer}", cast.mentor_in_gezin, Duur(1 + nummer, Eenheid.DAG))
    client = client_van(cast.mentor)
    een, twee = tekst(client.get("/")), tekst(client.get("/", {"pagina": "2"}))
    assert "Taak 0" in een
    assert "Taak 2" not in een
    assert "Taak 2" in twee
    assert "Gesprek op school" in twee
    for onzin in ("0", "-1", "abc", "99999999999999999999", ""):
        assert client.get("/", {"pagina": onzin}).status_code == 200


@pytest.mark.eis("G14")
@pytest.mark.django_db
def test_families_go_on_to_their_own_plan(cast, plan):
    antwoord = client_van(cast.moeder).get("/")
    assert antwoord.status_code == 302
    assert antwoord["Location"] == reverse("gezinsplan:ons_plan")


@pytest.mark.eis("E9")
@pytest.mark.django_db
def test_the_beheerder_sees_whether_the_clock_runs(cast, plan):
    client = client_van(cast.beheerder)
    url = reverse("instanties:beheer")
    assert "De klok staat stil" in tekst(client.get(url))
    Kloktik.objects.update_or_create(pk=1, defaults={"laatste_op": clock.now()})
    assert "De klok staat stil" not in tekst(client.get(url))
    termijn = Termijn.objects.lopend().first()
    Klokfout.objects.create(termijn=termijn, op=clock.now(), melding="ValueError", poging=2)
    pagina = tekst(client.get(url))
    assert "Wat de klok niet kon doen" in pagina
    assert "2 keer geprobeerd" in pagina
    assert "De Wit" not in pagina
    Kloktik.objects.update(laatste_op=clock.now() - timedelta(minutes=10))
    assert "De klok staat stil" in tekst(client.get(url))
