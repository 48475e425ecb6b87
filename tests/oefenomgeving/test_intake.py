"""Practice shows families that just came in, and one that somebody holds until it has a coordinator (Z10, Z13)."""

import pytest

from core import clock
from oefenomgeving.bezetting import bezet, meld_gezinnen
from zorgcoordinatie.selectie import aan_mij_gevraagd, vastgehouden


@pytest.mark.eis("Z10", "Z13")
@pytest.mark.heavy("makes everybody of the practice region")
@pytest.mark.django_db
def test_the_intakepunt_of_practice_has_signals_and_holds_a_family():
    nu = clock.now()
    bezetting = bezet(nu)
    meld_gezinnen(bezetting, nu)
    wie = bezetting.mensen["elbaz"]
    assert {rij.naam for rij in aan_mij_gevraagd(wie, nu)} == {"Kaya", "Sara Prins"}
    assert vastgehouden(wie).get().gezin.naam == "Verhoeven"
