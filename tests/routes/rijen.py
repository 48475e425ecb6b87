"""What a row of the route × role matrix is. Each app has its rows in tests/routes/<app>.py, as `RIJEN`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.cast import Cast

BUITENSTAANDER = "buitenstaander"
NAAR_INLOGGEN = 302
# A form with errors goes to the page that shows them.
KWAM_TERUG = 303
LEIDT_VERDER = 302
GEDAAN = (302, 303)

Waarden = Callable[[Any], dict[str, Any]]


def geen(_wereld: Any) -> dict[str, Any]:
    """Nothing to fill in."""
    return {}


@dataclass(frozen=True, kw_only=True)
class Rij:
    """Who gets what at one URL name.

    `get` and `post`: status per role (a field of the cast: "coordinator", "moeder", "buitenstaander", ...). Everyone who
    isn't named gets `rest`. `post` None: a page that takes none. `get` None: a bare button; a GET leads who may press it to
    where it stands, and is refused to everyone else as the press is.
    `kwargs` and `data` are asked for each request, with the `wereld` that the app's rows were made for.
    `anoniem`: the status for who isn't logged in (`anoniem_post` where a POST differs); 302 must lead to the login, or
    for a page that needs no account to `anoniem_naar`.
    """

    get: dict[str, int] | None = None
    post: dict[str, int] | None = None
    rest: int = 404
    rest_post: int | None = None
    kwargs: Waarden = geen
    data: Waarden = geen
    query: Waarden = geen
    anoniem: int = NAAR_INLOGGEN
    anoniem_post: int | None = None
    anoniem_naar: Callable[[Any], str] | None = None
    # Pages of one family must leave a row in the logboek that says so (X1).
    gelogd: bool = field(default=True)

    def __post_init__(self) -> None:
        if self.get is None and self.post is not None:
            leads_on = {wie: LEIDT_VERDER if status in GEDAAN else status for wie, status in self.post.items()}
            object.__setattr__(self, "get", leads_on)


def cast_zelf(cast: Cast) -> Cast:
    """The `wereld` of an app that needs nothing beside the cast."""
    return cast
