"""What is asked of me, and what I was told (R2, E10)."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from berichten.actions import markeer_gelezen
from berichten.models import Bericht
from berichten.selectie import aantal_ongelezen, inbox, inboxrijen
from core import clock
from core.acts import carry_out, filled
from core.idempotency import once
from gezinnen.models import Deelnemer
from instanties.actions import stel_berichten_in
from instanties.permissions import is_beheerder, is_leiding
from toestemming.aantal import aantal_gezinnen
from werklijst import selectie
from werklijst.berichten import InstellenForm, per_gezin


def _paginanummer(request: HttpRequest) -> int:
    """The page asked for; anything odd is the first."""
    try:
        return min(max(1, int(request.GET.get("pagina", "1"))), 10_000)
    except ValueError:
        return 1


@require_safe
@login_required
def mijn_werk(request: HttpRequest) -> HttpResponse:
    """The first page of everyone: families go on to their own plan, the others see what is asked of them."""
    gebruiker = request.user
    if not gebruiker.is_professional and Deelnemer.objects.actief().gezinsleden().filter(gebruiker=gebruiker).exists():
        return redirect("gezinsplan:ons_plan")
    werk = selectie.mijn_werk(gebruiker, clock.now(), _paginanummer(request))
    request.logboek.bekeken_velen(selectie.gelezen_gezinnen(gebruiker, werk.gezin_ids))
    context = {
        "werk": werk,
        "gezinnen": aantal_gezinnen(gebruiker),
        "is_beheerder": is_beheerder(gebruiker),
        "is_leiding": is_leiding(gebruiker),
    }
    return render(request, "werklijst/mijn_werk.html", context)


@require_safe
@login_required
def berichten(request: HttpRequest) -> HttpResponse:
    """The inbox: each line says what its reader may see now. Reading it marks nothing; that takes an act."""
    post = inbox(request.user, _paginanummer(request))
    gezin_ids = {rij.bericht.gezin_id for rij in post.rijen if rij.url and rij.bericht.gezin_id}
    request.logboek.bekeken_velen(selectie.gelezen_gezinnen(request.user, gezin_ids))
    context = {
        "post": post,
        "groepen": per_gezin(post.rijen, request.user),
        "ongelezen": aantal_ongelezen(request.user),
        "basis_sjabloon": "basis.html" if request.user.is_professional else "gezin_basis.html",
    }
    return render(request, "werklijst/berichten.html", context)


@login_required
@once
def berichten_instellen(request: HttpRequest) -> HttpResponse:
    """When, and whether, one gets mail about what waits (R2, X5)."""
    form = filled(request, InstellenForm, gebruiker=request.user)

    def toon() -> HttpResponse:
        basis = "basis.html" if request.user.is_professional else "gezin_basis.html"
        return render(request, "werklijst/berichten_instellen.html", {"form": form, "basis_sjabloon": basis})

    return carry_out(
        request,
        lambda: stel_berichten_in(request.user, nu=clock.now(), **form.keuze()),
        form=form,
        page=toon,
        done=_("Uw keuze is vastgelegd."),
        then=reverse("werklijst:berichten_instellen"),
    )


@login_required
def bericht_openen(request: HttpRequest, bericht_id: UUID) -> HttpResponse:
    """Mark one's own notice as read, and go where it points. By the link of a mail one goes there too: that marks nothing."""
    bericht = get_object_or_404(Bericht.objects.van(request.user), pk=bericht_id)

    def waarheen(_gelezen: object) -> str:
        [rij] = inboxrijen([bericht], request.user)
        veilig = rij.url and url_has_allowed_host_and_scheme(rij.url, allowed_hosts=None)
        return rij.url if veilig else reverse("werklijst:berichten")

    if request.method in ("GET", "HEAD"):
        return redirect(waarheen(None))
    return carry_out(
        request,
        lambda: markeer_gelezen(request.user, [bericht.pk], clock.now()),
        home=reverse("werklijst:berichten"),
        then=waarheen,
    )


@login_required
def alles_gelezen(request: HttpRequest) -> HttpResponse:
    """Mark all of one's own notices as read."""
    ids = Bericht.objects.van(request.user).ongelezen().values_list("pk", flat=True)
    return carry_out(
        request,
        lambda: markeer_gelezen(request.user, list(ids), clock.now()),
        done=_("Alle berichten staan nu als gelezen."),
        then=reverse("werklijst:berichten"),
    )
