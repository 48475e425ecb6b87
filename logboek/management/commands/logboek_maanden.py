"""Make the logboek's months ahead. Runs as the owner of the database, after migrating and then monthly."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connections


class Command(BaseCommand):
    help = "Maakt de maanden van het logboek vooruit aan (als eigenaar van de database)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--vooruit", type=int, default=3, help="hoeveel maanden na deze (standaard 3)")
        parser.add_argument("--database", default="eigenaar", help="alias van de eigenaar (standaard eigenaar)")

    def handle(self, *args: Any, **opties: Any) -> None:
        with connections[opties["database"]].cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FILTER (WHERE logboek_maak_maand((eerste + make_interval(months => n))::date)) "
                "FROM (SELECT date_trunc('month', now() AT TIME ZONE 'UTC') AS eerste) AS deze, "
                "generate_series(0, %s) AS n",
                [opties["vooruit"]],
            )
            gemaakt = cursor.fetchone()[0]
        self.stdout.write(f"{gemaakt} maanden gemaakt.")
