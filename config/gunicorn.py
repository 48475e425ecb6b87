"""How gunicorn serves: `gunicorn --config=python:config.gunicorn config.wsgi`. What differs per machine: BIND, WEB_CONCURRENCY.

Its own lines have the form of ours; there is no log of web addresses. Figures of each process are kept in a folder of this
start, so that `/metingen/` can add them up whichever process answers.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from core import log_lines

_GEHEUGEN = Path("/dev/shm")  # noqa: S108 - gunicorn and we make folders of our own in it
_plek = str(_GEHEUGEN) if os.access(_GEHEUGEN, os.W_OK) else None

bind = os.environ.get("BIND", "127.0.0.1:8000")
worker_class = "gthread"
threads = 8
worker_tmp_dir = _plek
control_socket_disable = True
logconfig_dict = log_lines.configuration()

# Before the first process reads it: the library asks only once.
_metingen = tempfile.mkdtemp(prefix="metingen-", dir=_plek)
os.environ["PROMETHEUS_MULTIPROC_DIR"] = _metingen


def post_worker_init(worker: Any) -> None:
    """The first process looks around, for all."""
    from core.checks import look_around

    if worker.age == 1:
        look_around()


def child_exit(server: Any, worker: Any) -> None:
    """What a process counted stays in the sums; what it only was at that moment goes."""
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid, _metingen)


def on_exit(server: Any) -> None:
    """Leave nothing behind."""
    shutil.rmtree(_metingen, ignore_errors=True)
