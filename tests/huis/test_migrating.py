"""The quick way of practice and tests to an up-to-date database leaves what `migrate` leaves (start/migrating.py)."""

import contextlib

from django.core.management import call_command
from django.db import connections

from start import migrating
from tests import databases
from tests.form import long_only

OURS = "relnamespace = 'public'::regnamespace"
# What a database consists of: each row says one thing and of what.
CATALOG = {
    "columns": """
        SELECT attrelid::regclass::text, attnum, attname, format_type(atttypid, atttypmod), attnotnull, attidentity,
               attgenerated, pg_get_expr(adbin, adrelid), attcollation, attacl::text
        FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE attnum > 0 AND NOT attisdropped AND attrelid IN (SELECT oid FROM pg_class WHERE {ours})
    """,
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated
        FROM pg_constraint WHERE conrelid IN (SELECT oid FROM pg_class WHERE {ours})
    """,
    "indexes": "SELECT relname, pg_get_indexdef(oid) FROM pg_class WHERE relkind = 'i' AND {ours}",
    "triggers": "SELECT tgname, pg_get_triggerdef(oid), tgenabled FROM pg_trigger WHERE NOT tgisinternal",
    "functions": """
        SELECT proname, pg_get_functiondef(oid), proacl::text
        FROM pg_proc WHERE prokind = 'f' AND pronamespace = 'public'::regnamespace
    """,
    "relations": "SELECT relname, relkind, relacl::text, reloptions, relrowsecurity FROM pg_class WHERE {ours}",
}


def catalog(way: contextlib.AbstractContextManager[None]) -> dict[str, set[str]]:
    """Return what an empty database consists of after all migrations, done this way."""
    with databases.empty() as database, databases.pointed_at(database.name):
        with way:
            call_command("migrate", database="eigenaar", verbosity=0)
        found = {}
        with connections["eigenaar"].cursor() as cursor:
            for what, query in CATALOG.items():
                cursor.execute(query.replace("{ours}", OURS))
                found[what] = {str(row) for row in cursor.fetchall()}
        return found


@long_only("every test works in the tables that the quick way makes")
def test_the_quick_way_makes_the_same_tables(fresh_database):
    plain, quick = catalog(contextlib.nullcontext()), catalog(migrating.quickly())
    assert all(plain.values())
    for what in CATALOG:
        assert quick[what] ^ plain[what] == set(), what
