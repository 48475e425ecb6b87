"""What a view on a family is in SQL, said once for the querysets of the rooms above (T3): see `zicht.py` for whose view."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, UUIDField

from core.kept_queries import Rows, Slot, SlotList, kept
from gezinnen.models import Deelnemer, DeelnemerQuerySet, SoortDeelnemer
from toestemming import regels


class Filters:
    """What a view on a family is in SQL, for the querysets of the rooms above: of one reader (Blik), or of a question that is
    kept (Blikvorm), where slots stand for what differs between readers."""

    gezin_id: Any
    lezer_id: Any
    # Whether the reader takes part, under which rows, and for which accounts he or she reads: the own one, and of whom
    # he or she stands in for (I6).
    doet_mee: bool
    rijen: Any
    accounts: Any
    ziet_alles: bool
    # Whether the reader belongs to the family, or has a share in its help; else the own afspraken are all (T3).
    helpt: bool
    in_hoofdhuishouden: bool
    enige_volwassene_thuis: bool
    coordinator_id: Any
    # About whom consent or another ground opens something by name.
    gedekt_over: Any
    lijsten: regels.Zichtlijsten
    heeft_verborgen: bool
    # Without one's own afspraken on top of zicht; only an overlap of views (doorsnede.py) says so.
    alleen_zicht = False

    @property
    def delen(self) -> "tuple[Filters, ...]":
        """The views that together make this one: itself, unless it is an overlap."""
        return (self,)

    def onderdeel_q(self, prefix: str = "") -> Q:
        """The filter for parts (Onderdeel) of this family; own afspraken come on top of it (T3, G16)."""
        return Q() if self.ziet_alles else self.lijsten.q(prefix)

    def verborgen_q(self, prefix: str = "") -> Q:
        """The parts about people of whom a safety flag keeps everything from this reader (T3, X5)."""
        return self.lijsten.verborgen_q(prefix)

    def eigen_zaken_q(self, prefix: str = "") -> Q:
        """The parts with others' own matters, which this reader sees only where they chose it (T3)."""
        return self.lijsten.eigen_zaken_q(prefix)

    def deelnemers(self, uitvoerders: QuerySet[Deelnemer] | None = None, over_wie: Any = None) -> DeelnemerQuerySet:
        """The people of this family whom this person may know of, by name (T3, G4, G16).

        `uitvoerders`: the doers of what this person sees, and `over_wie`: about whom that is, to be given by the room that
        knows afspraken. Who doesn't help knows nobody else of the family. Former participants are among them; ask
        `.actief()` for who takes part now.
        """
        alle = Deelnemer.objects.filter(gezin=self.gezin_id).select_related("gebruiker", "instelling", "huishouden")
        if self.ziet_alles:
            return alle
        bekend = Q(gebruiker__in=self.accounts)
        if self.helpt:
            bekend |= Q(soort=SoortDeelnemer.GEZINSLID)
        else:
            bekend |= Q(pk__in=self.gedekt_over)
            if over_wie is not None:
                bekend |= Q(pk__in=over_wie)
        if self.coordinator_id is not None:
            bekend |= Q(gebruiker=self.coordinator_id)
        if self.in_hoofdhuishouden:
            bekend |= Q(soort=SoortDeelnemer.NETWERKLID)
            if self.enige_volwassene_thuis:
                # With another adult at home, an instelling may be that adult's own matter.
                bekend |= Q(soort=SoortDeelnemer.PROFESSIONAL)
        if uitvoerders is not None:
            bekend |= Q(pk__in=uitvoerders.order_by().values("pk"))
        return alle.filter(bekend)


@dataclass(frozen=True)
class Blikvorm(Filters):
    """The shape of a view: what decides how a question about it is composed. Whose view it is, is in the slots."""

    doet_mee: bool
    ziet_alles: bool
    helpt: bool
    in_hoofdhuishouden: bool
    enige_volwassene_thuis: bool
    heeft_coordinator: bool
    heeft_verborgen: bool
    # How many groups of people chose to show something of their own matters.
    keuzes: int

    gezin_id = Slot("gezin", UUIDField())
    lezer_id = Slot("lezer", UUIDField())
    accounts = SlotList("accounts", UUIDField())
    rijen = SlotList("rijen", UUIDField())
    gedekt_over = SlotList("gedekt_over", UUIDField())

    @property
    def coordinator_id(self) -> Any:
        return Slot("coordinator", UUIDField()) if self.heeft_coordinator else None

    @property
    def lijsten(self) -> regels.Zichtlijsten:
        return regels.met_slots(self.keuzes)


class OverBlik:
    """Decorator: a question about one view, that is kept. What is decorated gets the filters of the view, and `rest` of the shape
    (what a page asks along); it is asked with the view itself, that `rest`, and the values of its own slots.

    For an overlap of views, which has no shape, it is composed each time.
    """

    def __init__(self, build: Callable[[Filters, Any], Rows]) -> None:
        self._vraag = kept(lambda vorm: build(*vorm))

    def __call__(self, blik: Any, rest: Hashable = None, **waarden: Any) -> list[Any]:
        vorm = blik.vorm
        if vorm is None:
            return self._vraag.once((blik, rest), **blik.waarden, **waarden)
        return self._vraag((vorm, rest), **blik.waarden, **waarden)
