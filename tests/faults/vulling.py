"""Families whose terms have passed, made by the real actions, and what a calm system would do about them."""

from datetime import timedelta

from django.db import connections

from core import clock
from core.models import ClockHome
from gezinsplan.models import Navraag
from instanties.models import Gebruiker
from oefenomgeving import actions as oefenen
from termijnen.actions import bewaak
from termijnen.models import Kloktik, Termijn
from tests.cast import Cast, maak_cast
from tests.e2e.proefgezin import verstreken_gezin


def vul(gezinnen: int) -> Cast:
    """Half of the families wait for a navraag, of the other half the navraag has passed: they wait for step 1.

    Everybody's mail about the past has gone. In this database the clock never ran, so that copies of it run at once.
    """
    oefenen.merk()
    cast = maak_cast(clock.now() - timedelta(days=30))
    for nummer in range(gezinnen // 2):
        verstreken_gezin(cast, f"Navraag {nummer}", wie="mentor")
    laatste = Termijn.objects.lopend().filter(soort="afspraak").latest("loopt_af_op").loopt_af_op
    bewaak(laatste)
    # Longer ago than the longest row of free days: what waited for the morning is due, whenever this runs.
    _zet_terug(timedelta(days=14))
    for nummer in range(gezinnen - gezinnen // 2):
        verstreken_gezin(cast, f"Afspraak {nummer}", wie="mentor")
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("UPDATE berichten_bericht SET mail_staat = 'niet_nodig', volgende_poging_op = NULL")
    Gebruiker.objects.filter(email="").update(wil_mail=False)
    Kloktik.objects.all().delete()
    ClockHome.objects.all().delete()
    assert Navraag.objects.filter(termijn__staat="loopt", termijn__aan_de_beurt_op__lt=clock.now()).exists()
    return cast


def _zet_terug(hoever: timedelta) -> None:
    """What was asked just now was asked so long ago: the terms of the navragen have passed."""
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute(
            "UPDATE termijnen_termijn SET begint_op = begint_op - %(h)s, loopt_af_op = loopt_af_op - %(h)s,"
            " aan_de_beurt_op = aan_de_beurt_op - %(h)s, oorspronkelijk_loopt_af_op = oorspronkelijk_loopt_af_op - %(h)s"
            " WHERE soort = 'navraag' AND staat = 'loopt'",
            {"h": hoever},
        )
