"""Letting an instelling or gemeente stop, or go on at another: asked by one, and done by the yes of the first who may say it (I8)."""

from instanties import bevestigers
from instanties.actions import beantwoord_sluiten, sluit_gemeente, sluit_instelling
from instanties.models import Gemeente


def fuseer(organisatie, opvolger, *, nu, door):
    """Give the question that was answered. `opvolger` None: all of it ends."""
    sluit = sluit_gemeente if isinstance(organisatie, Gemeente) else sluit_instelling
    verzoek = sluit(organisatie, opvolger=opvolger, nu=nu, door=door)
    return beantwoord_sluiten(verzoek, True, nu=nu, door=bevestigers.tweeden([verzoek], nu).van(verzoek)[0])
