"""What this room shows on the pages of others."""

from typing import Any

from django.http import HttpRequest

from core import clock
from instanties.bevestigers import aan_mij_gevraagd, sluiten_aan_mij_gevraagd


class Rolpaneel:
    """For who may be a second person: that roles wait for a yes or no (I8)."""

    template = "instanties/paneel_rollen.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """None where nothing waits; asks nothing for who is never asked."""
        if request is None:
            return None
        gebruiker: Any = request.user
        rollen, sluiten = aan_mij_gevraagd(gebruiker, clock.now()), sluiten_aan_mij_gevraagd(gebruiker, clock.now())
        return {"aantal": len(rollen), "sluiten": len(sluiten)} if rollen or sluiten else None
