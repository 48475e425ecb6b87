"""What a room asks of the rooms above it without knowing them: an empty place that they fill in `AppConfig.ready`.

A `Registry` holds many, each under its own key; a `Seat` holds one. Filling in the same twice is once; something else
in a place that is taken is refused at start, instead of one room silently taking the place of another. Every place
stands in the table of `docs/architectuur.md`, with the rooms that fill it, in the order in which they do.
"""

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class AlreadyTaken(Exception):
    """Two rooms filled the same place with different things."""


class Registry(Generic[K, T]):
    """Many things of one kind, each under a key, in the order in which they came."""

    def __init__(self) -> None:
        self.items: dict[K, T] = {}

    def add(self, key: K, item: T) -> None:
        """Fill in `item` under `key`. Raises AlreadyTaken where another stands there."""
        if self.items.setdefault(key, item) != item:
            raise AlreadyTaken(f"{key}: {self.items[key]!r}, {item!r}")

    def get(self, key: K) -> T | None:
        """What stands under this key; None for nothing."""
        return self.items.get(key)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items.values())

    def __len__(self) -> int:
        return len(self.items)


class Seat(Generic[T]):
    """One thing, or nothing as long as no room filled it in."""

    def __init__(self) -> None:
        self.item: T | None = None

    def fill(self, item: T) -> None:
        """Fill in `item`. Raises AlreadyTaken where another stands there."""
        if self.item not in (None, item):
            raise AlreadyTaken(f"{self.item!r}, {item!r}")
        self.item = item
