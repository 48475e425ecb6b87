"""The life of a term: begin, end, another moment, a correction. Each a row that says who did it and why (E7, E9)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.utils.translation import gettext as _

from core.errors import RuleError
from core.rows import insert_rows
from gezinnen.waarneming import namens_wie
from instanties.models import Gebruiker, Regio
from termijnen import soorten
from termijnen.actions.herinneringen import nieuwe_herinneringen
from termijnen.models import (
    Gevraagd,
    Herinnering,
    Klokfout,
    Termijn,
    Termijnstaat,
    TermijnWijziging,
    Wijzigingsoort,
)
from woorden.duur import Duur


@dataclass(frozen=True)
class NieuweTermijn:
    """A term to be started. `gevraagd`: of whom it asks something; `duur`: as it was agreed, None for a named day."""

    soort: str
    gezin_id: UUID
    houder_id: UUID | None
    begint_op: datetime
    loopt_af_op: datetime
    duur: Duur | None = None
    gevraagd: Sequence[UUID] = ()
    id: UUID = field(default_factory=uuid4)


@transaction.atomic
def start(
    nieuw: Sequence[NieuweTermijn], *, nu: datetime, door: Gebruiker | None = None, reden: str = ""
) -> list[Termijn]:
    """Start terms, in the order given, with a handful of inserts however many there are (E7).

    A term may have passed already: the next tick takes it. Raises RuleError where one ends before it begins,
    OnbekendeSoort for a kind that nobody registered.
    """
    if not nieuw:
        return []
    for termijn in nieuw:
        soorten.soort(termijn.soort)
        _eis_einde_na_begin(termijn.begint_op, termijn.loopt_af_op)
    termijnen = Termijn.objects.bulk_create(_rij(termijn) for termijn in nieuw)
    insert_rows(
        Gevraagd,
        (
            {"termijn_id": termijn.id, "gebruiker_id": gebruiker_id}
            for termijn in nieuw
            for gebruiker_id in dict.fromkeys(termijn.gevraagd)
        ),
    )
    insert_rows(TermijnWijziging, (_wijziging(termijn, "", nu, door, reden) for termijn in termijnen))
    _plan_herinneringen(termijnen, nu)
    return termijnen


def vergrendel(ids: Iterable[UUID]) -> dict[UUID, Termijn]:
    """Lock these terms, in the one order for all (by id, before anything above them), and give them as they are now.

    Needs a transaction. Who holds the lock first wins; the other waits. One that doesn't exist is left out.
    """
    # NO KEY UPDATE is what the update itself takes: rows that point at a term can still be added meanwhile.
    rijen = Termijn.objects.select_for_update(no_key=True).filter(pk__in=list(ids)).order_by("pk")
    return {rij.pk: rij for rij in rijen}


@transaction.atomic
def beeindig(
    termijnen: Sequence[Termijn],
    staat: Termijnstaat,
    *,
    nu: datetime,
    door: Gebruiker | None = None,
    reden: str = "",
) -> list[Termijn]:
    """End those of these terms that still run; drops their reminders. Returns the ones really ended, up to date.

    Of two who end the same term at the same time one gets it back and the other doesn't (E9).
    """
    if not termijnen:
        return []
    if not Termijn.overgangen.may(Termijnstaat.LOOPT, staat):
        raise ValueError(staat)
    # The update itself asks whether the term still runs, and says which did: no read that may be stale.
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE termijnen_termijn SET staat = %s, beeindigd_op = %s WHERE id = ANY(%s) AND staat = 'loopt'"
            " RETURNING id, loopt_af_op, pogingen",
            [staat.value, nu, [termijn.pk for termijn in termijnen]],
        )
        stand = {pk: (loopt_af_op, pogingen) for pk, loopt_af_op, pogingen in cursor.fetchall()}
    beeindigd = [termijn for termijn in termijnen if termijn.pk in stand]
    if not beeindigd:
        return []
    for termijn in beeindigd:
        termijn.staat, termijn.beeindigd_op = staat, nu
        termijn.loopt_af_op, termijn.pogingen = stand[termijn.pk]
    Herinnering.objects.filter(termijn__in=beeindigd).delete()
    _fouten_voorbij(beeindigd, nu)
    insert_rows(TermijnWijziging, (_wijziging(termijn, Termijnstaat.LOOPT, nu, door, reden) for termijn in beeindigd))
    return beeindigd


@transaction.atomic
def verzet(
    termijn: Termijn,
    naar: datetime,
    *,
    nu: datetime,
    door: Gebruiker | None,
    reden: str,
    duur: Duur | None = None,
    soort: Wijzigingsoort = Wijzigingsoort.GEWOON,
) -> Termijn:
    """Give a running term another moment, with its reason and new reminders (E7). Whether it may, says the caller.

    `duur` is the new length as agreed; None where a day was named; `soort`: what a rule may ask of this change later.
    Raises RuleError when the term no longer runs or `naar` lies before the beginning; when `naar` has passed, or the term
    itself has and what follows waits for the morning (S2). Not where it waits for an answer: then the next tick takes it.
    """
    wacht = soort == Wijzigingsoort.WACHT
    if naar <= nu and not wacht:
        raise RuleError(_("Deze dag of dit tijdstip is al voorbij."))
    if termijn.is_voorbij and not wacht:
        raise RuleError(_("Deze termijn is voorbij. Er is niets meer aan te verzetten."))
    return _nieuw_moment(termijn, Termijnstaat.LOOPT, naar, nu=nu, door=door, reden=reden, duur=duur, soort=soort)


@transaction.atomic
def heropen(
    termijn: Termijn,
    loopt_af_op: datetime,
    *,
    nu: datetime,
    door: Gebruiker | None,
    reden: str,
    duur: Duur | None = None,
    van: Termijnstaat = Termijnstaat.GEHAALD,
    soort: Wijzigingsoort = Wijzigingsoort.GEWOON,
) -> Termijn:
    """Let a term run again that was ticked off by mistake (E14). If its moment has passed, the next tick takes it.

    `van`: how it ended, where it wasn't as kept: passed while something was still to be asked, or dropped with what was
    closed by mistake. Raises RuleError when the term can't go back from where it is.
    """
    return _nieuw_moment(termijn, van, loopt_af_op, nu=nu, door=door, reden=reden, duur=duur, soort=soort)


@transaction.atomic
def corrigeer(
    termijnen: Sequence[Termijn],
    naar_staat: Termijnstaat,
    *,
    nu: datetime,
    door: Gebruiker | None = None,
    reden: str = "",
) -> list[Termijn]:
    """Mend afterwards how terms ended: done in time after all, or not (E14). Returns those that really moved.

    Terms that still run, or have gone to a state without way back, are left alone.
    """
    van = [staat for staat in Termijnstaat if staat != Termijnstaat.LOOPT and Termijn.overgangen.may(staat, naar_staat)]
    if naar_staat == Termijnstaat.LOOPT or not van:
        raise ValueError(naar_staat)
    vergrendeld = vergrendel(termijn.pk for termijn in termijnen)
    verplaatst, wijzigingen = [], []
    for termijn in termijnen:
        oud = vergrendeld.get(termijn.pk)
        if oud is None or oud.staat not in van:
            continue
        termijn.staat, termijn.beeindigd_op, termijn.loopt_af_op = naar_staat, oud.beeindigd_op, oud.loopt_af_op
        verplaatst.append(termijn)
        wijzigingen.append(_wijziging(termijn, oud.staat, nu, door, reden))
    Termijn.objects.filter(pk__in=[termijn.pk for termijn in verplaatst]).update(staat=naar_staat)
    insert_rows(TermijnWijziging, wijzigingen)
    return verplaatst


def _nieuw_moment(
    termijn: Termijn,
    van_staat: Termijnstaat,
    naar: datetime,
    *,
    nu: datetime,
    door: Gebruiker | None,
    reden: str,
    duur: Duur | None,
    soort: Wijzigingsoort = Wijzigingsoort.GEWOON,
) -> Termijn:
    oud = vergrendel([termijn.pk]).get(termijn.pk)
    if oud is None or oud.staat != van_staat:
        raise RuleError(_("Deze termijn is intussen veranderd. Bekijk hem opnieuw."))
    _eis_einde_na_begin(oud.begint_op, naar)
    termijn.staat, termijn.beeindigd_op = Termijnstaat.LOOPT, None
    termijn.loopt_af_op = termijn.aan_de_beurt_op = naar
    termijn.aantal, termijn.eenheid = (duur.aantal, duur.eenheid) if duur else (None, "")
    termijn.pogingen = oud.pogingen
    _fouten_voorbij([termijn], nu)
    termijn.pogingen = 0
    termijn.save(
        update_fields=["staat", "beeindigd_op", "loopt_af_op", "aan_de_beurt_op", "aantal", "eenheid", "pogingen"]
    )
    Herinnering.objects.filter(termijn=termijn).delete()
    _plan_herinneringen([termijn], nu)
    wijziging = _wijziging(termijn, oud.staat, nu, door, reden)
    namens = namens_wie(door, termijn.gezin_id, als_coordinator=True)
    erbij = {"van_loopt_af_op": oud.loopt_af_op, "namens_id": namens.pk if namens else None, "soort": soort}
    insert_rows(TermijnWijziging, [{**wijziging, **erbij}])
    return termijn


def _eis_einde_na_begin(begint_op: datetime, loopt_af_op: datetime) -> None:
    if loopt_af_op < begint_op:
        raise RuleError(_("De termijn eindigt voordat hij begint."))


def _rij(nieuw: NieuweTermijn) -> Termijn:
    return Termijn(
        id=nieuw.id,
        soort=nieuw.soort,
        gezin_id=nieuw.gezin_id,
        houder_id=nieuw.houder_id,
        begint_op=nieuw.begint_op,
        loopt_af_op=nieuw.loopt_af_op,
        aan_de_beurt_op=nieuw.loopt_af_op,
        oorspronkelijk_loopt_af_op=nieuw.loopt_af_op,
        aantal=nieuw.duur.aantal if nieuw.duur else None,
        eenheid=nieuw.duur.eenheid if nieuw.duur else "",
    )


def _wijziging(termijn: Termijn, van_staat: str, nu: datetime, door: Gebruiker | None, reden: str) -> dict[str, Any]:
    return {
        "termijn_id": termijn.pk,
        "op": nu,
        "door_id": door.pk if door else None,
        "van_staat": van_staat,
        "naar_staat": termijn.staat,
        "naar_loopt_af_op": termijn.loopt_af_op,
        "reden": reden,
    }


def _plan_herinneringen(termijnen: Sequence[Termijn], nu: datetime) -> None:
    herinnerd = [termijn for termijn in termijnen if soorten.soort(termijn.soort).herinnert]
    if herinnerd:
        dagen = Regio.objects.huidige().herinnering_dagen
        insert_rows(Herinnering, nieuwe_herinneringen(herinnerd, dagen, nu))


def _fouten_voorbij(termijnen: Sequence[Termijn], nu: datetime) -> None:
    """What went wrong with these is over: they have ended, or begin anew."""
    gefaald = [termijn.pk for termijn in termijnen if termijn.pogingen]
    if gefaald:
        Klokfout.objects.filter(termijn__in=gefaald, opgelost_op__isnull=True).update(opgelost_op=nu)
