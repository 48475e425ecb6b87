"""A term as one day, as the family reads it."""

from django import template

from core import clock
from termijnen.models import Termijn
from woorden import tijdwoorden
from woorden.duur import Eenheid

register = template.Library()


@register.filter
def uiterste_dag(termijn: Termijn) -> str:
    """The end of a term as it fits in a table: 'vr 4 dec', with the hour only for a term in hours (schermen 3)."""
    in_uren = termijn.eenheid == Eenheid.UUR
    return tijdwoorden.termijnwoorden(termijn.loopt_af_op, clock.now(), in_uren=in_uren).kort
