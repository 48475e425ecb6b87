"""What a line of the technical log says: what happened, where in the code, how long it took; nothing of whom it was about.

Unknown means no: a word that somebody typed, a name, an address, a key of a family or a token can stand in any argument,
exception or web address, so none of these is written. Numbers are, and names that the code itself gave: of a logger, an
address (`gezinsplan:afspraak`), a task, an exception's class. Who read what is in the logboek, in the database.
"""

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

# The number of the request that this line belongs to.
request_number: ContextVar[str] = ContextVar("verzoek", default="")

# Who writes their messages as a fixed text with arguments. Of all others the message may be anything.
FIXED_TEXTS = frozenset({"django", "celery", "gunicorn", "kombu"})
NOT_FIXED = ("celery.redirected", "gunicorn.access", "django.security")
# Fields that our own code adds: numbers, names that it gave, and the newest seal of the logboek.
OWN_FIELDS = ("adres", "methode", "status", "ms", "zegel")
_FRAMES = 12
# Not by the settings: what is wrong with those is a line of the log too.
_HOUSE = Path(__file__).resolve().parent.parent
ROOMS = frozenset(path.parent.name for path in _HOUSE.glob("*/apps.py")) | {"config"}


class JsonLines(logging.Formatter):
    """One JSON object per line."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "op": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "van": record.name,
            "plek": f"{record.module}:{record.lineno}",
        }
        if text := _text(record):
            line["tekst"] = text
        if number := request_number.get():
            line["verzoek"] = number
        line |= {field: getattr(record, field) for field in OWN_FIELDS if hasattr(record, field)}
        # Where the text may not quote the exception, it is given apart: `extra={"fout": fout}`.
        error = getattr(record, "fout", None) or (record.exc_info[1] if record.exc_info else None)
        if error is not None:
            line["fout"] = _error(error)
        return json.dumps(line, ensure_ascii=False)


def _text(record: logging.LogRecord) -> str:
    """The fixed text, with of its arguments what is surely no data."""
    room = record.name.partition(".")[0]
    if record.name.startswith(NOT_FIXED) or not (room in FIXED_TEXTS or room in ROOMS):
        return ""
    text = str(record.msg)
    if not record.args:
        return text
    try:
        if isinstance(record.args, dict):
            return text % {name: _safe(value) for name, value in record.args.items()}
        return text % tuple(_safe(value) for value in record.args)
    except (TypeError, ValueError):
        # A `%d` for what was left out.
        return text


def _safe(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, BaseException):
        return type(value).__name__
    if isinstance(value, str) and value in _tasks():
        return value
    return "…"


def _tasks() -> Any:
    from celery import current_app

    return current_app.tasks


def _error(error: BaseException) -> list[dict[str, Any]]:
    """The exception and what caused it: classes and places, no values; a message only where it can't be about anybody."""
    chain: list[dict[str, Any]] = []
    following: BaseException | None = error
    while following is not None and len(chain) < 5:
        frames = traceback.extract_tb(following.__traceback__)[-_FRAMES:]
        kind = type(following)
        link: dict[str, Any] = {
            "soort": f"{kind.__module__}.{kind.__qualname__}",
            "spoor": [f"{_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames],
        }
        # What is wrong with the settings: our own words, about the machine.
        if isinstance(following, ImproperlyConfigured):
            link["tekst"] = str(following)
        chain.append(link)
        following = following.__cause__ or (None if following.__suppress_context__ else following.__context__)
    return chain


def _place(filename: str) -> str:
    """Where in our code, or in which package: never where it is installed."""
    path = Path(filename)
    if path.is_relative_to(_HOUSE) and ".venv" not in path.parts:
        return str(path.relative_to(_HOUSE))
    return "/".join(path.parts[-3:])


class WithError(logging.Filter):
    """Django's own line about an answer says nothing without the address, unless there was an exception."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.exc_info is not None


def configuration(level: str = "INFO") -> dict[str, Any]:
    """The LOGGING of production, the same for web server, worker and commands."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "core.log_lines.JsonLines"}},
        "filters": {"met_fout": {"()": "core.log_lines.WithError"}},
        "handlers": {"uit": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json"}},
        "root": {"handlers": ["uit"], "level": level},
        "loggers": {
            # Their own handlers would write the web address, or mail the whole page to somebody.
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.request": {"filters": ["met_fout"]},
            "django.server": {"handlers": [], "propagate": True},
            "gunicorn.error": {"handlers": [], "level": level, "propagate": True},
            "gunicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
            # One line per task is enough: how it ended.
            "celery.worker.strategy": {"level": "WARNING"},
        },
    }
