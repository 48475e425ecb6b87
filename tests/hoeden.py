"""A family without a coordinator, which no act makes: what the rules around it must bear."""

from gezinnen.actions.houden import houdt_signaal
from gezinnen.models import Coordinatorschap


def zonder_coordinator(nu, **welke):
    """Nobody coordinates any more; who did, holds the family as signaalhouder (S10)."""
    for schap in Coordinatorschap.objects.huidig().filter(**welke).select_related("gezin", "gebruiker", "instelling"):
        schap.tot = nu
        schap.save(update_fields=["tot"])
        houdt_signaal(schap.gezin, schap.gebruiker, schap.instelling, nu=nu)
