"""Sending a one-time link, and the code that belongs to it (G17)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import Form


class LinkForm(Form):
    """Where the link goes to."""

    email = forms.EmailField(
        label=_("Mailadres"),
        help_text=_("Het werkadres van deze persoon. We bewaren het bij dit plan."),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, naam: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Mailadres van %(naam)s") % {"naam": naam}


class LinkcodeForm(Form):
    """The code that was said over the phone."""

    code = forms.CharField(
        label=_("Code"),
        help_text=_("Acht cijfers. U krijgt ze door de telefoon van wie u deze link stuurde."),
        max_length=30,
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric", "size": "12", "spellcheck": "false"}),
    )
