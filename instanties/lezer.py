"""The person of a request, with what every page asks of him: functions, who is away where he works, notices unread.

One question; later in the request it is remembered. Who changes one of these in the same request, forgets (memo.forget).
"""

from typing import Any
from uuid import UUID

from django.db.models import Count, DateField, Q, Subquery, UUIDField
from django.db.models.functions import Coalesce

from berichten.models import Bericht
from core import clock, memo
from core.kept_queries import Rows, Slot, kept
from core.mee import Meegevraagd
from instanties.models import Gebruiker
from instanties.selectie import functies_nu
from instanties.vervanging import afwezig_bij

PK = Slot("pk", UUIDField())


def lees(pk: UUID) -> Gebruiker | None:
    """This person as he is now, for the request that begins; None when there is nobody (any more) with this id."""
    vandaag = clock.today()
    gevonden: Any = next(iter(_lezer(None, pk=pk, vandaag=vandaag)), None)
    if gevonden is not None:
        memo.remember(("functies", pk), lambda: gevonden.functies_mee)
        memo.remember(("afwezig_bij", pk, vandaag), lambda: gevonden.afwezig_mee)
        memo.remember(("ongelezen", pk), lambda: gevonden.ongelezen_mee)
    return gevonden


@kept
def _lezer(_vorm: None) -> Rows:
    ongelezen = Bericht.objects.van(PK).ongelezen().order_by().values("ontvanger").annotate(aantal=Count("pk"))
    afwezig = afwezig_bij(Slot("vandaag", DateField()), Q(gebruiker=PK))
    return Rows(
        Gebruiker.objects.filter(pk=PK).annotate(
            functies_mee=Meegevraagd(functies_nu(PK), met=["instelling", "gemeente"]),
            afwezig_mee=Meegevraagd(afwezig, met=["wie"]),
            ongelezen_mee=Coalesce(Subquery(ongelezen.values("aantal")), 0),
        )
    )
