"""A copy that is put back with pg_dump and pg_restore: the clock waits, shows, and goes on when somebody says so (E9)."""

import subprocess

import pytest

from bewaking.actions import laat_klok_lopen
from config import gezondheid
from core import clock
from start.paths import PYTHON, ROOT
from termijnen.actions import bewaak
from termijnen.models import Kloktik
from tests.faults.machine import Machine, wait_until
from tests.faults.telling import Stand, vergelijk
from tests.form import long_only

pytestmark = [
    pytest.mark.eis("E9"),
    long_only("a clock that waits: tests/termijnen and tests/bewaking"),
]

REDEN = "de kopie is nagekeken"


def beheer(omgeving, *opdracht):
    """As deploy/beheer runs it."""
    omgeving = {**omgeving, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    gedaan = subprocess.run(
        [PYTHON, "manage.py", *opdracht], cwd=ROOT, env=omgeving, capture_output=True, text=True, check=False
    )
    assert gedaan.returncode == 0, gedaan.stderr
    return gedaan.stdout


def zet_terug(server, kopie, naam):
    server.doe(f"CREATE DATABASE {naam} OWNER eigenaar")
    server.programma("pg_restore", "--exit-on-error", f"--dbname={naam}", str(kopie))


def test_a_copy_waits_shows_what_will_come_and_does_everything_exactly_once(server):
    kopie = server.plaats / "plan.dump"
    with Machine(server) as oud:
        oud.tot_stil()
        for naam in ("beat0", "worker0"):
            oud.dood(naam)
        # The moment of the copy: step 1 has passed everywhere, and mails wait that the old machine sent soon after.
        oud.sql(
            "UPDATE termijnen_termijn SET aan_de_beurt_op = now() WHERE staat = 'loopt' AND soort = 'stap_vastleggen'"
        )
        wachtend = oud.sql(
            "UPDATE berichten_bericht SET mail_staat = 'te_verzenden', verzonden_op = NULL, volgende_poging_op = now()"
            " WHERE mail_staat = 'verzonden' RETURNING id"
        )
        verlopen, _mails = oud.open_werk()
        assert verlopen > 0 and wachtend
        server.programma("pg_dump", "--format=custom", f"--file={kopie}", oud.database)

    zet_terug(server, kopie, "kalm")
    with server.as_django("kalm"):
        laat_klok_lopen(REDEN, nu=clock.now(), mails_voor=Kloktik.objects.get().laatste_op)
        bewaak(clock.now())
    kalm = Stand.van(server.adres("kalm"))

    zet_terug(server, kopie, "teruggezet")
    voor = Stand.van(server.adres("teruggezet"))
    with Machine(server, database="teruggezet") as nieuw:
        beheer(nieuw.omgeving, "logboek_hervat")

        def ticks_later() -> bool:
            eerste = nieuw.sql(
                "SELECT vastgehouden_op, gewacht_op FROM core_klokplaats WHERE vastgehouden_op IS NOT NULL"
            )
            return bool(eerste) and (eerste[0][1] - eerste[0][0]).total_seconds() > 10

        wait_until(ticks_later, "worker en beat draaien en wachten")
        assert Stand.van(nieuw.adres) == voor, "er gebeurde iets"
        assert not (nieuw.plaats / "aangenomen").exists(), "er ging mail uit"
        with server.as_django(nieuw.database):
            assert gezondheid.toestand()["klok"] == "vastgehouden"
        gezien = beheer(nieuw.omgeving, "klok", "stand")
        assert "De klok wordt vastgehouden" in gezien
        assert f"{verlopen} × " in gezien and f"{len(wachtend)} mails" in gezien

        beheer(nieuw.omgeving, "klok", "loslaten", "--mails=niet", f"--reden={REDEN}")
        nieuw.tot_stil()
        uitslag = vergelijk(kalm, Stand.van(nieuw.adres), nieuw.plaats / "aangenomen")
        assert uitslag.goed and uitslag.mails > 0, uitslag
        assert Stand.van(nieuw.adres).stappen != voor.stappen
        assert nieuw.een("SELECT count(*) FROM logboek_regel WHERE object_soort = 'klok'") == 1
        beheer(nieuw.omgeving, "logboek_controleer")
    server.doe("DROP DATABASE kalm WITH (FORCE)")
    kopie.unlink()
