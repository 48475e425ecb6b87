"""Every page, as eyes, keyboard, screen reader, phone and laptop at 200 % meet it (X3)."""

import pytest

from tests.bladzijden.alle import MODULES, bekeken


@pytest.mark.parametrize("deel", sorted(MODULES))
def test_every_page_can_be_read_and_used(deel, cast, venster):  # X3
    gevonden = []
    for blad in bekeken(MODULES[deel], cast):
        venster.toon(blad.antwoord, blad.pad)
        gevonden += [f"{blad}: {gebrek}" for gebrek in venster.gebreken()]
    assert not gevonden, "\n".join(gevonden)
