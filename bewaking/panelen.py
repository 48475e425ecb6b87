"""What this room shows on the pages of others."""

from typing import Any

from django.http import HttpRequest

from bewaking import selectie
from core import clock_home


class Bewakingspaneel:
    """For the beheerder: whether the clock is held, what the last self-check found, which mails failed."""

    template = "bewaking/paneel_beheer.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any]:
        """How it is now."""
        return {
            "klok": clock_home.state(),
            "controle": selectie.controleuitkomst(),
            "mislukt": selectie.mislukte_mails().count(),
        }


class Klokwachtpaneel:
    """For everybody else: a calm line as long as the clock is held."""

    template = "bewaking/klok_wacht.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """None as long as it runs."""
        return {"je": doel.get("je", False)} if clock_home.state_on_the_page().is_held else None
