"""What only tests ask goes: a function or property of ours is named somewhere else in what runs, or a framework calls it.

By its name alone. A tool for dead code (vulture) finds little more here, and needs a list of what Django calls.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.huis.test_only_actions_write import ROOMS, ROOT

WORD = re.compile(r"\w+")
# module:function → who calls it, by its name.
CALLED = {
    "config.gunicorn:child_exit": "gunicorn, when a worker has ended",
    "config.gunicorn:on_exit": "gunicorn, when it ends itself",
    "config.gunicorn:post_worker_init": "gunicorn, when a worker begins",
}


def defined(source: str) -> Iterator[str]:
    """Give the functions of this module that nothing registers by decorating them, and the properties of its classes."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and not node.decorator_list:
            yield node.name
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef) and any(
                    "property" in ast.unparse(decorator) for decorator in inner.decorator_list
                ):
                    yield inner.name


def unused(modules: dict[str, str], others: list[str]) -> set[str]:
    """The functions and properties of these modules that are named nowhere but where they are defined."""
    named = Counter(word for text in [*modules.values(), *others] for word in WORD.findall(text))
    found = [(module, name) for module, source in modules.items() for name in defined(source)]
    times = Counter(name for _module, name in found)
    return {f"{module}:{name}" for module, name in found if named[name] <= times[name]}


@pytest.mark.heavy("reads all that runs")
def test_what_is_defined_is_used():
    files = [file for room in [*ROOMS, "bench", "start"] for file in (ROOT / room).rglob("*.py")]
    modules = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts): file.read_text()
        for file in files
        if "migrations" not in file.parts
    }
    others = [file.read_text() for file in (ROOT / "templates").rglob("*.*") if file.suffix in (".html", ".txt")]
    assert len(modules) > 300 and len(others) > 100
    assert unused(modules, others) == set(CALLED)


def test_what_nobody_names_is_found():
    een = "def gevraagd(): ...\ndef gebruikt(): ...\n@receiver(x)\ndef geroepen(): ...\nclass A:\n    @property\n    def b(self): ...\n"
    assert unused({"een": een, "twee": "gebruikt()"}, []) == {"een:gevraagd", "een:b"}
    assert unused({"een": een, "twee": "gebruikt()"}, ["{{ a.b }}{{ gevraagd }}"]) == set()
