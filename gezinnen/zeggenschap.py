"""Who decides about somebody follows from what is recorded here: whoever records it says so to whom it concerns (T2, I8).

Gezag, a birth date, a death, who decides in another's place, who lives where: each act that writes one of these does so
within `zeggenschap`; tests/huis/test_who_decides_is_told.py finds the one that doesn't.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from gezinnen.models import Gezin
from gezinnen.signalen import zeggenschap_verandert
from instanties.models import Gebruiker


@contextmanager
def zeggenschap(gezin_id: UUID, *, nu: datetime, door: Gebruiker | None) -> Iterator[None]:
    """What is written within may change who decides: who loses it, gets it or has it too is told when it does (T2, I8).

    To be used in the transaction of the act, with all that the change consists of inside.
    """
    luisteraars: list[tuple[Any, Any]] = zeggenschap_verandert.send(Gezin, gezin_id=gezin_id, nu=nu, door=door)
    yield
    for _luisteraar, vertel in luisteraars:
        vertel()
