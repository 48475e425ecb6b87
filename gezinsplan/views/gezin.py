"""The pages about the family itself: its people, households and gezag (G1, G16, Z3)."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock
from core.acts import carry_out, filled, outdated
from core.errors import NotAllowed
from core.idempotency import once
from core.names import person_order
from gezinnen import actions
from gezinnen.actions import GezinslidGegevens
from gezinnen.models import Deelnemer, Gezag, Gezin, GezinsRecht, Huishouden
from gezinnen.permissions import eigen_instellingen, mag_gezin_maken
from gezinnen.selectie import coordinator, is_jeugdige, mag_account
from gezinsplan.forms.gezin import GezinForm, GezinslidForm, HuishoudenForm, KindForm, NieuwGezinForm
from instanties.selectie import met_inlogdienst
from toestemming import onderwerpen
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik
from woorden.zinnen import zin


def mensenpagina(gezin: Gezin) -> str:
    """The address of the page with everyone of this family."""
    return reverse("gezinsplan:mensen", kwargs={"gezin_id": gezin.pk})


def toon_formulier(request: HttpRequest, gezin: Gezin | None, form: Form, **context: Any) -> HttpResponse:
    """The one form page of this part: a title, a button that names the act, the way back.

    With `wie` (a Deelnemer) it also offers what can be done about that person's access.
    """
    context = {"inleiding": "", "wie": None, **context, "gezin": gezin, "form": form}
    context["verouderd"] = outdated(form)
    huidig = coordinator(gezin) if gezin and context["wie"] else None
    context["is_coordinator"] = huidig is not None and huidig.gebruiker_id == context["wie"].gebruiker_id
    context["gezag"] = form.gezagdragers if isinstance(form, KindForm) else []
    context["mag_account"] = context["wie"] is not None and mag_account(context["wie"], clock.now())
    context.setdefault("terug", mensenpagina(gezin) if gezin else "/")
    return render(request, "gezinsplan/gezin_formulier.html", context)


@login_required
@once
def gezin_maken(request: HttpRequest) -> HttpResponse:
    """Start a plan with a family, as its zorgcoördinator (G1, Z3)."""
    if not mag_gezin_maken(request.user):
        raise NotAllowed
    form = filled(request, NieuwGezinForm, instellingen=eigen_instellingen(request.user))

    def maak() -> Gezin:
        gegevens = form.cleaned_data
        return actions.maak_gezin(
            gegevens["naam"],
            gegevens["gemeente"],
            request.user,
            gegevens["instelling"],
            nu=clock.now(),
            door=request.user,
        )

    return carry_out(
        request,
        maak,
        form=form,
        page=lambda: toon_formulier(
            request,
            None,
            form,
            titel=_("Nieuw gezin"),
            knop=_("Begin dit plan"),
            inleiding=zin(_("U wordt [de zorgcoördinator]. Hierna vult u samen met het gezin in wie erbij horen.")),
        ),
        done=_("Het gezin staat erin. Wie horen erbij?"),
        then=mensenpagina,
    )


@require_safe
@met_gezin(GezinsRecht.BEWERKEN)
def mensen(request: HttpRequest, blik: Blik) -> HttpResponse:
    """Everyone of this plan: the family per household, network, professionals; what is still missing is said (G1, G4)."""
    iedereen = list(blik.deelnemers().select_related("navrager", "gemeente").order_by("soort", "naam_volgorde"))
    gestopt = sorted(
        (rij for rij in iedereen if rij.gestopt_op), key=lambda rij: (rij.gestopt_op, rij.naam_volgorde), reverse=True
    )
    deelnemers = [rij for rij in iedereen if not rij.gestopt_op]
    gezinsleden = sorted((rij for rij in deelnemers if rij.is_gezinslid), key=_volgorde)
    gezag: dict[UUID, list[str]] = {}
    for drager in Gezag.objects.geldig().filter(kind__gezin=blik.gezin).select_related("houder"):
        gezag.setdefault(drager.kind_id, []).append(met_former(drager.houder))
    for lid in gezinsleden:
        lid.is_jeugdige = is_jeugdige(lid, clock.now())  # type: ignore[attr-defined]
        lid.gezagnamen = sorted(gezag.get(lid.pk, []), key=person_order)  # type: ignore[attr-defined]
    via = met_inlogdienst(rij.gebruiker for rij in deelnemers if rij.gebruiker)
    for rij in deelnemers:
        rij.logt_in = bool(rij.gebruiker and (rij.gebruiker.pk in via or rij.gebruiker.has_usable_password()))  # type: ignore[attr-defined]
        rij.mag_account = mag_account(rij, clock.now())  # type: ignore[attr-defined]
    huishoudens: list[tuple[Huishouden | None, list[Deelnemer]]] = [
        (huis, [lid for lid in gezinsleden if lid.huishouden_id == huis.pk]) for huis in blik.huishoudens()
    ]
    if zonder := [lid for lid in gezinsleden if lid.huishouden_id is None]:
        huishoudens.append((None, zonder))
    request.logboek.bekeken(
        gezin_id=blik.gezin.pk,
        over_wie=[lid.pk for lid in gezinsleden],
        onderwerpen=[onderwerpen.gegevens(lid.pk) for lid in gezinsleden],
        getoond={"deelnemers": [str(rij.pk) for rij in iedereen]},
    )
    context = {
        "blik": blik,
        "gezin": blik.gezin,
        "huishoudens": huishoudens,
        "netwerk": [rij for rij in deelnemers if not rij.is_gezinslid and not rij.is_professional],
        "professionals": [rij for rij in deelnemers if rij.is_professional],
        "gestopt": gestopt,
        "coordinator_id": blik.coordinatorschap.gebruiker_id if blik.coordinatorschap else None,
    }
    return render(request, "gezinsplan/gezin_mensen.html", context)


def met_former(lid: Deelnemer) -> str:
    """The name, with why somebody takes no part any more."""
    return f"{lid.naam} ({lid.former})" if lid.former else lid.naam


def _volgorde(lid: Deelnemer) -> tuple[bool, date, str]:
    """Adults first, then the children from old to young."""
    return (is_jeugdige(lid, clock.now()), lid.geboortedatum or date.min, lid.naam_volgorde)


@met_gezin(GezinsRecht.BEWERKEN)
@once
def gezin_wijzigen(request: HttpRequest, blik: Blik) -> HttpResponse:
    """Change the family's name or its gemeente (G1)."""
    gezin = blik.gezin
    form = filled(request, GezinForm, initial={"naam": gezin.naam, "gemeente": gezin.gemeente_id})
    return carry_out(
        request,
        lambda: actions.wijzig_gezin(gezin, **form.cleaned_data, nu=clock.now(), door=request.user),
        form=form,
        page=lambda: toon_formulier(request, gezin, form, titel=_("Naam en gemeente"), knop=_("Leg dit vast")),
        done=_("Dit is vastgelegd."),
        then=mensenpagina(gezin),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def huishouden(request: HttpRequest, blik: Blik, huishouden_id: UUID | None = None) -> HttpResponse:
    """Add a household elsewhere, or change one (G16)."""
    huis = get_object_or_404(blik.huishoudens(), pk=huishouden_id) if huishouden_id else None
    eerst = {"naam": huis.naam, "adres": huis.adres, "geheim_adres": huis.geheim_adres} if huis else None
    form = filled(request, HuishoudenForm, initial=eerst)

    def leg_vast() -> Huishouden:
        hoe = {**form.cleaned_data, "nu": clock.now(), "door": request.user}
        return actions.wijzig_huishouden(huis, **hoe) if huis else actions.voeg_huishouden_toe(blik.gezin, **hoe)

    return carry_out(
        request,
        leg_vast,
        form=form,
        page=lambda: toon_formulier(
            request,
            blik.gezin,
            form,
            titel=huis.naam if huis else _("Nog een huishouden"),
            knop=_("Leg dit huishouden vast"),
        ),
        done=_("Dit is vastgelegd."),
        then=mensenpagina(blik.gezin),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def gezinslid_toevoegen(request: HttpRequest, blik: Blik) -> HttpResponse:
    """Add an adult of the family (G1)."""
    form = filled(request, GezinslidForm, gezin=blik.gezin)
    return _gezinslid(request, blik, form, None, titel=_("Een volwassene van het gezin"), knop=_("Zet bij het gezin"))


@met_gezin(GezinsRecht.BEWERKEN)
@once
def kind_toevoegen(request: HttpRequest, blik: Blik) -> HttpResponse:
    """Add a child, with its gemeente and who holds gezag (G1, G16)."""
    form = filled(request, KindForm, gezin=blik.gezin, nu=clock.now())
    return _gezinslid(request, blik, form, None, titel=_("Een kind van het gezin"), knop=_("Zet bij het gezin"))


@met_gezin(GezinsRecht.BEWERKEN)
@once
def gezinslid_wijzigen(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Change what is known of somebody of the family (G1, G7)."""
    lid = get_object_or_404(blik.deelnemers().actief().gezinsleden(), pk=deelnemer_id)
    form: GezinslidForm
    if is_jeugdige(lid, clock.now()):
        form = filled(request, KindForm, gezin=blik.gezin, deelnemer=lid, nu=clock.now())
    else:
        form = filled(request, GezinslidForm, gezin=blik.gezin, deelnemer=lid)
    request.logboek.bekeken(gezin_id=blik.gezin.pk, over_wie=[lid.pk], onderwerpen=[onderwerpen.gegevens(lid.pk)])
    return _gezinslid(request, blik, form, lid, titel=lid.naam, knop=_("Leg dit vast"))


def _gezinslid(
    request: HttpRequest, blik: Blik, form: GezinslidForm, lid: Deelnemer | None, *, titel: str, knop: str
) -> HttpResponse:
    return carry_out(
        request,
        lambda: _bewaar_gezinslid(blik.gezin, form, lid, request),
        form=form,
        page=lambda: toon_formulier(
            request,
            blik.gezin,
            form,
            titel=titel,
            knop=knop,
            wie=lid,
        ),
        done=lambda _gedaan: _("%(naam)s is vastgelegd.") % {"naam": form.cleaned_data["naam"]},
        then=mensenpagina(blik.gezin),
    )


def _bewaar_gezinslid(gezin: Gezin, form: GezinslidForm, lid: Deelnemer | None, request: HttpRequest) -> None:
    """One act: what is known of the person and, of a child, who holds gezag."""
    gegevens = dict(form.cleaned_data)
    hoe = {"nu": clock.now(), "door": request.user}
    versie = gegevens.pop("versie") or 0
    over_gezag = isinstance(form, KindForm) and form.over_gezag
    gezag = gegevens.pop("gezag", () if over_gezag else None)
    bekend = gegevens.pop("gezag_bekend", isinstance(form, KindForm) and form.staat_vast)
    actions.leg_gezinslid_vast(
        gezin,
        GezinslidGegevens(**gegevens),
        lid,
        versie,
        gezag=(list(gezag), bekend) if gezag is not None else None,
        **hoe,
    )
