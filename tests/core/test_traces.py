"""What passes through database and broker stays off their disks (X6)."""

import re

import pytest
import yaml
from django.db import DatabaseError, connection, transaction

from core import checks, traces
from start.paths import ROOT, VAR

pytestmark = pytest.mark.eis("X6")
LOG = VAR / "test" / "postgres.log"
SERVICES = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
GUIDE = (ROOT / "docs" / "installeren.md").read_text()


def test_the_two_ways_of_installing_set_what_is_asked_at_the_start():
    example = (ROOT / "deploy" / "postgresql.conf").read_text()
    assert dict(re.findall(r"^(\w+) = (\S+)$", example, re.M)) == traces.LOG_SETTINGS
    command = SERVICES["database"]["command"]
    assert command[0] == "postgres"
    assert dict(part.split("=") for part in command[1:] if part != "-c") == traces.LOG_SETTINGS
    given = dict(re.findall(r"^(\w+) (\S+)$", (ROOT / "deploy" / "redis.conf").read_text(), re.M))
    assert {name: value.strip('"') for name, value in given.items()} == traces.BROKER_SETTINGS
    broker = SERVICES["broker"]["command"]
    assert {name: broker[broker.index(f"--{name}") + 1] for name in traces.BROKER_SETTINGS} == traces.BROKER_SETTINGS
    assert "deploy/postgresql.conf" in GUIDE and "deploy/redis.conf" in GUIDE


@pytest.mark.django_db
def test_the_servers_of_the_tests_are_as_production_asks():
    assert traces.of_the_database("default") == traces.of_the_broker() == []
    assert checks.nothing_stays_behind(databases=["default"]) == []


@pytest.mark.django_db
def test_it_is_said_what_is_set_otherwise(monkeypatch):
    monkeypatch.setitem(traces.LOG_SETTINGS, "log_error_verbosity", "default")
    monkeypatch.setitem(traces.BROKER_SETTINGS, "save", "60 1")
    assert [found.id for found in checks.nothing_stays_behind(databases=["default"])] == ["core.W005", "core.W006"]


@pytest.mark.django_db
@pytest.mark.skipif(not LOG.exists(), reason="the database is somebody else's: its log can't be read")
def test_a_refused_row_and_a_failed_statement_leave_no_word_in_the_log_of_the_database(cast):
    word, before = "zwervende-ooievaar", LOG.stat().st_size
    for statement in (
        "INSERT INTO gezinnen_gezin (id, naam) VALUES (gen_random_uuid(), %s)",
        "SELECT bestaat_niet FROM gezinnen_gezin WHERE naam = %s",
        "UPDATE gezinnen_gezin SET nummer = NULL, naam = %s",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, [word])
    with LOG.open() as log:
        log.seek(before)
        written = log.read()
    # That something went wrong is there, of what it was not a word.
    assert "ERROR" in written
    assert word not in written
    assert "INSERT INTO gezinnen_gezin" not in written
