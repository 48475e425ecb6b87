"""The region's ladder: check each that there is, and take one into use (E8)."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from core.errors import RuleError
from escalatie.actions import neem_ladder_in_gebruik
from escalatie.geldig import bezwaren
from escalatie.models import Escalatiemodel


class Command(BaseCommand):
    help = "Controleert elke ladder, en neemt er een in gebruik."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--gebruik", metavar="NAAM", help="laat wat voortaan vastloopt langs deze ladder gaan")

    def handle(self, *args: object, **options: object) -> None:
        if naam := options["gebruik"]:
            try:
                neem_ladder_in_gebruik(str(naam))
            except RuleError as fout:
                raise CommandError(str(fout)) from fout
        for model in Escalatiemodel.objects.order_by("pk"):
            fouten = bezwaren(model)
            stand = "in gebruik" if model.actief else "niet in gebruik"
            self.stdout.write(f"{model}: {stand}, {'klopt' if not fouten else 'klopt niet'}")
            for bezwaar in fouten:
                self.stdout.write(f"  {bezwaar}")
