"""Signing: one page per person, at the table or on the own phone; and what was tried with who isn't there (T1, T2)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import clock
from core.acts import carry_out, filled, typed
from core.errors import NotAllowed
from core.idempotency import once
from gezinnen.models import Aanspreekvorm, Deelnemer, GezinsRecht, SoortDeelnemer
from toestemming import actions
from toestemming.aanspreken import met_je, voor_gezin
from toestemming.forms.tekenen import PogingForm, TekenForm
from toestemming.kring import kan_beslissen
from toestemming.models import Antwoord, Toestemmingsgesprek, Toestemmingstaat, Vertegenwoordiging, Vorm
from toestemming.permissions import log_blik, met_gezin, weiger
from toestemming.stand import Stand, Toestemmingsbeeld, onderwerpen_van, stand
from toestemming.teksten import aanhef, slot
from toestemming.zicht import Blik
from woorden.zinnen import zin


@dataclass
class Blad:
    """The lines of one sheet for one person, in the words that were kept."""

    gesprek: Toestemmingsgesprek
    # By receiver: each line, its control, and in which capacity this person answers.
    per_ontvanger: list[tuple[str, list[tuple[Toestemmingsbeeld, Any, str]]]]

    @property
    def aanhef(self) -> str:
        return aanhef(self.gesprek)

    @property
    def slot(self) -> list[str]:
        return slot(self.gesprek)


def lid_van(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> Deelnemer:
    """For whom something is recorded: anybody for the coordinator, oneself for the others; else refused.

    A gezinslid, also one who stopped with the plan, or who decides for one.
    """
    beslist = Vertegenwoordiging.objects.filter(wie__gezin=blik.gezin, tot__isnull=True).values("door_wie")
    tekent = Q(soort=SoortDeelnemer.GEZINSLID) | Q(pk__in=beslist)
    lid = get_object_or_404(blik.deelnemers().filter(tekent), pk=deelnemer_id)
    if not kan_beslissen(lid):
        raise Http404
    if blik.is_coordinator or lid.gebruiker_id == blik.gebruiker.pk:
        return lid
    weiger(request, blik.gezin.pk)
    raise NotAllowed(zin(_("Dit doet ieder voor zichzelf, of [de zorgcoördinator] legt het vast.")))


@met_gezin()
@once
def tekenen(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Yes or no to each line that waits for this person; refusing takes as many taps as giving."""
    lid = lid_van(request, blik, deelnemer_id)
    zelf = lid.gebruiker_id == blik.gebruiker.pk
    alles = stand(blik.gezin.pk, blik.op)
    nu_stand = alles.van_lid(blik) if zelf and not blik.is_coordinator else alles
    beelden = nu_stand.te_tekenen(lid.pk) + _eerder_nee(nu_stand, lid)
    hoe: dict[str, Any] = {"beelden": beelden, "aan_tafel": not zelf}
    form = filled(request, TekenForm, initial={"gegeven_op": blik.op}, **hoe)

    def toon(form: TekenForm, *, ingevuld: bool = False) -> HttpResponse:
        log_blik(request, blik, onderwerpen=onderwerpen_van(beelden), object_soort="toestemming", object_id=lid.pk)
        context = {
            "basis_sjabloon": "gezin_basis.html" if zelf and voor_gezin(blik) else "basis.html",
            "gezin": blik.gezin,
            "lid": lid,
            "zelf": zelf,
            "je": met_je(blik) if zelf else lid.aanspreekvorm == Aanspreekvorm.JE,
            "form": form,
            # The copy in the tab is of before: offering it back would undo what was just asked for.
            "ingevuld": ingevuld,
            "bladen": _bladen(beelden, form, lid),
            "tekenaars": [] if zelf else alles.tekenaars(),
            "volgende": "" if zelf else _volgende(alles, lid, blik),
        }
        return render(request, "toestemming/tekenen.html", context)

    if request.POST.get("alles") in Antwoord.values:
        # Ticked, not signed: the signature under the lines shown comes after it.
        return toon(TekenForm(initial=form.met_alles(request.POST["alles"]), **hoe), ingevuld=True)
    if typed(request) is not None and not beelden:
        return redirect("toestemming:toestemming", blik.gezin.pk)
    return carry_out(
        request,
        lambda: _teken(form, lid, blik, zelf),
        form=form,
        page=lambda: toon(form),
        done=lambda _gedaan: _dank(lid, zelf, len(beelden) - len(form.antwoorden())),
        then=lambda _gedaan: _verder(blik, lid, zelf),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def poging(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Record that somebody was asked, and what came of it; the page names the ways on (T2)."""
    lid = lid_van(request, blik, deelnemer_id)
    form = filled(request, PogingForm, initial={"op": blik.op})

    def toon() -> HttpResponse:
        wacht_op = stand(blik.gezin.pk, blik.op).te_tekenen(lid.pk)
        context = {"gezin": blik.gezin, "lid": lid, "form": form, "wacht_op": wacht_op}
        return render(request, "toestemming/poging.html", context)

    return carry_out(
        request,
        lambda: actions.leg_poging_vast(lid, **form.cleaned_data, nu=clock.now(), door=blik.gebruiker),
        form=form,
        page=toon,
        done=_("De poging is vastgelegd."),
        then=reverse("toestemming:toestemming", args=[blik.gezin.pk]),
    )


def _teken(form: TekenForm, lid: Deelnemer, blik: Blik, zelf: bool) -> None:
    gegevens = form.cleaned_data
    actions.teken(
        lid,
        form.antwoorden(),
        vorm=Vorm.DIGITAAL if zelf else gegevens["vorm"],
        gegeven_op=blik.op if zelf else gegevens["gegeven_op"],
        bewijs="" if zelf else gegevens["bewijs"],
        nu=clock.now(),
        door=blik.gebruiker,
    )


def _dank(lid: Deelnemer, zelf: bool, over: int) -> str:
    if zelf:
        return _("Dank. Het antwoord staat erbij.")
    tekst = _("Vastgelegd wat %(naam)s zei.") % {"naam": lid.naam}
    return f"{tekst} {_('Waar niets is gekozen, blijft de vraag staan.')}" if over else tekst


def _verder(blik: Blik, lid: Deelnemer, zelf: bool) -> str:
    """On to the next signer at the table; the own phone goes back to what is shared."""
    if zelf:
        return reverse("toestemming:toestemming", args=[blik.gezin.pk])
    return _volgende(stand(blik.gezin.pk, blik.op), lid, blik)


def _volgende(alles: Stand, lid: Deelnemer, blik: Blik) -> str:
    """Who signs after this person; after the last: the overview."""
    volgorde = [ander.pk for ander in alles.volgorde]
    na = set(volgorde[volgorde.index(lid.pk) + 1 :])
    daarna = next((tekenaar.lid for tekenaar in alles.tekenaars() if tekenaar.lid.pk in na), None)
    if daarna is None:
        return reverse("toestemming:toestemming", args=[blik.gezin.pk])
    return reverse("toestemming:tekenen", args=[blik.gezin.pk, daarna.pk])


def _eerder_nee(nu_stand: Stand, lid: Deelnemer) -> list[Toestemmingsbeeld]:
    """What this person refused, and may think about again."""
    return [
        beeld
        for beeld in nu_stand.open
        if beeld.toestemming.staat == Toestemmingstaat.GEWEIGERD
        and lid.pk in beeld.mag
        and beeld.antwoord(lid.pk) == Antwoord.NEE
    ]


def _bladen(beelden: list[Toestemmingsbeeld], form: TekenForm, lid: Deelnemer) -> list[Blad]:
    per_gesprek: dict[UUID, list[Toestemmingsbeeld]] = {}
    for beeld in beelden:
        per_gesprek.setdefault(beeld.toestemming.gesprek_id, []).append(beeld)
    bladen = []
    for lijst in per_gesprek.values():
        per_ontvanger: dict[str, list[tuple[Toestemmingsbeeld, Any, str]]] = {}
        for beeld in lijst:
            per_ontvanger.setdefault(beeld.ontvanger, []).append(
                (beeld, form.veld(beeld.toestemming.pk), str(beeld.mag[lid.pk].label))
            )
        bladen.append(Blad(lijst[0].toestemming.gesprek, list(per_ontvanger.items())))
    return bladen
