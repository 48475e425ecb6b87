"""`make demo`: the practice environment with everything it needs, until Ctrl-C."""

import contextlib
import hashlib
import os
import shlex
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

from honcho.manager import Manager
from honcho.printer import Printer

from start import keeper, only_one, servers
from start.only_one import PLACE
from start.paths import PYTHON, ROOT, Halt, say
from start.processes import processes

FIRST_PORT = 8000
SETTINGS = "config.settings.practice"
MARK = "GEZIN_DEMO"
MINUTES_TO_START = 2


def main(arguments: list[str]) -> int:
    """Run the practice environment; `demo-leeg` starts it afresh. Returns the exit status."""
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGHUP, _leave)
    try:
        with contextlib.ExitStack() as stack:
            address = stack.enter_context(only_one.claim())
            stack.callback(address.truncate, 0)
            _end_leftovers()
            port = stack.enter_context(_free_port())
            environment = stack.enter_context(practice(afresh="demo-leeg" in arguments))
            address.write(f"http://127.0.0.1:{port}/")
            address.flush()
            return _run(environment | {"OEFEN_BASIS_URL": f"http://127.0.0.1:{port}"}, port)
    except Halt as halt:
        say(str(halt))
        return 1
    except KeyboardInterrupt:
        return 0


@contextlib.contextmanager
def practice(*, afresh: bool):
    """Yield the environment of a practice database that is migrated and filled; stop our own servers afterwards."""
    own = "OEFEN_DATABASE_URL" not in os.environ
    with contextlib.ExitStack() as stack:
        environment = dict(os.environ)
        if own:
            addresses = stack.enter_context(servers.in_use(PLACE, lasting=True, afresh=afresh))
            environment |= {"OEFEN_DATABASE_URL": addresses["database"], "OEFEN_EIGENAAR_URL": addresses["eigenaar"]}
            environment.setdefault("OEFEN_REDIS_URL", addresses["redis"])
        elif not {"OEFEN_EIGENAAR_URL", "OEFEN_REDIS_URL"} <= set(environment):
            raise Halt("Bij OEFEN_DATABASE_URL horen ook OEFEN_EIGENAAR_URL en OEFEN_REDIS_URL.")
        # Cookies ignore the port: two clones on one machine would log each other out.
        environment["COOKIE_ACHTERVOEGSEL"] = hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
        environment["DJANGO_SETTINGS_MODULE"] = SETTINGS
        environment["PYTHONUNBUFFERED"] = "1"
        environment[MARK] = str(PLACE)
        say("Oefengegevens klaarzetten")
        fill = [PYTHON, "-m", "start.fill", *(["--leeg"] if afresh and not own else [])]
        if subprocess.run(fill, cwd=ROOT, env=environment, check=False).returncode:
            raise Halt("De oefengegevens konden niet worden klaargezet; de melding hierboven zegt waarom.")
        yield environment


def _run(environment: dict[str, str], port: int) -> int:
    manager = Manager(Printer(sys.stdout))
    for name, command in processes(port).items():
        manager.add_process(name, shlex.join(command), env=environment, cwd=str(ROOT))
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    threading.Thread(target=_announce, args=(port,), daemon=True).start()
    manager.loop()
    # Ctrl-C is how this ends; anything else is a process that fell over.
    return 0 if manager.returncode in (130, 143) else 1


def _announce(port: int) -> None:
    """Say the address once the pages answer."""
    address = f"http://127.0.0.1:{port}/"
    end = time.monotonic() + 60 * MINUTES_TO_START
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            try:
                urllib.request.urlopen(address, timeout=5)
            except urllib.error.HTTPError as answer:
                say(f"De startpagina geeft een fout ({answer.code}).")
            say(f"De oefenomgeving draait: {address}  (stoppen met Ctrl-C)")
            return
        time.sleep(0.2)


def _end_leftovers() -> None:
    """End what an earlier demo of this checkout left running when it was killed without a chance to clean up."""
    for pid in keeper.marked(f"{MARK}={PLACE}"):
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGTERM)


@contextlib.contextmanager
def _free_port():
    """Yield the first free port from 8000 on.

    Two demos that start together would both find it free: an abstract socket, gone with this process, says who has it.
    """
    for port in range(FIRST_PORT, FIRST_PORT + 100):
        with socket.socket() as probe, socket.socket(socket.AF_UNIX) as claim:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
                if sys.platform == "linux":
                    claim.bind(f"\0gezin-port-{port}")
            except OSError:
                continue
            probe.close()
            yield port
            return
    raise Halt(f"Alle poorten van {FIRST_PORT} tot {FIRST_PORT + 100} zijn bezet.")


def _leave(*_: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
