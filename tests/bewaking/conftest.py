"""A family of which the plan is stuck, beside the cast: everything that the self-check looks at is there, and right."""

from datetime import timedelta
from types import SimpleNamespace

from berichten.models import Bericht
from core import clock
from escalatie.models import Stagnatie
from termijnen.actions import bewaak
from termijnen.models import Termijn
from tests.cast import maak_cast
from tests.e2e.proefgezin import verstreken_gezin
from tests.situaties import situatie


def maak_wereld(cast):
    """A stagnatie with its step, and a clock that just ticked."""
    proef, _afspraak = verstreken_gezin(cast, "Vastgelopen")
    bewaak(clock.now())
    Termijn.objects.filter(soort="navraag").update(aan_de_beurt_op=clock.now() - timedelta(minutes=1))
    bewaak(clock.now())
    # What was told in the past has its mail now.
    Bericht.objects.filter(volgende_poging_op__isnull=False).update(volgende_poging_op=clock.now())
    stagnatie = Stagnatie.objects.open().get(gezin=proef.gezin)
    return SimpleNamespace(cast=cast, proef=proef, stagnatie=stagnatie, stap=stagnatie.stappen.get(staat="open"))


@situatie
def bewaakt():
    """Give that family."""
    return maak_wereld(maak_cast(clock.now()))
