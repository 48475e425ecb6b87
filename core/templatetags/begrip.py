"""The region's own words on a page: `{% begrip "zorgcoordinator" %}` (I7)."""

from django import template
from django.utils.text import capfirst

from core import begrippen

register = template.Library()

VORMEN = ("woord", "meervoud", "voor_gezin", "uitleg")


@register.simple_tag
def begrip(sleutel: str, vorm: str = "woord", hoofdletter: bool = False) -> str:
    """A word of the method: as `woord` (default), `meervoud`, `voor_gezin` or `uitleg`."""
    if vorm not in VORMEN:
        raise template.TemplateSyntaxError(f"begrip knows no '{vorm}', only {', '.join(VORMEN)}")
    woord = str(getattr(begrippen.begrip(sleutel), vorm))
    return capfirst(woord) if hoofdletter else woord
