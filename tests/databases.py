"""Databases for tests: one migrated template, made once per state of the migrations, and cheap copies of it."""

import contextlib
import dataclasses
import hashlib
import itertools
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import django
import psycopg
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from core import hardening
from start import migrating

ALIASES = {"default": "TEST_DATABASE_URL", "eigenaar": "TEST_EIGENAAR_URL"}
TEMPLATES_KEPT = 3
RIGHTS = Path(settings.BASE_DIR) / "deploy" / "rechten.sql"

TEMPLATES = """
    SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database WHERE datname ~ '^sjabloon_[0-9a-f]+$'
"""
_numbers = itertools.count(1)


@dataclasses.dataclass(frozen=True)
class Database:
    """One database of a test, and its addresses for the two roles."""

    name: str

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment variables with which another process works in this database."""
        return {variable: _with_name(os.environ[variable], self.name) for variable in ALIASES.values()}


@contextlib.contextmanager
def copy() -> Iterator[Database]:
    """Yield a fresh copy of the migrated database, with both connections of this process pointed at it; drop it after.

    Threads started by the test must close their own connections. What was connected to before is connected to again.
    """
    with made() as database, pointed_at(database.name):
        yield database


@contextlib.contextmanager
def made(of: str | None = None) -> Iterator[Database]:
    """Yield a fresh copy of the migrated database, with nothing connected to it; drop it after.

    `of`: of this database instead, that nothing may be connected to.
    """
    name = f"t_{os.getpid()}_{next(_numbers)}"
    _create(name, of or template())
    try:
        yield Database(name)
    finally:
        _drop(name)


@contextlib.contextmanager
def empty() -> Iterator[Database]:
    """Yield a database in which no migration was done yet; drop it after."""
    name = f"t_{os.getpid()}_{next(_numbers)}"
    _create_empty(name)
    try:
        yield Database(name)
    finally:
        _drop(name)


def renew(database: Database) -> None:
    """Make this copy afresh under its own name. Whoever is connected to it must connect anew."""
    close()
    _drop(database.name)
    _create(database.name, template())


def _create_empty(name: str) -> None:
    with _server() as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    with psycopg.connect(_with_name(os.environ["TEST_EIGENAAR_URL"], name), autocommit=True) as owner:
        owner.execute(RIGHTS.read_text())


def _create(name: str, template: str) -> None:
    with _server() as server:
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        # A new database has its own rights, as one that was put back has: closed as production's.
        for statement in hardening.NO_TABLES_OF_ITS_OWN:
            server.execute(sql.SQL(statement).format(database=sql.Identifier(name)))


def _drop(name: str) -> None:
    with _server() as server:
        for attempt in range(20):
            try:
                server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
                return
            except psycopg.errors.InsufficientPrivilege:
                # The server's own clean-up (autovacuum) is at work in it, which the role owner may not end; it is brief.
                if attempt == 19:
                    raise
                time.sleep(0.25)


@contextlib.contextmanager
def pointed_at(name: str) -> Iterator[None]:
    """Point both aliases at the database `name` for as long as the block lasts."""
    before = {alias: connections.settings[alias]["NAME"] for alias in ALIASES}
    point_at(name)
    try:
        yield
    finally:
        _point(before)


def point_at(name: str) -> None:
    """Point both aliases at the database `name` from now on."""
    _point(dict.fromkeys(ALIASES, name))


def sweep() -> None:
    """Drop what killed runs left behind; a large bench does so before it begins."""
    with _server() as server:
        server.execute("SELECT pg_advisory_lock(hashtext('sjabloon'))")
        _clean_up(server)


def close() -> None:
    """Close the connections of this thread."""
    for alias in ALIASES:
        connections[alias].close()


def _point(names: dict[str, str]) -> None:
    for alias, name in names.items():
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = connections.settings[alias]["NAME"] = name


def template(until: dict[str, str] | None = None) -> str:
    """Return the name of the template for the migrations as they are now; make it when it is not there.

    `until`: as they were when these were the last of each app. Nothing else than the migrations is done then.
    """
    state = _state_of_migrations(until)
    name = f"sjabloon_{hashlib.sha256(''.join(state).encode()).hexdigest()[:12]}"
    with _server() as server:
        # One session makes it, the others wait: two test runs may start together.
        server.execute("SELECT pg_advisory_lock(hashtext('sjabloon'))")
        if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return name
        _clean_up(server)
        making = f"{name}_wordt"
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(making)))
        if base := nearest(dict(server.execute(TEMPLATES).fetchall()), state):
            _create(making, base)
        else:
            _create_empty(making)
        with pointed_at(making), migrating.quickly():
            if until is None or state == _state_of_migrations():
                call_command("migrate", database="eigenaar", verbosity=0)
            else:
                MigrationExecutor(connections["eigenaar"]).migrate(list(until.items()))
        server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(making), sql.Identifier(name)))
        comment = " ".join([_now(server), *state])
        server.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), sql.Literal(comment)))
    return name


def nearest(templates: dict[str, str | None], state: list[str]) -> str | None:
    """Return the template that needs the fewest migrations more: what was done in it, is to be done here and comes first.

    `templates`: the comment of each, by name: when it was made and its state.
    """
    made = {name: comment.split()[2:] for name, comment in templates.items() if comment}
    usable = [name for name, done in made.items() if done and done[0] == state[0] and set(done) <= set(state)]
    return max(usable, key=lambda name: len(made[name]), default=None)


def _state_of_migrations(until: dict[str, str] | None = None) -> list[str]:
    """Return what the template is made of: what goes for all of it, every migration with its contents, what comes after them."""
    state = [f"{django.VERSION} {RIGHTS.read_text()}".encode()]
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        for file in sorted((Path(app.path) / "migrations").glob("*.py")):
            if until is not None and file.stem > until.get(app.label, ""):
                continue
            state.append(f"{app.label} {file.name}\0".encode() + file.read_bytes())
    state.append(Path(hardening.__file__).read_bytes())
    return [hashlib.sha256(part).hexdigest()[:12] for part in state]


def _server() -> psycopg.Connection:
    """Connect to the server as owner, to make and drop databases.

    By the database that every server has: an advisory lock holds within one database only, and all must share it.
    """
    return psycopg.connect(_with_name(os.environ["TEST_EIGENAAR_URL"], "postgres"), autocommit=True)


def _clean_up(server: psycopg.Connection) -> None:
    """Drop old templates, and copies whose test run was killed."""
    query = """
        SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database
        WHERE datname ~ '^(sjabloon|t)_' ORDER BY 2 DESC NULLS LAST
    """
    names = [name for name, _made_at in server.execute(query)]
    old = [name for name in names if name.startswith("sjabloon_")][TEMPLATES_KEPT:]
    for name in names:
        copied_by = re.fullmatch(r"t_(\d+)_\d+", name)
        if name in old or (copied_by and not _runs(int(copied_by[1]))):
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _now(server: psycopg.Connection) -> str:
    return str(server.execute("SELECT clock_timestamp()").fetchone()[0])


def _with_name(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
