"""How many questions each page asks of the database, for everyone who may see it: `python3 -m start bench vragen`.

Counted is every statement, those of the session, the user and the logboek included; not the practice clock, and not BEGIN
and COMMIT of the two transactions that a page is: its own and that of the logboek. The worlds are those of tests/routes.
"""

import argparse

from django.db import transaction
from django.test import Client
from django.urls import reverse

from core import clock
from tests import databases
from tests.inloggen import client_van
from tests.routes.rijen import cast_zelf
from tests.routes.rollen import ALS, Rollen, maak_rollen
from tests.routes.test_matrix import ALTIJD, RIJEN, Terug
from tests.routes.vragen import HOOGSTENS, geteld


def main(argumenten: list[str]) -> int:
    """Print one line per page, those that ask most first."""
    lezer = argparse.ArgumentParser(prog="python3 -m start bench vragen", description=__doc__)
    lezer.add_argument("--alleen", default="", help="only the pages with this in their name")
    keuze = lezer.parse_args(argumenten)
    with databases.copy():
        cast = maak_rollen(clock.now())
        clients = {naam: client_van(gebruiker) for naam, gebruiker in cast.iedereen().items()}
        tellingen = {naam: _tel(naam, cast, clients) for naam in RIJEN if keuze.alleen in naam}
    print("| pagina | minste | meeste | lezer met de meeste | hoogstens |\n| --- | ---: | ---: | --- | ---: |")
    for naam, per_lezer in sorted(tellingen.items(), key=lambda paar: -max(paar[1].values(), default=0)):
        if per_lezer:
            wie = max(per_lezer, key=lambda lezer: per_lezer[lezer])
            print(
                f"| {naam} | {min(per_lezer.values())} | {per_lezer[wie]} | {wie} | {HOOGSTENS} |",
                flush=True,
            )
    return 0


def _tel(naam: str, cast: Rollen, clients: dict[str, Client]) -> dict[str, int]:
    """The number of questions per reader who gets the page; what it took to make its world is taken back."""
    rij, module = RIJEN[naam]
    gevonden: dict[str, int] = {}
    try:
        with transaction.atomic():
            wereld = getattr(module, "wereld", cast_zelf)(cast)
            adres, query = reverse(naam, kwargs=rij.kwargs(wereld)), rij.query(wereld)
            for wie in sorted(ALTIJD | set(rij.get or ())):
                if rij.get is None or rij.get.get(wie, rij.get.get(ALS.get(wie, ""), rij.rest)) != 200:
                    continue
                with geteld() as sql:
                    clients[wie].get(adres, query)
                gevonden[wie] = len(sql)
            raise Terug
    except Terug:
        return gevonden
