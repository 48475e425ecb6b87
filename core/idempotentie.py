"""A form is carried out once, however often it is sent: double click, back button, a connection that dropped.

The key that the form carries is bound to the user, the address and the contents. The same contents again lead to where
the first went; a text that was mended after going back is a new act, so that nothing typed is lost.
"""

import hashlib
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from core.models import Verwerkt

VELD = "eenmalig"
BEWAARTIJD = timedelta(days=30)
_NIET_VAN_DE_INHOUD = frozenset({"csrfmiddlewaretoken", VELD})
_KOPPEN_VAN_KLAAR = ("HX-Redirect", "HX-Location")


def gelukt(request: HttpRequest, url: str) -> None:
    """Say that the act is done though the answer is a part of a page; a double is sent to `url`."""
    request.eenmalig_url = url  # type: ignore[attr-defined]


def _sleutel(request: HttpRequest) -> uuid.UUID | None:
    """The key of this very form: bound to user, address and contents, so that nobody meets another's key."""
    try:
        gegeven = uuid.UUID(request.POST.get(VELD, ""))
    except ValueError:
        return None
    inhoud = [
        f"{naam}={waarde}"
        for naam, waarden in sorted(request.POST.lists())
        if naam not in _NIET_VAN_DE_INHOUD
        for waarde in waarden
    ]
    inhoud += [f"{naam}={b.name}:{b.size}" for naam, bs in sorted(request.FILES.lists()) for b in bs]
    vingerafdruk = hashlib.sha256("\0".join(inhoud).encode()).hexdigest()
    return uuid.uuid5(gegeven, f"{request.user.pk}\0{request.path}\0{vingerafdruk}")


def _waar_het_heen_ging(request: HttpRequest, antwoord: HttpResponse) -> str | None:
    """Where the act led, or None when the form came back (with errors) and may be sent again."""
    if getattr(request, "came_back", False):
        return None
    if antwoord.status_code in (301, 302, 303):
        return antwoord["Location"]
    for kop in _KOPPEN_VAN_KLAAR:
        if kop in antwoord:
            return antwoord[kop]
    return getattr(request, "eenmalig_url", None)


def _opnieuw(request: HttpRequest, sleutel: uuid.UUID) -> HttpResponse:
    """Answer a double: show where the first one went."""
    url = Verwerkt.objects.values_list("antwoord_url", flat=True).get(pk=sleutel)
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    antwoord = HttpResponseRedirect(url)
    antwoord.status_code = 303
    return antwoord


def eenmalig(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorator: a POST with `{% eenmalig_veld %}` is carried out once (double click, back button).

    Race-safe: the key is inserted in the view's own transaction, so a second request waits until the first has ended.
    When that failed or the form came back with errors, the second is carried out after all. A POST without a key runs.
    """

    @wraps(view)
    def omhuld(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        sleutel = _sleutel(request) if request.method == "POST" else None
        if sleutel is None:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            if not _claim(sleutel, request):
                return _opnieuw(request, sleutel)
            antwoord = view(request, *args, **kwargs)
            url = _waar_het_heen_ging(request, antwoord)
            eigen = Verwerkt.objects.filter(pk=sleutel)
            if url is None:
                eigen.delete()
            else:
                eigen.update(antwoord_url=url)
            return antwoord

    return omhuld


def _claim(sleutel: uuid.UUID, request: HttpRequest) -> bool:
    """True for the first; waits for a first that still runs. INSERT … ON CONFLICT DO NOTHING tells them apart."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_verwerkt (sleutel, gebruiker_id, pad, antwoord_url, op) VALUES (%s, %s, %s, '', %s) "
            "ON CONFLICT (sleutel) DO NOTHING",
            [sleutel, request.user.pk, request.path, timezone.now()],
        )
        return cursor.rowcount == 1


def ruim_op(nu: datetime) -> int:
    """Forget forms that were carried out more than 30 days before `nu` (real time). Returns how many."""
    return Verwerkt.objects.filter(op__lt=nu - BEWAARTIJD).delete()[0]
