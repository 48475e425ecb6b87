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
SILENCE = 5.0
_silent_until = 0.0


def nudge(task: Task | str, *args: Any) -> None:
    """Ask a worker, after commit, to look now. With the broker gone nothing happens but a log line; pages go on.

    `task` is named ("berichten.tasks.verzend_berichten") by the actions of a room: its tasks stand above them, and call them.
    Raises ImportError at once for a name that isn't there.
    """
    called: Task = import_string(task) if isinstance(task, str) else task

    def send() -> None:
        _send(called, args)

    transaction.on_commit(send, robust=True)


def _send(task: Task, args: tuple[Any, ...]) -> None:
    global _silent_until
    if time.monotonic() < _silent_until:
        return
    try:
        task.apply_async(args=args, retry=False, ignore_result=True)
    except (OperationalError, OSError) as error:
        _silent_until = time.monotonic() + SILENCE
        logger.warning("Broker onbereikbaar, %s wacht op de klok: %s", task.name, error)
