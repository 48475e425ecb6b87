"""`{% plaats "plan.doel" doel=doel %}`: what other apps show here."""

from typing import Any

from django import template
from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from core.plaatsen import panelen

register = template.Library()

# A panel stands on its own: of the page it gets these only, never the page's variables.
_VAN_DE_PAGINA = ("request", "user", "csrf_token", "oefenomgeving")


@register.simple_tag(takes_context=True)
def plaats(context: Context, naam: str, **doel: Any) -> SafeString:
    """Render all panels of the named place, each in its own context."""
    request = context.get("request")
    gedeeld = {sleutel: context[sleutel] for sleutel in _VAN_DE_PAGINA if sleutel in context}
    stukken = []
    for paneel in panelen(naam):
        eigen = paneel.context(request, **doel)
        if eigen is not None:
            sjabloon = get_template(paneel.template).template  # type: ignore[attr-defined]
            stukken.append(sjabloon.render(context.new({**gedeeld, **eigen})))
    return mark_safe("".join(stukken))  # noqa: S308  # each part was rendered by a template
