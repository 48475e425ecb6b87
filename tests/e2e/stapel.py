"""The whole system as it runs for people, on a database of its own: web, worker, beat, broker and mail server."""

import contextlib
import email
import email.policy
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller

from start import servers
from start.paths import PYTHON, ROOT, VAR
from start.processes import processes
from start.servers import Broker
from tests import databases

PATIENCE = 90  # seconds that a process may take to be ready
PROCESSES = ("web", "worker", "beat")
PARTS = ("redis", "mail", *PROCESSES)


class Stapel:
    """`with Stapel() as s`: all parts run; `s.stop("worker")` and `s.start("worker")` play the faults.

    `s.url` is the address, `s.brieven` what the mail server took in, `s.tik()` one tick of the clock without waiting
    for the beat. This process works in the same database, so a test can look with the ORM.
    """

    def __init__(self, *, without: tuple[str, ...] = ()) -> None:
        self.without = without
        self.brieven: list[EmailMessage] = []
        self.port, self._mail_port = _free_port(), _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._stack = contextlib.ExitStack()
        self._running: dict[str, subprocess.Popen] = {}
        self._mail: Controller | None = None
        self._untouched = True

    def __enter__(self) -> "Stapel":
        with contextlib.ExitStack() as stack:
            self.database = stack.enter_context(databases.copy())
            self.place = VAR / "stapel" / self.database.name
            shutil.rmtree(self.place, ignore_errors=True)
            self.place.mkdir(parents=True)
            self._broker = Broker(self.place)
            self.environment = {
                **os.environ,
                **self.database.environment,
                "TEST_REDIS_URL": self._broker.url,
                "TEST_BASIS_URL": self.url,
                "EMAIL_URL": f"smtp://127.0.0.1:{self._mail_port}",
                "DJANGO_SETTINGS_MODULE": "config.settings.test",
                "PYTHONUNBUFFERED": "1",
            }
            stack.callback(self._stop_all)
            self.manage("collectstatic", "--no-input", "--verbosity=0")
            for part in PARTS:
                if part not in self.without:
                    self.start(part)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, kind, *_) -> None:
        if kind is not None:
            for name in PROCESSES:
                print(f"--- {name}\n{self.log(name)[-3000:]}")  # noqa: T201 - shown by pytest with the failure
        self._stack.close()
        shutil.rmtree(self.place, ignore_errors=True)

    def renew(self) -> None:
        """Begin again as if it had just been started: an empty database, no mail, and everything runs.

        The pages start anew, for they remember (who tried to log in, and how often); the clock and the mail go on.
        """
        if self._untouched:
            self._untouched = False
            return
        self.stop("web")
        databases.renew(self.database)
        self.brieven.clear()
        if not servers.answers(self._broker.socket):
            self.start("redis")
        for part in ("mail", *PROCESSES):
            if not self._runs(part):
                self.start(part)

    def _runs(self, part: str) -> bool:
        if part == "mail":
            return self._mail is not None
        return part in self._running and self._running[part].poll() is None

    def start(self, part: str) -> None:
        """Start one part (redis, mail, web, worker, beat) and wait until it is ready."""
        if part == "redis":
            self._broker.start()
        elif part == "mail":
            self._mail = Controller(_Brievenbus(self.brieven), hostname="127.0.0.1", port=self._mail_port)
            self._mail.start()
        else:
            command = processes(self.port, level="INFO")[part]
            with self._log(part).open("w") as log:
                self._running[part] = subprocess.Popen(
                    command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
                )
            self._await(part)

    def stop(self, part: str, *, hard: bool = False) -> None:
        """Stop one part; `hard` kills it in the middle of what it does. Stopping what does not run is no error."""
        if part == "redis":
            self._broker.stop()
        elif part == "mail":
            if self._mail:
                self._mail.stop()
            self._mail = None
        elif process := self._running.pop(part, None):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL if hard else signal.SIGTERM)
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def manage(self, *command: str) -> str:
        """Run a Django command in this stack; returns what it printed."""
        run = subprocess.run(
            [PYTHON, "manage.py", *command], cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, f"manage.py {command[0]}: {run.stderr[-2000:]}"
        return run.stdout

    def tik(self, task: str = "termijnen.tasks.bewaak_termijnen") -> None:
        """Hand the worker one tick, as the beat does every minute. Returns at once; the broker must run."""
        from celery import Celery

        with Celery(broker=self._broker.url, set_as_current=False) as app:
            app.send_task(task)

    def log(self, part: str) -> str:
        """Return what a process has written since it was last started."""
        file = self._log(part)
        return file.read_text(errors="replace") if file.exists() else ""

    def _log(self, part: str) -> Path:
        return self.place / f"{part}.log"

    def _await(self, part: str) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._running[part].poll() is None:
            if self._ready(part):
                return
            time.sleep(0.1)
        raise AssertionError(f"{part} is niet klaar na {PATIENCE} s:\n{self.log(part)[-3000:]}")

    def _ready(self, part: str) -> bool:
        if part == "worker":
            # Without a broker a worker waits for it; that counts as started.
            return " ready." in self.log(part) or "Cannot connect" in self.log(part)
        if part == "beat":
            return "beat: Starting" in self.log(part)
        with contextlib.suppress(OSError):
            with contextlib.suppress(urllib.error.HTTPError):
                urllib.request.urlopen(f"{self.url}/static/vendor/utrecht/index.css", timeout=2)
            return True
        return False

    def _stop_all(self) -> None:
        # Hard: nobody needs what they are doing, and who presses Ctrl-C leaves us little time.
        for part in reversed(PARTS):
            self.stop(part, hard=True)


class _Brievenbus:
    """Takes in every mail."""

    def __init__(self, brieven: list[EmailMessage]) -> None:
        self.brieven = brieven

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 - the name aiosmtpd calls
        self.brieven.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
