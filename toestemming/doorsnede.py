"""What several readers of one family may all see: a preview cut to the own view, a sheet for the whole family (T3, G9)."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from core.errors import RuleError
from gezinnen.models import Deelnemer, DeelnemerQuerySet, GezinsRecht, Huishouden
from instanties.models import Gebruiker
from toestemming import regels
from toestemming.dekking import dekking
from toestemming.kring import Kring, kringen_voor_zicht, op_volgorde
from toestemming.models import Deelkeuze, Grondslag
from toestemming.zicht import Blik


@dataclass
class Doorsnede(Blik):
    """The view of who is named in it, as far as each of `bliks` reaches. Whoever asks for it stays the reader (X1).

    `alleen_zicht`: without anyone's own afspraken on top, so that nothing on it is for one of them alone.
    """

    bliks: tuple[Blik, ...] = ()
    alleen_zicht: bool = False

    @property
    def vorm(self) -> None:
        return None

    @property
    def delen(self) -> tuple[Blik, ...]:
        return self.bliks

    @property
    def is_coordinator(self) -> bool:
        return all(deel.is_coordinator for deel in self.bliks)

    @property
    def mist_grondslag(self) -> bool:
        # What the overlap leaves out isn't left out for want of a ground.
        return False

    @property
    def ziet_alles(self) -> bool:
        return all(deel.ziet_alles for deel in self.bliks)

    @property
    def mag_afstemming(self) -> bool:
        return all(deel.mag_afstemming for deel in self.bliks)

    def onderdeel_q(self, prefix: str = "") -> Q:
        gezien = Q()
        for deel in self.bliks:
            gezien &= deel.onderdeel_q(prefix)
        return gezien

    def onderwerpen(self) -> set[str] | None:
        delen = [gekend for deel in self.bliks if (gekend := deel.onderwerpen()) is not None]
        return set.intersection(*delen) if delen else None

    def deelnemers(self, uitvoerders: QuerySet[Deelnemer] | None = None, over_wie: Any = None) -> DeelnemerQuerySet:
        eerste, *rest = (deel.deelnemers(uitvoerders, over_wie) for deel in self.bliks)
        for ander in rest:
            eerste = eerste.filter(pk__in=ander.order_by().values("pk"))
        return eerste

    def huishoudens(self) -> QuerySet[Huishouden]:
        eerste, *rest = (deel.huishoudens() for deel in self.bliks)
        for ander in rest:
            eerste = eerste.filter(pk__in=ander.order_by().values("pk"))
        return eerste

    def mag_adres(self, huishouden: Huishouden) -> bool:
        return all(deel.mag_adres(huishouden) for deel in self.bliks)

    def mag_contact(self, deelnemer: Deelnemer) -> bool:
        return all(deel.mag_contact(deelnemer) for deel in self.bliks)

    def mag_persoonlijk(self, deelnemer: Deelnemer) -> bool:
        return all(deel.mag_persoonlijk(deelnemer) for deel in self.bliks)


def voorvertoning(lezer: Blik, voor: Deelnemer, gekozen: Collection[uuid.UUID]) -> Doorsnede:
    """How this gezinslid will see the plan if `lezer` chooses these own matters, cut to what `lezer` sees (T3).

    Without safety flags: what is kept from somebody mustn't show in what another chooser sees of it. The lezer reads
    nothing that wasn't his or hers to read already.
    """
    kring = _hele_kring(lezer)
    kring.vlaggen = []
    if lezer.deelnemer is not None:
        ik = lezer.deelnemer.pk
        blijft = [keuze for keuze in kring.keuzes if (keuze.van_id, keuze.voor_id) != (ik, voor.pk)]
        nieuw = [Deelkeuze(gezin_id=kring.gezin_id, van_id=ik, voor_id=voor.pk, onderdeel=deel) for deel in gekozen]
        kring.keuzes = [*blijft, *nieuw]
    [blik] = _van_leden(lezer, kring, [voor])
    return Doorsnede(**_velden(blik), bliks=(blik, lezer))


def voor_heel_gezin(lezer: Blik) -> Doorsnede:
    """What everyone who lives in the main household may see, and `lezer` too: for a sheet on the table (T3, G9).

    With safety flags: what is kept from one of them isn't on the table of all of them. Raises RuleError when nobody lives
    there: what nobody may read isn't for everybody.
    """
    kring = _hele_kring(lezer)
    leden = _van_leden(lezer, kring, op_volgorde(kring, kring.thuis()))
    if not leden:
        raise RuleError(_("Zeg eerst wie er in het hoofdhuishouden wonen. Dit blad is voor hen samen."))
    eigen = {**_velden(lezer), "deelnemer": None}
    return Doorsnede(**eigen, bliks=(lezer, *leden), alleen_zicht=True)


def _hele_kring(lezer: Blik) -> Kring:
    """The circle with everyone and everything: of a reader who isn't family, zicht loads only a part."""
    return kringen_voor_zicht([lezer.gezin.pk])[lezer.gezin.pk]


def _van_leden(lezer: Blik, kring: Kring, leden: Collection[Deelnemer]) -> list[Blik]:
    """The views of gezinsleden, also of who has no account. One query."""
    gronden = list(
        Grondslag.objects.geldig()
        .voor_plan()
        .filter(gezin=kring.gezin_id, gebruiker__in=[lid.gebruiker_id for lid in leden if lid.gebruiker_id])
        .select_related("soort")
    )
    return [_van_lid(lezer, kring, lid, [g for g in gronden if g.gebruiker_id == lid.gebruiker_id]) for lid in leden]


def _van_lid(lezer: Blik, kring: Kring, lid: Deelnemer, gronden: list[Grondslag]) -> Blik:
    # Somebody without account gets one that is nowhere stored: it is nobody's in any comparison.
    account = {"pk": lid.gebruiker_id} if lid.gebruiker_id else {}
    return replace(
        lezer,
        gebruiker=Gebruiker(naam=lid.naam, **account),
        deelnemer=lid,
        rechten={GezinsRecht.BEKIJKEN},
        grondslagen=gronden,
        kring=kring,
        kijker=regels.Kijker(kring, lezer.op, ik=lid.pk, dekking=dekking(gronden)),
        namens=(),
        ook_als=(),
    )


def _velden(blik: Blik) -> dict[str, object]:
    return {veld.name: getattr(blik, veld.name) for veld in fields(Blik)}
