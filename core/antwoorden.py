"""How a view carries out an act from a form: what a rule says comes back at its field, with all that was typed."""

from collections.abc import Callable
from typing import TypeVar

from django import forms

from core.fouten import Regelfout, Verouderd

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
