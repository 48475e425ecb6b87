"""The step terms of the ladder in use and the longest ones without a reason, as the region reads and changes them (E7, E8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from escalatie.models import Escalatiemodel, LangsteTermijn, Modelstap, Oorzaak
from termijnen.kalender import huidige_kalender, verloopt_op
from woorden.duur import Duur, Eenheid

SOORTEN = {
    "gesprek": gettext_lazy("gesprek voeren of plannen"),
    "vooruit": gettext_lazy("zo ver vooruit mag het gesprek gepland worden"),
    "vastleggen": gettext_lazy("vastleggen wat er gebeurt"),
    "spoed": gettext_lazy("vastleggen bij crisis of veiligheid"),
}


@dataclass(frozen=True)
class Laddertermijn:
    """One of the lengths of a step: which, and what it is about in words."""

    stap: Modelstap
    soort: str
    verplicht = True

    @property
    def woorden(self) -> str:
        """'Stap 2, Managers: vastleggen wat er gebeurt', with the track where there is one."""
        zin = _("Stap %(nummer)d, %(naam)s: %(soort)s")
        zin %= {"nummer": self.stap.nummer, "naam": self.stap.naam, "soort": SOORTEN[self.soort]}
        return f"{self.stap.spoor.naam}. {zin}" if self.stap.spoor else zin

    @property
    def sleutel(self) -> str:
        """What names it in a form, and among what is changed."""
        return f"stap_{self.stap.pk}_{self.soort}"

    @property
    def duur(self) -> Duur | None:
        return Duur(getattr(self.stap, f"{self.soort}_aantal"), Eenheid(getattr(self.stap, f"{self.soort}_eenheid")))

    @property
    def rij(self) -> Modelstap:
        """The row in which it stands."""
        return self.stap

    def wordt(self, duur: Duur) -> None:
        """Set it on the row, which the caller saves."""
        setattr(self.stap, f"{self.soort}_aantal", duur.aantal)
        setattr(self.stap, f"{self.soort}_eenheid", duur.eenheid)


@dataclass(frozen=True)
class Maximum:
    """How long a step term may be without a reason: for one cause, or (`oorzaak` empty) for all that has none of its own."""

    rij: LangsteTermijn

    @property
    def verplicht(self) -> bool:
        return not self.rij.oorzaak

    @property
    def woorden(self) -> str:
        if not self.rij.oorzaak:
            return _("Langste termijn zonder reden")
        return _("Langste termijn zonder reden, als %(oorzaak)s") % {"oorzaak": Oorzaak(self.rij.oorzaak).label}

    @property
    def sleutel(self) -> str:
        """What names it in a form, and among what is changed."""
        return f"langste_{self.rij.oorzaak}"

    @property
    def duur(self) -> Duur | None:
        """None: this cause has none of its own."""
        return self.rij.duur if self.rij.aantal else None

    def wordt(self, duur: Duur) -> None:
        """Set it on the row, which the caller saves."""
        self.rij.aantal, self.rij.eenheid = duur.aantal, duur.eenheid


def grens(oorzaak: str, van: datetime, **model: Any) -> datetime | None:
    """Until when a term from `van` on may run without a reason, for this cause on this ladder (E7)."""
    rijen = LangsteTermijn.objects.filter(oorzaak__in=["", oorzaak], **model).order_by("-oorzaak")
    gevonden = rijen.first()
    return verloopt_op(van, gevonden.duur, huidige_kalender()) if gevonden else None


def langste_van_afspraak(van: datetime) -> datetime | None:
    """Until when an afspraak that is late may be put off at most, on the ladder in use (E7, E12)."""
    return grens(Oorzaak.AFSPRAAK_NIET_NAGEKOMEN, van, model__actief=True)


def in_gebruik() -> list[Laddertermijn | Maximum]:
    """Of the ladder by which what gets stuck now goes, in order; a length that a step doesn't have is left out."""
    stappen = Modelstap.objects.filter(model__actief=True).select_related("spoor").order_by("spoor__nummer", "nummer")
    van_stappen = [
        Laddertermijn(stap, soort) for stap in stappen for soort in SOORTEN if getattr(stap, f"{soort}_aantal")
    ]
    return [*van_stappen, *_maxima()]


def _maxima() -> list[Maximum]:
    model = Escalatiemodel.objects.prefetch_related("langste_termijnen").get(actief=True)
    rijen = {rij.oorzaak: rij for rij in model.langste_termijnen.all()}
    return [
        Maximum(rijen.get(oorzaak) or LangsteTermijn(model=model, oorzaak=oorzaak)) for oorzaak in ("", *Oorzaak.values)
    ]


def in_woorden(termijnen: Iterable[Laddertermijn | Maximum]) -> dict[str, str]:
    """Each that there is, with how long it is."""
    return {termijn.woorden: str(termijn.duur) for termijn in termijnen if termijn.duur is not None}
