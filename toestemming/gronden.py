"""Who sees something without consent, and why: said honestly to the family (T3)."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, Q

from gezinnen.models import Deelnemer
from instanties.models import Leefgebied
from toestemming.models import Bereik, Grondslag, Grondslagsoort, SoortGrondslag
from toestemming.namen import namen_voor
from toestemming.regels import EIGEN_ZAKEN, Kijker
from toestemming.zicht import Blik

NIET_HIER = (SoortGrondslag.TOESTEMMING, SoortGrondslag.EIGEN_GEZIN)


class Reden(NamedTuple):
    """One ground: what it opens in words, and why it was recorded, as far as this reader may know that."""

    soort: Grondslagsoort
    wat: list[str]
    grond: Grondslag
    waarom: str


@dataclass
class ZonderToestemming:
    """One person who takes part, with what is seen on which other ground."""

    wie: uuid.UUID
    naam: str
    redenen: list[Reden] = field(default_factory=list)
    # Who gives no help got topics by joining before that was refused: it stands until somebody takes it away.
    hoort_niet: bool = False


def zonder_toestemming(blik: Blik) -> list[ZonderToestemming]:
    """Of the people whom this reader may know: the grounds in force beside consent. Two queries.

    Of somebody whom the reader doesn't know: only a ground that was recorded by hand and concerns the reader.
    """
    gronden = [
        grond
        for grond in Grondslag.objects.geldig()
        .voor_plan()
        .filter(gezin=blik.gezin)
        .exclude(soort__in=NIET_HIER)
        .select_related("soort")
        if mag_weten(blik.kijker, grond)
    ]
    per_gebruiker: dict[uuid.UUID | None, list[Grondslag]] = defaultdict(list)
    per_deelnemer: dict[uuid.UUID | None, list[Grondslag]] = defaultdict(list)
    per_instelling: dict[uuid.UUID | None, list[Grondslag]] = defaultdict(list)
    for grond in gronden:
        if grond.instelling_id:
            per_instelling[grond.instelling_id].append(grond)
        elif grond.gebruiker_id:
            per_gebruiker[grond.gebruiker_id].append(grond)
        else:
            per_deelnemer[grond.deelnemer_id].append(grond)
    gevonden = []
    met_de_hand = {grond.deelnemer_id for grond in gronden if grond.soort.met_de_hand and grond.deelnemer_id}
    mensen = blik.deelnemers(Deelnemer.objects.filter(gezin=blik.gezin, pk__in=met_de_hand))
    kent = Q(pk__in=blik.deelnemers().order_by().values("pk"))
    mensen = mensen.annotate(gekend=ExpressionWrapper(kent, output_field=BooleanField()))
    for mens in mensen.actief().betrokkenen().order_by("soort", "naam_volgorde"):
        eigen = [*per_deelnemer[mens.pk], *per_instelling[mens.instelling_id]]
        eigen += per_gebruiker[mens.gebruiker_id] if mens.gebruiker_id else []
        # Who sees the whole plan, sees the own share in it.
        eigen = [grond for grond in eigen if grond.alles] or eigen
        redenen = [
            Reden(grond.soort, wat_in_woorden(grond), grond, namen_voor(blik).in_tekst(_waarom(blik.kijker, grond)))
            for grond in eigen
            if (grond.alles or grond.leefgebieden) and (mens.gekend or grond.soort.met_de_hand)  # type: ignore[attr-defined]
        ]
        if redenen:
            naam = namen_voor(blik).met_werk(mens, mens.instelling)
            gevonden.append(ZonderToestemming(mens.pk, naam, redenen, hoort_niet=_hoort_niet(mens, redenen)))
    return gevonden


def kent(blik: Blik, grond: Grondslag) -> bool:
    """Whether this reader may know that the receiver of this ground takes part."""
    return grond.deelnemer_id is not None and blik.deelnemers().actief().filter(pk=grond.deelnemer_id).exists()


def is_volwassen_thuis(blik: Blik) -> bool:
    """Whether this is an adult of the main household, from whom nobody of the family is kept (G16, X5)."""
    return blik.in_hoofdhuishouden and not blik.kijker.is_minderjarig and not blik.kijker.verborgen


def _hoort_niet(mens: Deelnemer, redenen: list[Reden]) -> bool:
    return not mens.geeft_hulp and any(reden.soort.pk == SoortGrondslag.RECHTSTREEKS_BETROKKEN for reden in redenen)


def wat_in_woorden(grond: Grondslag) -> list[str]:
    """The leefgebieden in words; empty: the whole plan."""
    return [str(Leefgebied(gebied).label) for gebied in grond.leefgebieden]


def mag_weten(kijker: Kijker, grond: Grondslag) -> bool:
    """A ground that somebody recorded by hand is told to whom it is about, and to who decides for a child in it."""
    if kijker.alles or not grond.soort.met_de_hand:
        return True
    over = set(grond.over_wie)
    if grond.bereik != Bereik.PERSONEN:
        return not kijker.verborgen
    return not over & kijker.verborgen and kijker.ziet(over, grond.leefgebieden)


def _waarom(kijker: Kijker, grond: Grondslag) -> str:
    """The reason that was recorded; not to a child where it may tell of an adult's own matters."""
    if grond.bereik != Bereik.PERSONEN and kijker.is_minderjarig and EIGEN_ZAKEN.intersection(grond.leefgebieden):
        return ""
    return grond.reden
