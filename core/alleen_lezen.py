"""A GET changes nothing but the logboek and the login's own tables (invariant 6): held on the connection itself."""

import re
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache, lru_cache
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connections
from django.http import HttpRequest, HttpResponse

LEZENDE_METHODEN = frozenset({"GET", "HEAD", "OPTIONS"})

# The logboek (X1), sessions and the cache table, and what logging in writes about itself. Nothing of a family.
TABELLEN = frozenset({"logboek_regel", "django_session", "core_cache"})
VOORVOEGSELS = ("account_", "mfa_", "usersessions_", "socialaccount_")

_COMMENTAAR_EN_TEKST = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'", re.DOTALL)
# A writing verb counts where a statement may begin: at the start, after `;`, inside a CTE, or behind the CTEs.
_SCHRIJFT = re.compile(
    r"(?:(?:^|[;()])\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO)|"
    r"(?:^|;)\s*(?:TRUNCATE|COPY|CREATE|ALTER|DROP|GRANT|REVOKE|CALL|DO|REFRESH|REINDEX|LOCK|NOTIFY|COMMENT))\b"
    r"\s*(?:ONLY\s+)?(?P<tabel>(?:\"?\w+\"?\.)?\"?\w+\"?)?",
    re.IGNORECASE,
)


class SchrijvenBijLezen(RuntimeError):
    """A GET tried to change data. The page must do this by a POST, or not at all."""


@cache
def _laatste_inlog() -> re.Pattern[str]:
    """The one change of a user's own row that logging in makes; an OpenID Connect login ends in a GET."""
    tabel = re.escape(get_user_model()._meta.db_table)
    return re.compile(rf'^\s*UPDATE\s+"{tabel}"\s+SET\s+"last_login"\s*=\s*%s\s+WHERE\b', re.IGNORECASE)


# Pages ask the same few hundred questions: each is read once per process, not at every page.
@lru_cache(maxsize=512)
def geweigerde_tabel(sql: str) -> str | None:
    """The table that `sql` would write and that reading may not touch; None when the statement may pass."""
    for gevonden in _SCHRIJFT.finditer(_COMMENTAAR_EN_TEKST.sub(" ", sql)):
        tabel = (gevonden["tabel"] or "").rpartition(".")[2].strip('"')
        if tabel in TABELLEN or tabel.startswith(VOORVOEGSELS):
            continue
        if tabel == get_user_model()._meta.db_table and _laatste_inlog().match(sql):
            continue
        return tabel or gevonden[0].strip()
    return None


def weiger_schrijven(uitvoeren: Callable[..., Any], sql: str, params: Any, veel: bool, context: dict[str, Any]) -> Any:
    """Execute wrapper: raises SchrijvenBijLezen for a statement that changes more than reading may."""
    tekst = sql if isinstance(sql, str) else sql.decode() if isinstance(sql, bytes) else sql.as_string(None)
    tabel = geweigerde_tabel(tekst)
    if tabel is not None:
        raise SchrijvenBijLezen(f"Bij het lezen van een pagina wordt geschreven in: {tabel}")
    return uitvoeren(sql, params, veel, context)


class AlleenLezenMiddleware:
    """Puts the wrapper on every connection while a reading request runs. Stands before everything that queries."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in LEZENDE_METHODEN:
            return self.get_response(request)
        with ExitStack() as stapel:
            for verbinding in connections.all():
                stapel.enter_context(verbinding.execute_wrapper(weiger_schrijven))
            return self.get_response(request)
