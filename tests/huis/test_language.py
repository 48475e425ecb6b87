"""The trade is said in English: what a test is called, and every name in core/, where no domain lives.

A domain word keeps its Dutch (`test_a_afspraak_...`), so no list of nouns decides. A small Dutch word, though, is never part
of a domain word: where one stands, the whole was said in Dutch.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Dutch and no English: 'met', 'over', 'die' and 'of' are both.
SMALL_WORD = re.compile(
    r"(?:^|_)(?:aan|als|bij|dan|dat|de|deze|dit|een|elke?|er|geen|het|hoe|kan|maar|mag|moet|naar|niet|nog|om|onder|ook|te"
    r"|tot|uit|van|voor|waar|wat|wel|wie|worden|wordt|zijn|zonder)(?:_|$)",
    re.IGNORECASE,
)


def dutch(name: str) -> bool:
    """Whether one of the parts of this name is a small Dutch word."""
    return SMALL_WORD.search(name) is not None


def called(file: Path) -> list[str]:
    """What this file of tests and the tests in it are called."""
    return [file.stem, *re.findall(r"\bdef (test_\w+)", file.read_text())]


def names(file: Path) -> Iterator[str]:
    """Every name that this file gives: its own, of functions and classes, their arguments, and what is set."""
    yield file.stem
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def test_no_test_is_named_in_dutch():
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    assert len(files) > 100
    assert not [(file.name, name) for file in files for name in called(file) if dutch(name)]


def test_core_speaks_english():
    """`core/mee.py` keeps its words as long as it is there."""
    files = [file for file in (ROOT / "core").rglob("*.py") if "migrations" not in file.parts and file.stem != "mee"]
    assert len(files) > 20
    assert not [(file.name, name) for file in files for name in names(file) if dutch(name)]


def test_a_dutch_name_is_found(tmp_path):
    file = tmp_path / "test_x.py"
    said = "def test_a_afspraak_without_a_date():\n    pass\n\n\ndef {}(wie):\n    _wat = 1\n"
    file.write_text(said.format("test_" + "zonder_datum"))
    assert [name for name in called(file) if dutch(name)] == ["test_zonder_datum"]
    assert [name for name in names(file) if dutch(name)] == ["test_zonder_datum", "wie", "_wat"]
