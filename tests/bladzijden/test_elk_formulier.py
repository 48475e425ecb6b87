"""Every form sent back with nothing in it: the errors can be read and reached like everything else (X3)."""

import pytest

from tests.bladzijden.alle import MODULES, leeg_verstuurd


@pytest.mark.eis("X3")
@pytest.mark.parametrize("deel", sorted(MODULES))
def test_every_form_with_errors_can_be_read_and_used(deel, cast, venster):
    gevonden = []
    for blad in leeg_verstuurd(MODULES[deel], cast):
        venster.toon(blad.antwoord, blad.pad)
        gevonden += [f"{blad}: {gebrek}" for gebrek in venster.gebreken(axe_bij=["360 px"])]
    assert not gevonden, "\n".join(gevonden)
