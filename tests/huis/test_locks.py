"""The lock files pin everything by content, and send nobody to somebody's own package index."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def test_every_list_has_its_lock():
    assert {file.stem for file in LOCKS} == {file.stem for file in (ROOT / "requirements").glob("*.in")}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda file: file.name)
def test_python_lock_has_hashes_and_no_address(lock):
    text = lock.read_text()
    assert not re.search(r"://|--(extra-)?index-url|--find-links|file:| @ ", text)
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[a-z0-9][\w.\[\],-]*==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("name", ["base", "dev", "servers", "node", "sbom"])
def test_every_wish_is_locked(name):
    wishes = re.findall(r"^[a-zA-Z][\w-]*", (ROOT / "requirements" / f"{name}.in").read_text(), re.M)
    locked = set(re.findall(r"^([a-z0-9][\w.-]*)==", (ROOT / "requirements" / f"{name}.txt").read_text(), re.M))
    assert {wish.lower() for wish in wishes} <= locked


def test_what_production_runs_is_what_was_tested():
    def versions(name):
        return set(re.findall(r"^\S+==\S+", (ROOT / "requirements" / f"{name}.txt").read_text(), re.M))

    assert versions("base") <= versions("dev")


def test_front_end_lock_has_hashes_and_no_address():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert name == "" or package["integrity"].startswith("sha512-"), name
