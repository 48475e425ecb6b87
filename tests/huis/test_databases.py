"""The two database roles and the fresh copy that tests with real commits get."""

import psycopg
import pytest
from django.db import connection, connections, transaction

from tests import databases


@pytest.mark.django_db
def test_the_system_works_as_a_role_that_owns_nothing():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == ("app", False, False)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = 'app'")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_the_app_may_not_change_tables():
    with pytest.raises(Exception, match="must be owner"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE django_session ADD COLUMN extra text")


def test_a_fresh_database_commits_for_real_and_is_gone_afterwards(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        with databases.copy() as first, databases.copy() as second:
            assert first.name != second.name
            assert connection.settings_dict["NAME"] == second.name == connections["eigenaar"].settings_dict["NAME"]
            with psycopg.connect(second.environment["TEST_DATABASE_URL"]) as other:
                assert other.info.dbname == second.name
        with psycopg.connect(first.environment["TEST_EIGENAAR_URL"].replace(first.name, "gezin")) as owner:
            names = {name for (name,) in owner.execute("SELECT datname FROM pg_database")}
        assert not {first.name, second.name} & names


def test_a_test_with_a_fresh_database_sees_its_own_commits(fresh_database):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO django_session VALUES ('sleutel', 'inhoud', now())")
    with psycopg.connect(fresh_database.environment["TEST_DATABASE_URL"]) as other:
        assert other.execute("SELECT count(*) FROM django_session").fetchone() == (1,)


def test_a_new_template_begins_with_the_one_that_is_nearest():
    templates = {
        "of_nobody": None,
        "first": "2026-11-29 10:00 base a",
        "second": "2026-11-29 11:00 base a b",
        "other_migration": "2026-11-29 12:00 base a b2 c",
        "other_rights": "2026-11-29 13:00 base2 a b",
    }
    assert databases.nearest(templates, ["base", "a", "b", "c"]) == "second"
    assert databases.nearest(templates, ["base", "a", "c"]) == "first"
    assert databases.nearest(templates, ["base", "b"]) is None
    assert databases.nearest({}, ["base"]) is None
