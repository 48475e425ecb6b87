"""The one answer to "who may see what of whom, now" (T3, G16). Every page, list, count, mail and PDF asks here.

Two things are needed, both asked at every read: a right on the family, and a ground in force for that information.
Unknown means no. The coordinator, whose ground is for the whole plan, sees all of it. What others see of a part says
`regels.py`. One's own afspraken are always seen: gezinsplan adds those.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import DateTimeField, Exists, OuterRef, Q, QuerySet, UUIDField

from core import clock, memo
from core.kept_queries import Rows, Slot, SlotList, kept
from core.mee import Meegevraagd
from gezinnen.models import (
    Coordinatorschap,
    Deelnemer,
    DeelnemerQuerySet,
    Gezin,
    GezinsRecht,
    Huishouden,
    SoortDeelnemer,
)
from gezinnen.permissions import met_recht, met_rechten
from gezinnen.selectie import coordinator_werkt, is_meerderjarig, mag_huishouden_kennen
from instanties.models import Functie, Gebruiker
from instanties.vaste_lezer import VasteLezer
from instanties.vervanging import Namens
from toestemming import onderwerpen, regels, waarneming
from toestemming.dekking import dekking
from toestemming.eigen_recht import gronden_van_lezing, in_woorden
from toestemming.filters import Blikvorm, Filters
from toestemming.kring import Kring, kring_voor_zicht, kringen_voor_zicht, met_gezag, met_vlaggen, woont_thuis
from toestemming.models import Grondslag, GrondslagQuerySet, SoortGrondslag


@memo.while_asking()
def zichtbare_gezinnen(gebruiker: Any, *, ook_namens: bool = True, nu: Any = None) -> QuerySet[Gezin]:
    """The families of whose plan this person may see something now: a right and a ground, both in SQL (T3).

    A professional takes part for an instelling: who has no function there any more sees nothing from that moment.
    `ook_namens` False: not those in which this person only stands in for somebody (I6). `nu`: the default is now.
    """
    werkt = Functie.objects.geldig().filter(gebruiker=gebruiker.pk).values("instelling")
    deelname = (
        Deelnemer.objects.actief()
        .filter(gezin=OuterRef("pk"), gebruiker=gebruiker.pk)
        .filter(~Q(soort=SoortDeelnemer.PROFESSIONAL) | Q(instelling__in=werkt))
    )
    coordinatie = Coordinatorschap.objects.huidig().filter(
        gezin=OuterRef("pk"), gebruiker=gebruiker.pk, instelling__in=werkt
    )
    gronden = gronden_van(gebruiker, nu).filter(gezin=OuterRef("pk"))
    gezien = Q(Exists(gronden)) & (Exists(deelname) | Exists(coordinatie))
    for gezinnen in waarneming.per_persoon(gebruiker).values() if ook_namens else ():
        gezien |= Q(pk__in=gezinnen)
    return met_recht(gebruiker, GezinsRecht.BEKIJKEN).filter(gezien)


def gronden_van(gebruiker: Any, nu: Any = None) -> GrondslagQuerySet:
    """The grounds in force that open something of a plan to this person: own, or of the instelling for which he takes part.

    And those of a colleague in the families where he stands in for that colleague (I6).
    """
    eigen = waarneming.grond_q(gebruiker.pk)
    for wie, gezinnen in waarneming.per_persoon(gebruiker).items():
        eigen |= waarneming.grond_q(wie) & Q(gezin__in=gezinnen)
    return Grondslag.objects.geldig(nu).voor_plan().filter(eigen)


def blik(gebruiker: Gebruiker, gezin: Gezin, *, op: date | None = None) -> "Blik | None":
    """What this person may see of this family on the day `op` (default: today); None when nothing (T3)."""
    return blikken(gebruiker, [gezin.pk], op=op).get(gezin.pk)


@memo.while_asking()
def blikken(
    gebruiker: Gebruiker, gezin_ids: Iterable[uuid.UUID] | QuerySet[Any], *, op: date | None = None
) -> dict[uuid.UUID, "Blik"]:
    """As blik, for many families at once, in one query; hidden families are left out (T3).

    `gezin_ids`: also as a query for them.
    """
    if not gebruiker.is_active:
        return {}
    waargenomen, nu = waarneming.gezinnen(gebruiker), clock.now()
    gezinnen: Iterable[Any]
    if isinstance(gezin_ids, QuerySet):
        gezinnen = _met_wat_zicht_vraagt(gebruiker, nu).filter(pk__in=gezin_ids)
    else:
        lezer, waarden = waarneming.vast(gebruiker)
        gezinnen = _gezien(lezer, **waarden, gezinnen=list(gezin_ids), nu=nu)
    dag = op or clock.today()
    return {gezin.pk: _blik(gebruiker, gezin, waargenomen.get(gezin.pk, ()), dag) for gezin in gezinnen}


@kept
def _gezien(lezer: VasteLezer) -> Rows:
    """Those of some families of which a reader sees something."""
    gezinnen = _met_wat_zicht_vraagt(lezer, Slot("nu", DateTimeField()))
    return Rows(gezinnen.filter(pk__in=SlotList("gezinnen", UUIDField())))


def _met_wat_zicht_vraagt(gebruiker: Any, nu: Any) -> QuerySet[Gezin]:
    """The families of this reader, each with all that a Blik is made of."""
    coordinatie = Coordinatorschap.objects.huidig().filter(gezin=OuterRef("pk")).annotate(werkt=coordinator_werkt())
    return met_rechten(met_vlaggen(zichtbare_gezinnen(gebruiker, nu=nu)), gebruiker).annotate(
        gronden_nu=Meegevraagd(gronden_van(gebruiker, nu).filter(gezin=OuterRef("pk")), met=["soort"]),
        mensen_nu=Meegevraagd(_zelf_en_gezinsleden(gebruiker), met=["huishouden", "instelling"]),
        coordinatie_nu=Meegevraagd(coordinatie, met=["gebruiker", "instelling"]),
    )


def blikken_van_lijst(gebruiker: Gebruiker, gezin_ids: Iterable[uuid.UUID | None]) -> dict[uuid.UUID, "Blik"]:
    """As blikken, of each family once per request: for a page on which several rooms say something. Never for an act."""
    bekend: dict[uuid.UUID, Blik | None] = memo.remember(("blikken_van_lijst", gebruiker.pk), dict)
    gezocht = {pk for pk in gezin_ids if pk}
    if nieuw := gezocht - bekend.keys():
        gevonden = blikken(gebruiker, nieuw)
        bekend |= {pk: gevonden.get(pk) for pk in nieuw}
    return {pk: hier for pk in gezocht if (hier := bekend[pk]) is not None}


def _zelf_en_gezinsleden(gebruiker: Any) -> DeelnemerQuerySet:
    """The rows of this person, and of whom he stands in for, in a family; where that is a gezinslid's, of all of them."""
    ik = Q(gebruiker=gebruiker.pk)
    for wie in waarneming.per_persoon(gebruiker):
        ik |= Q(gebruiker=wie)
    als_gezinslid = Deelnemer.objects.actief().gezinsleden().filter(ik, gezin=OuterRef("gezin"))
    leden = Q(Exists(als_gezinslid), soort=SoortDeelnemer.GEZINSLID)
    return met_gezag(Deelnemer.objects.filter(ik & Q(gestopt_op__isnull=True) | leden, gezin=OuterRef("pk")))


def _blik(gebruiker: Gebruiker, gezin: Any, namens: tuple[Namens, ...], op: date) -> "Blik":
    """The view on a family as `blikken` found it, with all that came along."""
    voor = {een.wie.pk for een in namens}
    actief = [rij for rij in gezin.mensen_nu if rij.gestopt_op is None]
    rijen = [rij for rij in actief if rij.gebruiker_id == gebruiker.pk]
    rijen += [rij for rij in actief if rij.gebruiker_id in voor]
    deelnemer, ook_als = rijen[0] if rijen else None, tuple(rijen[1:])
    alles = any(grond.alles for grond in gezin.gronden_nu)
    kring = Kring(gezin.pk)
    if not alles:
        als_gezinslid = deelnemer is not None and deelnemer.is_gezinslid
        kring = kring_voor_zicht(gezin, [rij for rij in gezin.mensen_nu if rij.is_gezinslid] if als_gezinslid else [])
    return Blik(
        gezin=gezin,
        gebruiker=gebruiker,
        op=op,
        deelnemer=deelnemer,
        coordinatorschap=next(iter(gezin.coordinatie_nu), None),
        rechten={GezinsRecht(code) for code in gezin.rechten_van},
        grondslagen=gezin.gronden_nu,
        kring=kring,
        kijker=regels.Kijker(
            kring,
            op,
            ik=deelnemer.pk if deelnemer else None,
            dekking=dekking(gezin.gronden_nu, kring.weigeringen, rijen),
            alles=alles,
            helpt=_helpt(gezin.gronden_nu),
            ook_als=[rij.pk for rij in ook_als],
        ),
        namens=namens,
        ook_als=ook_als,
    )


def kijkers(deelnemers: Sequence[Deelnemer], op: date) -> dict[uuid.UUID, regels.Kijker]:
    """The eyes of each of these participants who has an account, by deelnemer: zicht the other way round. Two queries.

    Not of a coordinator as such: whoever asks adds her. The rights that zicht asks as well follow from taking part.
    """
    gezin_ids = {rij.gezin_id for rij in deelnemers}
    kringen = kringen_voor_zicht(gezin_ids)
    per_gebruiker, per_instelling = defaultdict(list), defaultdict(list)
    for grond in _gronden_voor_plan(None, gezinnen=list(gezin_ids), nu=clock.now()) if gezin_ids else ():
        if grond.instelling_id:
            per_instelling[grond.gezin_id, grond.instelling_id].append(grond)
        elif grond.gebruiker_id:
            per_gebruiker[grond.gezin_id, grond.gebruiker_id].append(grond)
    gevonden = {}
    for rij in deelnemers:
        if rij.gebruiker_id is None:
            continue
        kring = kringen[rij.gezin_id]
        gronden = per_gebruiker[rij.gezin_id, rij.gebruiker_id] + per_instelling[rij.gezin_id, rij.instelling_id]
        gedekt = dekking(gronden, kring.weigeringen, [rij])
        gevonden[rij.pk] = regels.Kijker(kring, op, ik=rij.pk, dekking=gedekt, helpt=_helpt(gronden))
    return gevonden


@kept
def _gronden_voor_plan(_vorm: None) -> Rows:
    """The grounds in force that open something of these plans."""
    gronden = Grondslag.objects.geldig(Slot("nu", DateTimeField()))  # type: ignore[arg-type] # a place for a moment
    return Rows(gronden.voor_plan().filter(gezin__in=SlotList("gezinnen", UUIDField())))


def _helpt(gronden: Iterable[Grondslag]) -> bool:
    """Whether a share in the help, a law or an order says what this person sees, and not consent alone (T3)."""
    return any(grond.leefgebieden and grond.soort_id != SoortGrondslag.TOESTEMMING for grond in gronden)


@dataclass
class Blik(Filters):
    """What one person may see of one family. Made by `blik` or `blikken` only; holds no query of its own."""

    gezin: Gezin
    gebruiker: Gebruiker
    op: date
    deelnemer: Deelnemer | None
    coordinatorschap: Coordinatorschap | None
    rechten: set[GezinsRecht]
    grondslagen: list[Grondslag]
    kring: Kring
    kijker: regels.Kijker
    # For whom the reader stands in here now, and, beside `deelnemer`, the rows under which those take part (I6).
    namens: tuple[Namens, ...] = field(default=(), kw_only=True)
    ook_als: tuple[Deelnemer, ...] = field(default=(), kw_only=True)

    @property
    def vorm(self) -> Blikvorm | None:
        """The shape of questions about this view; an overlap of views (doorsnede.py) has none: composed for it alone."""
        return Blikvorm(
            doet_mee=self.doet_mee,
            ziet_alles=self.ziet_alles,
            helpt=self.helpt,
            in_hoofdhuishouden=self.in_hoofdhuishouden,
            enige_volwassene_thuis=self.enige_volwassene_thuis,
            heeft_coordinator=self.coordinatorschap is not None,
            heeft_verborgen=self.heeft_verborgen,
            keuzes=len(self.lijsten.gekozen),
        )

    @property
    def waarden(self) -> dict[str, Any]:
        """What stands in the slots of that shape."""
        return {
            "gezin": self.gezin_id,
            "lezer": self.gebruiker.pk,
            "accounts": list(self.accounts),
            "rijen": self.rijen,
            "gedekt_over": self.gedekt_over,
            "coordinator": self.coordinator_id,
            **self.lijsten.waarden(),
        }

    @property
    def gezin_id(self) -> uuid.UUID:
        return self.gezin.pk

    @property
    def lezer_id(self) -> uuid.UUID:
        return self.gebruiker.pk

    @property
    def doet_mee(self) -> bool:
        return self.deelnemer is not None

    @property
    def rijen(self) -> list[uuid.UUID]:
        return [rij.pk for rij in self.als_deelnemers]

    @property
    def accounts(self) -> set[uuid.UUID]:
        return self.ik_en_namens

    @property
    def helpt(self) -> bool:
        return self.kijker.helpt

    @property
    def gedekt_over(self) -> list[uuid.UUID]:
        return list(self.kijker.dekking.personen)

    @property
    def coordinator_id(self) -> uuid.UUID | None:
        return self.coordinatorschap.gebruiker_id if self.coordinatorschap else None

    @property
    def lijsten(self) -> regels.Zichtlijsten:
        return self.kijker.lijsten

    @property
    def heeft_verborgen(self) -> bool:
        return bool(self.kijker.verborgen)

    @property
    def enige_volwassene_thuis(self) -> bool:
        """Whether this is the one adult of the main household."""
        if self.deelnemer is None or not self.in_hoofdhuishouden:
            return False
        return self.kring.thuis() & self.kring.volwassenen(self.op) == {self.deelnemer.pk}

    @property
    def coordinator_weg(self) -> bool:
        """Whether who coordinates works there no more, and nobody follows yet (Z3)."""
        return self.coordinatorschap is not None and not self.coordinatorschap.werkt  # type: ignore[attr-defined]

    @property
    def is_coordinator(self) -> bool:
        """Whether this person coordinates the family now, or stands in for who does (Z3, I6)."""
        return self.coordinatorschap is not None and self.coordinatorschap.gebruiker_id in self.ik_en_namens

    @property
    def ik_en_namens(self) -> set[uuid.UUID]:
        """The accounts for which this reader acts here: the own one, and those of whom he or she stands in for (I6)."""
        return {self.gebruiker.pk, *(een.wie.pk for een in self.namens)}

    @property
    def als_deelnemers(self) -> list[Deelnemer]:
        """The rows under which this reader takes part: the own one, and of whom he or she stands in for (I6)."""
        return [self.deelnemer, *self.ook_als] if self.deelnemer else []

    @property
    def ziet_alles(self) -> bool:
        """Whether a ground for the whole plan is in force."""
        return self.kijker.alles

    @property
    def is_gezinslid(self) -> bool:
        """Whether this person belongs to the family itself."""
        return self.deelnemer is not None and self.deelnemer.is_gezinslid

    @property
    def in_hoofdhuishouden(self) -> bool:
        """Whether this is a gezinslid who lives where the plan is about (G16)."""
        return self.is_gezinslid and self.deelnemer is not None and woont_thuis(self.deelnemer)

    @property
    def grondslag(self) -> str:
        """The grounds on which it is read in words, for the logboek (X1)."""
        return in_woorden(gronden_van_lezing(self))

    @property
    def grondslag_ids(self) -> list[uuid.UUID]:
        """The same grounds."""
        return [grond.pk for grond in gronden_van_lezing(self)]

    @property
    def mist_grondslag(self) -> bool:
        """Whether this betrokkene may be told that not everything is shared with him (T3).

        Said by the grounds alone, never by what is in the plan: so it tells of no flag, address or youngster's matters.
        """
        return not self.ziet_alles and not self.is_gezinslid

    def mag(self, recht: str) -> bool:
        """Whether this person holds `recht` (a GezinsRecht) on the family."""
        return recht in self.rechten

    @property
    def mag_afstemming(self) -> bool:
        """Whether the agreements about working together are shown: text without a leefgebied (G4, G16).

        To who takes part and who lives in the main household; not to a gezinslid elsewhere, nor where a flag is.
        """
        return self.ziet_alles or (not self.kijker.verborgen and (self.in_hoofdhuishouden or not self.is_gezinslid))

    def onderwerpen(self) -> set[str] | None:
        """The topics of which this person may know, for the logboek; None: all of them (T7)."""
        if self.ziet_alles:
            return None
        eigen = {onderwerpen.gegevens(lid.pk) for lid in self.kring.leden.values() if self.mag_persoonlijk(lid)}
        return self.kijker.onderwerpen() | eigen

    def huishoudens(self) -> QuerySet[Huishouden]:
        """The households whose address this person may see: the coordinator all, a gezinslid the own one (G16)."""
        alle = Huishouden.objects.filter(gezin=self.gezin)
        if self.ziet_alles:
            return alle
        thuis = self.deelnemer.huishouden_id if self.deelnemer and self._kent_eigen_huis else None
        return alle.none() if thuis is None else alle.filter(pk=thuis)

    def mag_adres(self, huishouden: Huishouden) -> bool:
        """Whether this person may see the address of this household (G16)."""
        if huishouden.gezin_id != self.gezin.pk or not self._mag_kennen(huishouden):
            return False
        thuis = self.deelnemer is not None and self.deelnemer.huishouden_id == huishouden.pk
        return self.ziet_alles or (thuis and self._kent_eigen_huis)

    def mag_contact(self, deelnemer: Deelnemer) -> bool:
        """Whether phone and mail of someone in `deelnemers` may be shown (I5, G16).

        Of professionals and netwerklid always; of a gezinslid to the coordinator and to who shares the household.
        """
        if deelnemer.gezin_id != self.gezin.pk or not self._mag_kennen(deelnemer.huishouden):
            return False
        if self.ziet_alles or not deelnemer.is_gezinslid or deelnemer.gebruiker_id == self.gebruiker.pk:
            return True
        return self._zelfde_huishouden(deelnemer)

    def mag_persoonlijk(self, deelnemer: Deelnemer) -> bool:
        """Whether birth date, language, gezag and the like of a gezinslid may be shown (G1, G16)."""
        if deelnemer.gezin_id != self.gezin.pk or not deelnemer.is_gezinslid:
            return False
        if self.ziet_alles or deelnemer.gebruiker_id == self.gebruiker.pk:
            return True
        heeft_gezag = self.deelnemer is not None and self.deelnemer.pk in self.kring.houders(deelnemer.pk)
        return heeft_gezag and not is_meerderjarig(deelnemer, self.op) and not self._verborgen(deelnemer)

    @property
    def _kent_eigen_huis(self) -> bool:
        """Whether this gezinslid may read the address of the own household: not of who is protected from him by a flag (X5).

        Asked at the read: who keeps the plan may have put him there, and not know of the flag.
        """
        huis = self.deelnemer.huishouden_id if self.deelnemer is not None and self.is_gezinslid else None
        leden = self.kring.leden
        return huis is not None and all(leden[pk].huishouden_id != huis for pk in self.kijker.verborgen if pk in leden)

    def _zelfde_huishouden(self, deelnemer: Deelnemer) -> bool:
        return (
            self.is_gezinslid
            and self.deelnemer is not None
            and self.deelnemer.huishouden_id is not None
            and self.deelnemer.huishouden_id == deelnemer.huishouden_id
            and not self._verborgen(deelnemer)
        )

    def _mag_kennen(self, huishouden: Huishouden | None) -> bool:
        return mag_huishouden_kennen(huishouden, self.deelnemer, coordineert=self.is_coordinator)

    def _verborgen(self, deelnemer: Deelnemer) -> bool:
        return deelnemer.pk in self.kijker.verborgen
