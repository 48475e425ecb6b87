"""The parts every page is built from: same part, same look.

Each has one template in templates/onderdelen/; what stands in every row of a list (an icon, a badge) is one line here.
"""

from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.core.signals import setting_changed
from django.template import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from core import klok, tijdwoorden

register = template.Library()

# State → word, tone (colour), icon (shape). The word carries; colour and shape only support it.
BADGES: dict[str, tuple[Any, str, str]] = {
    "loopt": (_("Loopt"), "rust", "loopt"),
    "bijna": (_("Bijna"), "let-op", "klok"),
    "gevraagd": (_("Gevraagd"), "info", "vraag"),
    "te_laat": (_("Te laat"), "dringend", "let-op"),
    "gehaald": (_("Gehaald"), "goed", "vink"),
    "niet_gehaald": (_("Niet gehaald"), "dringend", "kruis"),
    "niet_meer_nodig": (_("Niet meer nodig"), "stil", "streep"),
    "concept": (_("Nog in de maak"), "stil", "pen"),
    "stap_1": (_("Stap 1 Uitvoerders"), "stap", "stap"),
    "stap_2": (_("Stap 2 Managers"), "stap", "stap"),
    "stap_3": (_("Stap 3 Gemeente"), "stap", "stap"),
    "opgelost": (_("Opgelost"), "goed", "vink"),
    "nieuw": (_("Nieuw"), "info", "brief"),
}
BADGES_VOOR_GEZIN = {"stap_1": _("Stap 1 wij samen")}

TONEN = ("rust", "let-op", "info", "dringend", "goed", "stil", "stap")
VERLOOPSTANDEN = ("voorbij", "nu", "straks")
MELDINGEN = {"info": "info", "goed": "vink", "let-op": "let-op", "fout": "fout"}
MELDING_BIJ_TAG = {"debug": "info", "info": "info", "success": "goed", "warning": "let-op", "error": "fout"}


def _kies(waarde: str, mogelijk: Any, wat: str) -> str:
    if waarde not in mogelijk:
        raise template.TemplateSyntaxError(f"{wat}: '{waarde}' is none of {', '.join(mogelijk)}")
    return waarde


@register.simple_tag
@cache
def icoon(naam: str) -> SafeString:
    """An icon of our own sprite; decoration only, there are always words beside it. The same for everybody: made once."""
    return format_html(
        '<svg class="icoon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("beeld/iconen.svg"),
        naam,
    )


def _vergeet(**_wat: Any) -> None:
    """A test changed a setting: the sprite may have another address now."""
    icoon.cache_clear()
    badge.cache_clear()


setting_changed.connect(_vergeet)


# States are few; a word of its own is a sentence of a template, or the name that a region gave a step.
@register.simple_tag
@lru_cache(maxsize=1024)
def badge(staat: str, woord: str = "", voor_gezin: bool = False, toon: str = "") -> SafeString:
    """The state as a word with a shape; `woord` replaces the usual word (the name of a region's step, for instance)."""
    sleutel = str(staat)
    if sleutel not in BADGES and sleutel.startswith("stap_"):
        sleutel = "stap_1"
    if sleutel not in BADGES and not woord:
        raise template.TemplateSyntaxError(f"badge: '{sleutel}' is none of {', '.join(BADGES)}, and no word was given")
    gewoon, kleur, vorm = BADGES.get(sleutel, (woord, "stil", "streep"))
    if voor_gezin:
        gewoon = BADGES_VOOR_GEZIN.get(sleutel, gewoon)
    return format_html(
        '<span class="badge badge--{}">{}<span>{}</span></span>\n',
        _kies(toon or kleur, TONEN, "badge"),
        icoon(vorm),
        woord or gewoon,
    )


def _blok(naam: str, **context: Any) -> str:
    return render_to_string(f"onderdelen/{naam}.html", context)


@register.simple_block_tag
def paneel(content: str, titel: str = "", id: str = "", niveau: int = 2, soort: str = "") -> str:
    """A box with a heading. `soort`: '' (white), 'zacht' (tinted), 'kaal' (no box). At most two levels of box."""
    _kies(soort, ("", "zacht", "kaal"), "paneel")
    return _blok("paneel", inhoud=content, titel=titel, id=id, niveau=int(niveau), soort=soort)


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
    woorden = tijdwoorden.termijnwoorden(loopt_af_op, nu or klok.nu(), in_uren=bool(in_uren)) if loopt_af_op else None
    return _blok("aan_zet", inhoud=content, wie=wie, loopt_af_op=loopt_af_op, woorden=woorden, u=u, titel=titel)


@register.simple_block_tag
def verloop_stap(content: str, titel: str, stand: str = "voorbij", wanneer: str = "", bijschrift: str = "") -> str:
    """One step in a course (inside `<ol class="verloop">`): `stand` is 'voorbij', 'nu' or 'straks'."""
    _kies(stand, VERLOOPSTANDEN, "verloop_stap")
    return _blok("verloop_stap", inhoud=content, titel=titel, stand=stand, wanneer=wanneer, bijschrift=bijschrift)


@register.simple_block_tag
def uitklap(
    content: str, titel: str, id: str = "", open: bool = False, soort: str = "knop", focus: bool = False
) -> str:
    """A row or form that opens in place, without JavaScript. `soort`: 'knop' (a button) or 'regel' (a line).

    `focus`: after a save the cursor goes on to this row.
    """
    _kies(soort, ("knop", "regel"), "uitklap")
    return _blok("uitklap", inhoud=content, titel=titel, id=id, open=open, soort=soort, focus=focus)


@register.simple_block_tag
def melding(content: str, soort: str = "info", titel: str = "") -> str:
    """A message on the page: 'info', 'goed', 'let-op' or 'fout'. The word for what it is stands in it, too."""
    _kies(soort, MELDINGEN, "melding")
    return _blok("melding", inhoud=content, soort=soort, titel=titel, vorm=MELDINGEN[soort])


@register.simple_block_tag
def leeg(content: str, titel: str) -> str:
    """Nothing here: said calmly, with what can be done next as content."""
    return _blok("leeg", inhoud=content, titel=titel)


@register.filter
def meldingsoort(level_tag: str) -> str:
    """The sort of message that belongs to a tag of django.contrib.messages."""
    return MELDING_BIJ_TAG.get(level_tag, "info")


@register.filter
def meldingvorm(soort: str) -> str:
    """The icon that belongs to a sort of message."""
    return MELDINGEN[soort]


@register.filter
def bewaardsleutel(extra_tags: str | None) -> str:
    """The key of what was saved, from `messages.success(..., extra_tags="bewaard:<key>")`."""
    gevonden = (deel.partition(":")[2] for deel in (extra_tags or "").split() if deel.startswith("bewaard:"))
    return next(gevonden, "")


@register.inclusion_tag("onderdelen/foutsamenvatting.html")
def foutsamenvatting(form: forms.BaseForm, titel: str = "") -> dict[str, Any]:
    """All errors on top, each a link to its field; empty when there are none.

    `titel` for a form that saves nothing (logging in, searching), instead of "Dit is nog niet bewaard".
    """
    fouten = []
    if form.is_bound:
        for veld in form:
            for fout in form.errors.get(veld.name, ()):
                # A label that is a question ends by itself.
                label = str(veld.label or "")
                fouten.append(
                    {"doel": _doel(veld), "label": label if label.endswith("?") else f"{label}:", "fout": fout}
                )
    return {"fouten": fouten, "algemeen": form.non_field_errors() if form.is_bound else [], "titel": titel}


def _doel(veld: forms.BoundField) -> str:
    # A group of choices has no control with the id of the field itself: its first choice gets the focus.
    groep = isinstance(veld.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
    return f"{veld.auto_id}_0" if groep else str(veld.auto_id)


@register.inclusion_tag("onderdelen/formulier.html", takes_context=True)
def formulier(
    context: Context,
    form: forms.BaseForm,
    knop: str,
    action: str = "",
    terug: str = "",
    terug_tekst: str = "",
    bewaar: str = "",
    id: str = "",
    gevaar: bool = False,
    deel: str = "",
    fouttitel: str = "",
) -> dict[str, Any]:
    """A whole form: error summary, fields, the button that names the act, and a way back.

    `bewaar` is the key under which what is typed is kept in the tab; `deel` the id of the element that htmx swaps.
    """
    return {
        "form": form,
        "knop": knop,
        "action": action,
        "terug": terug,
        "terug_tekst": terug_tekst or _("Terug zonder te bewaren"),
        "bewaar": bewaar,
        "id": id,
        "gevaar": gevaar,
        "deel": deel,
        "fouttitel": fouttitel,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("onderdelen/bladeren.html", takes_context=True)
def bladeren(context: Context, pagina: Page, naam: str = "pagina") -> dict[str, Any]:
    """Earlier and later pages of a list, keeping the search; nothing for a single page."""
    vraag = context["request"].GET.copy()
    vraag.pop(naam, None)
    vast = vraag.urlencode()
    return {"pagina": pagina, "naam": naam, "voor": f"?{vast}&" if vast else "?"}


@register.inclusion_tag("onderdelen/zoekvak.html")
def zoekvak(label: str, waarde: str = "", naam: str = "q", action: str = "", hulp: str = "") -> dict[str, Any]:
    """A search box: an ordinary GET form."""
    return {"label": label, "waarde": waarde, "naam": naam, "action": action, "hulp": hulp}


@register.inclusion_tag("onderdelen/voortgang.html")
def voortgang(gedaan: int, totaal: int, wat: str) -> dict[str, Any]:
    """Progress as dots and words: `{% voortgang 2 3 "afspraken lopen goed" %}`."""
    gedaan, totaal = int(gedaan), int(totaal)
    # A long row of dots says nothing that the words do not say better.
    stippen = [nummer < gedaan for nummer in range(totaal)] if totaal <= 12 else []
    return {"gedaan": gedaan, "totaal": totaal, "wat": wat, "stippen": stippen}


@register.inclusion_tag("onderdelen/bewaard.html")
def bewaard(op: datetime | None = None, id: str = "") -> dict[str, Any]:
    """`bewaard om 14:02`, spoken by a screen reader when it appears; empty place when nothing was saved yet."""
    return {"tijd": tijdwoorden.klokslag(op) if op else "", "id": id}


@register.inclusion_tag("onderdelen/verouderd.html")
def verouderd(eigen: dict[str, str], huidig: dict[str, str], melding: str = "") -> dict[str, Any]:
    """Somebody else changed it in between: your text and the text that stands there now, side by side (G7).

    Takes what `core.fouten.Verouderd` carries: label (or field name) → text.
    """
    paren = [
        {"veld": veld, "eigen": eigen.get(veld, ""), "huidig": huidig.get(veld, "")} for veld in {**huidig, **eigen}
    ]
    return {"paren": [paar for paar in paren if paar["eigen"] != paar["huidig"]] or paren, "melding": melding}


@register.inclusion_tag("onderdelen/bereikbaar.html")
def bereikbaar(
    telefoon: str = "", mobiel: str = "", mail: str = "", dagen: str = "", bereik: Any = None
) -> dict[str, Any]:
    """How somebody is reached, one tap away (I5). `bereik`: whether today, else when again, in words (R2)."""
    nummers = [
        {"nummer": nummer, "kaal": "".join(teken for teken in nummer if teken.isdigit() or teken == "+")}
        for nummer in (telefoon, mobiel)
        if nummer
    ]
    return {"nummers": nummers, "mail": mail, "dagen": dagen, "bereik": bereik}
