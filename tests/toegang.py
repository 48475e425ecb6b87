"""A new way into an account in use of somebody who works here: asked by one, done by the yes of the first who may say it (I8)."""

from instanties import bevestigers
from instanties.actions import beantwoord_nieuwe_toegang, begin_opnieuw, vraag_nieuwe_toegang


def opnieuw(wie, *, nu, door):
    """Take password and second step away; of somebody of a family without a question."""
    if not wie.is_professional:
        begin_opnieuw(wie, nu=nu, door=door)
        return
    verzoek = vraag_nieuwe_toegang(wie, nu=nu, door=door)
    beantwoord_nieuwe_toegang(verzoek, True, nu=nu, door=bevestigers.tweeden([verzoek], nu).van(verzoek)[0])
