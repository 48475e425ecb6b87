"""The parts every page is built from: same part, same look. Those that say something of the method: `werkwijze` in woorden.

Each has one template in templates/onderdelen/; what stands in every row of a list (an icon) is one line here.
"""

import json
from collections.abc import Collection
from functools import cache
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

from core import drafts

register = template.Library()

# Kind of alert → icon. The kinds are those of the style sheet.
ALERTS = {"info": "info", "goed": "vink", "let-op": "let-op", "fout": "fout"}
ALERT_OF_TAG = {"debug": "info", "info": "info", "success": "goed", "warning": "let-op", "error": "fout"}


def one_of(value: str, possible: Collection[str], what: str) -> str:
    """`value`, when the tag `what` knows it. Raises TemplateSyntaxError for any other."""
    if value not in possible:
        raise template.TemplateSyntaxError(f"{what}: '{value}' is none of {', '.join(possible)}")
    return value


def block(name: str, **context: Any) -> str:
    """The template of this part."""
    return render_to_string(f"onderdelen/{name}.html", context)


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """An icon of our own sprite; decoration only, there are always words beside it. The same for everybody: made once."""
    return format_html(
        '<svg class="icoon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("beeld/iconen.svg"),
        name,
    )


def _forget(**_what: Any) -> None:
    """A test changed a setting: the sprite may have another address now."""
    icon.cache_clear()


setting_changed.connect(_forget)


@register.simple_block_tag
def panel(content: str, title: str = "", id: str = "", level: int = 2, kind: str = "") -> str:
    """A box with a heading. `kind`: '' (white), 'zacht' (tinted), 'kaal' (no box). At most two levels of box."""
    one_of(kind, ("", "zacht", "kaal"), "panel")
    return block("paneel", content=content, title=title, id=id, level=int(level), kind=kind)


@register.simple_block_tag
def fold(content: str, title: str, id: str = "", open: bool = False, kind: str = "knop", focus: bool = False) -> str:
    """A row or form that opens in place, without JavaScript. `kind`: 'knop' (a button) or 'regel' (a line).

    `focus`: after a save the cursor goes on to this row.
    """
    one_of(kind, ("knop", "regel"), "fold")
    return block("uitklap", content=content, title=title, id=id, open=open, kind=kind, focus=focus)


@register.simple_block_tag
def alert(content: str, kind: str = "info", title: str = "") -> str:
    """A message on the page: 'info', 'goed', 'let-op' or 'fout'. The word for what it is stands in it, too."""
    one_of(kind, ALERTS, "alert")
    return block("melding", content=content, kind=kind, title=title, icon_name=ALERTS[kind])


@register.simple_block_tag
def nothing(content: str, title: str) -> str:
    """Nothing here: said calmly, with what can be done next as content."""
    return block("leeg", content=content, title=title)


@register.filter
def alert_kind(level_tag: str) -> str:
    """The kind of alert that belongs to a tag of django.contrib.messages."""
    return ALERT_OF_TAG.get(level_tag, "info")


@register.filter
def alert_icon(kind: str) -> str:
    """The icon that belongs to a kind of alert."""
    return ALERTS[kind]


@register.simple_tag
def elsewhere() -> str:
    """Where somebody goes who leaves in a hurry: a page that anybody may have been reading (X5)."""
    return "https://www.knmi.nl/nederland-nu/weer/verwachtingen"


@register.simple_tag(takes_context=True)
def just_saved(context: Context) -> str:
    """Which forms were carried out just now, for the copy that the tab keeps of each (core/drafts.py). JSON; empty: none."""
    request = context.get("request")
    forms_saved = drafts.just_saved(request) if request is not None else []
    return json.dumps(forms_saved) if forms_saved else ""


@register.inclusion_tag("onderdelen/foutsamenvatting.html")
def error_summary(form: forms.BaseForm, title: str = "") -> dict[str, Any]:
    """All errors on top, each a link to its field; empty when there are none.

    `title` for a form that saves nothing (logging in, searching), instead of "Dit is nog niet bewaard".
    """
    errors = []
    if form.is_bound:
        for field in form:
            for error in form.errors.get(field.name, ()):
                # A label that is a question ends by itself.
                label = str(field.label or "")
                errors.append(
                    {"target": _target(field), "label": label if label.endswith("?") else f"{label}:", "error": error}
                )
    return {"errors": errors, "general": form.non_field_errors() if form.is_bound else [], "title": title}


def _target(field: forms.BoundField) -> str:
    # A group of choices has no control with the id of the field itself: its first choice gets the focus.
    group = isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
    return f"{field.auto_id}_0" if group else str(field.auto_id)


@register.inclusion_tag("onderdelen/formulier.html", takes_context=True)
def whole_form(
    context: Context,
    form: forms.BaseForm,
    button: str,
    action: str = "",
    back: str = "",
    back_text: str = "",
    keep: bool = False,
    id: str = "",
    danger: bool = False,
    part: str = "",
    error_title: str = "",
) -> dict[str, Any]:
    """A whole form: error summary, fields, the button that names the act, and a way back.

    `keep`: what is typed is kept in the tab until it is saved; `part`: the id of the element that htmx swaps.
    """
    return {
        "form": form,
        "button": button,
        "action": action,
        "back": back,
        "back_text": back_text or _("Terug zonder te bewaren"),
        "keep": keep,
        "id": id,
        "danger": danger,
        "part": part,
        "error_title": error_title,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("onderdelen/bladeren.html", takes_context=True)
def pages(context: Context, page: Page, name: str = "pagina") -> dict[str, Any]:
    """Earlier and later pages of a list, keeping the search; nothing for a single page."""
    query = context["request"].GET.copy()
    query.pop(name, None)
    kept = query.urlencode()
    return {"page": page, "name": name, "before": f"?{kept}&" if kept else "?"}


@register.inclusion_tag("onderdelen/zoekvak.html")
def search_box(label: str, value: str = "", name: str = "q", action: str = "", help: str = "") -> dict[str, Any]:
    """A search box: an ordinary GET form."""
    return {"label": label, "value": value, "name": name, "action": action, "help": help}


@register.inclusion_tag("onderdelen/voortgang.html")
def progress(done: int, total: int, what: str) -> dict[str, Any]:
    """Progress as dots and words: `{% progress 2 3 "afspraken lopen goed" %}`."""
    done, total = int(done), int(total)
    # A long row of dots says nothing that the words do not say better.
    dots = [number < done for number in range(total)] if total <= 12 else []
    return {"done": done, "total": total, "what": what, "dots": dots}


@register.inclusion_tag("onderdelen/verouderd.html")
def outdated(own: dict[str, str], present: dict[str, str], message: str = "") -> dict[str, Any]:
    """Somebody else changed it in between: your text and the text that stands there now, side by side (G7).

    Takes what `core.errors.Outdated` carries: label (or field name) → text.
    """
    pairs = [
        {"field": field, "own": own.get(field, ""), "present": present.get(field, "")} for field in {**present, **own}
    ]
    return {"pairs": [pair for pair in pairs if pair["own"] != pair["present"]] or pairs, "message": message}
