"""Nothing that the role of the app can say changes a family's rows without their history (G7, X1, X6)."""

import uuid
from io import StringIO

import pghistory
import psycopg
import pytest
from django.core.management import call_command
from django.db import DatabaseError, ProgrammingError, connection, transaction

from core import checks, hardening
from core.named import keys_for
from gezinnen.models import (
    Gezin,
    GezinEvent,  # type: ignore[attr-defined]
)

pytestmark = pytest.mark.eis("G7", "X1", "X6")


def say(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture
def family(cast):
    return cast.gezin


def history_of(family):
    return GezinEvent.objects.filter(pgh_obj_id=family.pk).count()


@pytest.mark.django_db
def test_triggers_cant_be_told_to_look_away(family):
    before = history_of(family)
    [trigger] = [naam for naam in triggers_of("gezinnen_gezin") if "update" in naam]
    say("SELECT set_config('pgtrigger.ignore', %s, true)", "{" + trigger + "}")
    Gezin.objects.filter(pk=family.pk).update(**keys_for(Gezin, "Iets Anders"))
    assert history_of(family) == before + 1


def triggers_of(table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", [table])
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TEMP TABLE gezinnen_gezinevent (LIKE gezinnen_gezinevent)",
        "CREATE TABLE gezinnen_gezinevent_2 (id int)",
        "CREATE SCHEMA van_mij",
        "UPDATE gezinnen_gezinevent SET naam = 'x'",
        "DELETE FROM gezinnen_gezinevent",
        "UPDATE pghistory_context SET metadata = '{}'",
        "DELETE FROM pghistory_context",
        "ALTER TABLE gezinnen_gezin DISABLE TRIGGER USER",
        "SET session_replication_role = replica",
    ],
)
def test_what_would_stand_in_the_way_of_history_is_refused(family, statement):
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), transaction.atomic():
        say(statement)


@pytest.mark.django_db
def test_no_table_of_history_is_open(family):
    assert hardening.open_to("default") == []
    assert checks.history_cant_be_evaded(databases=["default"]) == []


@pytest.mark.django_db
def test_who_changed_it_is_written_once_and_whole(family):
    with pghistory.context(user="iemand"):
        Gezin.objects.filter(pk=family.pk).update(**keys_for(Gezin, "Een"))
        Gezin.objects.filter(pk=family.pk).update(**keys_for(Gezin, "Twee"))
        first, second = GezinEvent.objects.filter(pgh_obj_id=family.pk).order_by("-pgh_id")[:2]
        assert first.pgh_context_id == second.pgh_context_id
        pghistory.context(user="een ander")
        with pytest.raises(DatabaseError, match="written before"), transaction.atomic():
            Gezin.objects.filter(pk=family.pk).update(**keys_for(Gezin, "Drie"))
    first.pgh_context.refresh_from_db()
    assert first.pgh_context.metadata == {"user": "iemand"}


@pytest.mark.django_db
def test_nobodys_change_can_be_put_under_an_earlier_name(family):
    with pghistory.context(user="iemand"):
        Gezin.objects.filter(pk=family.pk).update(**keys_for(Gezin, "Een"))
    earlier = GezinEvent.objects.filter(pgh_obj_id=family.pk).latest("pgh_id").pgh_context_id
    say("SELECT set_config('pghistory.context_id', %s, true)", str(earlier))
    say("""SELECT set_config('pghistory.context_metadata', '{"user": "een ander"}', true)""")
    with pytest.raises(DatabaseError, match="written before"), transaction.atomic():
        say("UPDATE gezinnen_gezin SET gemaakt_op = now()")
    say("SELECT set_config('pghistory.context_id', %s, true)", str(uuid.uuid4()))
    say("UPDATE gezinnen_gezin SET gemaakt_op = now()")


@pytest.mark.heavy("a copy of the database, with its owner")
def test_a_database_that_was_put_back_is_closed_again_and_says_so_until_then(fresh_database):
    with psycopg.connect(fresh_database.environment["TEST_EIGENAAR_URL"], autocommit=True) as owner:
        owner.execute(f'GRANT TEMPORARY ON DATABASE "{fresh_database.name}" TO PUBLIC')
        owner.execute("GRANT UPDATE ON gezinsplan_doelevent TO app")
    [found] = checks.history_cant_be_evaded(databases=["default"])
    assert found.msg.endswith("tijdelijke tabellen, rijen van geschiedenis.")
    call_command("logboek_hervat", stdout=StringIO())
    assert checks.history_cant_be_evaded(databases=["default"]) == []
    with pytest.raises(DatabaseError):
        say("CREATE TEMP TABLE van_mij (id int)")
