"""`make meet`: measures, and keeps the figures in docs/metingen.json; the tables of docs/prestaties.md are made of them.

`make meet` does all; `python3 -m start meet bladen tik` some, and the other figures stay as they were. Each part says of
which tree of git it is, when, and how much else the machine had to do.
"""

import argparse
import json
import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import date
from typing import Any

from bench import phone, tik, workday, yardstick
from start import native
from start.paths import PYTHON, ROOT

FIGURES, PAGE = ROOT / "docs" / "metingen.json", ROOT / "docs" / "prestaties.md"
# The table of a part stands between these two lines of the page.
BEGIN, END = "<!-- metingen: {} -->", "<!-- einde -->"
TICK_RUNNING, TICK_DUE = 30_000, 2_000

Row = dict[str, Any]


def row(what: str, measured: float, unit: str, aim: float | None = None, wanted: float | None = None) -> Row:
    """One figure beside its aim (at most that; None: only shown) and what is wanted."""
    return {"wat": what, "gemeten": round(measured, 3), "eenheid": unit, "hoogstens": aim, "gewenst": wanted}


def pages() -> list[Row]:
    """Each page in E, with a further afspraak and the database (bench/yardstick.py)."""
    with ExitStack() as stack:
        meter = stack.enter_context(closing(yardstick.Meter(ROOT)))
        lines = yardstick.measure({"hier": meter}, 15, others=True)["hier"]
    return [row(f"{line.name} ({line.reader})", line.measured, line.unit, line.aim, line.wanted) for line in lines]


def tick() -> list[Row]:
    """A tick with all its effects as × plain SQL that writes the same rows, in processor time (bench/tik.py)."""
    quiet, *rounds = tik.meet(TICK_RUNNING, TICK_DUE)
    ratios = [
        row(f"{done.wat}, 2.000", done.tik_processor / done.gewoon_processor, "× gewone SQL", 5, 3) for done in rounds
    ]
    return [*ratios, row("niets te doen", 1000 * quiet.tik, "ms", 5)]


def on_a_phone() -> list[Row]:
    """Ons plan on a phone (bench/phone.py)."""
    program = native.browser()
    assert program, "Chromium ontbreekt"
    loaded = phone.measure(program)
    return [
        row("Ons plan, alles samen", loaded.kb, "kB", phone.KB),
        row("Ons plan, te gebruiken op traag 3G", loaded.usable, "s", phone.SECONDS),
    ]


def working_day() -> list[Row]:
    """A mixed working day in a region of 10,000 plans (bench/workday.py)."""
    day = workday.measure(workday.PLANS, workday.REQUESTS)
    # The pace is given: a server that can't keep up falls short of it.
    short = max(0.0, workday.PACE - day.per_second)
    return [
        row("verzoeken per seconde", day.per_second, "per s"),
        row(f"te weinig voor {workday.PACE:g} per seconde", short, "per s", workday.SHORT),
        row("p95", day.p95, "ms", workday.P95_MS),
    ]


def tests() -> list[Row]:
    """The short form and the long one, from a prepared clone."""
    rows = []
    for form, command, aim in (("kort", "test", 8), ("lang", "test-lang", None)):
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), os.times().elapsed
        subprocess.run([PYTHON, "-m", "start.checks", command], cwd=ROOT, check=True)
        after, took = resource.getrusage(resource.RUSAGE_CHILDREN), os.times().elapsed - began
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        rows += [
            row(f"{form}: duur", took / 60, "min", aim),
            row(f"{form}: processor, zonder database", spent / 60, "min"),
        ]
    return rows


PARTS: dict[str, Callable[[], list[Row]]] = {
    "bladen": pages,
    "tik": tick,
    "telefoon": on_a_phone,
    "werkdag": working_day,
    "tests": tests,
}


def main(arguments: list[str]) -> int:
    """Measure the parts, write file and page. Returns the exit status: 1 when a figure is over its aim."""
    parser = argparse.ArgumentParser(prog="python3 -m start meet", description=__doc__)
    parser.add_argument("delen", nargs="*", help=f"some of {', '.join(PARTS)} (default: all)")
    chosen = parser.parse_args(arguments).delen or list(PARTS)
    if unknown := set(chosen) - set(PARTS):
        parser.error(f"onbekend: {', '.join(sorted(unknown))}")
    figures = read()
    missed = []
    for name in chosen:
        print(f"  {name}", file=sys.stderr, flush=True)
        loads = [os.getloadavg()[0]]
        rows = PARTS[name]()
        loads.append(os.getloadavg()[0])
        figures[name] = {
            "boom": tree(),
            "op": date.today().isoformat(),  # noqa: DTZ011 - the day of this machine
            "processors": os.cpu_count(),
            "belasting": [round(load, 1) for load in loads],
            "cijfers": rows,
        }
        # What was measured is kept, also when a later part fails.
        FIGURES.write_text(json.dumps(figures, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
        PAGE.write_text(filled(PAGE.read_text(), figures))
        missed += [figure["wat"] for figure in rows if not met(figure)]
    for what in missed:
        print(f"Boven de grens: {what}")
    return int(bool(missed))


def read() -> dict[str, Any]:
    """The figures as they were kept."""
    return json.loads(FIGURES.read_text()) if FIGURES.exists() else {}


def tree() -> str:
    """The hash of the tree that is measured; with a plus when more than the figures has changed since."""

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout

    kept = {str(file.relative_to(ROOT)) for file in (FIGURES, PAGE)}
    changed = {line[3:] for line in git("status", "--porcelain").splitlines()} - kept
    return git("rev-parse", "HEAD^{tree}").strip()[:12] + ("+" if changed else "")


def met(figure: Row) -> bool:
    """Whether the figure is within its aim."""
    return figure["hoogstens"] is None or figure["gemeten"] <= figure["hoogstens"]


def filled(page: str, figures: dict[str, Any]) -> str:
    """The page with the tables as the figures say."""
    for name in PARTS:
        begin = BEGIN.format(name)
        pattern = re.compile(rf"{re.escape(begin)}\n.*?{re.escape(END)}", re.S)
        assert pattern.search(page), f"docs/prestaties.md has no place for {name}"
        text = table(figures[name]) if name in figures else "Nog niet gemeten."
        page = pattern.sub(lambda _found, text=text, begin=begin: f"{begin}\n{text}\n{END}", page)
    return page


def table(part: dict[str, Any]) -> str:
    """One table with what it was measured on."""
    lines = [
        f"Gemeten op {part['op']}, boom `{part['boom']}`, {part['processors']} processors, belasting"
        f" {part['belasting'][0]} tot {part['belasting'][1]}.",
        "",
        "| wat | gemeten | hoogstens | gewenst | gehaald |",
        "| --- | ---: | ---: | ---: | --- |",
    ]
    for figure in part["cijfers"]:
        aim, wanted = (("" if value is None else f"{value:g}") for value in (figure["hoogstens"], figure["gewenst"]))
        said = "" if figure["hoogstens"] is None else "ja" if met(figure) else "nee"
        lines.append(f"| {figure['wat']} | {figure['gemeten']:.3g} {figure['eenheid']} | {aim} | {wanted} | {said} |")
    return "\n".join(lines)
