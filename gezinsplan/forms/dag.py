"""A day as people say it, also as 'over 2 weken'."""

from datetime import date

from core import clock
from core.errors import RuleError
from gezinsplan.looptijd import dag_van
from termijnen.kalender import huidige_kalender, verloopt_op
from woorden.duur import Duur, Eenheid
from woorden.getypt import lees_termijn
from woorden.velden import DatumVeld


class DagVeld(DatumVeld):
    """A day, past or to come; a length of days, weeks or werkdagen is the day on which it ends."""

    def lees(self, tekst: str) -> date:
        nu = clock.now()
        try:
            gelezen = lees_termijn(tekst, nu, huidige_kalender())
        except RuleError:
            return super().lees(tekst)
        if isinstance(gelezen, Duur) and gelezen.eenheid != Eenheid.UUR:
            return dag_van(verloopt_op(nu, gelezen, huidige_kalender()))
        return super().lees(tekst)
