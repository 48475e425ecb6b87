"""Toestemming: how it stands for who coordinates, what I share for the family, what is shared with me for a betrokkene."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.mee import Meegevraagd
from gezinnen.models import Deelnemer
from toestemming.aanspreken import met_je, voor_gezin
from toestemming.dekking import geweigerd, treft
from toestemming.forms.tekenen import BesprokenForm
from toestemming.gronden import zonder_toestemming
from toestemming.kring import kan_beslissen
from toestemming.models import (
    Intrekking,
    Intrekkingstaat,
    Toestemming,
    Toestemmingsgesprek,
    Toestemmingstaat,
)
from toestemming.permissions import log_blik, met_gezin
from toestemming.stand import (
    Neebeeld,
    Ontvangerbeeld,
    Stand,
    onderwerpen_van,
    onderwerpen_van_nee,
    stand,
)
from toestemming.teksten import onderwerp_in_woorden, ontvanger_in_woorden
from toestemming.zicht import Blik


@require_safe
@met_gezin()
def toestemming(request: HttpRequest, blik: Blik) -> HttpResponse:
    return toon_overzicht(request, blik)


def toon_overzicht(
    request: HttpRequest, blik: Blik, *, besproken: Mapping[UUID, BesprokenForm] | None = None
) -> HttpResponse:
    """The main page for this reader; `besproken`: the form of a talk that came back with a mistake."""
    if blik.is_coordinator:
        return _voor_coordinator(request, blik, besproken or {})
    if blik.is_gezinslid:
        return _voor_gezinslid(request, blik)
    return _voor_betrokkene(request, blik)


def _voor_coordinator(request: HttpRequest, blik: Blik, besproken: Mapping[UUID, BesprokenForm]) -> HttpResponse:
    alles = stand(blik.gezin.pk, blik.op)
    regels = Meegevraagd(
        Toestemming.objects.filter(intrekkingen=OuterRef("pk")),
        met=["over", "ontvanger__instelling", "ontvanger_instelling"],
    )
    intrekkingen = list(
        Intrekking.objects.filter(gezin=blik.gezin).select_related("wie", "termijn").annotate(regels_nu=regels)
    )
    # Nobody reads what was said about him, not even where he coordinates now (T8).
    nee = [beeld for beeld in alles.nee if not _tegen_mij(beeld, blik)]
    getoond = onderwerpen_van(alles.regels) | onderwerpen_van_nee(nee)
    log_blik(request, blik, onderwerpen=getoond, object_soort="toestemming")
    gewacht_op = {tekenaar.lid.pk for tekenaar in alles.tekenaars()}
    context = {
        "gezin": blik.gezin,
        "stand": alles,
        "tekenaars": alles.tekenaars(),
        "pogingen": [rij for rij in alles.pogingen if rij.wie_id not in gewacht_op],
        "namen": {pk: mens.naam for pk, mens in alles.kring.tekenaars.items()},
        "ontvangers": alles.per_ontvanger(),
        "te_bespreken": [
            _te_bespreken(rij, besproken.get(rij.pk)) for rij in intrekkingen if rij.staat == Intrekkingstaat.OPEN
        ],
        "besproken": [rij for rij in intrekkingen if rij.staat == Intrekkingstaat.BESPROKEN],
        "zonder": zonder_toestemming(blik),
        "nee": nee,
        "kunnen_nee_zeggen": [lid for lid in alles.volgorde if kan_beslissen(lid)],
        "vertegenwoordigd": alles.kring.vertegenwoordigingen,
        "bladen": Toestemmingsgesprek.objects.filter(gezin=blik.gezin),
        # Who may tell the coordinator to stop: everybody who signs something that is given.
        "stoppers": _stoppers(alles),
    }
    return render(request, "toestemming/toestemming.html", context)


def _te_bespreken(intrekking: Any, form: BesprokenForm | None) -> dict[str, Any]:
    regels = [f"{ontvanger_in_woorden(regel)}: {onderwerp_in_woorden(regel)}" for regel in intrekking.regels_nu]
    leeg = BesprokenForm(auto_id=f"besproken-{intrekking.pk}-%s")
    return {"intrekking": intrekking, "regels": regels, "form": form or leeg, "open": form is not None}


def _tegen_mij(beeld: Neebeeld, blik: Blik) -> bool:
    return any(treft(beeld.weigering, rij) for rij in blik.als_deelnemers)


def _is_voor(regel: Any, ik: Deelnemer, blik: Blik) -> bool:
    """Whether this line opens its topic to this row: by name, or for the instelling and nobody said 'no' about it (T8)."""
    if regel.ontvanger_id is not None:
        return bool(regel.ontvanger_id == ik.pk)
    if ik.instelling_id is None or regel.ontvanger_instelling_id != ik.instelling_id:
        return False
    tegen = [rij for rij in blik.kring.weigeringen if treft(rij, ik)]
    return not geweigerd(tegen, regel.leefgebied, regel.over_id)


def _stoppers(alles: Stand) -> list[Any]:
    return [lid for lid in alles.kring.tekenaars.values() if kan_beslissen(lid) and alles.in_te_trekken_door(lid.pk)]


def _voor_gezinslid(request: HttpRequest, blik: Blik) -> HttpResponse:
    ik = blik.deelnemer
    if ik is None:
        raise ValueError("a gezinslid takes part")
    eigen = stand(blik.gezin.pk, blik.op).van_lid(blik)
    stopbaar = eigen.in_te_trekken_door(ik.pk)
    gegeven = [beeld for beeld in eigen.open if beeld.toestemming.staat == Toestemmingstaat.GELDIG]
    wacht = [beeld for beeld in eigen.open if beeld.toestemming.staat == Toestemmingstaat.GEVRAAGD]
    getoond = onderwerpen_van(eigen.regels) | onderwerpen_van_nee(eigen.nee)
    log_blik(request, blik, onderwerpen=getoond, object_soort="toestemming")
    context = {
        "gezin": blik.gezin,
        "blik": blik,
        "je": met_je(blik),
        "ik": ik,
        "te_tekenen": eigen.te_tekenen(ik.pk),
        "ontvangers": [_om_te_stoppen(beeld, stopbaar) for beeld in eigen.per_ontvanger(gegeven)],
        "alles_stopbaar": stopbaar,
        "wacht": [beeld for beeld in wacht if not beeld.wacht_op(ik.pk)],
        "geweigerd": eigen.geweigerd,
        "nee": eigen.nee,
        "voorbij": eigen.voorbij,
        "intrekkingen": Intrekking.objects.filter(gezin=blik.gezin, wie=ik),
        "zonder": zonder_toestemming(blik),
        "coordinator": blik.coordinatorschap,
    }
    return render(request, "toestemming/wat_ik_deel.html", context)


def _om_te_stoppen(beeld: Ontvangerbeeld, stopbaar: list[Any]) -> dict[str, Any]:
    regels = [(rij, rij in stopbaar) for rij in beeld.regels]
    eerste = beeld.regels[0].toestemming
    return {
        "naam": beeld.naam,
        "regels": regels,
        "sleutel": eerste.ontvanger_id or eerste.ontvanger_instelling_id,
        "stopbaar": any(mag for _rij, mag in regels),
    }


def _voor_betrokkene(request: HttpRequest, blik: Blik) -> HttpResponse:
    """What the family shares with this reader; of what it doesn't share nothing is said."""
    ik = blik.deelnemer
    gegeven, te_tekenen, stopbaar = [], [], []
    if ik is not None:
        alles = stand(blik.gezin.pk, blik.op)
        # For whom this reader decides, if for anybody.
        namens = alles.van_lid(blik)
        te_tekenen, stopbaar = namens.te_tekenen(ik.pk), namens.in_te_trekken_door(ik.pk)
        gegeven = [
            beeld
            for beeld in alles.open
            if beeld.toestemming.staat == Toestemmingstaat.GELDIG
            and beeld.toestemming.over_id not in blik.kijker.verborgen
            and _is_voor(beeld.toestemming, ik, blik)
        ]
    log_blik(request, blik, onderwerpen=onderwerpen_van([*te_tekenen, *stopbaar]), object_soort="toestemming")
    context = {
        "ik": ik,
        "te_tekenen": te_tekenen,
        "stopbaar": stopbaar,
        "basis_sjabloon": "gezin_basis.html" if voor_gezin(blik) else "basis.html",
        "terug": "gezinsplan:ons_plan_gezin" if voor_gezin(blik) else "gezinsplan:plan",
        "gezin": blik.gezin,
        "gegeven": gegeven,
        "mist": blik.mist_grondslag,
        "eigen": [beeld for beeld in zonder_toestemming(blik) if ik is not None and beeld.wie == ik.pk],
    }
    return render(request, "toestemming/met_mij_gedeeld.html", context)
