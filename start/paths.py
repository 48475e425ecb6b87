"""Where things live in this checkout, and how the launcher speaks to the person at the keyboard."""

import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


class Halt(Exception):
    """The launcher cannot go on; the message is one line that says why, and what to do about it."""


def say(text: str) -> None:
    """Tell the person what is happening; on stderr, so that output meant for other programs stays clean."""
    print(f"» {text}", file=sys.stderr, flush=True)


def fingerprint(*files: Path) -> str:
    """Return a short hash of the names and contents of `files`."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def stamped(name: str, value: str) -> bool:
    """Tell whether the step `name` was last finished with `value`."""
    stamp = VAR / "stamps" / name
    return stamp.is_file() and stamp.read_text() == value


def put_stamp(name: str, value: str) -> None:
    """Remember that the step `name` finished with `value`."""
    stamp = VAR / "stamps" / name
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(value)
