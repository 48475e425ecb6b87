"""What this room shows on the pages of others."""

from typing import Any

from django.http import HttpRequest

from core import clock
from instanties.bevestigers import aan_mij_gevraagd, sluiten_aan_mij_gevraagd, toegang_aan_mij_gevraagd
from instanties.models import Weg


class Rolpaneel:
    """For who may be a second person: that roles wait for a yes or no (I8)."""

    template = "instanties/paneel_rollen.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """None where nothing waits; asks nothing for who is never asked."""
        if request is None:
            return None
        gebruiker: Any = request.user
        rollen, sluiten = aan_mij_gevraagd(gebruiker, clock.now()), sluiten_aan_mij_gevraagd(gebruiker, clock.now())
        toegang = toegang_aan_mij_gevraagd(gebruiker, clock.now())
        if not (rollen or sluiten or toegang):
            return None
        return {"aantal": len(rollen), "sluiten": len(sluiten), "toegang": len(toegang)}


class WegenIngang:
    """On Ons plan, while there is a way into one's account that another made and nobody found right yet (I8)."""

    template = "instanties/paneel_wegen.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """None where there is nothing to look at."""
        if request is None:
            return None
        van_ander = Weg.objects.filter(gebruiker=request.user.pk, bevestigd_op__isnull=True, door__isnull=False)
        return {} if van_ander.exclude(door=request.user.pk).exists() else None
