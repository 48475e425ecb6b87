"""What the database refuses to the role of the app, so that no statement of it leaves no history (G7, X1, X6).

Rows of history are written by triggers, of pgtrigger and pghistory. Both make their functions anew with each migration that
adds a trigger; a database that was put back has the rights of a new one. So this is put back after every migration
(core/apps.py) and after every restore (`logboek_hervat`), and asked at every start (core/checks.py).
"""

from collections.abc import Iterator

from django.conf import settings
from django.db import connections

# A trigger could be told to look away by a setting that anybody may set in a session.
_NEVER_IGNORED = """
    CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name NAME) RETURNS boolean LANGUAGE plpgsql AS
    'BEGIN RETURN FALSE; END'
"""
# Who and where of a change is written once, whole, before its first row. Whoever names it again must say the same: so it is
# never rewritten, and nobody's changes can be put under the name of an earlier one.
_WRITTEN_ONCE = """
    CREATE OR REPLACE FUNCTION public._pgh_attach_context() RETURNS public.pghistory_context.id%TYPE AS $$
    DECLARE
        given_id UUID := nullif(current_setting('pghistory.context_id', true), '');
        given_metadata JSONB := nullif(current_setting('pghistory.context_metadata', true), '');
    BEGIN
        IF given_id IS NULL OR given_metadata IS NULL THEN
            RETURN NULL;
        END IF;
        INSERT INTO public.pghistory_context (id, metadata, created_at, updated_at)
            VALUES (given_id, given_metadata, now(), now()) ON CONFLICT (id) DO NOTHING;
        IF NOT FOUND AND given_metadata <> (SELECT metadata FROM public.pghistory_context WHERE id = given_id) THEN
            RAISE EXCEPTION 'the context of this history was written before, with other words';
        END IF;
        RETURN given_id;
    END
    $$ LANGUAGE plpgsql
"""
# Every table of history, those of a later migration too: pghistory gives each this column.
_HISTORY = """
    SELECT format('%I', c.relname) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'pgh_id'
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    UNION ALL SELECT 'pghistory_context' WHERE to_regclass('public.pghistory_context') IS NOT NULL ORDER BY 1
"""
# A table of its own under the name of one of history would be written instead of it.
NO_TABLES_OF_ITS_OWN = (
    "REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC",
    "ALTER DATABASE {database} SET search_path = public",
)

_OPEN = f"""
    SELECT unnest(ARRAY[
        CASE WHEN has_database_privilege(current_database(), 'TEMPORARY') THEN 'tijdelijke tabellen' END,
        CASE WHEN has_schema_privilege('public', 'CREATE') THEN 'eigen tabellen' END,
        CASE WHEN current_setting('search_path') <> 'public' THEN 'search_path' END,
        CASE WHEN to_regproc('public._pgtrigger_should_ignore') IS NOT NULL AND pg_get_functiondef(
            to_regproc('public._pgtrigger_should_ignore')) LIKE '%pgtrigger.ignore%' THEN 'pgtrigger.ignore' END,
        CASE WHEN to_regproc('public._pgh_attach_context') IS NOT NULL AND pg_get_functiondef(
            to_regproc('public._pgh_attach_context')) LIKE '%DO UPDATE%' THEN 'de context van pghistory' END,
        (SELECT 'rijen van geschiedenis' FROM ({_HISTORY}) AS history(name)
            WHERE has_table_privilege(name, 'UPDATE, DELETE, TRUNCATE') LIMIT 1)
    ])
"""  # noqa: S608 - our own words only


def harden(alias: str) -> None:
    """Let the database behind the connection of its owner refuse all this. Doing it again does no harm."""
    with connections[alias].cursor() as cursor:
        for statement in _statements(alias):
            cursor.execute(statement)


def _statements(alias: str) -> Iterator[str]:
    quote = connections[alias].ops.quote_name
    for statement in NO_TABLES_OF_ITS_OWN:
        yield statement.format(database=quote(connections[alias].settings_dict["NAME"]))
    with connections[alias].cursor() as cursor:
        cursor.execute(_HISTORY)
        tables = [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [settings.DATABASE_APP_ROL])
        if tables and cursor.fetchone():
            yield f"REVOKE UPDATE, DELETE, TRUNCATE ON {', '.join(tables)} FROM {quote(settings.DATABASE_APP_ROL)}"
    if tables:
        yield _NEVER_IGNORED
        yield _WRITTEN_ONCE


def open_to(alias: str) -> list[str]:
    """By what the role of this connection could still change something without its history, in words; one question."""
    with connections[alias].cursor() as cursor:
        cursor.execute(_OPEN)
        return [row[0] for row in cursor.fetchall() if row[0]]
