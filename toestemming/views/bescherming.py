"""The pages on which a professional keeps something from somebody, and who decides in another's place (T2, T3, X5).

The first is refused to the family alike, whether or not there is something; only who set it and the coordinator find it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock
from core.acts import carry_out, filled
from core.errors import NotAllowed
from core.idempotency import once
from gezinnen.models import Deelnemer, GezinsRecht, SoortDeelnemer
from instanties.herbevestigen import herbevestigd
from instanties.selectie import privacy_officers
from toestemming import actions
from toestemming.beoordelaars import mag_zetten
from toestemming.forms.bescherming import OpheffenForm, VertegenwoordigingForm, VlagForm, VlagInWoordenForm
from toestemming.models import Beoordelaar, Veiligheidsvlag, Vertegenwoordiging, Vlagverzoek, Vlagvraag
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik
from woorden.zinnen import zin

View = Callable[..., HttpResponse]
_VRAGEN = Prefetch(
    "verzoeken",
    Vlagverzoek.objects.filter(soort=Vlagvraag.BEVESTIGEN).select_related("beantwoord_door", "termijn").order_by("op"),
    to_attr="vragen",
)


def _van_professional(view: View) -> View:
    """Refused to who isn't a professional of the plan, before anything is looked up."""

    @wraps(view)
    def omhuld(request: HttpRequest, blik: Blik, *args: Any, **kwargs: Any) -> HttpResponse:
        if blik.deelnemer is None or not blik.deelnemer.is_professional:
            request.logboek.geweigerd(gezin_id=blik.gezin.pk)  # type: ignore[attr-defined]
            raise NotAllowed(_("Dit doet een professional die meedoet aan het plan."))
        return view(request, blik, *args, **kwargs)

    return omhuld


@require_safe
@met_gezin()
@_van_professional
def vlaggen(request: HttpRequest, blik: Blik) -> HttpResponse:
    """All of them for the coordinator, the own ones for who set them."""
    context = {
        "gezin": blik.gezin,
        "vlaggen": _in_woorden(blik, _zichtbare_vlaggen(blik).filter(tot__isnull=True)),
        "voorbij": _in_woorden(blik, _zichtbare_vlaggen(blik).filter(tot__isnull=False)),
        "mag_opheffen": blik.is_coordinator,
        "terug": _terug(blik),
    }
    return render(request, "toestemming/vlaggen.html", context)


def _zichtbare_vlaggen(blik: Blik) -> QuerySet[Veiligheidsvlag]:
    alle = Veiligheidsvlag.objects.filter(gezin=blik.gezin).select_related("voor_wie", "gezet_door", "termijn")
    zelf = Q(gezet_door=blik.gebruiker)
    mag = zelf | Q(zonder_coordinator=False) if blik.is_coordinator else zelf
    return alle.filter(mag).order_by("termijn__loopt_af_op")


def _in_woorden(blik: Blik, vlaggen: QuerySet[Veiligheidsvlag]) -> list[dict[str, Any]]:
    rijen = list(vlaggen.prefetch_related(_VRAGEN))
    ids = {pk for rij in rijen for pk in rij.over_wie}
    namen = dict(Deelnemer.objects.filter(gezin=blik.gezin, pk__in=ids).values_list("pk", "naam"))

    def wie_en_over(rij: Veiligheidsvlag) -> tuple[str, list[str]]:
        # Who asked in words isn't told whom they turned out to mean: that says who is in the family (T3).
        if rij.voor_wie is None or (rij.bedoeld_voor and not blik.is_coordinator):
            return rij.bedoeld_voor, [rij.bedoeld_over]
        return rij.voor_wie.naam, [namen[pk] for pk in rij.over_wie if pk in namen]

    gevonden = []
    for rij in rijen:
        wie, over = wie_en_over(rij)
        gevonden.append({"vlag": rij, "wie": wie, "over": over, **_stand(blik, rij)})
    return gevonden


def _stand(blik: Blik, vlag: Veiligheidsvlag) -> dict[str, Any]:
    """The question that waits and whether this reader is asked it, and who said yes to it."""
    vragen = vlag.vragen  # type: ignore[attr-defined] # of _VRAGEN
    open_ = next((vraag for vraag in vragen if vraag.wacht), None)
    van_haar = open_ is not None and open_.aan == Beoordelaar.COORDINATOR and blik.is_coordinator
    voor_mij = van_haar and vlag.gezet_door_id not in (blik.gebruiker.pk, blik.coordinator_id)
    bevestigd = next((vraag for vraag in reversed(vragen) if vraag.is_ja), None)
    return {"vraag": open_, "voor_mij": voor_mij, "bevestigd": bevestigd}


def _wie_te_bellen(blik: Blik) -> dict[str, Any]:
    coordinator = blik.coordinatorschap.gebruiker if blik.coordinatorschap else None
    return {"gezin": blik.gezin, "blik": blik, "coordinator": coordinator, "privacy_officers": privacy_officers()}


@met_gezin()
@_van_professional
@once
def vlag_zetten(request: HttpRequest, blik: Blik) -> HttpResponse:
    """Keep something from somebody."""
    mensen = blik.deelnemers().actief().exclude(soort=SoortDeelnemer.PROFESSIONAL)
    if mag_zetten(blik.gebruiker, blik.gezin.pk):
        # Who helps may not know the network; the danger may come from there, and then its names are shown here (X5).
        netwerk = Deelnemer.objects.actief().filter(gezin=blik.gezin, soort=SoortDeelnemer.NETWERKLID)
        mensen = mensen | netwerk.select_related("gebruiker", "instelling", "huishouden")
    terug = reverse("toestemming:vlaggen", args=[blik.gezin.pk])
    if not mensen.gezinsleden().exists():
        return _vraag_in_woorden(request, blik, terug)
    form = filled(request, VlagForm, mensen=mensen)
    zelf = mag_zetten(blik.gebruiker, blik.gezin.pk)

    def zet() -> Veiligheidsvlag:
        gegevens = form.cleaned_data
        over_wie = [lid.pk for lid in gegevens["over_wie"]]
        return actions.zet_vlag(
            gegevens["voor_wie"],
            over_wie,
            gegevens["reden"],
            gegevens["herzien_op"],
            zonder_coordinator=gegevens["zonder_coordinator"],
            nu=clock.now(),
            door=blik.gebruiker,
        )

    return carry_out(
        request,
        zet,
        form=form,
        page=lambda: toon_formulier(
            request,
            blik,
            form,
            titel=_("Houd iets weg bij iemand"),
            inleiding=zin(
                _(
                    "Is het niet veilig als iemand leest wat over een ander in het plan staat? Dan ziet die persoon het niet "
                    "meer. Nergens staat dat er iets wordt weggehouden. Praat er met [de zorgcoördinator] over."
                )
                if zelf
                else _(
                    "Is het niet veilig als iemand leest wat over een ander in het plan staat? Vraag of dat wordt "
                    "weggehouden. Het begint als [de zorgcoördinator] of een ander die hierover gaat, ja zegt."
                )
            ),
            knop=_("Houd dit weg") if zelf else _("Vraag dit"),
            terug=terug,
        ),
        done=_("Vanaf nu is dit niet meer te lezen voor deze persoon. Een tweede persoon kijkt of dit nodig is.")
        if zelf
        else _("Uw vraag is gesteld. U hoort wat het antwoord is."),
        then=terug,
    )


def _vraag_in_woorden(request: HttpRequest, blik: Blik, terug: str) -> HttpResponse:
    """Whoever isn't shown the family can't choose from it, and isn't told who there is: it is asked in words, or by phone."""
    form = filled(request, VlagInWoordenForm)
    return carry_out(
        request,
        lambda: actions.vraag_vlag_in_woorden(blik.gezin, **form.cleaned_data, nu=clock.now(), door=blik.gebruiker),
        form=form,
        page=lambda: render(
            request, "toestemming/vlag_vragen.html", _wie_te_bellen(blik) | {"terug": terug, "form": form}
        ),
        done=_("Uw vraag is gesteld. U hoort wat het antwoord is."),
        then=terug,
    )


@met_gezin(GezinsRecht.BEWERKEN)
@herbevestigd
@once
def vlag_opheffen(request: HttpRequest, blik: Blik, vlag_id: UUID) -> HttpResponse:
    """The coordinator lifts one."""
    vlag = get_object_or_404(_zichtbare_vlaggen(blik).filter(voor_wie__isnull=False), pk=vlag_id)
    form = filled(request, OpheffenForm)
    terug = reverse("toestemming:vlaggen", args=[blik.gezin.pk])
    return carry_out(
        request,
        lambda: actions.hef_vlag_op(vlag, form.cleaned_data["waarom"], nu=clock.now(), door=blik.gebruiker),
        form=form,
        page=lambda: toon_formulier(
            request,
            blik,
            form,
            titel=_("Niet meer weghouden"),
            inleiding=_("%(naam)s leest hierna weer wat voor iedereen in het gezin te lezen is.")
            % {"naam": vlag.voor_wie.naam},
            knop=_("Hef dit op"),
            terug=terug,
        ),
        done=_("Dit is opgeheven."),
        then=terug,
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def vertegenwoordiging(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Record that somebody else decides for this gezinslid, or see who does and end it."""
    wie = get_object_or_404(blik.deelnemers().actief().gezinsleden(), pk=deelnemer_id)
    huidig = Vertegenwoordiging.objects.filter(wie=wie, tot__isnull=True).select_related("door_wie").first()
    if huidig:
        return _vertegenwoordigd(request, blik, wie, huidig)
    form = filled(request, VertegenwoordigingForm, wie=wie, mensen=blik.deelnemers().actief())

    def leg_vast() -> Vertegenwoordiging:
        gegevens = form.cleaned_data
        return actions.leg_vertegenwoordiging_vast(
            wie, gegevens["door_wie"], gegevens["reden"], nu=clock.now(), door=blik.gebruiker
        )

    return carry_out(
        request,
        leg_vast,
        form=form,
        page=lambda: toon_formulier(
            request,
            blik,
            form,
            titel=_("Wie beslist er voor %(naam)s?") % {"naam": wie.naam},
            inleiding=_(
                "Alleen als %(naam)s dit niet zelf kan beslissen, of als er een voogd is. Vanaf dan geeft een ander "
                "toestemming voor wat over %(naam)s gaat. Wat al gegeven was, moet opnieuw worden gevraagd als de ander "
                "niet tekende."
            )
            % {"naam": wie.naam},
            knop=_("Leg dit vast"),
            keep=True,
            terug=reverse("gezinsplan:gezinslid_wijzigen", args=[blik.gezin.pk, wie.pk]),
        ),
        done=_("Vastgelegd wie er voor %(naam)s beslist.") % {"naam": wie.naam},
        then=reverse("toestemming:toestemming", args=[blik.gezin.pk]),
    )


def _vertegenwoordigd(request: HttpRequest, blik: Blik, wie: Deelnemer, huidig: Vertegenwoordiging) -> HttpResponse:
    return carry_out(
        request,
        lambda: actions.beeindig_vertegenwoordiging(huidig, nu=clock.now(), door=blik.gebruiker),
        page=lambda: toon_formulier(
            request,
            blik,
            Form(),
            titel=_("Wie beslist er voor %(naam)s?") % {"naam": wie.naam},
            inleiding=_("%(wie)s. Waarom: %(reden)s")
            % {"wie": huidig.door_wie.naam if huidig.door_wie else _("Wie het gezag heeft"), "reden": huidig.reden},
            knop=_("Beëindig dit: de gewone regels gelden weer"),
            terug=reverse("gezinsplan:gezinslid_wijzigen", args=[blik.gezin.pk, wie.pk]),
        ),
        done=_("Vanaf nu gelden de gewone regels weer voor %(naam)s.") % {"naam": wie.naam},
        then=reverse("toestemming:toestemming", args=[blik.gezin.pk]),
    )


def toon_formulier(request: HttpRequest, blik: Blik, form: Form, **context: Any) -> HttpResponse:
    """The one form page of these: a title, what it does, a button that names the act, the way back.

    `keep`: keep what is typed in the tab; not for what nobody who uses it after may find.
    """
    context = {"gezin": blik.gezin, "form": form, "keep": False, **context}
    return render(request, "toestemming/formulier.html", context)


def _terug(blik: Blik) -> str:
    return reverse("gezinsplan:mensen" if blik.mag(GezinsRecht.BEWERKEN) else "gezinsplan:plan", args=[blik.gezin.pk])
