"""Where a signal lands, of whom it is asked now, and which families somebody holds without coordinating them (Z10, Z13, S10)."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from gezinnen.models import Coordinatorschap, Hoeder, Hoedervorm
from gezinnen.selectie import coordinator_werkt
from instanties.models import Functie, Gebruiker, Gemeente, Instelling, Regio, Rol, SoortInstelling, Verzoekstaat
from instanties.selectie import functies_van, per_instelling
from instanties.vervanging import LEIDING, namens
from zorgcoordinatie.models import Route, Signaal

# Who passes a signal on as such, holds no family afterwards (S10).
GEEFT_DOOR = (Route.MELDPUNT, Route.ARTS, Route.GEZIN)
# In which roles somebody comes to hold a family (S10).
HOUDEN = (Rol.HULPVERLENER, Rol.SOCIAAL_TEAM, *LEIDING)


def intakepunten() -> QuerySet[Instelling]:
    """The teams at which signals land: each sociaal team that takes part and belongs to a gemeente."""
    return Instelling.objects.filter(
        actief=True, soort=SoortInstelling.SOCIAAL_TEAM, gemeente__isnull=False, gemeente__actief=True
    ).order_by("naam_volgorde", "pk")


def intakepunt(gemeente: Gemeente) -> Instelling | None:
    """Where signals of this gemeente land; None where the region has no team for it."""
    return intakepunten().filter(gemeente=gemeente).first()


def gemeenten_met_intakepunt() -> QuerySet[Gemeente]:
    """The gemeenten where a signal can land."""
    return Gemeente.objects.filter(actief=True, pk__in=intakepunten().order_by().values("gemeente"))


def werkt_bij_intake(gebruiker: Any) -> set[UUID]:
    """The sociale teams where this person is a member, or stands in for one (I6). Asks nothing that a page doesn't know."""
    return _waar(gebruiker, Rol.SOCIAAL_TEAM)


def leidt_daar(gebruiker: Any) -> set[UUID]:
    """Where this person leads, a leidinggevende included (S10), or stands in for who does (I6)."""
    return _waar(gebruiker, *LEIDING)


def werkers_van(teams: Collection[UUID]) -> dict[UUID, list[Gebruiker]]:
    """Who works at each of these intakepunten."""
    return per_instelling(Rol.SOCIAAL_TEAM, teams)


def leiders_van(teams: Collection[UUID]) -> dict[UUID, list[Gebruiker]]:
    """Who leads each of these: as `leidt_daar` says of one person."""
    leiders: dict[UUID, list[Gebruiker]] = defaultdict(list)
    for rol in LEIDING:
        for waar, mensen in per_instelling(rol, teams).items():
            leiders[waar] += [wie for wie in mensen if wie not in leiders[waar]]
    return leiders


def heeft_signalen(gebruiker: Any) -> bool:
    """Whether the page about signals says something to this person: who works at an instelling, or leads one."""
    return bool(gebruiker.is_professional) and any(functie.instelling_id for functie in functies_van(gebruiker))


def aan_mij_gevraagd(gebruiker: Any, nu: datetime) -> QuerySet[Signaal]:
    """The signals that wait for this person, the first to end on top: of the own team; of a team that one leads where its
    term has passed, or where nobody works (S10)."""
    team, leiding = werkt_bij_intake(gebruiker), leidt_daar(gebruiker)
    if not team and not leiding:
        return Signaal.objects.none()
    werkers = Functie.objects.geldig().filter(
        instelling=OuterRef("instelling"), rol=Rol.SOCIAAL_TEAM, gebruiker__is_active=True
    )
    beurt = Q(instelling__in=leiding) & (Q(uiterlijk_op__lte=nu) | ~Exists(werkers))
    return Signaal.objects.wacht().filter(Q(instelling__in=team) | beurt).met_wie()


def zelf_gestuurd(gebruiker: Any, nu: datetime) -> QuerySet[Signaal]:
    """What this person sent from where he or she still works, the newest first: that it was received, taken up or not, and why
    not; after the answer as long as the region keeps a no (T3)."""
    hier = [functie.instelling_id for functie in functies_van(gebruiker) if functie.instelling_id]
    vanaf = nu - timedelta(days=Regio.objects.huidige().signaal_bewaren_dagen)
    van_nu = Q(staat=Verzoekstaat.WACHT) | Q(beantwoord_op__gt=vanaf)
    return Signaal.objects.filter(van_nu, door=gebruiker, van_instelling__in=hier).met_wie().order_by("-op", "-id")


def vastgehouden(gebruiker: Any) -> QuerySet[Hoeder]:
    """The families that this person holds until somebody coordinates them, or for whom one stands in there (I6); of who works
    there no longer, by who leads there (S10)."""
    nog_niemand = Hoeder.objects.huidig().filter(vorm=Hoedervorm.SIGNAALHOUDER).annotate(werkt=coordinator_werkt())
    mijn = Q(gebruiker=gebruiker)
    for een in namens(gebruiker):
        mijn |= een.q("gebruiker", "gezin") & Q(instelling__in=een.waar(*HOUDEN))
    van_wie_weg_is = Q(instelling__in=leidt_daar(gebruiker), werkt=False)
    return (
        nog_niemand.filter(mijn & Q(werkt=True) | van_wie_weg_is)
        .select_related("gezin", "gezin__gemeente", "gebruiker", "instelling")
        .order_by("van")
    )


def signalen_van(houdt: Collection[Hoeder]) -> dict[UUID, Signaal]:
    """What was said of each of these families, until the first coordinator: for who holds them, who calls the family (S10)."""
    ooit = Coordinatorschap.objects.filter(gezin=OuterRef("gezin"))
    rijen = Signaal.objects.filter(~Exists(ooit), gezin__in=[rij.gezin_id for rij in houdt]).met_wie() if houdt else ()
    return {rij.gezin_id: rij for rij in rijen if rij.gezin_id}


def signaalhouder(signaal: Signaal, door: Gebruiker) -> tuple[Gebruiker, Instelling]:
    """Who will hold the family: the hulpverlener who signalled, else who takes it up (`door`) at the intakepunt (S10)."""
    wie, waar = signaal.door, signaal.van_instelling
    if wie and waar and waar.biedt_hulp and waar.actief and wie.is_active and signaal.route not in GEEFT_DOOR:
        helpt = Functie.objects.geldig().filter(gebruiker=wie, instelling=waar, rol=Rol.HULPVERLENER)
        if helpt.exists():
            return wie, waar
    return door, signaal.instelling


def _waar(gebruiker: Any, *rollen: Rol) -> set[UUID]:
    """Where this person has one of these roles, or stands in for who has."""
    waar = {functie.instelling_id for functie in functies_van(gebruiker) if functie.rol in rollen}
    for een in namens(gebruiker):
        if een.alleen is None:
            waar |= een.waar(*rollen)
    return {pk for pk in waar if pk}
