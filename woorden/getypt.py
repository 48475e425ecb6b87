"""Terms and days as people type them, the one reader of them for every room (G5): 'vr 4 dec', 'over 2 weken', '5 werkdagen'.

What can't be read with certainty is refused with an example: a guessed term is worse than a question.
"""

import re
import unicodedata
from calendar import isleap
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from django.utils.translation import gettext as _

from core.errors import RuleError
from woorden.duur import Duur, Eenheid
from woorden.tijdwoorden import AMSTERDAM, DAGEN, MAANDEN, dag_voluit


class Werkdagen(Protocol):
    """What this needs of a calendar: termijnen/kalender.py has it."""

    def laatste_werkdag_tot(self, dag: date) -> date:
        """The last werkdag up to and including `dag`."""
        ...


JAREN_VOORUIT = 3
JAREN_TERUG = 120
LANGSTE_TEKST = 60
# A day without a year that passed shorter ago than this was probably meant to be that past day.
PAS_VOORBIJ = timedelta(days=92)

GETALLEN = {
    woord: getal
    for getal, woorden in enumerate(
        ("een één 'n", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"), 1
    )
    for woord in woorden.split()
}
EENHEDEN = {
    **dict.fromkeys(("u", "uur", "uren"), Eenheid.UUR),
    **dict.fromkeys(("d", "dag", "dagen"), Eenheid.DAG),
    **dict.fromkeys(("w", "wk", "week", "weken"), Eenheid.WEEK),
    **dict.fromkeys(("wd", "werkdag", "werkdagen"), Eenheid.WERKDAG),
}
PER_JAAR = {Eenheid.UUR: 366 * 24, Eenheid.DAG: 366, Eenheid.WEEK: 53, Eenheid.WERKDAG: 262}
MAANDWOORDEN = {"mnd": 1, "maand": 1, "maanden": 1, "kwartaal": 3, "jaar": 12}
# 'ma', 'maa', 'maandag'; 'jan', 'januari', 'mrt', 'sept'.
WEEKDAGEN = {dag[:lengte]: nummer for nummer, dag in enumerate(DAGEN) for lengte in (2, 3, len(dag))}
MAANDNAMEN = {maand[:lengte]: nummer for nummer, maand in enumerate(MAANDEN, 1) for lengte in (3, 4, len(maand))} | {
    "mrt": 3
}
GEWONE_DAGEN = {"vandaag": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "eergisteren": -2}

_DUUR = re.compile(r"(?:over |binnen |na )?(\d+|[a-zé']+) ?([a-z]+)")
_NUMERIEK = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MET_MAAND = re.compile(r"(\d{1,2})(?:e|ste|de)? ?([a-z]+)\.?(?: (\d{4}|'?\d{2}))?")
_JAAR = re.compile(r"(?:in )?(\d{4})")
_MAAND_JAAR = re.compile(r"(?:in )?(\d{1,2}|[a-z]+)\.?[-/. ](\d{4})")
_WEEKDAG = re.compile(r"(?:(deze|volgende|komende|aanstaande|afgelopen|vorige) )?(?:week )?([a-z]+)")
_EINDE = re.compile(r"eind(?:e)?(?: van)?(?: (?:de|deze|het))?(?: (volgende))? (week|maand)")


def lees_termijn(tekst: str, nu: datetime, kalender: Werkdagen) -> Duur | date:
    """A length ('2 weken', '24 uur'), or the last day ('vr 4 dec', 'over 2 maanden', 'eind van de maand') (G5).

    Raises RuleError, in words for the person, when it can't be read, has passed or lies more than three years ahead.
    """
    schoon = _maak_schoon(tekst)
    vandaag = nu.astimezone(AMSTERDAM).date()
    duur = _lees_duur(schoon)
    if duur:
        return duur
    dag = _lees_maanden(schoon, vandaag) or _lees_einde(schoon, vandaag, kalender)
    dag = dag or _lees_dag(schoon, vandaag, terug=False)
    if dag is None:
        raise RuleError(
            _("Dit begrijpen we niet. Typ een dag, zoals '4 december' of 'vrijdag', of hoe lang, zoals '2 weken'.")
        )
    if dag < vandaag:
        raise RuleError(_("%(dag)s is al voorbij. Kies een dag vanaf vandaag.") % {"dag": _noem(dag, vandaag)})
    return _niet_te_ver(dag, vandaag)


def lees_dag(tekst: str, nu: datetime, *, terug: bool = False) -> date:
    """A day ('gisteren', 'vr 4 dec', '4-12-2026', 'over 2 weken'). `terug`: a day without a year is the last one, not the next (E14).

    Raises RuleError when it can't be read, or lies more than three years ahead or 120 years back.
    """
    vandaag = nu.astimezone(AMSTERDAM).date()
    schoon = _maak_schoon(tekst)
    dag = _lees_dag(schoon, vandaag, terug=terug)
    if dag is None and not terug:
        dag = _lees_maanden(schoon, vandaag) or _na_dagen(schoon, vandaag)
    if dag is None:
        raise RuleError(_("Dit begrijpen we niet. Typ een dag, zoals '4 december', '4-12-2026' of 'gisteren'."))
    return _niet_te_ver(dag, vandaag)


class Precies(StrEnum):
    """How much of a birth date is known."""

    DAG = "dag"
    MAAND = "maand"
    JAAR = "jaar"


@dataclass(frozen=True)
class Geboren:
    """A birth date as far as it is known. `dag`: the last on which it can have been.

    Nobody then seems older than is certain: a right that comes with an age is given when it is sure, a year late at most.
    """

    dag: date
    precies: Precies = Precies.DAG

    def __str__(self) -> str:
        return geboren_in_woorden(self.dag, self.precies)


def lees_geboren(tekst: str, nu: datetime) -> Geboren:
    """'12 maart 1984', 'maart 1984', '3-1984' or '1984' (G1, I9). Raises RuleError as lees_dag, and for what is to come."""
    vandaag = nu.astimezone(AMSTERDAM).date()
    schoon = _maak_schoon(tekst)
    if gevonden := _JAAR.fullmatch(schoon):
        geboren = Geboren(date(max(int(gevonden[1]), 1), 12, 31), Precies.JAAR)
    elif (gevonden := _MAAND_JAAR.fullmatch(schoon)) and (maand := _maandnummer(gevonden[1])):
        geboren = Geboren(_laatste_van_maand(max(int(gevonden[2]), 1), maand), Precies.MAAND)
    else:
        geboren = Geboren(lees_dag(tekst, nu, terug=True))
    eerste = geboren.dag.replace(day=1, month=1 if geboren.precies == Precies.JAAR else geboren.dag.month)
    if (geboren.dag if geboren.precies == Precies.DAG else eerste) > vandaag:
        raise RuleError(_("Deze geboortedatum ligt in de toekomst."))
    _niet_te_ver(geboren.dag, vandaag)
    return replace(geboren, dag=min(geboren.dag, vandaag))


def geboren_in_woorden(dag: date, precies: str) -> str:
    """'14 maart 1988', 'maart 1988' or '1988'; what it gives, lees_geboren reads."""
    delen = {Precies.DAG: f"{dag.day} ", Precies.MAAND: "", Precies.JAAR: None}[Precies(precies)]
    return str(dag.year) if delen is None else f"{delen}{MAANDEN[dag.month - 1]} {dag.year}"


def _maandnummer(tekst: str) -> int | None:
    if tekst.isdecimal():
        return int(tekst) if 1 <= int(tekst) <= 12 else None
    return MAANDNAMEN.get(tekst)


def als_woorden(waarde: Duur | date) -> str:
    """How a term or day is shown in a field, so that it can be read back: '2 weken', '4-12-2026'."""
    return f"{waarde.day}-{waarde.month}-{waarde.year}" if isinstance(waarde, date) else str(waarde)


# What comes along with a day that is pasted: dashes of every kind, quotes, a minus sign; and marks that nobody sees.
_STREEPJES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
_AANHALING = dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u0060\u00b4"), "'")


def _gewone_tekens(tekst: str) -> str:
    """As it would be typed: spaces of every kind become one, full-width digits digits; what has no shape goes."""
    gewoon = unicodedata.normalize("NFKC", tekst).translate({**_STREEPJES, **_AANHALING})
    return "".join(teken for teken in gewoon if unicodedata.category(teken) not in ("Cf", "Cc") or teken.isspace())


def _maak_schoon(tekst: str) -> str:
    woorden = _gewone_tekens(tekst).replace(",", " ").lower().split()
    schoon = re.sub(r"(?<=\d) ?([-/.]) ?(?=\d)", r"\1", " ".join(woorden)).strip(". ")
    if not schoon:
        raise RuleError(_("Vul een dag of termijn in, zoals '4 december' of '2 weken'."))
    return schoon if len(schoon) <= LANGSTE_TEKST else "?"


def _niet_te_ver(dag: date, vandaag: date) -> date:
    if dag.year < vandaag.year - JAREN_TERUG:
        raise RuleError(_("Deze dag ligt te ver terug. Klopt het jaar?"))
    if dag > _maanden_later(vandaag, 12 * JAREN_VOORUIT):
        raise RuleError(_te_ver())
    return dag


def _te_ver() -> str:
    return _("Dat is meer dan drie jaar vooruit. Kies een termijn binnen drie jaar.")


def _aantal(woord: str) -> int | None:
    return int(woord) if woord.isdecimal() else GETALLEN.get(woord)


def _lees_duur(tekst: str) -> Duur | None:
    if tekst == "volgende week":
        return Duur(1, Eenheid.WEEK)
    gevonden = _DUUR.fullmatch(tekst)
    if not gevonden or gevonden[2] not in EENHEDEN:
        return None
    aantal, eenheid = _aantal(gevonden[1]), EENHEDEN[gevonden[2]]
    if aantal is None:
        return None
    if aantal == 0:
        raise RuleError(_("Een termijn is minstens 1 uur of 1 dag."))
    if aantal > JAREN_VOORUIT * PER_JAAR[eenheid]:
        raise RuleError(_te_ver())
    return Duur(aantal, eenheid)


def _na_dagen(tekst: str, vandaag: date) -> date | None:
    """The day after so many days or weeks; of werkdagen and hours a calendar or a clock is asked, where a term is typed."""
    duur = _lees_duur(tekst)
    if duur is None or duur.eenheid not in (Eenheid.DAG, Eenheid.WEEK):
        return None
    return vandaag + timedelta(days=duur.aantal * (7 if duur.eenheid == Eenheid.WEEK else 1))


def _lees_maanden(tekst: str, vandaag: date) -> date | None:
    if tekst in ("volgende maand", "volgend jaar"):
        return _maanden_later(vandaag, 1 if tekst.endswith("maand") else 12)
    halfjaar = re.fullmatch(r"(?:over |binnen )?(?:een )?half ?jaar", tekst)
    if halfjaar:
        return _maanden_later(vandaag, 6)
    gevonden = _DUUR.fullmatch(tekst)
    if not gevonden or gevonden[2] not in MAANDWOORDEN:
        return None
    aantal = _aantal(gevonden[1])
    if not aantal:
        return None
    maanden = aantal * MAANDWOORDEN[gevonden[2]]
    if maanden > 12 * JAREN_VOORUIT:
        raise RuleError(_te_ver())
    return _maanden_later(vandaag, maanden)


def _maanden_later(dag: date, aantal: int) -> date:
    """The same day so many months later; the last of the month where that day doesn't exist."""
    maand = dag.month - 1 + aantal
    jaar, maand = dag.year + maand // 12, maand % 12 + 1
    return date(jaar, maand, min(dag.day, _laatste_van_maand(jaar, maand).day))


def _laatste_van_maand(jaar: int, maand: int) -> date:
    eerste_van_volgende = date(jaar + maand // 12, maand % 12 + 1, 1)
    return eerste_van_volgende - timedelta(days=1)


def _lees_einde(tekst: str, vandaag: date, kalender: Werkdagen) -> date | None:
    """'eind van de week', 'einde volgende maand': the last werkdag of it."""
    gevonden = _EINDE.fullmatch(tekst)
    if not gevonden:
        return None
    volgende, periode = bool(gevonden[1]), gevonden[2]
    if periode == "week":
        zondag = vandaag + timedelta(days=6 - vandaag.weekday() + 7 * volgende)
        einde = kalender.laatste_werkdag_tot(zondag)
    else:
        begin = _maanden_later(vandaag.replace(day=1), int(volgende))
        einde = kalender.laatste_werkdag_tot(_laatste_van_maand(begin.year, begin.month))
    return einde


def _lees_dag(tekst: str, vandaag: date, *, terug: bool) -> date | None:
    if tekst in GEWONE_DAGEN:
        return vandaag + timedelta(days=GEWONE_DAGEN[tekst])
    eerste, _spatie, rest = tekst.partition(" ")
    weekdag = WEEKDAGEN.get(eerste.rstrip("."))
    if weekdag is not None and rest and rest[0].isdigit():
        dag = _lees_datum(rest, vandaag, terug=terug)
        if dag is not None and dag.weekday() != weekdag:
            raise RuleError(
                _("%(datum)s is een %(dag)s, geen %(getypt)s. Welke dag bedoelt u?")
                % {"datum": _noem(dag, vandaag), "dag": DAGEN[dag.weekday()], "getypt": DAGEN[weekdag]}
            )
        return dag
    return _lees_datum(tekst, vandaag, terug=terug) or _lees_weekdag(tekst, vandaag, terug=terug)


def _lees_datum(tekst: str, vandaag: date, *, terug: bool) -> date | None:
    if gevonden := _ISO.fullmatch(tekst):
        return _maak_dag(int(gevonden[3]), int(gevonden[2]), int(gevonden[1]))
    if gevonden := _NUMERIEK.fullmatch(tekst):
        maand = int(gevonden[2])
    elif (gevonden := _MET_MAAND.fullmatch(tekst)) and gevonden[2] in MAANDNAMEN:
        maand = MAANDNAMEN[gevonden[2]]
    else:
        return None
    dag, jaartekst = int(gevonden[1]), (gevonden[3] or "").lstrip("'")
    if jaartekst:
        return _maak_dag(dag, maand, _heel_jaar(jaartekst, vandaag, terug=terug))
    return _zonder_jaar(dag, maand, vandaag, terug=terug)


def _heel_jaar(tekst: str, vandaag: date, *, terug: bool) -> int:
    """'26' is 2026; for what lies behind us '85' is 1985."""
    jaar = int(tekst)
    if len(tekst) == 2:
        jaar += 2000
        if terug and jaar > vandaag.year:
            jaar -= 100
    return jaar


def _zonder_jaar(dag: int, maand: int, vandaag: date, *, terug: bool) -> date:
    """The nearest such day: the last one for what happened, else the next one."""
    if maand == 2 and dag == 29:
        ver = range(vandaag.year, vandaag.year - 9, -1) if terug else range(vandaag.year, vandaag.year + 9)
        mogelijk = [date(jaar, 2, 29) for jaar in ver if isleap(jaar)]
    else:
        jaren = (vandaag.year, vandaag.year - 1) if terug else (vandaag.year, vandaag.year + 1)
        mogelijk = [_maak_dag(dag, maand, jaar) for jaar in jaren]
    past: Callable[[date], bool] = (lambda d: d <= vandaag) if terug else (lambda d: d >= vandaag)
    if not terug and mogelijk[0] < vandaag and vandaag - mogelijk[0] <= PAS_VOORBIJ:
        raise RuleError(
            _("%(dag)s is al voorbij. Bedoelt u volgend jaar? Zet dan het jaar erbij.")
            % {"dag": _noem(mogelijk[0], vandaag)}
        )
    return next(filter(past, mogelijk))


def _lees_weekdag(tekst: str, vandaag: date, *, terug: bool) -> date | None:
    """'vrijdag' is the next one (never today), 'volgende week vrijdag' the one of the next calendar week."""
    gevonden = _WEEKDAG.fullmatch(tekst)
    if not gevonden or gevonden[2] not in WEEKDAGEN:
        return None
    welke, weekdag = gevonden[1] or "", WEEKDAGEN[gevonden[2]]
    maandag = vandaag - timedelta(days=vandaag.weekday())
    if "week" in tekst.split():
        weken = {"volgende": 1, "komende": 1, "vorige": -1, "afgelopen": -1, "deze": 0}.get(welke)
        return None if weken is None else maandag + timedelta(days=weekdag, weeks=weken)
    if welke in ("volgende", "deze"):
        # People disagree on whether 'volgende vrijdag' is this one or the one after it.
        raise RuleError(
            _("Welke %(dag)s bedoelt u? Typ bijvoorbeeld '%(dag)s' of 'volgende week %(dag)s'.")
            % {"dag": DAGEN[weekdag]}
        )
    if terug or welke in ("vorige", "afgelopen"):
        return vandaag - timedelta(days=(vandaag.weekday() - weekdag - 1) % 7 + 1)
    return vandaag + timedelta(days=(weekdag - vandaag.weekday() - 1) % 7 + 1)


def _maak_dag(dag: int, maand: int, jaar: int) -> date:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        pass
    if not 1 <= maand <= 12:
        raise RuleError(_("Maand %(maand)s bestaat niet. Typ eerst de dag en dan de maand.") % {"maand": maand})
    raise RuleError(_("%(dag)s %(maand)s bestaat niet.") % {"dag": dag, "maand": MAANDEN[maand - 1]})


def _noem(dag: date, vandaag: date) -> str:
    """Without the weekday: '4 december'."""
    return dag_voluit(dag, vandaag).split(" ", 1)[1]
