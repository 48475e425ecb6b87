"""Making and changing the plan and its goals (G1, G2, G3). Each locks, checks, saves and logs, in one transaction."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from core.errors import RuleError
from gezinnen.models import Gezin
from gezinsplan.actions import invoer
from gezinsplan.actions.mag_weten import eis_mag_weten
from gezinsplan.actions.mensen import herzie_wie_gevraagd_wordt
from gezinsplan.actions.verslag import schrijf_over, schrijf_over_plan
from gezinsplan.models import Afspraak, Doel, Doelstaat, Gezinsplan, Planstaat
from gezinsplan.models.afspraak import OPEN_AFSPRAAK
from instanties.models import Gebruiker
from logboek.models import Handeling
from toestemming.actions import vergeet_keuzes
from woorden.zinnen import zin


@dataclass(frozen=True)
class DoelGegevens:
    """What a goal says; `gesteld_door`, `waarom` and `gevolg` for a condition only (G3).

    `leefgebieden` and `over_wie` None: of a goal, nobody has said it yet; a condition follows the goal above it (T3).
    """

    tekst: str
    leefgebieden: Sequence[str] | None = None
    over_wie: Sequence[UUID] | None = None
    gesteld_door: str = ""
    waarom: str = ""
    gevolg: str = ""


def plan_van(gezin: Gezin) -> Gezinsplan:
    """The plan of this family, made with its first act."""
    plan, _gemaakt = Gezinsplan.objects.get_or_create(gezin=gezin)
    return plan


@transaction.atomic
def voeg_doel_toe(
    gezin: Gezin, gegevens: DoelGegevens, *, nu: datetime, door: Gebruiker, hoofddoel: Doel | None = None
) -> Doel:
    """Add a goal at the end of the list, or a condition under `hoofddoel` (G2, G3). Raises RuleError."""
    plan = Gezinsplan.objects.select_for_update().get(pk=plan_van(gezin).pk)
    if plan.staat == Planstaat.AFGEROND:
        raise RuleError(_("Dit plan is afgerond."))
    if hoofddoel is not None and (hoofddoel.plan_id != plan.pk or hoofddoel.is_voorwaarde):
        raise RuleError(zin(_("[Een voorwaarde] hoort bij [een gezinsdoel] van dit plan.")))
    buren = Doel.objects.filter(plan=plan, hoofddoel=hoofddoel)
    # Who goes back in the browser and sends the form again, meant one goal.
    if buren.filter(staat=Doelstaat.LOOPT, tekst__iexact=gegevens.tekst.strip()).exists():
        raise RuleError(_("Dit staat al in het plan."), field="tekst")
    laatste = buren.aggregate(hoogste=Max("volgorde"))["hoogste"]
    doel = Doel(plan=plan, hoofddoel=hoofddoel, volgorde=(laatste or 0) + 1)
    _vul(doel, gegevens, plan.gezin_id)
    doel.save()
    schrijf_over(Handeling.AANMAKEN, [doel], door=door)
    return doel


@transaction.atomic
def wijzig_doel(
    doel: Doel,
    gegevens: DoelGegevens,
    *,
    versie: int,
    nu: datetime,
    door: Gebruiker,
    ook_voor: Collection[UUID] = (),
) -> Doel:
    """Change a goal that was read as `versie`. Raises Outdated with both texts, or RuleError (G7; field over_wie: who does
    something under it may not know of these people).

    What follows it is about the same from then on. `ook_voor`: ids of what hangs under it and was set apart, and follows it
    again; other ids do nothing.
    """
    onder = _onder(doel.pk)
    doel = _met_slot(doel.pk)
    was = {deel.pk: _waarover(deel) for deel in onder}
    nieuw = Doel(plan=doel.plan, hoofddoel=doel.hoofddoel)
    _vul(nieuw, gegevens, doel.plan.gezin_id)
    invoer.eis_versie(doel.versie, versie, eigen=doelteksten(nieuw), huidig=doelteksten(doel))
    stond_er = _inhoud(doel)
    _vul(doel, gegevens, doel.plan.gezin_id)
    doel.versie += 1
    doel.save()
    if _inhoud(doel) != stond_er:
        vergeet_keuzes(doel.pk, nu=nu)
    for deel in onder:
        if deel.pk in ook_voor and deel.apart:
            deel.apart = False
            deel.save(update_fields=["apart"])
    # The database let it follow: read again.
    mee = [deel for deel in _onder(doel.pk) if _waarover(deel) != was[deel.pk]]
    for deel in mee:
        vergeet_keuzes(deel.pk, nu=nu)
    open_ = [deel for deel in mee if isinstance(deel, Afspraak) and deel.staat in OPEN_AFSPRAAK]
    if ook_over_ander := [deel for deel in open_ if _waarover(deel)[1] - was[deel.pk][1]]:
        eis_mag_weten(ook_over_ander, veld="over_wie", nu=nu)
        herzie_wie_gevraagd_wordt(doel.plan.gezin_id, nu=nu, door=door)
    schrijf_over(Handeling.WIJZIGEN, [doel, *mee], door=door)
    return doel


@transaction.atomic
def verplaats_doel(doel: Doel, *, omhoog: bool, nu: datetime, door: Gebruiker) -> None:
    """Move a goal one place up or down among its neighbours: what is first, matters first (G2)."""
    Gezinsplan.objects.select_for_update().get(pk=doel.plan_id)
    rij = list(Doel.objects.filter(plan_id=doel.plan_id, hoofddoel_id=doel.hoofddoel_id).order_by("volgorde", "id"))
    plaats = next(nummer for nummer, ander in enumerate(rij) if ander.pk == doel.pk)
    naar = plaats - 1 if omhoog else plaats + 1
    if not 0 <= naar < len(rij):
        return
    rij[plaats], rij[naar] = rij[naar], rij[plaats]
    for nummer, ander in enumerate(rij, start=1):
        ander.volgorde = nummer
    Doel.objects.bulk_update(rij, ["volgorde"])
    schrijf_over(Handeling.WIJZIGEN, [_met_plan(doel.pk)], door=door, melding=_("volgorde van de doelen"))


@transaction.atomic
def verwijder_doel(doel: Doel, *, nu: datetime, door: Gebruiker) -> None:
    """Take a goal out of a plan in the making, with what hangs under it. Raises RuleError once the plan runs (G7)."""
    doel = _met_slot(doel.pk)
    if doel.plan.staat != Planstaat.CONCEPT:
        raise RuleError(_("Het plan loopt al, dus het doel blijft staan. Zeg dat het niet meer nodig is."))
    schrijf_over(Handeling.VERWIJDEREN, [doel], door=door)
    doel.delete()


@transaction.atomic
def wijzig_afstemming(gezin: Gezin, tekst: str, *, versie: int, nu: datetime, door: Gebruiker) -> Gezinsplan:
    """How people keep in touch: by mail, phone, meeting, other (G4). Raises Outdated with both texts, or RuleError."""
    plan = Gezinsplan.objects.select_for_update().get(pk=plan_van(gezin).pk)
    nieuw = invoer.tekst(tekst, "afstemming", 2000)
    naam = _("Afspraken over afstemming")
    invoer.eis_versie(plan.versie, versie, eigen={naam: nieuw}, huidig={naam: plan.afstemming})
    plan.afstemming = nieuw
    plan.versie += 1
    plan.save()
    schrijf_over_plan(Handeling.WIJZIGEN, gezin, door=door, melding=_("afspraken over afstemming"))
    return plan


@transaction.atomic
def heropen_doel(doel: Doel, *, nu: datetime, door: Gebruiker) -> Doel:
    """Take a goal up again that was reached or had stopped."""
    doel = _met_slot(doel.pk)
    if doel.staat == Doelstaat.LOOPT:
        return doel
    Doel.overgangen.move(Doelstaat.LOOPT, doel)
    doel.bereikt_op, doel.waarom_gestopt = None, ""
    doel.versie += 1
    doel.save()
    schrijf_over(Handeling.WIJZIGEN, [doel], door=door, melding=_("doel weer opgepakt"))
    return doel


def doelteksten(doel: Doel) -> dict[str, str]:
    """What a goal says, by label, to lay two versions side by side."""
    teksten = {_("Doel"): doel.tekst}
    if doel.is_voorwaarde:
        teksten |= {
            zin(_("Wie stelt [deze voorwaarde]")): doel.gesteld_door,
            _("Waarom"): doel.waarom,
            _("Wat gebeurt er als het niet lukt"): doel.gevolg,
        }
    return teksten


def _inhoud(doel: Doel) -> tuple[object, ...]:
    """What somebody who chose to show it had read."""
    return *doelteksten(doel).values(), *_waarover(doel)


def _waarover(deel: Doel | Afspraak) -> tuple[set[str], set[UUID]]:
    return set(deel.leefgebieden), set(deel.over_wie)


def _onder(doel_id: UUID) -> list[Doel | Afspraak]:
    """What hangs under this goal, locked, and before the goal itself: so for everybody (docs/architectuur.md)."""
    afspraken = Afspraak.objects.filter(Q(doel=doel_id) | Q(doel__hoofddoel=doel_id))
    voorwaarden = Doel.objects.filter(hoofddoel=doel_id).select_related("plan__gezin")
    return [
        *afspraken.select_for_update(of=("self",)).select_related("doel__plan__gezin").order_by("pk"),
        *voorwaarden.select_for_update(of=("self",)).order_by("pk"),
    ]


def _met_plan(pk: UUID) -> Doel:
    return Doel.objects.select_related("plan__gezin").get(pk=pk)


def _met_slot(pk: UUID) -> Doel:
    return Doel.objects.select_for_update(of=("self",)).select_related("plan__gezin", "hoofddoel").get(pk=pk)


def _vul(doel: Doel, gegevens: DoelGegevens, gezin_id: UUID) -> None:
    voorwaarde = doel.hoofddoel_id is not None
    doel.tekst = invoer.tekst(
        gegevens.tekst, "tekst", 500,
        leeg=_("Schrijf op wat er nodig is.") if voorwaarde else _("Schrijf op wat het gezin wil bereiken."),
    )  # fmt: skip
    invoer.waarover(doel, doel.hoofddoel, gegevens.leefgebieden, gegevens.over_wie, gezin_id=gezin_id)
    if voorwaarde:
        doel.gesteld_door = invoer.tekst(
            gegevens.gesteld_door, "gesteld_door", 150, leeg=zin(_("Zeg van wie [deze voorwaarde] komt."))
        )
        doel.waarom = invoer.tekst(gegevens.waarom, "waarom", 500, leeg=_("Zeg waarom dit nodig is."))
        doel.gevolg = invoer.tekst(gegevens.gevolg, "gevolg", 500, leeg=_("Zeg wat er gebeurt als het niet lukt."))
