"""What rooms fill in and hear of each other is what the tables of docs/architectuur.md say, in that order."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.dispatch import Signal

from core.registry import AlreadyTaken, Registry, Seat
from core.rooms import ROOMS
from termijnen import soorten

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [file for room in ROOMS for file in (ROOT / room).rglob("*.py") if "migrations" not in file.parts]
# A module that changes its own variables, and why that isn't a place for other rooms to fill.
OWN_STATE = {
    "woorden/begrippen.py": "the region's words, held for half a minute",
    "core/clock.py": "the practice clock, moved and put back",
    "core/templatetags/constants.py": "what a tag without variables gives, worked out once",
    "core/nudge.py": "a broker that is away isn't asked again at once",
}


def table(heading):
    """The rows under this heading: what stands in code style, per column."""
    text = (ROOT / "docs" / "architectuur.md").read_text().split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| `")]
    return {name.strip("`"): [re.findall(r"`(\w+)`", cell) for cell in cells] for name, *cells in rows}


def places():
    found = {}
    for file in SOURCES:
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for name in re.findall(r"^(\w+)(?:: .+)? = (?:Registry|Seat)\(\)$", file.read_text(), re.M):
            found[f"{module}.{name}"] = getattr(import_module(module), name)
    return found


def signals():
    found = {}
    for room in ROOMS:
        if (ROOT / room / "signalen.py").exists():
            module = import_module(f"{room}.signalen")
            found |= {name: (room, signal) for name, signal in vars(module).items() if isinstance(signal, Signal)}
    return found


def who_fills(monkeypatch):
    """Per place the rooms that fill it, by making each room ready again: what is filled already stays as it is."""
    filled, room = [], None

    def add(registry, key, item):
        assert registry.items[key] == item, f"{room}: {key}"
        filled.append((registry, room))

    def fill(slot, item):
        assert slot.item in (None, item), room
        filled.append((slot, room))

    monkeypatch.setattr(Registry, "add", add)
    monkeypatch.setattr(Seat, "fill", fill)
    for room in ROOMS:
        apps.get_app_config(room).ready()
    return {
        name: list(dict.fromkeys(room for filled_place, room in filled if filled_place is place))
        for name, place in places().items()
    }


def test_every_place_stands_in_the_table_with_the_rooms_that_fill_it(monkeypatch):
    told = {name: rooms for name, (_holds, rooms) in table("What a room asks of the rooms above it").items()}
    assert told == who_fills(monkeypatch)


def test_every_signal_stands_in_the_table_with_who_hears_it_in_order():
    told = {name: (sender, hearers) for name, ([sender], hearers) in table("Signals").items()}
    assert told == {name: (room, _rooms(signal)) for name, (room, signal) in signals().items()}


def test_rooms_hear_a_signal_from_below_upwards():
    for name, (room, signal) in signals().items():
        heard = [ROOMS.index(hearer) for hearer in _rooms(signal)]
        assert heard == sorted(heard), name
        assert all(hearer > ROOMS.index(room) for hearer in heard), name


def _rooms(signal):
    hearers = [receiver() for _key, receiver, *_rest in signal.receivers]
    return list(dict.fromkeys(hearer.__module__.split(".")[0] for hearer in hearers))


def test_every_kind_of_term_stands_in_the_table_with_its_room():
    text = (ROOT / "docs" / "architectuur.md").read_text().split("\n## A term\n")[1].split("\n## ")[0]
    told = dict(re.findall(r"^\| `(\w+)` \| (\w+) \|", text, re.M))
    assert told == {kind.naam: kind.behandel.__module__.split(".")[0] for kind in soorten.SOORTEN}


def test_no_room_keeps_a_list_of_its_own_for_others_to_fill():
    changing = re.compile(
        r"^ +global |^_?[a-z]\w*(: .+)? = (\[\]|\{\}|set\(\)|defaultdict\(.*\))$",
        re.M,
    )
    assert {str(file.relative_to(ROOT)) for file in SOURCES if changing.search(file.read_text())} == OWN_STATE.keys()


def test_filling_in_the_same_twice_is_once_and_another_is_refused():
    many, one = Registry[str, int](), Seat[int]()
    for _ in range(2):
        many.add("a", 1)
        one.fill(0)
    assert (list(many), one.item) == ([1], 0)
    with pytest.raises(AlreadyTaken):
        many.add("a", 2)
    with pytest.raises(AlreadyTaken):
        one.fill(1)
