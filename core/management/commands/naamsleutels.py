"""Make the keys of names anew, after an upgrade that reads letters otherwise (docs/installeren.md)."""

from typing import Any

from django.core.management.base import BaseCommand

from core.named import fill, kinds


class Command(BaseCommand):
    help = "Maakt de sleutels waarmee namen gevonden, vergeleken en gesorteerd worden opnieuw waar ze niet kloppen."

    def handle(self, *args: Any, **options: Any) -> None:
        """May be run at any moment, and again."""
        filled = sum(fill(model, order) for model, order in kinds())
        if options["verbosity"]:
            self.stdout.write(f"Bijgewerkt: {filled}")
