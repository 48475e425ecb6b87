"""The clock with real commits: six workers at once, two beats, people in between, a worker that is killed."""

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connections, transaction
from django.utils import timezone

from termijnen.actions import NieuweTermijn, beeindig, bewaak, start, vergrendel
from termijnen.models import Gevraagd, Klokfout, Termijn, Termijnstaat, TermijnWijziging
from termijnen.tasks import bewaak_termijnen

pytestmark = pytest.mark.usefixtures("fresh_database")

# Seconds: a ceiling for a busy machine.
GEDULD = 120


class Vervolg:
    """A handler like the real ones: starts a new term for each that passed, in one insert."""

    def __init__(self, fout_voor=()):
        self.fout_voor = set(fout_voor)

    def __call__(self, termijnen, nu):
        start(
            [
                NieuweTermijn("stil", termijn.gezin_id, None, nu, nu + timedelta(days=7), gevraagd=self._wie(termijn))
                for termijn in termijnen
            ],
            nu=nu,
        )

    def _wie(self, termijn):
        # Nobody has this id: the database only finds out when its deferred constraint is asked.
        return [uuid4()] if termijn.pk in self.fout_voor else []


@pytest.fixture
def vervolg(handler, monkeypatch):
    from dataclasses import replace

    from termijnen import soorten

    gedrag = Vervolg()
    for naam in ("proef", "ander"):
        monkeypatch.setitem(soorten.SOORTEN.items, naam, replace(soorten.soort(naam), behandel=gedrag))
    return gedrag


@pytest.fixture
def verlopen(klapper, vervolg):
    """Forty families with six due terms each, of two kinds that alternate."""
    nieuw = []
    for gezin in [klapper.gezin() for _ in range(40)]:
        for uur in range(6):
            moment = klapper.nu - timedelta(days=7) + timedelta(hours=uur)
            soort = "proef" if uur in (0, 1, 4) else "ander"
            nieuw.append(NieuweTermijn(soort, gezin.pk, None, moment - timedelta(days=1), moment))
    random.Random(7).shuffle(nieuw)
    return start(nieuw, nu=klapper.nu - timedelta(days=8))


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


def assert_once_and_in_order(verlopen):
    """Each ended once; what the clock did has one follow-up each, and within a family nothing overtook."""
    einden = TermijnWijziging.objects.filter(van_staat="loopt")
    assert Counter(einden.values_list("termijn_id", flat=True)) == Counter({termijn.pk: 1 for termijn in verlopen})
    door_klok = list(einden.filter(naar_staat="niet_gehaald").order_by("pk").select_related("termijn"))
    assert Termijn.objects.filter(soort="stil").count() == len(door_klok)
    per_gezin = {}
    for rij in door_klok:
        per_gezin.setdefault(rij.termijn.gezin_id, []).append(rij.termijn.loopt_af_op)
    for volgorde in per_gezin.values():
        assert volgorde == sorted(volgorde)


@pytest.mark.eis("E9")
@pytest.mark.parametrize("groep", [7, 500])
def test_six_workers_do_everything_once_and_in_order(klapper, verlopen, monkeypatch, groep):
    monkeypatch.setattr("termijnen.actions.klok.GROEP", groep)
    uitslagen = tegelijk(*[lambda: bewaak(klapper.nu)] * 6)
    rest = bewaak(klapper.nu + timedelta(minutes=1))
    assert sum(uitslag.termijnen for uitslag in [*uitslagen, rest]) == len(verlopen)
    assert not Klokfout.objects.exists()
    assert_once_and_in_order(verlopen)


@pytest.mark.eis("E9")
def test_two_beats_are_as_good_as_one(klapper, verlopen):
    tegelijk(bewaak_termijnen, bewaak_termijnen)
    bewaak_termijnen()
    assert_once_and_in_order(verlopen)


@pytest.mark.eis("E9")
def test_people_who_tick_off_meanwhile_win_or_are_told(klapper, verlopen, monkeypatch):
    monkeypatch.setattr("termijnen.actions.klok.GROEP", 10)
    gewonnen = []

    def mensen():
        for termijn in random.Random(1).sample(verlopen, 60):
            with transaction.atomic():
                vergrendeld = vergrendel([termijn.pk])
                gewonnen.extend(beeindig(list(vergrendeld.values()), Termijnstaat.GEHAALD, nu=klapper.nu))

    tegelijk(*[lambda: bewaak(klapper.nu)] * 3, mensen)
    bewaak(klapper.nu)
    gehaald = set(Termijn.objects.filter(staat=Termijnstaat.GEHAALD).values_list("pk", flat=True))
    assert gehaald == {termijn.pk for termijn in gewonnen}
    assert_once_and_in_order(verlopen)


@pytest.mark.eis("E9")
def test_what_a_person_holds_waits_with_what_comes_after_it(klapper, verlopen):
    gezin_id = verlopen[0].gezin_id
    eigen = sorted((t for t in verlopen if t.gezin_id == gezin_id), key=lambda t: t.loopt_af_op)
    vastgehouden, klaar = Event(), Event()

    def mens():
        with transaction.atomic():
            vergrendel([eigen[2].pk])
            vastgehouden.set()
            klaar.wait(GEDULD)

    def klok():
        vastgehouden.wait(GEDULD)
        try:
            return bewaak(klapper.nu)
        finally:
            klaar.set()

    _, uitslag = tegelijk(mens, klok)
    assert uitslag.termijnen == len(verlopen) - 4, "two older ones of this family, and all of the others"
    assert set(Termijn.objects.lopend().exclude(soort="stil")) == set(eigen[2:])
    assert bewaak(klapper.nu).termijnen == 4
    assert_once_and_in_order(verlopen)


@pytest.mark.eis("E9")
def test_one_that_only_the_commit_would_refuse_is_set_apart(klapper, vervolg, verlopen):
    slecht = verlopen[5]
    vervolg.fout_voor = {slecht.pk}
    uitslag = bewaak(klapper.nu)
    assert (uitslag.termijnen, uitslag.mislukt) == (len(verlopen) - 1, 1)
    fout = Klokfout.objects.get()
    assert fout.termijn_id == slecht.pk and "IntegrityError" in fout.melding
    assert Termijn.objects.get(pk=slecht.pk).loopt
    assert not Gevraagd.objects.exists()


@pytest.mark.eis("E9")
def test_six_workers_and_a_bad_one_still_do_everything_once(klapper, vervolg, verlopen):
    slecht = verlopen[5]
    vervolg.fout_voor = {slecht.pk}
    tegelijk(*[lambda: bewaak(klapper.nu)] * 6)
    bewaak(klapper.nu)
    assert list(Termijn.objects.lopend().exclude(soort="stil")) == [slecht]
    assert_once_and_in_order([termijn for termijn in verlopen if termijn != slecht])


@pytest.mark.eis("E10")
def test_six_workers_remind_once(klapper, handler):
    from berichten.models import Bericht

    ontvangers = [klapper.gebruiker() for _ in range(30)]
    for ontvanger in ontvangers:
        klapper.termijn(gevraagd=[ontvanger], over=timedelta(days=14))
    uitslagen = tegelijk(*[lambda: bewaak(klapper.nu + timedelta(days=8))] * 6)
    assert sum(uitslag.herinneringen for uitslag in uitslagen) == 30
    assert Counter(Bericht.objects.values_list("ontvanger", flat=True)) == Counter(o.pk for o in ontvangers)


WERKER = """
import os, sys, time, django
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
django.setup()
from django.utils import timezone
from termijnen import soorten
from termijnen.actions import bewaak
def hang(termijnen, nu):
    print("bezig", flush=True)
    time.sleep(600)
for naam in ("proef", "ander"):
    soorten.registreer([soorten.Termijnsoort(naam, hang, naam)])
bewaak(timezone.now())
"""


@pytest.mark.eis("E9")
def test_a_worker_that_is_killed_half_way_loses_and_doubles_nothing(fresh_database, verlopen):
    werker = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(WERKER)],
        cwd=settings.BASE_DIR,
        env={**os.environ, **fresh_database.environment},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert werker.stdout.readline() == "bezig\n"
        assert bewaak(timezone.now()).termijnen == 0, "all of it is the other worker's now"
    finally:
        werker.send_signal(signal.SIGKILL)
        werker.communicate()
    gedaan = 0
    # The server needs a moment to see that the other is gone.
    einde = time.monotonic() + GEDULD
    while gedaan < len(verlopen) and time.monotonic() < einde:
        gedaan += bewaak(timezone.now()).termijnen
    assert_once_and_in_order(verlopen)
