"""The clock from the command line: look, hold, let go. What it does is what the page of the beheerder does."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bewaking import actions, selectie
from core import clock
from core.errors import RuleError
from woorden.tijdwoorden import AMSTERDAM

BRON = "manage.py klok"


class Command(BaseCommand):
    help = "Laat zien wat de klok zou doen (stand), houdt haar vast (vasthouden) of laat haar lopen (loslaten)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("wat", choices=["stand", "vasthouden", "loslaten"])
        parser.add_argument("--reden", default="", help="waarom; komt in het logboek")
        parser.add_argument(
            "--mails",
            choices=["wel", "niet"],
            help="bij loslaten: mails die al klaarstonden bij de laatste tik wel of niet versturen",
        )

    def handle(self, *args: Any, **opties: Any) -> None:
        nu = clock.now()
        if opties["wat"] != "stand" and not opties["reden"].strip():
            raise CommandError("Geef met --reden waarom.")
        if opties["wat"] == "vasthouden":
            actions.houd_klok_vast(opties["reden"], nu=nu, bron=BRON)
        beeld = selectie.wat_de_klok_zou_doen(nu)
        if opties["wat"] == "loslaten":
            if beeld.mails and not opties["mails"]:
                raise CommandError(f"Er wachten {beeld.aantal_mails} mails. Kies --mails=niet of --mails=wel.")
            voor = beeld.laatste_tik if opties["mails"] == "niet" else None
            try:
                liggen = actions.laat_klok_lopen(opties["reden"], nu=nu, mails_voor=voor, bron=BRON)
            except RuleError as fout:
                raise CommandError(fout.message) from fout
            self.stdout.write(f"De klok loopt. {liggen} mails worden niet verstuurd.")
            return
        self._toon(beeld)

    def _toon(self, beeld: selectie.WatDeKlokZouDoen) -> None:
        klok = beeld.klok
        self.stdout.write(
            f"De klok wordt vastgehouden: {klok.why}" if klok.is_held else "De klok wordt niet vastgehouden."
        )
        if beeld.laatste_tik:
            self.stdout.write(f"Laatste tik: {beeld.laatste_tik.astimezone(AMSTERDAM):%Y-%m-%d %H:%M}")
        for rij in beeld.termijnen:
            self.stdout.write(
                f"{rij.aantal} × {rij.naam}, de oudste van {rij.oudste.astimezone(AMSTERDAM):%Y-%m-%d %H:%M}"
            )
        if beeld.herinneringen:
            self.stdout.write(f"{beeld.herinneringen.aantal} herinneringen")
        for rij in beeld.mails:
            self.stdout.write(f"{rij.aantal} mails van {rij.naam}")
        if not (beeld.termijnen or beeld.herinneringen or beeld.mails):
            self.stdout.write("Er wacht niets.")
