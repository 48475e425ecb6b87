"""Doorzettingsmacht: the region's ladder as data, a stagnatie and its course of steps, actions, questions and decisions."""

from escalatie.models.actieverzoek import Actieverzoek
from escalatie.models.bericht import Berichtlezing, Escalatiebericht
from escalatie.models.ladder import (
    Anders,
    Escalatiemodel,
    Houderrol,
    Modelcriterium,
    Modelniveau,
    Modelspoor,
    Modelstap,
    Niveauhouder,
    Spoorbegin,
    Weet,
)
from escalatie.models.maximum import LangsteTermijn
from escalatie.models.stagnatie import (
    BetrokkenOrganisatie,
    Klasse,
    Medepartij,
    Oorzaak,
    Stagnatie,
    StagnatieAfspraak,
    StagnatieQuerySet,
    StagnatieRecht,
    StagnatieRechtVerlening,
    Stagnatiestaat,
)
from escalatie.models.stap import Actie, Actiestaat, GezinBijGesprek, Stap, Stapreden, Stapstaat
from escalatie.models.tussenvraag import SoortTussenvraag, Tussenvraag
from escalatie.models.verloop import Gebeurtenis, Oplossing, SoortGebeurtenis
from escalatie.models.vraag import (
    BIJDRAGEN,
    Besluit,
    Bevestiging,
    Bevestigingsstaat,
    Lezers,
    SoortVraag,
    Terugkoppeling,
    Vraag,
)

__all__ = [
    "BIJDRAGEN",
    "Actie",
    "Actiestaat",
    "Actieverzoek",
    "Anders",
    "Berichtlezing",
    "Besluit",
    "BetrokkenOrganisatie",
    "Bevestiging",
    "Bevestigingsstaat",
    "Escalatiebericht",
    "Escalatiemodel",
    "Gebeurtenis",
    "GezinBijGesprek",
    "Houderrol",
    "Klasse",
    "LangsteTermijn",
    "Lezers",
    "Medepartij",
    "Modelcriterium",
    "Modelniveau",
    "Modelspoor",
    "Modelstap",
    "Niveauhouder",
    "Oorzaak",
    "Oplossing",
    "SoortGebeurtenis",
    "SoortTussenvraag",
    "SoortVraag",
    "Spoorbegin",
    "Stagnatie",
    "StagnatieAfspraak",
    "StagnatieQuerySet",
    "StagnatieRecht",
    "StagnatieRechtVerlening",
    "Stagnatiestaat",
    "Stap",
    "Stapreden",
    "Stapstaat",
    "Terugkoppeling",
    "Tussenvraag",
    "Vraag",
    "Weet",
]
