"""What a page asks of a family beside its own rows, in one question: who is shown by function, who is away, free days.

Asked once per request, or along with a question for the family that is asked anyway.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet, UUIDField

from core import memo
from core.kept_queries import Rows, Slot, kept
from core.mee import Meegevraagd
from gezinnen.models import Coordinatorschap, Deelnemer, Gezin, SoortDeelnemer
from instanties.models import Vervanging
from termijnen import bereik, kalender
from toestemming.models import Toestemming, Toestemmingstaat

WACHTEND = (Toestemmingstaat.GEVRAAGD, Toestemmingstaat.GELDIG)


@dataclass(frozen=True)
class Rondom:
    """Of one family on one day. `functies`: who is shown by function; `afwezig`: who of its professionals is away.

    `wacht_op_iemand`: there are lines of consent to which somebody may still say yes.
    """

    functies: list[Deelnemer]
    afwezig: list[Vervanging]
    wacht_op_iemand: bool


def annotations(op: Any) -> Mapping[str, Any]:
    """What to annotate to a query for a family on the day `op` (or its slot); give its answer to `onthoud`."""
    hier = {"gezin": OuterRef(OuterRef("pk")), "gebruiker": OuterRef("wie")}
    werkt = Deelnemer.objects.actief().filter(soort=SoortDeelnemer.PROFESSIONAL, **hier)
    coordineert = Coordinatorschap.objects.huidig().filter(**hier)
    afwezig = Vervanging.objects.op(op).filter(Q(Exists(werkt)) | Q(Exists(coordineert)))
    return {
        "functies_nu": Meegevraagd(met_functienaam().filter(gezin=OuterRef("pk")), met=["gebruiker"]),
        "afwezig_nu": Meegevraagd(afwezig, met=["wie"]),
        "wacht_nu": Exists(Toestemming.objects.filter(gezin=OuterRef("pk"), staat__in=WACHTEND)),
        "regio_nu": Meegevraagd(kalender.regio_met_dagen()),
    }


def onthoud(gezin: Any, op: date) -> Rondom:
    """Remember for this request what came along with this family."""
    [regio] = gezin.regio_nu
    bereik.onthoud_kalender(regio)
    return memo.remember(("rondom", gezin.pk, op), lambda: Rondom(gezin.functies_nu, gezin.afwezig_nu, gezin.wacht_nu))


def rondom(gezin_id: UUID, op: date) -> Rondom:
    """Of this family on this day; one query when it didn't come along with another."""
    return memo.remember(("rondom", gezin_id, op), lambda: _onthoud_dit(gezin_id, op))


def _onthoud_dit(gezin_id: UUID, op: date) -> Rondom:
    [gezin] = _gezin(None, gezin=gezin_id, op=op)
    return onthoud(gezin, op)


@kept
def _gezin(_vorm: None) -> Rows:
    gezin = Gezin.objects.filter(pk=Slot("gezin", UUIDField()))
    return Rows(gezin.annotate(**annotations(Slot("op", DateField()))))


def met_functienaam() -> "QuerySet[Deelnemer]":
    """Who is shown by function, wherever the account's name would stand (X5)."""
    return Deelnemer.objects.exclude(werkelijke_naam="")
