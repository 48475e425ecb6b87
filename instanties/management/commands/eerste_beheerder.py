"""Make one of the first two functioneel beheerders and show the code of the first login, once. Runs as the app, after migrating."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.urls import reverse

from core import clock
from core.errors import RuleError
from instanties.actions import maak_eerste_beheerder
from instanties.actions.uitnodigingen import GELDIG


class Command(BaseCommand):
    help = "Maakt een van de eerste twee functioneel beheerders en laat de code voor de eerste keer inloggen zien."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--naam", required=True, help="voornaam en achternaam")
        parser.add_argument("--email", required=True, help="mailadres van deze persoon")

    def handle(self, *args: Any, **opties: Any) -> None:
        naam, email = opties["naam"].strip(), opties["email"].strip()
        if not naam:
            raise CommandError("Geef met --naam de naam van de beheerder.")
        try:
            validate_email(email)
        except ValidationError as fout:
            raise CommandError("Dit is geen mailadres. Geef met --email het adres van de beheerder.") from fout
        try:
            beheerder, code = maak_eerste_beheerder(naam, email, nu=clock.now())
        except RuleError as fout:
            raise CommandError(str(fout.message)) from fout
        self.stdout.write(f"{beheerder.naam} is functioneel beheerder. Inlognaam: {beheerder.inlognaam}")
        self.stdout.write(f"Ga naar {settings.BASIS_URL}{reverse('instanties:welkom')} en typ de naam en deze code:")
        self.stdout.write(f"    {code}")
        self.stdout.write(
            f"De code werkt {GELDIG.days} dagen, één keer, en is nergens anders te lezen. "
            "Een regio begint met twee beheerders: doe dit ook voor de ander."
        )
