"""Stopping is whole: what somebody still did goes to another, and the page says so before (I9, G17, Z3)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from berichten.models import Bericht
from core import clock
from core.errors import RuleError
from gezinnen.actions import leg_overlijden_vast, stop_deelname
from gezinnen.models import Deelnemer, Gezag
from gezinnen.vertrek import wat_nog_loopt
from gezinnen.waarneming import neemt_zelf_deel
from gezinsplan.actions import DoelGegevens, neem_vink_terug, vink_af, voeg_doel_toe
from gezinsplan.models import Aanvaarding, Afspraak, Afspraakstaat, Doelstaat
from gezinsplan.selectie import betrokkenheid
from gezinsplan.vertrek import kan_overnemen
from instanties.actions import beeindig_toegang
from instanties.models import Gebruiker, Leefgebied
from tests.cast import maak_account
from tests.inloggen import client_van
from toestemming.actions import zet_vlag
from toestemming.models import Verjaardag

pytestmark = pytest.mark.django_db


@pytest.fixture
def wie(voorbeeld):
    return {"nu": voorbeeld.nu, "door": voorbeeld.cast.coordinator}


def doen(afspraak) -> set:
    return set(afspraak.uitvoerders.values_list("pk", flat=True))


def gevraagd(afspraak) -> list:
    afspraak.refresh_from_db()
    return list(afspraak.termijn.gevraagden.values_list("gebruiker", flat=True))


@pytest.mark.eis("I9", "G5")
def test_what_somebody_did_goes_to_whom_was_chosen(voorbeeld, wie):
    cast = voorbeeld.cast
    afspraak = voorbeeld.afspraak("zoekt een plek in de klas", cast.mentor_in_gezin)
    voorbeeld.activeer()
    stop_deelname(cast.mentor_in_gezin, reden="andere klas", overnemer=cast.collega_in_gezin, **wie)
    assert doen(afspraak) == {cast.collega_in_gezin.pk}
    assert [mens.pk for mens in betrokkenheid([afspraak])[afspraak.pk].doeners] == [cast.collega.pk]
    assert gevraagd(afspraak) == [cast.collega.pk]
    assert not Aanvaarding.objects.geldig().filter(afspraak=afspraak).exists()
    assert Bericht.objects.filter(ontvanger=cast.collega, soort="afspraak_gemaakt", object_id=afspraak.pk).exists()


@pytest.mark.eis("I9", "Z3")
def test_nobody_chosen_the_other_doers_go_on_and_else_the_coordinator(voorbeeld, wie):
    cast = voorbeeld.cast
    samen = voorbeeld.afspraak("belt elke week", cast.mentor_in_gezin, cast.moeder_in_gezin)
    alleen = voorbeeld.afspraak("zoekt een plek in de klas", cast.mentor_in_gezin)
    voorbeeld.activeer()
    stop_deelname(cast.mentor_in_gezin, reden="andere klas", **wie)
    assert doen(samen) == {cast.moeder_in_gezin.pk}
    assert doen(alleen) == {cast.coordinator_in_gezin.pk}


@pytest.mark.eis("I9", "G7")
def test_what_was_done_keeps_the_name_of_who_did_it(voorbeeld, wie):
    cast = voorbeeld.cast
    afspraak = voorbeeld.afspraak("zoekt een plek in de klas", cast.mentor_in_gezin)
    voorbeeld.activeer()
    vink_af(afspraak, localdate(voorbeeld.nu), nu=voorbeeld.nu, door=cast.mentor)
    assert afspraak.__class__.objects.get(pk=afspraak.pk).staat == Afspraakstaat.GEDAAN
    stop_deelname(cast.mentor_in_gezin, reden="andere klas", **wie)
    assert doen(afspraak) == {cast.mentor_in_gezin.pk}
    # Taken back it runs again, and then somebody who is there does it.
    neem_vink_terug(afspraak, "het was niet klaar", **wie)
    assert doen(afspraak) == {cast.coordinator_in_gezin.pk}


@pytest.mark.eis("I9")
def test_who_takes_it_over_takes_part_in_this_plan(voorbeeld, wie):
    cast = voorbeeld.cast
    vreemd = Deelnemer.objects.get(gezin=cast.ander_gezin, gebruiker=cast.andere_moeder)
    for overnemer in (vreemd, cast.mentor_in_gezin):
        with pytest.raises(RuleError, match="iemand anders die meedoet"):
            stop_deelname(cast.mentor_in_gezin, reden="andere klas", overnemer=overnemer, **wie)


@pytest.mark.eis("I9", "G17")
@pytest.mark.eis("X5", "I9")
def test_from_whom_a_flag_keeps_it_nobody_takes_it_over_nor_does_it(voorbeeld, wie):
    """Who does an afspraak reads it: so it isn't given to whom a safety flag keeps it from, by whatever road."""
    cast = voorbeeld.cast
    voorbeeld.afspraak("naar de kliniek", cast.mentor_in_gezin, over_wie=[cast.moeder_in_gezin.pk])
    zet_vlag(
        cast.vader_in_gezin, [cast.moeder_in_gezin.pk], "dreiging", clock.today() + timedelta(days=30), nu=clock.now(),
        door=cast.coordinator,
    )  # fmt: skip
    assert cast.vader_in_gezin not in kan_overnemen(cast.mentor_in_gezin)
    assert cast.oma in kan_overnemen(cast.mentor_in_gezin)
    with pytest.raises(RuleError, match="Kies iemand anders") as fout:
        stop_deelname(cast.mentor_in_gezin, reden="klaar", overnemer=cast.vader_in_gezin, **wie)
    assert fout.value.field == "overnemer"
    with pytest.raises(RuleError, match="Kies iemand anders"):
        voorbeeld.afspraak("bloed laten prikken", cast.vader_in_gezin, over_wie=[cast.moeder_in_gezin.pk])
    assert not cast.vader_in_gezin.afspraken.filter(over_wie__contains=[cast.moeder_in_gezin.pk]).exists()


def test_the_page_says_before_what_still_runs_and_who_takes_it(voorbeeld):
    cast = voorbeeld.cast
    afspraak = voorbeeld.afspraak("zoekt een therapeut", cast.moeder_in_gezin)
    voorbeeld.activeer()
    url = reverse("gezinsplan:deelnemer_stoppen", args=[cast.gezin.pk, cast.moeder_in_gezin.pk])
    bakker = client_van(cast.coordinator)
    tekst = " ".join(bakker.get(url).content.decode().split())
    assert "Doet nog 1 afspraak: ‘zoekt een therapeut’" in tekst
    assert "Vraagt nu na bij Riet de Wit." in tekst
    assert "Houdt gezag over Daan de Wit, Sanne de Wit" in tekst
    bakker.post(url, {"reden": "woont er niet meer", "overnemer": cast.vader_in_gezin.pk})
    assert doen(afspraak) == {cast.vader_in_gezin.pk}


@pytest.mark.eis("I9", "E12")
def test_an_account_that_closes_answers_nothing_any_more(voorbeeld):
    cast = voorbeeld.cast
    afspraak = voorbeeld.afspraak("zoekt een plek in de klas", cast.mentor_in_gezin)
    voorbeeld.activeer()
    beeindig_toegang(cast.mentor, nu=voorbeeld.nu, door=cast.beheerder, ook_als_iets_blijft_liggen=True)
    assert gevraagd(afspraak) == [cast.coordinator.pk]


@pytest.mark.eis("I9", "T2")
def test_a_birthday_of_who_stopped_isnt_waited_for(voorbeeld, wie):
    cast = voorbeeld.cast
    assert Verjaardag.objects.filter(gezinslid=cast.broer_in_gezin).exists()
    stop_deelname(cast.broer_in_gezin, reden="woont bij vader", **wie)
    assert not Verjaardag.objects.filter(gezinslid=cast.broer_in_gezin).exists()


@pytest.mark.eis("I9", "I6")
def test_who_belonged_to_the_network_never_stands_in_there(voorbeeld, wie):
    cast = voorbeeld.cast
    oma = maak_account(cast.oma, **wie)
    stop_deelname(cast.oma, reden="verhuisd", **wie)
    assert (oma.pk, cast.gezin.pk) in set(neemt_zelf_deel([oma.pk]))


@pytest.mark.eis("I9", "T2", "E10")
def test_of_the_dead_nothing_is_asked_and_no_mail_goes_out(voorbeeld, wie):
    cast = voorbeeld.cast
    afspraak = voorbeeld.afspraak("zoekt een therapeut", cast.vader_in_gezin)
    voorbeeld.activeer()
    gisteren = localdate(voorbeeld.nu) - timedelta(days=1)
    with pytest.raises(RuleError, match="moet nog komen"):
        leg_overlijden_vast(cast.vader_in_gezin, op=localdate(voorbeeld.nu) + timedelta(days=1), **wie)
    leg_overlijden_vast(cast.vader_in_gezin, op=gisteren, **wie)
    vader = Deelnemer.objects.get(pk=cast.vader_in_gezin.pk)
    assert (vader.overleden_op, vader.former) == (gisteren, "overleden")
    assert not Gezag.objects.geldig().filter(houder=vader).exists()
    assert not Gebruiker.objects.get(pk=cast.vader.pk).is_active
    assert doen(afspraak) == {cast.coordinator_in_gezin.pk}
    for weken in range(1, 6):
        voorbeeld.tik(7 * weken)
    assert not Bericht.objects.filter(ontvanger=cast.vader, gemaakt_op__gt=cast.nu).exists()
    with pytest.raises(RuleError, match="al vastgelegd"):
        leg_overlijden_vast(cast.vader_in_gezin, op=gisteren, **wie)


@pytest.mark.eis("I9")
def test_the_page_of_somebody_who_died_is_kind(voorbeeld):
    cast = voorbeeld.cast
    bakker = client_van(cast.coordinator)
    stoppen = reverse("gezinsplan:deelnemer_stoppen", args=[cast.gezin.pk, cast.oma.pk])
    url = reverse("gezinsplan:deelnemer_overleden", args=[cast.gezin.pk, cast.oma.pk])
    assert url in bakker.get(stoppen).content.decode()
    assert "Wat verdrietig." in bakker.get(url).content.decode()
    klaar = bakker.post(url, {"op": "vandaag"}, follow=True).content.decode()
    assert "Sterkte voor u en voor het gezin." in klaar
    assert "overleden op" in klaar
    mentor = reverse("gezinsplan:deelnemer_overleden", args=[cast.gezin.pk, cast.mentor_in_gezin.pk])
    assert bakker.get(mentor).status_code == 404


@pytest.mark.eis("I9")
def test_what_is_only_about_the_dead_is_asked_of_nobody_any_more(voorbeeld, wie):
    cast = voorbeeld.cast
    over_vader = {"over_wie": [cast.vader_in_gezin.pk], "leefgebieden": [Leefgebied.WERK]}
    doel = voeg_doel_toe(cast.gezin, DoelGegevens("Mark vindt werk", **over_vader), **wie)
    van_doel = voorbeeld.afspraak("belt het uitzendbureau", cast.collega_in_gezin, doel=doel)
    los = voorbeeld.afspraak("gaat mee naar de dokter", cast.collega_in_gezin, **over_vader)
    samen = voorbeeld.afspraak(
        "praat met vader en Sanne", cast.collega_in_gezin, over_wie=[cast.vader_in_gezin.pk, cast.sanne.pk],
        leefgebieden=[Leefgebied.OPVOEDING],
    )  # fmt: skip
    voorbeeld.activeer()
    assert any(
        "2 afspraken gaan alleen over deze persoon" in zin for zin in wat_nog_loopt(cast.vader_in_gezin, overleden=True)
    )
    voorbeeld.nu += timedelta(minutes=1)
    Bericht.objects.all().delete()
    leg_overlijden_vast(cast.vader_in_gezin, op=localdate(voorbeeld.nu), **(wie | {"nu": voorbeeld.nu}))
    staten = {rij.pk: rij.staat for rij in Afspraak.objects.all()}
    assert staten[van_doel.pk] == staten[los.pk] == Afspraakstaat.VERVALLEN
    assert staten[samen.pk] == Afspraakstaat.LOOPT
    doel.refresh_from_db()
    assert (doel.staat, doel.waarom_gestopt) == (Doelstaat.GESTOPT, "Mark Jonker is overleden")
    for weken in range(1, 5):
        voorbeeld.tik(7 * weken)
    assert not Bericht.objects.filter(object_id__in=[van_doel.pk, los.pk]).exists()
