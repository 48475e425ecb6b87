"""The virtual environment and the locked Python packages in it."""

import importlib.util
import os
import shutil
import subprocess
import sys

from start import native
from start.paths import PYTHON, ROOT, VENV, Halt, fingerprint, put_stamp, say, stamped


def prepare() -> None:
    """Make `.venv` with exactly the locked packages; does nothing when it already has them.

    Raises Halt when this Python is too old or cannot make virtual environments.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything has checked the version
        raise Halt(f"Python 3.11 of nieuwer is nodig; dit is {sys.version.split()[0]}.")
    # The path is part of the stamp: a virtual environment that was moved or copied along does not work.
    stamp = f"{fingerprint(ROOT / 'requirements' / 'dev.txt')} {sys.version_info[:2]} {VENV}"
    if PYTHON.exists() and stamped("packages", stamp):
        return
    if importlib.util.find_spec("ensurepip") is None and not native.install("python3-venv"):
        raise Halt("Python kan hier geen virtuele omgeving maken. Installeer het pakket python3-venv.")
    say("Virtuele omgeving en Python-pakketten klaarzetten")
    if not PYTHON.exists():
        shutil.rmtree(VENV, ignore_errors=True)
    try:
        # Where it is kept elsewhere (a link), venv wants the place itself.
        subprocess.run([sys.executable, "-m", "venv", str(VENV.resolve())], check=True, stdout=subprocess.DEVNULL)
    except subprocess.CalledProcessError as error:
        raise Halt("De virtuele omgeving .venv kon niet worden gemaakt; de melding hierboven zegt waarom.") from error
    pip_install("dev.txt")
    put_stamp("packages", stamp)


def pip_install(name: str) -> None:
    """Install `requirements/<name>` with its hashes. Raises Halt when that fails.

    Shown are errors only (-qq): of a machine's own settings pip may have a page of warnings.
    """
    command = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes"]
    try:
        subprocess.run(
            [*command, "-r", str(ROOT / "requirements" / name)], check=True, env={**os.environ, "PIP_USER": "0"}
        )
    except subprocess.CalledProcessError as error:
        raise Halt(f"De pakketten uit requirements/{name} konden niet worden opgehaald. Is er netwerk?") from error
