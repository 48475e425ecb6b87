"""docs/veiligheid.md names every requirement of ASVS 5.0 of level 1 and 2, once, and what it points at exists."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from instanties.sessieduur import BEHEER, FAMILIE, PROFESSIONAL
from instanties.wachtwoorden import WOORDEN_VAN_HIER

TEKST = Path(settings.BASE_DIR, "docs/veiligheid.md").read_text()
# How many requirements of level 1 and 2 each section has in 5.0.0: of those named here only these numbers.
NUMMERS = {
    "1.1": [1, 2], "1.2": [*range(1, 10)], "1.3": [*range(1, 12)], "1.4": [1, 2, 3], "1.5": [1, 2],
    "2.1": [1, 2, 3], "2.2": [1, 2, 3], "2.3": [1, 2, 3, 4], "2.4": [1],
    "3.2": [1, 2], "3.3": [1, 2, 3, 4], "3.4": [*range(1, 7)], "3.5": [*range(1, 6)], "3.7": [1, 2],
    "4.1": [1, 2, 3], "4.2": [1], "4.3": [1, 2], "4.4": [1, 2, 3, 4],
    "5.1": [1], "5.2": [1, 2, 3], "5.3": [1, 2], "5.4": [1, 2, 3],
    "6.1": [1, 2, 3], "6.2": [*range(1, 13)], "6.3": [1, 2, 3, 4], "6.4": [1, 2, 3, 4], "6.5": [*range(1, 6)],
    "6.6": [1, 2, 3], "6.8": [1, 2, 3, 4],
    "7.1": [1, 2, 3], "7.2": [1, 2, 3, 4], "7.3": [1, 2], "7.4": [*range(1, 6)], "7.5": [1, 2], "7.6": [1, 2],
    "8.1": [1, 2], "8.2": [1, 2, 3], "8.3": [1], "8.4": [1],
    "9.1": [1, 2, 3], "9.2": [1, 2, 3, 4],
    "10.1": [1, 2], "10.2": [1, 2], "10.3": [1, 2, 3, 4], "10.4": [*range(1, 12)], "10.5": [*range(1, 6)],
    "10.6": [1, 2], "10.7": [1, 2, 3],
    "11.1": [1, 2], "11.2": [1, 2, 3], "11.3": [1, 2, 3], "11.4": [1, 2, 3, 4], "11.5": [1], "11.6": [1],
    "12.1": [1, 2, 3], "12.2": [1, 2], "12.3": [1, 2, 3, 4],
    "13.1": [1], "13.2": [*range(1, 6)], "13.3": [1, 2], "13.4": [*range(1, 6)],
    "14.1": [1, 2], "14.2": [1, 2, 3, 4], "14.3": [1, 2, 3],
    "15.1": [1, 2, 3], "15.2": [1, 2, 3], "15.3": [*range(1, 8)],
    "16.1": [1], "16.2": [*range(1, 6)], "16.3": [1, 2, 3, 4], "16.4": [1, 2, 3], "16.5": [1, 2, 3],
}  # fmt: skip
RIJ = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([123]) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
RIJEN = RIJ.findall(TEKST)
# Versions of others' standards look like a path too.
PAD = re.compile(
    r"`([\w-][\w./-]*\.(?:py|md|html|js|css|sql|conf|toml|txt|in|voorbeeld)|deploy/docker/\w+|Dockerfile)`"
)


@pytest.mark.eis("X2")
def test_every_requirement_stands_there_once():
    bedoeld = [f"{deel}.{nummer}" for deel, nummers in NUMMERS.items() for nummer in nummers]
    assert len(bedoeld) == 246
    assert [rij[0] for rij in RIJEN] == bedoeld


@pytest.mark.eis("X2")
def test_each_says_where_or_what_is_missing():
    assert {rij[3] for rij in RIJEN} == {"ja", "deels", "niet", "n.v.t."}
    assert all(len(rij[4].strip()) > 5 for rij in RIJEN)
    tel = Counter(rij[3] for rij in RIJEN)
    som = f"{len(RIJEN)} eisen: {tel['ja']} ja, {tel['deels']} deels, {tel['niet']} niet, {tel['n.v.t.']} n.v.t."
    assert som in TEKST


@pytest.mark.eis("X2")
def test_what_is_pointed_at_exists():
    paden = set(PAD.findall(TEKST))
    assert len(paden) > 60
    assert sorted(pad for pad in paden if not Path(settings.BASE_DIR, pad).exists()) == []
    adressen = re.findall(r"\]\(([^)#]+)\)", TEKST)
    assert [adres for adres in adressen if not Path(settings.BASE_DIR, "docs", adres).exists()] == []


@pytest.mark.eis("X2")
def test_the_table_of_sessions_and_the_words_are_those_of_the_code():
    for wie, duur in (
        ("Gezin en netwerk", FAMILIE), ("Professional", PROFESSIONAL), ("Beheerder, privacy officer", BEHEER),
    ):  # fmt: skip
        assert f"| {wie} | {duur.stil // 60} minuten | {duur.hoogstens // 3600} uur |" in TEKST
    genoemd = TEKST.replace("ö", "o").replace("maatschappelijk werk", "maatschappelijkwerk")
    assert [woord for woord in WOORDEN_VAN_HIER if woord not in genoemd] == []
