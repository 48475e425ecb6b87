"""Who reads the plan as family, and how he or she is spoken to (schermen 7)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gezinnen.models import Aanspreekvorm
from toestemming.zicht import Blik

# Labels that say 'u', as they are for who is spoken to with 'je'.
LABELS_MET_JE = {"hoe_gehoord": _("Hoe weet je dat?"), "tekst": _("Jouw reactie")}


def voor_gezin(blik: Blik) -> bool:
    """Whether this reader gets the family's pages: everyone in the plan who isn't there as a professional."""
    return blik.deelnemer is not None and not blik.deelnemer.is_professional


def met_je(blik: Blik) -> bool:
    """Whether this reader wants to be spoken to with 'je'."""
    return blik.deelnemer is not None and blik.deelnemer.aanspreekvorm == Aanspreekvorm.JE


def zeg_je(form: forms.Form) -> None:
    """Let the labels of this form say 'je'."""
    for naam, label in LABELS_MET_JE.items():
        if naam in form.fields:
            form.fields[naam].label = label


def roepnaam(naam: str) -> str:
    """The name by which the page greets: 'Petra' of 'Petra de Wit'; the whole name where it begins with an initial."""
    eerste = naam.split(maxsplit=1)[0] if naam.strip() else naam
    return naam if eerste.endswith(".") else eerste
