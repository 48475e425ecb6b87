"""The region and who is in it; who is away, and who stands in."""

from instanties.begripwoorden import Begripwoord
from instanties.keuzes import BUNDELTIJDEN, Leefgebied, Mailwijze, SoortInstelling, Weekdag
from instanties.models.functies import (
    ROLLEN_GEMEENTE,
    ROLLEN_INSTELLING,
    ROLLEN_REGIO,
    Functie,
    FunctieQuerySet,
    FunctieVerzoek,
    FunctieVerzoekQuerySet,
    Herkomst,
    Ongewoon,
    Rol,
)
from instanties.models.nieuwe_toegang import Toegangsverzoek, ToegangsverzoekQuerySet
from instanties.models.organisaties import (
    Beheermelding,
    Gebruiker,
    GebruikerManager,
    Gemeente,
    Instelling,
    Regio,
    RegioManager,
    Regiowijziging,
    Uitnodiging,
    VrijeDag,
    _herinner_dagen,
)
from instanties.models.sluiten import Sluitverzoek, SluitverzoekQuerySet
from instanties.models.toegang import BEDENKTIJD, BLIJFT_GEZEGD, Weg, WegQuerySet, Wegsoort
from instanties.models.vervanging import Vervanging, VervangingQuerySet
from instanties.models.verzoek import Stilte, Verzoek, Verzoekstaat

__all__ = [
    "BEDENKTIJD",
    "BLIJFT_GEZEGD",
    "BUNDELTIJDEN",
    "ROLLEN_GEMEENTE",
    "ROLLEN_INSTELLING",
    "ROLLEN_REGIO",
    "Begripwoord",
    "Beheermelding",
    "Functie",
    "FunctieQuerySet",
    "FunctieVerzoek",
    "FunctieVerzoekQuerySet",
    "Gebruiker",
    "GebruikerManager",
    "Gemeente",
    "Herkomst",
    "Instelling",
    "Leefgebied",
    "Mailwijze",
    "Ongewoon",
    "Regio",
    "RegioManager",
    "Regiowijziging",
    "Rol",
    "Sluitverzoek",
    "SluitverzoekQuerySet",
    "SoortInstelling",
    "Stilte",
    "Toegangsverzoek",
    "ToegangsverzoekQuerySet",
    "Uitnodiging",
    "Vervanging",
    "VervangingQuerySet",
    "Verzoek",
    "Verzoekstaat",
    "VrijeDag",
    "Weekdag",
    "Weg",
    "WegQuerySet",
    "Wegsoort",
    "_herinner_dagen",
]
