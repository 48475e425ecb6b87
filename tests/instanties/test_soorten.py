"""Whether a kind of instelling gives help, and whether its name says too much, is the region's data (T3, X5, I1)."""

import pytest
from django.urls import reverse

from berichten.models import Bericht
from berichten.selectie import inbox
from core import clock
from core.errors import RuleError
from instanties.actions import leg_instelling_vast, leg_regio_vast
from instanties.keuzes import hulpsoorten
from instanties.models import Instelling, Regio, SoortInstelling
from instanties.selectie import beheerders
from logboek.models import Logregel
from tests.inloggen import client_van
from toestemming.namen import namen_voor
from toestemming.zicht import blik

pytestmark = [pytest.mark.django_db, pytest.mark.eis("T3", "X5")]


def _nieuw(cast, soort, **rest) -> Instelling:
    return leg_instelling_vast(naam=f"Nieuw {soort}", soort=soort, door=cast.beheerder, **rest)


def test_a_region_begins_with_no_for_all_but_help(cast):
    assert Regio.objects.huidige().hulpsoorten == hulpsoorten()
    for soort in (
        SoortInstelling.SCHOOL,
        SoortInstelling.WONINGBOUW,
        SoortInstelling.LEERPLICHT,
        SoortInstelling.ANDERS,
    ):
        with pytest.raises(RuleError) as fout:
            _nieuw(cast, soort, biedt_hulp=True)
        assert fout.value.field == "biedt_hulp"
        assert not _nieuw(cast, soort).biedt_hulp
    assert not _nieuw(cast, SoortInstelling.GGZ).biedt_hulp, "nothing follows by the kind alone"


def test_another_kind_of_an_instelling_that_helps_is_asked_too(cast):
    with pytest.raises(RuleError):
        leg_instelling_vast(cast.jeugdhulp, soort=SoortInstelling.SCHOOL, door=cast.beheerder)


def test_the_region_decides_and_what_it_takes_away_goes_at_once(cast):
    leg_regio_vast(hulpsoorten=[*hulpsoorten(), SoortInstelling.WONINGBOUW], door=cast.beheerder, nu=clock.now())
    assert _nieuw(cast, SoortInstelling.WONINGBOUW, biedt_hulp=True).biedt_hulp
    leg_regio_vast(hulpsoorten=hulpsoorten(), door=cast.beheerder, nu=clock.now())
    assert not Instelling.objects.get(soort=SoortInstelling.WONINGBOUW).biedt_hulp
    assert Instelling.objects.get(pk=cast.jeugdhulp.pk).biedt_hulp
    assert Logregel.objects.filter(object_naam="Nieuw woningbouw", getoond={"velden": ["biedt_hulp"]}).exists()


def test_the_names_of_a_sensitive_kind_are_kept_all_or_none(cast):
    ander = _nieuw(cast, SoortInstelling.VERSLAVINGSZORG)
    leg_regio_vast(gevoelige_soorten=[SoortInstelling.VERSLAVINGSZORG], door=cast.beheerder, nu=clock.now())
    for rij in (cast.kliniek, ander):
        rij.refresh_from_db()
        assert (rij.naam_gevoelig, rij.naam_voor_anderen) == (True, "een instelling")
    assert namen_voor(blik(cast.mentor, cast.gezin)).van(cast.kliniek) == "een instelling"
    with pytest.raises(RuleError) as fout:
        _nieuw(cast, SoortInstelling.VERSLAVINGSZORG, naam_gevoelig=False)
    assert fout.value.field == "naam_gevoelig"


def test_the_page_of_the_region_has_both(cast):
    form = client_van(cast.beheerder).get(reverse("instanties:regio")).context["form"]
    assert set(form["hulpsoorten"].value()) == set(hulpsoorten())
    assert form["gevoelige_soorten"].value() == []


def _gehoord(wie) -> list[str]:
    return [regel.tekst for regel in inbox(wie).rijen if "Kijk of dit klopt" in regel.tekst]


@pytest.mark.eis("I8")
def test_what_one_beheerder_opens_the_privacy_officer_hears_the_same_day(cast):
    """A name that says too much, 'gives help', kinds of these, and the inzage of managers: nobody opens them unseen."""
    tweede = beheerders().exclude(pk=cast.beheerder.pk).get()
    hoe = {"door": cast.beheerder}
    leg_instelling_vast(cast.kliniek, naam_gevoelig=True, naam_voor_anderen="een instelling", **hoe)
    assert _gehoord(cast.privacy_officer) == [], "what closes isn't told"
    leg_instelling_vast(cast.kliniek, naam_gevoelig=False, **hoe)
    for wie in (cast.privacy_officer, tweede):
        assert any(cast.kliniek.naam in tekst and cast.beheerder.naam in tekst for tekst in _gehoord(wie))
    assert Bericht.objects.filter(soort="opening_veranderd", ontvanger=cast.privacy_officer, spoed=True).exists()
    leg_instelling_vast(cast.jeugdhulp, biedt_hulp=False, **hoe)
    leg_instelling_vast(cast.jeugdhulp, biedt_hulp=True, **hoe)
    assert any("geeft zelf hulp" in tekst for tekst in _gehoord(cast.privacy_officer))
    nu = clock.now()
    leg_regio_vast(inzage_escalatiebericht=False, nu=nu, **hoe)
    leg_regio_vast(inzage_escalatiebericht=True, hulpsoorten=[*hulpsoorten(), SoortInstelling.WONINGBOUW], nu=nu, **hoe)
    tekst = " ".join(_gehoord(cast.privacy_officer))
    assert "lezen weer het bericht" in tekst
    assert "Nog een soort organisatie" in tekst
