"""Answering a navraag by a one-time link: pages without an account, for who has the link and the code (G17).

The secret stands in the first address only. That one shows nothing, reads nothing and leads on at once; so a mail
program that follows links uses nothing up, and the secret gets into no history, Referer or form.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pghistory
from allauth.core import ratelimit
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core import clock
from core.acts import carry_out, filled
from core.idempotency import once
from gezinnen.models import Coordinatorschap, Deelnemer
from gezinnen.selectie import coordinator_werkt, wie_belt_men_nu
from gezinsplan import actions, links
from gezinsplan.actions.link import LinkWerktNiet, lees_link
from gezinsplan.forms.afspraak import GedaanForm, LaterForm, LuktNietForm
from gezinsplan.forms.link import LinkcodeForm
from gezinsplan.models import Antwoord, EenmaligeLink
from gezinsplan.spreker import in_logboek
from gezinsplan.views.afspraak import voorgestelde_dag
from instanties.teller import met_teller
from instanties.vervanging import PLANWERK, waarnemer
from toestemming import onderwerpen
from woorden.zinnen import zin

GEVOLGD, GEOPEND = "linkgeheim", "linkopen"
# Long enough to look for the phone; to answer after the code, as long as a busy person needs.
TIJD_VOOR_CODE = timedelta(hours=1)
TIJD_VOOR_ANTWOORD = timedelta(minutes=20)
WERKT_NIET = "gezinsplan/link/werkt_niet.html"
ANTWOORDVELDEN = ("antwoord", "gebeurd_op", "nieuwe_dag", "toelichting")


@require_safe
@never_cache
def volg(request: HttpRequest, geheim: str) -> HttpResponse:
    """The address in the mail: every secret, right or wrong, leads on in the same way. Asks nothing of the database."""
    merk = links.merk_van_geheim(geheim)
    antwoord = redirect("gezinsplan:link_code", merk)
    # Lax: who comes from a mail program comes from elsewhere.
    _onthoud(antwoord, merk, GEVOLGD, links.hash_van_geheim(geheim), TIJD_VOOR_CODE, samesite="Lax")
    antwoord.headers["Referrer-Policy"] = "no-referrer"
    return _niet_vindbaar(antwoord)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def code(request: HttpRequest, merk: str) -> HttpResponse:
    """Ask the code. Wrong, used, past, withdrawn, unknown: one and the same answer."""
    form = LinkcodeForm(request.POST if "code" in request.POST else None)
    # What was typed before the time was over comes along, and stands there again after the code.
    getypt = {veld: request.POST[veld] for veld in ANTWOORDVELDEN if veld in request.POST}
    if request.method == "POST" and form.is_valid():
        geheim_hash = _onthouden(request, GEVOLGD, TIJD_VOOR_CODE)
        if not ratelimit.consume(request, action="antwoord", key=geheim_hash or merk):
            return render(request, "429.html", status=429)
        link = actions.probeer_code(geheim_hash, form.cleaned_data["code"], nu=clock.now())
        if link is not None:
            antwoord = (
                _toon_vraag(request, merk, link.pk, getypt) if getypt else redirect("gezinsplan:link_geven", merk)
            )
            _onthoud(antwoord, merk, GEOPEND, f"{merk}:{link.pk}", TIJD_VOOR_ANTWOORD, samesite="Strict")
            return _niet_vindbaar(antwoord)
        form.add_error(
            "code", _("Deze code hoort niet bij deze link, of de link werkt niet meer. Bel wie u de link stuurde.")
        )
    context = {"form": form, "merk": merk, "getypt": getypt}
    return _niet_vindbaar(render(request, "gezinsplan/link/code.html", context, status=422 if form.errors else 200))


code = met_teller(code, "gezinsplan/link/gesloten.html")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@once
def geven(request: HttpRequest, merk: str) -> HttpResponse:
    """The question, for who gave the code; and its answer."""
    link_id = _geopend(request, merk)
    if link_id is None:
        if request.method != "POST":
            return _niet_vindbaar(redirect("gezinsplan:link_code", merk))
        getypt = {veld: request.POST[veld] for veld in ANTWOORDVELDEN if veld in request.POST}
        context = {"form": LinkcodeForm(), "merk": merk, "getypt": getypt, "te_lang": True}
        return _niet_vindbaar(render(request, "gezinsplan/link/code.html", context, status=422))
    if request.method != "POST":
        return _niet_vindbaar(_toon_vraag(request, merk, link_id))
    naam, form = _gestuurd(request)
    try:
        link = lees_link(link_id, nu=clock.now())
        _is_van(request, link.deelnemer)
        # Not of an account that may be logged in here, in the history of rows either.
        with pghistory.context(user=None, deelnemer=str(link.deelnemer_id)):
            antwoord = carry_out(
                request,
                lambda: actions.beantwoord_met_link(link_id, form.antwoord(), nu=clock.now()),
                form=form,
                page=lambda: _toon_vraag(request, merk, link_id, gebonden={naam: form}),
                then=reverse("gezinsplan:link_dank", args=[merk]),
                keeps=False,
            )
    except LinkWerktNiet as fout:
        return _niet_vindbaar(_werkt_niet(request, fout))
    return _niet_vindbaar(antwoord)


@require_safe
@never_cache
def dank(request: HttpRequest, merk: str) -> HttpResponse:
    """Thanks; says nothing of what it was about."""
    return _niet_vindbaar(render(request, "gezinsplan/link/dank.html"))


def _toon_vraag(
    request: HttpRequest,
    merk: str,
    link_id: UUID,
    getypt: dict[str, str] | None = None,
    *,
    gebonden: dict[str, forms.Form] | None = None,
) -> HttpResponse:
    """The own afspraak, and nothing else of the plan; read by the doer, in the logboek (X1)."""
    try:
        link = lees_link(link_id, nu=clock.now())
    except LinkWerktNiet as fout:
        return _werkt_niet(request, fout)
    afspraak, gezin = link.navraag.afspraak, link.navraag.afspraak.doel.plan.gezin
    _is_van(request, link.deelnemer)
    request.logboek.bekeken(  # type: ignore[attr-defined] # LogboekMiddleware
        gezin_id=gezin.pk,
        gezin_nummer=str(gezin.nummer),
        doel=zin(_("samen uitvoeren van [het gezinsplan]")),
        grondslag=str(link.grondslag),
        grondslag_ids=[link.grondslag_id],
        over_wie=afspraak.over_wie,
        leefgebieden=[str(gebied) for gebied in afspraak.leefgebieden],
        onderwerpen=onderwerpen.van_onderdeel(afspraak),
        object_soort="afspraak",
        object_id=afspraak.pk,
        melding=_("geopend met een eenmalige link"),
    )
    formulieren: dict[str, forms.Form] = {
        "gedaan": GedaanForm(vraag_hoe=False, initial={"gebeurd_op": voorgestelde_dag(afspraak)} | (getypt or {})),
        "later": LaterForm(auto_id="later_%s", initial=getypt),
        "lukt_niet": LuktNietForm(auto_id="niet_%s", initial=getypt),
    } | (gebonden or {})
    context = {
        "merk": merk,
        "link": link,
        "afspraak": afspraak,
        "navraag": link.navraag,
        "formulieren": formulieren,
        "open": next(iter(gebonden), "") if gebonden else (getypt or {}).get("antwoord", ""),
        **_wie_te_bellen(link),
    }
    return render(request, "gezinsplan/link/vraag.html", context)


def _wie_te_bellen(link: EenmaligeLink) -> dict[str, Any]:
    """The coordinator as the plan names him or her, with the phone; away: who stands in (I6); left: whom to call (Z3)."""
    schap = (
        Coordinatorschap.objects.huidig()
        .select_related("gebruiker", "instelling")
        .filter(gezin=link.deelnemer.gezin_id)
        .annotate(werkt=coordinator_werkt())
        .first()
    )
    if schap is None:
        return {"coordinator": None}
    if not schap.werkt:
        belt = wie_belt_men_nu(schap)
        telefoon = belt.telefoon if belt else schap.instelling.telefoon
        return {"coordinator": belt or schap.instelling, "telefoon": telefoon, "mobiel": belt.mobiel if belt else ""}
    invaller = waarnemer(
        schap.gebruiker, clock.today(), organisatie=schap.instelling_id, gezin=link.deelnemer.gezin_id, rol=PLANWERK
    )
    mens = (
        Deelnemer.objects.actief()
        .select_related("gebruiker", "instelling")
        .filter(gezin=link.deelnemer.gezin_id, gebruiker=schap.gebruiker_id)
        .first()
    )
    if invaller is not None:
        wie = invaller.gebruiker
        weg = {"wie": (mens or schap.gebruiker).naam, "tot": invaller.tot_en_met}
        return {"coordinator": wie, "telefoon": wie.telefoon, "mobiel": wie.mobiel, "vervangt": weg}
    contact = mens.contact if mens else None
    return {
        "coordinator": mens or schap.gebruiker,
        "telefoon": contact.telefoon if contact else schap.gebruiker.telefoon,
        "mobiel": contact.mobiel if contact else schap.gebruiker.mobiel,
    }


def _gestuurd(request: HttpRequest) -> tuple[str, GedaanForm | LaterForm | LuktNietForm]:
    """Which of the three answers was sent, as its form."""
    gegeven = request.POST.get("antwoord")
    if gegeven == Antwoord.LATER:
        return "later", filled(request, LaterForm, auto_id="later_%s")
    if gegeven == Antwoord.LUKT_NIET:
        return "lukt_niet", filled(request, LuktNietForm, auto_id="niet_%s")
    return "gedaan", filled(request, GedaanForm, vraag_hoe=False)


def _werkt_niet(request: HttpRequest, fout: LinkWerktNiet) -> HttpResponse:
    """For who gave the code: it was answered with this link already, or it works no longer."""
    return render(request, WERKT_NIET, {"al_gebruikt": fout.al_gebruikt}, status=410)


def _is_van(request: HttpRequest, deelnemer: Deelnemer) -> None:
    """Whoever is logged in here: what happens is the doer's, in the logboek too (X1)."""
    request.logboek.is_van(in_logboek(deelnemer))  # type: ignore[attr-defined] # LogboekMiddleware


def _onthoud(antwoord: HttpResponse, merk: str, naam: str, waarde: str, tijd: timedelta, *, samesite: Any) -> None:
    """Keep in the browser, signed, for the pages of this one link, for minutes. No session, no login."""
    antwoord.set_signed_cookie(
        naam,
        waarde,
        salt=naam,
        max_age=int(tijd.total_seconds()),
        path=reverse("gezinsplan:link_code", args=[merk]),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite=samesite,
    )


def _onthouden(request: HttpRequest, naam: str, tijd: timedelta) -> str:
    return str(request.get_signed_cookie(naam, "", salt=naam, max_age=int(tijd.total_seconds())))


def _geopend(request: HttpRequest, merk: str) -> UUID | None:
    """The link whose code was given for this very address, a moment ago."""
    van, _deel, link_id = _onthouden(request, GEOPEND, TIJD_VOOR_ANTWOORD).partition(":")
    try:
        return UUID(link_id) if van == merk else None
    except ValueError:
        return None


def _niet_vindbaar(antwoord: HttpResponse) -> HttpResponse:
    antwoord.headers["X-Robots-Tag"] = "noindex, nofollow"
    return antwoord
