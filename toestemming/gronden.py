"""Who sees something without consent, and why: said honestly to the family (T3)."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field

from instanties.models import Leefgebied
from toestemming.models import Bereik, Grondslag, Grondslagsoort, SoortGrondslag
from toestemming.namen import namen_voor
from toestemming.zicht import Blik

NIET_HIER = (SoortGrondslag.TOESTEMMING, SoortGrondslag.EIGEN_GEZIN)


@dataclass
class ZonderToestemming:
    """One person who takes part, with what is seen on which other ground."""

    wie: uuid.UUID
    naam: str
    redenen: list[tuple[Grondslagsoort, list[str], Grondslag]] = field(default_factory=list)


def zonder_toestemming(blik: Blik) -> list[ZonderToestemming]:
    """Of the people whom this reader may know: the grounds in force beside consent. Two queries."""
    gronden = [
        grond
        for grond in Grondslag.objects.geldig()
        .voor_plan()
        .filter(gezin=blik.gezin)
        .exclude(soort__in=NIET_HIER)
        .select_related("soort")
        if _mag_weten(blik, grond)
    ]
    per_gebruiker, per_deelnemer, per_instelling = defaultdict(list), defaultdict(list), defaultdict(list)
    for grond in gronden:
        if grond.instelling_id:
            per_instelling[grond.instelling_id].append(grond)
        elif grond.gebruiker_id:
            per_gebruiker[grond.gebruiker_id].append(grond)
        else:
            per_deelnemer[grond.deelnemer_id].append(grond)
    gevonden = []
    for mens in blik.deelnemers().actief().betrokkenen().order_by("soort", "naam"):
        eigen = [*per_deelnemer[mens.pk], *per_instelling[mens.instelling_id]]
        eigen += per_gebruiker[mens.gebruiker_id] if mens.gebruiker_id else []
        redenen = [(grond.soort, _wat(grond), grond) for grond in eigen if grond.alles or grond.leefgebieden]
        if redenen:
            gevonden.append(ZonderToestemming(mens.pk, namen_voor(blik).met_werk(mens, mens.instelling), redenen))
    return gevonden


def _wat(grond: Grondslag) -> list[str]:
    """The leefgebieden in words; empty: the whole plan."""
    return [str(Leefgebied(gebied).label) for gebied in grond.leefgebieden]


def _mag_weten(blik: Blik, grond: Grondslag) -> bool:
    """A ground that somebody recorded by hand is told to whom it is about, and to who decides for a child in it."""
    if blik.ziet_alles or not grond.soort.met_de_hand:
        return True
    over = set(grond.over_wie)
    if grond.bereik != Bereik.PERSONEN:
        return not blik.kijker.verborgen
    return not over & blik.kijker.verborgen and blik.kijker.ziet(over, grond.leefgebieden)
