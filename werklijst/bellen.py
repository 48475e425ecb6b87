"""Whom one waits for, and who of them can be called today (R2, I5): phones only as far as this reader may have them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from gezinnen.models import Contact, Deelnemer
from instanties.models import Gebruiker, Vervanging
from instanties.vervanging import waarnemers
from termijnen.bereik import Bereik, bereik, vrije_dag
from termijnen.models import Termijn
from toestemming.namen import Naamgever
from toestemming.zicht import blikken


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
    weg_tot_en_met: date | None = None
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
        return not self.kan_vandaag, wie.eerste if wie else date.max, self.naam


def wie_te_bellen(gebruiker: Gebruiker, wacht: Sequence[Termijn], namen: Naamgever, vandaag: date) -> list[Bellen]:
    """Of the people on whom these terms wait (`gevraagden` prefetched). Of whom nothing can be said is left out.

    Queries: who of them takes part, who is away, the calendar; what the reader sees of a family only for its own people.
    """
    gevraagd = [(termijn.gezin_id, rij.gebruiker) for termijn in wacht for rij in termijn.gevraagden.all()]
    mensen = {wie.pk: wie for _gezin, wie in gevraagd}
    paren = list(dict.fromkeys((gezin, wie.pk) for gezin, wie in gevraagd))
    contacten = _contacten(gebruiker, paren, mensen, namen) if paren else {}
    if not contacten:
        return []
    werkt = [(mensen[wie], None, gezin) for gezin, wie in contacten]
    weg = dict(Vervanging.objects.op(vandaag).filter(wie__in=mensen).values_list("wie_id", "tot_en_met"))
    invallers = waarnemers(werkt, vandaag) if weg else {}
    # Who is called by one name and one number in several families stands there once.
    gevonden: dict[tuple[UUID, Bellen], None] = {}
    for (gezin, wie), contact in contacten.items():
        invaller = (
            _invaller(een.gebruiker, gezin, namen, vandaag) if (een := invallers.get((wie, None, gezin))) else None
        )
        regel = Bellen(
            naam=namen.van_gezin(gezin).van(mensen[wie]),
            contact=contact,
            bereik=_bereik(mensen[wie], contact.weekdagen, vandaag, weg.get(wie)),
            weg_tot_en_met=weg.get(wie),
            invaller=invaller,
        )
        if regel.bereik is None and regel.weg_tot_en_met is None:
            continue
        gevonden[wie, regel] = None
    return sorted((regel for _wie, regel in gevonden), key=lambda regel: regel.volgorde)


def _bereik(wie: Gebruiker, weekdagen: Sequence[int], vandaag: date, weg: date | None = None) -> Bereik | None:
    vrij = vrije_dag if wie.is_professional else lambda _dag: False
    return bereik(weekdagen, vandaag, vrij, weg_tot_en_met=weg)


def _invaller(wie: Gebruiker, gezin: UUID, namen: Naamgever, vandaag: date) -> Invaller:
    naam = namen.van_gezin(gezin).van(wie)
    return Invaller(naam, wie.telefoon, wie.mobiel, _bereik(wie, wie.werkdagen, vandaag))


def _contacten(
    gebruiker: Gebruiker, paren: Sequence[tuple[UUID, UUID]], mensen: dict[UUID, Gebruiker], namen: Naamgever
) -> dict[tuple[UUID, UUID], Contact]:
    """How each is reached in each family. Of who takes part there what the plan says; of others the phone at work."""
    gezinnen = {gezin for gezin, _wie in paren}
    rijen = Deelnemer.objects.actief().filter(gezin__in=gezinnen, gebruiker__in=mensen)
    hier = {
        (rij.gezin_id, rij.gebruiker_id): rij for rij in rijen.select_related("gebruiker", "instelling", "huishouden")
    }
    eigen = {gezin for (gezin, _wie), rij in hier.items() if not rij.is_professional}
    gezien = blikken(gebruiker, eigen) if eigen else {}
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
