"""Every page, as eyes, keyboard, screen reader, phone and laptop at 200 % meet it (X3).

`BLADZIJDEN_BEELDEN=a/folder` keeps a picture of each, for whoever wants to look at them all.
"""

import os
from pathlib import Path

import pytest

from tests.bladzijden.alle import MODULES, bekeken


@pytest.mark.eis("X3")
@pytest.mark.parametrize("deel", sorted(MODULES))
def test_every_page_can_be_read_and_used(deel, cast, venster):
    gevonden = []
    for blad in bekeken(MODULES[deel], cast):
        venster.toon(blad.antwoord, blad.pad)
        gevonden += [f"{blad}: {gebrek}" for gebrek in venster.gebreken()]
        if plaats := os.environ.get("BLADZIJDEN_BEELDEN"):
            for breed, hoog in ((360, 740), (1280, 900)):
                venster.beeld(Path(plaats) / f"{blad.naam}-{blad.wie}-{breed}.png".replace(":", "_"), breed, hoog)
            with venster.nacht():
                venster.beeld(Path(plaats) / f"{blad.naam}-{blad.wie}-nacht.png".replace(":", "_"), 360, 740)
    assert not gevonden, "\n".join(gevonden)
