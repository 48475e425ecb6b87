"""By which other tracks of its ladder a course may go on now, and which guidelines it answers itself (E8, E15, S25)."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from escalatie.models import Modelcriterium, Modelspoor, Stagnatie, Stap, Stapstaat, Weet
from escalatie.stapsoorten import soort_van


def waarom_niet(spoor: Modelspoor, stap: Stap, gang: Iterable[Stap], *, besloten: bool) -> str:
    """Why the keeper of this open step doesn't choose this track now; empty: he may (E15).

    `gang`: the steps of this course; `besloten`: a decision was taken, which binds. In the plan each track is chosen once;
    whoever keeps a step above it may go back to it, for he is not whom it was to reach.
    """
    if spoor.pk == stap.modelstap.spoor_id:
        return _("Dit kan hier niet gekozen worden.")
    if besloten:
        return _("Er is een besluit genomen, en dat geldt. Een andere aanpak kan niet meer gekozen worden.")
    was_hier = any(rij.modelstap.spoor_id == spoor.pk and rij.staat != Stapstaat.INGETROKKEN for rij in gang)
    if was_hier and soort_van(stap.modelstap).in_plan:
        return _("Deze aanpak is al een keer gekozen. Wie hierna aan zet komt, kan er weer voor kiezen.")
    return ""


def bekend(criteria: Iterable[Modelcriterium], stagnatie: Stagnatie) -> dict[str, bool]:
    """Of these guidelines those that the course answers itself, per letter: nobody says yes to what is known not to be so."""
    return {rij.letter: False for rij in criteria if rij.weet == Weet.GAAT_VOOR and stagnatie.gaat_voor}
