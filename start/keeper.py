"""No process outlives the run that started it, also when that run is killed and gets no chance to clear up.

Whoever begins a run calls `keep()`. A small process beside it waits until the run has ended, in whatever way; it then ends
all that bears the mark of that run (workers, browsers, stacks) and stops the private servers that nobody uses any more.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from start.paths import ROOT

MARK = "GEZIN_RUN"
PATIENCE = 30  # seconds that processes may take to be gone
_PR_SET_PDEATHSIG = 1


@contextlib.contextmanager
def keep(place: Path) -> Iterator[dict[str, str]]:
    """Watch over this run, whose private servers are in `place`; yield the variable that marks its processes.

    What must not end with the run (servers that others share) is started without that variable.
    """
    mark = f"{place}:{os.getpid()}:{time.time_ns()}"
    environment = {name: value for name, value in os.environ.items() if name != MARK}
    # Our end is open for as long as we live, and for no process that we start.
    its_end, our_end = os.pipe()
    watcher = subprocess.Popen(
        [sys.executable, "-m", "start.keeper", str(place), mark],
        cwd=ROOT,
        env=environment,
        stdin=its_end,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    os.close(its_end)
    try:
        yield {MARK: mark}
    finally:
        os.close(our_end)
        watcher.wait()


def main(arguments: list[str]) -> int:
    """Wait until the run has ended, and clear away what it left. Returns the exit status."""
    from start import servers

    place, mark = arguments
    sys.stdin.buffer.read()
    end_marked(f"{MARK}={mark}", signal.SIGKILL)
    if Path(place).is_dir():
        servers.stop_unused(Path(place))
    return 0


def end_marked(mark: str, how: int) -> None:
    """Send a signal to every process that has `NAME=value` in its environment, until none is left or patience is."""
    end = time.monotonic() + PATIENCE
    while (found := marked(mark)) and time.monotonic() < end:
        for pid in found:
            with contextlib.suppress(OSError):
                os.kill(pid, how)
        time.sleep(0.1)


def marked(mark: str) -> list[int]:
    """Return the processes that have `NAME=value` in their environment; where /proc is not there, none."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if mark.encode() in (process / "environ").read_bytes().split(b"\0") and not _is_over(process):
                found.append(int(process.name))
    return found


def _is_over(process: Path) -> bool:
    """Whether it has ended, and only its parent has not asked yet how."""
    return (process / "stat").read_text().rpartition(")")[2].split()[0] == "Z"


def end_with_parent() -> None:
    """Let this process be told (SIGTERM) when the one that started it is gone, as `make` is when it is killed."""
    parent = os.getppid()

    def orphaned(*_: object) -> None:
        # The kernel also says so when a mere thread of the parent ends.
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)

    if sys.platform == "linux":
        signal.signal(signal.SIGUSR1, orphaned)
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGUSR1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
