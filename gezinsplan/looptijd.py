"""When an afspraak begins and ends (G5, E7): a length counts from its start, hours from when it begins to run."""

from collections.abc import Callable
from datetime import date, datetime, time

from core.registry import Seat
from gezinsplan.models import Afspraak
from termijnen.kalender import Kalender, einde_van_dag, verloopt_op
from woorden.duur import Duur, Eenheid
from woorden.tijdwoorden import AMSTERDAM

# Until when a term that begins at a moment may run at most; None: the region says nothing of it (E7).
LANGSTE: Seat[Callable[[datetime], datetime | None]] = Seat()


def dag_van(moment: datetime) -> date:
    """The day in the Netherlands on which `moment` falls."""
    return moment.astimezone(AMSTERDAM).date()


def begin(start_op: date, nu: datetime) -> datetime:
    """From when it runs: the start of its first day, or now when that day has come."""
    if start_op <= dag_van(nu):
        return nu
    return datetime.combine(start_op, time.min, tzinfo=AMSTERDAM)


def einde(start_op: date, termijn: Duur | date, nu: datetime, kalender: Kalender) -> datetime:
    """The moment at which the term of an afspraak that starts on `start_op` has passed."""
    if isinstance(termijn, date):
        return einde_van_dag(termijn)
    if termijn.eenheid == Eenheid.UUR:
        return verloopt_op(begin(start_op, nu), termijn, kalender)
    return verloopt_op(datetime.combine(start_op, time.min, tzinfo=AMSTERDAM), termijn, kalender)


def vanaf_vandaag(start_op: date, termijn: Duur | date, nu: datetime, kalender: Kalender) -> Duur | date:
    """A term that is agreed anew for an afspraak that has begun: a length counts from today, and becomes a day.

    Hours stay hours: they count from now anyhow.
    """
    if isinstance(termijn, date) or termijn.eenheid == Eenheid.UUR or start_op > dag_van(nu):
        return termijn
    return dag_van(verloopt_op(nu, termijn, kalender))


def afgesproken(afspraak: Afspraak) -> Duur | date:
    """The term as it was agreed: a length or a day."""
    termijn = afspraak.duur or afspraak.eind_op
    if termijn is None:
        raise ValueError("an afspraak has a length or a day")
    return termijn


def gepland_einde(afspraak: Afspraak, nu: datetime, kalender: Kalender) -> datetime:
    """The end of an afspraak: that of its running term, else what it would be if it started to run now."""
    if afspraak.termijn is not None:
        return afspraak.termijn.loopt_af_op
    return einde(afspraak.start_op, afgesproken(afspraak), nu, kalender)
