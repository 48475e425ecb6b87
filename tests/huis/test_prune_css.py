"""Stylesheets of others are shortened to what our pages use, and to nothing less (R2)."""

import re

import pytest

from start import frontend, prune_css

WHOLE = frontend.MODULES / "@utrecht/component-library-css/dist/index.css"


def test_what_is_used_is_kept_with_its_states_and_the_rest_goes():
    css = (
        '@charset "UTF-8"; .utrecht-a, .utrecht-b:hover { color: red } .utrecht-a--invalid { color: blue }'
        "@media print { .utrecht-b { color: green } .utrecht-a__part:is(.x, .y) { margin: 0 } }"
        "@media screen { .utrecht-b { color: red } } .utrecht-heading-2 { margin: 0 }"
    )
    kept = prune_css.rules(css, {"utrecht-a", "utrecht-a__part", "utrecht-heading-"})
    assert "utrecht-b" not in kept
    assert "screen" not in kept
    for part in (".utrecht-a{", ".utrecht-a--invalid{", ".utrecht-a__part:is(.x, .y){", ".utrecht-heading-2{"):
        assert part in kept


def test_a_token_comes_with_those_it_asks_for():
    css = ".theme { --a: var(--b, var(--c)); --b: 1px; --c: 2px; --d: 3px }"
    assert (
        prune_css.tokens(css, ["p { margin: var(--a) }"]) == ".theme{\n--a:var(--b, var(--c));\n--b:1px;\n--c:2px;\n}\n"
    )


@pytest.mark.eis("R2")
def test_every_class_on_our_pages_that_has_rules_still_has_them():
    whole, kept = WHOLE.read_text(), prune_css.RULES.read_text()
    for name in frontend.classes_used():
        rule = re.compile(rf"\.{name}(?![\w-])" if not name.endswith("-") else rf"\.{name}")
        assert bool(rule.search(whole)) == bool(rule.search(kept)), name
    assert len(kept) < len(whole) / 3
