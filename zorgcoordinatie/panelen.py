"""What this room shows on the pages of others."""

from typing import Any

from django.http import HttpRequest

from core import clock
from zorgcoordinatie.selectie import aan_mij_gevraagd, vastgehouden


class Signaalpaneel:
    """On Mijn werk: the signals that wait for this person, and the families that one holds until they have a coordinator."""

    template = "zorgcoordinatie/paneel.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """None where nothing waits."""
        if request is None:
            return None
        wachten = list(aan_mij_gevraagd(request.user, clock.now()))
        houdt = vastgehouden(request.user).count()
        if not wachten and not houdt:
            return None
        return {
            "aantal": len(wachten),
            "eerste": wachten[0].uiterlijk_op if wachten else None,
            "te_laat": sum(rij.is_te_laat(clock.now()) for rij in wachten),
            "houdt": houdt,
        }
