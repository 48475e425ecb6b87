"""The page that asks once, in words, before something that can't be undone (schermen 6)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def vraag_bevestiging(
    request: HttpRequest,
    *,
    titel: str,
    gevolg: str,
    knop: str,
    terug: str,
    form: forms.BaseForm | None = None,
    gezin: bool = False,
    gevaar: bool = True,
    sjabloon: str = "bevestigen.html",
    over: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Render the question: what will happen (`gevolg`), a button that names the act, and the way back.

    It posts to the address of the page itself; `form` may ask for a reason. `gezin`: in the shell of the family pages.
    `sjabloon` may extend it with what else must be known (`{% block waarschuwing %}`), from `over`.
    """
    context = {
        **(over or {}),
        "titel": titel,
        "gevolg": gevolg,
        "knop": knop,
        "terug": terug,
        "terug_tekst": _("Terug, ik doe dit niet"),
        "form": form or forms.Form(),
        "gevaar": gevaar,
        "basis_sjabloon": "gezin_basis.html" if gezin else "basis.html",
    }
    return render(request, sjabloon, context)
