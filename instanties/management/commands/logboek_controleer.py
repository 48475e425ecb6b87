"""Check the seals over the logboek and name the first that doesn't hold. Changes nothing."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from instanties.models import Regio
from logboek.models import Zegel
from logboek.zegels import ZegelFout, controleer


class Command(BaseCommand):
    help = "Controleert de zegels van het logboek. Eindigt met status 1 bij het eerste zegel dat niet klopt."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--vanaf", type=int, default=1, help="nummer van het eerste zegel (standaard 1)")
        parser.add_argument(
            "--bekend", default="", help="een zegel dat elders is bewaard, als nummer:kenmerk; het moet er nog zo staan"
        )
        parser.add_argument("--database", default="default", help="alias waarmee wordt gelezen")

    def handle(self, *args: Any, **opties: Any) -> None:
        alias = opties["database"]
        try:
            if opties["bekend"]:
                _controleer_bekend(alias, opties["bekend"])
            jaren = Regio.objects.using(alias).get(pk=1).logboek_bewaren_jaren
            gevonden = controleer(alias, jaren=jaren, vanaf=opties["vanaf"])
        except ZegelFout as fout:
            raise CommandError(f"Het logboek klopt niet. {fout}.", returncode=1) from fout
        self.stdout.write(f"{gevonden.zegels} zegels over {gevonden.regels} regels: alles klopt.")
        for maand in gevonden.verwijderde_maanden:
            korter = f" De regio bewaart nu {jaren} jaar; toen korter." if maand in gevonden.korter_bewaard else ""
            self.stdout.write(f"Maand {maand:%Y-%m} is na de bewaartermijn verwijderd.{korter}")
        if gevonden.onverzegeld:
            self.stdout.write(
                f"{gevonden.onverzegeld} regels wachten op een zegel, de oudste van {gevonden.oudste_onverzegeld_op}."
            )
        if gevonden.laatste:
            self.stdout.write(f"Bewaar dit buiten de database: {gevonden.laatste}")


def _controleer_bekend(alias: str, bekend: str) -> None:
    nummer, _, kenmerk = bekend.partition(":")
    if not nummer.isdigit() or not kenmerk:
        raise CommandError("Schrijf --bekend als nummer:kenmerk, zoals dit commando het laat zien.")
    if not Zegel.objects.using(alias).filter(nummer=int(nummer), kenmerk=kenmerk).exists():
        raise ZegelFout(int(nummer), "dit bewaarde zegel staat niet meer zo in de database")
