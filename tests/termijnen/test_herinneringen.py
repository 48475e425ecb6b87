"""Reminders: in time, once, never of what has ended, and a missed night is not a reminder lost."""

from datetime import date, datetime, timedelta

import pytest

from berichten.models import Bericht
from berichten.selectie import inbox
from instanties.models import Regio
from termijnen.actions import NieuweTermijn, beeindig, bewaak, start, verzet
from termijnen.actions.herinneringen import herinner
from termijnen.kalender import einde_van_dag
from termijnen.models import Herinnering, Termijnstaat
from woorden.duur import Duur, Eenheid
from woorden.tijdwoorden import AMSTERDAM

pytestmark = pytest.mark.django_db

# 23 November 2026, 10:00 in the Netherlands.
VANDAAG = date(2026, 11, 23)


def momenten(termijn):
    lokaal = (rij.aan_de_beurt_op.astimezone(AMSTERDAM) for rij in Herinnering.objects.filter(termijn=termijn))
    return sorted(f"{moment:%d-%m %H:%M}" for moment in lokaal)


def over_dagen(klapper, dagen):
    return einde_van_dag(VANDAAG + timedelta(days=dagen)) - klapper.nu


@pytest.mark.eis("E10")
@pytest.mark.parametrize(
    ("dagen", "verwacht"),
    [
        (14, ["30-11 06:00", "06-12 06:00"]),
        # Seven days before the end is the morning of today, and that has been.
        (7, ["29-11 06:00"]),
        (3, ["25-11 06:00"]),
        # Shorter than three days: half-way.
        (1, ["24-11 04:59"]),
        (0, ["23-11 16:59"]),
    ],
)
def test_seven_days_and_one_day_before_or_half_way(klapper, handler, dagen, verwacht):
    assert momenten(klapper.termijn(over=over_dagen(klapper, dagen))) == sorted(verwacht)


@pytest.mark.eis("E10")
@pytest.mark.parametrize(("uren", "verwacht"), [(24, ["23-11 22:00"]), (71, ["24-11 21:30"]), (96, ["26-11 10:00"])])
def test_a_term_in_hours_keeps_its_own_time_of_day(klapper, handler, uren, verwacht):
    termijn = klapper.termijn(over=timedelta(hours=uren), duur=Duur(uren, Eenheid.UUR))
    assert momenten(termijn) == verwacht


@pytest.mark.eis("E10")
def test_what_has_not_begun_is_not_reminded_of(klapper, handler):
    """It begins in ten days and ends in fourteen: a week before its end there is nothing to do yet."""
    nieuw = NieuweTermijn(
        "proef",
        klapper.gezin().pk,
        None,
        begint_op=klapper.nu + timedelta(days=10),
        loopt_af_op=einde_van_dag(VANDAAG + timedelta(days=14)),
    )
    assert momenten(start([nieuw], nu=klapper.nu)[0]) == ["06-12 06:00"]


@pytest.mark.eis("E10")
def test_the_days_are_the_regions_own(klapper, handler):
    Regio.objects.filter(pk=1).update(herinnering_dagen=[10, 3])
    assert momenten(klapper.termijn(over=over_dagen(klapper, 14))) == ["04-12 06:00", "27-11 06:00"]


@pytest.mark.eis("E10")
def test_a_kind_may_do_without(klapper, handler):
    assert momenten(klapper.termijn(soort="stil", over=over_dagen(klapper, 14))) == []


@pytest.mark.eis("E10")
def test_those_who_are_asked_are_reminded_once(klapper, handler):
    school, moeder, coordinator = (klapper.gebruiker() for _ in range(3))
    termijn = klapper.termijn(houder=coordinator, gevraagd=[school, moeder], over=over_dagen(klapper, 14))
    ochtend = datetime(2026, 11, 30, 6, 0, tzinfo=AMSTERDAM)

    assert bewaak(ochtend - timedelta(seconds=1)).herinneringen == 0
    assert bewaak(ochtend).herinneringen == 1
    assert bewaak(ochtend + timedelta(minutes=1)).herinneringen == 0

    assert {bericht.ontvanger for bericht in Bericht.objects.all()} == {school, moeder}
    assert {(bericht.soort, bericht.object_id) for bericht in Bericht.objects.all()} == {("herinnering", termijn.pk)}


@pytest.mark.eis("E10")
def test_without_anyone_asked_the_keeper_is_reminded(klapper, handler):
    coordinator = klapper.gebruiker()
    klapper.termijn(houder=coordinator, over=over_dagen(klapper, 14))
    bewaak(datetime(2026, 12, 1, 6, 0, tzinfo=AMSTERDAM))
    assert Bericht.objects.get().ontvanger == coordinator


@pytest.mark.eis("E10")
def test_a_missed_night_is_not_a_reminder_lost(klapper, handler):
    school = klapper.gebruiker()
    klapper.termijn(gevraagd=[school], over=over_dagen(klapper, 14))
    uitslag = bewaak(datetime(2026, 12, 3, 15, 0, tzinfo=AMSTERDAM))
    assert uitslag.herinneringen == 1
    assert Bericht.objects.get().ontvanger == school


@pytest.mark.eis("E10")
def test_two_that_were_missed_are_told_as_one(klapper, handler):
    klapper.termijn(gevraagd=[klapper.gebruiker()], over=over_dagen(klapper, 14))
    bewaak(datetime(2026, 12, 7, 3, 0, tzinfo=AMSTERDAM))
    assert Bericht.objects.count() == 1
    assert not Herinnering.objects.exists()


@pytest.mark.eis("E10")
@pytest.mark.parametrize("staat", [Termijnstaat.GEHAALD, Termijnstaat.VERVALLEN])
def test_what_has_ended_is_not_reminded_of(klapper, handler, staat):
    termijn = klapper.termijn(gevraagd=[klapper.gebruiker()], over=over_dagen(klapper, 14))
    beeindig([termijn], staat, nu=klapper.nu)
    assert not Herinnering.objects.exists()
    assert bewaak(datetime(2026, 12, 3, 15, 0, tzinfo=AMSTERDAM)).herinneringen == 0


@pytest.mark.eis("E9")
def test_after_downtime_a_passed_term_is_handled_not_reminded_of(klapper, handler):
    klapper.termijn(gevraagd=[klapper.gebruiker()], over=over_dagen(klapper, 14))
    uitslag = bewaak(datetime(2026, 12, 20, 15, 0, tzinfo=AMSTERDAM))
    assert (uitslag.termijnen, uitslag.herinneringen) == (1, 0)
    assert not Bericht.objects.exists()


@pytest.mark.eis("E7")
def test_another_moment_has_reminders_of_its_own(klapper, handler):
    termijn = klapper.termijn(over=over_dagen(klapper, 14))
    verzet(termijn, einde_van_dag(date(2026, 12, 21)), nu=klapper.nu, door=None, reden="de wachtlijst is langer")
    assert momenten(termijn) == ["14-12 06:00", "20-12 06:00"]


@pytest.mark.eis("E10")
def test_the_inbox_says_it_in_the_words_of_the_owner_and_when_the_term_has_ended_that_it_is_over(klapper, handler):
    school = klapper.gebruiker()
    termijn = klapper.termijn(gevraagd=[school], over=over_dagen(klapper, 14))
    bewaak(datetime(2026, 12, 1, 6, 0, tzinfo=AMSTERDAM))
    [regel] = inbox(school).rijen
    assert (regel.tekst, regel.url) == ("Denk aan proef", f"/termijn/{termijn.pk}/")

    beeindig([termijn], Termijnstaat.GEHAALD, nu=klapper.nu)
    [regel] = inbox(school).rijen
    assert (regel.tekst, regel.url) == ("Is voorbij: Denk aan proef", f"/termijn/{termijn.pk}/")


@pytest.mark.eis("E10")
def test_a_reminder_that_cant_be_sent_holds_up_no_other(klapper, handler, monkeypatch):
    """Somebody's reminder breaks the insert: the others go out, this one waits an hour."""
    school, stuk = klapper.gebruiker(), klapper.gebruiker()
    for ontvanger in (school, stuk):
        klapper.termijn(gevraagd=[ontvanger], over=over_dagen(klapper, 14))
    from termijnen.actions import herinneringen

    echt = herinneringen.meld_velen

    def faal_voor_stuk(meldingen, nu):
        if any(melding.ontvanger == stuk for melding in meldingen):
            raise RuntimeError("kan niet")
        echt(meldingen, nu)

    monkeypatch.setattr(herinneringen, "meld_velen", faal_voor_stuk)
    ochtend = datetime(2026, 11, 30, 6, 0, tzinfo=AMSTERDAM)
    assert bewaak(ochtend).herinneringen == 1
    assert Bericht.objects.get().ontvanger == school

    monkeypatch.setattr(herinneringen, "meld_velen", echt)
    assert bewaak(ochtend + timedelta(minutes=59)).herinneringen == 0
    assert bewaak(ochtend + timedelta(minutes=60)).herinneringen == 1
    assert Bericht.objects.filter(ontvanger=stuk).count() == 1


@pytest.mark.eis("E10")
def test_a_term_that_has_passed_meanwhile_is_not_reminded_of(klapper, handler):
    """After a standstill, while another worker is still handling that very term."""
    klapper.termijn(gevraagd=[klapper.gebruiker()], over=timedelta(days=14))
    assert herinner(klapper.nu + timedelta(days=15)) == 0
    assert not Bericht.objects.exists()
    assert not Herinnering.objects.exists()
