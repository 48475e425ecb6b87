"""Acts for the tests of core/acts.py: a word with two fields, behind the real middleware and the real database."""

from django import forms
from django.contrib.auth.models import Group
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path
from django.views.decorators.http import require_POST

from core.acts import carry_out, filled, outdated
from core.errors import NotAllowed, Outdated, RuleError
from core.idempotency import once

PAGINA = engines["django"].from_string(
    '{% load idempotency %}{% just_saved as forms %}{% if forms %}<i data-net-bewaard="{{ forms }}"></i>{% endif %}'
    "<form>{% once_field %}{{ form }}</form>"
    "{% if verouderd %}<b>{{ verouderd.own.Tekst }}|{{ verouderd.present.Tekst }}</b>{% endif %}"
    "{% for bericht in messages %}<i class='{{ bericht.tags }}'>{{ bericht }}</i>{% endfor %}"
)


class Woord(forms.Form):
    naam = forms.CharField(label="Naam")
    tekst = forms.CharField(label="Tekst", required=False, widget=forms.Textarea)
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)


def _doe(form: Woord) -> Group:
    naam, tekst = form.cleaned_data["naam"], form.cleaned_data["tekst"]
    groep = Group.objects.create(name=naam)
    if naam == "fout":
        raise RuleError("Dit woord mag niet.", "naam")
    if naam == "elders":
        raise RuleError("Dit kan nu niet.", "weetikveel")
    if naam == "dicht":
        raise NotAllowed("Nee.")
    if naam == "oud" and form.cleaned_data["versie"] != 7:
        raise Outdated("Iemand was eerder.", own={"tekst": tekst}, present={"tekst": "van een ander"}, version=7)
    return groep


def _toon(request: HttpRequest, form: Woord) -> HttpResponse:
    return HttpResponse(PAGINA.render({"form": form, "verouderd": outdated(form)}, request))


def _daad(request: HttpRequest, home: str = "") -> HttpResponse:
    form = filled(request, Woord, initial={"naam": "begin"})
    return carry_out(
        request,
        lambda: _doe(form),
        form=form,
        page=lambda: _toon(request, form),
        home=home,
        done=lambda groep: f"{groep.name} staat erin.",
        saved="woord",
        then="/gedaan/",
    )


@once
def woord(request: HttpRequest, gezin: int = 1) -> HttpResponse:
    """The form at its own address."""
    return _daad(request)


@once
def elders(request: HttpRequest) -> HttpResponse:
    """An act whose form stands on another page."""
    return _daad(request, home="/gedaan/#hier")


@require_POST
@once
def knop(request: HttpRequest) -> HttpResponse:
    """A bare button, refused by a rule."""

    def weiger() -> None:
        Group.objects.create(name="half")
        raise RuleError("Dat kan niet meer.")

    return carry_out(request, weiger, then="/gedaan/")


def klaar(request: HttpRequest) -> HttpResponse:
    return HttpResponse(PAGINA.render({"form": "", "verouderd": None}, request))


urlpatterns = [
    path("woord/", woord),
    path("woord/<int:gezin>/", woord),
    path("elders/", elders),
    path("knop/", knop),
    path("gedaan/", klaar),
]
