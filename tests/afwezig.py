"""Someone is away: recorded by the real action, on days counted from today as the clock of the domain says."""

from datetime import timedelta

from core import clock
from instanties.actions import leg_vervanging_vast
from instanties.models import Gebruiker, Vervanging
from oefenomgeving import klok as oefenklok
from oefenomgeving.models import Oefenklok


def is_weg(
    wie: Gebruiker, vervanger: Gebruiker | None = None, *, over: int = 0, dagen: int = 5, door: Gebruiker | None = None
) -> Vervanging:
    """From `over` days from today on, for `dagen` days."""
    van = clock.today() + timedelta(days=over)
    return leg_vervanging_vast(
        wie, van=van, tot_en_met=van + timedelta(days=dagen - 1), vervanger=vervanger, nu=clock.now(),
        vandaag=clock.today(), door=door or wie,
    )  # fmt: skip


def dagen_later(dagen: float) -> None:
    """Move the clock of the domain; the next test starts in real time again."""
    vooruit = oefenklok._vooruit.get() + timedelta(days=dagen)
    # Requests read it from the database.
    Oefenklok.objects.update_or_create(pk=1, defaults={"seconden_vooruit": int(vooruit.total_seconds())})
    oefenklok._vooruit.set(vooruit)
