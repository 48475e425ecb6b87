"""publiccode.yml can be read by the catalogues of public software."""

import copy
import json
import tomllib

import pytest
import yaml

from start.publiccode import FILE, faults

SAID = yaml.safe_load(FILE.read_text())


def test_nothing_is_missing():
    assert list(faults(SAID)) == []


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("url",), None, "url ontbreekt"),
        (("url",), "ergens", "url is geen adres"),
        (("categories",), ["case-management"], "categories: case-management staat niet in de lijst"),
        (("maintenance", "contacts"), [], "maintenance/contacts met een naam ontbreekt"),
        (("releaseDate",), "22-11-2026", "releaseDate is JJJJ-MM-DD"),
        (("description", "nl", "longDescription"), "Kort", "description/nl/longDescription is 150 tot 10.000 tekens"),
        (("legal", "license"), None, "legal/license ontbreekt"),
    ],
)
def test_what_is_missing_is_said(path, value, expected):
    said = copy.deepcopy(SAID)
    place = said
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    assert expected in list(faults(said))


def test_its_version_is_that_of_the_packages():
    ours = tomllib.loads((FILE.parent / "pyproject.toml").read_text())["project"]["version"]
    front = json.loads((FILE.parent / "package-lock.json").read_text())["version"]
    assert SAID["softwareVersion"] == ours == front == json.loads((FILE.parent / "package.json").read_text())["version"]
