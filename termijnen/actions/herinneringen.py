"""Reminders: rows of their own, planned when a term begins or moves, taken by the clock when their moment has come."""

import logging
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from berichten.actions import Melding, meld_velen
from instanties.models import Gebruiker
from termijnen.models import Gevraagd, Herinnering, Termijn
from woorden.tijdwoorden import AMSTERDAM, laatste_dag

logger = logging.getLogger(__name__)

BERICHTSOORT = "herinnering"
GROEP = 500
LATER = timedelta(hours=1)

# Shorter terms are reminded of once, half-way.
KORT = timedelta(days=3)
# In days, people hear it in the morning, before the first bundle can go; a term in hours keeps its own time of day.
OCHTEND = time(6, 0)


def nieuwe_herinneringen(termijnen: Sequence[Termijn], dagen: Iterable[int], nu: datetime) -> list[dict[str, Any]]:
    """The rows for terms that begin or move now; `dagen`: how many days before the end (the region's data)."""
    dagen = list(dagen)
    return [
        {"termijn_id": termijn.pk, "aan_de_beurt_op": moment}
        for termijn in termijnen
        for moment in momenten(termijn, dagen, nu)
    ]


def momenten(termijn: Termijn, dagen: Iterable[int], nu: datetime) -> list[datetime]:
    """When to remind of this term: the region's days before its end; half-way if shorter than three days (E10).

    Only moments still to come and after the term began, in order, each once.
    """
    van = max(termijn.begint_op, nu)
    rest = termijn.loopt_af_op - van
    kandidaten = [van + rest / 2] if rest < KORT else [_dagen_ervoor(termijn, aantal) for aantal in dagen]
    return sorted({moment for moment in kandidaten if van < moment < termijn.loopt_af_op})


def _dagen_ervoor(termijn: Termijn, aantal: int) -> datetime:
    if termijn.in_uren:
        return termijn.loopt_af_op - timedelta(days=aantal)
    dag = laatste_dag(termijn.loopt_af_op) - timedelta(days=aantal)
    return datetime.combine(dag, OCHTEND, AMSTERDAM).astimezone(UTC)


def herinner(nu: datetime) -> int:
    """Send every reminder whose moment has come, however long ago (E10); returns how many terms were reminded of.

    To those of whom the term asks something; where that is nobody, to its keeper. A reminder that can't be sent waits
    an hour and holds up no other.
    """
    wachtend = Herinnering.objects.filter(aan_de_beurt_op__lte=nu).order_by("aan_de_beurt_op", "id")
    ids = list(wachtend.values_list("pk", flat=True))
    aantal = 0
    for begin in range(0, len(ids), GROEP):
        groep = ids[begin : begin + GROEP]
        try:
            aantal += _herinner_samen(groep, nu)
        except Exception as fout:  # one by one, so that the wrong one is found
            logger.warning("Herinneringen mislukt (%s): nu een voor een", type(fout).__name__)
            aantal += sum(_herinner_apart(pk, nu) for pk in groep)
    return aantal


def _herinner_apart(pk: int, nu: datetime) -> int:
    try:
        return _herinner_samen([pk], nu)
    except Exception as fout:  # it waits, the others go on
        logger.exception("Herinnering %s mislukt: %s", pk, type(fout).__name__)
        Herinnering.objects.filter(pk=pk).update(aan_de_beurt_op=nu + LATER)
        return 0


@transaction.atomic
def _herinner_samen(ids: Sequence[int], nu: datetime) -> int:
    """Take these rows and tell; after a missed night of several rows about one term only the last is told."""
    rijen = list(
        Herinnering.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(pk__in=ids, aan_de_beurt_op__lte=nu)
        .select_related("termijn__houder")
        .order_by("aan_de_beurt_op")
    )
    # What has passed by now is another worker's at this moment, or will be handled: nothing to remind of any more.
    laatste = {rij.termijn_id: rij for rij in rijen if rij.termijn.loopt and rij.termijn.loopt_af_op > nu}
    gevraagd: dict[UUID, list[Gebruiker]] = {}
    for vraag in Gevraagd.objects.filter(termijn__in=list(laatste)).select_related("gebruiker"):
        gevraagd.setdefault(vraag.termijn_id, []).append(vraag.gebruiker)
    meld_velen(
        [
            Melding(
                soort=BERICHTSOORT,
                ontvanger=ontvanger,
                sleutel=f"{BERICHTSOORT}:{rij.termijn_id}:{rij.aan_de_beurt_op.isoformat()}",
                gezin=rij.termijn.gezin_id,
                object_id=rij.termijn_id,
                spoed=rij.termijn.in_uren,
            )
            for rij in laatste.values()
            for ontvanger in gevraagd.get(rij.termijn_id) or filter(None, [rij.termijn.houder])
        ],
        nu,
    )
    Herinnering.objects.filter(pk__in=[rij.pk for rij in rijen]).delete()
    return len(laatste)
