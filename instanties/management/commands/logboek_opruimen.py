"""Take away the months of the logboek that are older than the region keeps them. Runs as the owner, once a month."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from instanties.models import Regio
from logboek.bewaren import verwijder_maanden
from logboek.zegels import ZegelFout


class Command(BaseCommand):
    help = "Verwijdert maanden van het logboek die langer geleden zijn dan de regio ze bewaart (als eigenaar)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--database", default="eigenaar", help="alias van de eigenaar (standaard eigenaar)")

    def handle(self, *args: Any, **opties: Any) -> None:
        nu = timezone.now()
        jaren = Regio.objects.using(opties["database"]).get(pk=1).logboek_bewaren_jaren
        try:
            weg = verwijder_maanden(jaren, nu, opties["database"])
        except ZegelFout as fout:
            raise CommandError(f"Niets verwijderd van deze maand. {fout}.", returncode=1) from fout
        for maand, aantal in weg.items():
            self.stdout.write(f"Maand {maand:%Y-%m} verwijderd: {aantal} regels. De zegels blijven staan.")
        self.stdout.write(f"{len(weg)} maanden verwijderd; {jaren} jaar wordt bewaard.")
