"""Moments, days and terms on a page. The words come from woorden.tijdwoorden, the clock from core.clock."""

from datetime import date, datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from core import clock
from woorden import tijdwoorden

register = template.Library()


@register.simple_tag
def termijn(loopt_af_op: datetime, in_uren: bool = False, nu: datetime | None = None) -> SafeString:
    """`nog 3 dagen · uiterlijk vrijdag 4 december`; the hour only with `in_uren=True` (schermen 3)."""
    woorden = _woorden(loopt_af_op, nu, in_uren)
    return _termijn(loopt_af_op, woorden, woorden.uiterlijk)


@register.simple_tag
def termijn_kort(loopt_af_op: datetime, in_uren: bool = False, nu: datetime | None = None) -> SafeString:
    """`nog 3 dagen · vr 4 dec`, for a row in a list."""
    woorden = _woorden(loopt_af_op, nu, in_uren)
    return _termijn(loopt_af_op, woorden, woorden.kort)


def _termijn(loopt_af_op: datetime, woorden: tijdwoorden.Termijnwoorden, wanneer: str) -> SafeString:
    return format_html(
        '<span class="termijn{}"><strong class="termijn__rest">{}</strong> <span class="termijn__dag">'
        '<span aria-hidden="true">·</span> <time datetime="{}">{}</time></span></span>\n',
        " termijn--laat" if woorden.laat else "",
        woorden.rest,
        localtime(loopt_af_op).isoformat(),
        wanneer,
    )


def _woorden(loopt_af_op: datetime, nu: datetime | None, in_uren: bool) -> tijdwoorden.Termijnwoorden:
    return tijdwoorden.termijnwoorden(loopt_af_op, nu or clock.now(), in_uren=bool(in_uren))


@register.filter
def uiterlijk(loopt_af_op: datetime) -> str:
    """The last day of a term in a running sentence: 'vrijdag 4 december'."""
    return tijdwoorden.dag_voluit(tijdwoorden.laatste_dag(loopt_af_op), clock.today())


def _als_dag(waarde: date | datetime) -> date:
    if isinstance(waarde, datetime):
        return waarde.astimezone(tijdwoorden.AMSTERDAM).date()
    return waarde


@register.filter
def dag(waarde: date | datetime | None) -> str:
    """'vrijdag 4 december' (with the year if it is another one); empty for None."""
    return tijdwoorden.dag_voluit(_als_dag(waarde), clock.today()) if waarde else ""


@register.filter
def dag_kort(waarde: date | datetime | None) -> str:
    """'vr 4 dec'; empty for None."""
    return tijdwoorden.dag_kort(_als_dag(waarde), clock.today()) if waarde else ""


@register.filter
def dag_in_woorden(waarde: date | datetime | None) -> str:
    """'vandaag', 'morgen', 'gisteren', else 'vrijdag 4 december'; empty for None."""
    return tijdwoorden.dag_in_woorden(_als_dag(waarde), clock.today()) if waarde else ""


@register.filter
def moment(waarde: datetime | None) -> str:
    """'vandaag om 14:02', 'ma 30 nov om 9:15'; empty for None."""
    return tijdwoorden.moment_kort(waarde, clock.now()) if waarde else ""


@register.filter
def klokslag(waarde: datetime | None) -> str:
    """'14:02'; empty for None."""
    return tijdwoorden.klokslag(waarde) if waarde else ""
