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

from core import drafts
from core.models import Processed

FIELD = "eenmalig"
KEPT_FOR = timedelta(days=30)
_NO_CONTENT = frozenset({"csrfmiddlewaretoken", FIELD})
_HEADERS_WHEN_DONE = ("HX-Redirect", "HX-Location")


def _key(request: HttpRequest) -> uuid.UUID | None:
    """The key of this very form: bound to user, address and contents, so that nobody meets another's key."""
    try:
        given = uuid.UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None
    contents = [
        f"{name}={value}"
        for name, values in sorted(request.POST.lists())
        if name not in _NO_CONTENT
        for value in values
    ]
    contents += [f"{name}={file.name}:{file.size}" for name, files in sorted(request.FILES.lists()) for file in files]
    fingerprint = hashlib.sha256("\0".join(contents).encode()).hexdigest()
    return uuid.uuid5(given, f"{request.user.pk}\0{request.path}\0{fingerprint}")


def _where_it_led(request: HttpRequest, answer: HttpResponse) -> str | None:
    """Where the act led, or None when the form came back (with errors) and may be sent again."""
    if getattr(request, "came_back", False):
        return None
    if answer.status_code in (301, 302, 303):
        return answer["Location"]
    return next((answer[header] for header in _HEADERS_WHEN_DONE if header in answer), None)


def _again(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Answer a double: show where the first one went."""
    url = Processed.objects.values_list("answer_url", flat=True).get(pk=key)
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    answer = HttpResponseRedirect(url)
    answer.status_code = 303
    return answer


def once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorator: a POST with `{% once_field %}` is carried out once (double click, back button).

    Race-safe: the key is inserted in the view's own transaction, so a second request waits until the first has ended.
    When that failed or the form came back with errors, the second is carried out after all. A POST without a key runs.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = _key(request) if request.method == "POST" else None
        if key is None:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            if not _claim(key, request):
                drafts.saved(request, request.POST[FIELD])
                return _again(request, key)
            answer = view(request, *args, **kwargs)
            url = _where_it_led(request, answer)
            own = Processed.objects.filter(pk=key)
            if url is None:
                own.delete()
            else:
                own.update(answer_url=url)
                drafts.saved(request, request.POST[FIELD])
            return answer

    wrapped.once = True  # type: ignore[attr-defined]
    return wrapped


def _claim(key: uuid.UUID, request: HttpRequest) -> bool:
    """True for the first; waits for a first that still runs. INSERT … ON CONFLICT DO NOTHING tells them apart."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_verwerkt (sleutel, gebruiker_id, pad, antwoord_url, op) VALUES (%s, %s, %s, '', %s) "
            "ON CONFLICT (sleutel) DO NOTHING",
            [key, request.user.pk, request.path, timezone.now()],
        )
        return cursor.rowcount == 1


def clear(now: datetime) -> int:
    """Forget forms that were carried out more than 30 days before `now` (real time). Returns how many."""
    return Processed.objects.filter(at__lt=now - KEPT_FOR).delete()[0]
