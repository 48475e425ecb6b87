"""How a view carries out an act from a form: what a rule says comes back at its field, with all that was typed."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core import klok
from core.fouten import Regelfout, Verouderd
from core.tijdwoorden import klokslag

Uitkomst = TypeVar("Uitkomst")


def probeer(form: forms.Form, daad: Callable[[], Uitkomst]) -> Uitkomst | None:
    """Carry out `daad` if the form is filled in; None when it isn't, or when a rule said no (now in the form).

    After a Verouderd the form holds both texts (`form.verouderd`) and can be sent again, knowingly.
    """
    form.verouderd = None  # type: ignore[attr-defined]
    if not form.is_valid():
        return None
    try:
        return daad()
    except Verouderd as fout:
        form.verouderd = fout  # type: ignore[attr-defined]
        form.add_error(None, fout.melding)
    except Regelfout as fout:
        form.add_error(fout.veld if fout.veld in form.fields else None, fout.melding)
    return None


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
