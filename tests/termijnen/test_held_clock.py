"""A clock that finds itself in another database than where it ran does nothing, until somebody lets it (ADR 0014)."""

from datetime import timedelta

import pytest

from berichten.actions import claim_en_verzend, meld
from berichten.models import Bericht, MailStaat
from core import clock_home
from core.models import ClockHome
from termijnen.actions import bewaak
from termijnen.actions.herinneringen import BERICHTSOORT
from termijnen.models import Kloktik, Termijn

pytestmark = [pytest.mark.eis("E9"), pytest.mark.django_db]


@pytest.fixture
def teruggezet(klapper, handler):
    """The clock ran here a minute ago, as far as the rows know; but they were written in another database."""
    bewaak(klapper.nu - timedelta(minutes=1))
    ClockHome.objects.update(place="7711033597313665455/1")


def test_a_new_installation_runs_and_makes_itself_at_home(klapper, handler):
    klapper.termijn(over=timedelta(hours=-1))
    assert bewaak(klapper.nu).termijnen == 1
    assert ClockHome.objects.get().place == clock_home.state().here


def test_a_copy_that_was_put_back_handles_no_term_and_sends_no_reminder(klapper, handler, teruggezet):
    klapper.termijn(over=timedelta(hours=-1))
    klapper.termijn(gevraagd=[klapper.gebruiker()], over=timedelta(days=14), nu=klapper.nu - timedelta(days=13))
    uitslag = bewaak(klapper.nu)
    assert (uitslag.termijnen, uitslag.herinneringen, uitslag.vastgehouden) == (0, 0, True)
    assert Termijn.objects.lopend().count() == 2
    assert not handler.gekregen and not Bericht.objects.exists()
    assert Kloktik.objects.get().laatste_op == klapper.nu - timedelta(minutes=1), "it did not tick"


def test_it_sends_no_mail(klapper, handler, teruggezet, mailoutbox):
    meld(BERICHTSOORT, klapper.gebruiker(), sleutel="x", nu=klapper.nu)
    assert claim_en_verzend(klapper.nu) == 0
    bericht = Bericht.objects.get()
    assert (bericht.mail_staat, bericht.volgende_poging_op) == (MailStaat.TE_VERZENDEN, klapper.nu)
    assert not mailoutbox


def test_it_says_since_when_it_waits_and_why(klapper, handler, teruggezet):
    bewaak(klapper.nu)
    bewaak(klapper.nu + timedelta(minutes=1))
    stand = clock_home.state()
    assert (stand.is_held, stand.was_put_back, stand.why) == (True, True, clock_home.PUT_BACK)
    assert (stand.held_at, stand.waited_at) == (klapper.nu, klapper.nu + timedelta(minutes=1))


def test_once_let_go_everything_happens_once(klapper, handler, teruggezet):
    termijn = klapper.termijn(over=timedelta(hours=-1))
    bewaak(klapper.nu)
    assert clock_home.release() is True
    assert clock_home.release() is False
    assert bewaak(klapper.nu).termijnen == 1
    assert bewaak(klapper.nu).termijnen == 0
    assert handler.gekregen == [termijn.pk]


def test_it_can_be_held_by_hand_also_before_the_first_tick(klapper, handler):
    klapper.termijn(over=timedelta(hours=-1))
    clock_home.hold("De machine wordt teruggezet", klapper.nu)
    assert bewaak(klapper.nu).vastgehouden
    assert clock_home.state().why == "De machine wordt teruggezet"
    clock_home.release()
    assert bewaak(klapper.nu).termijnen == 1


def test_asking_costs_one_question(klapper, handler, django_assert_num_queries):
    with django_assert_num_queries(1):
        clock_home.state()
