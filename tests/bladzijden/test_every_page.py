"""Every page, as eyes, keyboard, screen reader, phone and laptop at 200 % meet it (X3).

`BLADZIJDEN_BEELDEN=a/folder` keeps a picture of each, for whoever wants to look at them all.
"""

import os
from pathlib import Path

import pytest

from tests.bladzijden.alle import RIJEN, Bladen
from tests.bladzijden.venster import OP_DE_TELEFOON
from tests.form import LONG

AXE_BIJ = (*OP_DE_TELEFOON, "1280 px") if LONG else OP_DE_TELEFOON


BLADEN = Bladen()


@pytest.mark.eis("X3")
@pytest.mark.heavy("opens the pages of an address in a browser, and goes through them by Tab")
@pytest.mark.parametrize(("naam", "rij"), RIJEN)
def test_every_page_can_be_read_and_used(naam, rij, in_world, venster):
    gevonden = []
    for blad in BLADEN.bekeken(naam, rij, in_world):
        venster.toon(blad.antwoord, blad.pad)
        gevonden += [f"{blad}: {gebrek}" for gebrek in venster.gebreken(AXE_BIJ)]
        if plaats := os.environ.get("BLADZIJDEN_BEELDEN"):
            for breed, hoog in ((360, 740), (1280, 900)):
                venster.beeld(Path(plaats) / f"{blad.naam}-{blad.wie}-{breed}.png".replace(":", "_"), breed, hoog)
            with venster.nacht():
                venster.beeld(Path(plaats) / f"{blad.naam}-{blad.wie}-nacht.png".replace(":", "_"), 360, 740)
    assert not gevonden, "\n".join(gevonden)
