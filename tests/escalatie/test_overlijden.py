"""Who died is missing nothing any more: what is stuck about that one ends kindly, what others wait for goes on (I9, S15)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from berichten.models import Bericht
from core.errors import RuleError
from escalatie import actions
from escalatie.models import Medepartij, Oorzaak, SoortGebeurtenis, Stagnatiestaat
from escalatie.nieuws import sinds
from gezinnen.actions import leg_overlijden_vast
from gezinsplan import actions as plan
from gezinsplan.models import Afspraakstaat
from instanties.models import Leefgebied
from termijnen.models import Termijn
from tests.escalatie.conftest import Vastgelopen, gebeurd, verteld
from tests.escalatie.pagina import klok_op, tekst
from tests.inloggen import client_van
from toestemming.zicht import blik

pytestmark = [pytest.mark.django_db, pytest.mark.eis("I9")]


def meld(vast: Vastgelopen, oorzaak=Oorzaak.AFSPRAAK_NIET_NAGEKOMEN, doel=None, partij=None):
    return actions.meld_stagnatie(
        vast.cast.gezin, door=vast.cast.behandelaar, nu=vast.nu, oorzaak=oorzaak, toelichting="Vader belt niet",
        doel=doel or vast.doel, partij=partij or vast.cast.vader_in_gezin,
    )  # fmt: skip


def overlijdt(vast: Vastgelopen) -> None:
    vast.nu += timedelta(days=1)
    leg_overlijden_vast(vast.cast.vader_in_gezin, op=vast.nu.date(), nu=vast.nu, door=vast.cast.coordinator)


@pytest.mark.heavy("two pages")
def test_about_the_share_of_who_died_it_ends_and_everybody_but_him_hears_it_kindly(vast):
    stagnatie = meld(vast)
    assert "Mark Jonker" in verteld(stagnatie, "stagnatie_geopend"), "he was told that it began"
    overlijdt(vast)
    stagnatie.refresh_from_db()
    assert stagnatie.staat == Stagnatiestaat.VERVALLEN
    assert gebeurd(stagnatie)[-1] == SoortGebeurtenis.VERVALLEN
    assert not Termijn.objects.lopend().filter(stap_vastleggen__stagnatie=stagnatie).exists()
    hoorden = verteld(stagnatie, "stagnatie_vervallen")
    assert {"Petra de Wit", "T. Okafor"} <= hoorden
    assert "Mark Jonker" not in hoorden
    waar = reverse("escalatie:stagnatie", args=[stagnatie.pk])
    with klok_op(vast):
        assert "Niet meer nodig: iemand is overleden" in tekst(client_van(vast.cast.coordinator).get(waar))
        gezin = tekst(client_van(vast.cast.moeder).get(waar, follow=True))
    assert "Wij wensen u sterkte" in gezin
    vast.tik(dagen=30)
    stagnatie.refresh_from_db()
    assert not stagnatie.is_open
    assert not Bericht.objects.filter(ontvanger=vast.cast.vader, gemaakt_op__gte=vast.nu - timedelta(days=29)).exists()


def test_the_family_does_not_read_that_it_was_solved(vast):
    meld(vast)
    begin = vast.nu
    overlijdt(vast)
    gelezen = [regel.tekst for regel in sinds(blik(vast.cast.moeder, vast.cast.gezin), begin)]
    assert any("sterkte" in regel for regel in gelezen)
    assert not any("opgelost" in regel for regel in gelezen)


def test_a_goal_about_him_alone_is_stuck_no_more_whoever_was_to_move_it(vast):
    doel = plan.voeg_doel_toe(
        vast.cast.gezin,
        plan.DoelGegevens("Werk", leefgebieden=[Leefgebied.WERK], over_wie=[vast.cast.vader_in_gezin.pk]),
        nu=vast.nu,
        door=vast.cast.coordinator,
    )
    stagnatie = meld(vast, Oorzaak.WACHTLIJST, doel, vast.cast.mentor_in_gezin)
    overlijdt(vast)
    stagnatie.refresh_from_db()
    assert stagnatie.staat == Stagnatiestaat.VERVALLEN


@pytest.mark.parametrize("samen", [True, False])
def test_what_others_wait_for_goes_on_without_him(vast, samen):
    """A crisis in the family stays open; so does what two were to do: of the one who is left."""
    stagnatie = meld(vast, Oorzaak.AFSPRAAK_NIET_NAGEKOMEN if samen else Oorzaak.CRISIS)
    if samen:
        Medepartij.objects.create(stagnatie=stagnatie, deelnemer=vast.cast.behandelaar_in_gezin, op=vast.nu)
    stap = vast.stap
    overlijdt(vast)
    stagnatie.refresh_from_db()
    assert stagnatie.is_open
    assert stagnatie.partij == (vast.cast.behandelaar_in_gezin if samen else None)
    assert not stagnatie.medepartijen.exists()
    assert (vast.stap.pk, vast.stap.houder) == (stap.pk, stap.houder)
    assert gebeurd(stagnatie)[-1] == SoortGebeurtenis.VERDER_ZONDER
    hoorden = verteld(stagnatie, "stagnatie_verder_zonder")
    assert "Petra de Wit" in hoorden
    assert "Mark Jonker" not in hoorden


def test_of_another_it_stays_as_it_is(vast):
    stagnatie = vast.loopt_vast()
    overlijdt(vast)
    stagnatie.refresh_from_db()
    assert stagnatie.is_open
    assert gebeurd(stagnatie)[-1] != SoortGebeurtenis.VERDER_ZONDER


@pytest.mark.eis("E15")
def test_a_death_is_recorded_though_the_coordinator_herself_is_late_with_what_was_about_him(vast):
    doel = plan.voeg_doel_toe(
        vast.cast.gezin,
        plan.DoelGegevens("Werk", leefgebieden=[Leefgebied.WERK], over_wie=[vast.cast.vader_in_gezin.pk]),
        nu=vast.nu,
        door=vast.cast.coordinator,
    )
    afspraak = vast.doen_afspraak("Bellen met zijn werk", vast.cast.coordinator_in_gezin, doel=doel)
    vast.tik(dagen=8)
    afspraak.refresh_from_db()
    assert afspraak.staat == Afspraakstaat.GEVRAAGD
    with pytest.raises(RuleError, match="Van u zelf"):
        plan.stop_doel(doel, "Niet meer nodig", nu=vast.nu, door=vast.cast.coordinator)
    overlijdt(vast)
    afspraak.refresh_from_db()
    assert afspraak.staat == Afspraakstaat.VERVALLEN
