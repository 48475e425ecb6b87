"""How a length of time is counted (E7): hours exactly, days and weeks to the end of the day, werkdagen by the calendar.

The Algemene termijnenwet does not govern what people agree among themselves, so nothing is lengthened in silence: a
week that ends on a Sunday ends on that Sunday.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any

import holidays
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core.errors import RuleError
from instanties.models import Regio, VrijeDag
from woorden.duur import Duur, Eenheid
from woorden.tijdwoorden import AMSTERDAM

EINDE = time(23, 59, 59)
# A tick that comes for the beginning of the day may be this late.
SPELING = timedelta(minutes=15)
# By now it is day in every region: then its beginning isn't read.
OVERAL_DAG = time(10, 0)


@dataclass(frozen=True)
class Feestdagregels:
    """What a region chose. `eigen_dagen`: its own days, free (True) or not (False); they win from every other rule."""

    goede_vrijdag_vrij: bool = True
    bevrijdingsdag_vrij: bool = True
    dag_begint: time = time(7, 0)
    eigen_dagen: Mapping[date, bool] = field(default_factory=dict)


class Kalender:
    """Which days count as werkdagen: Monday to Friday, without the holidays of the region."""

    def __init__(self, lees_regels: Callable[[], Feestdagregels] = Feestdagregels) -> None:
        """`lees_regels` is asked once, when the first day is: most forms never ask one."""
        self._lees_regels = lees_regels
        self._feestdagen: dict[int, frozenset[date]] = {}

    @cached_property
    def regels(self) -> Feestdagregels:
        return self._lees_regels()

    def is_vrij(self, dag: date) -> bool:
        """Whether this is a holiday here, whatever day of the week it is."""
        eigen = self.regels.eigen_dagen.get(dag)
        return dag in self._feestdagen_van(dag.year) if eigen is None else eigen

    def is_werkdag(self, dag: date) -> bool:
        """Monday to Friday, and no holiday."""
        return dag.weekday() < 5 and not self.is_vrij(dag)

    def werkdag_na(self, dag: date, aantal: int) -> date:
        """The `aantal`-th werkdag after `dag`; the day itself doesn't count."""
        while aantal:
            dag += timedelta(days=1)
            aantal -= self.is_werkdag(dag)
        return dag

    def laatste_werkdag_tot(self, dag: date) -> date:
        """The last werkdag up to and including `dag`."""
        while not self.is_werkdag(dag):
            dag -= timedelta(days=1)
        return dag

    def _feestdagen_van(self, jaar: int) -> frozenset[date]:
        if jaar not in self._feestdagen:
            landelijk = holidays.country_holidays("NL", years=jaar, language="nl")
            dagen = set(landelijk)
            [pasen] = landelijk.get_named("Eerste paasdag")
            goede_vrijdag = pasen - timedelta(days=2)
            dagen.discard(goede_vrijdag)
            if self.regels.goede_vrijdag_vrij:
                dagen.add(goede_vrijdag)
            # Free for everyone once in five years; in between it is the region's choice.
            if self.regels.bevrijdingsdag_vrij:
                dagen.add(date(jaar, 5, 5))
            self._feestdagen[jaar] = frozenset(dagen)
        return self._feestdagen[jaar]


def regio_met_dagen() -> "QuerySet[Regio]":
    """The region with its own days: what `regels_van` reads."""
    eigen = {vrij: ArraySubquery(VrijeDag.objects.filter(vrij=vrij).values("datum")) for vrij in (True, False)}
    return Regio.objects.filter(pk=1).annotate(vrije_dagen=eigen[True], gewone_dagen=eigen[False])


def regels_van(regio: Any) -> Feestdagregels:
    """What this region chose (see `regio_met_dagen`)."""
    return Feestdagregels(
        goede_vrijdag_vrij=regio.goede_vrijdag_vrij,
        bevrijdingsdag_vrij=regio.bevrijdingsdag_vrij,
        dag_begint=regio.dag_begint_om,
        eigen_dagen=dict.fromkeys(regio.vrije_dagen, True) | dict.fromkeys(regio.gewone_dagen, False),
    )


def huidige_kalender() -> Kalender:
    """The region's calendar: Dutch holidays, its choices and its own days. One query, once a werkdag is counted."""
    return Kalender(lambda: regels_van(regio_met_dagen().get()))


def einde_van_dag(dag: date) -> datetime:
    """The last second of a day in the Netherlands, in UTC."""
    return datetime.combine(dag, EINDE, AMSTERDAM).astimezone(UTC)


def verloopt_op(van: datetime, duur: Duur, kalender: Kalender) -> datetime:
    """When a term of `duur` from `van` passes, in UTC (E7).

    Hours are exact, also where the clock is put forward or back; days and weeks run to the end of that day; werkdagen
    to the end of the n-th werkdag after the day of `van`. Raises RuleError beyond the calendar's last year.
    """
    try:
        if duur.eenheid == Eenheid.UUR:
            return van.astimezone(UTC) + timedelta(hours=duur.aantal)
        begin = van.astimezone(AMSTERDAM).date()
        if duur.eenheid == Eenheid.WERKDAG:
            return einde_van_dag(kalender.werkdag_na(begin, duur.aantal))
        dagen = duur.aantal * (7 if duur.eenheid == Eenheid.WEEK else 1)
        return einde_van_dag(begin + timedelta(days=dagen))
    except OverflowError:
        raise RuleError(_("Deze termijn is te lang.")) from None


def opent_op(voorbij: datetime, kalender: Kalender) -> datetime:
    """When what can wait opens, of which the term passed at `voorbij`, in UTC: as the region's day begins, on a werkdag (S2).

    Passed on a werkdag itself, between its beginning and its last second: at once.
    """
    lokaal = voorbij.astimezone(AMSTERDAM)
    dag, begint = lokaal.date(), kalender.regels.dag_begint
    if begint <= lokaal.time():
        if kalender.is_werkdag(dag) and lokaal.time() < EINDE:
            return voorbij
        dag += timedelta(days=1)
    while not kalender.is_werkdag(dag):
        dag += timedelta(days=1)
    return datetime.combine(dag, begint, AMSTERDAM).astimezone(UTC)


def telt_vanaf(nu: datetime, duur: Duur, kalender: Kalender, sinds: datetime | None = None) -> datetime:
    """From when a term counts that a rule begins at `nu`, not somebody who names a day, in UTC (S2).

    The night belongs to the day before: what the clock opens before the region's day begins, because a day has passed,
    counts from the end of that day. So it doesn't matter how soon after midnight a tick comes. `sinds`: the end of the
    passed day, where what follows waited until the region's day began; came the clock later than that, it counts from
    `nu`. Hours always do.
    """
    if duur.eenheid == Eenheid.UUR:
        return nu
    if sinds is not None and sinds < (opent := opent_op(sinds, kalender)) <= nu <= opent + SPELING:
        return sinds
    lokaal = nu.astimezone(AMSTERDAM)
    if lokaal.time() > OVERAL_DAG:
        return nu
    ochtend = datetime.combine(lokaal.date(), kalender.regels.dag_begint, AMSTERDAM) + SPELING
    return nu if lokaal >= ochtend else einde_van_dag(lokaal.date() - timedelta(days=1))


def loopt_tot(nu: datetime, duur: Duur, kalender: Kalender, sinds: datetime | None = None) -> datetime:
    """When a term passes that counts as `telt_vanaf` says, in UTC; in days at the end of the day of `nu` at least (S2)."""
    tot = verloopt_op(telt_vanaf(nu, duur, kalender, sinds), duur, kalender)
    return tot if tot > nu else einde_van_dag(nu.astimezone(AMSTERDAM).date())


def loopt_weer_tot(
    liep_tot: datetime, stil_sinds: datetime, nu: datetime, duur: Duur | None, kalender: Kalender
) -> datetime:
    """When a term passes that stood still since `stil_sinds` and goes on now, with what was left of it, in UTC (E7).

    In its own unit: hours exactly (one at least); werkdagen, or days where the term is in days or weeks or was a date, and
    then until the end of the first werkdag after today at least.
    """
    over = max(liep_tot - stil_sinds, timedelta())
    if duur is not None and duur.eenheid == Eenheid.UUR:
        return nu.astimezone(UTC) + max(over, timedelta(hours=1))
    van, tot = (moment.astimezone(AMSTERDAM).date() for moment in (stil_sinds, liep_tot - timedelta(seconds=1)))
    vandaag = nu.astimezone(AMSTERDAM).date()
    if duur is not None and duur.eenheid == Eenheid.WERKDAG:
        werkdagen = sum(kalender.is_werkdag(van + timedelta(days=n)) for n in range(1, (tot - van).days + 1))
        einde = kalender.werkdag_na(vandaag, werkdagen)
    else:
        einde = vandaag + max(tot - van, timedelta())
    return einde_van_dag(max(einde, kalender.werkdag_na(vandaag, 1)))


def na_werkdagen(van: datetime, aantal: int) -> datetime:
    """The end of the n-th werkdag of this region after the day of `van`, in UTC."""
    return verloopt_op(van, Duur(aantal, Eenheid.WERKDAG), huidige_kalender())
