"""After the detour: what was typed waits here, and is sent when its writer says so (G7)."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from core import bewaarde_invoer


@never_cache
@login_required
def verder(request: HttpRequest) -> HttpResponse:
    """Show what waits with a button that sends it; a POST here throws it away. Nothing waits: to the start."""
    invoer = bewaarde_invoer.van(request)
    if invoer is None or request.method == "POST":
        bewaarde_invoer.vergeet(request)
        return redirect("/")
    context = {
        "naar": invoer["naar"],
        "velden": invoer["velden"],
        "teksten": bewaarde_invoer.teksten(invoer),
    }
    return render(request, "instanties/verder.html", context)
