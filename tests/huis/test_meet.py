"""docs/prestaties.md says what docs/metingen.json says; and that says of which tree it is."""

import re

import pytest

from bench import meet

FIGURES = meet.read()


def test_the_page_is_made_of_the_figures():
    assert meet.PAGE.read_text() == meet.filled(meet.PAGE.read_text(), FIGURES)


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_every_part_says_of_what_and_beside_what_it_was_measured(name):
    part = FIGURES[name]
    assert name in meet.PARTS
    assert re.fullmatch(r"[0-9a-f]{12}\+?", part["boom"])
    assert len(part["belasting"]) == 2
    assert part["cijfers"]


def test_a_figure_over_its_aim_is_said():
    part = {
        "op": "2026-11-29",
        "boom": "0123456789ab",
        "processors": 2,
        "belasting": [0.1, 1.2],
        "cijfers": [
            meet.row("plan (moeder)", 4.02, "E", 4, 3),
            meet.row("p95", 140, "ms", 150),
            meet.row("duur", 8, "min"),
        ],
    }
    shown = meet.table(part).splitlines()
    assert "boom `0123456789ab`" in shown[0]
    assert shown[4:] == [
        "| plan (moeder) | 4.02 E | 4 | 3 | nee |",
        "| p95 | 140 ms | 150 |  | ja |",
        "| duur | 8 min |  |  |  |",
    ]


def test_what_was_measured_is_kept_also_when_the_next_part_fails(tmp_path, monkeypatch):
    page = tmp_path / "prestaties.md"
    page.write_text("\n".join(f"{meet.BEGIN.format(name)}\noud\n{meet.END}" for name in meet.PARTS))
    monkeypatch.setattr(meet, "PAGE", page)
    monkeypatch.setattr(meet, "FIGURES", tmp_path / "metingen.json")
    monkeypatch.setattr(meet, "tree", lambda: "0123456789ab")

    def stuk():
        raise RuntimeError

    parts = dict.fromkeys(meet.PARTS, stuk) | {"tik": lambda: [meet.row("tik", 6, "×", 5)]}
    monkeypatch.setattr(meet, "PARTS", parts)
    assert meet.main(["tik"]) == 1
    with pytest.raises(RuntimeError):
        meet.main(["bladen"])
    assert list(meet.read()) == ["tik"]
    assert "| tik | 6 × | 5 |  | nee |" in page.read_text()
    assert "oud" not in page.read_text()
