"""What a reader sees of stagnaties, in SQL (T3, E10, E13): see `zicht.py` for what that comes to.

Said for one reader, or with slots for a question that is kept (core/kept_queries.py).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, DateField, DateTimeField, Exists, OuterRef, Q, QuerySet, Subquery, UUIDField, When

from core import clock
from core.kept_queries import Rows, Slot, SlotList, kept
from core.mee import Meegevraagd
from escalatie.models import (
    Actie,
    Escalatiebericht,
    Medepartij,
    Stagnatie,
    StagnatieAfspraak,
    StagnatieRecht,
    Stap,
    Stapstaat,
)
from escalatie.permissions import heeft_recht_q
from escalatie.vrijgave import met_lezers
from escalatie.waarneming import stappen_namens
from gezinnen.models import Coordinatorschap
from instanties import vervanging
from instanties.models import Regio, Vervanging
from instanties.vaste_lezer import VasteLezer, slots
from toestemming.filters import Filters
from toestemming.models import Grondslag, SoortGrondslag

BIJ_STAP = ("modelstap__volgende", "houder", "houder_instelling", "houder_gemeente", "vastleggen", "resultaat")
BIJ_STAGNATIE = (
    "gezin__gemeente__ambtenaar",
    "doel",
    "partij__gebruiker",
    "partij__instelling",
    "gemeld_door",
    "voorganger",
)


def ziet_doel_q(blik: Filters) -> Q:
    """The filter for the stagnaties of one family of which this reader sees all that they are about (T3).

    That is the goal, and each missed afspraak that was set apart from its goal: the words tell of that one too.
    """
    van_gezin = Q(gezin=blik.gezin_id)
    if blik.ziet_alles:
        return van_gezin
    apart = StagnatieAfspraak.objects.filter(stagnatie=OuterRef("pk"), afspraak__apart=True)
    buiten = apart.exclude(blik.onderdeel_q("afspraak__"))
    zichtbaar = Q(doel__isnull=False) & blik.onderdeel_q("doel__") & ~Q(Exists(buiten))
    if blik.in_hoofdhuishouden:
        zichtbaar |= Q(doel__isnull=True)
    return van_gezin & zichtbaar


def van_team_q(blik: Filters) -> Q:
    """The filter for the stagnaties of one family that this member of its team may see, or has a share in (T3)."""
    van_gezin = Q(gezin=blik.gezin_id)
    if blik.ziet_alles:
        return van_gezin
    zichtbaar = ziet_doel_q(blik) | Q(gemeld_door__in=blik.accounts)
    if blik.doet_mee:
        ik = blik.rijen
        zichtbaar |= _aandeel_q("", ik) | _aandeel_q("__navrager", ik)
    if blik.heeft_verborgen:
        # No share in it, by whatever road, opens what a safety flag keeps from this reader (X5).
        gemist = StagnatieAfspraak.objects.filter(stagnatie=OuterRef("pk")).filter(blik.verborgen_q("afspraak__"))
        # Without a goal nobody said whom it is about: then it may be about those it keeps. What he reported himself stays
        # his, for its absence would tell, until somebody arranges something in it.
        acties = Actie.objects.filter(stap__stagnatie=OuterRef("pk"))
        zichtbaar &= Q(doel__isnull=False) | Q(gemeld_door__in=blik.accounts) & ~Q(Exists(acties))
        zichtbaar &= ~blik.verborgen_q("doel__") & ~Q(Exists(gemist))
    return van_gezin & zichtbaar


def _aandeel_q(wie: str, ik: Any) -> Q:
    """The stagnaties in which this person has a share: as partij, as doer of what was missed, or with an action.

    `wie`: "" for the own share, "__navrager" for that of who has no account.
    """
    gemist = StagnatieAfspraak.objects.filter(stagnatie=OuterRef("pk"), **{f"afspraak__uitvoerders{wie}__in": ik})
    acties = Actie.objects.filter(stap__stagnatie=OuterRef("pk"), **{f"deelnemer{wie}__in": ik})
    return Q(**{f"partij{wie}__in": ik}) | Q(Exists(gemist)) | Q(Exists(acties))


@dataclass(frozen=True)
class Wat:
    """Which stagnaties are asked for, and what comes along with each: part of the shape of a question, so a constant of its
    module. `stagnaties` gets the filters of the view on their family (None: nothing is seen of that), and puts slots."""

    stagnaties: Callable[[Filters | None], QuerySet[Stagnatie]]


EEN = Wat(lambda _oog: Stagnatie.objects.filter(pk=Slot("stagnatie", UUIDField())))


@kept
def gezien(vorm: tuple[Filters | None, Wat, VasteLezer]) -> Rows:
    """The stagnaties of one family that a reader sees."""
    oog, wat, lezer = vorm
    nu, vandaag = Slot("nu", DateTimeField()), Slot("vandaag", DateField())
    gezocht, in_team = wat.stagnaties(oog), [oog] if oog is not None else []
    return rijen(gezocht, lezer, in_team, nu=nu, vandaag=vandaag)


@kept
def gezien_van_velen(lezer: VasteLezer) -> Rows:
    """Some stagnaties, for a reader who sees all there is of each family in whose team he is, or is in the team of none."""
    gezocht = Stagnatie.objects.filter(pk__in=SlotList("stagnaties", UUIDField()))
    alles_van = Q(gezin__in=SlotList("alles_van", UUIDField()))
    return rijen(
        gezocht, lezer, alles_van=alles_van, nu=Slot("nu", DateTimeField()), vandaag=Slot("vandaag", DateField())
    )


def rijen(
    gezocht: QuerySet[Stagnatie],
    gebruiker: Any,
    in_team: Iterable[Filters] = (),
    *,
    alles_van: Q | None = None,
    nu: Any = None,
    vandaag: Any = None,
) -> Rows:
    """Those that this person may see, each with how: by which rights, as team, and whether all of its goal.

    With them come the open step, whether its keeper is away now, the grounds for reading from outside, and the accounts of
    the coordinator and of the parties beside the first. `alles_van`: the families of which this member of the team sees
    all, said at once.
    """
    team = heel = alles_van if alles_van is not None else Q(pk__in=[])
    for blik in in_team:
        team |= van_team_q(blik)
        heel |= ziet_doel_q(blik)
    rechten = {recht.name.lower(): heeft_recht_q(gebruiker, recht) for recht in StagnatieRecht}
    hoe = {"als_team": team, "ziet_doel": heel, **{f"mag_{naam}": q for naam, q in rechten.items()}}
    afwezig = Vervanging.objects.op(vandaag or clock.today()).filter(wie=OuterRef("houder"))
    open_stap = Stap.objects.filter(stagnatie=OuterRef("pk"), staat=Stapstaat.OPEN).annotate(
        houder_is_afwezig=Exists(afwezig)
    )
    schap = Coordinatorschap.objects.huidig().filter(gezin=OuterRef("gezin"))
    mede = Medepartij.objects.filter(stagnatie=OuterRef("pk"), deelnemer__gebruiker__isnull=False)
    gezien = gezocht.annotate(**{naam: Case(When(q, then=True), default=False) for naam, q in hoe.items()})
    return Rows(
        gezien.filter(Q(als_team=True) | Q(mag_bekijken=True)).annotate(
            open_stap=Meegevraagd(open_stap, met=BIJ_STAP),
            gronden=Meegevraagd(_gronden(gebruiker, nu), met=["soort"]),
            coordinator_id=Subquery(schap.values("gebruiker")[:1]),
            mede=ArraySubquery(mede.values("deelnemer__gebruiker")),
            bericht=Meegevraagd(met_lezers(Escalatiebericht.objects.filter(stagnatie=OuterRef("pk")))),
        ),
        met=BIJ_STAGNATIE,
    )


def _gronden(gebruiker: Any, nu: Any = None) -> QuerySet[Grondslag]:
    """The grounds for reading the escalatiebericht of a stagnatie from outside; a region may have none."""
    van_wie = vervanging.namens_q(gebruiker, "gebruiker", "gezin")
    if not isinstance(gebruiker, VasteLezer):
        voor_wie = stappen_namens(gebruiker)
        mensen = {een.wie.pk for _stagnatie, een in voor_wie.values()}
        van_wie |= Q(gebruiker__in=mensen, voor_object__in=list(voor_wie))
    elif gebruiker.houdt_stappen:
        van_wie |= Q(gebruiker__in=slots("houdt_voor"), voor_object__in=slots("houdt_stappen"))
    geeft_inzage = Exists(Regio.objects.filter(inzage_escalatiebericht=True))
    return Grondslag.objects.geldig(nu).filter(
        van_wie, geeft_inzage, gezin=OuterRef("gezin"), soort=SoortGrondslag.DOORZETTINGSMACHT
    )
