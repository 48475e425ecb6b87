"""Whether a device is somebody's own, and leaving in a hurry (X5).

'Verlaat deze pagina snel' leaves nothing that was typed, here or on the server, and ends the session; on a device that its
owner called his own the session goes on. Asked once, of that person on that device: the answer is a signed cookie of it.
Unknown means: not his own.
"""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from core import kept_input, returned
from core.acts import carry_out, filled
from core.back_after_login import page_before
from core.forms import Form
from core.idempotency import once

KOEKJE = f"{settings.SESSION_COOKIE_NAME}_apparaat"
ONTHOUDEN = timedelta(days=400)
JA, NEE = "ja", "nee"


def antwoord_van(request: HttpRequest) -> str:
    """What this person said of this device: JA or NEE; empty when he hasn't been asked here yet."""
    try:
        wie, antwoord = signing.loads(request.COOKIES.get(KOEKJE, ""), salt=KOEKJE, max_age=ONTHOUDEN)
    except (signing.BadSignature, ValueError):
        return ""
    return str(antwoord) if wie == str(request.user.pk) else ""


class EigenForm(Form):
    """One question."""

    eigen = forms.ChoiceField(
        label=gettext_lazy("Is dit apparaat van u alleen?"),
        help_text=gettext_lazy("Een telefoon, tablet of computer die niemand anders gebruikt."),
        choices=((JA, gettext_lazy("Ja, alleen van mij")), (NEE, gettext_lazy("Nee, anderen gebruiken het ook"))),
        widget=forms.RadioSelect,
    )


@login_required
@once
def apparaat(request: HttpRequest) -> HttpResponse:
    """Answer it, or answer it anew."""
    form = filled(request, EigenForm, initial={"eigen": antwoord_van(request)})

    def onthoud(_gedaan: None) -> HttpResponse:
        verder = redirect(page_before(request))
        verder.set_cookie(
            KOEKJE,
            signing.dumps([str(request.user.pk), form.cleaned_data["eigen"]], salt=KOEKJE),
            max_age=ONTHOUDEN,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        return verder

    return carry_out(
        request,
        lambda: None,
        form=form,
        page=lambda: render(request, "instanties/apparaat.html", {"form": form}),
        done=_("We onthouden dit op dit apparaat."),
        then=onthoud,
    )


# Somebody else's page could at most end a session with it; and it has to work when the token of this page is old.
@csrf_exempt
@never_cache
def verlaat(request: HttpRequest) -> HttpResponse:
    """Away at once, also without JavaScript: nothing that was typed waits, and the session ends unless the device is his own."""
    if request.method != "POST":
        return redirect("/")
    kept_input.forget(request)
    returned.forget_all(request)
    antwoord = render(request, "instanties/weg.html")
    if request.user.is_authenticated and antwoord_van(request) != JA:
        logout(request)
        antwoord.headers["Clear-Site-Data"] = '"cache"'
    return antwoord


class Apparaatvraag:
    """On Ons plan, once: whether this device is the reader's own."""

    template = "instanties/paneel_apparaat.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """None once it was answered here, and for who comes for his work: he is asked nothing, and logged out."""
        if request is None or request.user.is_professional or antwoord_van(request):  # type: ignore[union-attr]
            return None
        return {"je": doel.get("je", False)}
