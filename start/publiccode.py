"""Whether publiccode.yml says what the standard asks of it: https://yml.publiccode.tools/ (there is no kept validator for Python)."""

import re
import sys
from collections.abc import Iterator
from typing import Any

import yaml

from start.paths import ROOT

FILE = ROOT / "publiccode.yml"
STATUSES = {"concept", "development", "beta", "stable", "obsolete"}
MAINTENANCE = {"internal": "contacts", "community": "contacts", "contract": "contractors", "none": None}
# Of the standard's own lists those that fit a system such as this; a word that isn't there can't be found in a catalogue.
CATEGORIES = {
    "collaboration", "compliance-management", "document-management", "project-collaboration", "task-management",
    "workflow-management",
}  # fmt: skip
SCOPES = {"healthcare", "local-authorities", "society", "welfare"}
MANDATORY = (
    "publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus", "softwareType", "description",
    "legal/license", "maintenance/type", "localisation/localisationReady", "localisation/availableLanguages",
)  # fmt: skip


def main() -> int:
    """Print what is wrong. Returns the exit status."""
    wrong = list(faults(yaml.safe_load(FILE.read_text(encoding="utf-8"))))
    for line in wrong:
        print(f"publiccode.yml: {line}")
    return int(bool(wrong))


def faults(said: dict[str, Any]) -> Iterator[str]:
    """What the standard asks and `said` doesn't give, one line each."""
    yield from (f"{path} ontbreekt" for path in MANDATORY if _at(said, path) in (None, "", [], {}))
    if not re.fullmatch(r"https?://\S+", str(said.get("url"))):
        yield "url is geen adres"
    if said.get("developmentStatus") not in STATUSES:
        yield f"developmentStatus is een van {sorted(STATUSES)}"
    for path, known in (("categories", CATEGORIES), ("intendedAudience/scope", SCOPES)):
        yield from (f"{path}: {word} staat niet in de lijst" for word in set(_at(said, path) or ()) - known)
    if "releaseDate" in said and not re.fullmatch(r"\d{4}-\d\d-\d\d", str(said["releaseDate"])):
        yield "releaseDate is JJJJ-MM-DD"
    kind = _at(said, "maintenance/type")
    if kind not in MAINTENANCE:
        yield f"maintenance/type is een van {sorted(MAINTENANCE)}"
    elif (who := MAINTENANCE[kind]) and not all(one.get("name") for one in _at(said, f"maintenance/{who}") or [{}]):
        yield f"maintenance/{who} met een naam ontbreekt"
    for language, text in (said.get("description") or {}).items():
        if not 0 < len(text.get("shortDescription", "").strip()) <= 150:
            yield f"description/{language}/shortDescription is 1 tot 150 tekens"
        if not 150 <= len(text.get("longDescription", "").strip()) <= 10_000:
            yield f"description/{language}/longDescription is 150 tot 10.000 tekens"
        if not text.get("features"):
            yield f"description/{language}/features ontbreekt"


def _at(said: Any, path: str) -> Any:
    for key in path.split("/"):
        said = said.get(key) if isinstance(said, dict) else None
    return said


if __name__ == "__main__":
    sys.exit(main())
