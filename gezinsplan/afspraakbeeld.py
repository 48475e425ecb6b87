"""One afspraak with what its page says about it: who does it, what was asked and answered, and when it was moved. One query."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, UUIDField

from core.kept_queries import Rows, Slot, SlotList
from core.mee import Meegevraagd, zet_klaar
from gezinnen.models import Deelnemer
from gezinnen.waarneming import ik_en_namens
from gezinsplan import toezegging
from gezinsplan.models import (
    OPEN_NAVRAAG,
    Aanvaarding,
    Afspraak,
    Afspraakstaat,
    Doel,
    EenmaligeLink,
    Gesprek,
    Gespreksstaat,
    Navraag,
)  # fmt: skip
from gezinsplan.permissions import uitvoerder_q
from instanties.selectie import na_code_q
from termijnen.models import TermijnWijziging
from toestemming.filters import Filters, OverBlik
from toestemming.zicht import Blik

BIJ_AFSPRAAK = (
    "termijn",
    "doel__plan__gezin",
    "doel__hoofddoel",
    "vastgelegd_door",
    "vastgelegd_door_deelnemer",
    "vastgelegd_namens",
)


def afspraakbeeld(blik: Blik, afspraak_id: UUID) -> "Afspraakbeeld | None":
    """The afspraak with all that its page says, if this reader sees it (T3)."""
    ik = list(ik_en_namens(blik.gebruiker, blik.gezin.pk))
    gevonden = _afspraak(blik, afspraak=afspraak_id, ik=ik)
    for afspraak in gevonden:
        zet_klaar(afspraak, "uitvoerders", afspraak.uitvoerders_nu)
        toezegging.zet_erbij(blik, [afspraak])
        return Afspraakbeeld(afspraak, blik)
    return None


@OverBlik
def _afspraak(oog: Filters, _rest: None) -> Rows:
    """One afspraak as a reader sees it."""
    doeners = Deelnemer.objects.filter(afspraken=OuterRef("pk"))
    gezien = Afspraak.objects.zichtbaar_voor(oog).met_vraag(oog)
    return Rows(
        gezien.annotate(uitvoerders_nu=Meegevraagd(doeners, met=["instelling", "navrager"]), **_erbij(oog)).filter(
            pk=Slot("afspraak", UUIDField())
        ),
        met=BIJ_AFSPRAAK,
    )


def _erbij(oog: Filters) -> Mapping[str, Any]:
    """What comes along with the afspraak for its page."""
    hier = {"afspraak": OuterRef("pk")}
    door = ["beantwoord_door", "beantwoord_door_deelnemer", "beantwoord_namens"]
    mijn = uitvoerder_q(SlotList("ik", UUIDField()))
    # Who gave the running term another moment, and why (E7).
    verzet = TermijnWijziging.objects.filter(termijn=OuterRef("termijn"), van_loopt_af_op__isnull=False)
    navragen = Navraag.objects.filter(**hier).annotate(
        onbevestigd=Exists(EenmaligeLink.objects.beantwoord_naar_onbevestigd().filter(navraag=OuterRef("pk")))
    )
    return {
        "navragen_nu": Meegevraagd(navragen, met=["termijn", *door]),
        "gesprekken_nu": Meegevraagd(Gesprek.objects.filter(**hier).order_by("pk"), met=["termijn"]),
        "gezegd_nu": Meegevraagd(
            Aanvaarding.objects.geldig().filter(**hier).annotate(na_code=na_code_q()),
            met=["deelnemer__instelling", "door"],
        ),
        "verzet_nu": Meegevraagd(verzet.order_by("op", "id"), met=["door", "namens"]),
        "toont_doel": Exists(Doel.objects.zichtbaar_voor(oog).filter(pk=OuterRef("doel"))),
        "voor_mij": Exists(Deelnemer.objects.filter(mijn, afspraken=OuterRef("pk"))),
    }


class Afspraakbeeld:
    """What a page reads of an afspraak that came with all this."""

    def __init__(self, afspraak: Any, blik: Blik) -> None:
        self.afspraak: Afspraak = afspraak
        self.blik = blik
        self.toont_doel: bool = afspraak.toont_doel
        self._navragen: list[Navraag] = afspraak.navragen_nu
        self._gesprekken: list[Gesprek] = afspraak.gesprekken_nu
        self._gezegd: list[Aanvaarding] = afspraak.gezegd_nu
        self._verzet: list[TermijnWijziging] = afspraak.verzet_nu

    @property
    def mag_afvinken(self) -> bool:
        """As permissions.mag_afvinken: a doer, who asks after one, or the coordinator."""
        schap, ik = self.blik.coordinatorschap, ik_en_namens(self.blik.gebruiker, self.blik.gezin.pk)
        return self.afspraak.voor_mij or (schap is not None and schap.gebruiker_id in ik)  # type: ignore[attr-defined]

    @property
    def navraag(self) -> Navraag | None:
        """The question that still waits for an answer or for a yes."""
        return next((navraag for navraag in self._navragen if navraag.staat in OPEN_NAVRAAG), None)

    @property
    def gesprek(self) -> Gesprek | None:
        """The talk that the coordinator owes, or owed."""
        for gesprek in self._gesprekken:
            if gesprek.staat == Gespreksstaat.OPEN:
                return gesprek
        if self.afspraak.staat != Afspraakstaat.NIET_GEDAAN:
            return None
        verlopen = [gesprek for gesprek in self._gesprekken if gesprek.staat == Gespreksstaat.VERLOPEN]
        return verlopen[-1] if verlopen else None

    @property
    def zei_ja(self) -> set[Any]:
        """Which doers said: I do this."""
        return {gegeven.deelnemer_id for gegeven in self._gezegd if gegeven.doet_het}

    @property
    def mijn_nee(self) -> Aanvaarding | None:
        """What the reader, or for whom he or she answers, said while it is still asked."""
        if not self.afspraak.gevraagd:
            return None
        ik = {mens.pk for mens in self.blik.als_deelnemers}
        return next((rij for rij in self._gezegd if {rij.deelnemer_id, rij.deelnemer.navrager_id} & ik), None)

    @property
    def is_kaal(self) -> bool:
        """Who is still to say yes reads the afspraak alone; the others what was said about it too (T3).

        About somebody whom a safety flag keeps from the reader, the own afspraak is all there is.
        """
        return self.afspraak.kaal or bool(self.blik.kijker.verborgen.intersection(self.afspraak.over_wie))

    @property
    def antwoorden(self) -> list[Navraag]:
        return [] if self.is_kaal else [navraag for navraag in self._navragen if navraag.beantwoord_op]

    @property
    def gevoerd(self) -> list[Gesprek]:
        """The talks that were held, with what came of them."""
        return [] if self.is_kaal else [rij for rij in self._gesprekken if rij.staat == Gespreksstaat.GEVOERD]

    @property
    def wijzigingen(self) -> list[TermijnWijziging]:
        return [] if self.is_kaal else self._verzet

    @property
    def aanvaardingen(self) -> list[Aanvaarding]:
        return [] if self.is_kaal else self._gezegd
