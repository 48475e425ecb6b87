"""What the people of a step may do and read: rights on the stagnatie, and the ground for the escalatiebericht (T3, E13)."""

from collections.abc import Iterable
from datetime import datetime

from escalatie.models import Houderrol, StagnatieRecht, Stap
from escalatie.permissions import verleen
from instanties.models import Gebruiker, Regio
from toestemming.actions import begin_grondslagen
from toestemming.models import Grondslag, SoortGrondslag


def geef_toegang(stappen: Iterable[Stap], *, nu: datetime, door: Gebruiker | None) -> None:
    """The keeper's rights and, from the managers' step on, the ground to read the escalatiebericht, for this step (E13)."""
    stappen = list(stappen)
    verleen(
        (stap.stagnatie_id, stap.houder_id, recht)
        for stap in stappen
        for recht in (StagnatieRecht.BEKIJKEN, StagnatieRecht.HANDELEN)
    )
    geef_grond([(stap, stap.houder) for stap in stappen], nu=nu, door=door)


def geef_grond(mensen: Iterable[tuple[Stap, Gebruiker]], *, nu: datetime, door: Gebruiker | None) -> None:
    """Doorzettingsmacht for these people, ending with the step; nothing where the region has switched it off (T3, E13)."""
    gronden = [
        Grondslag(
            gezin_id=stap.stagnatie.gezin_id,
            gebruiker=gebruiker,
            soort=SoortGrondslag.DOORZETTINGSMACHT,
            voor_object=stap.pk,
        )
        for stap, gebruiker in mensen
        if stap.modelstap.houderrol != Houderrol.COORDINATOR
    ]
    if gronden and Regio.objects.huidige().inzage_escalatiebericht:
        begin_grondslagen(gronden, nu=nu, door=door)
