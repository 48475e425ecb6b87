"""Fill the practice environment: once, or afresh with --leeg."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from django.utils import timezone

from instanties.models import Gebruiker
from oefenomgeving import actions, klok
from oefenomgeving.inrichting import richt_in


class Command(BaseCommand):
    help = "Vult de oefenomgeving met verzonnen gezinnen; doet niets als zij al gevuld is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--leeg", action="store_true", help="begin opnieuw: wis alles en vul weer")

    def handle(self, *args: object, **options: object) -> None:
        actions.merk()
        klok.ververs()
        if options["leeg"]:
            actions.leeg()
        if not Gebruiker.objects.exists():
            richt_in(timezone.now())
            self.stdout.write("De oefenomgeving is gevuld.")
