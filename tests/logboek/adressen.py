"""Pages for the tests of the logboek: they show families, refuse, and act, behind the real middleware."""

import uuid

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from core.models import Processed
from logboek.actions import schrijf
from logboek.models import Handeling

SANNE, BROER = uuid.UUID(int=9), uuid.UUID(int=15)
TOESTEMMING, BETROKKEN = uuid.UUID(int=1), uuid.UUID(int=2)


def plan(request: HttpRequest, gezin_id: uuid.UUID) -> HttpResponse:
    """Two parts of one page, each with its own share of the family."""
    request.logboek.bekeken(
        gezin_id=gezin_id,
        gezin_nummer="2026-0001",
        over_wie=[SANNE],
        leefgebieden=["wonen"],
        onderwerpen={f"wonen:{SANNE}"},
        grondslag="rechtstreeks betrokken",
        grondslag_ids=[BETROKKEN],
        getoond={"doelen": ["a"]},
        doel="hulp uitvoeren",
    )
    request.logboek.bekeken(
        gezin_id=gezin_id,
        over_wie=[SANNE, BROER],
        leefgebieden=["wonen", "onderwijs"],
        onderwerpen={f"wonen:{SANNE}", f"onderwijs:{BROER}"},
        grondslag="toestemming",
        grondslag_ids=[TOESTEMMING],
        getoond={"doelen": ["a", "b"], "afspraken": 3},
    )
    return HttpResponse("het plan van Sanne", headers={"X-Bezoek": request.logboek.bezoekbewijs})


def lijst(request: HttpRequest) -> HttpResponse:
    request.logboek.bekeken_velen({"gezin_id": uuid.uuid4(), "getoond": {"kolommen": ["nummer"]}} for _ in range(50))
    return HttpResponse("vijftig gezinnen")


def verborgen(request: HttpRequest, gezin_id: uuid.UUID) -> HttpResponse:
    request.logboek.bekeken(gezin_id=gezin_id)
    request.logboek.geweigerd(gezin_id=gezin_id, object_soort="gezin", object_id=gezin_id)
    raise Http404


def verboden(request: HttpRequest, gezin_id: uuid.UUID) -> HttpResponse:
    Processed.objects.create(key=gezin_id, path="/verdwijnt/", at="2026-01-01T00:00Z")
    raise PermissionDenied


def wijzigend(request: HttpRequest, gezin_id: uuid.UUID) -> HttpResponse:
    request.logboek.bekeken(gezin_id=gezin_id)
    Processed.objects.create(key=gezin_id, path="/gewijzigd/", at="2026-01-01T00:00Z")
    schrijf(Handeling.WIJZIGEN, gezin_id=gezin_id, object_soort="doel", object_naam="x" * 500, over_wie=[SANNE])
    return redirect("/klaar/")


def stuk(request: HttpRequest, gezin_id: uuid.UUID) -> HttpResponse:
    request.logboek.bekeken(gezin_id=gezin_id)
    return HttpResponse("stuk", status=500)


urlpatterns = [
    path("plan/<uuid:gezin_id>/", plan, name="plan"),
    path("gezinnen/", lijst, name="gezinnen"),
    path("verborgen/<uuid:gezin_id>/", verborgen, name="verborgen"),
    path("verboden/<uuid:gezin_id>/", verboden, name="verboden"),
    path("wijzigen/<uuid:gezin_id>/", wijzigend, name="wijzigen"),
    path("stuk/<uuid:gezin_id>/", stuk, name="stuk"),
    # The house asks where logging in is.
    path("inloggen/", lijst, name="account_login"),
]
