"""Where the clock is at home. In any other database it is held, until the beheerder lets it run (ADR 0014).

A copy that was put back holds terms that passed since, and mails that may have gone out already. It has another identity
than the database it was taken of: another server, or on the same server another number. So the clock notices by itself;
no setting can be forgotten. What acts of its own accord (the tick, the sending of mails) asks here first; pages go on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import F, JSONField
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from core import geheugen
from core.models import Klokplaats

TERUGGEZET = "Deze database is een kopie van een andere: zij is teruggezet."

SLEUTEL = "klokstand"

# An app's own rights are enough for this. No row: nothing ever ran here.
_VRAAG = """
    SELECT (SELECT system_identifier FROM pg_control_system()) || '/' || base.oid,
        thuis.plaats, thuis.vastgehouden_op, thuis.reden, thuis.gewacht_op
    FROM pg_database base LEFT JOIN core_klokplaats thuis ON thuis.id = 1
    WHERE base.datname = current_database()
"""


@dataclass(frozen=True)
class Stand:
    """`hier` is the identity of this database, `thuis` the one where the clock ran ("" before its first tick)."""

    hier: str
    thuis: str
    vastgehouden_op: datetime | None
    reden: str
    gewacht_op: datetime | None

    @property
    def teruggezet(self) -> bool:
        """Whether this database is a copy of the one in which the clock ran."""
        return bool(self.thuis) and self.thuis != self.hier

    @property
    def vast(self) -> bool:
        return self.teruggezet or self.vastgehouden_op is not None

    @property
    def waarom(self) -> str:
        """Why it is held, in words for the beheerder; "" when it isn't."""
        return self.reden or (TERUGGEZET if self.teruggezet else "")


def stand() -> Stand:
    """How it is now; one question to the database."""
    with connection.cursor() as cursor:
        cursor.execute(_VRAAG)
        hier, thuis, op, reden, gewacht_op = cursor.fetchone()
    return Stand(hier, thuis or "", op, reden or "", gewacht_op)


def mee() -> RawSQL:
    """The same, to come along with another question of a page; give what came to `onthoud`."""
    namen = "hier, plaats, vastgehouden_op, reden, gewacht_op"
    return RawSQL(  # noqa: S611 - nothing in it comes from outside
        f"(SELECT jsonb_build_array({namen}) FROM ({_VRAAG}) AS stand({namen}))",  # noqa: S608
        (),
        output_field=JSONField(),
    )


def onthoud(gevonden: Sequence[Any]) -> None:
    """For the rest of this request: how it stands, as it came along."""
    hier, thuis, op, reden, gewacht_op = gevonden
    geheugen.onthoud(SLEUTEL, lambda: Stand(hier, thuis or "", _moment(op), reden or "", _moment(gewacht_op)))


def stand_op_de_bladzijde() -> Stand:
    """How it is now, asked once per request."""
    return geheugen.onthoud(SLEUTEL, stand)


def _moment(tekst: str | None) -> datetime | None:
    return datetime.fromisoformat(tekst) if tekst else None


def wacht(nu: datetime) -> bool:
    """Whether what acts of its own accord must wait; notes that it waited. The first one ever makes this its home."""
    nu_hier = stand()
    if not nu_hier.thuis:
        Klokplaats.objects.bulk_create([Klokplaats(pk=1, plaats=nu_hier.hier)], ignore_conflicts=True)
        return False
    if not nu_hier.vast:
        return False
    Klokplaats.objects.filter(pk=1).update(
        vastgehouden_op=Coalesce(F("vastgehouden_op"), nu), reden=nu_hier.waarom, gewacht_op=nu
    )
    return True


def houd_vast(reden: str, nu: datetime) -> None:
    """Let the clock wait from now on, also where it never ran yet."""
    Klokplaats.objects.bulk_create([Klokplaats(pk=1, plaats=stand().hier)], ignore_conflicts=True)
    Klokplaats.objects.filter(pk=1).update(vastgehouden_op=nu, reden=reden[:300])


def laat_los() -> bool:
    """Make this database the clock's home and let it run; False when it wasn't held."""
    nu_hier = stand()
    if not nu_hier.vast:
        return False
    Klokplaats.objects.filter(pk=1).update(plaats=nu_hier.hier, vastgehouden_op=None, reden="", gewacht_op=None)
    return True
