"""Six workers and people at the same moment: no step twice, none skipped, and who comes late is told (E9)."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connections

from berichten.models import Bericht
from core.errors import RuleError
from escalatie import actions
from escalatie.actions import NieuweActie
from escalatie.models import Actie, Gebeurtenis, Oorzaak, SoortGebeurtenis, Stagnatie, Stap, Vraag
from gezinnen.actions import maak_gezin
from gezinsplan.signalen import GEEN_ANTWOORD, Gemist
from termijnen.actions import bewaak
from termijnen.kalender import huidige_kalender, opent_op
from termijnen.models import Klokfout
from tests.cast import maak_cast
from tests.escalatie.conftest import NU, maak_vastgelopen
from tests.escalatie.ladder import eis_waterdicht

GEZINNEN = 24


def tegelijk(*taken):
    """Run these at the same moment, each with a connection of its own."""
    hek = Barrier(len(taken))

    def een(taak):
        try:
            hek.wait()
            return taak()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(taken)) as pool:
        return [toekomst.result() for toekomst in [pool.submit(een, taak) for taak in taken]]


@pytest.fixture
def veel(fresh_database):
    """Give the cast with many families whose plans got stuck at the same moment."""
    cast = maak_cast(NU)
    for nummer in range(GEZINNEN):
        gezin = maak_gezin(f"Gezin {nummer}", cast.gemeente, cast.coordinator, cast.maatschappelijk_werk,
                           nu=NU, door=cast.coordinator)  # fmt: skip
        actions.meld_stagnatie(
            gezin, door=cast.coordinator, nu=NU, oorzaak=Oorzaak.WACHTLIJST, toelichting="Er is een wachtlijst"
        )
    return cast


@pytest.mark.eis("E9")
def test_six_workers_take_each_step_once(veel):
    nu = NU + timedelta(days=8)
    tegelijk(*[lambda: bewaak(nu)] * 6)
    bewaak(nu)
    assert Counter(Stap.objects.values_list("volgnummer", flat=True)) == {1: GEZINNEN, 2: GEZINNEN}
    geopend = Gebeurtenis.objects.filter(soort=SoortGebeurtenis.STAP_GEOPEND, stap__volgnummer=2)
    assert geopend.count() == GEZINNEN
    assert Bericht.objects.filter(soort="stagnatie_aan_zet", ontvanger=veel.manager).count() == GEZINNEN
    assert not Klokfout.objects.exists()
    eis_waterdicht()


@pytest.mark.eis("E9")
@pytest.mark.heavy("people and clock in threads, with real commits", seconds=5)
def test_people_and_clock_at_once_one_wins_and_the_other_hears_it(veel):
    nu = opent_op(Stap.objects.first().vastleggen.loopt_af_op, huidige_kalender())
    stappen = list(Stap.objects.select_related("stagnatie", "vastleggen").order_by("pk"))
    gelukt, gehoord = [], []

    def mensen() -> None:
        for stap in stappen:
            actie = NieuweActie("Bellen", "Plek", nu + timedelta(days=3), instelling=veel.maatschappelijk_werk)
            try:
                actions.leg_acties_vast(stap, [actie], door=veel.coordinator, nu=nu - timedelta(seconds=1))
                gelukt.append(stap.pk)
            except RuleError as fout:
                gehoord.append(fout.message)

    tegelijk(mensen, lambda: bewaak(nu), lambda: bewaak(nu), mensen)
    bewaak(nu)
    eis_waterdicht()
    assert not Klokfout.objects.exists()
    doorgezet = set(Stap.objects.filter(volgnummer=2).values_list("stagnatie_id", flat=True))
    vastgelegd = set(Stap.objects.filter(resultaat__isnull=False).values_list("stagnatie_id", flat=True))
    assert not doorgezet & vastgelegd
    assert len(doorgezet | vastgelegd) == GEZINNEN
    assert Actie.objects.count() == len(gelukt)
    assert all("aan zet" in melding for melding in gehoord)


@pytest.mark.eis("E1")
def test_the_same_stagnatie_opened_twice_at_once_is_one(fresh_database):
    vast = maak_vastgelopen()
    gemist = [Gemist(vast.afspraak, vast.cast.mentor_in_gezin, GEEN_ANTWOORD)]
    tegelijk(*[lambda: actions.open_stagnaties(gemist, nu=vast.nu)] * 4)
    assert Stagnatie.objects.count() == 1
    assert Stap.objects.count() == 1
    eis_waterdicht()


@pytest.mark.eis("E9")
def test_two_who_call_in_help_at_once_take_one_step(fresh_database):
    vast = maak_vastgelopen()
    vast.loopt_vast()
    stap = vast.stap

    def roep() -> bool:
        try:
            actions.roep_eerder_hulp_in(stap, door=vast.cast.coordinator, nu=vast.nu, toelichting="Nu al")
        except RuleError:
            return False
        return True

    assert sorted(tegelijk(roep, roep, roep)) == [False, False, True]
    assert Stap.objects.count() == 2
    assert sorted(Vraag.objects.values_list("soort", flat=True)) == ["aandeel", "bijdrage"]
    eis_waterdicht()
