"""Reminders: rows of their own, planned when a term begins or moves, and taken by the clock when their moment has come."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta

from core.tijdwoorden import AMSTERDAM, laatste_dag
from termijnen.models import Herinnering, Termijn

# Shorter terms are reminded of once, half-way.
KORT = timedelta(days=3)
# In days, people hear it in the morning; a term in hours keeps its own time of day.
OCHTEND = time(8, 0)


def nieuwe_herinneringen(termijnen: Sequence[Termijn], dagen: Iterable[int], nu: datetime) -> list[Herinnering]:
    """The rows for terms that begin or move now; `dagen`: how many days before the end (the region's data)."""
    dagen = list(dagen)
    return [
        Herinnering(termijn_id=termijn.pk, aan_de_beurt_op=moment)
        for termijn in termijnen
        for moment in momenten(termijn, dagen, nu)
    ]


def momenten(termijn: Termijn, dagen: Iterable[int], nu: datetime) -> list[datetime]:
    """When to remind of this term: the region's days before its end, or half-way when it is shorter than three days (E10).

    Only moments still to come, in order, each once.
    """
    van = max(termijn.begint_op, nu)
    rest = termijn.loopt_af_op - van
    kandidaten = [van + rest / 2] if rest < KORT else [_dagen_ervoor(termijn, aantal) for aantal in dagen]
    return sorted({moment for moment in kandidaten if nu < moment < termijn.loopt_af_op})


def _dagen_ervoor(termijn: Termijn, aantal: int) -> datetime:
    if termijn.in_uren:
        return termijn.loopt_af_op - timedelta(days=aantal)
    dag = laatste_dag(termijn.loopt_af_op) - timedelta(days=aantal)
    return datetime.combine(dag, OCHTEND, AMSTERDAM).astimezone(UTC)
