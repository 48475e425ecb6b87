"""The plan on one page: three parts, rows that open in place. All row edits answer with this same page."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from core import clock, htmx
from core.acts import carry_out, filled, outdated, saved_row
from core.idempotency import once
from gezinnen.models import GezinsRecht
from gezinsplan import actions, afstemmingen, beurten, hulp, sinds
from gezinsplan.aanzet import VAN_MIJ, aan_zet
from gezinsplan.forms.aanvaarden import StartForm
from gezinsplan.forms.plan import AfspraakForm, AfstemmingForm, DoelForm, VoorwaardeForm
from gezinsplan.models import Aanvaarding, Afspraak, Afspraakstaat, Doel, Planstaat, Reactie
from gezinsplan.planbeeld import Doelbeeld, Erbij, Planbeeld, planbeeld
from gezinsplan.views.antwoorden import bewaard
from toestemming.aanspreken import met_je
from toestemming.filters import Filters
from toestemming.permissions import log_blik, met_gezin
from toestemming.zicht import Blik

SJABLOON = "gezinsplan/plan.html"


def _reacties(_oog: Filters) -> Mapping[str, Any]:
    reacties = Reactie.objects.filter(afspraak=OuterRef("pk")).order_by().values("afspraak").annotate(n=Count("pk"))
    return {"aantal_reacties": Coalesce(Subquery(reacties.values("n")), 0)}


def _nee(_oog: Filters) -> Mapping[str, Any]:
    nee = Aanvaarding.objects.geldig().filter(afspraak=OuterRef("pk"), doet_het=False)
    return {"zei_nee": ArraySubquery(nee.values("deelnemer__naam"))}


# What stands on this page beside the plan: what is asked and of whom, what was said, and by how many, what is new.
PLAN = Erbij(afspraken=_reacties) | VAN_MIJ | beurten.ERBIJ | afstemmingen.ERBIJ | sinds.ERBIJ
# And who said that he can't do it: the coordinator chooses somebody else.
MET_ANTWOORDEN = PLAN | Erbij(afspraken=_nee)


@require_GET
@met_gezin()
def plan(request: HttpRequest, blik: Blik) -> HttpResponse:
    return toon_plan(request, blik, open_deel=request.GET.get("open", ""))


@met_gezin(GezinsRecht.BEWERKEN)
@once
def starten(request: HttpRequest, blik: Blik) -> HttpResponse:
    form = filled(request, StartForm, beeld=planbeeld(blik))
    return carry_out(
        request,
        lambda: actions.activeer(
            actions.plan_van(blik.gezin), nu=clock.now(), door=blik.gebruiker, aan_tafel=form.aan_tafel()
        ),
        form=form,
        page=lambda: toon_plan(request, blik, startform=form),
        home=plan_url(blik, anker="starten"),
        done=_("Het plan is gestart. Iedereen die meedoet krijgt bericht."),
        then=plan_url(blik),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def afstemming(request: HttpRequest, blik: Blik) -> HttpResponse:
    form = filled(request, AfstemmingForm, plan=actions.plan_van(blik.gezin))
    return carry_out(
        request,
        lambda: actions.wijzig_afstemming(
            blik.gezin,
            form.cleaned_data["tekst"],
            versie=form.cleaned_data["versie"] or 0,
            nu=clock.now(),
            door=blik.gebruiker,
        ),
        form=form,
        page=lambda: toon_plan(request, blik, open_deel="afstemming", form=form),
        home=plan_url(blik, open_deel="afstemming", anker="afstemming"),
        done=bewaard(),
        saved="afstemming",
        then=plan_url(blik, anker="afstemming"),
    )


def plan_url(blik: Blik, *, open_deel: str = "", anker: str = "") -> str:
    """The address of the plan, with a row opened, at a place on the page."""
    url = reverse("gezinsplan:plan", args=[blik.gezin.pk])
    if open_deel:
        url = f"{url}?open={open_deel}"
    return f"{url}#{anker}" if anker else url


def toon_plan(
    request: HttpRequest,
    blik: Blik,
    *,
    open_deel: str = "",
    form: forms.Form | None = None,
    startform: StartForm | None = None,
) -> HttpResponse:
    """The page (or, for htmx, its one swappable part) with at most one row opened; the number of queries is fixed."""
    bezoek_nu, mag_bewerken = timezone.now(), blik.mag(GezinsRecht.BEWERKEN)
    beeld = planbeeld(blik, MET_ANTWOORDEN if mag_bewerken else PLAN, bezoek_nu=bezoek_nu)
    if not mag_bewerken:
        open_deel = ""
    if open_deel and form is None:
        form = leeg_formulier(beeld, open_deel)
        if form is None:
            open_deel = ""
    berichten = list(messages.get_messages(request))
    vastgelegd = saved_row(berichten)
    afspraken = beeld.afspraken
    navragen = [navraag for afspraak in afspraken for navraag in afspraak.navragen_nu]  # type: ignore[attr-defined]
    gesprekken = [gesprek for afspraak in afspraken for gesprek in afspraak.gesprekken_nu]  # type: ignore[attr-defined]
    gesproken = afstemmingen.gesproken_zonder_gezin(beeld)
    log_blik(
        request,
        blik,
        onderdelen=[*beeld.onderdelen, *(deel.rij for deel in gesproken)],
        mensen=beeld.gezinsleden,
        object_soort="gezinsplan",
        object_id=beeld.plan.pk,
    )
    context = {
        "blik": blik,
        "gezin": blik.gezin,
        "je": met_je(blik),
        "beeld": beeld,
        "sinds": sinds.sinds(beeld, navragen, bezoek_nu=bezoek_nu, nu=clock.now()),
        "plan": beeld.plan,
        # Links name the plan itself: after an error the page stands at the address of the act.
        "plan_url": plan_url(blik),
        "coordinator": blik.coordinatorschap,
        "mag_bewerken": mag_bewerken,
        "open": open_deel,
        "form": form,
        "verouderd_nu": outdated(form),
        "messages": berichten,
        "bewaard": vastgelegd,
        "nu": clock.now(),
        "aan_zet_nu": aan_zet(blik, afspraken, navragen, gesprekken, set(beeld.gezin.van_mij_nu or ())),
        "tip_doelen": hulp.bij_doelen(beeld.doelen) if mag_bewerken else "",
        "bezwaren": actions.bezwaren(beeld.plan, clock.now()) if mag_bewerken and _in_de_maak(beeld) else [],
        "startfout": " ".join(startform.non_field_errors()) if startform else "",
        "startform": (startform or StartForm(beeld=beeld)) if mag_bewerken and _in_de_maak(beeld) else None,
        "gesproken": gesproken,
        "mag_afstemmen": blik.deelnemer is not None and blik.deelnemer.is_professional,
        "nee": {rij.pk: ", ".join(rij.zei_nee) for rij in afspraken} if mag_bewerken else {},
        "tijdlijn": tijdlijn(beeld),
        "reacties": {rij.pk: rij.aantal_reacties for rij in afspraken},
    }
    antwoord = htmx.render_part(request, SJABLOON, "delen", context)
    # The address says which row is open: a reload, or a login in between, leads back to what was being typed.
    antwoord["HX-Replace-Url"] = plan_url(blik, open_deel=open_deel)
    return antwoord


def leeg_formulier(beeld: Planbeeld, open_deel: str) -> forms.Form | None:
    """The form of the row that `open_deel` names, as it stands now; None when there is no such row for this reader."""
    if open_deel == "doel":
        return DoelForm(beeld=beeld)
    if open_deel == "afstemming":
        return AfstemmingForm(plan=beeld.plan)
    soort, _streep, kaal = open_deel.rpartition(".")
    doelen, afspraken = _op_id(beeld)
    try:
        pk = UUID(kaal)
    except ValueError:
        return None
    if soort == "voorwaarde" and pk in doelen and not doelen[pk].doel.is_voorwaarde:
        return VoorwaardeForm(beeld=beeld, boven=doelen[pk].doel)
    if soort == "afspraak" and pk in doelen:
        return AfspraakForm(beeld=beeld, boven=doelen[pk].doel, initial={"start_op": clock.today()})
    if soort == "" and pk in doelen:
        return doelform(beeld, doelen[pk].doel)
    if soort == "" and pk in afspraken:
        return AfspraakForm(beeld=beeld, boven=afspraken[pk].doel, afspraak=afspraken[pk])
    return None


def doelform(beeld: Planbeeld, doel: Doel, data: Any = None) -> DoelForm:
    """The form of a goal, or of a condition."""
    if doel.hoofddoel is None:
        return DoelForm(data, beeld=beeld, doel=doel)
    return VoorwaardeForm(data, beeld=beeld, doel=doel, boven=doel.hoofddoel)


def tijdlijn(beeld: Planbeeld) -> list[Afspraak]:
    """What was agreed in order of time: what runs by its end, then what is closed, the newest first (part 3).

    What is still asked of the reader, is not agreed yet.
    """
    dicht = (Afspraakstaat.GEDAAN, Afspraakstaat.VERVALLEN)
    lopend = [a for a in beeld.afspraken if a.staat not in dicht and a not in beeld.gevraagd]
    klaar = [a for a in beeld.afspraken if a.staat == Afspraakstaat.GEDAAN]
    met_termijn = sorted((a for a in lopend if a.termijn), key=lambda a: a.lopende_termijn.loopt_af_op)
    zonder = sorted((a for a in lopend if not a.termijn), key=lambda a: a.eind_op or a.start_op)
    return [*met_termijn, *zonder, *sorted(klaar, key=lambda a: a.gebeurd_op or a.start_op, reverse=True)]


def _op_id(beeld: Planbeeld) -> tuple[dict[UUID, Doelbeeld], dict[UUID, Afspraak]]:
    return {deel.doel.pk: deel for deel in beeld.alle_doelen}, {afspraak.pk: afspraak for afspraak in beeld.afspraken}


def _in_de_maak(beeld: Planbeeld) -> bool:
    return beeld.plan.staat == Planstaat.CONCEPT
