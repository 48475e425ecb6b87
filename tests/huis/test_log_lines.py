"""The technical log: one JSON object per line, and nothing in it of whom it was about."""

import io
import json
import logging
import smtplib

import pytest
from celery import shared_task
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from core.log_lines import JsonLines, configuration
from tests.cast import WACHTWOORD
from tests.inloggen import client_van

MERK = "Merkwaardig-Vandermeulen"


@pytest.fixture
def regels():
    """What production would write, line by line."""
    uit = io.StringIO()
    handler = logging.StreamHandler(uit)
    handler.setFormatter(JsonLines())
    wortel = logging.getLogger()
    niveau = wortel.level
    wortel.addHandler(handler)
    wortel.setLevel(logging.INFO)
    yield lambda: [json.loads(regel) for regel in uit.getvalue().splitlines()]
    wortel.removeHandler(handler)
    wortel.setLevel(niveau)


def verzoeken(regels):
    return [regel for regel in regels() if regel["van"] == "config.metingen"]


@pytest.mark.django_db
def test_a_line_names_the_address_as_the_code_does(cast, regels):
    client_van(cast.coordinator).get(reverse("gezinsplan:plan", args=[cast.gezin.pk]), {"q": MERK})
    regel = verzoeken(regels)[-1]
    assert (regel["adres"], regel["methode"], regel["status"]) == ("gezinsplan:plan", "GET", 200)
    assert regel["ms"] >= 0
    assert len(regel["verzoek"]) == 16
    assert set(regel) <= {"op", "niveau", "van", "plek", "tekst", "verzoek", "adres", "methode", "status", "ms"}


@pytest.mark.django_db
def test_nothing_of_anybody_stands_in_the_log_whatever_goes_wrong(cast, regels, monkeypatch, settings):

    plan = reverse("gezinsplan:plan", args=[cast.gezin.pk])
    client = client_van(cast.coordinator, raise_request_exception=False, REMOTE_ADDR="192.0.2.77")
    # Pages, addresses that don't exist, and what was typed in forms.
    client.get(plan, {"zoek": MERK})
    client.get(f"/bestaat-niet/{cast.gezin.pk}/{MERK}/")
    client.get(reverse("gezinsplan:plan", args=[cast.moeder.pk]))
    client.post(reverse("instanties:welkom"), {"naam": MERK, "code": MERK})
    Client().post(reverse("account_login"), {"login": f"{MERK}@voorbeeld.example", "password": MERK})
    Client().post(reverse("account_login"), {"login": cast.moeder.inlognaam, "password": WACHTWOORD})
    Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": MERK, "password": MERK})
    Client(HTTP_HOST=f"{MERK}.example").get("/")

    # A page that breaks on what somebody typed.
    def breekt(*args, **kwargs):
        naam = MERK
        try:
            raise IntegrityError(f"Key (email)=({naam}) already exists")
        except IntegrityError as fout:
            raise ValueError(f"{naam} {cast.moeder.email}") from fout

    monkeypatch.setattr("werklijst.views.render", breekt)
    assert client.get("/").status_code == 500

    # A mail server that names the receiver when it refuses.
    def weigert(*args, **kwargs):
        raise smtplib.SMTPRecipientsRefused({cast.moeder.email: (550, MERK.encode())})

    monkeypatch.setattr(mail.EmailMessage, "send", weigert)
    Client().post(reverse("account_reset_password"), {"email": cast.moeder.email})
    # A task that fails with what it was given.
    mislukt.apply(args=[MERK], kwargs={"gezin": str(cast.gezin.pk)})
    logging.getLogger("termijnen.actions.klok").error("Termijn %s: %s", cast.gezin.pk, ValueError(MERK))
    logging.getLogger("een.vreemd.pakket").warning(f"tekst over {MERK}")

    tekst = json.dumps(regels(), ensure_ascii=False)
    assert len(regels()) > 10
    assert "builtins.ValueError" in tekst and "django.db.utils.IntegrityError" in tekst
    verboden = [MERK, cast.moeder.email, cast.moeder.naam, cast.coordinator.naam, cast.coordinator.inlognaam]
    verboden += [str(cast.gezin.pk), str(cast.moeder.pk), WACHTWOORD, "192.0.2.77", client.session.session_key]
    assert [
        (woord, regel) for woord in verboden for regel in regels() if woord in json.dumps(regel, ensure_ascii=False)
    ] == []


@shared_task
def mislukt(*args, **kwargs):
    raise RuntimeError(f"{args} {kwargs}")


@pytest.mark.django_db
def test_lines_of_one_request_share_a_number_that_the_answer_names_too(cast, regels, monkeypatch):
    def breekt(*args, **kwargs):
        raise ValueError

    monkeypatch.setattr("werklijst.views.render", breekt)
    antwoord = client_van(cast.coordinator, raise_request_exception=False).get("/")
    nummer = antwoord.headers["X-Verzoek"]
    assert len([regel for regel in regels() if regel.get("verzoek") == nummer]) >= 2


def test_an_exception_keeps_where_it_was_and_loses_what_it_said(regels):
    try:
        raise KeyError(MERK)
    except KeyError:
        logging.getLogger("core.nudge").exception("Taak %s mislukt na %d keer", MERK, 3)
    regel = regels()[-1]
    assert regel["tekst"] == "Taak … mislukt na 3 keer"
    assert regel["fout"][0]["soort"] == "builtins.KeyError"
    assert "tests/huis/test_log_lines.py" in regel["fout"][0]["spoor"][-1]
    assert MERK not in json.dumps(regel)


def test_what_is_wrong_with_the_settings_is_said(regels):
    try:
        raise ImproperlyConfigured("SECRET_KEY ontbreekt")
    except ImproperlyConfigured:
        logging.getLogger("gunicorn.error").exception("Exception in worker process")
    assert regels()[-1]["fout"][0]["tekst"] == "SECRET_KEY ontbreekt"


def test_nobody_else_gets_the_errors():
    alles = json.dumps(configuration())
    assert "mail" not in alles.lower()
    assert {handler["class"] for handler in configuration()["handlers"].values()} == {"logging.StreamHandler"}
