"""A machine of its own for faults: private PostgreSQL and broker, real workers and beats, a mail server beside it."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
from django.db import connections

from start import servers
from start.paths import ROOT, VAR
from start.processes import processes
from start.servers import Broker, PostgreSQL
from tests import databases
from tests.faults.telling import Stand, Uitslag, vergelijk

GEDULD = 120
GEVULD = "gevuld"


class Server:
    """One PostgreSQL that is this run's alone, so that it can be killed; `gevuld` is the database to copy."""

    def __init__(self) -> None:
        self.plaats = VAR / "faults" / str(os.getpid())
        shutil.rmtree(self.plaats, ignore_errors=True)
        self.plaats.mkdir(parents=True)
        self.postgres = PostgreSQL(self.plaats, lasting=True)
        self._nummer = 0

    def __enter__(self) -> "Server":
        self.postgres.start()
        servers._make_database(self.postgres)
        # What was committed survives a server that is killed, as in production; only not a machine without power.
        self.doe("ALTER SYSTEM SET fsync = off")
        self.doe("SELECT pg_reload_conf()")
        return self

    def __exit__(self, *_: object) -> None:
        self.postgres.stop()
        servers._forget_temporary(self.plaats)
        shutil.rmtree(self.plaats, ignore_errors=True)

    def adres(self, database: str, rol: str = "postgres") -> str:
        return self.postgres.url(rol, database)

    def doe(self, opdracht: str, database: str = "postgres") -> None:
        with psycopg.connect(self.adres(database), autocommit=True) as db:
            db.execute(opdracht)

    def programma(self, naam: str, *argumenten: str, **hoe) -> subprocess.CompletedProcess:
        """Run pg_dump or pg_restore, as a beheerder of the machine would."""
        opdracht = [self.postgres.programs() / naam, f"--host={self.postgres.sockets}", "--username=postgres"]
        return subprocess.run([*opdracht, *argumenten], check=True, capture_output=True, timeout=GEDULD, **hoe)

    def vul(self, doe: Callable[[], object]) -> object:
        """Make `gevuld`: a migrated database in which `doe()` made what the scenarios start from."""
        self.doe(f"CREATE DATABASE {GEVULD} OWNER eigenaar")
        kopie = self.plaats / "sjabloon.dump"
        with databases.made() as leeg:
            bron = psycopg.conninfo.conninfo_to_dict(leeg.environment["TEST_EIGENAAR_URL"])
            opdracht = [self.postgres.programs() / "pg_dump", "--format=custom", f"--file={kopie}"]
            opdracht += [f"--{naam}={bron[sleutel]}" for naam, sleutel in (("host", "host"), ("username", "user"))]
            subprocess.run([*opdracht, bron["dbname"]], check=True, capture_output=True, timeout=GEDULD)
        self.programma("pg_restore", "--exit-on-error", f"--dbname={GEVULD}", str(kopie))
        with self.as_django(GEVULD):
            return doe()

    @contextlib.contextmanager
    def as_django(self, database: str) -> Iterator[None]:
        """Let this process work in that database too, with the ORM."""
        toen = {alias: dict(connections.settings[alias]) for alias in databases.ALIASES}
        anders = {"NAME": database, "HOST": str(self.postgres.sockets), "PORT": ""}

        def zet(waarden: dict[str, dict]) -> None:
            for alias, nieuw in waarden.items():
                connections[alias].close()
                for plek in (connections[alias].settings_dict, connections.settings[alias]):
                    plek.update(nieuw)
                    # The address of the test servers names its folder here, and that would win.
                    plek["OPTIONS"] = {**plek["OPTIONS"], "host": nieuw.get("OPTIONS", {}).get("host", nieuw["HOST"])}

        zet(dict.fromkeys(toen, anders))
        try:
            yield
        finally:
            zet(toen)

    def kopie(self) -> str:
        """A fresh copy of `gevuld`; returns its name."""
        self._nummer += 1
        naam = f"geval_{self._nummer}"
        self.doe(f"CREATE DATABASE {naam} TEMPLATE {GEVULD}")
        return naam

    def val_om(self) -> None:
        """As when the power goes: nobody gets the time to finish."""
        status = self.postgres.data / "postmaster.pid"
        pid = int(status.read_text().split("\n", 1)[0])
        os.kill(pid, signal.SIGQUIT)
        wait_until(lambda: not status.exists() or not _leeft(pid), "PostgreSQL is weg")


class Machine:
    """`with Machine(server) as m`: broker, mail server, `workers` and `beats` run in a database of their own.

    `m.tel(kalm)` gives the counts of the table. Every process is ended by its own pid, at the latest when the block ends.
    """

    def __init__(
        self, server: Server, *, workers: int = 1, beats: int = 1, database: str = "", omgeving: dict | None = None
    ) -> None:
        self.server, self.workers, self.beats = server, workers, beats
        self.database = database or server.kopie()
        self.plaats = server.plaats / self.database
        self.plaats.mkdir()
        self.broker = Broker(self.plaats)
        self.poort = _vrije_poort()
        self.kapot = self.plaats / "kapot"
        self.adres = server.adres(self.database)
        self.omgeving = {
            **os.environ,
            "TEST_DATABASE_URL": server.adres(self.database, "app"),
            "TEST_EIGENAAR_URL": server.adres(self.database, "eigenaar"),
            "TEST_REDIS_URL": self.broker.url,
            "EMAIL_URL": f"smtp://127.0.0.1:{self.poort}",
            "DJANGO_SETTINGS_MODULE": "tests.faults.instellingen",
            "STORING_KAPOT": str(self.kapot),
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
            **(omgeving or {}),
        }
        self._lopend: dict[str, subprocess.Popen] = {}

    def __enter__(self) -> "Machine":
        self.post("gewoon")
        with contextlib.ExitStack() as stack:
            stack.callback(self._stop_alles)
            self.broker.start()
            self.start("post", [sys.executable, "-m", "tests.faults.postkantoor", str(self.poort), str(self.plaats)])
            wait_until(self._post_luistert, "de mailserver luistert")
            for nummer in range(self.workers):
                self.start(f"worker{nummer}")
            for nummer in range(self.beats):
                self.start(f"beat{nummer}")
            self._stack = stack.pop_all()
        return self

    def __exit__(self, soort, *_: object) -> None:
        if soort is not None:
            for log in sorted(self.plaats.glob("*.log")):
                print(f"--- {log.name}\n{log.read_text(errors='replace')[-3000:]}")  # noqa: T201 - shown with the failure
        self._stack.close()

    def start(self, naam: str, opdracht: list[str] | None = None) -> int:
        """Start a process under this name and return its pid; `worker0` and `beat0` are the real ones."""
        gewoon = processes(0, level="INFO").get(naam.rstrip("0123456789"), [])
        if opdracht is None and naam.startswith("worker"):
            gewoon = [*gewoon, f"--hostname={naam}@storing"]
        with (self.plaats / f"{naam}.log").open("a") as log:
            self._lopend[naam] = subprocess.Popen(
                opdracht or gewoon, cwd=ROOT, env=self.omgeving, stdout=log, stderr=log, start_new_session=True
            )
        return self._lopend[naam].pid

    def dood(self, naam: str, sein: signal.Signals = signal.SIGKILL) -> None:
        """End one process that was started here, by its pid."""
        proces = self._lopend.pop(naam)
        with contextlib.suppress(ProcessLookupError):
            os.kill(proces.pid, sein)
        try:
            proces.wait(timeout=15)
        except subprocess.TimeoutExpired:
            os.kill(proces.pid, signal.SIGKILL)
            proces.wait()

    def leeft(self, naam: str) -> bool:
        return self._lopend[naam].poll() is None

    def post(self, gedrag: str) -> None:
        """How the mail server behaves from now on."""
        (self.plaats / "gedrag").write_text(gedrag)

    def sql(self, vraag: str, waarden: object = None) -> list[tuple]:
        with psycopg.connect(self.adres, autocommit=True) as db:
            antwoord = db.execute(vraag, waarden)
            return antwoord.fetchall() if antwoord.description else []

    def een(self, vraag: str, waarden: object = None):
        return self.sql(vraag, waarden)[0][0]

    def verzet_klok(self, minuten: float) -> None:
        """Let it be so much later (or earlier) for all processes of the system."""
        self.sql(
            "UPDATE oefenomgeving_oefenklok SET seconden_vooruit = seconden_vooruit + %s RETURNING 1",
            [round(60 * minuten)],
        )

    @contextlib.contextmanager
    def midden_in_een_tik(self) -> Iterator[None]:
        """A worker has claimed all that is due and waits for a row that this block holds; nothing is committed yet."""
        with psycopg.connect(self.adres) as db:
            db.execute(
                "SELECT 1 FROM gezinsplan_afspraak a JOIN termijnen_termijn t ON t.id = a.termijn_id"
                " WHERE t.staat = 'loopt' AND t.aan_de_beurt_op < now() FOR UPDATE OF a"
            )
            wait_until(self._iemand_wacht, "een worker is midden in een tik")
            with contextlib.suppress(psycopg.OperationalError):
                yield
                db.rollback()

    def _iemand_wacht(self) -> bool:
        return self.een("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0)")

    def open_werk(self) -> tuple[int, int]:
        """Terms that are due and may be handled, and mails that wait."""
        termijnen = """SELECT count(*) FROM termijnen_termijn, oefenomgeving_oefenklok
            WHERE staat = 'loopt' AND soort <> 'kapot'
            AND aan_de_beurt_op <= now() + seconden_vooruit * interval '1 second'"""
        mails = "SELECT count(*) FROM berichten_bericht WHERE mail_staat = 'te_verzenden'"
        return self.een(termijnen), self.een(mails)

    def tot_stil(self, seconden: float = GEDULD) -> float:
        """Wait until nothing is due and no mail waits; returns how long that took.

        Mail that waits for its next try, or for the daily bundle, isn't waited for: the clock goes ahead to that try, or
        the moment of the bundle comes. `seconden`: as long as nothing at all changes; a busy machine may be slow, a system
        that stands still may not.
        """
        begin = time.monotonic()
        vorige, sinds, gestuurd = None, begin, begin
        while any(werk := self.open_werk()):
            nu = time.monotonic()
            if werk != vorige:
                vorige, sinds, gestuurd = werk, nu, nu
            assert nu - sinds < seconden, f"{seconden} s lang veranderde er niets: {self.waarop_het_wacht()}"
            if werk[0] == 0 and nu - gestuurd > 5:
                self.verzet_klok(max(10, self._minuten_tot_de_volgende_poging()))
                self.nu_de_bundel()
                gestuurd = nu
            time.sleep(0.3)
        # A tick more must change nothing.
        tik = self.een("SELECT laatste_op FROM termijnen_kloktik")
        wait_until(lambda: self.een("SELECT laatste_op FROM termijnen_kloktik") > tik, "nog een tik")
        return time.monotonic() - begin

    def _minuten_tot_de_volgende_poging(self) -> float:
        return self.een(
            "SELECT coalesce(ceil(extract(epoch FROM min(volgende_poging_op) - now()) / 60 - max(seconden_vooruit) / 60.0), 0)"
            " FROM berichten_bericht, oefenomgeving_oefenklok WHERE mail_staat = 'te_verzenden' AND pogingen > 0"
        )

    def waarop_het_wacht(self) -> str:
        """What is still open, and why that isn't done yet: kinds of terms, and of the mails how often and until when."""
        termijnen = self.sql(
            "SELECT soort, count(*), max(pogingen) FROM termijnen_termijn, oefenomgeving_oefenklok WHERE staat = 'loopt'"
            " AND soort <> 'kapot' AND aan_de_beurt_op <= now() + seconden_vooruit * interval '1 second' GROUP BY soort"
        )
        mails = self.sql(
            "SELECT pogingen, count(*), min(volgende_poging_op - now() - seconden_vooruit * interval '1 second'),"
            " max(laatste_fout) FROM berichten_bericht, oefenomgeving_oefenklok WHERE mail_staat = 'te_verzenden' GROUP BY 1"
        )
        return "; ".join(
            [
                *(f"{aantal} termijnen '{soort}' ({pogingen} keer mislukt)" for soort, aantal, pogingen in termijnen),
                *(
                    f"{aantal} mails na {pogingen} pogingen, de eerste weer over {over}, laatst: {fout or 'geen fout'}"
                    for pogingen, aantal, over, fout in mails
                ),
            ]
        )

    def nu_de_bundel(self) -> None:
        """The moment of the daily mail has come, whatever hour and day this test runs; what is claimed stays claimed."""
        self.sql(
            "UPDATE berichten_bericht SET volgende_poging_op = now() FROM oefenomgeving_oefenklok"
            " WHERE mail_staat = 'te_verzenden' AND pogingen = 0 AND laatste_fout = '' AND bundel IS NULL"
            " AND volgende_poging_op > now() + seconden_vooruit * interval '1 second' + interval '20 minutes'"
        )

    def tel(self, kalm: Stand) -> Uitslag:
        return vergelijk(kalm, Stand.van(self.adres), self.plaats / "aangenomen")

    def _post_luistert(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.poort)) == 0

    def _stop_alles(self) -> None:
        for naam in list(self._lopend):
            self.dood(naam)
        self.broker.stop()
        self.server.postgres.start()
        self.server.doe(f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)")


def wait_until(voorwaarde: Callable[[], object], wat: str, seconden: float = GEDULD) -> None:
    """Wait for what another process does; `seconden` is a ceiling for a busy machine."""
    einde = time.monotonic() + seconden
    while not voorwaarde():
        assert time.monotonic() < einde, f"niet binnen {seconden:.0f} s: {wat}"
        time.sleep(0.1)


def _leeft(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


def _vrije_poort() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
