"""One demo of a checkout at a time, from before anything is prepared until it ends; it leaves its address for the next."""

import fcntl
import os
from typing import TextIO

from start.paths import VAR, Halt

PLACE = VAR / "demo"
# The number of the open file that holds the lock, for the program that this one becomes.
HANDED_ON = "GEZIN_DEMO_LOCK"


def claim() -> TextIO:
    """Take the lock and return its file, open: it holds for as long as that, also in what this process becomes.

    Raises Halt when another has it, with the address where that one answers.
    """
    if HANDED_ON in os.environ:
        number = int(os.environ.pop(HANDED_ON))
        os.set_inheritable(number, False)
        return os.fdopen(number, "r+")
    PLACE.mkdir(parents=True, exist_ok=True)
    file = (PLACE / "address").open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        with file:
            file.seek(0)
            raise Halt(f"De oefenomgeving draait hier al: {file.read() or 'hij is nog aan het starten'}") from None
    file.truncate(0)
    return file


def hand_on(file: TextIO) -> None:
    """Let the program that this process becomes keep the lock; what it starts itself doesn't get it."""
    os.set_inheritable(file.fileno(), True)
    os.environ[HANDED_ON] = str(file.fileno())
