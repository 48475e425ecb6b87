"""Closing a doel or an afspraak about which a stagnatie is open: said beforehand, and the ladder goes on (E9, E11, E14)."""

import pytest
from django.urls import reverse

from escalatie.models import SoortGebeurtenis
from escalatie.panelen import SluitPaneel
from gezinsplan import actions as plan
from gezinsplan.models import Afspraak, Afspraakstaat, Doelstaat
from instanties.models import Leefgebied
from tests.escalatie.conftest import Vastgelopen, gebeurd, verteld
from tests.escalatie.pagina import klok_op, tekst
from tests.inloggen import client_van
from toestemming.zicht import blik

pytestmark = pytest.mark.eis("E14")

OPEN = "Hierover is nog een stagnatie open"
BLIJFT = "Wie aan zet is en tot wanneer, verandert niet."


def vervalt(vast: Vastgelopen) -> None:
    plan.laat_vervallen(vast.afspraak, "De school is gesloten", nu=vast.nu, door=vast.cast.coordinator)


def stop(vast: Vastgelopen, doel) -> None:
    plan.stop_doel(doel, "Het gezin verhuist", nu=vast.nu, door=vast.cast.coordinator)


def bereikt(vast: Vastgelopen, doel) -> None:
    plan.evalueer(doel, plan.Terugblik(True, True), nu=vast.nu, door=vast.cast.coordinator)


def lees(vast: Vastgelopen, pad: str) -> str:
    wie = client_van(vast.cast.coordinator)
    with klok_op(vast):
        return tekst(wie.get(pad))


def adres(naam: str, vast: Vastgelopen, **welk) -> str:
    return reverse(f"gezinsplan:{naam}", kwargs={"gezin_id": vast.cast.gezin.pk, **welk})


@pytest.mark.eis("E9", "E11")
@pytest.mark.parametrize("tot", ["loopt_vast", "naar_stap_2", "naar_stap_3"])
def test_an_afspraak_that_is_closed_leaves_keeper_and_term_as_they_were(vast, tot):
    getattr(vast, tot)()
    eerst = vast.stap
    vervalt(vast)
    assert Afspraak.objects.get(pk=vast.afspraak.pk).staat == Afspraakstaat.VERVALLEN
    assert vast.stagnatie.is_open
    nu = vast.stap
    assert (nu.pk, nu.houder, nu.staptermijn.loopt_af_op) == (eerst.pk, eerst.houder, eerst.staptermijn.loopt_af_op)
    assert nu.staptermijn.loopt
    assert gebeurd(vast.stagnatie)[-1] == SoortGebeurtenis.AFSPRAAK_VERVALLEN


@pytest.mark.eis("E10")
def test_the_keeper_and_all_concerned_hear_it(vast):
    vast.naar_stap_2()
    vervalt(vast)
    assert {"M. Smit", "Petra de Wit", "J. Willems"} <= verteld(vast.stagnatie, "stagnatie_afspraak_vervallen")
    # She did it herself.
    assert "N. Bakker" not in verteld(vast.stagnatie, "stagnatie_afspraak_vervallen")


@pytest.mark.eis("E4", "E9")
def test_the_clock_goes_on_until_it_is_solved(vast):
    vast.loopt_vast()
    vervalt(vast)
    vast.tik(dagen=8)
    assert vast.stap.modelstap.nummer == 2


@pytest.mark.eis("E9", "E11")
@pytest.mark.parametrize("hoe", [stop, bereikt])
@pytest.mark.parametrize("welk", ["voorwaarde", "doel"])
def test_a_goal_that_is_closed_leaves_it_open_too(vast, hoe, welk):
    """Also when the goal above it closes, and its condition with it."""
    vast.naar_stap_2()
    eerst = vast.stap
    hoe(vast, getattr(vast, welk))
    vast.voorwaarde.refresh_from_db()
    assert vast.voorwaarde.staat != Doelstaat.LOOPT
    assert vast.stagnatie.is_open
    assert (vast.stap.pk, vast.stap.houder) == (eerst.pk, eerst.houder)
    # Of the goal and the afspraken under it that end with it: one event, one notice.
    assert gebeurd(vast.stagnatie).count(SoortGebeurtenis.DOEL_AFGESLOTEN) == 1
    assert SoortGebeurtenis.AFSPRAAK_VERVALLEN not in gebeurd(vast.stagnatie)
    assert {"M. Smit", "Petra de Wit"} <= verteld(vast.stagnatie, "stagnatie_doel_afgesloten")


@pytest.mark.eis("E10")
def test_what_it_is_not_about_says_nothing(vast):
    ander = vast.doen_afspraak("De school belt elke vrijdag", vast.cast.mentor_in_gezin)
    vast.loopt_vast()
    los = vast.doen_afspraak("Moeder leest voor", vast.cast.moeder_in_gezin, doel=vast.doel)
    voor = gebeurd(vast.stagnatie)
    plan.laat_vervallen(los, "Kan niet", nu=vast.nu, door=vast.cast.coordinator)
    assert gebeurd(vast.stagnatie) == voor
    plan.laat_vervallen(ander, "Kan niet", nu=vast.nu, door=vast.cast.coordinator)
    assert gebeurd(vast.stagnatie)[-1] == SoortGebeurtenis.AFSPRAAK_VERVALLEN


@pytest.mark.eis("E10", "E11")
def test_the_pages_say_it_before_it_is_done(vast):
    vast.naar_stap_2()
    bladzijden = [
        adres("doel_stoppen", vast, doel_id=vast.voorwaarde.pk),
        adres("doel_stoppen", vast, doel_id=vast.doel.pk),
        adres("doel", vast, doel_id=vast.voorwaarde.pk),
        adres("afspraak", vast, afspraak_id=vast.afspraak.pk),
    ]
    for pad in bladzijden:
        gelezen = lees(vast, pad)
        assert OPEN in gelezen, pad
        assert BLIJFT in gelezen
        assert "Stap 2 Managers" in gelezen


def test_where_nothing_is_stuck_the_pages_say_nothing(vast):
    bladzijden = [
        adres("doel_stoppen", vast, doel_id=vast.voorwaarde.pk),
        adres("doel", vast, doel_id=vast.voorwaarde.pk),
        adres("afspraak", vast, afspraak_id=vast.afspraak.pk),
    ]
    for pad in bladzijden:
        assert OPEN not in lees(vast, pad)


@pytest.mark.eis("T3")
def test_who_may_not_see_it_learns_nothing(vast):
    vast.naar_stap_2()
    cast = vast.cast
    over = {"doel": vast.voorwaarde}
    with klok_op(vast):
        assert SluitPaneel().context(None, blik=blik(cast.behandelaar, cast.gezin), **over) is None
        assert SluitPaneel().context(None, blik=blik(cast.coordinator, cast.gezin), **over) is not None


@pytest.mark.eis("T3")
def test_a_stagnatie_of_another_goal_is_not_named(vast):
    vast.loopt_vast()
    ander = plan.voeg_doel_toe(
        vast.cast.gezin,
        plan.DoelGegevens("Rust in huis", leefgebieden=[Leefgebied.OPVOEDING]),
        nu=vast.nu,
        door=vast.cast.coordinator,
    )
    assert OPEN not in lees(vast, adres("doel_stoppen", vast, doel_id=ander.pk))
