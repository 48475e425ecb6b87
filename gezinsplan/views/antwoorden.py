"""How a view of the plan answers an act: what was saved is said, and two texts can be sent again."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core import klok
from core.fouten import Verouderd
from core.tijdwoorden import klokslag


def opnieuw_te_versturen(form: forms.Form, versie: int) -> None:
    """Let the same form be sent again on top of the version that was just shown beside it (G7)."""
    gegevens = form.data.copy()
    gegevens[form.add_prefix("versie")] = str(versie)
    form.data = gegevens


def meld_bewaard(request: HttpRequest, sleutel: str) -> None:
    """Say that it is saved, at what time, and that the copy kept in the tab may go."""
    tekst = _("Bewaard om %(tijd)s.") % {"tijd": klokslag(klok.nu())}
    messages.success(request, tekst, extra_tags=f"bewaard:{sleutel}")


def verouderd_van(form: Any) -> Verouderd | None:
    """Both texts, when this form started from an older one."""
    return getattr(form, "verouderd", None)
