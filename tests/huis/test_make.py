"""`make` on its own says what there is to do, without preparing anything."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from start import environment, only_one
from start.paths import Halt

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


@pytest.mark.parametrize("module", ["paths", "environment", "frontend", "native", "only_one", "servers", "__main__"])
def test_the_launcher_needs_the_standard_library_only(module):
    program = f"import sys; sys.path.insert(0, '.'); import start.{module}"
    subprocess.run([sys.executable, "-I", "-S", "-c", program], cwd=ROOT, check=True)


def test_there_is_one_demo_of_a_checkout_from_before_it_is_prepared(tmp_path, monkeypatch):
    monkeypatch.setattr(only_one, "PLACE", tmp_path)
    with only_one.claim() as first:
        with pytest.raises(Halt, match="nog aan het starten"):
            only_one.claim()
        # What this process becomes keeps it, and says where it is.
        monkeypatch.setenv(only_one.HANDED_ON, "")
        only_one.hand_on(first)
        program = (
            "from start import only_one\nwith only_one.claim() as file: print('http://ergens/', file=file, end='')\n"
        )
        subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, close_fds=False)
        monkeypatch.delenv(only_one.HANDED_ON)
        with pytest.raises(Halt, match="http://ergens/"):
            only_one.claim()
    only_one.claim().close()


def test_make_demo_takes_that_lock_first():
    steps = (ROOT / "start" / "__main__.py").read_text()
    assert steps.index("only_one.claim()") < steps.index("environment.prepare()")


def test_pip_says_nothing_but_errors(tmp_path, capfd, monkeypatch):
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "leeg.txt").write_text("# nothing\n")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "is er niet"))
    environment.pip_install("leeg.txt")
    assert capfd.readouterr() == ("", "")


def test_ci_runs_the_same_command():
    assert (ROOT / ".ci" / "run").read_text().splitlines()[-1] == "make test"
