"""The families of whose plan this person may see something: by name, a page at a time, never a hidden one."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from core import clock
from core.named import holds
from gezinnen.permissions import mag_gezin_maken
from gezinsplan.nieuw_per_gezin import met_bezoek, nieuw_per_gezin
from logboek.models import Handeling
from termijnen.models import Termijn
from toestemming.namen import Naamgever
from toestemming.permissions import van_blik
from toestemming.zicht import blikken, zichtbare_gezinnen

PER_PAGINA = 25


@require_GET
@login_required
def gezinnen(request: HttpRequest) -> HttpResponse:
    zoek = request.GET.get("q", "").strip()[:100]
    gevonden = zichtbare_gezinnen(request.user).order_by("naam_volgorde", "nummer")
    if zoek:
        gevonden = gevonden.filter(holds(zoek))
    gevonden = met_bezoek(gevonden.select_related("plan"), request.user, timezone.now())
    pagina = Paginator(gevonden, PER_PAGINA).get_page(request.GET.get("pagina"))
    ids = [gezin.pk for gezin in pagina]
    voor_mij = dict(
        Termijn.objects.lopend()
        .gevraagd_aan(request.user)
        .filter(gezin__in=ids)
        .order_by()
        .values_list("gezin")
        .annotate(Min("loopt_af_op"))
    )
    handeling = Handeling.ZOEKEN if zoek else Handeling.BEKIJKEN
    gezien_van = blikken(request.user, ids)
    schappen = {pk: gezien.coordinatorschap for pk, gezien in gezien_van.items()}
    for gezien in gezien_van.values():
        request.logboek.bekeken(
            **van_blik(gezien), handeling=handeling, object_soort="gezin", object_id=gezien.gezin.pk
        )
    if zoek and not ids:
        # A search that finds nothing is a search too; what was typed may be a name, and is not kept.
        request.logboek.bekeken(handeling=handeling, object_soort="gezin", melding=_("niets gevonden"))
    nieuw = nieuw_per_gezin(
        gezien_van.values(), {gezin.pk: gezin.bezocht for gezin in pagina}, request.user, clock.now()
    )
    namen = Naamgever.zonder_plan(request.user, ids)
    rijen = [
        {
            "gezin": gezin,
            "coordinator": namen.van_gezin(gezin.pk).van(schap.gebruiker) if (schap := schappen.get(gezin.pk)) else "",
            "voor_mij_op": voor_mij.get(gezin.pk),
            "nieuw": nieuw.get(gezin.pk, 0),
        }
        for gezin in pagina
    ]
    context = {"pagina": pagina, "rijen": rijen, "zoek": zoek, "mag_gezin_maken": mag_gezin_maken(request.user)}
    return render(request, "gezinsplan/gezinnen.html", context)
