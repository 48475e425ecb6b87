"""What an act or the clock did to stagnaties: events of the course, rows of the logboek and notices, written in bulk."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from berichten.actions import Melding, meld_velen
from core.rows import insert_rows
from escalatie.models import Gebeurtenis, SoortGebeurtenis, Stagnatie, Stap
from escalatie.verwoording import WOORDEN
from escalatie.waarneming import stappen_namens
from gezinnen.waarneming import namens_wie
from instanties.models import Gebruiker
from logboek.actions import Logregelgegevens, schrijf_velen
from logboek.models import Handeling
from termijnen.models import Termijn
from toestemming import onderwerpen


class Verslag:
    """Collects what happens in one transaction and writes it with three inserts (E10, E11, X1)."""

    def __init__(self, nu: datetime, door: Gebruiker | None = None) -> None:
        self.nu = nu
        self.door = door
        self._gebeurtenissen: list[dict[str, Any]] = []
        self._meldingen: list[Melding] = []
        self._logregels: list[Logregelgegevens] = []

    def gebeurde(
        self, stagnatie: Stagnatie, soort: SoortGebeurtenis, *, stap: Stap | None = None, tekst: str = ""
    ) -> None:
        """Add one event; `tekst` holds facts of the ladder only. The stagnatie has `gezin` and `doel` loaded."""
        voor = self._voor_wie(stagnatie, stap)
        if voor:
            namens = _(" Namens %(naam)s.") % {"naam": ", ".join(wie.naam for wie in voor)}
            tekst = f"{tekst[: 500 - len(namens)]}{namens}".strip()
        self._gebeurtenissen.append(
            {
                "stagnatie_id": stagnatie.pk,
                "stap_id": stap.pk if stap else None,
                "soort": soort,
                "door_id": self.door.pk if self.door else None,
                "namens_id": voor[0].pk if voor else None,
                "op": self.nu,
                "tekst": tekst[:500],
            }
        )
        doel = stagnatie.doel
        self._logregels.append(
            Logregelgegevens(
                handeling=Handeling.WIJZIGEN if self.door else Handeling.KLOK,
                gezin_id=stagnatie.gezin_id,
                gezin_nummer=str(stagnatie.gezin.nummer),
                over_wie=doel.over_wie if doel else (),
                leefgebieden=doel.leefgebieden if doel else (),
                onderwerpen=onderwerpen.van_onderdeel(doel) if doel else (),
                object_soort="stagnatie",
                object_id=stagnatie.pk,
                melding=str(soort.label),
                gebruiker=self.door,
            )
        )

    def _voor_wie(self, stagnatie: Stagnatie, stap: Stap | None) -> list[Gebruiker]:
        """For whom this is done: the keeper of the step, else those for whom `door` acts in this family (I6)."""
        if self.door is None:
            return []
        voor = stappen_namens(self.door).get(stap.pk) if stap else None
        wie = voor[1].wie if voor else namens_wie(self.door, stagnatie.gezin_id)
        return [wie] if wie else []

    def meld(
        self,
        soort: str,
        ontvangers: Iterable[Gebruiker],
        stagnatie: Stagnatie,
        feit: object,
        *,
        spoed: bool = False,
        termijn: Termijn | None = None,
    ) -> None:
        """Tell these people, except who does it; `feit` is the id of what happened: once per fact and receiver.

        `spoed`: this time it can't wait. What asks somebody something can't either where it is about hours or safety (S2).
        `termijn`: by when something is asked.
        """
        in_uren = termijn is not None and termijn.in_uren
        spoed = spoed or (WOORDEN[soort].vraagt and (in_uren or stagnatie.gaat_voor))
        for ontvanger in ontvangers:
            if self.door and ontvanger.pk == self.door.pk:
                continue
            self._meldingen.append(
                Melding(
                    soort,
                    ontvanger,
                    sleutel=f"{soort}:{feit}",
                    gezin=stagnatie.gezin_id,
                    object_id=stagnatie.pk,
                    spoed=spoed,
                    uiterlijk_op=termijn.loopt_af_op if termijn else None,
                )
            )

    def schrijf(self) -> None:
        """Write all of it. Raises LogboekFout when the logboek can't be written."""
        insert_rows(Gebeurtenis, self._gebeurtenissen)
        schrijf_velen(self._logregels)
        meld_velen(self._meldingen, self.nu, door=self.door)
        self._gebeurtenissen, self._logregels, self._meldingen = [], [], []
