"""`make test`, `make test-lang`, `make lint`, `make bench`, `make faults` and `make lock`: every check, with one verdict."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from core.rooms import ROOMS
from start import keeper, servers
from start.paths import PYTHON, ROOT, VAR, VENV, Halt, say

# One more than there are processors: browsers, databases and servers are waited for.
PROCESSES = str((os.cpu_count() or 2) + 1)
LONG_FORM = {"TEST_FORM": "long"}
# All that only reads the code and asks Django: beside the tests, while these wait for each other or for a database.
READING = "lezen"
LOCKS = ("base", "dev", "servers", "node", "sbom", "mutants")
# Nothing here is real (.internal is on no public network): it is the smallest complete environment that production accepts.
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "controle-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ALLOWED_HOSTS": "plan.controle.internal",
    "BASIS_URL": "https://plan.controle.internal",
    "DATABASE_URL": "postgresql://app:geheim@database.controle.internal/plan",
    "REDIS_URL": "redis://broker.controle.internal:6379/0",
    "EMAIL_URL": "smtp+tls://post:geheim@mail.controle.internal:587",
    "AFZENDER_MAIL": "plan@controle.internal",
}


class Terminated(KeyboardInterrupt):
    """Somebody else stopped us, with SIGTERM."""


def main(arguments: list[str]) -> int:
    """Run the command in `arguments[0]`; what follows goes to pytest. Returns the exit status."""
    signal.signal(signal.SIGTERM, _leave)
    keeper.end_with_parent()
    command, *rest = arguments
    try:
        if command == "lock":
            return lock()
        if command in ("lint", READING):
            return verdict(run(lint() | (about_django() if command == READING else {}), dict(os.environ)))
        with for_tests() as environment:
            if command in ("bench", "meet"):
                rest = rest if command == "bench" else ["meet", *rest]
                return call([PYTHON, "-m", "bench", *rest], environment)
            if command == "faults":
                lengte = "kort" if "--kort" in rest else "lang"
                rest = [deel for deel in rest if deel != "--kort"]
                environment |= LONG_FORM | {"STORINGEN": lengte}
                return call([PYTHON, "-m", "pytest", "tests/faults", *rest], environment)
            if command == "beelden":
                return call([PYTHON, "-m", "tests.bladzijden.beelden"], environment)
            if command == "test-lang":
                environment |= LONG_FORM
            with meanwhile([PYTHON, "-m", "start.checks", READING], environment) as finish:
                failed = run({"pytest": [PYTHON, "-m", "pytest", "-n", PROCESSES, *rest]}, environment)
                return verdict([*failed, *(["de controles op de code"] if finish() else [])])
    except Halt as halt:
        say(str(halt))
        return 1
    except KeyboardInterrupt:
        return 130


@contextlib.contextmanager
def for_tests():
    """Yield an environment with the addresses of the test servers: the caller's, else our own."""
    environment = dict(os.environ)
    # Each process of the tests, and each that they start, would compile all modules anew: eight seconds.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with contextlib.ExitStack() as stack:
        mark = stack.enter_context(keeper.keep(VAR / "test"))
        if "TEST_DATABASE_URL" not in environment:
            addresses = stack.enter_context(servers.for_tests())
            environment |= {"TEST_DATABASE_URL": addresses["database"], "TEST_EIGENAAR_URL": addresses["eigenaar"]}
            environment.setdefault("TEST_REDIS_URL", addresses["redis"])
        elif not {"TEST_EIGENAAR_URL", "TEST_REDIS_URL"} <= set(environment):
            raise Halt("Bij TEST_DATABASE_URL horen ook TEST_EIGENAAR_URL en TEST_REDIS_URL.")
        yield environment | mark


def lint() -> dict[str, list]:
    """Return the checks that only read the code, by name."""
    return {
        "ruff": [PYTHON, "-m", "ruff", "check", "."],
        "ruff format": [PYTHON, "-m", "ruff", "format", "--check", "."],
        "djlint": [PYTHON, "-m", "djlint", "templates", "--lint", "--quiet"],
        "import-linter": [VENV / "bin" / "lint-imports", "--no-logo"],
        # What it leaves out, and why, stands in pyproject.toml.
        "mypy": [PYTHON, "-m", "mypy", *sorted(ROOMS)],
        "publiccode.yml": [PYTHON, "-m", "start.publiccode"],
    }


def about_django() -> dict[str, list]:
    """Return Django's own checks, by name."""
    environment = [f"{name}={value}" for name, value in PRODUCTION.items()]
    return {
        "migrations": [
            "env",
            "DJANGO_SETTINGS_MODULE=config.settings.test",
            PYTHON,
            "manage.py",
            "makemigrations",
            "--check",
            "--dry-run",
        ],
        "production": ["env", *environment, PYTHON, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
    }


def run(checks: dict[str, list], environment: dict[str, str]) -> list[str]:
    """Run every check, also after one that fails. Returns the names of those that failed."""
    failed = []
    for name, command in checks.items():
        say(name)
        began = time.monotonic()
        if call(command, environment):
            failed.append(name)
            say(f"{name}: niet goed, {time.monotonic() - began:.0f} s")
    return failed


def call(command: list, environment: dict[str, str]) -> int:
    """Run a command to its end. Returns its exit status; when we are stopped, it first gets the time to clear away."""
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        return process.wait()
    except KeyboardInterrupt as stopped:
        # Ctrl-C reaches everything on the terminal; SIGTERM reached us alone.
        if isinstance(stopped, Terminated):
            process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=60)
        raise
    finally:
        process.kill()


@contextlib.contextmanager
def meanwhile(command: list, environment: dict[str, str]) -> Iterator[Callable[[], int]]:
    """Run a command beside the block; yield what waits for it, shows all that it said and returns its exit status."""
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said)

        def finish() -> int:
            status = process.wait()
            said.seek(0)
            print(said.read(), file=sys.stderr, flush=True)
            return status

        try:
            yield finish
        finally:
            process.terminate()
            process.wait()


def verdict(failed: list[str]) -> int:
    """Say how it ended. Returns the exit status."""
    say(f"Niet goed: {', '.join(failed)}" if failed else "Alles in orde")
    return 1 if failed else 0


def lock() -> int:
    """Compile every `requirements/*.in` into a lock file with hashes and without the address of a package index."""
    flags = ["--generate-hashes", "--no-header", "--no-annotate", "--universal", "--python-version", "3.11", "--quiet"]
    for name in LOCKS:
        folder = Path("requirements")
        command = [PYTHON, "-m", "uv", "pip", "compile", *flags, "-o", folder / f"{name}.txt", folder / f"{name}.in"]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            return 1
    return 0


def _leave(*_: object) -> None:
    raise Terminated


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
