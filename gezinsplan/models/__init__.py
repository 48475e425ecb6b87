"""The family's plan in its three parts: goals, people (gezinnen) and afspraken; what is asked when a term passes."""

from gezinsplan.models.aanvaarding import Aanvaarding, Aanvaardwijze
from gezinsplan.models.afspraak import AFSPRAAK_OVERGANGEN, Afspraak, AfspraakQuerySet, Afspraakstaat
from gezinsplan.models.afstemming import AfstemmingZonderGezin, Afstemreden, Antwoordwijze, Gezinsantwoord
from gezinsplan.models.link import HOOGSTENS_POGINGEN, EenmaligeLink
from gezinsplan.models.navraag import Antwoord, Gesprek, Gespreksstaat, Navraag, Navraagstaat
from gezinsplan.models.pdf import PdfOpdracht, PdfStaat
from gezinsplan.models.plan import (
    DOEL_OVERGANGEN,
    PLAN_OVERGANGEN,
    Doel,
    DoelQuerySet,
    Doelstaat,
    Gezinsplan,
    Planstaat,
)
from gezinsplan.models.terugblik import Evaluatie, Reactie

__all__ = [
    "AFSPRAAK_OVERGANGEN",
    "DOEL_OVERGANGEN",
    "HOOGSTENS_POGINGEN",
    "PLAN_OVERGANGEN",
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
