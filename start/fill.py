"""Bring the practice database and the static files up to date; one process, so that a second start takes seconds."""

import os
import sys

import django
from django.core.management import call_command

from start import migrating


def main(arguments: list[str]) -> None:
    """Migrate as owner and fill the practice environment when it is empty, or afresh with `--leeg`.

    What gets stuck from then on goes by the ladder that LADDER names, where it names one (E8).
    """
    django.setup()
    with migrating.quickly():
        call_command("migrate", database="eigenaar", verbosity=0)
    call_command("createcachetable", database="eigenaar", verbosity=0)
    call_command("logboek_maanden", verbosity=0)
    call_command("oefen_inrichten", leeg="--leeg" in arguments)
    if ladder := os.environ.get("LADDER"):
        call_command("ladder", gebruik=ladder)
    call_command("collectstatic", interactive=False, verbosity=0)


if __name__ == "__main__":
    main(sys.argv[1:])
