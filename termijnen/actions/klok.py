"""The clock: what is due is claimed, handled by the app that owns it, and lost by nothing (E9).

**Order within a family.** A family is one worker's at a time: a batch first locks the rows of its families (those
that another worker holds are skipped), only then reads and locks its terms, so it sees all that the former holder
committed. Of each family it takes the due terms from the oldest on; where one is held by a person's act, that family
stops there. What was skipped comes again, in a next pass or at the next tick. Within a batch the terms go in turns: of
each family as many as follow each other with the same kind, so that a handler gets a whole list and still nothing
overtakes within a family. Between families the order is free.

**In the morning.** What has passed and may open a step, but isn't in hours nor about safety, waits until the region's day
begins on a werkdag (S2), in `aan_de_beurt_op`; a clock that was off then does it at its first tick.

**Nothing twice.** A term is claimed by an update that asks whether it still runs, in the transaction of its handler.

**Nothing held up.** Where a batch fails, each of its terms gets a transaction of its own; the one that fails again is
noted for the beheerder and tried later, after growing pauses, and from then on never shares a batch.
"""

import logging
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter
from pathlib import PurePath
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.db.models import F
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan
from django.utils.translation import gettext as _

from core import clock_home
from gezinnen.models import Gezin
from termijnen import soorten, uitstel
from termijnen.actions.herinneringen import herinner
from termijnen.actions.leven import beeindig, vergrendel
from termijnen.models import Klokfout, Kloktik, Termijn, Termijnstaat

logger = logging.getLogger(__name__)

GROEP = 500
# The order in which terms are taken; an index has it too.
VOLGORDE = ("aan_de_beurt_op", "gezin_id", "id")
# Families that another worker held, or a person, are looked at again within the tick; after that at the next one.
RONDES = 3
# The pause after each failure; the last one goes for all that follow.
PAUZES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(minutes=60),
    timedelta(hours=6),
)


@dataclass(frozen=True)
class Tikuitslag:
    """What one tick did: terms handled, reminders sent, terms whose handling failed."""

    termijnen: int = 0
    herinneringen: int = 0
    mislukt: int = 0
    # The clock is held: nothing was looked at.
    vastgehouden: bool = False


class Kandidaat(NamedTuple):
    """A due term as it was seen without a lock."""

    id: UUID
    gezin_id: UUID
    aan_de_beurt_op: datetime
    pogingen: int


@dataclass
class _Ronde:
    """How far this tick is. A family in `overgeslagen` has an older term that waits: its later ones wait too."""

    nu: datetime
    termijnen: int = 0
    mislukt: int = 0
    overgeslagen: set[UUID] = field(default_factory=set)


def bewaak(nu: datetime) -> Tikuitslag:
    """One tick: handle every term that is due at `nu`, then send the reminders that are (E9, E10).

    May run at any moment, any number of times, in several workers at once. To be called outside a transaction, so that
    each batch is one. Held (core/clock_home.py) it does nothing. Raises only where the database itself is away.
    """
    if clock_home.must_wait(nu):
        logger.warning("De klok wordt vastgehouden: zie Beheer, of manage.py klok stand")
        return Tikuitslag(vastgehouden=True)
    ronde = _Ronde(nu)
    for _ronde in range(RONDES):
        ronde.overgeslagen.clear()
        for groep in _groepen(nu):
            _behandel(groep, ronde)
        if not ronde.overgeslagen:
            break
    herinneringen = herinner(nu)
    _noteer_tik(nu, ronde.termijnen)
    return Tikuitslag(ronde.termijnen, herinneringen, ronde.mislukt)


def _groepen(nu: datetime) -> Iterator[list[Kandidaat]]:
    """All that is due, oldest first, each seen once: a group begins where the one before it ended.

    Of one moment (nearly all of a midnight) family by family: so two workers hardly ever want the same families.
    """
    wachtend = Termijn.objects.lopend().filter(aan_de_beurt_op__lte=nu).order_by(*VOLGORDE)
    verder = wachtend
    while True:
        groep = [Kandidaat(*rij) for rij in verder.values_list(*Kandidaat._fields)[:GROEP]]
        vol = len(groep) == GROEP
        if vol:
            groep = _zonder_half_gezin(groep)
        if groep:
            yield groep
        if not vol:
            return
        laatste = groep[-1]
        tot_hier = (laatste.aan_de_beurt_op, laatste.gezin_id, laatste.id)
        verder = wachtend.filter(TupleGreaterThan(Tuple(*VOLGORDE), tot_hier))


def _zonder_half_gezin(groep: list[Kandidaat]) -> list[Kandidaat]:
    """Leave the family at the end, of which more may follow, to the next group; unless it is all there is."""
    einde = len(groep)
    while einde and groep[einde - 1].gezin_id == groep[-1].gezin_id:
        einde -= 1
    return groep[:einde] or groep


def _behandel(groep: Sequence[Kandidaat], ronde: _Ronde) -> None:
    """Handle a group in one transaction; families with a term that failed before go one term at a time."""
    eerder_gefaald = {kandidaat.gezin_id for kandidaat in groep if kandidaat.pogingen}
    samen = [kandidaat for kandidaat in groep if kandidaat.gezin_id not in eerder_gefaald]
    apart = [kandidaat for kandidaat in groep if kandidaat.gezin_id in eerder_gefaald]
    try:
        _behandel_samen(samen, ronde)
    except Exception as fout:  # whatever is wrong with one term may not hold up the others
        logger.warning("Groep van %d termijnen mislukt (%s): nu een voor een", len(samen), _kort(fout))
        apart = [*samen, *apart]
    for kandidaat in apart:
        _behandel_apart(kandidaat, ronde)


def _behandel_apart(kandidaat: Kandidaat, ronde: _Ronde) -> None:
    try:
        try:
            _behandel_samen([kandidaat], ronde)
        except OperationalError:
            # A deadlock says nothing about the term: the other side has gone on by now.
            _behandel_samen([kandidaat], ronde)
    except Exception as fout:  # noted, and the next one goes on
        _noteer_fout(kandidaat, fout, ronde)


def _behandel_samen(groep: Sequence[Kandidaat], ronde: _Ronde) -> None:
    """Claim and handle these terms in one transaction. `ronde` counts them once it has been committed."""
    groep = [kandidaat for kandidaat in groep if kandidaat.gezin_id not in ronde.overgeslagen]
    if not groep:
        return
    gedaan = 0
    with transaction.atomic():
        per_gezin, overgeslagen = _neem(groep, ronde.nu)
        for beurt in _beurten(per_gezin):
            for naam, termijnen in beurt.items():
                geclaimd = beeindig(
                    termijnen, Termijnstaat.NIET_GEHAALD, nu=ronde.nu, reden=_("De termijn is verstreken.")
                )
                if geclaimd:
                    soorten.soort(naam).behandel(geclaimd, ronde.nu)
                    gedaan += len(geclaimd)
        _controleer_nu()
    ronde.termijnen += gedaan
    ronde.overgeslagen |= overgeslagen


def _neem(groep: Sequence[Kandidaat], nu: datetime) -> tuple[list[list[Termijn]], set[UUID]]:
    """Lock what may be handled now: per family its due terms in order, and the families of which something waits."""
    gezinnen = {kandidaat.gezin_id for kandidaat in groep}
    # NO KEY UPDATE: others may still add rows that point at the family.
    vrij = set(
        Gezin.objects.select_for_update(no_key=True, skip_locked=True)
        .filter(pk__in=gezinnen)
        .order_by()
        .values_list("pk", flat=True)
    )
    ids = [kandidaat.id for kandidaat in groep if kandidaat.gezin_id in vrij]
    nog_aan_de_beurt = Termijn.objects.lopend().filter(pk__in=ids, aan_de_beurt_op__lte=nu)
    genomen = {
        termijn.pk: termijn
        for termijn in nog_aan_de_beurt.select_for_update(no_key=True, skip_locked=True).order_by("pk")
    }
    # What is due but could not be locked is held by a person's act; what is gone has been handled already.
    vastgehouden: set[UUID] = set()
    if len(genomen) < len(ids):
        vastgehouden = set(nog_aan_de_beurt.exclude(pk__in=genomen).values_list("pk", flat=True))
    nu_te_doen = genomen.keys() - _stel_uit(genomen, nu)
    overgeslagen = gezinnen - vrij
    per_gezin: dict[UUID, list[Termijn]] = {}
    for kandidaat in groep:
        if kandidaat.id in vastgehouden:
            overgeslagen.add(kandidaat.gezin_id)
        elif kandidaat.id in nu_te_doen and kandidaat.gezin_id not in overgeslagen:
            per_gezin.setdefault(kandidaat.gezin_id, []).append(genomen[kandidaat.id])
    return list(per_gezin.values()), overgeslagen


def _stel_uit(genomen: Mapping[UUID, Termijn], nu: datetime) -> set[UUID]:
    """Let what can wait wait until the region's day begins (S2); gives which of these locked terms that are."""
    wachten = uitstel.wachten(genomen.values(), nu)
    for pk, moment in wachten.items():
        genomen[pk].aan_de_beurt_op = moment
    Termijn.objects.bulk_update([genomen[pk] for pk in wachten], ["aan_de_beurt_op"])
    return set(wachten)


def _beurten(per_gezin: Iterable[list[Termijn]]) -> Iterator[dict[str, list[Termijn]]]:
    """Turns: in each, of every family the next terms of one kind, gathered by kind."""
    rijen = list(per_gezin)
    while rijen:
        beurt: dict[str, list[Termijn]] = {}
        rest = []
        for rij in rijen:
            naam, reeks = next(groupby(rij, key=attrgetter("soort")))
            nu_aan_zet = list(reeks)
            beurt.setdefault(naam, []).extend(nu_aan_zet)
            if len(nu_aan_zet) < len(rij):
                rest.append(rij[len(nu_aan_zet) :])
        yield beurt
        rijen = rest


def _noteer_tik(nu: datetime, aantal: int) -> None:
    """That the clock ran. An update needs no transaction of its own, so an idle tick asks four questions in all."""
    if not Kloktik.objects.filter(pk=1).update(laatste_op=nu, aantal_termijnen=aantal):
        Kloktik.objects.bulk_create([Kloktik(pk=1, laatste_op=nu, aantal_termijnen=aantal)], ignore_conflicts=True)


def _controleer_nu() -> None:
    """Let the deferred constraints speak here, where a failure still can be told from one of the connection."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@transaction.atomic
def _noteer_fout(kandidaat: Kandidaat, fout: Exception, ronde: _Ronde) -> None:
    """In a transaction of its own: what went wrong, for the beheerder, and when to try again."""
    melding = _kort(fout)
    spoor = "".join(traceback.format_tb(fout.__traceback__))
    logger.error("Termijn %s mislukt: %s\n%s", kandidaat.id, melding, spoor, extra={"fout": fout})
    termijn = vergrendel([kandidaat.id]).get(kandidaat.id)
    if termijn is None or not termijn.loopt or termijn.aan_de_beurt_op > ronde.nu:
        return
    bekend = soorten.bekende_soort(termijn.soort)
    pauze = PAUZES[min(termijn.pogingen, len(PAUZES) - 1)]
    Termijn.objects.filter(pk=termijn.pk).update(pogingen=F("pogingen") + 1, aan_de_beurt_op=ronde.nu + pauze)
    Klokfout.objects.create(
        termijn=termijn,
        op=ronde.nu,
        melding=f"{bekend.label if bekend else termijn.soort}: {melding}"[:300],
        poging=termijn.pogingen + 1,
    )
    ronde.mislukt += 1


def _kort(fout: Exception) -> str:
    """What failed and where, without its message: that may hold a row of family data."""
    regels = traceback.extract_tb(fout.__traceback__)
    eigen = [regel for regel in regels if _is_eigen(regel.filename)]
    plek = (eigen or regels)[-1]
    diagnose = getattr(fout.__cause__, "diag", None)
    regelnaam = getattr(diagnose, "constraint_name", None)
    soort = f"{type(fout).__name__} {regelnaam}" if regelnaam else type(fout).__name__
    return f"{soort} ({PurePath(plek.filename).parent.name}/{PurePath(plek.filename).name}:{plek.lineno})"


def _is_eigen(bestand: str) -> bool:
    pad = PurePath(bestand)
    return pad.is_relative_to(settings.BASE_DIR) and ".venv" not in pad.parts
