"""On which grounds a family is read, and for whom: one's own right goes before standing in for somebody (I6, X1)."""

import uuid
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from instanties.vervanging import Namens
from toestemming.dekking import dekking, is_van
from toestemming.models import Grondslag, Onderdeel
from toestemming.regels import Kijker

if TYPE_CHECKING:
    from toestemming.zicht import Blik


def treedt_op_voor(blik: "Blik") -> tuple[Namens, ...]:
    """For whom this reader reads: nobody who coordinates; the coordinator alone, for who takes part; else whom he stands in for."""
    schap = blik.coordinatorschap
    if schap is not None and schap.gebruiker_id == blik.gebruiker.pk:
        return ()
    if not _doet_zelf_mee(blik):
        return blik.namens
    return tuple(een for een in blik.namens if schap is not None and een.wie.pk == schap.gebruiker_id)


def gronden_van_lezing(blik: "Blik", delen: Iterable[Onderdeel] = ()) -> list[Grondslag]:
    """The grounds on which this was read: the own ones, or of whom the reader acts for.

    Of a colleague for whom somebody stands in who takes part as well, only where one of `delen` isn't hers to see herself.
    """
    if not blik.namens:
        return blik.grondslagen
    voor = {een.wie.pk for een in treedt_op_voor(blik)} or {blik.gebruiker.pk}
    eigen = [grond for grond in blik.grondslagen if _is_van_een(blik, grond, voor)]
    if blik.gebruiker.pk in voor and _doet_zelf_mee(blik):
        ogen = _eigen_ogen(blik, eigen)
        verder = (deel for deel in delen if blik.kijker.ziet(deel.over_wie, deel.leefgebieden, deel.pk))
        if any(not ogen.ziet(deel.over_wie, deel.leefgebieden, deel.pk) for deel in verder):
            return blik.grondslagen
    return eigen


def in_woorden(gronden: Iterable[Grondslag]) -> str:
    """These grounds, each kind once."""
    return "; ".join(sorted({str(grond) for grond in gronden}))


def _doet_zelf_mee(blik: "Blik") -> bool:
    return blik.deelnemer is not None and blik.deelnemer.gebruiker_id == blik.gebruiker.pk


def _is_van_een(blik: "Blik", grond: Grondslag, accounts: Collection[uuid.UUID]) -> bool:
    rijen = [rij for rij in blik.als_deelnemers if rij.gebruiker_id in accounts]
    return grond.gebruiker_id in accounts or any(is_van(grond, rij) for rij in rijen)


def _eigen_ogen(blik: "Blik", eigen: list[Grondslag]) -> Kijker:
    """What the reader would see without standing in for anybody."""
    rij = blik.deelnemer
    gedekt = dekking(eigen, blik.kring.weigeringen, [rij] if rij else [])
    alles = any(grond.alles for grond in eigen)
    return Kijker(blik.kring, blik.op, ik=rij.pk if rij else None, dekking=gedekt, alles=alles)
