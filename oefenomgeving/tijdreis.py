"""Walking through time: every moment at which the clock has something to do, in order, each with its real tick."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Min

from berichten.actions import claim_en_verzend
from berichten.models import Bericht, MailStaat
from termijnen.actions import bewaak
from termijnen.models import Herinnering, Termijn

# Enough for a busy region in a hundred days; a jump that needs more stops and says so.
MEESTE_MOMENTEN = 5_000


def volgend_moment() -> datetime | None:
    """The next moment at which the clock has something to do."""
    momenten = [
        Termijn.objects.lopend().aggregate(eerste=Min("aan_de_beurt_op"))["eerste"],
        Herinnering.objects.aggregate(eerste=Min("aan_de_beurt_op"))["eerste"],
        # A mail that waits: the daily one of somebody, or one that was refused.
        Bericht.objects.filter(mail_staat=MailStaat.TE_VERZENDEN).aggregate(eerste=Min("volgende_poging_op"))["eerste"],
    ]
    return min((moment for moment in momenten if moment), default=None)


def speel_tot(doel: datetime, begin: datetime, *, vooraf: Callable[[datetime, int], None] | None = None) -> int:
    """Walk from `begin` to `doel` through the due moments; returns how many.

    `vooraf` is called before each tick, with the moment and which one it is.
    """
    moment = begin
    aantal = 0
    while aantal < MEESTE_MOMENTEN:
        volgende = volgend_moment()
        if volgende is None or volgende > doel:
            break
        moment = max(moment, volgende)
        if vooraf:
            vooraf(moment, aantal + 1)
        if bewaak(moment).vastgehouden:
            break
        claim_en_verzend(moment)
        aantal += 1
    return aantal
