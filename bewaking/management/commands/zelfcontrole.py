"""Ask all invariants now. Status 1 when something is wrong, so that cron or systemd notices."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bewaking import actions
from bewaking.controles import PER_NAAM
from core import clock


class Command(BaseCommand):
    help = "Controleert of de gegevens kloppen. Eindigt met status 1 als er iets is gevonden."

    def handle(self, *args: Any, **opties: Any) -> None:
        uitslag = actions.controleer(clock.now())
        for rij in uitslag.bevindingen:
            if "fout" in rij:
                self.stdout.write(f"{rij['controle']}: kon niet worden nagekeken ({rij['fout']})")
                continue
            controle = PER_NAAM[rij["controle"]]
            self.stdout.write(f"{rij['controle']} ({rij['aantal']}): {controle.tekst} {controle.doen}")
            self.stdout.write(f"    {', '.join(rij['ids'])}")
        if uitslag.bevindingen:
            raise CommandError(f"{len(uitslag.bevindingen)} dingen kloppen niet.", returncode=1)
        self.stdout.write(f"Alles klopt ({uitslag.duur_ms} ms).")
