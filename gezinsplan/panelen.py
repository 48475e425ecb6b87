"""What this room adds to the pages of the rooms below it."""

from typing import Any

from django.http import HttpRequest


class BeheerPaneel:
    """On the beheerder's first page: the way to how often was spoken without a family (T4)."""

    template = "gezinsplan/paneel_beheer.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        return {}
