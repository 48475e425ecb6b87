"""Whom one waits for, and who of them can be called today (R2, I5): phones only as far as this reader may have them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from core.mee import Meegevraagd
from core.names import person_order
from gezinnen.models import Contact, Deelnemer
from instanties.models import Gebruiker, Vervanging
from instanties.vervanging import waarnemers
from termijnen.bereik import Bereik, bereik, vrije_dag
from termijnen.models import Gevraagd, Termijn
from toestemming.namen import Naamgever
from toestemming.zicht import blikken_van_lijst


@dataclass(frozen=True)
class Invaller:
    """Who stands in for somebody who is away."""

    naam: str
    telefoon: str
    mobiel: str
    bereik: Bereik | None


@dataclass(frozen=True)
class Bellen:
    """Somebody on whom terms wait, and how and when that person can be reached."""

    naam: str
    contact: Contact
    bereik: Bereik | None
    afwezig_tot_en_met: date | None = None
    invaller: Invaller | None = None

    @property
    def kan_vandaag(self) -> bool:
        """Whether there is somebody to call today: this person, or who stands in."""
        wie = self.invaller.bereik if self.invaller else self.bereik
        return wie is not None and wie.is_vandaag

    @property
    def volgorde(self) -> tuple[bool, date, str]:
        """Today first, then by the day on which there is somebody again."""
        wie = self.invaller.bereik if self.invaller else self.bereik
        return not self.kan_vandaag, wie.eerste if wie else date.max, person_order(self.naam)


def met_gevraagden(termijnen: QuerySet[Termijn], vandaag: Any) -> QuerySet[Termijn]:
    """Each with `wacht_op`, in the same question: of whom it asks something, until when that one is away, and as whom he
    takes part in the family."""
    afwezig = Vervanging.objects.op(vandaag).filter(wie=OuterRef("gebruiker")).values("tot_en_met")[:1]
    hier = Deelnemer.objects.actief().filter(gezin=OuterRef("termijn__gezin"), gebruiker=OuterRef("gebruiker"))
    gevraagden = Gevraagd.objects.filter(termijn=OuterRef("pk")).annotate(
        afwezig_tot_en_met=Subquery(afwezig),
        neemt_deel=Meegevraagd(hier, met=["gebruiker", "instelling", "huishouden"]),
    )
    return termijnen.annotate(wacht_op=Meegevraagd(gevraagden.order_by("pk"), met=["gebruiker"]))


def wie_te_bellen(gebruiker: Gebruiker, wacht: Sequence[Any], namen: Naamgever, vandaag: date) -> list[Bellen]:
    """Of the people on whom these terms (`met_gevraagden`) wait. Of whom nothing can be said is left out.

    Queries: who stands in where one is away, and the calendar.
    """
    rijen = [(termijn.gezin_id, rij) for termijn in wacht for rij in termijn.wacht_op]
    mensen = {rij.gebruiker.pk: rij.gebruiker for _gezin, rij in rijen}
    contacten = _contacten(gebruiker, rijen, namen)
    if not contacten:
        return []
    werkt = [(mensen[wie], None, gezin) for gezin, wie in contacten]
    afwezig = {rij.gebruiker_id: rij.afwezig_tot_en_met for _gezin, rij in rijen if rij.afwezig_tot_en_met}
    invallers = waarnemers(werkt, vandaag, afwezig=afwezig)
    # Who is called by one name and one number in several families stands there once.
    gevonden: dict[tuple[UUID, Bellen], None] = {}
    for (gezin, wie), contact in contacten.items():
        invaller = (
            _invaller(een.gebruiker, gezin, namen, vandaag) if (een := invallers.get((wie, None, gezin))) else None
        )
        rij = Bellen(
            naam=namen.van_gezin(gezin).van(mensen[wie]),
            contact=contact,
            bereik=_bereik(mensen[wie], contact.weekdagen, vandaag, afwezig.get(wie)),
            afwezig_tot_en_met=afwezig.get(wie),
            invaller=invaller,
        )
        if rij.bereik is None and rij.afwezig_tot_en_met is None:
            continue
        gevonden[wie, rij] = None
    return sorted((rij for _wie, rij in gevonden), key=lambda rij: rij.volgorde)


def _bereik(wie: Gebruiker, weekdagen: Sequence[int], vandaag: date, afwezig: date | None = None) -> Bereik | None:
    vrij = vrije_dag if wie.is_professional else lambda _dag: False
    return bereik(weekdagen, vandaag, vrij, afwezig_tot_en_met=afwezig)


def _invaller(wie: Gebruiker, gezin: UUID, namen: Naamgever, vandaag: date) -> Invaller:
    naam = namen.van_gezin(gezin).van(wie)
    return Invaller(naam, wie.telefoon, wie.mobiel, _bereik(wie, wie.werkdagen, vandaag))


def _contacten(
    gebruiker: Gebruiker, rijen: Sequence[tuple[UUID, Any]], namen: Naamgever
) -> dict[tuple[UUID, UUID], Contact]:
    """How each is reached in each family. Of who takes part there what the plan says; of others the phone at work."""
    mensen = {rij.gebruiker.pk: rij.gebruiker for _gezin, rij in rijen}
    paren = list(dict.fromkeys((gezin, rij.gebruiker.pk) for gezin, rij in rijen))
    hier = {
        (deelnemer.gezin_id, deelnemer.gebruiker_id): deelnemer for _gezin, rij in rijen for deelnemer in rij.neemt_deel
    }
    eigen = {gezin for (gezin, _wie), rij in hier.items() if not rij.is_professional}
    gezien = blikken_van_lijst(gebruiker, eigen)
    contacten = {}
    for gezin, wie in paren:
        rij, account = hier.get((gezin, wie)), mensen[wie]
        if rij is None:
            if account.is_professional:
                contacten[gezin, wie] = Contact(account.telefoon, account.mobiel, "", tuple(account.werkdagen))
            continue
        blik = gezien.get(gezin)
        if rij.is_professional or (blik is not None and blik.mag_contact(rij)):
            contact = namen.van_gezin(gezin).contact(rij)
            contacten[gezin, wie] = replace(contact, email="", weekdagen=tuple(contact.weekdagen))
    return contacten
