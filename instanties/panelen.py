"""What this room shows on the pages of others."""

from typing import Any

from django.http import HttpRequest

from core import clock
from instanties.bevestigers import aan_mij_gevraagd


class Rolpaneel:
    """For who may be a second person: that roles wait for a yes or no (I8)."""

    template = "instanties/paneel_rollen.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """None where nothing waits; asks nothing for who is never asked."""
        wachten = aan_mij_gevraagd(request.user, clock.now()) if request is not None else []  # type: ignore[arg-type]
        return {"aantal": len(wachten)} if wachten else None
