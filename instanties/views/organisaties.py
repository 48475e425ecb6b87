"""Region, gemeenten, instellingen and what waits for the beheerder (I1, E4, E5, E7)."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from berichten.actions import verzet_wachtende
from core import clock
from core.acts import carry_out, filled
from core.confirm import ask_to_confirm
from core.idempotency import once
from core.named import holds
from instanties import actions
from instanties.forms import GemeenteForm, InstellingForm, RegioForm, SluitForm, VrijeDagForm, professionals
from instanties.herbevestigen import herbevestigd
from instanties.models import Beheermelding, Gemeente, Instelling, Regio, Regiowijziging, VrijeDag
from instanties.permissions import vereist_beheerder
from instanties.werkwijze import werkwijze

PER_PAGINA = 50
SUGGESTIES = 8


@require_safe
@vereist_beheerder
def beheer(request: HttpRequest) -> HttpResponse:
    """What waits for the beheerder, and the ways in."""
    meldingen = Beheermelding.objects.filter(afgehandeld_op__isnull=True).select_related("instelling", "gemeente")
    context = {
        "meldingen": meldingen[:PER_PAGINA],
        "gemeenten": Gemeente.objects.aggregate(alle=Count("pk"), actief=Count("pk", filter=Q(actief=True))),
        "instellingen": Instelling.objects.filter(actief=True).count(),
        "mensen": professionals().filter(is_active=True).count(),
    }
    return render(request, "instanties/beheer.html", context)


@vereist_beheerder
@once
def melding_afhandelen(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Take a notice off the list."""
    melding = get_object_or_404(Beheermelding, pk=melding_id)
    return carry_out(
        request,
        lambda: actions.handel_melding_af(melding, nu=clock.now(), door=request.user),
        done=_("De melding is van de lijst."),
        then=reverse("instanties:beheer"),
    )


@vereist_beheerder
@herbevestigd
@once
def regio(request: HttpRequest) -> HttpResponse:
    """The region's name and agreed terms; the free days below."""
    form = filled(request, RegioForm, instance=Regio.objects.huidige())

    def leg_vast() -> None:
        actions.leg_regio_vast(door=request.user, nu=clock.now(), **form.cleaned_data)
        verzet_wachtende(clock.now())

    return carry_out(
        request,
        leg_vast,
        form=form,
        page=lambda: _toon_regio(request, form, VrijeDagForm()),
        done=_("De afspraken van de regio zijn vastgelegd."),
        then=reverse("instanties:regio"),
    )


def _toon_regio(request: HttpRequest, form: RegioForm, dagform: VrijeDagForm) -> HttpResponse:
    context = {
        "form": form,
        "dagform": dagform,
        "dagen": VrijeDag.objects.filter(datum__gte=clock.today()),
        "wijzigingen": Regiowijziging.objects.select_related("door")[:PER_PAGINA],
    }
    return render(request, "instanties/regio.html", context)


@vereist_beheerder
@once
def vrije_dag_toevoegen(request: HttpRequest) -> HttpResponse:
    """Name a day that counts as free, or one that doesn't."""
    form = filled(request, VrijeDagForm)

    def leg_vast() -> None:
        gegevens = form.cleaned_data
        actions.leg_vrije_dag_vast(
            gegevens["datum"], gegevens["naam"], vrij=gegevens["vrij"] == "ja", door=request.user, nu=clock.now()
        )
        verzet_wachtende(clock.now())

    return carry_out(
        request,
        leg_vast,
        form=form,
        page=lambda: _toon_regio(request, RegioForm(instance=Regio.objects.huidige()), form),
        home=reverse("instanties:regio"),
        done=_("De dag staat in de lijst."),
        then=reverse("instanties:regio"),
    )


@vereist_beheerder
@once
def vrije_dag_weghalen(request: HttpRequest, dag_id: int) -> HttpResponse:
    """Forget a named day."""
    dag = get_object_or_404(VrijeDag, pk=dag_id)

    def haal_weg() -> None:
        actions.verwijder_vrije_dag(dag, door=request.user, nu=clock.now())
        verzet_wachtende(clock.now())

    return carry_out(request, haal_weg, done=_("De dag is uit de lijst."), then=reverse("instanties:regio"))


@require_safe
@vereist_beheerder
def gemeenten(request: HttpRequest) -> HttpResponse:
    """All gemeenten of the region, with who is named for step 3."""
    rijen = Gemeente.objects.select_related("ambtenaar", "vervanger", "bestuur")
    return render(request, "instanties/gemeenten.html", {"gemeenten": rijen})


@vereist_beheerder
@herbevestigd
@once
def gemeente(request: HttpRequest, gemeente_id: UUID | None = None) -> HttpResponse:
    """Make or change a gemeente."""
    rij = get_object_or_404(Gemeente, pk=gemeente_id) if gemeente_id else None
    form = filled(request, GemeenteForm, initial=GemeenteForm.begin(rij))
    return carry_out(
        request,
        lambda: actions.leg_gemeente_vast(rij, door=request.user, nu=clock.now(), **form.cleaned_data),
        form=form,
        page=lambda: render(request, "instanties/gemeente.html", {"form": form, "rij": rij}),
        done=lambda bewaard: _("%(naam)s is vastgelegd.") % {"naam": bewaard},
        then=reverse("instanties:gemeenten"),
    )


@vereist_beheerder
@herbevestigd
@once
def gemeente_sluiten(request: HttpRequest, gemeente_id: UUID) -> HttpResponse:
    """A gemeente stops or goes into another: what stays behind is said before (I9, E5)."""
    rij = get_object_or_404(Gemeente, pk=gemeente_id, actief=True)
    return _sluiten(request, rij, actions.sluit_gemeente, terug=reverse("instanties:gemeente", args=[rij.pk]))


@vereist_beheerder
@herbevestigd
@once
def instelling_sluiten(request: HttpRequest, instelling_id: UUID) -> HttpResponse:
    """An instelling stops or goes into another: what stays behind is said before (I9, Z3)."""
    rij = get_object_or_404(Instelling, pk=instelling_id, actief=True)
    return _sluiten(request, rij, actions.sluit_instelling, terug=reverse("instanties:instelling", args=[rij.pk]))


def _sluiten(request: HttpRequest, rij: Gemeente | Instelling, sluit: Any, *, terug: str) -> HttpResponse:
    form = filled(request, SluitForm, rij=rij)
    return carry_out(
        request,
        lambda: sluit(rij, opvolger=form.cleaned_data["opvolger"], nu=clock.now(), door=request.user),
        form=form,
        page=lambda: ask_to_confirm(
            request,
            title=_("Doet %(naam)s niet meer mee?") % {"naam": rij},
            consequence=_(
                "We vragen eerst een tweede persoon. Tot het ja verandert er niets. Daarna ziet wie hier werkt, niets meer van "
                "hier, behalve wie meegaat. Toestemming voor de hele organisatie eindigt. Wat is gebeurd, blijft onder de oude "
                "naam bewaard. Alle beheerders krijgen bericht."
            ),
            button=_("Vraag om dit te laten stoppen"),
            back=terug,
            form=form,
            template="instanties/sluiten.html",
            about={"blijft_achter": actions.wat_blijft_achter(rij)},
        ),
        done=_("Gevraagd. Tot een tweede persoon ja zegt, verandert er niets."),
        then=terug,
    )


@require_safe
@vereist_beheerder
def instellingen(request: HttpRequest) -> HttpResponse:
    """The sociale kaart: instellingen and gemeentelijke diensten, to search by name."""
    q = request.GET.get("q", "").strip()[:100]
    rijen = Instelling.objects.select_related("gemeente")
    if q:
        rijen = rijen.filter(holds(q))
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "instanties/instellingen.html", {"pagina": pagina, "q": q})


@require_safe
@vereist_beheerder
def instellingen_zoeken(request: HttpRequest) -> HttpResponse:
    """Suggestions while typing the name of an instelling."""
    q = request.GET.get("q", "").strip()[:100]
    rijen = Instelling.objects.filter(holds(q), actief=True)[:SUGGESTIES] if len(q) > 1 else []
    keuzes = [{"sleutel": str(rij.pk), "tekst": rij.naam, "bij": rij.get_soort_display()} for rij in rijen]
    return render(request, "onderdelen/suggesties.html", {"keuzes": keuzes, "lijst": request.GET.get("lijst", "")})


@vereist_beheerder
@once
def instelling(request: HttpRequest, instelling_id: UUID | None = None) -> HttpResponse:
    """Make or change an instelling or a service of a gemeente."""
    rij = get_object_or_404(Instelling, pk=instelling_id) if instelling_id else None
    form = filled(request, InstellingForm, instance=rij)
    if rij is None and not form.is_bound:
        form.initial |= {"actief": True}

    def toon() -> HttpResponse:
        geldig = (
            rij.functies.geldig().select_related("gebruiker").order_by("rol", "gebruiker__naam_volgorde") if rij else []
        )
        mensen = list(geldig)
        context = {"form": form, "rij": rij, "mensen": mensen, "werkwijze": werkwijze(mensen)}
        return render(request, "instanties/instelling.html", context)

    return carry_out(
        request,
        lambda: actions.leg_instelling_vast(rij, door=request.user, **form.cleaned_data),
        form=form,
        page=toon,
        done=lambda bewaard: _("%(naam)s is vastgelegd.") % {"naam": bewaard},
        then=reverse("instanties:instellingen"),
    )
