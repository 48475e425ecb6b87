"""A day is one of the Netherlands: of a moment in UTC it isn't asked, for from midnight on that is yesterday (E9)."""

import ast
import re

import pytest

from tests.huis.test_only_actions_write import ROOMS, ROOT

# A moment that the code got from the clock, by the names that we give it.
MOMENT = re.compile(r"\b(nu|now\(\)|nu\(\)|moment|NU)\.(date\(|weekday\(|isoweekday\(|replace\(hour)")
# path → why the day of UTC is meant, or can be no other.
MAY = {
    "bench/meter.py": "compares the two",
    "tests/cast.py": "a hundred days before a birthday",
    "tests/logboek/test_retention.py": "the log has months of UTC",
}
# A moment that stands in the test itself, at noon.
FIXED = ("tests/escalatie/", "tests/termijnen/test_term_in_words.py")


def found() -> dict[str, list[str]]:
    """The lines that ask a day of a moment, by file."""
    files = [file for where in [*ROOMS, "bench", "tests"] for file in (ROOT / where).rglob("*.py")]
    hits = {str(file.relative_to(ROOT)): asked(file.read_text()) for file in files}
    return {file: lines for file, lines in hits.items() if lines and not file.startswith(FIXED)}


def asked(source: str) -> list[str]:
    """What this module asks of a moment; a text or a comment that says so asks nothing."""
    if not MOMENT.search(source):
        return []
    calls = [
        ast.unparse(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("date", "weekday", "isoweekday", "replace")
    ]
    return [call for call in calls if MOMENT.search(call)]


@pytest.mark.eis("E9")
def test_nobody_asks_the_day_of_a_moment_without_saying_where():
    assert found().keys() == MAY.keys()


@pytest.mark.parametrize(
    "line", ["nu.date()", "timezone.now().date()", "clock.now().date()", "self.nu.weekday()", "now().replace(hour=11)"]
)
def test_such_a_line_is_found(line):
    assert asked(f"if {line} == x: ...") == [line]


@pytest.mark.parametrize("line", ["timezone.localtime(nu).date()", "localdate(nu)", "lokaal.date()", "x = 'nu.date()'"])
def test_a_day_of_here_is_not(line):
    assert asked(f"{line} == x") == []
