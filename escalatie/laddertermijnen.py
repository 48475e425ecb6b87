"""The step terms of the ladder in use, as the region reads and changes them (E7, E8)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from escalatie.models import Modelstap
from woorden.duur import Duur, Eenheid

SOORTEN = {
    "gesprek": gettext_lazy("gesprek voeren of plannen"),
    "vastleggen": gettext_lazy("vastleggen wat er gebeurt"),
    "spoed": gettext_lazy("vastleggen bij crisis of veiligheid"),
}


@dataclass(frozen=True)
class Laddertermijn:
    """One of the lengths of a step: which, and what it is about in words."""

    stap: Modelstap
    soort: str

    @property
    def woorden(self) -> str:
        """'Stap 2, Managers: vastleggen wat er gebeurt', with the track where there is one."""
        zin = _("Stap %(nummer)d, %(naam)s: %(soort)s")
        zin %= {"nummer": self.stap.nummer, "naam": self.stap.naam, "soort": SOORTEN[self.soort]}
        return f"{self.stap.spoor.naam}. {zin}" if self.stap.spoor else zin

    @property
    def duur(self) -> Duur:
        return Duur(getattr(self.stap, f"{self.soort}_aantal"), Eenheid(getattr(self.stap, f"{self.soort}_eenheid")))

    def wordt(self, duur: Duur) -> None:
        """Set it on the step, which the caller saves."""
        setattr(self.stap, f"{self.soort}_aantal", duur.aantal)
        setattr(self.stap, f"{self.soort}_eenheid", duur.eenheid)

    def veld(self, deel: str) -> str:
        """The field of a form for a part of it: `aantal` or `eenheid`."""
        return f"stap_{self.stap.pk}_{self.soort}_{deel}"


def in_gebruik() -> list[Laddertermijn]:
    """Of the ladder by which what gets stuck now goes, in order; a length that a step doesn't have is left out."""
    stappen = Modelstap.objects.filter(model__actief=True).select_related("spoor").order_by("spoor__nummer", "nummer")
    return [Laddertermijn(stap, soort) for stap in stappen for soort in SOORTEN if getattr(stap, f"{soort}_aantal")]


def in_woorden(termijnen: Iterable[Laddertermijn]) -> dict[str, str]:
    """Each with how long it is."""
    return {termijn.woorden: str(termijn.duur) for termijn in termijnen}
