"""How a page speaks to its reader."""

from typing import Any

from django import template
from django.template import Context

from woorden.zinnen import zin

register = template.Library()


@register.simple_tag(takes_context=True)
def u_je(context: Context, met_u: Any, met_je: Any) -> Any:
    """The sentence that fits the reader: the page says in `je` how he or she is spoken to (schermen 7).

    In the region's words, so both are sentences of our own: never what people wrote.
    """
    return zin(met_je if context["je"] else met_u)
