"""Shorten the stylesheets of others in `static/vendor/` to what our pages use: on a phone they were half of all that comes.

Kept are the rules for the classes that our own files name, with their states, and the tokens that those rules and our stylesheets ask for.
Run by `start/frontend.py` in the Python of the virtual environment: `python -m start.prune_css`.
"""

import re
import sys
from collections.abc import Iterable

import tinycss2

from start.frontend import VENDOR, classes_used
from start.paths import ROOT

RULES, TOKENS = VENDOR / "utrecht" / "index.css", VENDOR / "voorbeeld" / "theme.css"
HEADER = "/* @license EUPL-1.2. Shortened to what is used here; the whole, its makers and licence: LICENSE.md beside this. */\n"
CLASS = re.compile(r"\.(utrecht-[\w-]+)")
ASKED = re.compile(r"var\(\s*(--[\w-]+)")


def main() -> int:
    """Replace both files by what is kept of them."""
    RULES.write_text(HEADER + rules(RULES.read_text(), classes_used()))
    asking = [RULES.read_text(), *(file.read_text() for file in (ROOT / "static" / "css").glob("*.css"))]
    TOKENS.write_text(HEADER + tokens(TOKENS.read_text(), asking))
    return 0


def rules(css: str, names: set[str]) -> str:
    """The rules of `css` that can touch a page with these classes."""
    return "".join(_kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), names))


def tokens(css: str, asking: Iterable[str]) -> str:
    """The custom properties of `css` that somebody asks for, with those that they ask for in turn."""
    found = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    values = {
        declaration.name: tinycss2.serialize(declaration.value).strip()
        for rule in found
        for declaration in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    }
    wanted, todo = set(), [name for text in asking for name in ASKED.findall(text)]
    while todo:
        name = todo.pop()
        if name in values and name not in wanted:
            wanted.add(name)
            todo += ASKED.findall(values[name])
    (selector,) = {tinycss2.serialize(rule.prelude).strip() for rule in found}
    lines = (f"{name}:{value};" for name, value in values.items() if name in wanted)
    return f"{selector}{{\n" + "\n".join(lines) + "\n}\n"


def _kept(parsed: list, names: set[str]) -> list[str]:
    kept = []
    for rule in parsed:
        if rule.type == "qualified-rule":
            selectors = _split(rule.prelude)
            ours = [selector for selector in selectors if all(_is_named(one, names) for one in CLASS.findall(selector))]
            if ours:
                kept.append(f"{','.join(ours)}{{{tinycss2.serialize(rule.content).strip()}}}\n")
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports", "container") and rule.content:
            inner = _kept(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), names)
            if inner:
                kept.append(f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{''.join(inner)}}}\n")
        elif getattr(rule, "lower_at_keyword", "") != "charset":
            kept.append(rule.serialize() + "\n")
    return kept


def _split(prelude: list) -> list[str]:
    """The selectors of a rule: divided at commas that stand in no brackets."""
    groups: list[list] = [[]]
    for part in prelude:
        if part == ",":
            groups.append([])
        else:
            groups[-1].append(part)
    return [tinycss2.serialize(group).strip() for group in groups]


def _is_named(one: str, names: set[str]) -> bool:
    """A state or variant (`--invalid`) comes with what it is a state of: those are put together while a page is made."""
    return one.partition("--")[0] in names or any(name.endswith("-") and one.startswith(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
