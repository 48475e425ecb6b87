"""The region's own words on a page (I7): `{% begrip "zorgcoordinator" %}`, and `{% translate "Dit doet [de zorgcoördinator]."|zin %}`."""

from typing import Any

from django import template

from woorden import begrippen, zinnen

register = template.Library()

VORMEN = ("woord", "meervoud", "voor_gezin", "uitleg", "wie_doet_wat")


@register.simple_tag
def begrip(sleutel: str, vorm: str = "woord", hoofdletter: bool = False) -> str:
    """A word of the method: as `woord` (default), `meervoud`, `voor_gezin`, `uitleg` or `wie_doet_wat`."""
    if vorm not in VORMEN:
        raise template.TemplateSyntaxError(f"begrip knows no '{vorm}', only {', '.join(VORMEN)}")
    woord = str(getattr(begrippen.begrip(sleutel), vorm))
    return begrippen.hoofdletter(woord) if hoofdletter else woord


@register.filter
def zin(tekst: Any) -> str:
    """A sentence with the region's words where the default ones stand between brackets. Never on what people wrote."""
    return str(zinnen.zin(tekst))


@register.filter
def met_hoofdletter(tekst: Any) -> str:
    """The word as a sentence or a heading begins."""
    return begrippen.hoofdletter(str(tekst))


@register.inclusion_tag("onderdelen/begrip.html")
def wat_is(sleutel: str) -> dict[str, Any]:
    """What a term means, one tap away where it first stands on a page; opens in place, without JavaScript."""
    gevonden = begrippen.begrip(sleutel)
    return {
        "sleutel": sleutel,
        "begrip": gevonden,
        "woord": str(gevonden.woord),
        "titel": begrippen.hoofdletter(str(gevonden.woord)),
    }
