"""Whether what was done on some day was within a term: of a term in hours the moment counts, not the day (E14)."""

from datetime import date, datetime, time

from django.utils.translation import gettext as _

from core.errors import RuleError
from termijnen.models import Termijn
from woorden.tijdwoorden import AMSTERDAM, laatste_dag


def vraagt_tijdstip(termijn: Termijn | None, nu: datetime) -> bool:
    """Whether the day alone doesn't say it: a term in hours that has passed. Then a page asks the hour too."""
    return termijn is not None and termijn.in_uren and termijn.loopt_af_op <= nu


def was_op_tijd(termijn: Termijn, dag: date, om: time | None, nu: datetime) -> bool:
    """Whether what was done on this day, at this hour, was within the term (E14).

    The hour is asked only of the last day of a term in hours that has passed. Raises RuleError at `om`.
    """
    einde = termijn.loopt_af_op
    if dag != laatste_dag(einde) or not vraagt_tijdstip(termijn, nu):
        return dag <= laatste_dag(einde)
    if om is None:
        raise RuleError(_("Schrijf ook hoe laat het was: deze termijn is er een in uren."), "om")
    moment = datetime.combine(dag, om, tzinfo=AMSTERDAM)
    if moment > nu:
        raise RuleError(_("Dit tijdstip moet nog komen."), "om")
    return moment <= einde
