"""How a row goes from one state to another: a table per model, and the only way in which a state is written.

Whoever does the act asks first, in words that people read, whether it may be done now (a RuleError). What gets here and
isn't in the table is a mistake of ours, so it is no RuleError.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Generic, TypeVar

from django.db import models

S = TypeVar("S", bound=models.TextChoices)


class NoSuchMove(ValueError):
    """The table doesn't let a row go from its state to this one."""


class Moves(Generic[S]):
    """Which states may follow which, of one model; a state that isn't named is an end.

    Rows are locked, and as they were read under that lock, by whoever calls.
    """

    def __init__(self, table: Mapping[S, Collection[S]]) -> None:
        self.table: Mapping[str, Collection[S]] = {str(old): new for old, new in table.items()}

    def may(self, state: str, to: S) -> bool:
        """Whether a row in `state` may go to `to`."""
        return to in self.table.get(state, ())

    def move(self, to: S, *rows: Any) -> None:
        """Put these rows in state `to`; the caller saves them with what else the act changes. Raises NoSuchMove."""
        for row in rows:
            if not self.may(row.staat, to):
                raise NoSuchMove(f"{type(row).__name__}: {row.staat} → {to}")
            row.staat = to

    def move_and_save(self, to: S, rows: Sequence[models.Model], **fields: Any) -> None:
        """The same for many rows, saved here with the same `fields` for all: one question. Raises NoSuchMove."""
        self.move(to, *rows)
        if rows:
            type(rows[0])._default_manager.filter(pk__in=[row.pk for row in rows]).update(staat=to, **fields)

    def move_all(self, to: S, rows: models.QuerySet[Any], **fields: Any) -> int:
        """Put those of `rows` that may go there in state `to`; returns how many did. One question."""
        return rows.filter(staat__in=[old for old, new in self.table.items() if to in new]).update(staat=to, **fields)
