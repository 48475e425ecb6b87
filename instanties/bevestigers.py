"""Who is the second person for a function, a new way into a used account, an organisation that stops (I3, I8): at every read.

In order: a leidinggevende or bestuurder of that instelling (of two: of the one that receives); else another beheerder;
else the privacy officer. By role, not by who is named with the function: whoever asks, chose that name. Only who can log
in and isn't away; never who asks or who gets it, nor who let in who asks, nor whom one of all those let in, through however many
accounts and as long as nobody found that way right, nor who has just got from one of them the role by which he would
answer: that could be the same person twice.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from instanties import selectie
from instanties.models import Functie, FunctieVerzoek, Gebruiker, Rol, Sluitverzoek, Toegangsverzoek, Vervanging, Weg
from instanties.selectie import functies_van

VAN_DE_INSTELLING = (Rol.LEIDINGGEVENDE, Rol.BESTUURDER)
# Whoever has one of these may be asked.
BEVESTIGEN = (*VAN_DE_INSTELLING, Rol.BEHEERDER, Rol.PRIVACY_OFFICER)


class Vraag(Protocol):
    """What waits for a second person."""

    @property
    def bij_instelling_id(self) -> UUID | None:
        """The instelling whose leidinggevende or bestuurder is asked first."""

    @property
    def door_id(self) -> UUID:
        """Who asks."""

    @property
    def partijen(self) -> tuple[UUID, ...]:
        """Who may not answer."""


V = TypeVar("V", bound=Vraag)
# So long after somebody asked for a role of another, who got it doesn't answer what that one asks.
NET_GEGEVEN = timedelta(days=7)


def kan_gevraagd_worden(gebruiker: Any) -> bool:
    """Whether this person may be a second person for anybody; asks nothing that a page doesn't know already."""
    if not gebruiker.is_authenticated or not gebruiker.is_active:
        return False
    return any(functie.rol in BEVESTIGEN for functie in functies_van(gebruiker))


@dataclass(frozen=True)
class Banden:
    """Between which accounts a way in was made, in both directions: from who got it, and from who made it."""

    door_wie: Mapping[UUID, set[UUID]] = field(default_factory=dict)
    wie: Mapping[UUID, set[UUID]] = field(default_factory=dict)


@dataclass
class Tweeden:
    """Who may answer these questions, read in a fixed number of queries."""

    per_instelling: dict[UUID, dict[UUID, Gebruiker]] = field(default_factory=lambda: defaultdict(dict))
    beheerders: dict[UUID, Gebruiker] = field(default_factory=dict)
    privacy_officers: dict[UUID, Gebruiker] = field(default_factory=dict)
    # Between which accounts a way in was made (a code, an address) and not found right: one person may sit behind both.
    binnengelaten: Banden = field(default_factory=Banden)
    # Who has just got a role by which he would answer, asked for by whom.
    gegeven: set[tuple[UUID, UUID]] = field(default_factory=set)

    def van(self, verzoek: Vraag) -> list[Gebruiker]:
        """Whom this one is asked of now; empty: there is nobody."""
        partijen = verzoek.partijen
        nooit = wie_een_kan_zijn(verzoek.door_id, partijen, self.binnengelaten)
        nooit |= {wie for wie, door in self.gegeven if door in partijen}
        eigen = self.per_instelling[verzoek.bij_instelling_id] if verzoek.bij_instelling_id else {}
        for groep in (eigen, self.beheerders, self.privacy_officers):
            mensen = [mens for pk, mens in groep.items() if pk not in nooit]
            if mensen:
                return mensen
        return []


def wie_een_kan_zijn(door: UUID | None, partijen: Iterable[UUID], banden: Banden) -> set[UUID]:
    """These, and who may be the same person as who asks (`door`): whoever let him in, and whomever one of all those let in (I8).

    Up first and then down, never up again: who was let in by two people doesn't make one person of those two.
    """
    boven = _langs({door} if door else (), banden.door_wie)
    return _langs(boven | set(partijen), banden.wie)


def _langs(vanaf: Iterable[UUID], banden: Mapping[UUID, set[UUID]]) -> set[UUID]:
    """These and whoever is reached from them, from account to account in one direction."""
    gevonden = set(vanaf)
    nieuw = set(gevonden)
    while nieuw:
        nieuw = {pk for van in nieuw for pk in banden.get(van, ())} - gevonden
        gevonden |= nieuw
    return gevonden


def binnengelaten(nu: datetime) -> Banden:
    """Between which accounts of who works here a way in was made that nobody found right yet. One query.

    No number of days ends such a tie: whoever made a code could wait that long before using it.
    """
    # All of them, for one may lead to the next; who works here is let in seldom.
    wegen = Weg.objects.bindt(nu).filter(gebruiker__is_professional=True)
    door_wie: dict[UUID, set[UUID]] = defaultdict(set)
    wie: dict[UUID, set[UUID]] = defaultdict(set)
    for binnen, door in wegen.values_list("gebruiker_id", "door_id"):
        door_wie[binnen].add(door)
        wie[door].add(binnen)
    return Banden(door_wie, wie)


def tweeden(verzoeken: Collection[Vraag], nu: datetime) -> Tweeden:
    """Who may answer these questions now. Three queries, however many."""
    gevonden = Tweeden()
    instellingen = {verzoek.bij_instelling_id for verzoek in verzoeken if verzoek.bij_instelling_id}
    weg = Vervanging.objects.op(timezone.localdate(nu)).filter(wie=OuterRef("gebruiker"))
    functies = (
        Functie.objects.geldig()
        .filter(
            Q(rol__in=VAN_DE_INSTELLING, instelling__in=instellingen) | Q(rol__in=(Rol.BEHEERDER, Rol.PRIVACY_OFFICER)),
            ~Exists(weg),
            gebruiker__in=selectie.die_inloggen(),
        )
        .select_related("gebruiker")
        .order_by("gebruiker__naam_volgorde", "gebruiker_id")
    )
    for functie in functies:
        if functie.instelling_id is not None:
            groep = gevonden.per_instelling[functie.instelling_id]
        else:
            groep = gevonden.beheerders if functie.rol == Rol.BEHEERDER else gevonden.privacy_officers
        groep[functie.gebruiker_id] = functie.gebruiker
    gevonden.binnengelaten = binnengelaten(nu)
    partijen = {pk for verzoek in verzoeken for pk in verzoek.partijen}
    gegeven = Functie.objects.geldig().filter(
        rol__in=BEVESTIGEN, verzoek__door__in=partijen, gegeven_op__gt=nu - NET_GEGEVEN
    )
    gevonden.gegeven = set(gegeven.values_list("gebruiker_id", "verzoek__door_id"))
    return gevonden


def aan_mij_gevraagd(gebruiker: Gebruiker, nu: datetime) -> list[FunctieVerzoek]:
    """The roles that wait for this person's yes or no now, the oldest first."""
    return van_mij(gebruiker, wachtende(nu), nu)


def sluiten_aan_mij_gevraagd(gebruiker: Gebruiker, nu: datetime) -> list[Sluitverzoek]:
    """The organisations that wait for this person's yes or no to stopping, or going on elsewhere, the oldest first."""
    return van_mij(gebruiker, wachtende_sluitingen(nu), nu)


def toegang_aan_mij_gevraagd(gebruiker: Gebruiker, nu: datetime) -> list[Toegangsverzoek]:
    """The new ways into a used account that wait for this person's yes or no, the oldest first."""
    return van_mij(gebruiker, wachtende_toegang(nu), nu)


def van_mij(gebruiker: Gebruiker, wachten: Iterable[V], nu: datetime) -> list[V]:
    """Which of these, that wait, this person may answer; also of the kinds that rooms above have."""
    if not kan_gevraagd_worden(gebruiker):
        return []
    rijen = [rij for rij in wachten if gebruiker.pk not in rij.partijen]
    if not rijen:
        return []
    wie = tweeden(rijen, nu)
    return [rij for rij in rijen if gebruiker in wie.van(rij)]


def wachtende_sluitingen(nu: datetime) -> QuerySet[Sluitverzoek]:
    """All of those that wait, with what a list says of them."""
    met = ("door", "instelling", "naar_instelling", "gemeente", "naar_gemeente")
    return Sluitverzoek.objects.loopt(nu).select_related(*met)


def wachtende_toegang(nu: datetime) -> QuerySet[Toegangsverzoek]:
    """All new ways that wait, with what a list says of them."""
    return Toegangsverzoek.objects.loopt(nu).select_related("door", "gebruiker", "instelling")


def wie_leidt(verzoek: Sluitverzoek) -> QuerySet[Gebruiker]:
    """Who leads on either side, or is the official there: they hear what is asked and what came of it."""
    kanten = Q(instelling__in=[verzoek.instelling_id, verzoek.naar_instelling_id], rol__in=VAN_DE_INSTELLING) | Q(
        gemeente__in=[verzoek.gemeente_id, verzoek.naar_gemeente_id], rol=Rol.GEMEENTEAMBTENAAR
    )
    daar = Functie.objects.geldig().filter(kanten, gebruiker=OuterRef("pk"))
    return selectie.die_inloggen().filter(Exists(daar))


def wachtende(nu: datetime) -> QuerySet[FunctieVerzoek]:
    """All questions that wait, with what a list says of them."""
    met = ("door", "gebruiker", "instelling", "gemeente", "leidinggevende")
    return FunctieVerzoek.objects.loopt(nu).select_related(*met)


def met_wie_gevraagd_is(verzoeken: Iterable[V], nu: datetime) -> list[tuple[V, str]]:
    """Each with the names of whom it is asked."""
    rijen = list(verzoeken)
    wie = tweeden(rijen, nu) if rijen else Tweeden()
    return [(rij, ", ".join(mens.naam for mens in wie.van(rij))) for rij in rijen]
