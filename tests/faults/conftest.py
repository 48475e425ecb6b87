"""One private server and one filled database for all faults; `make faults` makes more families and waits longer."""

import os

import pytest

from core import clock
from termijnen.actions import bewaak
from tests.faults.machine import Server
from tests.faults.telling import Stand, verschil
from tests.faults.vulling import vul

LANG = os.environ.get("STORINGEN") == "lang"
GEZINNEN = 300 if LANG else 12
_TABEL: list[str] = []


@pytest.fixture(scope="session")
def server(django_db_setup, django_db_blocker):
    """The server, with `gevuld`; `server.cast` are the people in it."""
    with django_db_blocker.unblock(), Server() as server:
        server.cast = server.vul(lambda: vul(GEZINNEN))
        yield server


@pytest.fixture(scope="session")
def kalm(server) -> Stand:
    """What a calm system does with the same database: one tick, without any process that can fall over."""
    naam = server.kopie()
    with server.as_django(naam):
        bewaak(clock.now())
    return Stand.van(server.adres(naam))


@pytest.fixture
def noteer(request, kalm):
    """Return a function that counts, adds a line to the table and holds the counts against zero."""

    def doe(machine, storing: str, herstel: float) -> None:
        uitslag = machine.tel(kalm)
        u = uitslag
        _TABEL.append(
            f"| {storing} | {u.termijnen} | {u.stappen_gemist} | {u.stappen_dubbel} | {u.berichten_gemist} |"
            f" {u.berichten_dubbel} | {u.mails} | {u.mails_gemist} | {u.mails_dubbel} | {u.nog_eens} | {herstel:.0f} |"
        )
        assert uitslag.goed, (uitslag, verschil(kalm, Stand.van(machine.adres)))

    return doe


def pytest_terminal_summary(terminalreporter) -> None:
    if LANG and _TABEL:
        terminalreporter.write_line(
            "\n| storing | termijnen | stap gemist | stap dubbel | bericht gemist | bericht dubbel | mails |"
            " mail gemist | mail dubbel | nog eens aangeboden | klaar na (s) |\n"
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
        )
        for regel in _TABEL:
            terminalreporter.write_line(regel)
