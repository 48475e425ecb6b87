"""docs/eisen.md and the tests hold each other: nothing is called built that no test shows."""

import ast
import re
import tokenize
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
ID = re.compile(r"\b([IGZTERX][1-9]\d?)\b")
STANDEN = {"gebouwd", "eerste vorm", "nog niet"}


def tabel() -> dict[str, str]:
    regels = (WORTEL / "docs" / "eisen.md").read_text().splitlines()
    cellen = [[cel.strip() for cel in regel.strip("|").split("|")] for regel in regels if regel.startswith("| ")]
    return {rij[0]: rij[3] for rij in cellen if ID.fullmatch(rij[0])}


def genoemd_in_tests() -> set[str]:
    """Give the IDs in the marks `eis` of all tests."""
    return {
        str(waarde.value)
        for pad in (WORTEL / "tests").rglob("test_*.py") for deel in ast.walk(ast.parse(pad.read_text()))
        if isinstance(deel, ast.Call) and ast.unparse(deel.func) == "pytest.mark.eis"
        for waarde in deel.args if isinstance(waarde, ast.Constant)
    }  # fmt: skip


def test_elke_eis_heeft_een_bekende_stand() -> None:
    assert len(tabel()) == 68
    assert set(tabel().values()) <= STANDEN


def test_wat_gebouwd_heet_heeft_een_test() -> None:
    gebouwd = {id_ for id_, stand in tabel().items() if stand != "nog niet"}
    assert gebouwd - genoemd_in_tests() == set()


def test_wat_tests_noemen_staat_in_de_tabel() -> None:
    assert genoemd_in_tests() - set(tabel()) == set()


def test_een_test_noemt_zijn_eisen_in_een_merk_en_niet_in_commentaar() -> None:
    alleen_ids = re.compile(rf"#\s*{ID.pattern}(?:[ ,]+{ID.pattern})*\s*(?::|$)")
    gevonden = []
    for pad in (WORTEL / "tests").rglob("*.py"):
        with tokenize.open(pad) as bron:
            gevonden += [
                f"{pad.relative_to(WORTEL)}:{deel.start[0]}: {deel.string}"
                for deel in tokenize.generate_tokens(bron.readline)
                if deel.type == tokenize.COMMENT and alleen_ids.match(deel.string)
            ]
    assert gevonden == []
