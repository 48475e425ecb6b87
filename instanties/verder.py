"""After the detour: what was typed waits here, and is sent when its writer says so (G7)."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from core import kept_input


@never_cache
@login_required
def verder(request: HttpRequest) -> HttpResponse:
    """Show what waits with a button that sends it; a POST here throws it away. Nothing waits: to the start."""
    invoer = kept_input.of(request)
    if invoer is None or request.method == "POST":
        kept_input.forget(request)
        return redirect("/")
    context = {
        "naar": invoer["naar"],
        "velden": invoer["velden"],
        "teksten": kept_input.texts(invoer),
    }
    return render(request, "instanties/verder.html", context)
