"""Pages for the tests of core: small, but behind the real middleware and the real database."""

import time

from django.contrib.auth import get_user_model, login
from django.contrib.auth.models import Group
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import path

from core.idempotency import once


def schrijvend(request: HttpRequest) -> HttpResponse:
    Group.objects.create(name="gemaakt")
    return HttpResponse("gemaakt")


def inloggend(request: HttpRequest, gebruiker_id: str) -> HttpResponse:
    """As an OpenID Connect callback: logs in by a GET."""
    gebruiker = get_user_model().objects.get(pk=gebruiker_id)
    login(request, gebruiker, backend="django.contrib.auth.backends.ModelBackend")
    request.session["gezien"] = True
    return HttpResponse("ingelogd")


def naam_wijzigend(request: HttpRequest) -> HttpResponse:
    get_user_model().objects.update(telefoon="06-00000099")
    return HttpResponse("gewijzigd")


@once
def formulier(request: HttpRequest) -> HttpResponse:
    """Makes a group by the name that was typed; an empty name comes back as an error."""
    if request.method == "GET":
        return HttpResponse(engines["django"].from_string("{% load idempotency %}{% once_field %}").render({}))
    naam = request.POST.get("naam", "")
    if not naam:
        return HttpResponse("Vul een naam in.", status=422)
    time.sleep(float(request.POST.get("wacht", "0")))
    groep = Group.objects.create(name=f"{naam} {Group.objects.count()}")
    return redirect(f"/groep/{groep.pk}/")


urlpatterns = [
    path("schrijvend/", schrijvend),
    path("inloggend/<str:gebruiker_id>/", inloggend),
    path("naam-wijzigend/", naam_wijzigend),
    path("formulier/", formulier),
]
