"""The page of one stagnatie: who is on turn, until when; the course; and what this reader may do, in place (E10, E11)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core import clock
from escalatie.beeld import Stagnatiebeeld, stagnatiebeeld
from escalatie.models import Actie, Actiestaat, Stagnatie
from escalatie.permissions import met_stagnatie
from escalatie.stapbeeld import wie_is_aan_zet, wie_te_bellen
from escalatie.vakken import Vak, Vakken, vakken_voor
from escalatie.zicht import Zicht, zichtbare_stagnaties
from toestemming.aanspreken import met_je


@require_safe
@met_stagnatie()
def stagnatie(request: HttpRequest, zicht: Zicht) -> HttpResponse:
    """The course of a stagnatie, as deep as this reader may see it."""
    return toon(request, zicht, open_vak=request.GET.get("open", ""))


def toon(request: HttpRequest, zicht: Zicht, gebonden: Vak | None = None, *, open_vak: str = "") -> HttpResponse:
    """Render the page. `gebonden`: a form that came back, shown in its place, or on top when that place is gone."""
    beeld = stagnatiebeeld(zicht)
    vakken = vakken_voor(beeld)
    vakken.maak_open(open_vak)
    los = None
    if gebonden is not None:
        gebonden.open = True
        los = None if vakken.zet_terug(gebonden) else gebonden
    sjabloon = "escalatie/stagnatie_gezin.html" if beeld.voor_gezin else "escalatie/stagnatie.html"
    return render(request, sjabloon, _context(beeld, vakken, los))


def _context(beeld: Stagnatiebeeld, vakken: Vakken, los: Vak | None) -> dict[str, Any]:
    zicht = beeld.zicht
    gevraagd = _gevraagd(beeld, vakken)
    for stapbeeld in beeld.stappen:
        for actie in stapbeeld.acties:
            actie.vakken = vakken.bij.get(actie.pk, [])  # type: ignore[attr-defined]
    return {
        "beeld": beeld,
        "zicht": zicht,
        "stagnatie": zicht.stagnatie,
        "vakken": vakken,
        "los": los,
        "nu": clock.now(),
        "houder": wie_is_aan_zet(zicht),
        "bellen": wie_te_bellen(zicht),
        "houder_mail": _houder_mail(zicht),
        "laatste_werkdag": beeld.laatste_werkdag,
        "gevraagd": gevraagd,
        "je": zicht.blik is not None and met_je(zicht.blik),
        "voorganger": _zichtbare_voorganger(zicht),
    }


def _houder_mail(zicht: Zicht) -> str:
    """The mail address of who keeps the step, unless it would say too much (X5)."""
    if zicht.stap is None or not zicht.namen.mag_mail(zicht.stap.houder, zicht.stap.houder_instelling):
        return ""
    return zicht.stap.houder.email


def _gevraagd(beeld: Stagnatiebeeld, vakken: Vakken) -> list[dict[str, Any]]:
    """What is asked of this reader beside the step itself: questions, decisions to confirm, own actions."""
    gevonden: list[dict[str, Any]] = [
        {"vraag": vraag, "termijn": vraag.termijn, "vakken": vakken.bij.get(vraag.pk, [])} for vraag in beeld.aan_mij
    ]
    gevonden += [
        {"bevestiging": rij, "termijn": rij.termijn, "vakken": vakken.bij.get(rij.pk, [])}
        for rij in beeld.te_bevestigen
    ]
    gevonden += [_eigen_actie(actie, vakken) for actie in beeld.mijn_acties]
    return sorted(gevonden, key=lambda rij: rij["termijn"].loopt_af_op)


def _eigen_actie(actie: Any, vakken: Vakken) -> dict[str, Any]:
    """An action of the reader; before it is done, whether it can be (`verzoek`)."""
    verzoek = actie.verzoek
    gevraagd = verzoek is not None and verzoek.is_onbeantwoord and actie.staat == Actiestaat.LOOPT
    termijn = verzoek.termijn if gevraagd else actie.termijn
    return {"actie": actie, "gevraagd": gevraagd, "termijn": termijn, "vakken": _eigen(actie, vakken)}


EIGEN = ("actie-ja-", "actie-kan-niet-", "uitgevoerd-", "niet-gedaan-")


def _eigen(actie: Actie, vakken: Vakken) -> list[Vak]:
    """The forms to say of one's own action that it can be done, and that it was, stand on top, not in the course."""
    eigen = [vak for vak in vakken.bij.get(actie.pk, []) if vak.naam.startswith(EIGEN)]
    if eigen:
        vakken.bij[actie.pk] = [vak for vak in vakken.bij[actie.pk] if vak not in eigen]
    return eigen


def _zichtbare_voorganger(zicht: Zicht) -> Stagnatie | None:
    """The solved stagnatie that came before this one, when this reader may see that too."""
    voorganger_id = zicht.stagnatie.voorganger_id
    if voorganger_id is None:
        return None
    return zichtbare_stagnaties(zicht.gebruiker).filter(pk=voorganger_id).first()
