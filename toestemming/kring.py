"""The people of families as the rules of consent and zicht need them: loaded for many families with a few queries."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, UUIDField

from core.kept_queries import Rows, SlotList, kept
from core.mee import Meegevraagd
from gezinnen.models import Deelnemer, DeelnemerQuerySet, Gezag, Gezin
from gezinnen.selectie import is_meerderjarig, leeftijd, leeftijd_onbekend
from toestemming.models import Deelkeuze, Veiligheidsvlag, Vertegenwoordiging, Weigering


@dataclass
class Kring:
    """The gezinsleden of one family with gezag, and what was kept from, shown to or refused to whom. Holds no query."""

    gezin_id: uuid.UUID
    leden: dict[uuid.UUID, Deelnemer] = field(default_factory=dict)
    # child → who holds gezag; of a child that isn't in it, it is unknown, so nobody.
    gezag: dict[uuid.UUID, frozenset[uuid.UUID]] = field(default_factory=dict)
    vertegenwoordigingen: list[Vertegenwoordiging] = field(default_factory=list)
    # Who decides for one of them without being one of them: a curator, a mentor, a voogd.
    van_buiten: dict[uuid.UUID, Deelnemer] = field(default_factory=dict)
    vlaggen: list[Veiligheidsvlag] = field(default_factory=list)
    keuzes: list[Deelkeuze] = field(default_factory=list)
    weigeringen: list[Weigering] = field(default_factory=list)

    @property
    def vertegenwoordigd(self) -> dict[uuid.UUID, uuid.UUID | None]:
        """Who decides in whose place; None: whoever holds gezag."""
        return {rij.wie_id: rij.door_wie_id for rij in self.vertegenwoordigingen}

    def houders(self, kind_id: uuid.UUID) -> frozenset[uuid.UUID]:
        """Who holds gezag over this child; empty when that isn't known."""
        return self.gezag.get(kind_id, frozenset())

    def treft(self, wie: uuid.UUID, over: uuid.UUID | None) -> bool:
        """Whether a safety flag keeps from this person what is about `over`: then others say yes or no to it (S19)."""
        return bool(self.vlaggen_tussen(wie, over))

    def vlaggen_tussen(self, wie: uuid.UUID, over: uuid.UUID | None) -> list[Veiligheidsvlag]:
        """The safety flags that keep from this person what is about `over`."""
        return [vlag for vlag in self.vlaggen if vlag.voor_wie_id == wie and over in vlag.over_wie]

    def minderjarigen(self, op: date) -> set[uuid.UUID]:
        return {pk for pk, lid in self.leden.items() if not is_meerderjarig(lid, op)}

    def volwassenen(self, op: date) -> set[uuid.UUID]:
        return self.leden.keys() - self.minderjarigen(op)

    def van_leeftijd(self, op: date, vanaf: int, tot: int) -> set[uuid.UUID]:
        """The gezinsleden who are at least `vanaf` and not yet `tot` years old on that day."""
        gevonden = set()
        for pk, lid in self.leden.items():
            jaren = leeftijd(lid, op)
            if jaren is not None and vanaf <= jaren < tot:
                gevonden.add(pk)
        return gevonden

    def leeftijd_onbekend(self) -> set[uuid.UUID]:
        """Who may be a child for all that is known: no birth date, and neither a parent nor a holder of gezag."""
        dragers = {houder for houders in self.gezag.values() for houder in houders}
        return {pk for pk, lid in self.leden.items() if leeftijd_onbekend(lid) and pk not in dragers}

    @property
    def tekenaars(self) -> dict[uuid.UUID, Deelnemer]:
        """Everybody who may have to sign: the gezinsleden, and who decides for one of them."""
        return {**self.leden, **self.van_buiten}

    def beslist_nog(self, pk: uuid.UUID) -> bool:
        """Whether who decides for another is still there."""
        wie = self.tekenaars.get(pk)
        return wie is not None and kan_beslissen(wie)

    def thuis(self) -> set[uuid.UUID]:
        """Who lives in the main household now."""
        return {pk for pk, lid in self.leden.items() if lid.gestopt_op is None and woont_thuis(lid)}


def kan_beslissen(lid: Deelnemer) -> bool:
    """Whether this person may still have to decide: gezinsleden until they die, a curator as long as he takes part.

    Who stops with the plan keeps gezag, and with it the yes and the 'no' (T2).
    """
    return lid.overleden_op is None and (lid.is_gezinslid or lid.gestopt_op is None)


def woont_thuis(lid: Deelnemer) -> bool:
    """Whether this person lives in the household that the plan is about."""
    return bool(lid.huishouden and lid.huishouden.is_hoofdhuishouden)


def kringen(gezin_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Kring]:
    """The circles of these families as consent needs them (T2), in one query however many."""
    return {gezin.pk: uit(gezin) for gezin in _kringen(None, gezinnen=list(gezin_ids))}


@kept
def _kringen(_vorm: None) -> Rows:
    return Rows(Gezin.objects.filter(pk__in=SlotList("gezinnen", UUIDField())).annotate(**annotations()))


def annotations() -> Mapping[str, Any]:
    """What to annotate to a query for families; of each then `uit` makes the circle."""
    beslist = Vertegenwoordiging.objects.filter(wie__gezin=OuterRef("pk"), tot__isnull=True)
    vlaggen = Veiligheidsvlag.objects.geldend().filter(gezin=OuterRef("pk"))
    return {
        "leden_nu": _leden(),
        "beslist_nu": Meegevraagd(beslist, met=["wie", "door_wie__instelling"]),
        "vlaggen_nu": Meegevraagd(vlaggen),
    }


def uit(gezin: Any) -> Kring:
    """The circle of a family as consent needs it (see `vraag`)."""
    kring = Kring(gezin.pk, vertegenwoordigingen=gezin.beslist_nu, vlaggen=gezin.vlaggen_nu)
    _zet_leden(kring, gezin.leden_nu)
    for rij in kring.vertegenwoordigingen:
        if rij.door_wie is not None and rij.door_wie.pk not in kring.leden:
            kring.van_buiten[rij.door_wie.pk] = rij.door_wie
    return kring


def kring_voor_zicht(gezin: Gezin, leden: Iterable[Deelnemer]) -> Kring:
    """The circle of a family of `met_vlaggen` as zicht needs it (T3): with these gezinsleden (see `met_gezag`)."""
    wat: Any = gezin
    kring = Kring(gezin.pk, vlaggen=wat.vlaggen_nu, keuzes=wat.keuzes_nu, weigeringen=wat.weigeringen_nu)
    _zet_leden(kring, leden)
    return kring


def kringen_voor_zicht(gezin_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Kring]:
    """As kring_voor_zicht, with everybody and for many families at once: one query."""
    gezinnen = met_vlaggen(Gezin.objects.filter(pk__in=gezin_ids)).annotate(leden_nu=_leden())
    return {gezin.pk: kring_voor_zicht(gezin, gezin.leden_nu) for gezin in gezinnen}  # type: ignore[attr-defined]


def met_vlaggen(gezinnen: QuerySet[Gezin]) -> QuerySet[Gezin]:
    """Each with what is kept from, shown to or refused to whom, in the question for the families."""
    nu = {"gezin": OuterRef("pk"), "tot__isnull": True}
    return gezinnen.annotate(
        vlaggen_nu=Meegevraagd(Veiligheidsvlag.objects.geldend().filter(gezin=OuterRef("pk"))),
        keuzes_nu=Meegevraagd(Deelkeuze.objects.filter(**nu)),
        weigeringen_nu=Meegevraagd(Weigering.objects.filter(**nu).met_wie_er_werkt(), met=["ontvanger"]),
    )


def _leden() -> Meegevraagd:
    """The gezinsleden of a family, as a circle holds them."""
    leden = met_gezag(Deelnemer.objects.gezinsleden().filter(gezin=OuterRef("pk")))
    return Meegevraagd(leden, met=["huishouden"])


def met_gezag(deelnemers: DeelnemerQuerySet) -> DeelnemerQuerySet:
    """Each with `houders`: who holds gezag over him or her, as far as that is known."""
    houders = Gezag.objects.geldig().filter(kind=OuterRef("pk"), kind__gezag_bekend=True)
    return deelnemers.annotate(houders=ArraySubquery(houders.values("houder")))


def _zet_leden(kring: Kring, leden: Iterable[Deelnemer]) -> None:
    for lid in leden:
        kring.leden[lid.pk] = lid
        if lid.houders:  # type: ignore[attr-defined] # of met_gezag
            kring.gezag[lid.pk] = frozenset(lid.houders)  # type: ignore[attr-defined]


def kring_van(gezin_id: uuid.UUID) -> Kring:
    """The circle of one family."""
    return kringen([gezin_id])[gezin_id]


def op_volgorde(kring: Kring, wie: Iterable[uuid.UUID]) -> Sequence[Deelnemer]:
    """These gezinsleden in the order in which the family is shown; others are left out."""
    gezocht = set(wie)
    return [lid for pk, lid in kring.leden.items() if pk in gezocht]
