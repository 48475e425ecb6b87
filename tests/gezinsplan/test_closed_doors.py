"""A refused part of one's own family is in the log of that family; another family's parts stay shut (T3, X1)."""

import pytest
from django.utils.timezone import localdate

from gezinsplan import actions as plan
from instanties.models import Leefgebied
from logboek.models import Logregel, Uitkomst
from tests.inloggen import client_van
from woorden.duur import Duur, Eenheid

pytestmark = pytest.mark.django_db


@pytest.fixture
def van_moeder(cast):
    """An afspraak about mother alone."""
    wie = {"nu": cast.nu, "door": cast.coordinator}
    gegevens = plan.DoelGegevens(
        "Moeder stopt met drinken", leefgebieden=[Leefgebied.VERSLAVING], over_wie=[cast.moeder_in_gezin.pk]
    )
    doel = plan.voeg_doel_toe(cast.gezin, gegevens, **wie)
    return plan.voeg_afspraak_toe(
        doel,
        plan.AfspraakGegevens(
            wat="Naar de kliniek",
            uitvoerders=[cast.moeder_in_gezin.pk],
            start_op=localdate(cast.nu),
            termijn=Duur(1, Eenheid.WEEK),
        ),
        **wie,
    )


@pytest.mark.eis("X1")
def test_what_the_father_may_not_read_stands_as_refused_with_the_family(cast, van_moeder):
    antwoord = client_van(cast.vader).get(f"/gezin/{cast.gezin.pk}/afspraak/{van_moeder.pk}/")
    assert antwoord.status_code == 404
    rij = Logregel.objects.filter(gebruiker_id=cast.vader.pk).latest("op")
    assert (rij.uitkomst, rij.gezin_id, rij.object_id) == (Uitkomst.GEWEIGERD, cast.gezin.pk, van_moeder.pk)


@pytest.mark.eis("T3")
@pytest.mark.parametrize("daad", ["", "gedaan/", "reageren/", "wijzigen/", "verwijderen/", "vervalt/", "terugnemen/"])
def test_an_afspraak_of_another_family_under_the_own_address(cast, van_moeder, daad):
    client = client_van(cast.buitenstaander)
    adres = f"/gezin/{cast.ander_gezin.pk}/afspraak/{van_moeder.pk}/{daad}"
    assert client.get(adres).status_code in {404, 405}
    assert client.post(adres, {"tekst": "x", "reden": "x"}).status_code in {404, 405}
    client = client_van(cast.buitenstaander)
    assert (
        "Naar de kliniek" not in client.get(f"/gezin/{cast.ander_gezin.pk}/plan/?open={van_moeder.pk}").content.decode()
    )
