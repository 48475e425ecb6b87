"""The logboek can't be changed, and without it nothing is shown or done (X1)."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import ProgrammingError, connection, connections, transaction
from django.test import Client
from django.utils import timezone

from core.models import Processed
from logboek.actions import LogboekFout, schrijf
from logboek.models import Handeling, Logregel

pytestmark = pytest.mark.eis("X1")

GEZIN = uuid.uuid4()


def vraag(alias, sql, params=None):
    with connections[alias].cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall() if cursor.description else None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE logboek_regel SET gebruiker_naam = 'Iemand Anders'",
        "DELETE FROM logboek_regel",
        "TRUNCATE logboek_regel",
        "DROP TABLE logboek_regel",
        "ALTER TABLE logboek_regel DISABLE TRIGGER ALL",
        "DELETE FROM logboek_regel_default",
        "INSERT INTO logboek_regel_default SELECT * FROM logboek_regel",
        "SELECT logboek_maak_maand('2030-01-01')",
    ],
)
def test_the_app_can_only_add_and_read(sql):
    schrijf(Handeling.BEKIJKEN, gezin_id=GEZIN)
    assert vraag("default", "SELECT current_user") == [("app",)]
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), transaction.atomic():
        vraag("default", sql)
    assert Logregel.objects.filter(gezin_id=GEZIN).count() == 1


@pytest.mark.django_db
def test_the_partition_of_this_month_is_closed_to_the_app():
    deel = f"logboek_regel_{datetime.now(UTC):%Y_%m}"
    for sql in ("SELECT * FROM %s", "DELETE FROM %s", "UPDATE %s SET melding = 'x'"):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            vraag("default", sql % deel)


@pytest.fixture
def closed_logboek(fresh_database):
    """A logboek in which nothing can be written any more."""
    vraag("eigenaar", "REVOKE INSERT ON logboek_regel FROM app")


@pytest.mark.urls("tests.logboek.adressen")
def test_a_page_that_cannot_be_logged_is_not_shown(closed_logboek):
    antwoord = Client().get(f"/plan/{GEZIN}/")
    assert antwoord.status_code == 503
    assert "Sanne" not in antwoord.content.decode()
    assert "Probeer het over een minuut opnieuw" in antwoord.content.decode()


@pytest.mark.urls("tests.logboek.adressen")
def test_an_act_that_cannot_be_logged_is_undone(closed_logboek):
    assert Client().post(f"/wijzigen/{GEZIN}/").status_code == 503
    assert not Processed.objects.exists()


@pytest.mark.urls("tests.logboek.adressen")
def test_a_list_is_not_shown_in_part(closed_logboek):
    assert b"vijftig" not in Client().get("/gezinnen/").content


def test_writing_says_so_when_it_fails(closed_logboek):
    with pytest.raises(LogboekFout):
        schrijf(Handeling.WIJZIGEN, gezin_id=GEZIN)


def maanden():
    rijen = vraag(
        "eigenaar",
        "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'logboek_regel'::regclass ORDER BY 1",
    )
    return [naam for (naam,) in rijen]


def test_months_are_made_ahead_and_doing_it_again_makes_nothing(fresh_database, capsys):
    call_command("logboek_maanden", vooruit=14)
    eerste = maanden()
    call_command("logboek_maanden", vooruit=14)
    assert maanden() == eerste
    assert len(eerste) == 16  # this month, fourteen more, and the default
    assert capsys.readouterr().out.splitlines()[-1] == "0 maanden gemaakt."


def test_a_month_that_nobody_made_loses_nothing(fresh_database):
    ver_weg = timezone.now() + timedelta(days=200)
    Logregel.objects.create(op=ver_weg, handeling=Handeling.BEKIJKEN, gezin_id=GEZIN)
    assert vraag("eigenaar", "SELECT count(*) FROM logboek_regel_default") == [(1,)]

    call_command("logboek_maanden", vooruit=12, verbosity=0)

    assert vraag("eigenaar", "SELECT count(*) FROM logboek_regel_default") == [(0,)]
    assert Logregel.objects.get(gezin_id=GEZIN).op == ver_weg
    with pytest.raises(ProgrammingError, match="permission denied"):
        vraag("default", ver_weg.astimezone(UTC).strftime("DELETE FROM logboek_regel_%Y_%m"))


@pytest.mark.django_db
def test_the_log_of_one_month_is_read_from_one_partition():
    with connection.cursor() as cursor:
        cursor.execute(
            "EXPLAIN SELECT * FROM logboek_regel WHERE op >= %s AND op < %s",
            [datetime(2026, 12, 5, tzinfo=UTC), datetime(2026, 12, 6, tzinfo=UTC)],
        )
        plan = "\n".join(rij[0] for rij in cursor.fetchall())
    assert "Append" not in plan
