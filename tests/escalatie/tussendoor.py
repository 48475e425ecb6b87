"""What is asked in between, in the state machine of the ladder: objections, confirmations, the navraag on an action (E15)."""

import contextlib
from datetime import timedelta

from django.db.models import F
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from core.errors import RuleError
from escalatie import actions
from escalatie.models import Actie, Actieverzoek, Oplossing, SoortTussenvraag, Tussenvraag
from instanties.models import Verzoekstaat
from termijnen.models import Gevraagd

KEUS = st.integers(0, 7)


class Tussendoor:
    """Rules beside the machine's own; it gives `cast`, `vast`, `nu`, `stap` and `een`."""

    @rule(keus=KEUS, wie=st.sampled_from(["moeder", "mentor", "coordinator", "manager"]))
    def te_lang(self, keus: int, wie: str) -> None:
        if stap := self.stap(keus):
            with contextlib.suppress(RuleError):
                actions.maak_bezwaar(stap, door=getattr(self.cast, wie), nu=self.nu, tekst="Het duurt te lang")

    @rule(keus=KEUS, ja=st.booleans(), dagen=st.integers(1, 12))
    def een_tussenvraag_beantwoord(self, keus: int, ja: bool, dagen: int) -> None:
        wacht = Tussenvraag.objects.filter(staat=Verzoekstaat.WACHT).select_related("termijn", "actie__stap")
        vraag = self.een(wacht, keus)
        if vraag is None:
            return
        with contextlib.suppress(RuleError):
            if vraag.soort == SoortTussenvraag.WAS_GEDAAN:
                actions.bevestig_gedaan(vraag, ja, door=self.cast.moeder, nu=self.nu)
            elif vraag.soort == SoortTussenvraag.TE_LANG:
                wie = Gevraagd.objects.filter(termijn=vraag.termijn).order_by("pk").first()
                naar = self.nu + timedelta(days=dagen) if ja else None
                if wie is not None:
                    actions.beslis_bezwaar(vraag, naar, door=wie.gebruiker, nu=self.nu, uitleg="Daarom")
            elif vraag.soort == SoortTussenvraag.ACTIE_GEDAAN and not ja:
                actions.meld_niet_gedaan(vraag.actie, door=self.cast.mentor, nu=self.nu)

    @rule(keus=KEUS, wie=st.sampled_from(["mentor", "coordinator"]))
    def op_tijd_gedaan_en_later_gezegd(self, keus: int, wie: str) -> None:
        if actie := self.een(Actie.objects.select_related("stap", "termijn"), keus):
            gebeurd_op = min(self.nu, actie.termijn.loopt_af_op).date()
            with contextlib.suppress(RuleError):
                actions.meld_uitgevoerd(actie, door=getattr(self.cast, wie), nu=self.nu, gebeurd_op=gebeurd_op)

    @rule(keus=KEUS, ja=st.booleans(), wie=st.sampled_from(["mentor", "moeder", "coordinator", "manager_school"]))
    def ja_of_kan_niet(self, keus: int, ja: bool, wie: str) -> None:
        """Of an action that is asked, in time or after it; also by who may not (E4)."""
        actie = self.een(Actie.objects.select_related("stap").order_by("pk"), keus)
        if actie is None:
            return
        door = {"door": getattr(self.cast, wie), "nu": self.nu, "hoe": "gebeld"}
        with contextlib.suppress(RuleError):
            if ja:
                actions.zeg_ja_tegen_actie(actie, **door)
            else:
                actions.zeg_kan_niet_tegen_actie(actie, reden="Dat lukt niet", **door)

    @rule()
    def een_vink_terug(self) -> None:
        """E14: what was withdrawn for a wrong tick stands where it stood, unless the same is open already."""
        actions.heropen_ingetrokken(self.vast.afspraak, sinds=self.vast.nu, nu=self.nu, door=self.cast.coordinator)

    @invariant()
    def niemand_sluit_alleen(self) -> None:
        """E15: who reported it never recorded the yes as well; nor did the missing party report it."""
        zelf = Oplossing.objects.filter(staat=Verzoekstaat.JA, beantwoord_door=F("door"))
        assert not zelf.exists(), "who reported it solved said yes to it too"
        gevraagd = Actieverzoek.objects.filter(staat=Verzoekstaat.JA, beantwoord_door=F("door"), hoe_gezegd="")
        assert not gevraagd.exists(), "who asked for an action said yes to it too"
        eigen = Oplossing.objects.filter(door=F("stagnatie__partij__gebruiker"))
        assert not eigen.exists(), "the missing party reported its own share solved"
