"""Time in human words. Pure functions: the moment that counts as now is always an argument.

A term in days or weeks ends at the end of a day. Whether that end was stored as the last microsecond of the day or as
midnight of the next one, people read the last day itself and never a clock time; only terms in hours show the hour.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MAANDEN_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")

# Up to here days are counted one by one; beyond it, weeks and months are easier to picture.
DAGEN_TELLEN_TOT = 14
WEKEN_TELLEN_TOT = 63
UREN_TELLEN_TOT = 48


@dataclass(frozen=True)
class Termijnwoorden:
    """A term as people read it: `rest` ("nog 3 dagen"), `uiterlijk` ("uiterlijk vrijdag 4 december"), the short day."""

    rest: str
    uiterlijk: str
    kort: str
    laat: bool


def _zeker(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(AMSTERDAM)


def laatste_dag(loopt_af_op: datetime) -> date:
    """The last day of a term in days: midnight belongs to the day that it closes."""
    return (_zeker(loopt_af_op).astimezone(UTC) - timedelta(microseconds=1)).astimezone(AMSTERDAM).date()


def dagen_voluit(van: date, tot_en_met: date, vandaag: date) -> str:
    """These days in a sentence: 'op maandag 7 december', 'van maandag 7 tot en met woensdag 9 december'."""
    if van == tot_en_met:
        return _("op %(dag)s") % {"dag": dag_voluit(van, vandaag)}
    return _("van %(van)s tot en met %(tot)s") % {
        "van": dag_voluit(van, vandaag), "tot": dag_voluit(tot_en_met, vandaag),
    }  # fmt: skip


def dag_voluit(dag: date, vandaag: date) -> str:
    """'vrijdag 4 december', with the year where it is not this year's."""
    woorden = f"{DAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]}"
    return woorden if dag.year == vandaag.year else f"{woorden} {dag.year}"


def dag_kort(dag: date, vandaag: date) -> str:
    """'vr 4 dec', with the year where it is not this year's."""
    woorden = f"{DAGEN[dag.weekday()][:2]} {dag.day} {MAANDEN_KORT[dag.month - 1]}"
    return woorden if dag.year == vandaag.year else f"{woorden} {dag.year}"


def klokslag(moment: datetime) -> str:
    """The time of day in the Netherlands: '14:02'."""
    return f"{_zeker(moment):%H:%M}"


def moment_kort(moment: datetime, nu: datetime) -> str:
    """When something happened, as short as can be: 'vandaag om 14:02', 'gisteren om 9:15', 'ma 30 nov om 14:02'."""
    lokaal, vandaag = _zeker(moment), _zeker(nu).date()
    verschil = (vandaag - lokaal.date()).days
    namen = {0: _("vandaag"), 1: _("gisteren"), -1: _("morgen")}
    dag = namen.get(verschil) or dag_kort(lokaal.date(), vandaag)
    return _("%(dag)s om %(tijd)s") % {"dag": dag, "tijd": klokslag(moment)}


def dag_in_woorden(dag: date, vandaag: date) -> str:
    """A day as people say it: 'vandaag', 'morgen', 'gisteren', else 'vrijdag 4 december'."""
    verschil = (dag - vandaag).days
    namen = {0: _("vandaag"), 1: _("morgen"), -1: _("gisteren")}
    return namen.get(verschil) or dag_voluit(dag, vandaag)


def _hele_maanden(van: date, tot: date) -> tuple[int, bool]:
    maanden = (tot.year - van.year) * 12 + tot.month - van.month
    if tot.day < van.day:
        maanden -= 1
    return maanden, tot.day != van.day


def _hoeveel(van: date, tot: date) -> str:
    """The stretch between two days: '3 dagen', 'ruim 2 weken', '4 maanden'."""
    dagen = (tot - van).days
    if dagen < DAGEN_TELLEN_TOT:
        return ngettext("%(n)d dag", "%(n)d dagen", dagen) % {"n": dagen}
    if dagen < WEKEN_TELLEN_TOT:
        aantal, meer = divmod(dagen, 7)
        woorden = ngettext("%(n)d week", "%(n)d weken", aantal) % {"n": aantal}
    else:
        aantal, meer = _hele_maanden(van, tot)
        woorden = ngettext("%(n)d maand", "%(n)d maanden", aantal) % {"n": aantal}
    return _("ruim %(duur)s") % {"duur": woorden} if meer else woorden


def _rest_in_uren(loopt_af_op: datetime, nu: datetime) -> str:
    seconden = (loopt_af_op.astimezone(UTC) - nu.astimezone(UTC)).total_seconds()
    laat = seconden <= 0
    minuten = int(abs(seconden) // 60)
    if minuten < 1:
        return pgettext("termijn", "nu te laat") if laat else _("nog geen minuut")
    if minuten < 60:
        duur = ngettext("%(n)d minuut", "%(n)d minuten", minuten) % {"n": minuten}
    elif minuten < UREN_TELLEN_TOT * 60:
        duur = _("%(n)d uur") % {"n": minuten // 60}
    else:
        dagen = minuten // (24 * 60)
        duur = ngettext("%(n)d dag", "%(n)d dagen", dagen) % {"n": dagen}
    return _("%(duur)s te laat") % {"duur": duur} if laat else _("nog %(duur)s") % {"duur": duur}


def _rest_in_dagen(dag: date, vandaag: date, laat: bool) -> str:
    if laat:
        if dag == vandaag:
            return _("sinds vandaag te laat")
        return _("%(duur)s te laat") % {"duur": _hoeveel(dag, vandaag)}
    if dag == vandaag:
        return _("nog vandaag")
    return _("nog %(duur)s") % {"duur": _hoeveel(vandaag, dag)}


def _op_de_minuut(moment: datetime, vandaag: date, *, kort: bool) -> str:
    lokaal = _zeker(moment)
    dagwoord = dag_kort if kort else dag_voluit
    if (lokaal.hour, lokaal.minute) == (0, 0):
        # "0:00" leaves people guessing which night is meant.
        dag = dagwoord(laatste_dag(moment), vandaag)
        return _("%(dag)s middernacht") % {"dag": dag}
    return _("%(dag)s %(tijd)s uur") % {"dag": dagwoord(lokaal.date(), vandaag), "tijd": klokslag(moment)}


def termijnwoorden(loopt_af_op: datetime, nu: datetime, *, in_uren: bool = False) -> Termijnwoorden:
    """A term in words: what is left (or how late), and the exact day beside it; the hour only with `in_uren` (schermen 3).

    Both moments are aware; ValueError otherwise. A term that has just run out (`loopt_af_op <= nu`) is late.
    """
    vandaag = _zeker(nu).date()
    laat = _zeker(loopt_af_op) <= nu
    if not in_uren:
        return _woorden_in_dagen(laatste_dag(loopt_af_op), vandaag, laat)
    voluit, kort = (_op_de_minuut(loopt_af_op, vandaag, kort=kort) for kort in (False, True))
    return _woorden(_rest_in_uren(loopt_af_op, nu), voluit, kort, laat)


# The days that are spoken of are few, whatever the number of terms.
@lru_cache(maxsize=4096)
def _woorden_in_dagen(dag: date, vandaag: date, laat: bool) -> Termijnwoorden:
    return _woorden(_rest_in_dagen(dag, vandaag, laat), dag_voluit(dag, vandaag), dag_kort(dag, vandaag), laat)


def _woorden(rest: str, voluit: str, kort: str, laat: bool) -> Termijnwoorden:
    zin = _("liep af op %(wanneer)s") if laat else _("uiterlijk %(wanneer)s")
    return Termijnwoorden(rest=rest, uiterlijk=zin % {"wanneer": voluit}, kort=kort, laat=laat)


def groep(loopt_af_op: datetime, nu: datetime) -> str:
    """Under which heading a term stands in a list ordered by term: 'te_laat', 'vandaag', 'deze_week' or 'later' (R2).

    'deze_week' is the next seven days: on a Friday the coming Tuesday is near, whatever the calendar week says.
    """
    if loopt_af_op <= nu:
        return "te_laat"
    dagen = (laatste_dag(loopt_af_op) - _zeker(nu).date()).days
    if dagen <= 0:
        return "vandaag"
    return "deze_week" if dagen < 7 else "later"
