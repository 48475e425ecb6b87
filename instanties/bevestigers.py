"""Who is the second person for a function that somebody asked for somebody else (I3, I8): asked at every read.

In order: a leidinggevende or bestuurder of that instelling; else another beheerder; else the privacy officer. By role, not
by who is named with the function: whoever asks, chose that name. Only who can log in and isn't away; never who asks, who
gets it, or whom one of those two let in just before, or was let in by, through however many accounts: that could be the same
person twice.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from instanties import selectie
from instanties.models import Functie, FunctieVerzoek, Gebruiker, Rol, Vervanging, Weg
from instanties.selectie import functies_van

VAN_DE_INSTELLING = (Rol.LEIDINGGEVENDE, Rol.BESTUURDER)
# Whoever has one of these may be asked.
BEVESTIGEN = (*VAN_DE_INSTELLING, Rol.BEHEERDER, Rol.PRIVACY_OFFICER)
# So long after a way into an account was made by somebody else, that one may still sit behind it.
NET_BINNEN = timedelta(days=7)


def kan_gevraagd_worden(gebruiker: Any) -> bool:
    """Whether this person may be a second person for anybody; asks nothing that a page doesn't know already."""
    if not gebruiker.is_authenticated or not gebruiker.is_active:
        return False
    return any(functie.rol in BEVESTIGEN for functie in functies_van(gebruiker))


@dataclass
class Tweeden:
    """Who may answer these questions, read in a fixed number of queries."""

    per_instelling: dict[UUID, dict[UUID, Gebruiker]] = field(default_factory=lambda: defaultdict(dict))
    beheerders: dict[UUID, Gebruiker] = field(default_factory=dict)
    privacy_officers: dict[UUID, Gebruiker] = field(default_factory=dict)
    # Between which accounts a way in was made just before (a code, an address): one person may sit behind both.
    binnengelaten: dict[UUID, set[UUID]] = field(default_factory=lambda: defaultdict(set))

    def van(self, verzoek: FunctieVerzoek) -> list[Gebruiker]:
        """Whom this one is asked of now; empty: there is nobody."""
        nooit = self._wie_een_kan_zijn({verzoek.door_id, verzoek.gebruiker_id})
        eigen = self.per_instelling[verzoek.instelling_id] if verzoek.instelling_id else {}
        for kring in (eigen, self.beheerders, self.privacy_officers):
            mensen = [mens for pk, mens in kring.items() if pk not in nooit]
            if mensen:
                return mensen
        return []

    def _wie_een_kan_zijn(self, partijen: set[UUID]) -> set[UUID]:
        """These, and whoever is tied to one of them by ways, from account to account."""
        gevonden, nieuw = set(partijen), set(partijen)
        while nieuw:
            nieuw = {pk for van in nieuw for pk in self.binnengelaten.get(van, ())} - gevonden
            gevonden |= nieuw
        return gevonden


def tweeden(verzoeken: Collection[FunctieVerzoek], nu: datetime) -> Tweeden:
    """Who may answer these questions now. Two queries, however many."""
    gevonden = Tweeden()
    instellingen = {verzoek.instelling_id for verzoek in verzoeken if verzoek.instelling_id}
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
            kring = gevonden.per_instelling[functie.instelling_id]
        else:
            kring = gevonden.beheerders if functie.rol == Rol.BEHEERDER else gevonden.privacy_officers
        kring[functie.gebruiker_id] = functie.gebruiker
    # All of these seven days, for one may lead to the next; who works here is let in seldom.
    wegen = Weg.objects.filter(gebruiker__is_professional=True, door__isnull=False, op__gt=nu - NET_BINNEN)
    for wie, door in wegen.exclude(gebruiker=F("door")).values_list("gebruiker_id", "door_id"):
        gevonden.binnengelaten[wie].add(door)
        gevonden.binnengelaten[door].add(wie)
    return gevonden


def aan_mij_gevraagd(gebruiker: Gebruiker, nu: datetime) -> list[FunctieVerzoek]:
    """The questions that wait for this person's yes or no now, the oldest first."""
    if not kan_gevraagd_worden(gebruiker):
        return []
    wachten = list(wachtende(nu).exclude(door=gebruiker).exclude(gebruiker=gebruiker))
    if not wachten:
        return []
    wie = tweeden(wachten, nu)
    return [verzoek for verzoek in wachten if gebruiker in wie.van(verzoek)]


def wachtende(nu: datetime) -> QuerySet[FunctieVerzoek]:
    """All questions that wait, with what a list says of them."""
    met = ("door", "gebruiker", "instelling", "gemeente", "leidinggevende")
    return FunctieVerzoek.objects.loopt(nu).select_related(*met)


def met_wie_gevraagd_is(verzoeken: Iterable[FunctieVerzoek], nu: datetime) -> list[tuple[FunctieVerzoek, str]]:
    """Each with the names of whom it is asked."""
    rijen = list(verzoeken)
    wie = tweeden(rijen, nu) if rijen else Tweeden()
    return [(rij, ", ".join(mens.naam for mens in wie.van(rij))) for rij in rijen]
