"""What this room shows on the pages of others."""

from typing import Any

from django.http import HttpRequest

from core import clock
from werklijst import selectie


class Klokpaneel:
    """For the beheerder: whether the clock runs, and which terms it couldn't handle (E9)."""

    template = "werklijst/paneel_klok.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any]:
        """How the clock is doing now."""
        return {"klok": selectie.kloktoestand(clock.now())}
