"""A GET changes nothing but the logboek and the login's own tables (invariant 6): held on the connection itself."""

import re
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache, lru_cache
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connections
from django.http import HttpRequest, HttpResponse

READING_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

# The logboek (X1), sessions and the cache table, and what logging in writes about itself. Nothing of a family.
TABLES = frozenset({"logboek_regel", "django_session", "core_cache"})
PREFIXES = ("account_", "mfa_", "usersessions_", "socialaccount_")

_COMMENT_OR_TEXT = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'", re.DOTALL)
# A writing verb counts where a statement may begin: at the start, after `;`, inside a CTE, or behind the CTEs.
_WRITES = re.compile(
    r"(?:(?:^|[;()])\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO)|"
    r"(?:^|;)\s*(?:TRUNCATE|COPY|CREATE|ALTER|DROP|GRANT|REVOKE|CALL|DO|REFRESH|REINDEX|LOCK|NOTIFY|COMMENT))\b"
    r"\s*(?:ONLY\s+)?(?P<tabel>(?:\"?\w+\"?\.)?\"?\w+\"?)?",
    re.IGNORECASE,
)


class WriteWhileReading(RuntimeError):
    """A GET tried to change data. The page must do this by a POST, or not at all."""


@cache
def _last_login() -> re.Pattern[str]:
    """The one change of a user's own row that logging in makes; an OpenID Connect login ends in a GET."""
    table = re.escape(get_user_model()._meta.db_table)
    return re.compile(rf'^\s*UPDATE\s+"{table}"\s+SET\s+"last_login"\s*=\s*%s\s+WHERE\b', re.IGNORECASE)


# Pages ask the same few hundred questions: each is read once per process, not at every page.
@lru_cache(maxsize=512)
def refused_table(sql: str) -> str | None:
    """The table that `sql` would write and that reading may not touch; None when the statement may pass."""
    for found in _WRITES.finditer(_COMMENT_OR_TEXT.sub(" ", sql)):
        table = (found["tabel"] or "").rpartition(".")[2].strip('"')
        if table in TABLES or table.startswith(PREFIXES):
            continue
        if table == get_user_model()._meta.db_table and _last_login().match(sql):
            continue
        return table or found[0].strip()
    return None


def refuse_writing(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Execute wrapper: raises WriteWhileReading for a statement that changes more than reading may."""
    text = sql if isinstance(sql, str) else sql.decode() if isinstance(sql, bytes) else sql.as_string(None)
    table = refused_table(text)
    if table is not None:
        raise WriteWhileReading(f"Bij het lezen van een pagina wordt geschreven in: {table}")
    return execute(sql, params, many, context)


class ReadOnlyMiddleware:
    """Puts the wrapper on every connection while a reading request runs. Stands before everything that queries."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in READING_METHODS:
            return self.get_response(request)
        with ExitStack() as stack:
            for link in connections.all():
                stack.enter_context(link.execute_wrapper(refuse_writing))
            return self.get_response(request)
