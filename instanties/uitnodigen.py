"""The page that invites somebody, for beheerder and coordinator: by mail, or as a letter to print (X2)."""

import logging
import smtplib
from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from core.acts import carry_out, filled, typed
from core.errors import RuleError
from core.forms import Form
from core.mail import make_mail
from instanties import selectie
from instanties.actions import nodig_uit
from instanties.actions.uitnodigingen import GELDIG
from instanties.models import Gebruiker

logger = logging.getLogger(__name__)

MAIL, BRIEF = "mail", "brief"


class UitnodigForm(Form):
    """By mail or on paper; without an address only on paper."""

    wijze = forms.ChoiceField(label=gettext_lazy("Hoe krijgt deze persoon de code?"), widget=forms.RadioSelect)

    def __init__(self, *args: object, gebruiker: Gebruiker, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        keuzes = [(BRIEF, _("Met een brief die ik print en geef"))]
        if gebruiker.email:
            keuzes.insert(0, (MAIL, _("Met een mail naar %(adres)s") % {"adres": gebruiker.email}))
        self.fields["wijze"].choices = keuzes  # type: ignore[attr-defined]
        self.fields["wijze"].initial = keuzes[0][0]


def pagina(
    request: HttpRequest, gebruiker: Gebruiker, *, terug: str, voor_wie: Callable[[], Gebruiker] | None = None
) -> HttpResponse:
    """Ask how, make the code, and deliver it. The caller has checked that this person may be invited by this user.

    `voor_wie`: which account the code is for, asked when it is made; without it the one that the page is about.

    A mail that can't be sent becomes the letter: the code is shown, so that the invitation isn't lost.
    """
    kan_al = _("%(naam)s kan al inloggen.") % {"naam": gebruiker}
    if typed(request) is None and selectie.logt_in(gebruiker):
        messages.info(request, kan_al)
        return HttpResponseRedirect(terug)

    def maak() -> str:
        # Before `voor_wie`, which makes another account for who has one that opens more: a refusal tells nobody that (I9).
        if selectie.logt_in(gebruiker):
            raise RuleError(kan_al)
        return nodig_uit(voor_wie() if voor_wie else gebruiker, request.user, clock.now())

    form = filled(request, UitnodigForm, gebruiker=gebruiker)
    context = {"form": form, "gebruiker": gebruiker, "terug": terug}
    return carry_out(
        request,
        maak,
        form=form,
        page=lambda: render(request, "instanties/uitnodigen.html", context),
        then=lambda code: _bezorg(request, code, context, per_mail=form.cleaned_data["wijze"] == MAIL),
    )


def _bezorg(request: HttpRequest, code: str, context: dict[str, Any], *, per_mail: bool) -> HttpResponse:
    """By mail, or as the letter that shows the code; that one is in no address, so it is the answer itself."""
    context |= {"code": code, "adres": settings.BASIS_URL + reverse("instanties:welkom"), "dagen": GELDIG.days}
    if per_mail:
        if _mail(context["gebruiker"], context):
            adres = context["gebruiker"].email
            messages.success(request, _("De uitnodiging is gemaild naar %(adres)s.") % {"adres": adres})
            return HttpResponseRedirect(context["terug"])
        context["mail_mislukt"] = True
    antwoord = render(request, "instanties/uitnodigingsbrief.html", context)
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord


def _mail(gebruiker: Gebruiker, context: dict[str, object]) -> bool:
    """Send the code without any name: who reads this mail by mistake doesn't know whose it is."""
    try:
        make_mail(
            "mail/uitnodiging",
            {sleutel: context[sleutel] for sleutel in ("adres", "code", "dagen")},
            to=gebruiker.email,
            subject=_("Uw uitnodiging voor Eén Gezin, Eén Plan"),
        ).send()
    except (smtplib.SMTPException, OSError):
        logger.exception("Uitnodiging niet gemaild.")
        return False
    return True
