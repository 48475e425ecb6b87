"""How people and instellingen of a family are named to one reader: the one answer for page, list, form and paper (X5).

- An instelling whose name says too much is named to who coordinates, to who works there, to the gezinslid who knows of
  it anyway, and to a professional to whom consent opens something that it is about. Others read its `naam_voor_anderen`.
- A professional who is shown by function is so to everybody, wherever the account's name would stand. Who it is, the
  coordinator and the person concerned find on the page of the people; the logboek keeps it.

Nothing is asked until a page has to name such a one: then a fixed number of queries for all families of that page.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core import clock, memo
from gezinnen.models import Contact, Deelnemer, SoortDeelnemer
from instanties.models import Functie, Gebruiker, Instelling
from toestemming.models import Grondslag, SoortGrondslag
from toestemming.plan import PLAN
from toestemming.rondom import met_functienaam, rondom
from toestemming.zicht import Blik


def namen_voor(blik: Blik) -> "Namen":
    """How this reader reads the names of this family; made once for each Blik."""
    gevonden: Namen | None = getattr(blik, "_namen", None)
    if gevonden is None:
        gevonden = Naamgever(blik.gebruiker, {blik.gezin.pk: blik}).van_gezin(blik.gezin.pk)
        object.__setattr__(blik, "_namen", gevonden)
    return gevonden


class Naamgever:
    """The names in many families for one reader. `blikken`: what the reader sees of each; None: nothing of the plan."""

    def __init__(self, gebruiker: Gebruiker, blikken: Mapping[UUID, Blik | None]) -> None:
        self.gebruiker = gebruiker
        self.blikken = blikken

    @classmethod
    def zonder_plan(cls, gebruiker: Gebruiker, gezin_ids: Iterable[UUID]) -> "Naamgever":
        """For a list that says nothing of a plan: only who works at a sensitive instelling reads its name there."""
        return cls(gebruiker, dict.fromkeys(gezin_ids))

    def van_gezin(self, gezin_id: UUID, *, dicht: bool = False) -> "Namen":
        """The names in one of these families. `dicht`: nobody of the family and around it is named to this reader."""
        return NamenVanBuiten(self, gezin_id) if dicht else Namen(self, gezin_id)

    @cached_property
    def functienamen(self) -> dict[UUID, dict[UUID | None, Deelnemer]]:
        """Who is shown by function, per family and account."""
        return memo.remember(("functienamen", frozenset(self.blikken)), self._functienamen)

    def _functienamen(self) -> dict[UUID, dict[UUID | None, Deelnemer]]:
        gevonden: dict[UUID, dict[UUID | None, Deelnemer]] = defaultdict(dict)
        rijen: Iterable[Deelnemer]
        if len(self.blikken) == 1:
            [(gezin_id, blik)] = self.blikken.items()
            rijen = rondom(gezin_id, blik.op if blik else clock.today()).functies
        else:
            rijen = met_functienaam().filter(gezin__in=list(self.blikken)).select_related("gebruiker")
        for rij in rijen:
            gevonden[rij.gezin_id][rij.gebruiker_id or rij.pk] = rij
        return gevonden

    def weet_rondom(self, gezin_id: UUID, rondom: Iterable[Deelnemer]) -> None:
        """Say who takes part in the one family of this reader, where that is known already."""
        if set(self.blikken) == {gezin_id}:
            thuis = {rij.gebruiker_id for rij in rondom if rij.gebruiker_id and not rij.is_professional}
            self.rondom_gezin = defaultdict(set, {gezin_id: thuis})

    @cached_property
    def rondom_gezin(self) -> dict[UUID, set[UUID]]:
        """Per family the accounts of its members and network: whom somebody from outside isn't told of."""
        rijen = Deelnemer.objects.filter(gezin__in=list(self.blikken), gebruiker__isnull=False)
        gevonden: dict[UUID, set[UUID]] = defaultdict(set)
        for gezin_id, gebruiker_id in rijen.exclude(soort=SoortDeelnemer.PROFESSIONAL).values_list(
            "gezin_id", "gebruiker_id"
        ):
            gevonden[gezin_id].add(gebruiker_id)
        return gevonden

    @cached_property
    def gevoelig(self) -> dict[UUID, Instelling]:
        """All instellingen of the region whose name says too much: a handful."""
        return memo.remember("gevoelige_instellingen", Instelling.objects.filter(naam_gevoelig=True).in_bulk)

    @cached_property
    def bekend(self) -> dict[UUID, set[UUID]]:
        """Per family the sensitive instellingen whose name this reader may read."""
        functies = Functie.objects.geldig().filter(gebruiker=self.gebruiker, instelling__in=self.gevoelig)
        eigen = {pk for pk in functies.values_list("instelling_id", flat=True) if pk}
        toegestaan = self._door_toestemming()
        bekend = {}
        for gezin_id, blik in self.blikken.items():
            bekend[gezin_id] = set(eigen)
            if blik is None:
                continue
            if len(blik.delen) > 1:
                # A view of several together knows what each of them knows.
                delen = (Naamgever(deel.gebruiker, {gezin_id: deel}).bekend[gezin_id] for deel in blik.delen)  # type: ignore[attr-defined, dict-item]
                bekend[gezin_id] = set.intersection(*delen)
                continue
            if blik.is_coordinator:
                bekend[gezin_id] |= set(self.gevoelig)
            elif blik.is_gezinslid:
                bekend[gezin_id] |= self._als_gezinslid(blik)
            else:
                bekend[gezin_id] |= toegestaan[gezin_id]
        return bekend

    def _door_toestemming(self) -> dict[UUID, set[UUID]]:
        """What consent opens to a professional or netwerklid tells which instelling helps with it."""
        ids = [
            grond.pk
            for blik in self.blikken.values()
            if blik is not None and not blik.is_gezinslid and not blik.is_coordinator
            for grond in blik.grondslagen
        ]
        gevonden: dict[UUID, set[UUID]] = defaultdict(set)
        gronden = Grondslag.objects.filter(pk__in=ids, soort=SoortGrondslag.TOESTEMMING) if ids else ()
        for grond in gronden:
            gevonden[grond.gezin_id] |= {
                rij.pk for rij in self.gevoelig.values() if set(rij.leefgebieden) & set(grond.leefgebieden)
            }
        return gevonden

    def _als_gezinslid(self, blik: Blik) -> set[UUID]:
        """Of whom this gezinslid knows anyway, and who helps him or her alone."""
        assert blik.deelnemer is not None  # noqa: S101 - is_gezinslid says so
        kent: list[QuerySet[Deelnemer]] = [blik.deelnemers()] if blik.in_hoofdhuishouden else []
        if PLAN.item:
            kent.append(PLAN.item.uitvoerders_over(blik.deelnemer).filter(gezin=blik.gezin))
        return {
            pk
            for mensen in kent
            for pk in mensen.filter(instelling__in=self.gevoelig).order_by().values_list("instelling_id", flat=True)
            if pk
        }


class Namen:
    """How one reader reads the names of one family."""

    def __init__(self, bron: Naamgever, gezin_id: UUID) -> None:
        self._bron = bron
        self._gezin_id = gezin_id

    def van(self, wie: Deelnemer | Gebruiker | Instelling | None) -> str:
        """The name of a person or an instelling as this reader may read it; '' for nobody."""
        if isinstance(wie, Instelling):
            return wie.naam if self.kent(wie) else wie.naam_voor_anderen
        if isinstance(wie, Gebruiker):
            functie = self._functies.get(wie.pk)
            return functie.naam if functie else wie.naam
        return wie.naam if wie else ""

    def kent(self, instelling: Instelling | None) -> bool:
        """Whether this reader may read which instelling this is."""
        if instelling is None or not instelling.naam_gevoelig:
            return True
        return instelling.pk in self._bron.bekend.get(self._gezin_id, ())

    def met_werk(self, wie: Deelnemer | Gebruiker, instelling: Instelling | None) -> str:
        """'M. Smit, Maatschappelijk Werk De Brug'."""
        return ", ".join(filter(None, [self.van(wie), self.van(instelling)]))

    def rol(self, mens: Deelnemer) -> str:
        """What somebody is to the family; not where that would tell of which instelling."""
        return str(mens.get_relatie_display()) or (mens.relatie_tot_gezin if self.kent(mens.instelling) else "")

    def contact(self, mens: Deelnemer) -> Contact:
        """How somebody of the plan is reached, without what would tell who it is, or of which instelling (I5).

        For the coordinator and the person concerned too: their paper lies on the table.
        """
        heel, kent = mens.contact, self.kent(mens.instelling)
        eigen = mens.telefoon or (mens.gebruiker.telefoon if mens.gebruiker else "")
        return Contact(
            telefoon=heel.telefoon if kent else eigen,
            mobiel=heel.mobiel,
            email=heel.email if kent and not mens.is_functienaam else "",
            weekdagen=heel.weekdagen,
        )

    def mag_mail(self, wie: Gebruiker, instelling: Instelling | None) -> bool:
        """Whether the mail address of this account may be shown: it often holds a name (I5)."""
        return self.kent(instelling) and wie.pk not in self._functies

    def in_tekst(self, tekst: str) -> str:
        """What the system says, or wrote down, with the names as this reader may read them.

        Where people typed it themselves, only a whole name is changed.
        """
        if not tekst:
            return tekst
        woorden = {
            naam: functie.naam
            for functie in self._functies.values()
            for naam in (functie.werkelijke_naam, functie.gebruiker.naam if functie.gebruiker else "")
            if naam
        }
        woorden |= {rij.naam: rij.naam_voor_anderen for rij in self._bron.gevoelig.values() if not self.kent(rij)}
        if not woorden:
            return tekst
        op_lengte = sorted(woorden, key=len, reverse=True)
        zoek = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, op_lengte)) + r")(?!\w)")
        return zoek.sub(lambda gevonden: woorden[gevonden.group()], tekst)

    def in_log(
        self, gebruiker_id: UUID | None, naam: str, instelling_id: UUID | None, instelling: str
    ) -> tuple[str, str]:
        """Who and of which organisation, of one row of the logboek, as this reader may read it (X1)."""
        functie = self._functies.get(gebruiker_id) if gebruiker_id else None
        gevoelig = self._bron.gevoelig.get(instelling_id) if instelling_id else None
        return functie.naam if functie else naam, self.van(gevoelig) if gevoelig else self.in_tekst(instelling)

    @property
    def _functies(self) -> dict[UUID | None, Deelnemer]:
        return self._bron.functienamen.get(self._gezin_id, {})


class NamenVanBuiten(Namen):
    """How somebody from outside reads them, who may not know whose family it is: who works there by the instelling, and
    nobody of the family or around it (E13)."""

    def van(self, wie: Deelnemer | Gebruiker | Instelling | None) -> str:
        if isinstance(wie, Deelnemer):
            return super().van(wie.instelling) if wie.is_professional and wie.instelling else self._iemand
        if isinstance(wie, Gebruiker) and wie.pk in self._bron.rondom_gezin[self._gezin_id]:
            return self._iemand
        return super().van(wie)

    @property
    def _iemand(self) -> str:
        return _("iemand van het gezin of om het gezin heen")
