"""What a row of the route × role matrix is. Each app has its rows in tests/routes/<app>.py, as `RIJEN`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.cast import Cast

BUITENSTAANDER = "buitenstaander"
NAAR_INLOGGEN = 302
# A form with errors goes to the page that shows them.
KWAM_TERUG = 303

Waarden = Callable[[Any], dict[str, Any]]


def geen(_wereld: Any) -> dict[str, Any]:
    """Nothing to fill in."""
    return {}


@dataclass(frozen=True, kw_only=True)
class Rij:
    """Who gets what at one URL name.

    `get` and `post`: status per role (a field of the cast: "coordinator", "moeder", "buitenstaander", ...). None: that
    method isn't offered, and a person who may see the page gets 405. Everyone who isn't named gets `rest`.
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


def cast_zelf(cast: Cast) -> Cast:
    """The `wereld` of an app that needs nothing beside the cast."""
    return cast
