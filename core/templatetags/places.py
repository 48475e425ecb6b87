"""`{% place "plan.doel" doel=doel %}`: what other apps show here."""

from typing import Any

from django import template
from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from core.places import panels

register = template.Library()

# A panel stands on its own: of the page it gets these only, never the page's variables.
_OF_THE_PAGE = ("request", "user", "csrf_token", "oefenomgeving")


@register.simple_tag(takes_context=True)
def place(context: Context, name: str, **about: Any) -> SafeString:
    """Render all panels of the named place, each in its own context."""
    request = context.get("request")
    shared = {key: context[key] for key in _OF_THE_PAGE if key in context}
    parts = []
    for panel in panels(name):
        own = panel.context(request, **about)
        if own is not None:
            template_ = get_template(panel.template).template  # type: ignore[attr-defined]
            parts.append(template_.render(context.new({**shared, **own})))
    return mark_safe("".join(parts))  # noqa: S308  # each part was rendered by a template
