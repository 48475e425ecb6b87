"""Recording that was spoken without the family, and what the family says about it (T4)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from berichten.actions import meld
from core.errors import NotAllowed, RuleError
from gezinnen.models import Deelnemer, Gezin, SoortDeelnemer
from gezinnen.permissions import eis_coordinator
from gezinnen.waarneming import ik_en_namens
from gezinsplan.actions import invoer
from gezinsplan.actions.verslag import schrijf_over_afstemming
from gezinsplan.looptijd import dag_van
from gezinsplan.models import AfstemmingZonderGezin, Afstemreden, Antwoordwijze, Gezinsantwoord
from gezinsplan.selectie import coordinatoren_van
from instanties.models import Gebruiker
from logboek.models import Handeling

OUDSTE = timedelta(days=366)


@dataclass(frozen=True)
class Gezinszegt:
    """What the family said: yes or no, who of it, and how."""

    antwoord: str = Gezinsantwoord.NOG_NIET
    van: Collection[UUID] = ()
    hoe: str = ""


@dataclass(frozen=True)
class AfstemmingGegevens:
    """With whom was spoken, about what and whom, on which day, why, and what the family said."""

    op: date
    met: Collection[UUID]
    reden: str
    leefgebieden: Collection[str]
    over_wie: Collection[UUID] = ()
    toelichting: str = ""
    gezin_zegt: Gezinszegt = Gezinszegt()


@transaction.atomic
def leg_afstemming_vast(
    gezin: Gezin, gegevens: AfstemmingGegevens, *, nu: datetime, door: Gebruiker
) -> AfstemmingZonderGezin:
    """Record that was spoken without the family (T4). Not asked yet: the coordinator hears that it still must be.

    The same thing twice is once. Raises RuleError at the field, or NotAllowed for who is no professional here.
    """
    # One at a time per family, so that a double is seen.
    Gezin.objects.select_for_update().get(pk=gezin.pk)
    als = (
        Deelnemer.objects.actief()
        .filter(gezin=gezin, gebruiker__in=ik_en_namens(door, gezin.pk), soort=SoortDeelnemer.PROFESSIONAL)
        .first()
    )
    if als is None:
        raise NotAllowed(_("Dit is voor de hulpverleners van dit plan."))
    met = _eis_met(gegevens.met, als)
    _eis_dag(gegevens.op, dag_van(nu))
    if gegevens.reden not in Afstemreden.values:
        raise RuleError(_("Kies waarom het zonder het gezin was."), "reden")
    anders = gegevens.reden == Afstemreden.ANDERS
    toelichting = invoer.tekst(
        gegevens.toelichting, "toelichting", 300, leeg=_("Zeg in een zin waarom.") if anders else ""
    )
    leefgebieden = invoer.leefgebieden(gegevens.leefgebieden)
    if not leefgebieden:
        raise RuleError(_("Kies waar het over ging."), "leefgebieden")
    rij = AfstemmingZonderGezin(
        gezin=gezin, op=gegevens.op, door=door, als=als, instelling=als.instelling, reden=gegevens.reden,
        toelichting=toelichting, leefgebieden=leefgebieden, over_wie=invoer.over_wie(gegevens.over_wie, gezin.pk),
        vastgelegd_op=nu,
    )  # fmt: skip
    van = _zet_antwoord(rij, gegevens.gezin_zegt, nu=nu, door=door)
    if dubbel := _zelfde(rij, met):
        return dubbel
    rij.save()
    rij.met.set(met)
    rij.antwoord_van.set(van)
    schrijf_over_afstemming(Handeling.AANMAKEN, rij, door=door)
    coordinator = coordinatoren_van([gezin.pk]).get(gezin.pk)
    if rij.antwoord == Gezinsantwoord.NOG_NIET and coordinator and coordinator.pk != door.pk:
        meld(
            "zonder_gezin", coordinator, sleutel=f"zonder_gezin:{rij.pk}", nu=nu, gezin=gezin.pk, object_id=rij.pk,
            door=door,
        )  # fmt: skip
    return rij


@transaction.atomic
def leg_gezinsantwoord_vast(
    afstemming: AfstemmingZonderGezin, zegt: Gezinszegt, *, nu: datetime, door: Gebruiker
) -> AfstemmingZonderGezin:
    """Record what the family says afterwards, as coordinator (T4). Raises RuleError or NotAllowed."""
    rij = AfstemmingZonderGezin.objects.select_for_update(of=("self",)).select_related("gezin").get(pk=afstemming.pk)
    eis_coordinator(door, rij.gezin_id)
    if rij.antwoord != Gezinsantwoord.NOG_NIET:
        raise RuleError(_("Het antwoord van het gezin staat er al."))
    if zegt.antwoord == Gezinsantwoord.NOG_NIET:
        raise RuleError(_("Kies wat het gezin zei."), "antwoord")
    van = _zet_antwoord(rij, zegt, nu=nu, door=door)
    rij.save()
    rij.antwoord_van.set(van)
    schrijf_over_afstemming(Handeling.WIJZIGEN, rij, door=door, melding=_("het gezin is gevraagd"))
    return rij


def _zet_antwoord(rij: AfstemmingZonderGezin, zegt: Gezinszegt, *, nu: datetime, door: Gebruiker) -> list[Deelnemer]:
    if zegt.antwoord not in Gezinsantwoord.values:
        raise RuleError(_("Kies wat het gezin zei."), "antwoord")
    rij.antwoord = zegt.antwoord
    if zegt.antwoord == Gezinsantwoord.NOG_NIET:
        return []
    van = list(Deelnemer.objects.gezinsleden().filter(gezin=rij.gezin_id, pk__in=set(zegt.van)))
    if not van or len(van) != len(set(zegt.van)):
        raise RuleError(_("Kies wie van het gezin dat zei."), "antwoord_van")
    if zegt.hoe not in Antwoordwijze.values:
        raise RuleError(_("Kies hoe dat is gezegd."), "antwoord_hoe")
    rij.antwoord_hoe, rij.antwoord_op, rij.antwoord_door = zegt.hoe, nu, door
    return van


def _eis_met(ids: Collection[UUID], als: Deelnemer) -> list[Deelnemer]:
    gevonden = list(Deelnemer.objects.betrokkenen().filter(gezin=als.gezin_id, pk__in=set(ids)).exclude(pk=als.pk))
    if not gevonden or len(gevonden) != len(set(ids)):
        raise RuleError(_("Kies met wie u sprak."), "met")
    return gevonden


def _eis_dag(op: date, vandaag: date) -> None:
    if op > vandaag:
        raise RuleError(_("Deze dag moet nog komen. Kies vandaag of een eerdere dag."), "op")
    if op < vandaag - OUDSTE:
        raise RuleError(_("Deze dag is meer dan een jaar geleden. Klopt het jaartal?"), "op")


def _zelfde(rij: AfstemmingZonderGezin, met: list[Deelnemer]) -> AfstemmingZonderGezin | None:
    """The same conversation that was recorded before."""
    eerder = AfstemmingZonderGezin.objects.filter(
        gezin=rij.gezin, op=rij.op, door=rij.door, reden=rij.reden, toelichting=rij.toelichting,
        leefgebieden=rij.leefgebieden, over_wie=rij.over_wie,
    ).prefetch_related("met")  # fmt: skip
    wie = {mens.pk for mens in met}
    return next((oud for oud in eerder if {mens.pk for mens in oud.met.all()} == wie), None)
