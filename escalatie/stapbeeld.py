"""One step of the course as it is shown: its name, its keeper, why it was opened and when (E10)."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from core import clock
from escalatie.models import Actie, Besluit, Gebeurtenis, Modelstap, Stap, Stapreden, Stapstaat, Terugkoppeling
from escalatie.stapsoorten import Stapsoort, soort_van
from escalatie.zicht import Zicht
from termijnen.models import Termijnstaat
from toestemming.namen import Namen
from woorden.tijdwoorden import dag_kort, dag_voluit, termijnwoorden

# Begun on purpose: nothing was late.
EXPRES = {Stapreden.BUITEN_MACHT, Stapreden.EERDER, Stapreden.SPOOR, Stapreden.HOGER_NIVEAU}
# Who opened it: a person, where these say so; else the clock.
DOOR_IEMAND = {Stapreden.GEMELD, Stapreden.CRISIS, Stapreden.KAN_NIET, *EXPRES}


def stapnaam(modelstap: Modelstap) -> str:
    """'Stap 2 Managers'."""
    return _("Stap %(nummer)d %(naam)s") % {"nummer": modelstap.nummer, "naam": modelstap.naam}


def stapnaam_voor_gezin(modelstap: Modelstap) -> str:
    """The step in the family's words, as the region wrote them (schermen 7)."""
    return modelstap.naam_voor_gezin


def wie_is_aan_zet(zicht: Zicht) -> str:
    """The keeper of the open step and, when that one is away, who stands in until when (I6)."""
    if zicht.stap is None:
        return ""
    houder = wie_is_houder(zicht.stap, zicht.namen)
    if zicht.waarnemer is None:
        return houder
    return _("%(houder)s (%(vervanger)s vervangt tot en met %(dag)s)") % {
        "houder": houder,
        "vervanger": zicht.namen.van(zicht.waarnemer.gebruiker),
        "dag": dag_voluit(zicht.waarnemer.tot_en_met, clock.today()),
    }


def wie_is_houder(stap: Stap, namen: Namen) -> str:
    """The keeper with the organisation for which: 'M. Smit, Maatschappelijk Werk De Brug'."""
    if stap.houder_instelling is None and stap.houder_gemeente:
        return f"{namen.van(stap.houder)}, {_('gemeente %(naam)s') % {'naam': stap.houder_gemeente}}"
    return namen.met_werk(stap.houder, stap.houder_instelling)


@dataclass(frozen=True)
class Bellen:
    """Whom to call now: who keeps the step or stands in there, else where that one works."""

    naam: str
    telefoon: str
    mobiel: str = ""


def wie_te_bellen(zicht: Zicht) -> Bellen | None:
    """In what goes first, whom anybody but the keeper calls now (S2); None: nothing can't wait, or the reader is on turn.

    The number of where the keeper works, only for who may read where that is (I5).
    """
    stap = zicht.stap
    if stap is None or not zicht.stagnatie.gaat_voor or zicht.is_houder:
        return None
    wie = zicht.waarnemer.gebruiker if zicht.waarnemer else stap.houder
    if wie.telefoon or wie.mobiel:
        return Bellen(zicht.namen.van(wie), wie.telefoon, wie.mobiel)
    waar = stap.houder_instelling or stap.houder_gemeente
    open_nummer = waar is not None and (waar == stap.houder_gemeente or zicht.namen.kent(stap.houder_instelling))
    return Bellen(zicht.namen.van(wie), waar.telefoon if waar is not None and open_nummer else "")


@dataclass
class Stapbeeld:
    """One step of the course, with what happened in it. `stap` is None for a step that isn't reached."""

    modelstap: Modelstap
    namen: Namen
    stap: Stap | None = None
    niveau: str = ""
    # Which time at this level, where it came back.
    ronde: int = 1
    # Whether it was taken before, at whatever level.
    is_opnieuw: bool = False
    gebeurtenissen: list[Gebeurtenis] = field(default_factory=list)
    acties: list[Actie] = field(default_factory=list)
    toelichting: str = ""
    # Why the step after it was begun.
    waarom_verder: str = ""
    besluiten: list[Besluit] = field(default_factory=list)
    terugkoppelingen: list[Terugkoppeling] = field(default_factory=list)

    @property
    def fase(self) -> str:
        if self.stap is None:
            return "straks"
        return "nu" if self.stap.is_open else "voorbij"

    @property
    def titel(self) -> str:
        naam = stapnaam(self.modelstap)
        naam = f"{naam} · {self.niveau}" if self.niveau else naam
        return _("%(naam)s · ronde %(ronde)d") % {"naam": naam, "ronde": self.ronde} if self.ronde > 1 else naam

    @property
    def naam(self) -> str:
        """Without the level, for the badge."""
        return stapnaam(self.modelstap)

    @property
    def soort(self) -> Stapsoort:
        return soort_van(self.modelstap)

    @property
    def wanneer(self) -> str:
        """'uiterlijk wo 9 dec' while it is on turn, 'ma 30 nov' when it began and is over."""
        if self.stap is None:
            return ""
        nu = clock.now()
        termijn = self.stap.staptermijn
        if self.fase == "nu":
            return _("tot en met %(dag)s") % {
                "dag": termijnwoorden(termijn.loopt_af_op, nu, in_uren=termijn.in_uren).kort
            }
        begin, einde = (dag_kort(timezone.localdate(op), timezone.localdate(nu)) for op in self._van_tot())
        van_tot = begin if begin == einde else f"{begin} – {einde}"
        return _("%(van_tot)s, te laat") % {"van_tot": van_tot} if self.te_laat else van_tot

    @property
    def te_laat(self) -> bool:
        """Whether the term of this step passed without what was owed: all who see the course see that (E6)."""
        return self.stap is not None and self.stap.staptermijn.staat == Termijnstaat.NIET_GEHAALD

    def _van_tot(self) -> tuple[datetime, datetime]:
        assert self.stap is not None and self.stap.gesloten_op is not None  # noqa: S101 - only for a step that is over
        return self.stap.geopend_op, self.stap.gesloten_op

    @property
    def bijschrift(self) -> str:
        """Who keeps it, and why it was opened."""
        if self.stap is None:
            return ""
        wie = _("Aan zet: %(wie)s.") if self.fase == "nu" else _("Aan zet was: %(wie)s.")
        wie = wie % {"wie": self.houder}
        if self.stap.volgnummer == 1 and self.stap.reden != Stapreden.TERUG:
            return wie
        waarom = str(self.stap.get_reden_display())
        waarom = waarom[:1].upper() + waarom[1:]
        return f"{waarom}{' (' + _('vanzelf') + ')' if self.vanzelf else ''}. {wie}"

    @property
    def zonder_acties(self) -> str:
        """For the family, why nothing was agreed in a step that is over: too late, or help was called at once."""
        if self.acties or self.fase != "voorbij" or self.is_ingetrokken:
            return ""
        if self.waarom_verder in EXPRES:
            return _("Hier is meteen om meer hulp gevraagd.")
        te_laat = self.waarom_verder == Stapreden.NIET_VASTGELEGD
        return _("Hier kwam niet op tijd een afspraak uit.") if te_laat else ""

    @property
    def titel_voor_gezin(self) -> str:
        naam = stapnaam_voor_gezin(self.modelstap)
        if self.is_ingetrokken:
            return _("%(naam)s: niet meer nodig") % {"naam": naam}
        return _("%(naam)s, opnieuw") % {"naam": naam} if self.is_opnieuw else naam

    @property
    def is_ingetrokken(self) -> bool:
        return self.stap is not None and self.stap.staat == Stapstaat.INGETROKKEN

    @property
    def uitleg_voor_gezin(self) -> str:
        """Why this step wasn't needed after all, or was taken again: else its name says enough."""
        if self.is_ingetrokken:
            return _("Dit was niet meer nodig, omdat het op tijd bleek gedaan.")
        if self.stap is None or not self.is_opnieuw:
            return ""
        waarom = {
            Stapreden.CRISIS: _("Er is een crisis gemeld. Daarom begint dit opnieuw, met minder tijd."),
            Stapreden.VEILIGHEID: _("Het gaat om veiligheid. Daarom begint dit opnieuw, met minder tijd."),
            Stapreden.KAN_NIET: _("Iemand zei dat het besluit niet kan. Daarom wordt er opnieuw beslist."),
        }
        return waarom.get(Stapreden(self.stap.reden), _("Het is nog niet gelukt. Daarom gebeurt dit opnieuw."))

    @property
    def houder(self) -> str:
        return wie_is_houder(self.stap, self.namen) if self.stap else ""

    @property
    def vanzelf(self) -> bool:
        """Whether the clock opened this step, without anybody having to dare (E4)."""
        return self.stap is not None and self.stap.reden not in DOOR_IEMAND
