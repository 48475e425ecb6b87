"""One midnight: all at once many terms pass, two real workers handle them, and people go on reading pages."""

import contextlib
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.urls import reverse

from bench import gegevens
from bench.bladen import LEEG, Bezoeker
from core import clock
from start.paths import ROOT
from start.processes import processes
from termijnen.models import Klokfout, Termijn
from tests.cast import Cast
from tests.e2e.stapel import PATIENCE, Stapel
from tests.inloggen import client_van

WERKERS = 2
# As the beat: a tick each minute, whatever is still at work.
TUSSENPOOS = 60
VOORAF = 20


def meet(stapel: Stapel, cast: Cast, aantal: int) -> None:
    """Let `aantal` terms pass and print what it took."""
    client = client_van(cast.coordinator)
    kijk = Bezoeker(stapel, client, reverse("gezinsplan:plan", args=[cast.gezin.pk]))
    leeg = Bezoeker(stapel, client, reverse(LEEG))
    ervoor = [(kijk.vraag(), leeg.vraag()) for _keer in range(VOORAF)]
    with _werkers(stapel) as pids:
        gegevens.laat_verlopen(aantal, clock.now())
        wachtend = _wachtend()
        geheugen, intussen = [_mb(pids)], []
        begin = gestuurd = time.perf_counter()
        for _werker in pids:
            stapel.tik()
        while (rest := _wachtend()) and all(_leeft(pid) for pid in pids):
            if time.perf_counter() - gestuurd > TUSSENPOOS:
                gestuurd = time.perf_counter()
                for _werker in pids:
                    stapel.tik()
            intussen.append((kijk.vraag(), leeg.vraag()))
            geheugen.append(_mb(pids))
            print(f"  {time.perf_counter() - begin:6.0f} s  nog {rest}", file=sys.stderr, flush=True)
            time.sleep(0.3)
        duur = time.perf_counter() - begin
        geheugen.append(_mb(pids))
    print(
        f"\n{wachtend:,} termijnen op één moment, {len(pids)} werkers, belasting {os.getloadavg()[0]:.1f}:"
        f" {wachtend - rest:,} behandeld in {duur:.0f} s ({(wachtend - rest) / duur:.0f} per seconde),"
        f" {Klokfout.objects.count()} mislukt\n\n"
        "| | begin | midden | einde | hoogste |\n| --- | ---: | ---: | ---: | ---: |",
        flush=True,
    )
    for nummer in range(len(pids)):
        eigen = [stand[nummer] for stand in geheugen]
        print(
            f"| geheugen werker {nummer + 1} (MB) | {eigen[0]} | {eigen[len(eigen) // 2]} | {eigen[-1]} | {max(eigen)} |"
        )
    print("\n| pagina | ervoor, mediaan (ms) | intussen | langste | verhouding |\n| --- | ---: | ---: | ---: | ---: |")
    for plek, naam in enumerate(("plan, coördinator", f"lege pagina ({LEEG})")):
        vooraf, erna = ([tijden[plek] for tijden in reeks] for reeks in (ervoor, intussen or ervoor))
        mediaan, later = statistics.median(vooraf), statistics.median(erna)
        print(
            f"| {naam} | {1000 * mediaan:.0f} | {1000 * later:.0f} | {1000 * max(erna):.0f} | {later / mediaan:.1f} |",
            flush=True,
        )


def _wachtend() -> int:
    return Termijn.objects.lopend().filter(aan_de_beurt_op__lte=clock.now()).count()


@contextmanager
def _werkers(stapel: Stapel) -> Iterator[list[int]]:
    """The pids of that many real workers, ready for work; they are ended with the block."""
    lopend: list[subprocess.Popen] = []
    try:
        for nummer in range(WERKERS):
            command = [*processes(stapel.port, level="INFO")["worker"], f"--hostname=bench{nummer}@%h"]
            log = stapel.place / f"bench{nummer}.log"
            with log.open("w") as uitvoer:
                werker = subprocess.Popen(
                    command, cwd=ROOT, env=stapel.environment, stdout=uitvoer, stderr=uitvoer, start_new_session=True
                )
            lopend.append(werker)
            _wacht_op(werker, log)
        yield [werker.pid for werker in lopend]
    finally:
        for werker in lopend:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(werker.pid, signal.SIGTERM)
        for werker in lopend:
            try:
                werker.wait(timeout=15)
            except subprocess.TimeoutExpired:
                werker.kill()
                werker.wait()


def _wacht_op(werker: subprocess.Popen, log: Path) -> None:
    einde = time.monotonic() + PATIENCE
    while " ready." not in log.read_text(errors="replace"):
        assert werker.poll() is None and time.monotonic() < einde, log.read_text(errors="replace")[-2000:]
        time.sleep(0.1)


def _mb(pids: list[int]) -> list[int]:
    """Memory in use by each of these processes."""
    standen = []
    for pid in pids:
        with contextlib.suppress(OSError, StopIteration):
            regels = Path(f"/proc/{pid}/status").read_text().splitlines()
            standen.append(int(next(regel for regel in regels if regel.startswith("VmRSS")).split()[1]) // 1024)
    return standen if len(standen) == len(pids) else [0] * len(pids)


def _leeft(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()
