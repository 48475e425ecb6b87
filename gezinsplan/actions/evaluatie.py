"""Looking back on a goal: done as agreed, did it help, are we on the right road; and celebrating it (G6)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from berichten.actions import Melding, meld_velen
from core.errors import RuleError
from gezinnen.waarneming import namens_wie
from gezinsplan.actions import invoer
from gezinsplan.actions.afspraken import sluit_af_als_vervallen
from gezinsplan.actions.gedaan import leg_gedaan_vast
from gezinsplan.actions.sloten import met_slot
from gezinsplan.actions.verslag import schrijf_over
from gezinsplan.eigen_aandeel import eigen_en_te_laat
from gezinsplan.looptijd import dag_van
from gezinsplan.models import Afspraak, Afspraakstaat, Doel, Doelstaat, Evaluatie, Planstaat
from gezinsplan.selectie import wie_ziet
from instanties.models import Gebruiker
from logboek.models import Handeling

AFGESLOTEN = (Afspraakstaat.GEDAAN, Afspraakstaat.VERVALLEN)


@dataclass(frozen=True)
class Terugblik:
    """The answers at an evaluation. `bereikt_op` empty: today.

    Of what still runs for a goal that is reached: what is `gedaan`, and what goes on (`verder`: afspraak, under which goal).
    The rest is no longer needed.
    """

    volgens_afspraak: bool
    bereikt: bool
    waarom: str = ""
    vervolg: str = ""
    bereikt_op: date | None = None
    viering: str = ""
    gedaan: Collection[UUID] = ()
    verder: Mapping[UUID, UUID] = field(default_factory=dict)


@transaction.atomic
def evalueer(doel: Doel, terugblik: Terugblik, *, nu: datetime, door: Gebruiker) -> Evaluatie:
    """Record an evaluation (G6). A goal that is reached closes, with its conditions and what still ran for it.

    Not as agreed: why. Not reached: what now. Raises RuleError at the field.
    """
    doel = _met_slot(doel)
    if doel.plan.staat == Planstaat.CONCEPT:
        raise RuleError(_("Het plan loopt nog niet. Terugkijken kan zodra het loopt."))
    if doel.staat != Doelstaat.LOOPT:
        raise RuleError(_("Dit doel is al afgesloten."))
    waarom = invoer.tekst(
        terugblik.waarom, "waarom", 1000,
        leeg="" if terugblik.volgens_afspraak and terugblik.bereikt else _("Zeg hoe dat komt."),
    )  # fmt: skip
    vervolg = invoer.tekst(
        terugblik.vervolg, "vervolg", 1000, leeg="" if terugblik.bereikt else _("Zeg wat jullie nu gaan doen.")
    )
    evaluatie = Evaluatie.objects.create(
        doel=doel, volgens_afspraak=terugblik.volgens_afspraak, bereikt=terugblik.bereikt,
        waarom=waarom, vervolg=vervolg, door=door, op=nu,
        namens=namens_wie(door, doel.plan.gezin_id, als_coordinator=True),
    )  # fmt: skip
    schrijf_over(Handeling.AANMAKEN, [doel], door=door, melding=_("evaluatie"))
    if terugblik.bereikt:
        _bereikt(doel, terugblik, nu=nu, door=door)
    return evaluatie


@transaction.atomic
def stop_doel(doel: Doel, reden: str, *, nu: datetime, door: Gebruiker, kiest_zelf: bool = True) -> Doel:
    """Say that a goal is no longer needed, and why; what still ran for it ends. Raises RuleError.

    `kiest_zelf`: a person ends it, so never what is that one's own and late (E15); a death ends that too (I9).
    """
    reden = invoer.tekst(reden, "reden", 1000, leeg=_("Zeg waarom dit doel niet meer nodig is."))
    doel = _met_slot(doel)
    if doel.staat != Doelstaat.LOOPT:
        raise RuleError(_("Dit doel is al afgesloten."))
    doel.waarom_gestopt = reden
    _sluit_af(doel, Doelstaat.GESTOPT, reden, nu=nu, door=door, kiest_zelf=kiest_zelf)
    schrijf_over(Handeling.WIJZIGEN, [doel], door=door, melding=_("doel niet meer nodig"))
    return doel


def _bereikt(doel: Doel, terugblik: Terugblik, *, nu: datetime, door: Gebruiker) -> None:
    vandaag = dag_van(nu)
    doel.bereikt_op = terugblik.bereikt_op or vandaag
    if doel.bereikt_op > vandaag:
        raise RuleError(_("Deze dag moet nog komen. Kies vandaag of een eerdere dag."), "bereikt_op")
    doel.viering = invoer.tekst(terugblik.viering, "viering", 300)
    _laat_doorgaan(doel, terugblik.verder, door=door)
    lopend = Afspraak.objects.filter(_onder(doel), pk__in=list(terugblik.gedaan)).exclude(staat__in=AFGESLOTEN)
    for afspraak in met_slot(list(lopend.values_list("pk", flat=True))):
        hoe = _("gezegd bij het terugkijken")
        leg_gedaan_vast(afspraak, vandaag, nu=nu, door=door, hoe_gehoord=hoe, om=localtime(nu).time())
    _sluit_af(doel, Doelstaat.BEREIKT, _("het doel is bereikt"), nu=nu, door=door)
    meld_velen(
        [
            Melding(
                "doel_bereikt", gebruiker, sleutel=f"bereikt:{doel.pk}:{nu.isoformat()}",
                gezin=doel.plan.gezin_id, object_id=doel.pk,
            )
            for gebruiker in wie_ziet(doel, vandaag)
            if gebruiker.pk != door.pk
        ],
        nu,
        door=door,
    )  # fmt: skip


def _laat_doorgaan(doel: Doel, verder: Mapping[UUID, UUID], *, door: Gebruiker) -> None:
    """Hang these running afspraken under another goal that runs; term, doers and what it is about stay. Raises RuleError."""
    if not verder:
        return
    doelen = (
        Doel.objects.filter(plan=doel.plan_id, staat=Doelstaat.LOOPT).exclude(pk=doel.pk).exclude(hoofddoel=doel.pk)
    )
    naar = doelen.in_bulk(set(verder.values()))
    if len(naar) != len(set(verder.values())):
        raise RuleError(_("Kies een doel dat nog loopt."))
    lopend = Afspraak.objects.filter(_onder(doel), pk__in=list(verder)).exclude(staat__in=AFGESLOTEN)
    afspraken = met_slot(list(lopend.values_list("pk", flat=True)))
    for afspraak in afspraken:
        ging_over = (set(afspraak.leefgebieden), set(afspraak.over_wie))
        afspraak.doel = naar[verder[afspraak.pk]]
        # Who may read it doesn't change because it hangs elsewhere: about something else than that goal, it is set apart (T3).
        afspraak.apart = ging_over != (set(afspraak.doel.leefgebieden), set(afspraak.doel.over_wie))
        afspraak.versie += 1
    Afspraak.objects.bulk_update(afspraken, ["doel", "apart", "versie"])
    schrijf_over(Handeling.WIJZIGEN, list(afspraken), door=door, melding=_("hoort nu bij een ander doel"))


def _onder(doel: Doel) -> Q:
    return Q(doel=doel) | Q(doel__hoofddoel=doel)


def _sluit_af(
    doel: Doel, staat: Doelstaat, reden: str, *, nu: datetime, door: Gebruiker, kiest_zelf: bool = True
) -> None:
    """Close a goal; its open conditions stop with it, and its open afspraken are no longer needed."""
    voorwaarden = list(doel.voorwaarden.filter(staat=Doelstaat.LOOPT))
    ids = Afspraak.objects.filter(doel__in=[doel, *voorwaarden]).values_list("pk", flat=True)
    afspraken = [afspraak for afspraak in met_slot(list(ids)) if afspraak.staat not in AFGESLOTEN]
    for afspraak in eigen_en_te_laat(afspraken, door) if kiest_zelf else ():
        raise RuleError(_("Van u zelf is dit nog te laat: %(wat)s. Antwoord daar eerst op.") % {"wat": afspraak.wat})
    Doel.overgangen.move(staat, doel)
    doel.versie += 1
    doel.save()
    Doel.overgangen.move(Doelstaat.GESTOPT, *voorwaarden)
    for voorwaarde in voorwaarden:
        voorwaarde.versie += 1
    Doel.objects.bulk_update(voorwaarden, ["staat", "versie"])
    sluit_af_als_vervallen(afspraken, reden, doelen=[doel, *voorwaarden], nu=nu, door=door)


def _met_slot(doel: Doel) -> Doel:
    """The goal, locked after the terms under it (the one lock order for all)."""
    met_slot(list(Afspraak.objects.filter(_onder(doel)).values_list("pk", flat=True)))
    return Doel.objects.select_for_update(of=("self",)).select_related("plan__gezin").get(pk=doel.pk)
