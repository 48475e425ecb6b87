"""The page that asks once, in words, before something that can't be undone (schermen 6)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def ask_to_confirm(
    request: HttpRequest,
    *,
    title: str,
    consequence: str,
    button: str,
    back: str,
    form: forms.BaseForm | None = None,
    danger: bool = True,
    template: str = "bevestigen.html",
    about: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Render the question: what will happen (`consequence`), a button that names the act, and the way back.

    It posts to the address of the page itself; `form` may ask for a reason.
    `template` may extend it with what else must be known (`{% block waarschuwing %}`), from `about`.
    """
    context = {
        **(about or {}),
        "title": title,
        "consequence": consequence,
        "button": button,
        "back": back,
        "back_text": _("Terug, ik doe dit niet"),
        "form": form or forms.Form(),
        "danger": danger,
    }
    return render(request, template, context)
