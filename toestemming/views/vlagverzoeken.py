"""The pages of who looks at a flag from outside the plan: what is asked, and what the privacy officer decides (I8, S19).

No right on the family is asked or given: the question itself is what these readers have, and they read nothing else.
"""

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock
from core.acts import carry_out, filled
from core.errors import NotAllowed
from core.idempotency import once
from gezinnen.models import Deelnemer, DeelnemerQuerySet, SoortDeelnemer
from instanties.herbevestigen import herbevestigd
from instanties.models import Gebruiker, Verzoekstaat
from instanties.permissions import is_privacy_officer
from toestemming import actions, onderwerpen
from toestemming.beoordelaars import beslist_in_plaats, kijkt_mee, mag_beantwoorden
from toestemming.forms.bescherming import BedoeldForm, JaNeeForm
from toestemming.in_plaats import te_beslissen, wachtende_regels
from toestemming.models import Antwoord, Beoordelaar, Toestemming, Veiligheidsvlag, Vlagverzoek, Vlagvraag
from toestemming.teksten import onderwerp_in_woorden, ontvanger_in_woorden

View = Callable[..., HttpResponse]


def _van_meekijker(view: View) -> View:
    """Refused to who is neither aandachtsfunctionaris nor privacy officer."""

    @wraps(view)
    @login_required
    def omhuld(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not kijkt_mee(request.user):
            raise NotAllowed(_("Dit is voor de aandachtsfunctionaris en de privacy officer."))
        return view(request, *args, **kwargs)

    omhuld.mag = kijkt_mee  # type: ignore[attr-defined] # what this door asks, for whoever asks without a request
    return omhuld


@require_safe
@_van_meekijker
def bescherming(request: HttpRequest) -> HttpResponse:
    """What waits for this person: questions about a flag, and for the privacy officer what is decided in a place."""
    wie: Gebruiker = request.user  # type: ignore[assignment] # the login came first
    open_ = Vlagverzoek.objects.filter(staat=Verzoekstaat.WACHT).exclude(aan=Beoordelaar.COORDINATOR)
    vragen = [
        vraag
        for vraag in open_.select_related("vlag__gezin", "termijn").order_by("termijn__loopt_af_op")
        if mag_beantwoorden(vraag, wie)
    ]
    beslissen = []
    if is_privacy_officer(wie):
        beslissen = [
            (regel, vlag)
            for regel, vlag in te_beslissen(wachtende_regels(), clock.today())
            if beslist_in_plaats(wie, vlag)
        ]
    for gezin in {vraag.vlag.gezin for vraag in vragen} | {regel.gezin for regel, _vlag in beslissen}:
        request.logboek.bekeken(  # type: ignore[attr-defined]
            gezin_id=gezin.pk, gezin_nummer=str(gezin.nummer), grondslag=_("toezicht op privacy"),
            onderwerpen=[_NUMMER], object_soort="veiligheidsvlag",
        )  # fmt: skip
    context = {"vragen": vragen, "beslissen": beslissen}
    return render(request, "toestemming/bescherming.html", context)


# Only number and kind were shown: a subject that no reader of 'Wie heeft gekeken' knows, so that it betrays nothing (X5).
_NUMMER = onderwerpen.onderwerp("nummer", None)
_IN_WOORDEN = onderwerpen.onderwerp("vlag", None)


@login_required
@herbevestigd
@once
def vlag_bevestigen(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Read why somebody is protected, or what somebody wants to take back, and answer."""
    verzoek = get_object_or_404(
        Vlagverzoek.objects.select_related(
            "vlag__gezin", "vlag__voor_wie", "vlag__gezet_door", "vlag__volgt__voor_wie", "termijn"
        ),
        pk=verzoek_id,
        staat=Verzoekstaat.WACHT,
    )
    wie: Gebruiker = request.user  # type: ignore[assignment] # the login came first
    if not mag_beantwoorden(verzoek, wie):
        request.logboek.geweigerd(gezin_id=verzoek.vlag.gezin_id)  # type: ignore[attr-defined]
        raise Http404
    vlag = verzoek.vlag
    intrekken = verzoek.soort == Vlagvraag.INTREKKEN
    in_woorden = vlag.voor_wie is None
    mensen = {"mensen": _te_kiezen(vlag)} if in_woorden else {}
    form = filled(
        request,
        BedoeldForm if in_woorden else JaNeeForm,
        **mensen,
        ja=_("Ja, het delen stopt") if intrekken else _("Ja, deze bescherming is nodig"),
        nee=_("Nee, het delen gaat door") if intrekken else _("Nee, deze bescherming is niet nodig"),
        altijd_waarom=verzoek.aan == Beoordelaar.PRIVACY_OFFICER,
    )
    van_coordinator = verzoek.aan == Beoordelaar.COORDINATOR
    terug = reverse("toestemming:vlaggen", args=[vlag.gezin_id]) if van_coordinator else reverse(_LIJST)

    def toon() -> HttpResponse:
        _log(request, vlag)
        context = {
            "vraag": verzoek,
            "form": form,
            "terug": terug,
            "wie": vlag.voor_wie.naam if vlag.voor_wie else vlag.bedoeld_voor,
            "over": vlag.bedoeld_over if in_woorden else _namen(vlag.over_wie),
            "in_woorden": in_woorden,
            "in_huis": _namen(_in_een_huis(vlag)),
            "eerder_over": _namen(vlag.volgt.over_wie) if vlag.volgt else "",
            "regels": [_in_woorden(regel) for regel in _regels(verzoek.regels)],
            "beslist": verzoek.aan == Beoordelaar.PRIVACY_OFFICER,
        }
        return render(request, "toestemming/vlag_bevestigen.html", context)

    def antwoord() -> Veiligheidsvlag:
        waarom = form.cleaned_data["waarom"]
        if not (in_woorden and form.ja):
            return actions.beantwoord_vlagverzoek(verzoek, form.ja, waarom, nu=clock.now(), door=wie)
        over_wie = [lid.pk for lid in form.cleaned_data["over_wie"]]
        return actions.bevestig_in_woorden(
            verzoek, waarom, voor_wie=form.cleaned_data["voor_wie"], over_wie=over_wie, nu=clock.now(), door=wie
        )

    return carry_out(
        request,
        antwoord,
        form=form,
        page=toon,
        done=_("Uw antwoord is vastgelegd."),
        then=terug,
    )


@_van_meekijker
@herbevestigd
@once
def beslissen(request: HttpRequest, vlag_id: UUID, toestemming_id: UUID) -> HttpResponse:
    """The privacy officer says yes or no to one line in the place of whom the flag concerns (S19)."""
    wie: Gebruiker = request.user  # type: ignore[assignment] # the login came first
    wacht = {(regel.pk, vlag.pk): (regel, vlag) for regel, vlag in te_beslissen(wachtende_regels(), clock.today())}
    if (toestemming_id, vlag_id) not in wacht or not beslist_in_plaats(wie, wacht[toestemming_id, vlag_id][1]):
        raise Http404
    regel, vlag = wacht[toestemming_id, vlag_id]
    form = filled(
        request, JaNeeForm, ja=_("Ja, dit mag gedeeld worden"), nee=_("Nee, dit wordt niet gedeeld"), altijd_waarom=True
    )

    def toon() -> HttpResponse:
        _log(request, vlag)
        context = {
            "vlag": vlag,
            "voor_wie": vlag.voor_wie.naam if vlag.voor_wie else "",
            "regel": _in_woorden(regel),
            "doel": regel.gesprek.doel,
            "form": form,
            "terug": reverse(_LIJST),
        }
        return render(request, "toestemming/beslissen.html", context)

    return carry_out(
        request,
        lambda: actions.beslis_in_plaats(
            regel,
            vlag,
            Antwoord.JA if form.ja else Antwoord.NEE,
            form.cleaned_data["waarom"],
            nu=clock.now(),
            door=wie,
        ),
        form=form,
        page=toon,
        done=_("Uw beslissing is vastgelegd."),
        then=reverse(_LIJST),
    )


_LIJST = "toestemming:bescherming"


def _log(request: HttpRequest, vlag: Veiligheidsvlag) -> None:
    # About those who are protected: whom the flag concerns doesn't read that there was looked (X5). In words it may
    # concern any of those who were shown: then under a subject that no reader of 'Wie heeft gekeken' knows.
    in_woorden = vlag.voor_wie_id is None
    over_wie = [lid.pk for lid in _te_kiezen(vlag)] if in_woorden else vlag.over_wie
    delen = [_IN_WOORDEN] if in_woorden else [onderwerpen.gegevens(wie) for wie in over_wie]
    request.logboek.bekeken(  # type: ignore[attr-defined]
        gezin_id=vlag.gezin_id, gezin_nummer=str(vlag.gezin.nummer), grondslag=_("toezicht op privacy"),
        over_wie=over_wie, onderwerpen=delen, object_soort="veiligheidsvlag", object_id=vlag.pk,
    )  # fmt: skip


def _te_kiezen(vlag: Veiligheidsvlag) -> DeelnemerQuerySet:
    """Whom somebody can mean who asks in words: the family and its network, as on the form of who is shown them."""
    mensen = Deelnemer.objects.actief().filter(gezin=vlag.gezin_id)
    return mensen.exclude(soort=SoortDeelnemer.PROFESSIONAL).order_by("soort", "naam_volgorde")


def _in_een_huis(vlag: Veiligheidsvlag) -> list[UUID]:
    """Who of those it protects stands in one household with whom it concerns."""
    huis = vlag.voor_wie.huishouden_id if vlag.voor_wie else None
    if huis is None:
        return []
    return list(Deelnemer.objects.actief().filter(pk__in=vlag.over_wie, huishouden=huis).values_list("pk", flat=True))


def _namen(mensen: Collection[UUID]) -> str:
    return ", ".join(Deelnemer.objects.filter(pk__in=list(mensen)).values_list("naam", flat=True))


def _regels(ids: Collection[UUID]) -> list[Toestemming]:
    regels = Toestemming.objects.filter(pk__in=list(ids))
    return list(regels.select_related("over", "ontvanger__instelling", "ontvanger_instelling"))


def _in_woorden(regel: Toestemming) -> str:
    return f"{ontvanger_in_woorden(regel)}: {onderwerp_in_woorden(regel)}"
