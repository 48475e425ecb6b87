"""The words of the method: what each means, and the region's own words for them (I7).

The defaults stand here. A room above fills in where the region's own words are kept; they are read once in a while per
process and held in memory, so that a page costs no query for them. Sentences with these words: woorden/zinnen.py.
"""

import logging
import time
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.db import Error
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from core.registry import Seat

logger = logging.getLogger(__name__)

DE, HET = "de", "het"
# After a failed read the words that are known stay; it is tried again after so many seconds.
OPNIEUW_NA = 5.0


@dataclass(frozen=True)
class Begrip:
    """One term: the word with its plural and article, the word for families (B1), what is meant, and who does what.

    `vast`: a plain word or one of the law. The region may sharpen what is meant by it, and keeps the word.
    """

    woord: Any
    meervoud: Any
    lidwoord: str
    voor_gezin: Any
    uitleg: Any
    wie_doet_wat: Any = ""
    vast: bool = False


BEGRIPPEN: dict[str, Begrip] = {
    "zorgcoordinator": Begrip(
        _("zorgcoördinator"),
        _("zorgcoördinatoren"),
        DE,
        _("zorgcoördinator"),
        _("De vaste persoon die samen met het gezin zorgt dat iedereen van elkaar weet wie wat doet en wanneer."),
        _("Let erop dat het plan er komt, en dat iedereen doet wat is afgesproken. Een plan heeft er precies één."),
    ),
    "casusregisseur": Begrip(
        _("casusregisseur"),
        _("casusregisseurs"),
        DE,
        _("wie de hulp van één organisatie regelt"),
        _("De hulpverlener die de hulp van de eigen organisatie regelt, van dag tot dag. Er kunnen er meer zijn."),
        _("Regelt de eigen hulp en let op het plan voor die hulp. Let niet op het hele plan: dat doet één ander."),
    ),
    "procesregisseur": Begrip(
        _("procesregisseur"),
        _("procesregisseurs"),
        DE,
        _("wie zorgt dat organisaties samenwerken"),
        _("Wie er namens de gemeente op let dat organisaties samenwerken, over alle gezinnen heen."),
        _("Maakt afspraken tussen organisaties en grijpt in als die niet werken. Begeleidt zelf geen gezin."),
    ),
    "gezinsplan": Begrip(
        _("gezinsplan"),
        _("gezinsplannen"),
        HET,
        _("ons plan"),
        _("Eén plan voor het hele gezin: de doelen van het gezin, wie er meedoen en wat er is afgesproken."),
        _("Het gezin is de baas over het plan. Iedereen die meedoet, schrijft en leest mee over het eigen deel."),
    ),
    "gezinsdoel": Begrip(
        _("gezinsdoel"),
        _("gezinsdoelen"),
        HET,
        _("ons doel"),
        _("Wat het gezin wil bereiken, in de eigen woorden van het gezin."),
        _("Het gezin kiest. De anderen helpen om het haalbaar te maken."),
    ),
    "voorwaarde": Begrip(
        _("voorwaarde"),
        _("voorwaarden"),
        DE,
        _("wat daarvoor nodig is"),
        _("Wat nodig is om een doel te halen: van wie het komt, waarom, en wat er gebeurt als het niet lukt."),
        _("Wie haar stelt, zegt waarom, en wat er volgt. Dat staat erbij."),
    ),
    "afspraak": Begrip(
        _("afspraak"),
        _("afspraken"),
        DE,
        _("afspraak"),
        _("Wie doet wat, vanaf wanneer, en wanneer is het klaar."),
        _("Wie het doet, zegt zelf ja. Lukt het niet op tijd, dan vragen we eerst hoe het ging."),
        vast=True,
    ),
    "betrokkene": Begrip(
        _("betrokkene"),
        _("betrokkenen"),
        DE,
        _("wie er meedoet"),
        _("Iemand die meedoet aan het plan: familie, iemand uit de buurt of een hulpverlener."),
        _("Doet wat is afgesproken, en zegt het op tijd als dat niet lukt."),
    ),
    "netwerklid": Begrip(
        _("netwerklid"),
        _("netwerkleden"),
        HET,
        _("iemand om ons heen"),
        _("Iemand om het gezin heen, zonder dat het diens werk is: een oma, een buurman, een vriendin."),
        _("Helpt waar dat kan. Lukt iets niet, dan volgt een gesprek, geen klacht."),
    ),
    "sociaal_team": Begrip(
        _("sociaal team"),
        _("sociale teams"),
        HET,
        _("het team in de buurt"),
        _("Het team van hulpverleners in de wijk of het dorp."),
        _(
            "Helpt bij de start van een plan. Is er verschil van mening over wie het plan bewaakt, dan beslist dit team."
        ),
    ),
    "jeugdbeschermer": Begrip(
        _("jeugdbeschermer"),
        _("jeugdbeschermers"),
        DE,
        _("jeugdbeschermer"),
        _("De medewerker van een gecertificeerde instelling die een maatregel van de kinderrechter uitvoert."),
        _("Voert de maatregel uit, en doet mee aan het plan van het gezin."),
    ),
    "toestemming": Begrip(
        _("toestemming"),
        _("toestemmingen"),
        DE,
        _("toestemming"),
        _("Iemand zegt ja: deze persoon mag dit over mij of mijn kind weten. Stoppen mag altijd."),
        _("Ouders met gezag beslissen. Vanaf 12 jaar beslist een kind mee, vanaf 16 jaar zelf."),
        vast=True,
    ),
    "navraag": Begrip(
        _("navraag"),
        _("navragen"),
        DE,
        _("de vraag hoe het ging"),
        _("De vraag aan wie iets zou doen: is het gedaan, komt het later, of lukt het niet?"),
        _("Komt altijd eerst, en vanzelf, zodra een termijn voorbij is. Wie het zou doen, antwoordt."),
    ),
    "navrager": Begrip(
        _("navrager"),
        _("navragers"),
        DE,
        _("wie het navraagt"),
        _("Wie vraagt hoe het ging aan iemand die zelf niet inlogt, en dat vastlegt."),
        _("Belt of gaat langs, en schrijft het antwoord op."),
    ),
    "stagnatie": Begrip(
        _("stagnatie"),
        _("stagnaties"),
        DE,
        _("het loopt vast"),
        _("Het maken of uitvoeren van het plan loopt vast. Dan staat vast wie nu iets moet doen, en tot wanneer."),
        _("Eerst lossen de uitvoerders het samen op. Lukt dat niet, dan de managers, en dan de gemeente."),
    ),
    "escalatiebericht": Begrip(
        _("escalatiebericht"),
        _("escalatieberichten"),
        HET,
        _("bericht over wat er vastloopt"),
        _("Wat managers en gemeente lezen: wat er vastloopt en wat er nodig is. Het plan zelf zien zij niet."),
        _("Wie het plan bewaakt, schrijft het. Het gezin leest het eerst."),
    ),
    "doorzettingsmacht": Begrip(
        _("doorzettingsmacht"),
        _("doorzettingsmacht"),
        DE,
        _("de gemeente beslist nu"),
        _("De bevoegdheid om een besluit te nemen waaraan instellingen zich houden, als het anders niet lukt."),
        _("De ambtenaar van de gemeente beslist, als uitvoerders en managers er niet uitkomen."),
    ),
}

EIGEN_VELDEN = ("woord", "meervoud", "lidwoord", "voor_gezin", "uitleg", "wie_doet_wat")
Eigen = Mapping[str, Mapping[str, str]]

# The region's own words: per key the fields that differ; an empty one is the default.
EIGEN_WOORDEN: Seat[Callable[[], Eigen]] = Seat()
_bekend: dict[str, Begrip] = dict(BEGRIPPEN)
_geldt_tot = 0.0
_vastgezet = False


def onthoud(eigen: Eigen, seconden: float | None = None) -> None:
    """Hold these own words for a while. What is no term, a word that is fixed or an empty field changes nothing."""
    global _bekend, _geldt_tot
    _bekend = {sleutel: met_eigen(begrip, eigen.get(sleutel, {})) for sleutel, begrip in BEGRIPPEN.items()}
    _geldt_tot = time.monotonic() + (settings.BEGRIPPEN_SECONDEN if seconden is None else seconden)


def met_eigen(begrip: Begrip, velden: Mapping[str, str]) -> Begrip:
    """The term with what the region says otherwise; an empty field changes nothing, and a fixed word stays."""
    woorden = {"woord", "meervoud", "lidwoord", "voor_gezin"} if begrip.vast else set()
    eigen: dict[str, Any] = {veld: velden[veld] for veld in EIGEN_VELDEN if velden.get(veld) and veld not in woorden}
    return replace(begrip, **eigen)


def vergeet() -> None:
    """Read the words again at the next question: they were changed in this process."""
    global _geldt_tot
    _geldt_tot = 0.0


@contextmanager
def standaard() -> Any:
    """The defaults, whatever the region chose."""
    global _vastgezet
    eerder, _vastgezet = _vastgezet, True
    try:
        yield
    finally:
        _vastgezet = eerder


def zet_vast(**_wat: Any) -> None:
    """While tables are changed the defaults hold: labels of choices are compared with what the migrations say."""
    global _vastgezet
    _vastgezet = True


def laat_los(**_wat: Any) -> None:
    """The tables are there; the region's own words hold again."""
    global _vastgezet
    _vastgezet = False


def alle() -> Mapping[str, Begrip]:
    """Every term as the region says it. Asks the source when what is known is too old; a fault there costs no page."""
    global _geldt_tot
    if _vastgezet:
        return BEGRIPPEN
    if EIGEN_WOORDEN.item is not None and time.monotonic() >= _geldt_tot:
        try:
            onthoud(EIGEN_WOORDEN.item())
        except Error as fout:
            soort = type(fout).__name__
            logger.warning("The region's own words can't be read (%s); those that are known stay.", soort)
            _geldt_tot = time.monotonic() + OPNIEUW_NA
    return _bekend


def begrip(sleutel: str) -> Begrip:
    """The term under `sleutel`; KeyError if there is none, so that a typing error shows in the first test."""
    return alle()[sleutel]


def hoofdletter(tekst: str) -> str:
    """The text as a sentence begins: also the Dutch ij."""
    return "IJ" + tekst[2:] if tekst.startswith("ij") else tekst[:1].upper() + tekst[1:]


def _zeg(sleutel: str, vorm: str = "woord") -> str:
    return str(getattr(begrip(sleutel), vorm))


_zeg_later = lazy(_zeg, str)


def woord(sleutel: str, vorm: str = "woord") -> Any:
    """The word, said when it is shown: for labels and choices that exist before anybody asks."""
    return _zeg_later(sleutel, vorm)
