"""Lengthening once by the keeper, again by the level above; shortening any time; always told (E7)."""

from datetime import timedelta
from operator import attrgetter

import pytest

from core.errors import RuleError
from escalatie import actions
from escalatie.actions.looptijd import langste
from escalatie.beslissers import wie_erboven
from escalatie.models import SoortGebeurtenis
from escalatie.permissions import Daad
from escalatie.zicht import zicht_op, zichtbare_stagnaties
from instanties.models import Gemeente, Regio
from termijnen.kalender import einde_van_dag
from termijnen.models import TermijnWijziging
from tests.escalatie.conftest import gebeurd, verteld
from woorden.duur import Duur, Eenheid
from woorden.tijdwoorden import laatste_dag

pytestmark = pytest.mark.eis("E7")


def over(termijn, dagen: int):
    """The end of the day that many days after the present end."""
    return einde_van_dag(laatste_dag(termijn.loopt_af_op) + timedelta(days=dagen))


def test_the_keeper_lengthens_once_with_a_reason_and_everybody_hears_it(vast):
    vast.loopt_vast()
    stap = vast.stap
    naar = over(stap.vastleggen, 7)
    actions.verleng(stap, naar, door=vast.cast.coordinator, nu=vast.nu, reden="De mentor is ziek")
    assert vast.stap.vastleggen.loopt_af_op == naar
    assert TermijnWijziging.objects.filter(termijn=stap.vastleggen, reden="De mentor is ziek").exists()
    assert gebeurd(vast.stagnatie)[-1] == SoortGebeurtenis.TERMIJN_VERLENGD
    assert {"Petra de Wit", "J. Willems", "M. Smit"} <= verteld(vast.stagnatie, "stagnatie_termijn")
    vast.tik(dagen=8)
    assert vast.stap.volgnummer == 1
    vast.nu = naar
    vast.tik()
    assert vast.stap.volgnummer == 2


def test_by_the_original_length_at_most(vast):
    vast.loopt_vast()
    stap = vast.stap
    assert langste(stap.vastleggen) == over(stap.vastleggen, 7)
    with pytest.raises(RuleError, match="hoogstens de oorspronkelijke duur") as fout:
        actions.verleng(stap, over(stap.vastleggen, 8), door=vast.cast.coordinator, nu=vast.nu, reden="Meer tijd")
    assert fout.value.field == "termijn"


def test_a_term_in_hours_is_lengthened_to_the_hour(vast):
    vast.loopt_vast()
    vast.leg_vast(vast.actie(dagen=1, duur=Duur(24, Eenheid.UUR)))
    stap = vast.stap
    assert langste(stap.resultaat) == vast.in_dagen(2)
    actions.verleng(stap, vast.in_dagen(2), door=vast.cast.coordinator, nu=vast.nu, reden="Pas morgen plek")
    assert vast.stap.resultaat.loopt_af_op == vast.in_dagen(2)


@pytest.mark.parametrize(
    ("stap", "houder", "erboven", "buiten"),
    [
        (1, "coordinator", "manager", "manager_school"),
        (2, "manager", "ambtenaar", "bestuurder"),
        (3, "ambtenaar", "gemeente.bestuur", "vervanger"),
    ],
)
def test_a_second_time_only_the_level_above(vast, stap, houder, erboven, buiten):
    {1: vast.loopt_vast, 2: vast.naar_stap_2, 3: vast.naar_stap_3}[stap]()
    wie = getattr(vast.cast, houder)
    actions.verleng(vast.stap, over(vast.stap.vastleggen, 2), door=wie, nu=vast.nu, reden="Meer tijd")
    with pytest.raises(RuleError, match="al een keer verlengd"):
        actions.verleng(vast.stap, over(vast.stap.vastleggen, 2), door=wie, nu=vast.nu, reden="Nog meer")
    with pytest.raises(RuleError, match="niet aan zet"):
        actions.verleng(
            vast.stap, over(vast.stap.vastleggen, 2), door=getattr(vast.cast, buiten), nu=vast.nu, reden="x"
        )
    hoger = attrgetter(erboven)(vast.cast)
    assert zichtbare_stagnaties(hoger).exists()  # who may lengthen it again, can find it
    naar = over(vast.stap.vastleggen, 2)
    actions.verleng(vast.stap, naar, door=hoger, nu=vast.nu, reden="Goed, een keer nog")
    assert vast.stap.vastleggen.loopt_af_op == naar
    assert vast.stap.houder == wie


@pytest.mark.eis("E6")
def test_of_the_wethouder_the_level_above_lengthens_and_decides_never_the_official(vast):
    vast.naar_stap_3()
    vast.tik(dagen=8)
    wethouder, regio = vast.cast.gemeente.bestuur, Regio.objects.huidige().bovenlokaal
    assert vast.stap.houder == wethouder
    assert Daad.VERLENGEN not in zicht_op(vast.cast.vervanger, vast.stagnatie).daden
    for wie in (vast.cast.ambtenaar, vast.cast.vervanger):
        with pytest.raises(RuleError, match="niet aan zet"):
            actions.verleng(vast.stap, over(vast.stap.vastleggen, 2), door=wie, nu=vast.nu, reden="x")
    bezwaar = actions.maak_bezwaar(vast.stap, door=vast.cast.moeder, nu=vast.nu, tekst="Sanne wacht")
    assert verteld(vast.stagnatie, "stagnatie_bezwaar") == {regio.naam}
    with pytest.raises(RuleError, match="hierna aan zet"):
        actions.beslis_bezwaar(bezwaar, None, door=vast.cast.ambtenaar, nu=vast.nu, uitleg="Nee")
    actions.beslis_bezwaar(bezwaar, None, door=regio, nu=vast.nu, uitleg="Er is overleg op vrijdag")
    actions.verleng(vast.stap, over(vast.stap.vastleggen, 2), door=regio, nu=vast.nu, reden="Goed")


@pytest.mark.eis("E6")
def test_above_the_highest_level_is_nobody_and_that_is_said(vast):
    vast.naar_stap_3()
    vast.tik(dagen=8)
    vast.tik(dagen=8)
    regio = vast.stap.houder
    actions.verleng(vast.stap, over(vast.stap.vastleggen, 1), door=regio, nu=vast.nu, reden="Meer tijd")
    with pytest.raises(RuleError, match="Hierboven is niemand"):
        actions.verleng(vast.stap, over(vast.stap.vastleggen, 1), door=regio, nu=vast.nu, reden="Nog meer")


@pytest.mark.eis("E6")
def test_is_no_wethouder_named_then_the_other_official_lengthens(vast):
    Gemeente.objects.update(bestuur=None)
    Regio.objects.update(bovenlokaal=None)
    vast.naar_stap_3()
    assert wie_erboven(vast.stap) == [vast.cast.vervanger]
    actions.verleng(vast.stap, over(vast.stap.vastleggen, 2), door=vast.cast.vervanger, nu=vast.nu, reden="Goed")


def test_each_term_counts_by_itself(vast):
    vast.loopt_vast()
    actions.verleng(vast.stap, over(vast.stap.vastleggen, 2), door=vast.cast.coordinator, nu=vast.nu, reden="Meer tijd")
    vast.leg_vast()
    actions.verleng(vast.stap, over(vast.stap.resultaat, 2), door=vast.cast.coordinator, nu=vast.nu, reden="Ziek")
    assert gebeurd(vast.stagnatie).count(SoortGebeurtenis.TERMIJN_VERLENGD) == 2


def test_shortening_is_always_allowed_with_a_reason(vast):
    vast.loopt_vast()
    for dagen in (4, 2):
        actions.verkort(vast.stap, vast.in_dagen(dagen), door=vast.cast.coordinator, nu=vast.nu, reden="Het kind wacht")
        assert vast.stap.vastleggen.loopt_af_op == vast.in_dagen(dagen)
    vast.tik(dagen=2)
    assert vast.stap.volgnummer == 2


@pytest.mark.parametrize(
    ("doe", "dagen", "reden", "veld"),
    [
        (actions.verleng, 10, " ", "reden"),
        (actions.verleng, 1, "Meer tijd", "termijn"),
        (actions.verkort, 10, "Sneller", "termijn"),
        (actions.verkort, -1, "Sneller", "termijn"),
        (actions.verkort, 1, "", "reden"),
    ],
)
def test_an_impossible_term_says_at_the_field_what_is_wrong(vast, doe, dagen, reden, veld):
    vast.loopt_vast()
    with pytest.raises(RuleError) as fout:
        doe(vast.stap, vast.in_dagen(dagen), door=vast.cast.coordinator, nu=vast.nu, reden=reden)
    assert fout.value.field == veld


def test_an_actie_is_lengthened_within_the_term_of_its_step(vast):
    vast.loopt_vast()
    eerste, _tweede = vast.leg_vast(vast.actie(dagen=3), vast.actie(dagen=5))
    with pytest.raises(RuleError, match="Verleng eerst"):
        actions.verleng_actie(eerste, vast.in_dagen(6), door=vast.cast.coordinator, nu=vast.nu, reden="Ziek")
    actions.verleng_actie(eerste, vast.in_dagen(5), door=vast.cast.coordinator, nu=vast.nu, reden="Ziek")
    eerste.termijn.refresh_from_db()
    assert eerste.termijn.loopt_af_op == vast.in_dagen(5)
    with pytest.raises(RuleError, match="niet aan zet"):
        actions.verkort_actie(eerste, vast.in_dagen(1), door=vast.cast.mentor, nu=vast.nu, reden="Sneller")
    actions.verkort_actie(eerste, vast.in_dagen(1), door=vast.cast.coordinator, nu=vast.nu, reden="Sneller")
    vast.tik(dagen=1)
    vast.zwijgt_op_navraag()
    assert vast.stap.volgnummer == 2


def test_whatever_reason_is_typed_it_is_lengthened_once(vast):
    vast.loopt_vast()
    reden = "wacht op het antwoord van het gezin"
    actions.verleng(vast.stap, over(vast.stap.vastleggen, 1), door=vast.cast.coordinator, nu=vast.nu, reden=reden)
    with pytest.raises(RuleError, match="al een keer verlengd"):
        actions.verleng(vast.stap, over(vast.stap.vastleggen, 1), door=vast.cast.coordinator, nu=vast.nu, reden=reden)


def test_waiting_for_the_family_does_not_count_as_lengthening(vast):
    vast.loopt_vast()
    vast.tik(dagen=6)
    oplossing = actions.meld_opgelost(vast.stagnatie, door=vast.cast.coordinator, nu=vast.nu)
    with pytest.raises(RuleError, match="Wacht eerst"):
        actions.verkort(vast.stap, vast.in_dagen(1), door=vast.cast.coordinator, nu=vast.nu, reden="x")
    actions.zeg_nee(oplossing, door=vast.cast.moeder, nu=vast.nu, gezin_zegt="Nog niet")
    actions.verleng(vast.stap, over(vast.stap.vastleggen, 1), door=vast.cast.coordinator, nu=vast.nu, reden="Meer tijd")
    assert gebeurd(vast.stagnatie)[-1] == SoortGebeurtenis.TERMIJN_VERLENGD
