"""The practice pages: choose who you are, move the clock, read the mail, begin again."""

from datetime import timedelta

from allauth.account.internal.flows.login import record_authentication
from csp.decorators import csp
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render, resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core.acts import carry_out, filled, only_pressed
from core.clock import now
from core.confirm import ask_to_confirm
from instanties.models import Gebruiker
from oefenomgeving import actions, rolverdeling
from oefenomgeving.forms import SprongForm
from oefenomgeving.models import Oefenbrief, Opdracht

INLOGWIJZE = "instanties.inlogcontrole.Inlogcontrole"


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    return _toon_start(request, SprongForm())


def _toon_start(request: HttpRequest, form: SprongForm) -> HttpResponse:
    context = {"groepen": rolverdeling.groepen(), "form": form, "nu": now(), "opdracht": Opdracht.objects.last()}
    return render(request, "oefenomgeving/start.html", context)


@only_pressed("oefenomgeving:start")
def wees(request: HttpRequest, gebruiker_id: str) -> HttpResponse:
    """Go on as this person of the cast, the second step of the login included."""
    gebruiker = get_object_or_404(Gebruiker, pk=gebruiker_id, is_active=True)
    logout(request)
    login(request, gebruiker, backend=INLOGWIJZE)
    record_authentication(request, gebruiker, method="password")
    if gebruiker.is_professional:
        record_authentication(request, gebruiker, method="mfa", type="totp")
    return _ga_naar("/")


def spring(request: HttpRequest) -> HttpResponse:
    form = filled(request, SprongForm)
    return carry_out(
        request,
        lambda: actions.vraag_sprong(timedelta(hours=int(form.cleaned_data["uren"]))),
        form=form,
        page=lambda: _toon_start(request, form),
        home=reverse("oefenomgeving:start"),
        then=lambda opdracht: reverse("oefenomgeving:voortgang", args=[opdracht.pk]),
    )


@require_GET
def voortgang(request: HttpRequest, opdracht_id: str) -> HttpResponse:
    opdracht = get_object_or_404(Opdracht, pk=opdracht_id)
    antwoord = render(request, "oefenomgeving/voortgang.html", {"opdracht": opdracht, "nu": now()})
    if opdracht.loopt:
        # Works without JavaScript: the browser itself asks again.
        antwoord["Refresh"] = "1"
    return antwoord


@require_http_methods(["GET", "POST"])
def opnieuw(request: HttpRequest) -> HttpResponse:
    def begin() -> Opdracht:
        opdracht = actions.vraag_opnieuw()
        logout(request)
        return opdracht

    return carry_out(
        request,
        begin,
        page=lambda: ask_to_confirm(
            request,
            title=_("Terug naar het begin?"),
            consequence=_("Alles wat hier is geoefend, wordt gewist. De verzonnen gezinnen beginnen opnieuw."),
            button=_("Begin opnieuw"),
            back="/oefenen/",
        ),
        refused=reverse("oefenomgeving:start"),
        then=lambda opdracht: reverse("oefenomgeving:voortgang", args=[opdracht.pk]),
    )


@require_GET
def post(request: HttpRequest) -> HttpResponse:
    aan = request.GET.get("aan", "").strip()
    return render(request, "oefenomgeving/post.html", {"brieven": actions.brieven(aan), "aan": aan})


@require_GET
@csp({"default-src": ["'none'"], "style-src": ["'unsafe-inline'"], "frame-ancestors": ["'none'"], "sandbox": ""})
def opmaak(request: HttpRequest, brief_id: int) -> HttpResponse:
    """A mail as a mail program shows it: it may carry its own style, as there, and nothing else."""
    brief = get_object_or_404(Oefenbrief.objects.exclude(opmaak=""), pk=brief_id)
    return HttpResponse(brief.opmaak)


def _ga_naar(waarheen: str, *args: object) -> HttpResponse:
    return HttpResponseRedirect(resolve_url(waarheen, *args), status=303)
