"""Faults on purpose, in real processes: afterwards nothing is missing and nothing is doubled (E9, E10).

Each scenario has a database, workers, beats, broker and mail server of its own. Half of its families wait for a navraag,
the other half for step 1. What a calm system does with the same families is the measure.
"""

import random
import shutil
import subprocess
import time

import pytest

from start.paths import ROOT
from tests.faults.conftest import LANG
from tests.faults.machine import Machine, wait_until
from tests.form import long_only

pytestmark = [
    pytest.mark.eis("E9", "E10"),
    long_only("a killed worker: tests/e2e/test_faults.py and tests/termijnen/test_six_workers.py"),
]

UUR = 60


def test_without_a_fault(server, noteer):
    with Machine(server) as machine:
        noteer(machine, "geen", machine.tot_stil())


def test_a_worker_falls_in_the_middle_of_a_tick(server, noteer):
    with Machine(server) as machine:
        for _keer in range(3 if LANG else 1):
            with machine.midden_in_een_tik():
                machine.dood("worker0")
            machine.start("worker0")
        for _keer in range(10 if LANG else 1):
            # And at any other moment: before it is ready, in a mail, between two batches.
            time.sleep(random.uniform(0.5, 4))
            machine.dood("worker0")
            machine.start("worker0")
        noteer(machine, "worker krijgt SIGKILL midden in een tik", machine.tot_stil())


def test_two_beats_and_two_workers(server, noteer):
    with Machine(server, workers=2, beats=2) as machine:
        noteer(machine, "twee beats, twee workers", machine.tot_stil())


def test_the_broker_is_away_for_an_hour(server, noteer):
    with Machine(server, workers=0, beats=0) as machine:
        machine.broker.stop()
        machine.start("worker0")
        machine.start("beat0")
        time.sleep(150 if LANG else 3)
        machine.verzet_klok(UUR)
        assert (
            machine.een(
                "SELECT count(*) FROM gezinsplan_navraag n JOIN termijnen_termijn t ON t.id = n.termijn_id"
                " WHERE t.staat = 'loopt' AND t.aan_de_beurt_op > now()"
            )
            == 0
        )
        assert machine.leeft("worker0") and machine.leeft("beat0")
        machine.broker.start()
        noteer(machine, "broker een uur weg", machine.tot_stil())


def test_the_database_falls_in_the_middle_of_a_tick(server, noteer):
    with Machine(server) as machine:
        with machine.midden_in_een_tik():
            server.val_om()
        time.sleep(5 if LANG else 1)
        server.postgres.start()
        assert machine.leeft("worker0") and machine.leeft("beat0")
        noteer(machine, "database valt om midden in een tik", machine.tot_stil())


def test_the_connection_breaks_in_the_middle_of_a_tick(server, noteer):
    with Machine(server) as machine:
        for _keer in range(5 if LANG else 1):
            with machine.midden_in_een_tik():
                weg = machine.sql(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE usename = 'app' AND datname = current_database()"
                )
                assert weg
        assert machine.leeft("worker0")
        noteer(machine, "verbinding met de database breekt", machine.tot_stil())


def test_the_mailserver_refuses_in_turns(server, noteer):
    with Machine(server) as machine:
        machine.post("om_en_om")
        _wacht_op_mail(machine, "pogingen > 0", "een mail is geweigerd")
        noteer(machine, "mailserver weigert elke tweede mail", machine.tot_stil())


@pytest.mark.parametrize("gedrag", ["hangt", "stil"])
def test_the_mailserver_hangs_and_the_clock_runs_on(server, noteer, gedrag):
    with Machine(server) as machine:
        machine.post(gedrag)
        _wacht_op_mail(machine, "laatste_fout <> ''", "een mail blijft hangen")
        voor = machine.een("SELECT laatste_op FROM termijnen_kloktik")
        begin = time.monotonic()
        wait_until(lambda: machine.een("SELECT laatste_op FROM termijnen_kloktik") > voor, "de klok loopt door")
        assert time.monotonic() - begin < 15, "een mailserver die hangt, hield de klok op"
        machine.post("gewoon")
        woorden = {"hangt": "neemt de mail aan en antwoordt niet", "stil": "antwoordt nooit"}
        noteer(machine, f"mailserver {woorden[gedrag]}", machine.tot_stil())


def test_the_clock_goes_back_an_hour(server, noteer):
    with Machine(server, workers=0, beats=0) as machine:
        # Half of it only falls due in ninety minutes.
        machine.sql(
            "UPDATE termijnen_termijn SET aan_de_beurt_op = now() + interval '90 minutes'"
            " WHERE staat = 'loopt' AND soort = 'afspraak' AND aan_de_beurt_op < now()"
        )
        machine.verzet_klok(UUR)
        machine.start("worker0")
        machine.start("beat0")
        machine.tot_stil()
        machine.verzet_klok(-UUR)
        tik = machine.een("SELECT laatste_op FROM termijnen_kloktik")
        wait_until(lambda: machine.een("SELECT laatste_op FROM termijnen_kloktik") < tik, "een tik in de oude tijd")
        machine.verzet_klok(2 * UUR)
        noteer(machine, "klok gaat een uur terug", machine.tot_stil())


@pytest.mark.skipif(not LANG or not shutil.which("cc"), reason="only make faults, where a C compiler is at hand")
def test_the_clock_of_the_machine_itself_goes_back_an_hour(server, noteer, tmp_path):
    """What all clocks of worker and beat say jumps back, as the kernel would; those of database and broker don't."""
    voorzet, verschil = tmp_path / "klok.so", tmp_path / "verschil"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", voorzet, ROOT / "tests/faults/klok.c", "-ldl"], check=True)
    verschil.write_text("0")
    omgeving = {"LD_PRELOAD": str(voorzet), "STORING_KLOK": str(verschil)}
    with Machine(server, omgeving=omgeving) as machine:
        machine.sql(
            "UPDATE termijnen_termijn SET aan_de_beurt_op = now() - interval '30 minutes'"
            " WHERE staat = 'loopt' AND soort = 'afspraak' AND aan_de_beurt_op < now()"
        )
        wait_until(lambda: machine.sql("SELECT 1 FROM termijnen_kloktik"), "een tik")
        verschil.write_text("-3600")
        tik = machine.een("SELECT laatste_op FROM termijnen_kloktik")
        # The beat doesn't wait until it is that late again.
        wait_until(lambda: machine.een("SELECT laatste_op FROM termijnen_kloktik") < tik, "een tik in de oude tijd", 30)
        verschil.write_text("0")
        noteer(machine, "klok van worker en beat zelf gaat een uur terug", machine.tot_stil())


def test_vijfhonderd_vergiftigde_termijnen_vooraan(server, noteer):
    aantal = 500 if LANG else 60
    with Machine(server, workers=0, beats=0) as machine:
        machine.kapot.touch()
        _vergiftig(machine, aantal)
        machine.start("worker0")
        machine.start("beat0")
        herstel = machine.tot_stil()
        eerste = machine.een("SELECT min(op) FROM termijnen_klokfout")
        in_die_tik = machine.een(
            "SELECT count(*) FROM termijnen_termijnwijziging WHERE naar_staat = 'niet_gehaald' AND op = %s", [eerste]
        )
        daarna = machine.een(
            "SELECT count(*) FROM termijnen_termijnwijziging WHERE naar_staat = 'niet_gehaald' AND op > %s", [eerste]
        )
        assert (in_die_tik > 0, daarna) == (True, 0), "de anderen wachtten op de vergiftigde"
        assert machine.een("SELECT count(*) FROM termijnen_klokfout WHERE op = %s", [eerste]) == aantal
        assert (
            machine.een("SELECT count(*) FROM termijnen_klokfout WHERE melding NOT LIKE 'Kapot: RuntimeError%%'") == 0
        )
        noteer(machine, f"{aantal} vergiftigde termijnen vooraan", herstel)


def test_an_app_that_fails_and_is_mended_then(server, noteer):
    with Machine(server, workers=0, beats=0) as machine:
        machine.kapot.touch()
        # In the families themselves, before their own terms.
        machine.sql(
            "INSERT INTO termijnen_termijn (id, soort, gezin_id, staat, begint_op, loopt_af_op, aan_de_beurt_op, eenheid,"
            " oorspronkelijk_loopt_af_op, pogingen) SELECT gen_random_uuid(), 'kapot', gezin_id, 'loopt',"
            " min(begint_op), min(begint_op), min(begint_op), '', min(begint_op), 0 FROM termijnen_termijn"
            " WHERE staat = 'loopt' AND aan_de_beurt_op < now() GROUP BY gezin_id"
        )
        machine.start("worker0")
        machine.start("beat0")
        machine.tot_stil()
        kapot = "SELECT count(*) FROM termijnen_termijn WHERE soort = 'kapot' AND staat = "
        assert machine.een(kapot + "'niet_gehaald'") == 0
        pauzes = machine.sql(
            "SELECT DISTINCT round(extract(epoch FROM t.aan_de_beurt_op - f.op) / 60) FROM termijnen_klokfout f"
            " JOIN termijnen_termijn t ON t.id = f.termijn_id WHERE f.poging = t.pogingen AND t.pogingen = 1"
        )
        assert pauzes in ([], [(1,)])
        machine.kapot.unlink()

        def hersteld() -> bool:
            machine.verzet_klok(10)
            time.sleep(2)
            return machine.een(kapot + "'loopt'") == 0

        begin = time.monotonic()
        wait_until(hersteld, "wat mislukte, is alsnog gedaan")
        assert machine.een("SELECT count(*) FROM termijnen_klokfout WHERE opgelost_op IS NULL") == 0
        machine.tot_stil()
        noteer(machine, "een app geeft een fout, later hersteld", time.monotonic() - begin)


def _wacht_op_mail(machine: Machine, hoe: str, wat: str) -> None:
    """Everything that was told is due for mail, and to one of these it happens."""

    def gebeurt() -> int:
        machine.nu_de_bundel()
        return machine.een(f"SELECT count(*) FROM berichten_bericht WHERE {hoe}")  # noqa: S608 - our own text

    wait_until(gebeurt, wat)


def _vergiftig(machine: Machine, aantal: int) -> None:
    """So many terms at the head of the queue of an app that raises, in fifty families of their own."""
    machine.sql(
        "INSERT INTO gezinnen_gezin (id, naam, gemeente_id, gemaakt_op)"
        " SELECT md5('gif' || i)::uuid, 'Gif ' || i, (SELECT id FROM instanties_gemeente LIMIT 1), now()"
        " FROM generate_series(0, 49) i"
    )
    machine.sql(
        "INSERT INTO termijnen_termijn (id, soort, gezin_id, staat, begint_op, loopt_af_op, aan_de_beurt_op, eenheid,"
        " oorspronkelijk_loopt_af_op, pogingen) SELECT gen_random_uuid(), 'kapot', md5('gif' || mod(i, 50))::uuid,"
        " 'loopt', op, op, op, '', op, 0 FROM generate_series(1, %s) i, (SELECT now() - interval '90 days') t (op)",
        [aantal],
    )
