"""docs/eisen.md and the tests hold each other: nothing is called built that no test shows."""

import re
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
ID = re.compile(r"\b([IGZTERX][1-9]\d?)\b")
STANDEN = {"gebouwd", "eerste vorm", "nog niet"}


def tabel() -> dict[str, str]:
    regels = (WORTEL / "docs" / "eisen.md").read_text().splitlines()
    cellen = [[cel.strip() for cel in regel.strip("|").split("|")] for regel in regels if regel.startswith("| ")]
    return {rij[0]: rij[3] for rij in cellen if ID.fullmatch(rij[0])}


def genoemd_in_tests() -> set[str]:
    bronnen = [pad for pad in (WORTEL / "tests").rglob("*.py") if pad != Path(__file__)]
    commentaar = re.compile(r'(?:#|"""|\(|\bRequirements?:)(.*)')
    return {
        id_ for pad in bronnen for regel in pad.read_text().splitlines()
        for deel in commentaar.findall(regel) for id_ in ID.findall(deel)
    }  # fmt: skip


def test_elke_eis_heeft_een_bekende_stand() -> None:
    assert len(tabel()) == 68
    assert set(tabel().values()) <= STANDEN


def test_wat_gebouwd_heet_heeft_een_test() -> None:
    gebouwd = {id_ for id_, stand in tabel().items() if stand != "nog niet"}
    assert gebouwd - genoemd_in_tests() == set()


def test_wat_tests_noemen_staat_in_de_tabel() -> None:
    assert genoemd_in_tests() - set(tabel()) == set()
