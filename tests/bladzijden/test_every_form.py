"""Every form sent back with nothing in it: the errors can be read and reached like everything else (X3)."""

import pytest

from tests.bladzijden.alle import FORMULIEREN, Bladen

BLADEN = Bladen()


@pytest.mark.eis("X3")
@pytest.mark.heavy("opens a page in a browser, and goes through it by Tab")
@pytest.mark.parametrize(("naam", "rij"), FORMULIEREN)
def test_every_form_with_errors_can_be_read_and_used(naam, rij, in_world, venster):
    gevonden = []
    for blad in BLADEN.sent_empty(naam, rij, in_world):
        venster.toon(blad.antwoord, blad.pad)
        gevonden += [f"{blad}: {gebrek}" for gebrek in venster.gebreken()]
    assert not gevonden, "\n".join(gevonden)
