"""From a plan in the making to a plan that runs: from now on the clock keeps its terms."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from berichten.actions import Melding, meld_velen
from core.errors import RuleError
from gezinsplan import looptijd
from gezinsplan.actions.aanvaarden import aanvaard_aan_tafel
from gezinsplan.actions.afspraken import laat_lopen
from gezinsplan.actions.verslag import schrijf_over_plan
from gezinsplan.models import Afspraak, Afspraakstaat, Doel, Doelstaat, Gezinsplan, Planstaat
from gezinsplan.selectie import coordinatoren_van, deelnemende_gebruikers
from instanties.models import Gebruiker
from logboek.models import Handeling
from termijnen.kalender import huidige_kalender
from woorden.zinnen import zin


@dataclass(frozen=True)
class Bezwaar:
    """Something that must be mended before the plan can start; `onderdeel` is the goal or afspraak it is about."""

    tekst: str
    onderdeel: UUID | None = None


def bezwaren(plan: Gezinsplan, nu: datetime) -> list[Bezwaar]:
    """What stands in the way of starting this plan, in words; empty when it can start."""
    gevonden = []
    if not coordinatoren_van([plan.gezin_id]):
        gevonden.append(Bezwaar(zin(_("Dit gezin heeft nog [geen zorgcoördinator]."))))
    if not Doel.objects.filter(plan=plan, staat=Doelstaat.LOOPT).exists():
        gevonden.append(Bezwaar(_("Er staat nog geen doel in het plan.")))
    afspraken = list(
        Afspraak.objects.filter(doel__plan=plan, staat=Afspraakstaat.VOORSTEL)
        .select_related("termijn")
        .prefetch_related("uitvoerders")
    )
    if not afspraken:
        gevonden.append(Bezwaar(_("Er staat nog geen afspraak in het plan: wie doet wat, en tot wanneer?")))
    kalender = huidige_kalender()
    for afspraak in afspraken:
        wat = {"wat": _kort(afspraak.wat)}
        if not any(uitvoerder.gestopt_op is None for uitvoerder in afspraak.uitvoerders.all()):
            gevonden.append(Bezwaar(_("Niemand doet nog deze afspraak: %(wat)s") % wat, afspraak.pk))
        if looptijd.gepland_einde(afspraak, nu, kalender) <= nu:
            gevonden.append(Bezwaar(_("De termijn van deze afspraak is al voorbij: %(wat)s") % wat, afspraak.pk))
    return gevonden


@transaction.atomic
def activeer(plan: Gezinsplan, *, nu: datetime, door: Gebruiker, aan_tafel: Collection[UUID] | None = ()) -> Gezinsplan:
    """Start the plan: every afspraak gets its term, who takes part hears it.

    `aan_tafel`: the doers who sat at the table and said yes; None: all of them. Raises RuleError with all that is
    missing.
    """
    plan = Gezinsplan.objects.select_for_update(of=("self",)).select_related("gezin").get(pk=plan.pk)
    if plan.staat != Planstaat.CONCEPT:
        raise RuleError(_("Dit plan loopt al."))
    if missend := bezwaren(plan, nu):
        raise RuleError(" ".join(_zin(bezwaar.tekst) for bezwaar in missend))
    Gezinsplan.overgangen.move(Planstaat.ACTIEF, plan)
    plan.geactiveerd_op = nu
    plan.versie += 1
    plan.save()
    afspraken = list(
        Afspraak.objects.select_for_update(of=("self",))
        .select_related("doel__plan__gezin")
        .filter(doel__plan=plan, staat=Afspraakstaat.VOORSTEL)
        .order_by("pk")
    )
    laat_lopen(afspraken, nu=nu, door=door)
    aanvaard_aan_tafel(afspraken, aan_tafel, nu=nu, door=door)
    schrijf_over_plan(Handeling.WIJZIGEN, plan.gezin, door=door, melding=_("het plan is gestart"))
    meld_velen(
        [
            Melding("plan_gestart", gebruiker, sleutel=f"gestart:{plan.pk}", gezin=plan.gezin_id, object_id=plan.pk)
            for gebruiker in deelnemende_gebruikers(plan.gezin_id)
            if gebruiker.pk != door.pk
        ],
        nu,
        door=door,
    )
    return plan


def _kort(tekst: str, lengte: int = 60) -> str:
    return tekst if len(tekst) <= lengte else f"{tekst[: lengte - 1]}…"


def _zin(tekst: str) -> str:
    return tekst if tekst[-1] in ".?!" else f"{tekst}."
