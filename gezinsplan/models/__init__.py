"""The family's plan in its three parts: goals, people (gezinnen) and afspraken; what is asked when a term passes."""

from gezinsplan.models.aanvaarding import Aanvaarding, Aanvaardwijze
from gezinsplan.models.afspraak import Afspraak, AfspraakQuerySet, Afspraakstaat
from gezinsplan.models.afstemming import AfstemmingZonderGezin, Afstemreden, Antwoordwijze, Gezinsantwoord
from gezinsplan.models.link import HOOGSTENS_POGINGEN, EenmaligeLink
from gezinsplan.models.navraag import OPEN_NAVRAAG, Antwoord, Gesprek, Gespreksstaat, Navraag, Navraagstaat
from gezinsplan.models.pdf import PdfOpdracht, PdfStaat
from gezinsplan.models.plan import (
    Doel,
    DoelQuerySet,
    Doelstaat,
    Gezinsplan,
    Planstaat,
)
from gezinsplan.models.terugblik import Evaluatie, Reactie

__all__ = [
    "HOOGSTENS_POGINGEN",
    "OPEN_NAVRAAG",
    "Aanvaarding",
    "Aanvaardwijze",
    "Afspraak",
    "AfspraakQuerySet",
    "Afspraakstaat",
    "AfstemmingZonderGezin",
    "Afstemreden",
    "Antwoord",
    "Antwoordwijze",
    "Doel",
    "DoelQuerySet",
    "Doelstaat",
    "EenmaligeLink",
    "Evaluatie",
    "Gesprek",
    "Gespreksstaat",
    "Gezinsantwoord",
    "Gezinsplan",
    "Navraag",
    "Navraagstaat",
    "PdfOpdracht",
    "PdfStaat",
    "Planstaat",
    "Reactie",
]
