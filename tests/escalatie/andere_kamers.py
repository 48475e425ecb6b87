"""What happens in the rooms below while the ladder runs, as rules of its state machine: plan, consent, flags, birthdays.

So every kind of term runs there, beside those of the ladder (E9).
"""

import contextlib
from datetime import datetime, timedelta

from django.utils.timezone import localdate
from hypothesis import strategies as st
from hypothesis.stateful import rule

from core.errors import NotAllowed, RuleError
from gezinsplan import actions as plan
from gezinsplan.models import Antwoord, Doel, Gesprek, Navraag
from instanties.models import Leefgebied
from tests.cast import Cast
from tests.toestemming.verhaal import Verhaal, daad
from woorden.duur import Duur, Eenheid

# The clock is the machine's own; who stops has tests of his own, for the machine's people act on.
DADEN = daad.filter(lambda wat: wat[0] not in ("later", "stopt"))
DOENERS = ("mentor_in_gezin", "behandelaar_in_gezin", "oma", "moeder_in_gezin")


class AndereKamers:
    """The rules; `cast` and `nu` are the machine's."""

    cast: Cast
    nu: datetime

    def begin_verhaal(self) -> None:
        """From here on the family has a story too."""
        self.verhaal = Verhaal(self.cast, [(["moeder_in_gezin"], [Leefgebied.VERSLAVING])] * 6)

    def eerste(self, rijen, keus: int):
        rijen = list(rijen.order_by("pk"))
        return rijen[keus % len(rijen)] if rijen else None

    @rule(wie=st.sampled_from(DOENERS), dagen=st.integers(1, 12))
    def een_nieuwe_afspraak(self, wie: str, dagen: int) -> None:
        doel = Doel.objects.filter(plan__gezin=self.cast.gezin, staat="loopt").order_by("pk").first()
        gegevens = plan.AfspraakGegevens(
            "Iets", [getattr(self.cast, wie).pk], localdate(self.nu), Duur(dagen, Eenheid.DAG)
        )
        door = self.cast.gezin.coordinatorschappen.huidig().get().gebruiker
        with contextlib.suppress(RuleError):
            plan.voeg_afspraak_toe(doel, gegevens, nu=self.nu, door=door)

    @rule(keus=st.integers(0, 7), antwoord=st.sampled_from(list(Antwoord)))
    def navraag_beantwoord(self, keus: int, antwoord: Antwoord) -> None:
        if navraag := self.eerste(Navraag.objects.filter(staat="open"), keus):
            dag = localdate(self.nu)
            gegeven = plan.Navraagantwoord(
                antwoord,
                toelichting="Zo ging het",
                gebeurd_op=dag,
                nieuwe_dag=dag + timedelta(days=5),
                hoe_gehoord="Bel",
            )
            door = self.cast.gezin.coordinatorschappen.huidig().get().gebruiker
            with contextlib.suppress(RuleError, NotAllowed):
                plan.beantwoord_navraag(navraag, gegeven, nu=self.nu, door=door)

    @rule(keus=st.integers(0, 7))
    def gesprek_gevoerd(self, keus: int) -> None:
        if gesprek := self.eerste(Gesprek.objects.filter(staat="open"), keus):
            door = self.cast.gezin.coordinatorschappen.huidig().get().gebruiker
            with contextlib.suppress(RuleError, NotAllowed):
                plan.leg_gesprek_vast(
                    gesprek, "Zo doen we het", localdate(self.nu), nieuwe_dag=None, nu=self.nu, door=door
                )

    @rule(wat=DADEN)
    def iets_in_het_gezin(self, wat: tuple) -> None:
        """One act of the story of consent: a talk, a signature, taking back, a flag, a birth date."""
        self.verhaal.nu = self.nu
        self.verhaal.doe(*wat)
