"""After a restore: let the positions of new rows go on where the old ones ended, and close what a new database has open.

As the owner.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connections, transaction

from core.hardening import harden
from logboek.models import Zegel


class Command(BaseCommand):
    help = "Laat het logboek na het terugzetten van een kopie verder tellen. Voor de app weer open gaat, als eigenaar."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--database", default="eigenaar", help="alias van de eigenaar (standaard eigenaar)")

    def handle(self, *args: Any, **opties: Any) -> None:
        alias = opties["database"]
        harden(alias)
        laatste = Zegel.objects.using(alias).order_by("-nummer").first()
        with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
            cursor.execute("SELECT coalesce(max(positie), 0), pg_current_xact_id()::text::bigint FROM logboek_regel")
            hoogste, transactie = cursor.fetchone()
            verder = max(hoogste + 1, laatste.tot if laatste else 0)
            cursor.execute("SELECT logboek_positie(pg_current_xact_id())")
            if cursor.fetchone()[0] >= verder:
                self.stdout.write("Niets te doen: de posities lopen al door.")
                return
            cursor.execute(
                "CREATE OR REPLACE FUNCTION logboek_positie(transactie xid8) RETURNS bigint LANGUAGE sql STABLE AS "
                f"'SELECT transactie::text::bigint + {int(verder - transactie)}'"
            )
        self.stdout.write(f"Nieuwe regels tellen verder vanaf positie {verder}.")
