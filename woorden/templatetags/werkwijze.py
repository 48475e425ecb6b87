"""The parts of a page that say something of the method: a state, who is on turn, a step in a course, how somebody is reached.

Each has one template in templates/onderdelen/; what stands in every row of a list (a badge) is one line here.
"""

from datetime import datetime
from functools import lru_cache
from typing import Any

from django import template
from django.core.signals import setting_changed
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from core import clock
from core.phones import dial, same_number
from core.templatetags.parts import block, icon, one_of
from woorden import tijdwoorden

register = template.Library()

# State → word, tone (colour), icon (shape). The word carries; colour and shape only support it.
BADGES: dict[str, tuple[Any, str, str]] = {
    "loopt": (_("Loopt"), "rust", "loopt"),
    "bijna": (_("Bijna"), "let-op", "klok"),
    "gevraagd": (_("Gevraagd"), "info", "vraag"),
    "wacht_op_ja": (_("Gevraagd, nog geen antwoord"), "info", "vraag"),
    "te_laat": (_("Te laat"), "dringend", "let-op"),
    "gehaald": (_("Gehaald"), "goed", "vink"),
    "niet_gehaald": (_("Niet gehaald"), "dringend", "kruis"),
    "niet_meer_nodig": (_("Niet meer nodig"), "stil", "streep"),
    "concept": (_("Nog in de maak"), "stil", "pen"),
    "stap": (_("Stap"), "stap", "stap"),
    "opgelost": (_("Opgelost"), "goed", "vink"),
    "nieuw": (_("Nieuw"), "info", "brief"),
}

TONEN = ("rust", "let-op", "info", "dringend", "goed", "stil", "stap")
VERLOOPFASEN = ("voorbij", "nu", "straks")


# States are few; a word of its own is a sentence of a template, or the name that a region gave a step.
@register.simple_tag
@lru_cache(maxsize=1024)
def badge(staat: str, woord: str = "", toon: str = "") -> SafeString:
    """The state as a word with a shape; `woord` replaces the usual word (the name of a region's step, for instance)."""
    sleutel = str(staat)
    if sleutel not in BADGES and not woord:
        raise template.TemplateSyntaxError(f"badge: '{sleutel}' is none of {', '.join(BADGES)}, and no word was given")
    gewoon, kleur, vorm = BADGES.get(sleutel, (woord, "stil", "streep"))
    return format_html(
        '<span class="badge badge--{}">{}<span>{}</span></span>\n',
        one_of(toon or kleur, TONEN, "badge"),
        icon(vorm),
        woord or gewoon,
    )


def _forget(**_what: Any) -> None:
    """A test changed a setting: the icon in it may have another address now."""
    badge.cache_clear()


setting_changed.connect(_forget)


@register.simple_block_tag
def aan_zet(
    content: str,
    wie: str = "",
    loopt_af_op: datetime | None = None,
    in_uren: bool = False,
    u: bool = False,
    titel: str = "",
    nu: datetime | None = None,
) -> str:
    """Who is on turn, until when: the same place and words on every plan and stagnatie (schermen 2).

    `u=True`: the reader is on turn ("U bent aan zet"). The content says what is asked and holds the button.
    """
    woorden = tijdwoorden.termijnwoorden(loopt_af_op, nu or clock.now(), in_uren=bool(in_uren)) if loopt_af_op else None
    return block("aan_zet", content=content, wie=wie, loopt_af_op=loopt_af_op, woorden=woorden, u=u, titel=titel)


@register.simple_block_tag
def verloop_stap(content: str, titel: str, fase: str = "voorbij", wanneer: str = "", bijschrift: str = "") -> str:
    """One step in a course (inside `<ol class="verloop">`): `fase` is 'voorbij', 'nu' or 'straks'."""
    one_of(fase, VERLOOPFASEN, "verloop_stap")
    return block("verloop_stap", content=content, titel=titel, fase=fase, wanneer=wanneer, bijschrift=bijschrift)


@register.inclusion_tag("onderdelen/bewaard.html")
def bewaard(op: datetime | None = None, id: str = "") -> dict[str, Any]:
    """`bewaard om 14:02`, spoken by a screen reader when it appears; empty place when nothing was saved yet."""
    return {"tijd": tijdwoorden.klokslag(op) if op else "", "id": id}


@register.inclusion_tag("onderdelen/bereikbaar.html")
def bereikbaar(
    telefoon: str = "", mobiel: str = "", mail: str = "", dagen: str = "", bereik: Any = None
) -> dict[str, Any]:
    """How somebody is reached, one tap away (I5). `bereik`: whether today, else when again, in words (R2)."""
    verschillend = [telefoon, "" if same_number(telefoon, mobiel) else mobiel]
    nummers = [{"nummer": nummer, "kaal": dial(nummer)} for nummer in verschillend if nummer]
    return {"nummers": nummers, "mail": mail, "dagen": dagen, "bereik": bereik}
