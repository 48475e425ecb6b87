"""Nudging a worker. The work itself lies in a row that the beat finds too, so a nudge may get lost."""

import logging
import time
from typing import Any

from celery import Task
from django.db import transaction
from django.utils.module_loading import import_string
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)

# After a failed nudge others are dropped for this long, so that a page with many notices waits once.
STILTE = 5.0
_stil_tot = 0.0


def por(taak: Task | str, *args: Any) -> None:
    """Ask a worker, after commit, to look now. With the broker gone nothing happens but a log line; pages go on.

    `taak` is named ("berichten.tasks.verzend_berichten") by the actions of a room: its tasks stand above them, and call them.
    Raises ImportError at once for a name that isn't there.
    """
    geroepen: Task = import_string(taak) if isinstance(taak, str) else taak

    def stuur() -> None:
        _stuur(geroepen, args)

    transaction.on_commit(stuur, robust=True)


def _stuur(taak: Task, args: tuple[Any, ...]) -> None:
    global _stil_tot
    if time.monotonic() < _stil_tot:
        return
    try:
        taak.apply_async(args=args, retry=False, ignore_result=True)
    except (OperationalError, OSError) as fout:
        _stil_tot = time.monotonic() + STILTE
        logger.warning("Broker onbereikbaar, %s wacht op de klok: %s", taak.name, fout)
