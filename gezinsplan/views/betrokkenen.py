"""The pages about who takes part beside the family, and about access: inviting, losing it, stopping it (G4, G17, X2)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock
from core.acts import carry_out, filled
from core.confirm import ask_to_confirm
from core.errors import NotAllowed
from core.idempotency import once
from core.names import fold
from gezinnen import actions
from gezinnen.actions import BetrokkeneGegevens
from gezinnen.models import Deelnemer, GezinsRecht, SoortDeelnemer
from gezinnen.permissions import waarom_niet_uitnodigen
from gezinnen.vertrek import wat_nog_loopt
from gezinsplan import sociale_kaart
from gezinsplan.forms.gezin import (
    AccountForm,
    BetrokkeneForm,
    ContactForm,
    NieuweBetrokkeneForm,
    ZoekBetrokkeneForm,
    leest_alleen_het_eigene,
)
from gezinsplan.forms.stoppen import OverledenForm, StoppenForm
from gezinsplan.views.gezin import mensenpagina, toon_formulier
from instanties import uitnodigen as uitnodigpagina
from instanties.herbevestigen import herbevestigd
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik
from woorden.zinnen import zin


@require_safe
@met_gezin(GezinsRecht.BEWERKEN)
def betrokkene_zoeken(request: HttpRequest, blik: Blik) -> HttpResponse:
    """Suggestions from the sociale kaart while typing (I2)."""
    keuzes = sociale_kaart.zoek(request.GET.get("q", "")[:100])
    return render(request, "onderdelen/suggesties.html", {"keuzes": keuzes, "lijst": request.GET.get("lijst", "")})


@met_gezin(GezinsRecht.BEWERKEN)
@once
def betrokkene_toevoegen(request: HttpRequest, blik: Blik) -> HttpResponse:
    """Choose somebody from the sociale kaart, then say what the share is; typed words alone become a search (I2, G4)."""
    keuze = sociale_kaart.lees(request.GET.get("wie_sleutel", ""))
    if keuze is None:
        q = request.GET.get("wie", "").strip()[:100]
        gevonden = sociale_kaart.zoek(q)
        precies = [kaart for kaart in gevonden if fold(kaart.tekst) == fold(q)]
        if len(precies) != 1:
            context = {
                "gezin": blik.gezin,
                "form": ZoekBetrokkeneForm(request.GET if q else None, gezin=blik.gezin),
                "q": q,
                "gevonden": gevonden,
            }
            return render(request, "gezinsplan/gezin_betrokkene_zoeken.html", context)
        keuze = precies[0]
    nieuw = Deelnemer(
        gezin=blik.gezin,
        soort=SoortDeelnemer.PROFESSIONAL,
        instelling=keuze.instelling,
        gebruiker=keuze.gebruiker,
        naam=keuze.gebruiker.naam if keuze.gebruiker else "",
        relatie_tot_gezin=keuze.titel,
    )
    titel = f"{keuze.tekst}, {keuze.instelling.naam}" if keuze.gebruiker else keuze.instelling.naam
    form = filled(request, NieuweBetrokkeneForm, gezin=blik.gezin, deelnemer=nieuw)
    return _betrokkene(request, blik, form, nieuw, titel=titel)


@met_gezin(GezinsRecht.BEWERKEN)
@once
def netwerklid_toevoegen(request: HttpRequest, blik: Blik) -> HttpResponse:
    """Add somebody of the network: grandmother, a neighbour (G4, G17)."""
    nieuw = Deelnemer(gezin=blik.gezin, soort=SoortDeelnemer.NETWERKLID)
    form = filled(request, NieuweBetrokkeneForm, gezin=blik.gezin, deelnemer=nieuw)
    return _betrokkene(request, blik, form, nieuw, titel=_("Iemand uit familie of buurt"))


@met_gezin(GezinsRecht.BEWERKEN)
@once
def betrokkene_wijzigen(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Change how somebody is reached, or who asks after it (G4, G17)."""
    rij = get_object_or_404(blik.deelnemers().actief().betrokkenen(), pk=deelnemer_id)
    form = filled(request, BetrokkeneForm, gezin=blik.gezin, deelnemer=rij)
    return _betrokkene(request, blik, form, rij, titel=rij.naam)


def _betrokkene(request: HttpRequest, blik: Blik, form: BetrokkeneForm, rij: Deelnemer, *, titel: str) -> HttpResponse:
    nieuw = rij._state.adding

    def leg_vast() -> str:
        gegevens = dict(form.cleaned_data)
        versie = gegevens.pop("versie") or 0
        leefgebieden = gegevens.pop("leefgebieden", None)
        ingevuld = BetrokkeneGegevens(**gegevens, instelling=rij.instelling)
        hoe = {"nu": clock.now(), "door": request.user}
        if nieuw:
            actions.voeg_betrokkene_toe(blik.gezin, ingevuld, gebruiker=rij.gebruiker, leefgebieden=leefgebieden, **hoe)
        else:
            actions.wijzig_betrokkene(rij, ingevuld, versie, **hoe)
        return ingevuld.naam

    return carry_out(
        request,
        leg_vast,
        form=form,
        page=lambda: toon_formulier(
            request,
            blik.gezin,
            form,
            titel=titel,
            knop=zin(_("Zet bij [de betrokkenen]")) if nieuw else _("Leg dit vast"),
            inleiding=leest_alleen_het_eigene(rij) if nieuw else "",
            wie=None if nieuw else rij,
        ),
        done=lambda naam: _("%(naam)s is vastgelegd.") % {"naam": naam},
        then=mensenpagina(blik.gezin),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@herbevestigd
@once
def deelnemer_uitnodigen(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Invite somebody of the plan: first an account, then a code by mail or on paper (X2)."""
    rij = get_object_or_404(blik.deelnemers().actief(), pk=deelnemer_id)
    terug = mensenpagina(blik.gezin)
    if rij.gebruiker:
        if waarom_niet := waarom_niet_uitnodigen(rij):
            raise NotAllowed(waarom_niet)
        # Asked when the code is made: what it opens of family or network, is this family only.
        alleen_hier = (
            None if rij.is_professional else lambda: actions.alleen_hier(rij, nu=clock.now(), door=request.user)
        )
        return uitnodigpagina.pagina(request, rij.gebruiker, terug=terug, voor_wie=alleen_hier)
    form = filled(request, AccountForm, deelnemer=rij)
    return carry_out(
        request,
        lambda: actions.geef_account(
            rij,
            email=form.cleaned_data["email"],
            leefgebieden=form.cleaned_data.get("leefgebieden"),
            nu=clock.now(),
            door=request.user,
        ),
        form=form,
        page=lambda: toon_formulier(
            request,
            blik.gezin,
            form,
            titel=_("%(naam)s uitnodigen") % {"naam": rij.naam},
            knop=_("Verder naar de uitnodiging"),
            inleiding=leest_alleen_het_eigene(rij)
            or _("Daarna kan deze persoon zelf inloggen en lezen wat voor hem of haar is."),
        ),
        then=request.path,
    )


@met_gezin(GezinsRecht.BEWERKEN)
@herbevestigd
@once
def contact(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Mail and phone of somebody of family or network who has an account and can't change them himself (I9)."""
    rij = get_object_or_404(blik.deelnemers().actief().filter(gebruiker__isnull=False), pk=deelnemer_id)
    if rij.is_professional:
        raise NotAllowed(_("Van een professional wijzigt de beheerder dit."))
    form = filled(
        request, ContactForm, initial={veld: getattr(rij.gebruiker, veld) for veld in ContactForm.base_fields}
    )
    return carry_out(
        request,
        lambda: actions.wijzig_contact(rij, **form.cleaned_data, nu=clock.now(), door=request.user),
        form=form,
        page=lambda: toon_formulier(
            request,
            blik.gezin,
            form,
            titel=_("Mail en telefoon van %(naam)s") % {"naam": rij.naam},
            knop=_("Leg dit vast"),
            inleiding=_(
                "Op dit mailadres kan %(naam)s een nieuw wachtwoord krijgen. Vraag het %(naam)s zelf. Op het oude adres "
                "komt een bericht dat er iets is veranderd, zonder het nieuwe adres."
            )
            % {"naam": rij.naam},
        ),
        done=_("Dit is vastgelegd."),
        then=mensenpagina(blik.gezin),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@herbevestigd
@once
def deelnemer_opnieuw(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """For somebody of family or network who can't get in any more: the old password goes, a new invitation comes (X2)."""
    rij = get_object_or_404(blik.deelnemers().actief().filter(gebruiker__isnull=False), pk=deelnemer_id)
    if rij.is_professional:
        raise NotAllowed(_("Een professional vraagt dit de beheerder."))
    return carry_out(
        request,
        lambda: actions.geef_nieuwe_toegang(rij, nu=clock.now(), door=request.user),
        page=lambda: ask_to_confirm(
            request,
            title=_("Kan %(naam)s niet meer inloggen?") % {"naam": rij.naam},
            consequence=_("Het oude wachtwoord werkt dan niet meer. U geeft daarna een nieuwe code."),
            button=_("Geef een nieuwe code"),
            back=mensenpagina(blik.gezin),
            danger=False,
        ),
        refused=mensenpagina(blik.gezin),
        then=reverse("gezinsplan:deelnemer_uitnodigen", args=[blik.gezin.pk, rij.pk]),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@herbevestigd
@once
def deelnemer_stoppen(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """End somebody's part in the plan, with what still runs said before; access closes at once (T3, I9)."""
    rij = get_object_or_404(blik.deelnemers().actief(), pk=deelnemer_id)
    form = filled(request, StoppenForm, deelnemer=rij)
    overleden = reverse("gezinsplan:deelnemer_overleden", args=[blik.gezin.pk, rij.pk])
    return carry_out(
        request,
        lambda: actions.stop_deelname(rij, nu=clock.now(), door=request.user, **form.cleaned_data),
        form=form,
        page=lambda: ask_to_confirm(
            request,
            title=_("Doet %(naam)s niet meer mee?") % {"naam": rij.naam},
            consequence=_("%(naam)s kan het plan dan meteen niet meer lezen. Wat is afgesproken, blijft bewaard.")
            % {"naam": rij.naam},
            button=_("Beëindig deelname"),
            back=mensenpagina(blik.gezin),
            form=form,
            template="gezinsplan/stoppen.html",
            about={"loopt_nog": wat_nog_loopt(rij), "overleden_url": "" if rij.is_professional else overleden},
        ),
        done=_("%(naam)s doet niet meer mee.") % {"naam": rij.naam},
        then=mensenpagina(blik.gezin),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@herbevestigd
@once
def deelnemer_overleden(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Record that somebody died: nobody gets mail about or for this person, and nothing waits for him or her (I9)."""
    rij = get_object_or_404(blik.deelnemers().exclude(soort=SoortDeelnemer.PROFESSIONAL).leven(), pk=deelnemer_id)
    form = filled(request, OverledenForm, deelnemer=rij)
    return carry_out(
        request,
        lambda: actions.leg_overlijden_vast(rij, nu=clock.now(), door=request.user, **form.cleaned_data),
        form=form,
        page=lambda: ask_to_confirm(
            request,
            title=_("%(naam)s is overleden") % {"naam": rij.naam},
            consequence=_(
                "Wat verdrietig. Niemand krijgt hierna nog een vraag of mail aan of over %(naam)s. De naam en wat er "
                "samen is afgesproken, blijven staan."
            )
            % {"naam": rij.naam},
            button=_("Leg dit vast"),
            back=mensenpagina(blik.gezin),
            form=form,
            danger=False,
            template="gezinsplan/stoppen.html",
            about={"loopt_nog": wat_nog_loopt(rij, overleden=True), "overleden_url": ""},
        ),
        done=_("Dit is vastgelegd. Sterkte voor u en voor het gezin."),
        then=mensenpagina(blik.gezin),
    )
