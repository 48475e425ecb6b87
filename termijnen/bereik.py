"""Whether somebody can be reached today, and else on which day again (R2, I5): own days of the week, and holidays."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from core import memo
from termijnen.kalender import Kalender, huidige_kalender, regels_van
from woorden.tijdwoorden import dag_voluit

# So far ahead a day is looked for: who isn't there for longer, of that nothing is said.
VOORUIT = 31


@dataclass(frozen=True)
class Bereik:
    """The first day from `vandaag` on which this person can be reached."""

    vandaag: date
    eerste: date

    @property
    def is_vandaag(self) -> bool:
        return self.eerste == self.vandaag

    def __str__(self) -> str:
        """'vandaag te bereiken', 'morgen weer', 'weer op maandag 30 november'."""
        if self.is_vandaag:
            return _("vandaag te bereiken")
        if self.eerste - self.vandaag == timedelta(days=1):
            return _("morgen weer te bereiken")
        return _("weer op %(dag)s") % {"dag": dag_voluit(self.eerste, self.vandaag)}


def bereik(
    weekdagen: Collection[int],
    vandaag: date,
    is_vrij: Callable[[date], bool],
    *,
    afwezig_tot_en_met: date | None = None,
) -> Bereik | None:
    """`weekdagen`: ISO; none filled in: nothing is known, so nothing is said. `afwezig_tot_en_met`: away until then."""
    if not weekdagen:
        return None
    begin = max(vandaag, afwezig_tot_en_met + timedelta(days=1)) if afwezig_tot_en_met else vandaag
    dagen = (begin + timedelta(days=aantal) for aantal in range(VOORUIT))
    eerste = next((dag for dag in dagen if dag.isoweekday() in weekdagen and not is_vrij(dag)), None)
    return Bereik(vandaag, eerste) if eerste else None


def vrije_dag(dag: date) -> bool:
    """Whether this is a free day of the region; its calendar is read once per request."""
    return memo.remember("kalender", huidige_kalender).is_vrij(dag)


def onthoud_kalender(regio: Any) -> None:
    """For this request: the region came along with another question (kalender.regio_met_dagen)."""
    memo.remember("kalender", lambda: Kalender(lambda: regels_van(regio)))
