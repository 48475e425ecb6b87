"""How consent stands in one family: each line with who signed and who still must, and who is asked what (T1, T2).

Loaded once for a page, in one query. What a gezinslid reads of it says `van_lid`.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import OuterRef, UUIDField

from core.kept_queries import Rows, Slot, kept
from core.mee import Meegevraagd
from gezinnen.models import Deelnemer, Gezin
from toestemming import kring as kringen
from toestemming import onderwerpen
from toestemming.kring import Kring
from toestemming.models import (
    Antwoord,
    Bereik,
    Handtekening,
    Hoedanigheid,
    Poging,
    Toestemming,
    Toestemmingstaat,
    Weigering,
)
from toestemming.namen import Namen, namen_voor
from toestemming.ondertekenaars import Ondertekenaars, ondertekenaars, te_tekenen_door
from toestemming.teksten import nee_in_woorden, onderwerp_in_woorden, ontvanger_in_woorden
from toestemming.zicht import Blik

# State → the shape of its badge, and the tone.
BADGES = {
    Toestemmingstaat.GEVRAAGD: ("gevraagd", "info"),
    Toestemmingstaat.GELDIG: ("gehaald", "goed"),
    Toestemmingstaat.GEWEIGERD: ("niet_gehaald", "stil"),
    Toestemmingstaat.INGETROKKEN: ("niet_meer_nodig", "stil"),
    Toestemmingstaat.VERLOPEN: ("niet_meer_nodig", "stil"),
}
GEEN_ANTWOORD_MEER = (Toestemmingstaat.INGETROKKEN, Toestemmingstaat.VERLOPEN)


@dataclass
class Toestemmingsbeeld:
    """One line with its signatures."""

    toestemming: Toestemming
    nodig: Ondertekenaars
    # Who may sign it on this day, each with the capacity: who must now, or within a month.
    mag: dict[uuid.UUID, Hoedanigheid]
    getekend: list[Handtekening]
    # Of everybody who may have to sign.
    namen: dict[uuid.UUID, str]
    # How this reader names instellingen; None: all of them by name.
    lezer: Namen | None = None

    @property
    def wat(self) -> str:
        return onderwerp_in_woorden(self.toestemming)

    @property
    def badge(self) -> str:
        return BADGES[Toestemmingstaat(self.toestemming.staat)][0]

    @property
    def toon(self) -> str:
        return BADGES[Toestemmingstaat(self.toestemming.staat)][1]

    @property
    def ontvanger(self) -> str:
        return ontvanger_in_woorden(self.toestemming, self.lezer)

    @property
    def open(self) -> bool:
        return self.toestemming.staat not in GEEN_ANTWOORD_MEER

    def antwoord(self, wie: uuid.UUID) -> str:
        """What this person said; '' for nothing."""
        return next((hand.antwoord for hand in self.getekend if hand.ondertekenaar_id == wie), "")

    def wacht_op(self, wie: uuid.UUID) -> bool:
        """Whether this line waits for this person. After somebody's no there is nothing to wait for."""
        vraagt = self.toestemming.staat in (Toestemmingstaat.GEVRAAGD, Toestemmingstaat.GELDIG)
        return vraagt and wie in self.mag and not self.antwoord(wie)

    @property
    def nog_nodig(self) -> list[str]:
        """The names of who must still say yes now."""
        if self.toestemming.staat != Toestemmingstaat.GEVRAAGD:
            return []
        return [self.namen[wie] for wie in self.nodig.wie if self.antwoord(wie) != Antwoord.JA]

    @property
    def zei_nee(self) -> list[str]:
        return [hand.ondertekenaar.naam for hand in self.getekend if hand.antwoord == Antwoord.NEE]


@dataclass
class Ontvangerbeeld:
    """What one receiver may know, or is asked to."""

    naam: str
    regels: list[Toestemmingsbeeld] = field(default_factory=list)

    @property
    def gegeven(self) -> list[Toestemmingsbeeld]:
        return [beeld for beeld in self.regels if beeld.toestemming.staat == Toestemmingstaat.GELDIG]


@dataclass
class Neebeeld:
    """A 'no' that stands."""

    weigering: Weigering
    # How this reader names instellingen; None: all of them by name.
    lezer: Namen | None = None

    @property
    def ontvanger(self) -> str:
        return ontvanger_in_woorden(self.weigering, self.lezer)

    @property
    def wat(self) -> str:
        return nee_in_woorden(self.weigering)


@dataclass
class Tekenaar:
    """Somebody whose signature is needed, with the lines that wait for it and how it was asked before."""

    lid: Deelnemer
    regels: list[Toestemmingsbeeld]
    pogingen: list[Poging]


@dataclass
class Stand:
    """The lines of one family, as one reader may know them."""

    kring: Kring
    op: date
    regels: list[Toestemmingsbeeld]
    pogingen: list[Poging] = field(default_factory=list)
    weigeringen: list[Neebeeld] = field(default_factory=list)

    @property
    def nee(self) -> list[Neebeeld]:
        """Each 'no' that stands, but the answers to lines that are shown with it."""
        getoond = {beeld.toestemming.pk for beeld in self.geweigerd}
        return [beeld for beeld in self.weigeringen if beeld.weigering.regel_id not in getoond]

    @property
    def open(self) -> list[Toestemmingsbeeld]:
        return [beeld for beeld in self.regels if beeld.open]

    @property
    def geweigerd(self) -> list[Toestemmingsbeeld]:
        return [beeld for beeld in self.regels if beeld.toestemming.staat == Toestemmingstaat.GEWEIGERD]

    @property
    def voorbij(self) -> list[Toestemmingsbeeld]:
        """Withdrawn or past, the latest first."""
        dicht = [beeld for beeld in self.regels if not beeld.open]
        return sorted(
            dicht, key=lambda beeld: beeld.toestemming.beeindigd_op or beeld.toestemming.gesprek.vastgelegd_op
        )[::-1]

    @property
    def uitzoeken(self) -> list[str]:
        """What must be found out before anybody can sign."""
        return list(dict.fromkeys(wat for beeld in self.open for wat in beeld.nodig.uitzoeken))

    @property
    def volgorde(self) -> list[Deelnemer]:
        """In which order people sign: who lives at the table first."""
        thuis = self.kring.thuis()
        return sorted(self.kring.tekenaars.values(), key=lambda lid: lid.pk not in thuis)

    def per_ontvanger(self, beelden: Iterable[Toestemmingsbeeld] | None = None) -> list[Ontvangerbeeld]:
        """Open lines by who may know it."""
        gevonden: dict[uuid.UUID | None, Ontvangerbeeld] = {}
        for beeld in self.open if beelden is None else beelden:
            sleutel = beeld.toestemming.ontvanger_id or beeld.toestemming.ontvanger_instelling_id
            gevonden.setdefault(sleutel, Ontvangerbeeld(beeld.ontvanger)).regels.append(beeld)
        return list(gevonden.values())

    def te_tekenen(self, lid_id: uuid.UUID) -> list[Toestemmingsbeeld]:
        """The lines that wait for this person."""
        return [beeld for beeld in self.regels if beeld.wacht_op(lid_id)]

    def tekenaars(self) -> list[Tekenaar]:
        """Everybody whose signature is waited for, in the order in which they sign."""
        wie = {pk for beeld in self.regels for pk in beeld.mag if beeld.wacht_op(pk)}
        return [
            Tekenaar(lid, self.te_tekenen(lid.pk), [rij for rij in self.pogingen if rij.wie_id == lid.pk])
            for lid in self.volgorde
            if lid.pk in wie
        ]

    def in_te_trekken_door(self, lid_id: uuid.UUID) -> list[Toestemmingsbeeld]:
        """The lines that this person may take back: given, or with his or her own yes."""
        return [
            beeld
            for beeld in self.open
            if lid_id in beeld.nodig.wie
            and (
                beeld.toestemming.staat == Toestemmingstaat.GELDIG
                or (beeld.toestemming.staat == Toestemmingstaat.GEVRAAGD and beeld.antwoord(lid_id) == Antwoord.JA)
            )
        ]

    def van_lid(self, blik: Blik) -> "Stand":
        """What a gezinslid knows of it: lines about him- or herself, and those that he or she signs or signed (T3)."""
        ik = blik.deelnemer
        if ik is None:
            return Stand(self.kring, self.op, [])
        eigen = [
            replace(beeld, lezer=namen_voor(blik))
            for beeld in self.regels
            if beeld.toestemming.over_id not in blik.kijker.verborgen
            and (
                beeld.toestemming.over_id == ik.pk
                or (beeld.open and (ik.pk in beeld.mag or ik.pk in beeld.nodig.wie))
                or (not beeld.open and _zei_iets(beeld.toestemming, ik.pk))
            )
        ]
        nee = [replace(beeld, lezer=namen_voor(blik)) for beeld in self.weigeringen if beeld.weigering.wie_id == ik.pk]
        return Stand(self.kring, self.op, eigen, weigeringen=nee)


@kept
def _van_gezin(_vorm: None) -> Rows:
    """A family with its circle, its lines of consent with all that was said to them, and who was tried to reach."""
    gezegd = Handtekening.objects.filter(toestemming=OuterRef("pk"))
    regels = Toestemming.objects.filter(gezin=OuterRef("pk")).annotate(
        alles_gezegd=Meegevraagd(gezegd, met=["ondertekenaar", "na_weg"])
    )
    regels_mee = Meegevraagd(regels, met=["gesprek", "over", "ontvanger__instelling", "ontvanger_instelling"])
    pogingen = Meegevraagd(Poging.objects.filter(gezin=OuterRef("pk")), met=["wie"])
    nee = Weigering.objects.staand().met_wie_er_werkt().filter(gezin=OuterRef("pk"))
    nee_mee = Meegevraagd(nee, met=["wie", "over", "ontvanger__instelling", "ontvanger_instelling"])
    gezin = Gezin.objects.filter(pk=Slot("gezin", UUIDField())).annotate(**kringen.annotations())
    return Rows(gezin.annotate(regels_nu=regels_mee, pogingen_nu=pogingen, weigeringen_nu=nee_mee))


def stand(gezin_id: uuid.UUID, op: date) -> Stand:
    """All lines of this family, for who coordinates it."""
    [gezin] = _van_gezin(None, gezin=gezin_id)
    kring, regels = kringen.uit(gezin), gezin.regels_nu
    nodig = {over: ondertekenaars(kring, over, op) for over in {regel.over_id for regel in regels}}
    namen = {pk: mens.naam for pk, mens in kring.tekenaars.items()}
    return Stand(
        kring,
        op,
        [
            Toestemmingsbeeld(
                regel,
                nodig[regel.over_id],
                te_tekenen_door(kring, regel, op) if regel.staat not in GEEN_ANTWOORD_MEER else {},
                [hand for hand in _gezegd(regel) if hand.tot is None],
                namen,
            )
            for regel in regels
        ],
        gezin.pogingen_nu,
        [Neebeeld(rij) for rij in gezin.weigeringen_nu],
    )


def onderwerpen_van(beelden: Sequence[Toestemmingsbeeld]) -> set[str]:
    """The topics of these lines, for the logboek."""
    return {onderwerpen.onderwerp(beeld.toestemming.leefgebied, beeld.toestemming.over_id) for beeld in beelden}


def onderwerpen_van_nee(beelden: Sequence[Neebeeld]) -> set[str]:
    """The topics of what somebody said 'no' to, for the logboek."""
    over = [(beeld.weigering.leefgebied or onderwerpen.ONBEKEND, beeld.weigering) for beeld in beelden]
    return {onderwerpen.onderwerp(gebied, rij.over_id) for gebied, rij in over if rij.bereik != Bereik.IEDEREEN}


def _zei_iets(regel: Toestemming, wie: uuid.UUID) -> bool:
    return any(hand.ondertekenaar_id == wie for hand in _gezegd(regel))


def _gezegd(regel: Toestemming) -> list[Handtekening]:
    return regel.alles_gezegd  # type: ignore[attr-defined, no-any-return] # of stand
