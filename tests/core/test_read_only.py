"""Looking at a page changes nothing (invariant 6)."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session

from core.read_only import WriteWhileReading, refused_table
from logboek.models import Logregel

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.adressen")]


@pytest.mark.parametrize("methode", ["get", "head", "options"])
def test_a_page_that_writes_while_reading_is_refused(client, methode):
    with pytest.raises(WriteWhileReading, match="auth_group"):
        getattr(client, methode)("/schrijvend/")
    assert not Group.objects.exists()


def test_the_same_page_may_write_by_a_post(client):
    assert client.post("/schrijvend/").status_code == 200
    assert Group.objects.count() == 1


def test_the_refusal_ends_with_the_request(client):
    with pytest.raises(WriteWhileReading):
        client.get("/schrijvend/")
    Group.objects.create(name="daarna")
    assert Group.objects.count() == 1


def test_logging_in_by_a_get_writes_its_own_tables_only(client):
    gebruiker = get_user_model().objects.create_user("roos", naam="Roos de Vries")
    assert client.get(f"/inloggend/{gebruiker.pk}/").status_code == 200
    gebruiker.refresh_from_db()
    assert gebruiker.last_login is not None
    assert Session.objects.exists()
    assert Logregel.objects.filter(gebruiker_id=gebruiker.pk, handeling="aanmelden").count() == 1


def test_another_change_of_a_user_is_refused(client):
    gebruiker = get_user_model().objects.create_user("roos", naam="Roos de Vries")
    with pytest.raises(WriteWhileReading, match="instanties_gebruiker"):
        client.get("/naam-wijzigend/")
    gebruiker.refresh_from_db()
    assert gebruiker.naam == "Roos de Vries"


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM \"gezinnen_gezin\" WHERE naam = '; DELETE FROM gezinnen_gezin'",
        'SELECT 1 FROM "gezinnen_gezin" WHERE (a = 1) FOR UPDATE',
        'WITH t AS (SELECT 1) SELECT * FROM t -- ; UPDATE "gezinnen_gezin" SET a = 1',
        "SAVEPOINT s1",
        "SET LOCAL statement_timeout = 100",
        'INSERT INTO "logboek_regel" ("id") VALUES (%s) ON CONFLICT ("id") DO NOTHING',
        'INSERT INTO "logboek_regel" ("id") VALUES (%s) ON CONFLICT ("id") DO UPDATE SET "a" = 1',
        'DELETE FROM "django_session" WHERE a = 1',
        'UPDATE "mfa_authenticator" SET "last_used_at" = %s',
        'UPDATE "instanties_gebruiker" SET "last_login" = %s WHERE "instanties_gebruiker"."id" = %s',
    ],
)
def test_what_reading_may_do(sql):
    assert refused_table(sql) is None


@pytest.mark.parametrize(
    ("sql", "tabel"),
    [
        ('insert into "gezinnen_gezin" ("id") VALUES (%s)', "gezinnen_gezin"),
        ('\n /* waarom */ UPDATE ONLY public."gezinnen_gezin" SET a = 1', "gezinnen_gezin"),
        ('SELECT set_config(%s, %s, true); UPDATE "gezinnen_gezin" SET a = 1', "gezinnen_gezin"),
        ("WITH weg AS (DELETE FROM gezinnen_gezin RETURNING *) SELECT * FROM weg", "gezinnen_gezin"),
        ("WITH t AS (SELECT 1) INSERT INTO gezinnen_gezin SELECT * FROM t", "gezinnen_gezin"),
        ('INSERT INTO "logboek_regel" SELECT 1; DELETE FROM "gezinnen_gezin"', "gezinnen_gezin"),
        ('UPDATE "berichten_bericht" SET "gelezen_op" = %s', "berichten_bericht"),
        ('UPDATE "instanties_gebruiker" SET "last_login" = %s, "naam" = %s WHERE a = 1', "instanties_gebruiker"),
        ('TRUNCATE "gezinnen_gezin"', "gezinnen_gezin"),
        ("DROP TABLE gezinnen_gezin", "TABLE"),
    ],
)
def test_what_reading_may_not_do(sql, tabel):
    assert refused_table(sql) == tabel
