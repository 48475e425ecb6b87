"""Who would do an afspraak reads it: against whom somebody said 'no', the coordinator is told when she chooses (T8)."""

import pytest
from django.urls import reverse

from instanties.models import Leefgebied
from tests.inloggen import client_van
from toestemming.actions import Neegegevens, zeg_nee
from toestemming.models import Bereik

pytestmark = [pytest.mark.django_db, pytest.mark.eis("T8")]
LEEST_DAN_OOK = "leest deze afspraak dan ook, en daar is nee tegen gezegd"


def _nee(voorbeeld, leefgebied=""):
    cast = voorbeeld.cast
    gegevens = Neegegevens(
        ontvanger=cast.mentor_in_gezin,
        instelling=None,
        leefgebied=leefgebied,
        bereik=Bereik.PERSONEN,
        over=cast.sanne.pk,
    )
    zeg_nee(cast.moeder_in_gezin, gegevens, nu=voorbeeld.nu, door=cast.moeder)


def _kies(voorbeeld, wie) -> str:
    cast = voorbeeld.cast
    velden = {
        "wat": "belt elke week", "uitvoerders": [wie.pk], "start_op": "vandaag", "termijn": "2 weken", "sluit": "1",
    }  # fmt: skip
    pad = reverse("gezinsplan:afspraak_toevoegen", args=[cast.gezin.pk, voorbeeld.voorwaarde.pk])
    return client_van(cast.coordinator).post(pad, velden, follow=True).content.decode()


def test_choosing_a_doer_against_whom_a_no_stands_says_so(voorbeeld):
    _nee(voorbeeld)
    assert LEEST_DAN_OOK in _kies(voorbeeld, voorbeeld.cast.mentor_in_gezin)


@pytest.mark.parametrize("wat", ["ander", "andere_zaak"])
def test_not_of_another_nor_about_something_else(voorbeeld, wat):
    _nee(voorbeeld, "" if wat == "ander" else Leefgebied.VERSLAVING)
    cast = voorbeeld.cast
    assert LEEST_DAN_OOK not in _kies(voorbeeld, cast.collega_in_gezin if wat == "ander" else cast.mentor_in_gezin)
