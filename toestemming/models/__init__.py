"""Why somebody may see information, who said so, and what is kept from whom (T1, T2, T3)."""

from toestemming.models.bescherming import Beoordelaar, Deelkeuze, Veiligheidsvlag, Vlagverzoek, Vlagvraag
from toestemming.models.gesprek import (
    Antwoord,
    Handtekening,
    Hoedanigheid,
    Poging,
    Toestemming,
    Toestemmingsgesprek,
    Toestemmingstaat,
    Vorm,
)
from toestemming.models.grondslag import (
    Bereik,
    Grondslag,
    GrondslagQuerySet,
    Grondslagsoort,
    Opent,
    SoortGrondslag,
)
from toestemming.models.onderdeel import Onderdeel, VolgendOnderdeel, neemt_onder_mee, volgt_boven
from toestemming.models.verandering import Intrekking, Intrekkingstaat, Verjaardag, Vertegenwoordiging
from toestemming.models.weigering import Weigering

__all__ = [
    "Antwoord",
    "Beoordelaar",
    "Bereik",
    "Deelkeuze",
    "Grondslag",
    "GrondslagQuerySet",
    "Grondslagsoort",
    "Handtekening",
    "Hoedanigheid",
    "Intrekking",
    "Intrekkingstaat",
    "Onderdeel",
    "Opent",
    "Poging",
    "SoortGrondslag",
    "Toestemming",
    "Toestemmingsgesprek",
    "Toestemmingstaat",
    "Veiligheidsvlag",
    "Verjaardag",
    "Vertegenwoordiging",
    "Vlagverzoek",
    "Vlagvraag",
    "VolgendOnderdeel",
    "Vorm",
    "Weigering",
    "neemt_onder_mee",
    "volgt_boven",
]
