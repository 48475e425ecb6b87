"""Who gives no help gets no topics by joining; what joining opens to who does, the family reads (T3, I8)."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from berichten.models import Bericht
from core import clock
from core.errors import RuleError
from core.rooms import ROOMS
from gezinnen.actions import BetrokkeneGegevens, geef_account, voeg_betrokkene_toe
from instanties.models import Gebruiker, Leefgebied, Rol
from tests.cast import maak_professional, wat_er_stond
from tests.inloggen import client_van
from toestemming import actions
from toestemming.models import Grondslag, SoortGrondslag
from toestemming.verwoording import over_grond

pytestmark = [pytest.mark.django_db, pytest.mark.eis("T3", "I8")]
ROOT = Path(__file__).resolve().parents[2]


def _gebieden(gebruiker: Gebruiker) -> list[str]:
    rijen = Grondslag.objects.geldig().filter(gebruiker=gebruiker, soort=SoortGrondslag.RECHTSTREEKS_BETROKKEN)
    return [gebied for rij in rijen for gebied in rij.leefgebieden]


@pytest.fixture
def iris(cast) -> Gebruiker:
    return maak_professional("Iris Blom", Rol.HULPVERLENER, instelling=cast.school)


def test_a_school_that_joins_is_offered_no_topics_and_gets_none(cast, iris):
    client = client_van(cast.coordinator)
    url = reverse("gezinsplan:betrokkene_toevoegen", args=[cast.gezin.pk]) + "?wie=Iris+Blom"
    pagina = client.get(url).content.decode()
    assert 'name="leefgebieden"' not in pagina
    assert "geeft zelf geen hulp en leest alleen de eigen afspraken" in pagina
    client.post(url, {"relatie_tot_gezin": "mentor", "leefgebieden": ["verslaving", "opvoeding"]})
    assert _gebieden(iris) == []


def test_by_every_road_the_act_refuses(cast, iris):
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    gegevens = BetrokkeneGegevens(naam=iris.naam, instelling=cast.school)
    with pytest.raises(RuleError) as fout:
        voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=iris, leefgebieden=[Leefgebied.VERSLAVING], **hoe)
    assert fout.value.field == "leefgebieden"
    with pytest.raises(RuleError) as fout:
        geef_account(cast.oma, email="riet@voorbeeld.example", leefgebieden=[Leefgebied.VERSLAVING], **hoe)
    assert fout.value.field == "leefgebieden"
    # Of the family nobody asks what help is about.
    rij = voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=iris, **hoe)
    with pytest.raises(RuleError) as fout:
        actions.wijzig_aandeel(rij, [Leefgebied.OPVOEDING], **hoe)
    assert fout.value.field == "leefgebieden"
    assert _gebieden(iris) == []


def test_a_netwerklid_is_invited_without_a_choice_of_topics(cast):
    client = client_van(cast.coordinator)
    url = reverse("gezinsplan:deelnemer_uitnodigen", args=[cast.gezin.pk, cast.oma.pk])
    assert 'name="leefgebieden"' not in client.get(url).content.decode()
    client.post(url, {"email": "riet@voorbeeld.example", "leefgebieden": ["verslaving"]})
    cast.oma.refresh_from_db()
    assert cast.oma.gebruiker is not None
    assert _gebieden(cast.oma.gebruiker) == []


def test_what_stood_is_said_and_can_only_become_less(cast):
    wat_er_stond(cast.mentor_in_gezin, [Leefgebied.ONDERWIJS, Leefgebied.WONEN], nu=cast.nu)
    for wie in (cast.coordinator, cast.moeder):
        pagina = client_van(wie).get(reverse("toestemming:toestemming", args=[cast.gezin.pk])).content.decode()
        assert "geeft zelf geen hulp" in pagina
    hoe = {"nu": clock.now(), "door": cast.coordinator}
    client = client_van(cast.coordinator)
    pagina = client.get(reverse("toestemming:aandeel", args=[cast.gezin.pk, cast.mentor_in_gezin.pk])).content.decode()
    assert 'value="wonen"' in pagina
    assert 'value="verslaving"' not in pagina
    with pytest.raises(RuleError):
        actions.wijzig_aandeel(cast.mentor_in_gezin, [Leefgebied.ONDERWIJS, Leefgebied.VERSLAVING], **hoe)
    actions.wijzig_aandeel(cast.mentor_in_gezin, [Leefgebied.ONDERWIJS], **hoe)
    assert _gebieden(cast.mentor) == [Leefgebied.ONDERWIJS]


def _hoort(gebruiker: Gebruiker, grond: Grondslag) -> str:
    berichten = Bericht.objects.filter(ontvanger=gebruiker, soort="grond_begonnen", object_id=grond.pk)
    return " ".join(zin for zin, _url in over_grond(list(berichten), gebruiker).values())


def test_the_family_hears_what_who_helps_may_read_from_now_on(cast):
    helper = maak_professional("B. de Graaf", Rol.HULPVERLENER, instelling=cast.kliniek)
    gegevens = BetrokkeneGegevens(naam=helper.naam, instelling=cast.kliniek)
    hoe = {"nu": clock.now(), "door": cast.coordinator}
    rij = voeg_betrokkene_toe(
        cast.gezin, gegevens, gebruiker=helper, leefgebieden=[Leefgebied.VERSLAVING, Leefgebied.OPVOEDING], **hoe
    )
    grond = Grondslag.objects.geldig().get(deelnemer=rij)
    gehoord = _hoort(cast.moeder, grond)
    assert "B. de Graaf" in gehoord
    assert "verslaving" in gehoord
    assert "opvoeding" in gehoord
    # The father lives elsewhere, and isn't told by which clinic somebody at home is helped; a child not what for.
    assert _hoort(cast.vader, grond) == ""
    assert "verslaving" not in _hoort(cast.broer, grond)
    # More later is told too; less, or nothing, isn't.
    actions.wijzig_aandeel(rij, [Leefgebied.VERSLAVING, Leefgebied.WERK], **hoe)
    grond = Grondslag.objects.geldig().get(deelnemer=rij)
    assert "werk" in _hoort(cast.moeder, grond)
    actions.wijzig_aandeel(rij, [Leefgebied.WERK], **hoe)
    grond = Grondslag.objects.geldig().get(deelnemer=rij)
    assert not Bericht.objects.filter(object_id=grond.pk).exists()


def test_there_is_one_road_to_such_a_ground():
    """Whoever adds another (an import, a merge) calls `begin_aandeel`, which asks whether somebody gives help."""
    maken = [
        str(bestand.relative_to(ROOT))
        for kamer in ROOMS
        for bestand in (ROOT / kamer).rglob("*.py")
        if "migrations" not in bestand.parts
        for regel in bestand.read_text().splitlines()
        if re.search(r"soort(_id)?=SoortGrondslag\.RECHTSTREEKS_BETROKKEN,$", regel)
    ]
    assert maken == ["toestemming/actions/grondslagen.py"]
