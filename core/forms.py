"""What all forms have: how they look, and what no text of theirs may hold.

One renderer, our field template, and the NL Design System class at each kind of control.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Model, Q
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from core.phones import can_ring

DATE_HINT = _("Bijvoorbeeld: 4-12-2026, vr 4 dec of over 2 weken.")

BSN_ERROR = _(
    "Dit lijkt een burgerservicenummer. Dat hoort niet in het systeem. Haal het weg. Is het een telefoonnummer? "
    "Schrijf het dan met de nul ervoor, zoals 06-12345678. Is het een ander nummer? Schrijf het dan in twee delen."
)

# Without the --html-… variants: those colour a field red by `:invalid`, before anybody has typed a letter.
CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "keuze__invoer"),
    (forms.RadioSelect, "keuze__invoer"),
    (forms.CheckboxInput, "keuze__invoer"),
    (forms.Textarea, "utrecht-textarea"),
    (forms.Select, "utrecht-select"),
    (forms.FileInput, "bestand"),
    (forms.widgets.Input, "utrecht-textbox"),
)

# The kinds of input of which a browser keeps a list. What is about the writer alone names its purpose itself (WCAG 1.3.5).
KEPT_BY_BROWSERS = frozenset({"text", "email", "tel", "url", "number", "search"})


def _class_of(widget: forms.Widget) -> str:
    if widget.is_hidden:
        return ""
    return next((css_class for kind, css_class in CLASSES if isinstance(widget, kind)), "")


class Field(forms.BoundField):
    """A bound field whose control carries the classes of the design system, also when it is rendered bare."""

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        _hold_what_is_stored(form, field, name)
        # "Dit veld is verplicht" scolds; say what to do. A message of the form's own stays.
        if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
            chooses = isinstance(field.widget, forms.Select | forms.RadioSelect | forms.CheckboxSelectMultiple)
            field.error_messages["required"] = _("Kies hier nog iets.") if chooses else _("Vul dit nog in.")
        field.error_messages.setdefault(
            "max_length", _("Dit is te lang: %(show_value)d tekens. Er passen er %(limit_value)d in. Houd het kort.")
        )

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """The attributes of Django, plus the class for this kind of control and its state."""
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        # A browser cuts off what is pasted beyond it without a word; the server says so, and gives all of it back.
        if "maxlength" in widget.attrs:
            attrs["maxlength"] = False
        # A browser offers what was typed in a field of this name before: in another family, and to whoever sits there next.
        if getattr(widget, "input_type", "") in KEPT_BY_BROWSERS and "autocomplete" not in widget.attrs:
            attrs["autocomplete"] = "off"
        classes = [widget.attrs.get("class", ""), attrs.get("class", ""), _class_of(widget)]
        if self.errors and classes[-1].startswith("utrecht-"):
            classes.append(f"{classes[-1].split()[0]}--invalid")
        if css_class := " ".join(filter(None, classes)):
            attrs["class"] = css_class
        return attrs

    @property
    def single_checkbox(self) -> bool:
        """A single checkbox has its words after the box instead of above it."""
        return isinstance(self.field.widget, forms.CheckboxInput)


def _hold_what_is_stored(form: forms.BaseForm, field: forms.Field, name: str) -> None:
    """Let what can be chosen hold what stands there already, named for what it is: saving never removes what wasn't shown (I9).

    What a field begins with is what is stored. What only an address suggests goes through `Form.suggest`.
    """
    if not isinstance(field, forms.ChoiceField):
        return
    rows = isinstance(field, forms.ModelChoiceField)
    if rows:
        field.label_from_instance = _with_former(field.label_from_instance)  # type: ignore[attr-defined]
    begin = field.prepare_value(form.get_initial_for_field(field, name))
    values = begin if isinstance(begin, list | tuple | set | frozenset) else [begin]
    stored = [value for value in values if value not in (None, "")]
    if rows and stored:
        _hold_rows(field, stored)
    elif stored and (missing := _not_offered(field, stored)):
        words = form.words_for_stored(name, missing) if isinstance(form, _NoBsn) else {}
        label = _("%(what)s (staat er nu)")
        field.choices = [*field.choices, *((each, words.get(str(each)) or label % {"what": each}) for each in missing)]


def _hold_rows(field: Any, stored: list[Any]) -> None:
    offered, listed = field.queryset, list(field.choices) if "_choices" in vars(field) else None
    kept = offered.model._default_manager.filter(Q(pk__in=offered.order_by().values("pk")) | Q(pk__in=stored))
    field.queryset = kept.order_by(*offered.query.order_by) if offered.query.order_by else kept
    if listed is not None:
        # A form that wrote its own list of choices, in words of its own.
        missing = field.queryset.filter(pk__in=_not_offered(field, stored))
        field.choices = [*listed, *((row.pk, field.label_from_instance(row)) for row in missing)]


def _not_offered(field: Any, stored: list[Any]) -> list[Any]:
    groups = [label if isinstance(label, list | tuple) else [(value, label)] for value, label in field.choices]
    offered = {str(value) for group in groups for value, _label in group}
    return [value for value in stored if str(value) not in offered]


def _with_former(label_of: Any) -> Any:
    def label(row: Model) -> str:
        former = getattr(row, "former", "")
        return f"{label_of(row)} ({former})" if former else str(label_of(row))

    return label


class HouseRenderer(TemplatesSetting):
    """FORM_RENDERER: our templates under templates/django/forms, our bound field."""

    bound_field_class = Field


class DateInput(forms.TextInput):
    """A day typed as people write it; what is understood, says the field that uses it. No date picker to fight with."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", "size": "24", "class": "datum", **(attrs or {})})


class PhoneInput(forms.TextInput):
    """A phone number: the right keyboard on a phone, letters allowed ('toestel 12')."""

    input_type = "tel"


class PhoneField(forms.CharField):
    """A number that rings. A burgerservicenummer isn't one, nor is a number without its area code (I5, X5)."""

    widget = PhoneInput

    def __init__(self, *, max_length: int = 20, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)

    def validate(self, value: str) -> None:
        """What is written holds a number that a phone can dial."""
        super().validate(value)
        if value and has_bsn(value):
            raise forms.ValidationError(BSN_ERROR, code="bsn")
        if value and not can_ring(value):
            raise forms.ValidationError(
                _("Dit nummer kan niet. Schrijf het hele nummer, zoals 06-12345678 of 010-1234567."), code="no_phone"
            )


@dataclass(frozen=True)
class Suggestion:
    """What somebody chose or typed: the words, and the key of the choice ('' when only typed)."""

    text: str
    key: str = ""

    def __bool__(self) -> bool:
        return bool(self.text or self.key)


class SuggestionInput(forms.TextInput):
    """Type two letters and choose from a list; without JavaScript an ordinary text field.

    `url` answers GET ?q=… with `onderdelen/suggesties.html`. The key of the choice travels in `<name>_sleutel`.
    """

    template_name = "django/forms/widgets/suggestie.html"

    def __init__(self, url: str = "", attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", **(attrs or {})})
        self.url = url

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Adds the address of the list and the key that was chosen."""
        key = value.key if isinstance(value, Suggestion) else ""
        text = value.text if isinstance(value, Suggestion) else value
        context = super().get_context(name, text, attrs)
        context["widget"].update({"url": str(self.url), "key": key, "key_name": f"{name}_sleutel"})
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Suggestion:
        """The words and the chosen key."""
        return Suggestion(text=(data.get(name) or "").strip(), key=(data.get(f"{name}_sleutel") or "").strip())

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Left out only when neither part was sent."""
        return name not in data and f"{name}_sleutel" not in data


class SuggestionField(forms.Field):
    """A field whose value is a `Suggestion`; the form's own clean turns it into an object, or says what to do."""

    widget = SuggestionInput

    def __init__(self, *, url: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("widget", SuggestionInput(url=url))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Suggestion:
        """Always a `Suggestion`."""
        return value if isinstance(value, Suggestion) else Suggestion(text=str(value or ""))

    def validate(self, value: Suggestion) -> None:
        """Required means: something typed or chosen."""
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as what a person sees."""
        return self.to_python(initial) != self.to_python(data)


class ReferenceField(forms.CharField):
    """The number that a court or another organisation gave to something: any number may be that."""


class NameField(forms.CharField):
    """A name: something of it can be read aloud (I9)."""

    def validate(self, value: str) -> None:
        """A letter of any script, or a digit."""
        super().validate(value)
        if value and not any(character.isalnum() for character in value):
            raise forms.ValidationError(_("Schrijf een naam met letters."), code="no_name")


# Nine digits, also in groups as people write it; not a part of something longer.
_MAY_BE_BSN = re.compile(
    r"(?<![\d+])(?:\d{9}|\d{4}(?P<a>[ .\u2010-\u2015/-])\d{2}(?P=a)\d{3}|\d{3}(?P<b>[ .\u2010-\u2015/-])\d{3}(?P=b)\d{3}"
    r"|\d{2}(?P<c>[ .\u2010-\u2015/-])\d{2}(?P=c)\d{2}(?P=c)\d{3})(?![ .-]?\d)"
)
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def has_bsn(text: str) -> bool:
    """Whether a number in `text` passes the eleven-test of a burgerservicenummer: its digits by weight, divided by 11."""
    for found in _MAY_BE_BSN.finditer(text):
        digits = [int(character) for character in found[0] if character.isdigit()]
        if any(digits) and sum(map(int.__mul__, _WEIGHTS, digits)) % 11 == 0:
            return True
    return False


class _NoBsn(forms.BaseForm):
    """No text holds a burgerservicenummer: whoever reads a plan has no business with it (X5)."""

    def words_for_stored(self, name: str, values: Iterable[Any]) -> Mapping[str, str]:
        """What to call stored values of the field `name` that can't be chosen any more, by their text: a form of people says."""
        return {}

    def suggest(self, name: str, value: Any) -> None:
        """Let a field begin with what an address asks for, if that can be chosen: it isn't stored, so it may open nothing."""
        field = self.fields[name]
        try:
            field.clean(value)
        except forms.ValidationError:
            return
        self.initial[name] = value

    def full_clean(self) -> None:
        """Add an error to each field with one, in words that also help whoever typed another number."""
        super().full_clean()
        for name, value in list(getattr(self, "cleaned_data", {}).items()):
            if name in self.fields and _is_typed(self.fields[name]) and has_bsn(str(getattr(value, "text", value))):
                self.add_error(name, forms.ValidationError(BSN_ERROR, code="bsn"))


def _is_typed(field: forms.Field) -> bool:
    typed = isinstance(field, forms.CharField | SuggestionField)
    if isinstance(field, ReferenceField):
        return False
    return typed and not isinstance(field.widget, PhoneInput | forms.PasswordInput | forms.HiddenInput)


class Form(_NoBsn, forms.Form):
    """What every form of ours is made of."""


class ModelForm(_NoBsn, forms.ModelForm):
    """What every form of ours that shows one row is made of."""
