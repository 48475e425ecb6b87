"""`make mutanten`: small faults made on purpose in the code that decides, one at a time; its tests must notice each one.

    make mutanten                                         all of it, for a night
    python3 -m start mutanten termijnen/kalender.py       one module
    python3 -m start mutanten --sample 20                 twenty of each, drawn anew; --seed N draws the same again

A fault that no test notices fails, unless tests/mutants.toml says why it may stay; so does one that stands there and that
a test notices. Faults are made in a copy of the code: a run that is ended leaves none behind. Most are tried in a fork of a
process that has all ready (tests/forked.py); what isn't noticed there gets a start of its own.
"""

import argparse
import ast
import json
import os
import random
import re
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from start.checks import for_tests
from start.environment import pip_install
from start.paths import PYTHON, ROOT, VENV, Halt, fingerprint, put_stamp, say, stamped

# Module → the tests that must notice a fault in it; the nearest first, for the first that notices it ends the run.
TARGETS: dict[str, str] = {
    "termijnen/kalender.py": "tests/termijnen/test_kalender.py",
    "termijnen/uitstel.py": "tests/escalatie/test_opens_in_the_morning.py",
    "escalatie/actions/ongeopend.py": "tests/escalatie/test_hours_and_safety.py",
    "instanties/permissions.py": "tests/instanties/test_who_is_who.py tests/instanties/test_beheer.py"
    " tests/instanties/test_vervanging.py tests/gezinsplan/test_afstemming_without_family.py",
    "gezinnen/permissions.py": "tests/gezinnen tests/toestemming/test_zicht_properties.py",
    "gezinsplan/permissions.py": "tests/gezinsplan/test_closed_doors.py tests/gezinsplan/test_afvinken.py"
    " tests/gezinsplan/test_vervanging.py tests/gezinsplan/test_aanvaarden.py",
    "toestemming/permissions.py": "tests/toestemming/test_closed_doors.py tests/toestemming/test_inzage.py"
    " tests/toestemming/test_zicht.py",
    "escalatie/permissions.py": "tests/escalatie/test_who_sees_what.py tests/escalatie/test_closed_doors.py"
    " tests/escalatie/test_vervanging.py tests/escalatie/test_page_acts.py",
    "escalatie/actions/stappen.py": "tests/escalatie/test_three_steps.py tests/escalatie/test_stagnatie_begins.py"
    " tests/escalatie/test_always_somebody.py tests/escalatie/test_vervanging.py",
    "toestemming/regels.py": "tests/toestemming/test_zicht.py tests/gezinsplan/test_eigen_zaken.py"
    " tests/toestemming/test_zicht_properties.py tests/toestemming/test_weghouden.py",
    "toestemming/filters.py": "tests/toestemming/test_zicht.py tests/gezinsplan/test_ons_plan.py"
    " tests/gezinsplan/test_plan_page.py tests/toestemming/test_everything_at_once.py",
    "escalatie/filters.py": "tests/escalatie/test_who_sees_what.py tests/escalatie/test_vervanging.py"
    " tests/escalatie/test_closed_doors.py",
    "instanties/bewezen.py": "tests/toestemming/test_signed_after_a_code.py",
    "instanties/bevestigers.py": "tests/instanties/test_tweede_persoon.py tests/instanties/test_sluiten.py",
    "toestemming/dekking.py": "tests/toestemming/test_nee.py tests/toestemming/test_zicht.py",
    "toestemming/ondertekenaars.py": "tests/toestemming/test_who_signs.py tests/toestemming/test_tekenen.py"
    " tests/toestemming/test_nee.py",
    "toestemming/actions/zeggenschap.py": "tests/toestemming/test_who_decides_is_told.py",
    "toestemming/zicht.py": "tests/toestemming/test_zicht.py tests/toestemming/test_closed_doors.py"
    " tests/toestemming/test_gaps.py tests/toestemming/test_zicht_properties.py",
}
LIST = ROOT / "tests" / "mutants.toml"
# Seconds of processor time for the tests of one fault: a fault may make a loop without an end. The first run of all makes
# the database too.
CEILING = 180
# What one line became: as the list says it, so that it doesn't hang on the numbers of lines.
Fault = tuple[str, str, str]


def stays() -> dict[Fault, str]:
    """Give the faults that may stay (module, line, what it became), each with the reason."""
    rows = tomllib.loads(LIST.read_text()).get("stays", [])
    return {(row["module"], row["line"], row["became"]): row["why"] for row in rows}


def main(arguments: list[str]) -> int:
    """Run, and say what no test noticed. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="mutanten")
    parser.add_argument("modules", nargs="*", help=" ".join(TARGETS))
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))  # noqa: S311 - nothing secret
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.modules) - set(TARGETS):
        parser.error(f"onbekend: {' '.join(sorted(unknown))}")
    try:
        stamp = f"{fingerprint(ROOT / 'requirements' / 'mutants.txt')} {VENV}"
        if not stamped("mutants", stamp):
            pip_install("mutants.txt")
            put_stamp("mutants", stamp)
        with for_tests() as environment, tempfile.TemporaryDirectory(prefix="mutants-") as folder:
            copy(Path(folder))
            os.environ |= environment
            say(f"Trekking {chosen.seed}" if chosen.sample else "Alles")
            judged = [
                judge(Path(folder), module, chosen.sample, chosen.seed) for module in chosen.modules or list(TARGETS)
            ]
            return 0 if all(judged) else 1
    except Halt as halt:
        say(str(halt))
        return 1


def copy(folder: Path) -> None:
    """Copy all that is in version control, as it is now, and what the front end needs."""
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, files.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    (folder / "static" / "vendor").symlink_to(ROOT / "static" / "vendor")


def judge(folder: Path, module: str, sample: int, seed: int) -> bool:
    """Make the faults of one module, or a sample of them. Returns whether each was noticed or may stay."""
    command = shlex.join([str(PYTHON), "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *TARGETS[module].split()])
    began = spent()
    faults = list(faults_in(folder, module))
    total = len(faults)
    if sample:
        faults = random.Random(seed).sample(faults, min(sample, total))  # noqa: S311 - nothing secret
    may_stay = {fault: why for fault, why in stays().items() if fault[0] == module}
    forked = in_forks(folder, module, [made for _fault, made in faults], command)
    survived, unlisted = [], 0
    for (fault, made), known in zip(faults, forked, strict=True):
        if not known and not noticed(folder, module, made, command):
            survived.append(fault)
            if fault not in may_stay:
                unlisted += 1
                tell("niet opgemerkt", fault)
    stale = [] if sample else [fault for fault in may_stay if fault not in survived]
    for fault in stale:
        tell("staat in de lijst, maar wordt opgemerkt of bestaat niet meer", fault)
    killed, seconds = len(faults) - len(survived), spent() - began
    say(
        f"{module}: {len(faults)} van {total} fouten gemaakt, {killed} opgemerkt, {len(survived)} niet;"
        f" {seconds:.0f} s processor"
    )
    return not unlisted and not stale


def tell(what: str, fault: Fault) -> None:
    """Say at once what is so of a fault: a whole module takes long."""
    _module, line, became = fault
    print(f"  {what}:\n    {line}\n    {became}", flush=True)


def spent() -> float:
    """Return the processor seconds of all that ran and ended so far; without the servers."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def faults_in(folder: Path, module: str) -> Iterator[tuple[Fault, str]]:
    """Give each fault that can be made in a module, with the module that it makes. What changes nothing is left out."""
    # Installed by this command only.
    from cosmic_ray.commands.init import init
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator
    from cosmic_ray.work_db import WorkDB, use_db

    source = (folder / module).read_text()
    with use_db(str(folder / "var-mutants.sqlite"), WorkDB.Mode.create) as work:
        init([folder / module], work, {})
        specs = [mutation for item in work.work_items for mutation in item.mutations]
    for spec in specs:
        made = mutate_code(source, get_operator(spec.operator_name)(**spec.operator_args), spec.occurrence)
        if made is not None and does_something(source, made):
            yield (module, *difference(source, made)), made


def does_something(before: str, after: str) -> bool:
    """Say whether a fault can make a difference to anybody. Three kinds can't; and what isn't Python, nobody can run.

    A type in a signature is read by nobody who runs. `frozen` forbids what no code does. And of an enum there is one of each
    member: `is` beside it does the same as `==`, or never holds (a text out of the database), and that fault `!=` is too.
    """
    try:
        return _what_counts(before) != _what_counts(after)
    except SyntaxError:
        return False


def _what_counts(source: str) -> str:
    tree = ast.parse(source)
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                node.returns = None
            case ast.arg():
                node.annotation = None
            case ast.AnnAssign(value=ast.expr()):
                node.annotation = ast.Constant(None)
            case ast.Call():
                node.keywords = [keyword for keyword in node.keywords if keyword.arg != "frozen"]
            case ast.Compare(ops=[ast.Is() | ast.IsNot()], comparators=[ast.Attribute(attr=name)]) if name.isupper():
                node.ops = [ast.Eq() if isinstance(node.ops[0], ast.Is) else ast.NotEq()]
    return ast.dump(tree)


def difference(before: str, after: str) -> tuple[str, str]:
    """Give the first line that a fault changes, and what it became."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    one, other = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
    return re.sub(r"\s+", " ", one).strip(), re.sub(r"\s+", " ", other).strip()


def in_forks(folder: Path, module: str, faults: list[str], command: str) -> list[bool | None]:
    """Try faults in forks of one process. Returns for each: True, a test noticed it, or None, not known.

    Raises Halt when the tests fail without a fault too.
    """
    asked = folder / "var-faults.json"
    asked.write_text(json.dumps({"source": (folder / module).read_text(), "faults": faults}))
    # Stopping is the plugin's: pytest's own -x would clear away what the next fork needs.
    environment = {"FAULTS": str(asked), "FAULTS_CEILING": str(CEILING)}
    done = run(folder, f"{command} --maxfail=0 -p tests.forked", environment, limited=False)
    if done.returncode:
        raise Halt(f"{module}: de tests slagen ook zonder fout niet.\n{done.stdout[-4000:]}")
    return json.loads(asked.read_text())


def noticed(folder: Path, module: str, made: str, command: str) -> bool:
    """Run the tests with a fault. Returns whether one of them noticed it."""
    place = folder / module
    source = place.read_text()
    place.write_text(made)
    try:
        return run(folder, command).returncode != 0
    finally:
        place.write_text(source)


def run(
    folder: Path, command: str, extra: Mapping[str, str] | None = None, *, limited: bool = True
) -> subprocess.CompletedProcess[str]:
    """Run the tests, what has no end for CEILING seconds. Returns how it ended: 0, they pass."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (CEILING, CEILING))

    # Two faults within a second would else be one and the same compiled file.
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"} | (extra or {})
    return subprocess.run(
        shlex.split(command),
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit if limited else None,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
