"""A run that is killed, in whatever way, leaves no process behind."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import psycopg
import pytest

from start import keeper, servers
from start.paths import ROOT
from tests.form import long_only

RUN = """
    import contextlib, os, pathlib, signal, subprocess, sys
    from start import keeper, servers
    place = pathlib.Path(sys.argv[1])
    with keeper.keep(place) as mark, servers.in_use(place, lasting=False) as addresses:
        # As a stack is started: in a session of its own, and deaf to a friendly word.
        deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(600)"
        child = subprocess.Popen([sys.executable, "-c", deaf], env=os.environ | mark, start_new_session=True, stdout=-1)
        child.stdout.readline()
        print(mark[keeper.MARK], child.pid, addresses["database"], flush=True)
        signal.pause()
"""


def gone(pid: int) -> bool:
    """Whether this process is no more."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def wait_until(ready, seconds: float = 60) -> bool:
    """Wait until `ready()`, no longer than a busy machine may need."""
    end = time.monotonic() + seconds
    while not (done := ready()) and time.monotonic() < end:
        time.sleep(0.1)
    return done


FRIENDLY = long_only("the one that nobody can prepare for")


@pytest.mark.parametrize(
    "how",
    [
        signal.SIGKILL,
        pytest.param(signal.SIGTERM, marks=FRIENDLY),
        pytest.param(signal.SIGINT, marks=FRIENDLY),
    ],
)
def test_a_run_that_is_killed_leaves_nothing_behind(tmp_path, how):
    run = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(RUN), str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    mark, child, database = run.stdout.readline().split()
    assert keeper.marked(f"{keeper.MARK}={mark}") == [int(child)]
    psycopg.connect(database).close()
    run.send_signal(how)
    run.communicate()
    assert wait_until(lambda: gone(int(child)))
    assert wait_until(lambda: not (tmp_path / "pg" / "postmaster.pid").exists())
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(database)
    assert wait_until(lambda: not (tmp_path / "s" / "r.sock").exists())


def test_servers_that_another_run_still_uses_stay(tmp_path):
    with servers.in_use(tmp_path, lasting=False) as addresses:
        servers.stop_unused(tmp_path)
        psycopg.connect(addresses["database"]).close()
    assert not (tmp_path / "pg" / "postmaster.pid").exists()
