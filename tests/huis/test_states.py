"""A state is written by the function that reads the table of moves, and by nothing else (core/states.py)."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from core.rooms import ROOMS
from core.states import Moves, NoSuchMove

ROOT = Path(__file__).resolve().parents[2]
# Whoever writes a state without it, and why.
ITSELF = {
    "core/states.py": "the function",
    "termijnen/actions/leven.py": "the life of a term: one statement that ends what still runs and says which did (E9)",
}
# Where the moves are kept of what has no history of its own, and no term that says from, to, who, when and why.
KEPT = {
    "Termijn": "TermijnWijziging",
    "Stagnatie": "Gebeurtenis",
    "Stap": "Gebeurtenis",
    "Sluitverzoek": "the log: a row of each act; a silence is by its own end",
    "Toegangsverzoek": "the log: a row of each act; a silence is by its own end",
    "Herstelverzoek": "the log: a row of each act; a silence is by its own end",
    "FunctieVerzoek": "the log: a row of each act; a silence is by its own end",
    "Signaal": "the log: a row of each act; a silence asks another too",
    "PdfOpdracht": "nowhere: a ticket for a worker, gone within the hour",
    "Opdracht": "nowhere: of the practice environment",
}


def stateful():
    return {
        model: model._meta.get_field("staat")
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
        # The tables of the history copy what was written.
        if any(field.name == "staat" for field in model._meta.fields) and not hasattr(model, "pgh_tracked_model")
    }


def writers(tree):
    """Lines that give a row another state, in memory or in the database."""
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        written = [leaf for target in targets if target for leaf in ast.walk(target) if isinstance(leaf, ast.Attribute)]
        if any(leaf.attr == "staat" and isinstance(leaf.ctx, ast.Store) for leaf in written):
            yield node.lineno
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr == "update" and any(keyword.arg == "staat" for keyword in node.keywords):
            yield node.lineno


@pytest.mark.parametrize("text", ["a.staat = 1", "a.staat, b = 1, 2", "q.update(staat=1)", "a.staat: int = 1"])
def test_a_line_that_writes_a_state_is_seen(text):
    assert list(writers(ast.parse(text)))


def test_a_state_is_written_in_one_way():
    found = {}
    for room in ROOMS:
        for file in (ROOT / room).rglob("*.py"):
            name = str(file.relative_to(ROOT))
            if "migrations" in file.parts or name in ITSELF:
                continue
            text = file.read_text()
            # Reading the tree of all files would take a second.
            if not re.search(r"\.staat\b|\bstaat=|\bSET\s+staat\b", text):
                continue
            if lines := [*writers(ast.parse(text)), *re.findall(r"\bSET\s+staat\b", text)]:
                found[name] = lines
    assert found == {}


def test_every_state_has_its_table():
    for model, field in stateful().items():
        moves = getattr(model, "overgangen", None)
        assert isinstance(moves, Moves), model
        states = {value for value, _label in field.choices}
        named = {*moves.table, *(to for new in moves.table.values() for to in new)}
        assert named == states, f"{model}: no way to or from {states ^ named}"


def test_every_move_is_a_row_somewhere():
    for model in stateful():
        fields = {field.name for field in model._meta.fields}
        kept = hasattr(model, "pgh_event_model") or "termijn" in fields or model.__name__ in KEPT
        assert kept, f"{model}: who moved it, when and why?"


class Row:
    def __init__(self, staat):
        self.staat = staat


class Light(models.TextChoices):
    RED = "red"
    GREEN = "green"


def test_a_move_that_isnt_in_the_table_is_refused():
    moves = Moves({Light.RED: {Light.GREEN}})
    red, green = Row("red"), Row("green")
    moves.move(Light.GREEN, red)
    assert red.staat == "green"
    for row, to in ((green, Light.RED), (green, Light.GREEN)):
        with pytest.raises(NoSuchMove):
            moves.move(to, row)
    assert green.staat == "green"
