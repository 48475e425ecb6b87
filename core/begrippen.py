"""The words of the method, each with what it means. A region may have its own words for the same thing (I7)."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Begrip:
    """One term: the word, its plural, the word for families (B1), and what is meant by it."""

    woord: str
    meervoud: str
    voor_gezin: str
    uitleg: str


BEGRIPPEN: dict[str, Begrip] = {
    "zorgcoordinator": Begrip(
        _("zorgcoördinator"),
        _("zorgcoördinatoren"),
        _("zorgcoördinator"),
        _("De vaste persoon die samen met het gezin zorgt dat iedereen van elkaar weet wie wat doet en wanneer."),
    ),
    "gezinsplan": Begrip(
        _("gezinsplan"),
        _("gezinsplannen"),
        _("ons plan"),
        _("Eén plan voor het hele gezin: de doelen van het gezin, wie er meedoen en wat er is afgesproken."),
    ),
    "gezinsdoel": Begrip(
        _("gezinsdoel"),
        _("gezinsdoelen"),
        _("ons doel"),
        _("Wat het gezin wil bereiken, in de eigen woorden van het gezin."),
    ),
    "voorwaarde": Begrip(
        _("voorwaarde"),
        _("voorwaarden"),
        _("wat daarvoor nodig is"),
        _("Wat nodig is om een doel te halen: van wie het komt, waarom, en wat er gebeurt als het niet lukt."),
    ),
    "afspraak": Begrip(
        _("afspraak"), _("afspraken"), _("afspraak"), _("Wie doet wat, vanaf wanneer, en wanneer is het klaar.")
    ),
    "betrokkene": Begrip(
        _("betrokkene"),
        _("betrokkenen"),
        _("wie er meedoet"),
        _("Iemand die meedoet aan het plan: familie, iemand uit de buurt of een hulpverlener."),
    ),
    "navraag": Begrip(
        _("navraag"),
        _("navragen"),
        _("de vraag hoe het ging"),
        _("De vraag aan wie iets zou doen: is het gedaan, komt het later, of lukt het niet?"),
    ),
    "stagnatie": Begrip(
        _("stagnatie"),
        _("stagnaties"),
        _("het loopt vast"),
        _("Het maken of uitvoeren van het plan loopt vast. Dan staat vast wie nu iets moet doen, en tot wanneer."),
    ),
    "escalatiebericht": Begrip(
        _("escalatiebericht"),
        _("escalatieberichten"),
        _("bericht over wat er vastloopt"),
        _("Wat managers en gemeente lezen: wat er vastloopt en wat er nodig is. Het plan zelf zien zij niet."),
    ),
    "doorzettingsmacht": Begrip(
        _("doorzettingsmacht"),
        _("doorzettingsmacht"),
        _("de gemeente beslist nu"),
        _("De bevoegdheid om een besluit te nemen waaraan instellingen zich houden, als het anders niet lukt."),
    ),
    "sociaal_team": Begrip(
        _("sociaal team"),
        _("sociale teams"),
        _("het team in de buurt"),
        _("Het team van hulpverleners in de wijk of het dorp."),
    ),
    "jeugdbeschermer": Begrip(
        _("jeugdbeschermer"),
        _("jeugdbeschermers"),
        _("jeugdbeschermer"),
        _("De medewerker van een gecertificeerde instelling die een maatregel van de kinderrechter uitvoert."),
    ),
    "netwerklid": Begrip(
        _("netwerklid"),
        _("netwerkleden"),
        _("iemand om ons heen"),
        _("Iemand om het gezin heen, zonder dat het diens werk is: een oma, een buurman, een vriendin."),
    ),
    "navrager": Begrip(
        _("navrager"),
        _("navragers"),
        _("wie het navraagt"),
        _("Wie vraagt hoe het ging aan iemand die zelf niet inlogt, en dat vastlegt."),
    ),
}


def begrip(sleutel: str) -> Begrip:
    """The term under `sleutel`; KeyError if there is none, so that a typing error shows in the first test."""
    return BEGRIPPEN[sleutel]
