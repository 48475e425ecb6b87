"""Give a beheerder a new way in, on the server itself: where no other beheerder can, or SECRET_KEY is lost. As the owner."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from core import clock, key_mark
from core.errors import RuleError
from core.owner import require_owner
from instanties.actions import geef_nieuwe_toegang
from instanties.actions.uitnodigingen import GELDIG
from instanties.models import Gebruiker


class Command(BaseCommand):
    help = "Geeft een functioneel beheerder een nieuwe code om in te loggen (als eigenaar). Staat in het logboek."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--inlognaam", required=True, help="inlognaam of mailadres van de beheerder")
        parser.add_argument("--reden", required=True, help="waarom; komt in het logboek")
        parser.add_argument(
            "--sleutel-verloren",
            action="store_true",
            help="de oude SECRET_KEY is echt weg: vanaf nu hoort die van nu bij deze database",
        )
        parser.add_argument("--database", default="eigenaar", help="alias van de eigenaar (standaard eigenaar)")

    def handle(self, *args: Any, **opties: Any) -> None:
        require_owner(opties["database"])
        if not opties["reden"].strip():
            raise CommandError("Geef met --reden waarom.")
        if not key_mark.fits() and not opties["sleutel_verloren"]:
            raise CommandError(
                "SECRET_KEY is een andere dan waarmee deze database werkt. Is de oude er nog, zet die terug: dan werkt alles "
                "weer. Is hij echt weg, voeg dan --sleutel-verloren toe."
            )
        wie = opties["inlognaam"].strip()
        beheerder = (
            Gebruiker.objects.filter(inlognaam__iexact=wie).first()
            or Gebruiker.objects.filter(email__iexact=wie).first()
        )
        if beheerder is None:
            raise CommandError("Met deze inlognaam of dit mailadres is er niemand.")
        try:
            code = geef_nieuwe_toegang(
                beheerder, opties["reden"], nu=clock.now(), sleutel_verloren=opties["sleutel_verloren"]
            )
        except RuleError as fout:
            raise CommandError(str(fout.message)) from fout
        self.stdout.write(
            f"Ga naar {settings.BASIS_URL}{reverse('instanties:welkom')} en typ {beheerder.naam} en deze code:"
        )
        self.stdout.write(f"    {code}")
        self.stdout.write(f"De code werkt {GELDIG.days} dagen, één keer, en is nergens anders te lezen.")
