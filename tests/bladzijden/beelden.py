"""`make beelden`: the pictures in docs/beelden, of the invented families of the practice environment as people see them.

Each is the page as the system gives it now, in a real browser; nothing is drawn or retouched.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
django.setup()

from django.conf import settings  # noqa: E402 - all these need the settings above
from django.test import Client, override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from escalatie.models import Stagnatie  # noqa: E402
from gezinnen.models import Gezin  # noqa: E402
from instanties import sessieduur  # noqa: E402
from instanties.models import Gebruiker  # noqa: E402
from oefenomgeving import actions  # noqa: E402
from oefenomgeving.inrichting import richt_in  # noqa: E402
from start import native  # noqa: E402
from termijnen.actions import bewaak  # noqa: E402
from tests import databases  # noqa: E402
from tests.bladzijden.venster import Venster  # noqa: E402
from tests.inloggen import client_van  # noqa: E402

PLAATS = Path(settings.BASE_DIR) / "docs" / "beelden"
LAPTOP, TELEFOON = (1280, 900), (360, 740)


@dataclass(frozen=True)
class Beeld:
    """One picture: of whose screen, which page, how wide, and what stands under it."""

    naam: str
    wie: str
    waar: Callable[[], str]
    maat: tuple[int, int]
    bijschrift: str


def _gezin(naam: str, adres: str) -> Callable[[], str]:
    return lambda: reverse(adres, args=[Gezin.objects.get(naam=naam).pk])


def _stagnatie(gezin: str) -> Callable[[], str]:
    return lambda: reverse(
        "escalatie:stagnatie", args=[Stagnatie.objects.filter(gezin__naam=gezin).latest("geopend_op").pk]
    )


def _adres(naam: str) -> Callable[[], str]:
    return lambda: reverse(naam)


BEELDEN = (
    Beeld("mijn-werk", "Noor Bakker", _adres("werklijst:mijn_werk"), LAPTOP,
          "Mijn werk: wat er van de zorgcoördinator wordt gevraagd, en uiterlijk wanneer."),
    Beeld("plan", "Noor Bakker", _gezin("De Wit", "gezinsplan:plan"), LAPTOP,
          "Het plan van een gezin, zoals de zorgcoördinator het ziet."),
    Beeld("ons-plan", "Petra de Wit", _gezin("De Wit", "gezinsplan:ons_plan_gezin"), TELEFOON,
          "Ons plan: hetzelfde plan op de telefoon van moeder."),
    Beeld("stagnatie", "Pieter de Graaf", _stagnatie("El Amrani"), LAPTOP,
          "Het loopt vast: wie is aan zet, tot wanneer. Een manager leest het escalatiebericht, niet het plan."),
    Beeld("toestemming", "Petra de Wit", _gezin("De Wit", "toestemming:toestemming"), TELEFOON,
          "Toestemming: wat deelt moeder met wie."),
    Beeld("wie-heeft-gekeken", "Petra de Wit", _gezin("De Wit", "toestemming:inzage"), TELEFOON,
          "Wie heeft gekeken, wanneer, en waarom dat mocht."),
    Beeld("beheer", "", _adres("instanties:beheer"), LAPTOP,
          "Beheer: de regio, haar organisaties, mensen en woorden."),
)  # fmt: skip


def main() -> int:
    """Make all pictures and the page that shows them. Returns the exit status."""
    PLAATS.mkdir(parents=True, exist_ok=True)
    # The mail of the practice environment goes nowhere.
    post = override_settings(EMAIL_BACKEND="oefenomgeving.post.OefenpostBackend")
    with databases.copy(), post, sync_playwright() as playwright:
        actions.merk()
        richt_in(timezone.now())
        bewaak(timezone.now())
        venster = Venster(playwright.chromium.launch(executable_path=native.browser()))
        for beeld in BEELDEN:
            wie = Gebruiker.objects.get(naam=beeld.wie) if beeld.wie else _beheerder()
            pad = beeld.waar()
            venster.toon(_browser(wie).get(pad), pad)
            venster.beeld(PLAATS / f"{beeld.naam}.png", *beeld.maat)
        venster.sluit()
    (PLAATS / "README.md").write_text(_bladzijde())
    return 0


def _browser(wie: Gebruiker) -> Client:
    """A browser in which this person is logged in, for as long as that lasts for somebody like that."""
    client = client_van(wie)
    sessie = client.session
    del sessie[sessieduur.IN_SESSIE]
    sessie.save()
    return client


def _beheerder() -> Gebruiker:
    return Gebruiker.objects.filter(functies__rol="beheerder", functies__beeindigd_op__isnull=True).earliest("naam")


def _bladzijde() -> str:
    regels = [
        "# Beelden",
        "",
        "Verzonnen gezinnen uit de oefenomgeving, zoals mensen ze zien. `make beelden` maakt ze opnieuw.",
        "",
    ]
    for beeld in BEELDEN:
        regels += [f"## {beeld.bijschrift}", "", f"![{beeld.bijschrift}]({beeld.naam}.png)", ""]
    return "\n".join(regels).rstrip() + "\n"


if __name__ == "__main__":
    sys.exit(main())
