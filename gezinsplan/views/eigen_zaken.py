"""The pages on which somebody of the family chooses who sees the own matters, with a preview as that other will see it (T3)."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock
from core.acts import carry_out, filled
from core.errors import NotAllowed
from core.idempotency import once
from gezinnen.models import Deelnemer
from gezinnen.selectie import is_meerderjarig
from gezinsplan.aanspreken import roepnaam
from gezinsplan.eigen_zaken import Zaak, eigen_zaken_van, gekozen, kiest_voor, te_kiezen
from gezinsplan.forms.eigen_zaken import EigenZakenForm
from gezinsplan.planbeeld import planbeeld
from gezinsplan.views.ons_plan import DELEN, delen_van_ons_plan
from toestemming.aanspreken import met_je
from toestemming.actions import kies_wat_te_zien
from toestemming.doorsnede import voorvertoning
from toestemming.permissions import log_blik, met_gezin
from toestemming.zicht import Blik


@require_safe
@met_gezin()
def eigen_zaken(request: HttpRequest, blik: Blik) -> HttpResponse:
    """Towards whom this reader chooses, and how much each sees now."""
    rijen, alle = [], eigen_zaken_van(blik)
    log_blik(request, blik, onderdelen=alle)
    for lid in _kiest_voor(blik):
        zaken = te_kiezen(blik, lid, alle)
        te_zien = gekozen(blik, lid) & {zaak.onderdeel.pk for zaak in zaken}
        rijen.append({"lid": lid, "alle": len(zaken), "te_zien": len(te_zien)})
    return render(request, "gezinsplan/eigen_zaken.html", {**_van_lezer(blik), "rijen": rijen})


@met_gezin()
@once
def eigen_zaken_voor(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Choose what one of them sees; first look how that will be, if wanted."""
    voor = next((lid for lid in _kiest_voor(blik) if lid.pk == deelnemer_id), None)
    if voor is None:
        raise Http404
    zaken = te_kiezen(blik, voor, eigen_zaken_van(blik))
    form = filled(request, EigenZakenForm, voor=voor, zaken=zaken, nu_te_zien=gekozen(blik, voor))
    doe = request.POST.get("doe")
    if doe == "bekijk" and form.is_valid():
        return _voorbeeld(request, blik, voor, form)
    if doe == "terug":
        return _keuze(request, blik, voor, zaken, form)
    return carry_out(
        request,
        lambda: _bewaar(blik, voor, form),
        form=form,
        page=lambda: _keuze(request, blik, voor, zaken, form),
        done=_("Dit is bewaard. %(naam)s ziet het nu zo.") % {"naam": roepnaam(voor.naam)},
        then=reverse("gezinsplan:eigen_zaken", args=[blik.gezin.pk]),
    )


def _kiest_voor(blik: Blik) -> list[Deelnemer]:
    """Towards whom; only somebody of the family of sixteen and older has own matters to choose about."""
    anderen = kiest_voor(blik)
    if not anderen and not _van_leeftijd(blik):
        raise NotAllowed(_("Hier kiest iemand van het gezin wat anderen in het gezin zien."))
    return anderen


def _van_leeftijd(blik: Blik) -> bool:
    return blik.is_gezinslid and blik.deelnemer is not None and is_meerderjarig(blik.deelnemer, blik.op)


def _bewaar(blik: Blik, voor: Deelnemer, form: EigenZakenForm) -> None:
    assert blik.deelnemer is not None  # noqa: S101 - _kiest_voor saw to it
    kies_wat_te_zien(blik.deelnemer, voor, form.cleaned_data["onderdelen"], nu=clock.now(), door=blik.gebruiker)


def _keuze(request: HttpRequest, blik: Blik, voor: Deelnemer, zaken: list[Zaak], form: EigenZakenForm) -> HttpResponse:
    log_blik(request, blik, onderdelen=[zaak.onderdeel for zaak in zaken])
    context = {**_van_lezer(blik), "voor": voor, "naam": roepnaam(voor.naam), "zaken": zaken, "form": form}
    return render(request, "gezinsplan/eigen_zaken_voor.html", context)


def _voorbeeld(request: HttpRequest, blik: Blik, voor: Deelnemer, form: EigenZakenForm) -> HttpResponse:
    """Nothing is saved: the plan as `voor` would read it, cut to what the chooser reads (T3)."""
    keuze = form.cleaned_data["onderdelen"]
    straks = voorvertoning(blik, voor, keuze)
    beeld = planbeeld(straks, DELEN)
    log_blik(
        request,
        blik,
        onderdelen=beeld.onderdelen,
        mensen=beeld.gezinsleden,
        object_soort="gezinsplan",
        object_id=beeld.plan.pk,
        getoond={"zoals_gezien_door": str(voor.pk)},
    )
    context = {
        **delen_van_ons_plan(beeld),
        "lezer_je": met_je(blik),
        "naam": roepnaam(voor.naam),
        "voor": voor,
        "keuze": keuze,
        "boven": "",
        "goed_nieuws": "",
    }
    return render(request, "gezinsplan/eigen_zaken_voorbeeld.html", context)


def _van_lezer(blik: Blik) -> dict[str, object]:
    return {"gezin": blik.gezin, "je": met_je(blik), "volwassen": _van_leeftijd(blik)}
