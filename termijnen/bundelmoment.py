"""When a mail goes out about what can wait (R2): one bundle on a day that its receiver works, at the time of choice."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from instanties.models import Gebruiker, Regio
from termijnen.kalender import Kalender, huidige_kalender
from woorden.tijdwoorden import AMSTERDAM

# So far ahead a day is looked for: longer than any row of days off, and an end for who has no werkdag left at all.
VOORUIT = timedelta(days=31)
# A family is told at once, but not in the night: the clock does much of its work at midnight. When the day begins is the
# region's to say.
DAG_EINDIGT = time(22, 0)


def momenten(ontvangers: Sequence[Gebruiker], nu: datetime) -> Mapping[UUID, datetime]:
    """For each receiver when what can wait is mailed. Three queries for all."""
    kalender, regio = huidige_kalender(), None
    wanneer = {}
    for ontvanger in ontvangers:
        if not ontvanger.krijgt_bundel:
            wanneer[ontvanger.pk] = overdag(nu, kalender)
            continue
        if ontvanger.mail_om is None and regio is None:
            regio = Regio.objects.huidige()
        wanneer[ontvanger.pk] = volgende_bundel(ontvanger, nu, kalender, regio.bundel_om if regio else None)
    return wanneer


def overdag(nu: datetime, kalender: Kalender) -> datetime:
    """Now, or in the night: when the region's coming day begins."""
    lokaal = nu.astimezone(AMSTERDAM)
    begint = kalender.regels.dag_begint
    if begint <= lokaal.time() < DAG_EINDIGT:
        return nu
    dag = lokaal.date() + timedelta(days=1) if lokaal.time() >= DAG_EINDIGT else lokaal.date()
    return _om(dag, begint)


def volgende_bundel(ontvanger: Gebruiker, nu: datetime, kalender: Kalender, standaard: time | None) -> datetime:
    """The first moment after `nu` at which this receiver's bundle goes.

    On werkdagen of the region that are this person's own; on none of those: any werkdag; families: every day.
    """
    om = ontvanger.mail_om or standaard or kalender.regels.dag_begint
    eerste = nu.astimezone(AMSTERDAM).date()
    if _om(eerste, om) <= nu:
        eerste += timedelta(days=1)
    if not ontvanger.is_professional:
        return _om(eerste, om)
    dagen = [eerste + timedelta(days=aantal) for aantal in range(VOORUIT.days)]
    werkdag = next((dag for dag in dagen if kalender.is_werkdag(dag)), eerste)
    van_hem = (dag for dag in dagen if dag.isoweekday() in ontvanger.werkdagen and kalender.is_werkdag(dag))
    return _om(next(van_hem, werkdag) if ontvanger.werkdagen else werkdag, om)


def _om(dag: date, tijd: time) -> datetime:
    return datetime.combine(dag, tijd, AMSTERDAM).astimezone(UTC)
