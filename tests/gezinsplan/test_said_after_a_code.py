"""Each yes of importance after a code of somebody else says so, until the owner of the account confirms it (I8)."""

import pytest
from django.urls import reverse

from gezinsplan.actions import aanvaard, reageer
from gezinsplan.models import Aanvaarding
from instanties.actions import begin_opnieuw, controleer_uitnodiging, los_uitnodiging_in, nodig_uit
from instanties.models import Weg
from tests.inloggen import client_van

WACHTWOORD = "weer een lang wachtwoord"


@pytest.mark.django_db
@pytest.mark.eis("I8")
def test_each_yes_after_a_code_says_so_until_she_confirms_it(voorbeeld):
    """An acceptance and a reaction, not only a signature; and the page of her account lists them."""
    cast = voorbeeld.cast
    afspraak = voorbeeld.afspraak("belt de school", cast.moeder_in_gezin)
    voorbeeld.activeer()
    begin_opnieuw(cast.moeder, nu=voorbeeld.nu, door=cast.coordinator)
    code = nodig_uit(cast.moeder, cast.coordinator, voorbeeld.nu)
    los_uitnodiging_in(controleer_uitnodiging(cast.moeder.naam, code, nu=voorbeeld.nu), WACHTWOORD, nu=voorbeeld.nu)
    cast.moeder.refresh_from_db()
    Aanvaarding.objects.all().delete()
    aanvaard(afspraak, nu=voorbeeld.nu, door=cast.moeder)
    reageer(afspraak, "Dat doe ik graag.", nu=voorbeeld.nu, door=cast.moeder)
    waar = reverse("gezinsplan:afspraak", args=[cast.gezin.pk, afspraak.pk])
    assert client_van(cast.coordinator).get(waar).content.decode().count("na een nieuwe code") == 2
    mijn = client_van(cast.moeder)
    pagina = mijn.get(reverse("instanties:toegang")).content.decode()
    assert "Gezegd over het plan met uw account" in pagina
    for wat in ("ik doe dit", "een reactie", "Verlaat deze pagina snel", "Ons plan"):
        assert wat in pagina
    ons_plan = reverse("gezinsplan:ons_plan_gezin", args=[cast.gezin.pk])
    assert reverse("instanties:toegang") in mijn.get(ons_plan).content.decode()
    Weg.objects.update(bevestigd_op=voorbeeld.nu, bevestigd_door=cast.moeder)
    assert "na een nieuwe code" not in client_van(cast.coordinator).get(waar).content.decode()
    assert "Klopt dat?" not in mijn.get(ons_plan).content.decode()
