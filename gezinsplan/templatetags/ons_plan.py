"""How the plan speaks to the family: with 'u' or 'je', and a term as one day."""

from typing import Any

from django import template
from django.template import Context

from core import klok, tijdwoorden
from core.duur import Eenheid
from termijnen.models import Termijn

register = template.Library()


@register.simple_tag(takes_context=True)
def u_je(context: Context, met_u: Any, met_je: Any) -> Any:
    """The sentence that fits the reader: the page says in `je` how he or she is spoken to (schermen 7)."""
    return met_je if context["je"] else met_u


@register.filter
def uiterste_dag(termijn: Termijn) -> str:
    """The end of a term as it fits in a table: 'vr 4 dec', with the hour only for a term in hours (schermen 3)."""
    in_uren = termijn.eenheid == Eenheid.UUR
    return tijdwoorden.termijnwoorden(termijn.loopt_af_op, klok.nu(), in_uren=in_uren).kort
