"""Each page in E, the empty page of a fixed version, in processor time; says whether the aims are met (R2).

`python3 -m start bench bladen`, or beside another version in the same run: `--naast <checkout or git revision>`.
"""

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from start.paths import ROOT, VAR

METER = Path(__file__).with_name("meter.py")


@dataclass(frozen=True)
class Aim:
    """At most this many E, and what is wanted."""

    most: float
    wanted: float | None = None


AIMS = {
    "empty": Aim(0.5),
    "plan": Aim(4, 3),
    "Ons plan": Aim(4, 3),
    "stagnatie": Aim(3.5, 2.5),
    "Mijn werk": Aim(2.5, 2),
    "Gezinnen": Aim(3),
}
# Every other page of the matrix; shown are the heaviest.
OTHER, HEAVIEST = Aim(3), 5
# Per cent of the page, for each further afspraak; and milliseconds of the database's processor, for a plan.
FURTHER, DATABASE_MS = 1.0, 10.0
WITH_AFSPRAKEN = ("plan", "Ons plan")


@dataclass(frozen=True)
class Line:
    """One line of the table: what was measured, for whom, beside its aim."""

    name: str
    reader: str
    measured: float
    unit: str
    aim: float
    wanted: float | None = None
    # Milliseconds of processor time here and now, of the program and of the database.
    program_ms: float | None = None
    database_ms: float | None = None

    @property
    def met(self) -> bool:
        """Whether it is within the aim."""
        return self.measured <= self.aim


class Meter:
    """A process that measures the pages of one checkout (bench/meter.py)."""

    def __init__(self, place: Path) -> None:
        self.place = place
        environment = {**os.environ, "PYTHONPATH": str(place), "PYTHONHASHSEED": "0"}
        # -P: not the folder of the meter itself, whose `bench` is this version's.
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(METER)], cwd=place, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, start_new_session=True,
        )  # fmt: skip
        self.readers: dict[str, list[str]] = self._answer()

    def ask(self, *words: str) -> Any:
        """Send one command and wait for its answer. Raises RuntimeError when the meter stopped; it has said why."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def visits(self, page: str, reader: str) -> dict[str, float]:
        """One visit: processor seconds of the yardstick (`unit`), the `page` and the `database`."""
        return self.ask("visit", page, reader)

    def close(self) -> None:
        """Let it clear away its database, and wait until it has."""
        assert self._process.stdin
        self._process.stdin.close()
        try:
            self._process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def _answer(self) -> Any:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"De meter van {self.place} is gestopt; de melding hierboven zegt waarom.")
        return json.loads(line)


def main(arguments: list[str]) -> int:
    """Measure, print a table for each version. Returns the exit status: 1 when this version is over an aim."""
    parser = argparse.ArgumentParser(prog="python3 -m start bench bladen", description=__doc__)
    parser.add_argument("--keren", type=int, default=15, help="visits of each page by its worst reader")
    parser.add_argument("--naast", help="a checkout or git revision, measured in turns with this one")
    parser.add_argument(
        "--lezers", action="store_true", help="also what each page costs each reader, with as much again"
    )
    parser.add_argument("--kort", action="store_true", help="without the other pages of the matrix")
    parser.add_argument("--json", type=Path, help="also write the lines there, by version")
    choice = parser.parse_args(arguments)
    with contextlib.ExitStack() as stack:
        places = {"hier": ROOT}
        if choice.naast:
            places["ervoor"] = stack.enter_context(_checkout(choice.naast))
        meters = {name: stack.enter_context(contextlib.closing(Meter(place))) for name, place in places.items()}
        lines = measure(meters, choice.keren, others=not choice.kort)
        readers = {page: _by_reader(meters["hier"], page) for page in AIMS} if choice.lezers else {}
    print(table(lines))
    for page, cost in readers.items():
        shown = ", ".join(f"{reader} {ratio:.1f}" for reader, ratio in sorted(cost.items(), key=lambda pair: -pair[1]))
        print(f"\n{page}, in E: {shown}")
    if choice.json:
        choice.json.write_text(json.dumps({name: [asdict(line) for line in own] for name, own in lines.items()}))
    return int(any(not line.met for line in lines["hier"]))


def measure(meters: dict[str, Meter], turns: int, *, others: bool) -> dict[str, list[Line]]:
    """The lines of each version; the versions take turns visit by visit."""
    lines: dict[str, list[Line]] = {name: [] for name in meters}
    worst = {name: {page: _worst(meter, page) for page in AIMS} for name, meter in meters.items()}
    for page in AIMS:
        for name, line in _in_turns(meters, page, worst, turns).items():
            lines[name].append(line)
    if others:
        for name, meter in meters.items():
            for route, reader, ratio in meter.ask("others")[:HEAVIEST]:
                lines[name].append(Line(route, reader, ratio, "E", OTHER.most))
    for own in lines.values():
        plan = next(line for line in own if line.name == "plan")
        assert plan.database_ms is not None
        own.append(Line("plan, database", plan.reader, plan.database_ms, "ms", DATABASE_MS))
    lines_before = {name: {line.name: line for line in own} for name, own in lines.items()}
    more = {name: meter.ask("grow") for name, meter in meters.items()}
    for page in WITH_AFSPRAKEN:
        for name, line in _in_turns(meters, page, worst, turns).items():
            growth = 100 * (line.measured / lines_before[name][page].measured - 1) / more[name]
            lines[name].append(Line(f"{page}, elke afspraak erbij", line.reader, growth, "%", FURTHER))
    return lines


def _worst(meter: Meter, page: str) -> str:
    """The reader for whom the page takes longest."""
    cost = _by_reader(meter, page)
    return max(cost, key=lambda reader: cost[reader])


def _by_reader(meter: Meter, page: str) -> dict[str, float]:
    cost = {}
    for reader in meter.readers[page]:
        visits = [meter.visits(page, reader) for _turn in range(4)][1:]
        cost[reader] = statistics.median(visit["page"] / visit["unit"] for visit in visits)
    return cost


def _in_turns(meters: dict[str, Meter], page: str, worst: dict[str, dict[str, str]], turns: int) -> dict[str, Line]:
    visits: dict[str, list[dict[str, float]]] = {name: [] for name in meters}
    for _turn in range(turns + 1):
        for name, meter in meters.items():
            visits[name].append(meter.visits(page, worst[name][page]))
    aim = AIMS[page]
    return {
        name: Line(
            page,
            worst[name][page],
            statistics.median(visit["page"] / visit["unit"] for visit in own[1:]),
            "E",
            aim.most,
            aim.wanted,
            1000 * statistics.median(visit["page"] for visit in own[1:]),
            1000 * statistics.median(visit["database"] for visit in own[1:]),
        )
        for name, own in visits.items()
    }


def table(lines: dict[str, list[Line]]) -> str:
    """The table, versions beside each other."""
    names = list(lines)
    head = ["pagina", "lezer", "hoogstens", "gewenst", *names, "ms", "database (ms)", "gehaald"]
    rows = [head, ["---", "---", "---:", "---:", *["---:"] * len(names), "---:", "---:", "---"]]
    by_name = {name: {line.name: line for line in own} for name, own in lines.items()}
    for line in lines[names[0]]:
        # Which of the other pages are the heaviest differs per version.
        found = [by_name[name].get(line.name) for name in names]
        measured = [f"{one.measured:.2f} {one.unit}" if one else "" for one in found]
        rows.append(
            [line.name, line.reader, f"{line.aim:g}", _shown(line.wanted), *measured, _shown(line.program_ms),
             _shown(line.database_ms), "ja" if line.met else "nee"]
        )  # fmt: skip
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _shown(number: float | None) -> str:
    return "" if number is None else f"{number:.3g}"


@contextmanager
def _checkout(where: str) -> Iterator[Path]:
    """The checkout at a path, or a `git worktree` of a revision for as long as the block lasts."""
    if Path(where).is_dir():
        yield Path(where).resolve()
        return
    place = VAR / "ervoor"
    subprocess.run(["git", "worktree", "add", "--force", "--detach", place, where], cwd=ROOT, check=True)
    try:
        yield place
    finally:
        subprocess.run(["git", "worktree", "remove", "--force", place], cwd=ROOT, check=True)
