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

from core import memo
from core.models import ClockHome

PUT_BACK = "Deze database is een kopie van een andere: zij is teruggezet."

KEY = "klokstand"

# An app's own rights are enough for this. No row: nothing ever ran here.
_QUERY = """
    SELECT (SELECT system_identifier FROM pg_control_system()) || '/' || base.oid,
        thuis.plaats, thuis.vastgehouden_op, thuis.reden, thuis.gewacht_op
    FROM pg_database base LEFT JOIN core_klokplaats thuis ON thuis.id = 1
    WHERE base.datname = current_database()
"""


@dataclass(frozen=True)
class ClockState:
    """`here` is the identity of this database, `home` the one where the clock ran ("" before its first tick)."""

    here: str
    home: str
    held_at: datetime | None
    reason: str
    waited_at: datetime | None

    @property
    def was_put_back(self) -> bool:
        """Whether this database is a copy of the one in which the clock ran."""
        return bool(self.home) and self.home != self.here

    @property
    def is_held(self) -> bool:
        return self.was_put_back or self.held_at is not None

    @property
    def why(self) -> str:
        """Why it is held, in words for the beheerder; "" when it isn't."""
        return self.reason or (PUT_BACK if self.was_put_back else "")


def state() -> ClockState:
    """How it is now; one question to the database."""
    with connection.cursor() as cursor:
        cursor.execute(_QUERY)
        here, home, at, reason, waited_at = cursor.fetchone()
    return ClockState(here, home or "", at, reason or "", waited_at)


def along() -> RawSQL:
    """The same, to come along with another question of a page; give what came to `onthoud`."""
    names = "hier, plaats, vastgehouden_op, reden, gewacht_op"
    return RawSQL(  # noqa: S611 - nothing in it comes from outside
        f"(SELECT jsonb_build_array({names}) FROM ({_QUERY}) AS stand({names}))",  # noqa: S608
        (),
        output_field=JSONField(),
    )


def remember(found: Sequence[Any]) -> None:
    """For the rest of this request: how it stands, as it came along."""
    here, home, at, reason, waited_at = found
    memo.remember(KEY, lambda: ClockState(here, home or "", _moment(at), reason or "", _moment(waited_at)))


def state_on_the_page() -> ClockState:
    """How it is now, asked once per request."""
    return memo.remember(KEY, state)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def must_wait(now: datetime) -> bool:
    """Whether what acts of its own accord must wait; notes that it waited. The first one ever makes this its home."""
    current = state()
    if not current.home:
        ClockHome.objects.bulk_create([ClockHome(pk=1, place=current.here)], ignore_conflicts=True)
        return False
    if not current.is_held:
        return False
    ClockHome.objects.filter(pk=1).update(held_at=Coalesce(F("held_at"), now), reason=current.why, waited_at=now)
    return True


def hold(reason: str, now: datetime) -> None:
    """Let the clock wait from now on, also where it never ran yet."""
    ClockHome.objects.bulk_create([ClockHome(pk=1, place=state().here)], ignore_conflicts=True)
    ClockHome.objects.filter(pk=1).update(held_at=now, reason=reason[:300])


def release() -> bool:
    """Make this database the clock's home and let it run; False when it wasn't held."""
    current = state()
    if not current.is_held:
        return False
    ClockHome.objects.filter(pk=1).update(place=current.here, held_at=None, reason="", waited_at=None)
    return True
