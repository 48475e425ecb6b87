"""A jump of the practice clock and the ticks of a real one give the same terms, over every kind that the clock begins (S2).

A jump stands at the very second in which a term passes; a real tick comes in the minute after it. Most terms end at the
last second of a day, so for a real tick it is the next day already.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from django.db import transaction
from django.db.models import Min

from termijnen.actions import bewaak
from termijnen.models import Termijn
from tests.escalatie.andere_kamers import AndereKamers
from woorden.duur import Duur, Eenheid
from woorden.tijdwoorden import AMSTERDAM

WEKEN = timedelta(weeks=6)
# What the clock itself begins when something has passed; the others begin by somebody's act.
BEGINT_DE_KLOK = {"navraag", "gesprek", "stap_vastleggen", "vraag", "intrekking", "vlag_herzien", "vlag_bevestigen"}


class InHetGezin(AndereKamers):
    """Acts in the rooms below the ladder."""

    def __init__(self, vast) -> None:
        self.cast, self.nu = vast.cast, vast.nu
        self.begin_verhaal()


def sprong(moment: datetime) -> datetime:
    """The practice clock stands where it was sent."""
    return moment


def tik(moment: datetime) -> datetime:
    """The beat sends a tick every minute, here at half past; it comes after what is due."""
    half = moment.replace(second=30, microsecond=0)
    return half if half >= moment else half + timedelta(minutes=1)


def _volgende() -> datetime:
    return Termijn.objects.lopend().aggregate(eerste=Min("aan_de_beurt_op"))["eerste"]


def _speel(nu: datetime, klok: Callable[[datetime], datetime]) -> None:
    einde = nu + WEKEN
    while (moment := _volgende()) <= einde:
        nu = max(klok(moment), nu)
        assert bewaak(nu).mislukt == 0


def _termijnen(vast, klok: Callable[[datetime], datetime]) -> Iterator[tuple[str, str, Duur | None]]:
    with transaction.atomic():
        _speel(vast.nu, klok)
        for termijn in Termijn.objects.order_by("loopt_af_op", "soort", "eenheid", "houder"):
            yield termijn.soort, f"{termijn.loopt_af_op.astimezone(AMSTERDAM):%a %d-%m-%Y %H:%M:%S}", termijn.duur
        transaction.set_rollback(True)


@pytest.mark.eis("E7", "E9")
@pytest.mark.heavy("six weeks of a family, twice")
def test_real_ticks_and_practice_jumps_give_the_same_terms(vast):
    gezin = InHetGezin(vast)
    vast.doen_afspraak("Oma haalt Sanne op", vast.cast.oma)
    vast.doen_afspraak("Sanne belt voor vijven", vast.cast.mentor_in_gezin, termijn=Duur(30, Eenheid.UUR))
    gezin.iets_in_het_gezin(("toestemming", ("mentor_in_gezin", False), 0))
    gezin.iets_in_het_gezin(("trek in", "moeder_in_gezin", 0))
    gezin.iets_in_het_gezin(("vlag", "vader_in_gezin", {"sanne"}))

    met_sprongen = list(_termijnen(vast, sprong))

    assert list(_termijnen(vast, tik)) == met_sprongen
    assert {soort for soort, _tot, _duur in met_sprongen} >= BEGINT_DE_KLOK
