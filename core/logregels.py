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
verzoek: ContextVar[str] = ContextVar("verzoek", default="")

# Who writes their messages as a fixed text with arguments. Of all others the message may be anything.
VASTE_TEKSTEN = frozenset({"django", "celery", "gunicorn", "kombu"})
NIET_VAST = ("celery.redirected", "gunicorn.access", "django.security")
# Fields that our own middleware adds.
EIGEN_VELDEN = ("adres", "methode", "status", "ms")
_SPOOR = 12
# Not by the settings: what is wrong with those is a line of the log too.
_HUIS = Path(__file__).resolve().parent.parent
KAMERS = frozenset(pad.parent.name for pad in _HUIS.glob("*/apps.py")) | {"config"}


class JsonRegels(logging.Formatter):
    """One JSON object per line."""

    def format(self, record: logging.LogRecord) -> str:
        regel: dict[str, Any] = {
            "op": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "van": record.name,
            "plek": f"{record.module}:{record.lineno}",
        }
        if tekst := _tekst(record):
            regel["tekst"] = tekst
        if nummer := verzoek.get():
            regel["verzoek"] = nummer
        regel |= {veld: getattr(record, veld) for veld in EIGEN_VELDEN if hasattr(record, veld)}
        # Where the text may not quote the exception, it is given apart: `extra={"fout": fout}`.
        fout = getattr(record, "fout", None) or (record.exc_info[1] if record.exc_info else None)
        if fout is not None:
            regel["fout"] = _fout(fout)
        return json.dumps(regel, ensure_ascii=False)


def _tekst(record: logging.LogRecord) -> str:
    """The fixed text, with of its arguments what is surely no data."""
    kamer = record.name.partition(".")[0]
    if record.name.startswith(NIET_VAST) or not (kamer in VASTE_TEKSTEN or kamer in KAMERS):
        return ""
    tekst = str(record.msg)
    if not record.args:
        return tekst
    try:
        if isinstance(record.args, dict):
            return tekst % {naam: _veilig(waarde) for naam, waarde in record.args.items()}
        return tekst % tuple(_veilig(waarde) for waarde in record.args)
    except (TypeError, ValueError):
        # A `%d` for what was left out.
        return tekst


def _veilig(waarde: Any) -> Any:
    if waarde is None or isinstance(waarde, bool | int | float):
        return waarde
    if isinstance(waarde, BaseException):
        return type(waarde).__name__
    if isinstance(waarde, str) and waarde in _taken():
        return waarde
    return "…"


def _taken() -> Any:
    from celery import current_app

    return current_app.tasks


def _fout(fout: BaseException) -> list[dict[str, Any]]:
    """The exception and what caused it: classes and places, no values; a message only where it can't be about anybody."""
    keten: list[dict[str, Any]] = []
    volgende: BaseException | None = fout
    while volgende is not None and len(keten) < 5:
        sporen = traceback.extract_tb(volgende.__traceback__)[-_SPOOR:]
        soort = type(volgende)
        schakel: dict[str, Any] = {
            "soort": f"{soort.__module__}.{soort.__qualname__}",
            "spoor": [f"{_plaats(spoor.filename)}:{spoor.lineno} {spoor.name}" for spoor in sporen],
        }
        # What is wrong with the settings: our own words, about the machine.
        if isinstance(volgende, ImproperlyConfigured):
            schakel["tekst"] = str(volgende)
        keten.append(schakel)
        volgende = volgende.__cause__ or (None if volgende.__suppress_context__ else volgende.__context__)
    return keten


def _plaats(bestand: str) -> str:
    """Where in our code, or in which package: never where it is installed."""
    pad = Path(bestand)
    if pad.is_relative_to(_HUIS) and ".venv" not in pad.parts:
        return str(pad.relative_to(_HUIS))
    return "/".join(pad.parts[-3:])


class MetFout(logging.Filter):
    """Django's own line about an answer says nothing without the address, unless there was an exception."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.exc_info is not None


def instelling(niveau: str = "INFO") -> dict[str, Any]:
    """The LOGGING of production, the same for web server, worker and commands."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "core.logregels.JsonRegels"}},
        "filters": {"met_fout": {"()": "core.logregels.MetFout"}},
        "handlers": {"uit": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json"}},
        "root": {"handlers": ["uit"], "level": niveau},
        "loggers": {
            # Their own handlers would write the web address, or mail the whole page to somebody.
            "django": {"handlers": [], "level": niveau, "propagate": True},
            "django.request": {"filters": ["met_fout"]},
            "django.server": {"handlers": [], "propagate": True},
            "gunicorn.error": {"handlers": [], "level": niveau, "propagate": True},
            "gunicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
            # One line per task is enough: how it ended.
            "celery.worker.strategy": {"level": "WARNING"},
        },
    }
