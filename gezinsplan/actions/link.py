"""The one-time link: making it, trying its code, and answering by it (G17)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from berichten.actions import meld
from core.errors import NotAllowed, RuleError
from gezinnen.actions import leg_mailadres_vast
from gezinnen.models import Deelnemer
from gezinsplan import links
from gezinsplan.actions import invoer
from gezinsplan.actions.mag_weten import eis_mag_weten_van
from gezinsplan.actions.navraag import Navraagantwoord, beantwoord_navraag
from gezinsplan.actions.sloten import met_slot_een, open_navraag
from gezinsplan.looptijd import dag_van
from gezinsplan.models import HOOGSTENS_POGINGEN, Afspraak, Antwoord, EenmaligeLink
from gezinsplan.permissions import mag_link_sturen
from gezinsplan.selectie import betrokkenheid
from gezinsplan.spreker import Spreker, in_logboek
from instanties.models import Gebruiker
from logboek.actions import schrijf
from logboek.models import Handeling, Uitkomst
from termijnen.kalender import einde_van_dag
from toestemming import onderwerpen
from toestemming.actions import grond_voor_eigen_aandeel
from woorden.zinnen import zin

# Until the end of the third day after today.
GELDIG = timedelta(days=3)


@dataclass(frozen=True)
class GemaakteLink:
    """A new link, with the only copies of its secret (for the mail) and its code (for the screen)."""

    link: EenmaligeLink
    geheim: str
    code: str


class LinkWerktNiet(Exception):
    """The link opens nothing (any more). `al_gebruikt`: because it was answered with it."""

    def __init__(self, *, al_gebruikt: bool) -> None:
        super().__init__("this one-time link opens nothing")
        self.al_gebruikt = al_gebruikt


@transaction.atomic
def maak_link(afspraak: Afspraak, deelnemer: Deelnemer, email: str, *, nu: datetime, door: Gebruiker) -> GemaakteLink:
    """Make a link for this doer to the question that runs; an earlier one no longer works (G17).

    Valid for three days, and never longer than the question. The ground is the doer's own; without one it begins here:
    his own share, and nothing else. Raises RuleError (field email), or NotAllowed.
    """
    if not mag_link_sturen(door, afspraak, deelnemer):
        raise NotAllowed(zin(_("Deze link stuurt [de zorgcoördinator], of wie ernaar vraagt.")))
    email = invoer.tekst(email, "email", 254, leeg=_("Vul het mailadres in."))
    navraag = open_navraag(afspraak)
    if waarom := links.waarom_geen_link(afspraak, deelnemer, navraag):
        raise RuleError(waarom)
    assert navraag is not None  # noqa: S101 - waarom_geen_link says so
    if navraag.termijn.loopt_af_op <= nu:
        raise RuleError(_("De tijd om te antwoorden is voorbij."))
    eis_mag_weten_van(afspraak.over_wie, [deelnemer], veld="email", nu=nu)
    onbevestigd = not links.is_bevestigd(deelnemer, email, door)
    leg_mailadres_vast(deelnemer, email, nu=nu, door=door)
    eerder = EenmaligeLink.objects.filter(
        navraag=navraag, deelnemer=deelnemer, gebruikt_op__isnull=True, ingetrokken_op__isnull=True
    )
    eerder.update(ingetrokken_op=nu)
    geheim, code = links.nieuw_geheim(), links.nieuwe_code()
    geheim_hash = links.hash_van_geheim(geheim)
    link = EenmaligeLink.objects.create(
        navraag=navraag,
        deelnemer=deelnemer,
        grondslag=grond_voor_eigen_aandeel(deelnemer, nu=nu, door=door),
        geheim_hash=geheim_hash,
        code_hash=links.hash_van_code(code, geheim_hash),
        email=email,
        adres_onbevestigd=onbevestigd,
        gemaakt_door=door,
        gemaakt_op=nu,
        verloopt_op=min(einde_van_dag(dag_van(nu) + GELDIG), navraag.termijn.loopt_af_op),
    )
    _schrijf(Handeling.AANMAKEN, link, door=door, melding=_("eenmalige link gemaakt en gemaild") + _bij(link))
    return GemaakteLink(link, geheim, code)


@transaction.atomic
def probeer_code(geheim_hash: str, code: str, *, nu: datetime) -> EenmaligeLink | None:
    """The link that belongs to this secret and code; None for whatever is wrong, a try that is counted (G17).

    None tells nobody whether a link exists. After five wrong codes it is dead, and who sent it is told.
    """
    link = (
        EenmaligeLink.objects.levend(nu)
        .select_for_update(of=("self",))
        .select_related("gemaakt_door", "navraag")
        .filter(geheim_hash=geheim_hash)
        .first()
    )
    # Counted with an unknown link too, so that its answer takes as long.
    klopt = constant_time_compare(
        links.hash_van_code(code, geheim_hash), link.code_hash if link else links.hash_van_code("", geheim_hash)
    )
    if link is None:
        schrijf(Handeling.AANMELDEN, uitkomst=Uitkomst.GEWEIGERD, object_soort=_SOORT, melding=_("eenmalige link"))
        return None
    if klopt:
        return link
    link.pogingen += 1
    link.save(update_fields=["pogingen"])
    _schrijf(Handeling.AANMELDEN, link, door=None, uitkomst=Uitkomst.GEWEIGERD, melding=_("verkeerde code bij de link"))
    if link.pogingen >= HOOGSTENS_POGINGEN:
        _meld("link_dicht", link.gemaakt_door, link, nu=nu)
    return None


def lees_link(link_id: UUID, *, nu: datetime) -> EenmaligeLink:
    """A link whose code was given, as long as it lives; with all that its page shows. Raises LinkWerktNiet."""
    link = (
        EenmaligeLink.objects.levend(nu)
        .select_related(
            "deelnemer__instelling", "grondslag__soort", "navraag__termijn", "navraag__afspraak__termijn",
            "navraag__afspraak__doel__plan__gezin",
        )
        .filter(pk=link_id)
        .first()
    )  # fmt: skip
    if link is None:
        raise LinkWerktNiet(al_gebruikt=_is_gebruikt(link_id))
    return link


@transaction.atomic
def beantwoord_met_link(link_id: UUID, gegeven: Navraagantwoord, *, nu: datetime) -> EenmaligeLink:
    """Answer the question as the doer himself; the link is used up (G17, E12). Raises LinkWerktNiet, or RuleError.

    The answer is that of the doer and not what somebody heard: `hoe_gehoord` says so where it is shown.
    """
    afspraak_id = EenmaligeLink.objects.values_list("navraag__afspraak_id", flat=True).filter(pk=link_id).first()
    if afspraak_id is None:
        raise LinkWerktNiet(al_gebruikt=False)
    # The one order of locks: terms and afspraak first. Who comes second finds the link used.
    met_slot_een(afspraak_id)
    if not EenmaligeLink.objects.levend(nu).select_for_update(of=("self",)).filter(pk=link_id).exists():
        raise LinkWerktNiet(al_gebruikt=_is_gebruikt(link_id))
    link = lees_link(link_id, nu=nu)
    if gegeven.antwoord == Antwoord.GEDAAN:
        hoe = _("Zelf gezegd, met een eenmalige link.")
        if link.adres_onbevestigd:
            hoe += " " + _("Het mailadres vulde de afzender in; zijn organisatie heeft het niet bevestigd.")
        gegeven = replace(gegeven, hoe_gehoord=hoe)
    beantwoord_navraag(link.navraag, gegeven, nu=nu, door=link.deelnemer)
    link.gebruikt_op = nu
    link.save(update_fields=["gebruikt_op"])
    _schrijf(Handeling.WIJZIGEN, link, door=link.deelnemer, melding=_("geantwoord met een eenmalige link") + _bij(link))
    _vertel(link, gegeven.antwoord, nu=nu)
    return link


def _vertel(link: EenmaligeLink, antwoord: Antwoord, *, nu: datetime) -> None:
    """Tell who waited for it: the coordinator and the navrager. Of a later day the coordinator hears already."""
    afspraak = link.navraag.afspraak
    rond = betrokkenheid([afspraak])[afspraak.pk]
    wachten = {gebruiker.pk: gebruiker for gebruiker in rond.doeners_en_coordinator}
    if antwoord == Antwoord.LATER and rond.coordinator:
        del wachten[rond.coordinator.pk]
    for gebruiker in wachten.values():
        _meld("link_beantwoord", gebruiker, link, nu=nu)


def _meld(soort: str, wie: Gebruiker, link: EenmaligeLink, *, nu: datetime) -> None:
    meld(
        soort, wie, sleutel=f"{soort}:{link.pk}", nu=nu,
        gezin=link.deelnemer.gezin_id, object_id=link.navraag.afspraak_id,
    )  # fmt: skip


def _is_gebruikt(link_id: UUID) -> bool:
    return EenmaligeLink.objects.filter(pk=link_id, gebruikt_op__isnull=False).exists()


_SOORT = "eenmalige_link"


def _bij(link: EenmaligeLink) -> str:
    """What the log adds, where only the sender says whose address it is (I9)."""
    return _(", naar een adres dat niet is bevestigd") if link.adres_onbevestigd else ""


def _schrijf(handeling: Handeling, link: EenmaligeLink, *, door: Spreker | None, **extra: Any) -> None:
    afspraak = link.navraag.afspraak
    gezin = afspraak.doel.plan.gezin
    schrijf(
        handeling,
        gezin_id=gezin.pk,
        gezin_nummer=str(gezin.nummer),
        over_wie=afspraak.over_wie,
        leefgebieden=afspraak.leefgebieden,
        onderwerpen=onderwerpen.van_onderdeel(afspraak),
        object_soort=_SOORT,
        object_id=link.pk,
        object_naam=link.deelnemer.naam,
        grondslag=str(link.grondslag),
        grondslag_ids=[link.grondslag_id],
        gebruiker=in_logboek(door),
        **extra,
    )
