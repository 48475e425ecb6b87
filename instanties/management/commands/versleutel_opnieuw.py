"""After a new SECRET_KEY: encrypt every second step by it, so that the old key can go. Runs as the app."""

from typing import Any

from cryptography.fernet import InvalidToken
from django.core.management.base import BaseCommand, CommandError

from core import clock, key_mark
from instanties.actions.sleutels import versleutel_opnieuw


class Command(BaseCommand):
    help = "Versleutelt elke tweede stap met de SECRET_KEY van nu. Daarna kan de oude uit SECRET_KEY_FALLBACKS."

    def handle(self, *args: Any, **opties: Any) -> None:
        try:
            aantal = versleutel_opnieuw()
        except InvalidToken as fout:
            raise CommandError(
                "Er is een tweede stap die met een onbekende sleutel is versleuteld. Zet de oude sleutel in SECRET_KEY_FALLBACKS."
            ) from fout
        key_mark.accept(clock.now())
        self.stdout.write(f"{aantal} keer versleuteld met de sleutel van nu.")
