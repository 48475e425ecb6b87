"""`make` on its own says what there is to do, without preparing anything."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_make_lists_every_target():
    shown = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.M)[1].split()
    assert {"demo", "demo-leeg", "test", "lint", "bench"} <= set(targets)
    for target in set(targets) - {"help"}:
        assert f"make {target} " in shown


def test_an_unknown_command_is_refused():
    answer = subprocess.run(
        [sys.executable, "-m", "start", "iets"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 2
    assert "make demo" in answer.stdout


@pytest.mark.parametrize("module", ["paths", "environment", "frontend", "native", "servers", "__main__"])
def test_the_launcher_needs_the_standard_library_only(module):
    program = f"import sys; sys.path.insert(0, '.'); import start.{module}"
    subprocess.run([sys.executable, "-I", "-S", "-c", program], cwd=ROOT, check=True)


def test_ci_runs_the_same_command():
    assert (ROOT / ".ci" / "run").read_text().splitlines()[-1] == "make test"
