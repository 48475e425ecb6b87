"""People who log in for their work: reachability, functions, invitation, access (I3, I5, X2)."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
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
from instanties import actions, bevestigers, selectie
from instanties import uitnodigen as uitnodigpagina
from instanties.actions.functies import wat_blijft_liggen
from instanties.forms import FunctieForm, PersoonForm, ToegangForm, professionals
from instanties.herbevestigen import herbevestigd
from instanties.models import Functie, Gebruiker, Weekdag, Weg
from instanties.permissions import vereist_beheerder
from instanties.views.organisaties import PER_PAGINA, SUGGESTIES


def _persoon(gebruiker_id: UUID) -> Gebruiker:
    return get_object_or_404(professionals(), pk=gebruiker_id)


def _pad(gebruiker: Gebruiker) -> str:
    return reverse("instanties:persoon", args=[gebruiker.pk])


@require_safe
@vereist_beheerder
def mensen(request: HttpRequest) -> HttpResponse:
    """Everybody who logs in for work, to search by name, address or instelling."""
    q = request.GET.get("q", "").strip()[:100]
    geldig = Functie.objects.geldig().select_related("instelling", "gemeente").order_by("id")
    rijen = professionals().order_by("naam_volgorde", "id").prefetch_related(Prefetch("functies", geldig, to_attr="nu"))
    if q:
        bij = Functie.objects.geldig().filter(holds(q, "instelling__")).values("gebruiker")
        rijen = rijen.filter(holds(q) | Q(email__icontains=q) | Q(pk__in=bij))
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    via = selectie.met_inlogdienst(pagina.object_list)
    for rij in pagina.object_list:
        rij.logt_in = rij.pk in via or rij.has_usable_password()
    return render(request, "instanties/mensen.html", {"pagina": pagina, "q": q})


@require_safe
@vereist_beheerder
def mensen_zoeken(request: HttpRequest) -> HttpResponse:
    """Suggestions while typing somebody's name."""
    q = request.GET.get("q", "").strip()[:100]
    rijen = (
        professionals().filter(holds(q), is_active=True).order_by("naam_volgorde")[:SUGGESTIES] if len(q) > 1 else []
    )
    keuzes = [{"sleutel": str(rij.pk), "tekst": rij.naam, "bij": rij.email} for rij in rijen]
    return render(request, "onderdelen/suggesties.html", {"keuzes": keuzes, "lijst": request.GET.get("lijst", "")})


@vereist_beheerder
@herbevestigd
@once
def persoon_toevoegen(request: HttpRequest) -> HttpResponse:
    """A new account; roles and the invitation come next, on the person's page."""
    form = filled(request, PersoonForm)
    return carry_out(
        request,
        lambda: actions.maak_gebruiker(is_professional=True, door=request.user, **form.cleaned_data),
        form=form,
        page=lambda: render(request, "instanties/persoon_wijzigen.html", {"form": form, "rij": None}),
        done=lambda gemaakt: _("%(naam)s staat erin. Geef nu een rol.") % {"naam": gemaakt},
        then=lambda gemaakt: reverse("instanties:functie_geven", args=[gemaakt.pk]),
    )


@require_safe
@vereist_beheerder
def persoon(request: HttpRequest, gebruiker_id: UUID) -> HttpResponse:
    """One person: how reached, which roles, whether there is access."""
    rij = _persoon(gebruiker_id)
    functies = rij.functies.geldig().order_by("rol", "id")
    functies = functies.select_related(
        "instelling", "gemeente", "leidinggevende", "verzoek__door", "verzoek__beantwoord_door"
    )
    nu = clock.now()
    uitnodiging = rij.uitnodigingen.filter(
        gebruikt_op__isnull=True, ingetrokken_op__isnull=True, verloopt_op__gt=nu
    ).first()
    context = {
        "rij": rij,
        "functies": functies,
        "gevraagd": bevestigers.met_wie_gevraagd_is(bevestigers.wachtende(nu).filter(gebruiker=rij), nu),
        "toegang_gevraagd": bevestigers.met_wie_gevraagd_is(
            bevestigers.wachtende_toegang(nu).filter(gebruiker=rij), nu
        ),
        "uitnodiging": uitnodiging,
        "logt_in": selectie.logt_in(rij),
        "met_dienst": bool(selectie.met_inlogdienst([rij])),
        "wegen": Weg.objects.bindt(nu).te_bevestigen(nu).filter(gebruiker=rij).select_related("door"),
        "dagen": " ".join(str(Weekdag(dag).label)[:2] for dag in rij.werkdagen),
    }
    return render(request, "instanties/persoon.html", context)


@vereist_beheerder
@herbevestigd
@once
def persoon_wijzigen(request: HttpRequest, gebruiker_id: UUID) -> HttpResponse:
    """Change name, reachability and training."""
    rij = _persoon(gebruiker_id)
    velden = ("naam", "email", "telefoon", "mobiel", "werkdagen", "opgeleid_op", "opgeleid_voorzitten_op")
    form = filled(request, PersoonForm, initial={veld: getattr(rij, veld) for veld in velden})

    def wijzig() -> None:
        bewaard = actions.wijzig_gebruiker(rij, nu=clock.now(), door=request.user, **form.cleaned_data)
        verzet_wachtende(clock.now(), [bewaard])

    return carry_out(
        request,
        wijzig,
        form=form,
        page=lambda: render(request, "instanties/persoon_wijzigen.html", {"form": form, "rij": rij}),
        done=_("De gegevens zijn vastgelegd."),
        then=_pad(rij),
    )


@vereist_beheerder
@herbevestigd
@once
def functie_geven(request: HttpRequest, gebruiker_id: UUID) -> HttpResponse:
    """Ask a second person to give somebody a role within an instelling, a gemeente or the region."""
    rij = _persoon(gebruiker_id)
    form = filled(request, FunctieForm)

    def vraag() -> None:
        gegevens = dict(form.cleaned_data)
        actions.vraag_functie(rij, gegevens.pop("rol"), nu=clock.now(), door=request.user, **gegevens)

    return carry_out(
        request,
        vraag,
        form=form,
        page=lambda: render(request, "instanties/functie_geven.html", {"form": form, "rij": rij}),
        done=_("De rol is gevraagd. Een tweede persoon zegt er ja of nee op; tot dan geeft hij niets."),
        then=_pad(rij),
    )


@vereist_beheerder
@herbevestigd
@once
def functie_beeindigen(request: HttpRequest, functie_id: UUID) -> HttpResponse:
    """End a role, after asking once; refused with the reason when something would be left without anyone."""
    functie = get_object_or_404(
        Functie.objects.geldig().select_related("gebruiker", "instelling", "gemeente"),
        pk=functie_id,
        gebruiker__is_professional=True,
    )
    return carry_out(
        request,
        lambda: actions.beeindig_functie(functie, nu=clock.now(), door=request.user),
        page=lambda: ask_to_confirm(
            request,
            title=_("Wilt u deze rol beëindigen?"),
            consequence=_("%(functie)s. Wat deze persoon door de rol kan zien, is daarna dicht.")
            % {"functie": functie},
            button=_("Beëindig deze rol"),
            back=_pad(functie.gebruiker),
        ),
        done=_("De rol is beëindigd."),
        then=_pad(functie.gebruiker),
    )


@vereist_beheerder
@herbevestigd
def uitnodigen(request: HttpRequest, gebruiker_id: UUID) -> HttpResponse:
    """Invite for the first login, by mail or on paper."""
    rij = _persoon(gebruiker_id)
    return uitnodigpagina.pagina(request, rij, terug=_pad(rij))


@vereist_beheerder
@herbevestigd
@once
def opnieuw(request: HttpRequest, gebruiker_id: UUID) -> HttpResponse:
    """For who lost password or phone: ask a second person whether this one may begin again with a new invitation (I8)."""
    rij = _persoon(gebruiker_id)
    return carry_out(
        request,
        lambda: actions.vraag_nieuwe_toegang(rij, nu=clock.now(), door=request.user),
        page=lambda: ask_to_confirm(
            request,
            title=_("Nieuwe toegang voor %(naam)s?") % {"naam": rij},
            consequence=_(
                "Controleer eerst of u echt met deze persoon te maken hebt, bijvoorbeeld door terug te bellen. We vragen een "
                "tweede persoon. Na het ja werken het wachtwoord en de tweede stap van nu niet meer, en maakt u een nieuwe "
                "uitnodiging. Tot dan verandert er niets. %(naam)s krijgt bericht."
            )
            % {"naam": rij},
            button=_("Vraag nieuwe toegang"),
            back=_pad(rij),
        ),
        refused=_pad(rij),
        done=_("Gevraagd. Een tweede persoon zegt ja of nee; u krijgt bericht."),
        then=_pad(rij),
    )


@vereist_beheerder
@herbevestigd
@once
def weg_gehoord(request: HttpRequest, weg_id: UUID) -> HttpResponse:
    """Somebody said to this beheerder that a way into his account is right: then it ties him to nobody any more (I8).

    Only a way that may be found right: a code after its use, for before that whoever made it could still use it.
    """
    nu = clock.now()
    wegen = Weg.objects.bindt(nu).te_bevestigen(nu).select_related("door", "gebruiker")
    weg = get_object_or_404(wegen.filter(gebruiker__in=professionals()), pk=weg_id)
    return carry_out(
        request,
        lambda: actions.bevestig_mondeling(weg, nu=clock.now(), door=request.user),
        page=lambda: ask_to_confirm(
            request,
            title=_("Zei %(naam)s u zelf dat het klopt?") % {"naam": weg.gebruiker},
            consequence=_(
                "%(door)s maakte een manier om in te loggen als %(naam)s. Bel %(naam)s op een nummer dat u zelf opzoekt, of "
                "spreek %(naam)s zelf: hebt u daarmee ingelogd, en gebruikt u dit account alleen? Bij twijfel: doe dit niet."
            )
            % {"naam": weg.gebruiker, "door": weg.door},
            button=_("Ja, dat zei %(naam)s zelf") % {"naam": weg.gebruiker},
            back=_pad(weg.gebruiker),
            danger=False,
        ),
        refused=_pad(weg.gebruiker),
        done=_("Het staat nu vast, met uw naam erbij."),
        then=_pad(weg.gebruiker),
    )


@vereist_beheerder
@herbevestigd
@once
def toegang_beeindigen(request: HttpRequest, gebruiker_id: UUID) -> HttpResponse:
    """Close an account at once, after saying what would be left without anyone."""
    rij = _persoon(gebruiker_id)
    zinnen = wat_blijft_liggen(rij)
    form = filled(request, ToegangForm) if zinnen else None
    gevolg = _("%(naam)s kan dan meteen niet meer inloggen en wordt overal uitgelogd.") % {"naam": rij}
    return carry_out(
        request,
        lambda: actions.beeindig_toegang(
            rij, nu=clock.now(), door=request.user, ook_als_iets_blijft_liggen=form is not None
        ),
        form=form,
        page=lambda: ask_to_confirm(
            request,
            title=_("Wilt u de toegang van %(naam)s beëindigen?") % {"naam": rij},
            consequence=" ".join([gevolg, *([_("Dit blijft liggen:")] if zinnen else []), *zinnen]),
            button=_("Beëindig de toegang"),
            back=_pad(rij),
            form=form,
        ),
        done=_("%(naam)s kan niet meer inloggen.") % {"naam": rij},
        then=_pad(rij),
    )


@vereist_beheerder
@herbevestigd
@once
def toegang_terug(request: HttpRequest, gebruiker_id: UUID) -> HttpResponse:
    """Let somebody log in again."""
    rij = _persoon(gebruiker_id)
    return carry_out(
        request,
        lambda: actions.geef_toegang_terug(rij, nu=clock.now(), door=request.user),
        done=_("%(naam)s kan weer inloggen. Over elke rol zegt een tweede persoon opnieuw ja of nee.") % {"naam": rij},
        then=_pad(rij),
    )
