"""What machines that watch are told: that the process answers, and whether the whole can do its work."""

from datetime import timedelta

import pytest
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from config.celery import app
from core import clock
from core.models import ClockHome
from logboek.models import Logregel
from termijnen.actions import bewaak
from termijnen.models import Kloktik
from tests import databases

ALLES = {"database": "ja", "migraties": "ja", "sleutel": "ja", "klok": "ja", "broker": "ja"}


def klaar(**hoe):
    antwoord = Client().get("/klaar/", **hoe)
    return antwoord.status_code, antwoord.json()


@pytest.fixture
def clock_runs(db):
    bewaak(clock.now())


@pytest.fixture
def broker_away(monkeypatch):
    """Nothing listens there."""
    naar = app.connection_for_write
    monkeypatch.setattr(app, "connection_for_write", lambda: naar("redis://127.0.0.1:1/0"))


def test_the_process_answers_without_asking_anything_of_others(django_assert_num_queries, broker_away, db):
    with django_assert_num_queries(0):
        antwoord = Client().get("/gezond/")
    assert (antwoord.status_code, antwoord.json()) == (200, {"proces": "ja"})


def test_ready_when_everything_works(clock_runs):
    assert klaar() == (200, ALLES)


def test_who_asks_from_inside_needs_no_https_and_no_web_address(clock_runs, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["plan.voorbeeld.example"]
    assert klaar(headers={"host": "10.0.0.7:8000"}) == (200, ALLES)
    assert Client().get("/gezond/", headers={"host": "10.0.0.7:8000"}).status_code == 200


def test_without_the_broker_pages_work_so_it_is_ready_and_says_so(clock_runs, broker_away):
    assert klaar() == (200, ALLES | {"broker": "niet"})


@pytest.mark.eis("E9")
def test_a_clock_that_stands_still_is_not_ready(clock_runs):
    Kloktik.objects.update(laatste_op=clock.now() - timedelta(minutes=2))
    assert klaar() == (200, ALLES)
    Kloktik.objects.update(laatste_op=clock.now() - timedelta(minutes=4))
    assert klaar() == (503, ALLES | {"klok": "niet"})


@pytest.mark.eis("E9")
def test_a_clock_that_never_ticked_or_ticked_in_the_future_is_not_ready(clock_runs):
    Kloktik.objects.update(laatste_op=clock.now() + timedelta(hours=1))
    assert klaar() == (503, ALLES | {"klok": "niet"})
    Kloktik.objects.all().delete()
    assert klaar() == (503, ALLES | {"klok": "niet"})


@pytest.mark.eis("E9")
def test_a_clock_that_is_held_is_not_ready_and_says_so(clock_runs):
    ClockHome.objects.update(place="7711033597313665455/1")
    assert klaar() == (503, ALLES | {"klok": "vastgehouden"})


def test_a_version_whose_migrations_were_not_run_is_not_ready(clock_runs, monkeypatch):
    gedaan = MigrationRecorder.applied_migrations

    def zonder_de_laatste(zelf):
        rijen = gedaan(zelf)
        laatste = max(naam for app_naam, naam in rijen if app_naam == "gezinsplan")
        return {sleutel: rij for sleutel, rij in rijen.items() if sleutel != ("gezinsplan", laatste)}

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", zonder_de_laatste)
    assert klaar() == (503, ALLES | {"migraties": "niet"})


def test_without_the_database_the_process_still_answers_and_says_so(fresh_database):
    with databases.pointed_at("bestaat_niet"):
        niets = dict.fromkeys(ALLES, "niet")
        assert klaar() == (503, niets | {"broker": "ja"})
        assert Client().get("/gezond/").status_code == 200
    assert connections["default"].settings_dict["NAME"] == fresh_database.name


@pytest.mark.eis("X1")
def test_asking_leaves_no_trace_and_changes_nothing(clock_runs):
    klaar()
    antwoord = Client().get("/klaar/")
    assert not Logregel.objects.filter(url_naam__contains="klaar").exists()
    assert not antwoord.cookies
    assert antwoord["Cache-Control"] == "no-store"
    assert Client().post("/klaar/").status_code == 405


def test_watching_stays_cheap(clock_runs, django_assert_max_num_queries):
    klaar()
    with django_assert_max_num_queries(5):
        klaar()
    assert connection.is_usable()
