"""What weighs more goes first: a crisis or a matter of safety raises what is open about the same (E1).

It is never refused because something else was reported. There stays one course about it: its class, its term and its place in every
list change, its keeper doesn't, and everybody is told.
"""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from escalatie.actions.stappen import zet_door
from escalatie.models import Klasse, Oorzaak, Oplossing, Stagnatie, Stap, Stapreden
from gezinsplan.signalen import VEILIGHEID, Gemist
from instanties.actions.verzoeken import laat_vervallen
from instanties.models import Gebruiker, Verzoekstaat
from termijnen import actions as termijnen
from termijnen.models import Termijn, Termijnstaat

_REDEN = {Klasse.CRISIS: Stapreden.CRISIS, Klasse.VEILIGHEID: Stapreden.VEILIGHEID}


def klasse_van_oorzaak(oorzaak: str) -> Klasse:
    """The class of what is reported with this cause."""
    return Klasse.CRISIS if oorzaak == Oorzaak.CRISIS else Klasse.GEWOON


def klasse_van_gemist(gemist: Gemist) -> Klasse:
    """The class of what was missed."""
    return Klasse.VEILIGHEID if gemist.reden == VEILIGHEID else Klasse.GEWOON


def is_nieuw(stagnatie: Stagnatie, klasse: Klasse) -> bool:
    """Whether this weighs more than the ordinary, and isn't what is known here already."""
    return klasse not in (Klasse.GEWOON, stagnatie.klasse)


def is_iets_anders(stagnatie: Stagnatie, klasse: Klasse, toelichting: str) -> bool:
    """Whether what is reported goes first and nobody said it here before, in these words: a second crisis is another one."""
    gezegd = stagnatie.toelichting == toelichting and stagnatie.klasse == klasse
    return klasse != Klasse.GEWOON and not (
        gezegd or Stap.objects.filter(stagnatie=stagnatie, reden=_REDEN[klasse], toelichting=toelichting).exists()
    )


def verhoog(
    stappen: Mapping[Stap, Klasse], *, nu: datetime, door: Gebruiker | None = None, toelichting: str = ""
) -> list[Stap]:
    """Let these open steps, locked with their stagnaties, begin again by their class; gives the new ones.

    Never later than the term that ran. A question whether it is solved, lapses.
    """
    stagnaties = {stap.stagnatie.pk: stap.stagnatie for stap in stappen}
    gevraagd = Oplossing.objects.filter(stagnatie__in=stagnaties, staat=Verzoekstaat.WACHT)
    wachtend = list(Termijn.objects.filter(oplossing__in=gevraagd))
    termijnen.beeindig(wachtend, Termijnstaat.VERVALLEN, nu=nu, door=door, reden=_("er is iets dat voorgaat"))
    laat_vervallen(gevraagd)
    per_klasse: dict[Klasse, list[Stap]] = {}
    for stap, klasse in stappen.items():
        per_klasse.setdefault(klasse, []).append(stap)
        stap.stagnatie.klasse = max(klasse, stap.stagnatie.klasse)
    Stagnatie.objects.bulk_update(stagnaties.values(), ["klasse"])
    return [
        nieuw
        for klasse, groep in per_klasse.items()
        for nieuw in zet_door(groep, _REDEN[klasse], nu=nu, door=door, toelichting=toelichting)
    ]
