"""What can't wait: a crisis, safety, hours; and telling at once who is there beside the keeper (S2)."""

from collections.abc import Iterable

from escalatie.actions.verslag import Verslag
from escalatie.models import StagnatieRecht, Stap
from escalatie.permissions import verleen
from instanties.models import Gebruiker


def is_dringend(stap: Stap) -> bool:
    """Whether this open step can't wait: a crisis, safety, or a term in hours (S2)."""
    return stap.stagnatie.gaat_voor or stap.staptermijn.in_uren


def waarschuw(stap: Stap, mensen: Iterable[Gebruiker], feit: object, verslag: Verslag) -> list[Gebruiker]:
    """Let these people hear at once that this can't wait, and whom to call; gives who they are, without the keeper."""
    wie = list({een.pk: een for een in mensen if een.pk != stap.houder_id}.values())
    verleen((stap.stagnatie_id, een.pk, StagnatieRecht.BEKIJKEN) for een in wie)
    verslag.meld("stagnatie_dringend", wie, stap.stagnatie, feit, spoed=True, termijn=stap.staptermijn)
    return wie
