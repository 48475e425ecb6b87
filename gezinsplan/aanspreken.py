"""How the reader of a plan is spoken to (schermen 7)."""

from django import forms
from django.utils.translation import gettext_lazy as _

# Labels that say 'u', as they are for who is spoken to with 'je'.
LABELS_MET_JE = {"hoe_gehoord": _("Hoe weet je dat?"), "tekst": _("Jouw reactie")}


def zeg_je(form: forms.Form) -> None:
    """Let the labels of this form say 'je'."""
    for naam, label in LABELS_MET_JE.items():
        if naam in form.fields:
            form.fields[naam].label = label


def roepnaam(naam: str) -> str:
    """The name by which the page greets: 'Petra' of 'Petra de Wit'; the whole name where it begins with an initial."""
    eerste = naam.split(maxsplit=1)[0] if naam.strip() else naam
    return naam if eerste.endswith(".") else eerste
