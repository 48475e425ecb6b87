"""The one answer to "who may see what of whom, now" (T3, G16). Every page, list, count, mail and PDF asks here.

Two things are needed, both asked at every read: a right on the family, and a ground in force for that information.
Unknown means no.

- The coordinator, whose ground is for the whole plan, sees all of it.
- A professional or netwerklid sees a part when its leefgebieden are known and all within those of the ground.
- A gezinslid sees a part that is about him or her; about a child over whom he or she holds gezag and no other adult;
  or, living in the main household, about the family as a whole. Who lives elsewhere sees of parts about children only
  those in which every child is one over whom he or she holds gezag.
- One's own afspraken are always seen: gezinsplan adds those.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from core import klok
from gezinnen.models import (
    Coordinatorschap,
    Deelnemer,
    DeelnemerQuerySet,
    Gezag,
    Gezin,
    GezinsRecht,
    Huishouden,
    SoortDeelnemer,
)
from gezinnen.permissions import rechten_op
from gezinnen.selectie import is_meerderjarig
from instanties.models import Functie, Gebruiker
from toestemming.models import Grondslag, SoortGrondslag

# Doorzettingsmacht opens an escalatiebericht only, never the plan (E13).
SOORTEN_VOOR_PLAN = (
    SoortGrondslag.COORDINATIE,
    SoortGrondslag.RECHTSTREEKS_BETROKKEN,
    SoortGrondslag.EIGEN_GEZIN,
)


def zichtbare_gezinnen(gebruiker: Gebruiker) -> QuerySet[Gezin]:
    """The families of whose plan this person may see something now: a right and a ground, both in SQL (T3).

    A professional takes part for an instelling: who has no function there any more sees nothing from that moment.
    """
    grond = Grondslag.objects.geldig().filter(gezin=OuterRef("pk"), gebruiker=gebruiker, soort__in=SOORTEN_VOOR_PLAN)
    werkt = Functie.objects.geldig().filter(gebruiker=gebruiker).values("instelling")
    deelname = (
        Deelnemer.objects.actief()
        .filter(gezin=OuterRef("pk"), gebruiker=gebruiker)
        .filter(~Q(soort=SoortDeelnemer.PROFESSIONAL) | Q(instelling__in=werkt))
    )
    coordinatie = Coordinatorschap.objects.huidig().filter(
        gezin=OuterRef("pk"), gebruiker=gebruiker, instelling__in=werkt
    )
    return Gezin.objects.met_recht(gebruiker, GezinsRecht.BEKIJKEN).filter(
        Exists(grond), Exists(deelname) | Exists(coordinatie)
    )


def blik(gebruiker: Gebruiker, gezin: Gezin, *, op: date | None = None) -> "Blik | None":
    """What this person may see of this family on the day `op` (default: today); None when nothing (T3)."""
    return blikken(gebruiker, [gezin.pk], op=op).get(gezin.pk)


def blikken(gebruiker: Gebruiker, gezin_ids: Iterable[uuid.UUID], *, op: date | None = None) -> dict[uuid.UUID, "Blik"]:
    """As blik, for many families at once, with a fixed number of queries; hidden families are left out (T3)."""
    gezinnen = {gezin.pk: gezin for gezin in zichtbare_gezinnen(gebruiker).filter(pk__in=list(gezin_ids))}
    if not gezinnen:
        return {}
    rechten = rechten_op(gebruiker, gezinnen)
    gronden = defaultdict(list)
    for grond in Grondslag.objects.geldig().filter(
        gezin__in=gezinnen, gebruiker=gebruiker, soort__in=SOORTEN_VOOR_PLAN
    ):
        gronden[grond.gezin_id].append(grond)
    deelnames = {
        rij.gezin_id: rij
        for rij in Deelnemer.objects.actief()
        .filter(gezin__in=gezinnen, gebruiker=gebruiker)
        .select_related("huishouden", "instelling")
    }
    coordinatie = {
        rij.gezin_id: rij
        for rij in Coordinatorschap.objects.huidig()
        .filter(gezin__in=gezinnen)
        .select_related("gebruiker", "instelling")
    }
    eigen_gezin = [pk for pk, rij in deelnames.items() if rij.soort == SoortDeelnemer.GEZINSLID]
    leden, gezag = defaultdict(list), defaultdict(set)
    if eigen_gezin:
        for lid in Deelnemer.objects.gezinsleden().filter(gezin__in=eigen_gezin).select_related("huishouden"):
            leden[lid.gezin_id].append(lid)
        eigen_rijen = [deelnames[pk].pk for pk in eigen_gezin]
        for rij in Gezag.objects.filter(houder__in=eigen_rijen, kind__gezag_bekend=True).select_related("kind"):
            gezag[rij.kind.gezin_id].add(rij.kind_id)
    return {
        pk: Blik(
            gezin=gezin,
            gebruiker=gebruiker,
            op=op or klok.vandaag(),
            deelnemer=deelnames.get(pk),
            coordinatorschap=coordinatie.get(pk),
            rechten=rechten.get(pk, set()),
            grondslagen=gronden[pk],
            gezinsleden=leden[pk],
            gezag_over=gezag[pk],
        )
        for pk, gezin in gezinnen.items()
    }


@dataclass
class Blik:
    """What one person may see of one family. Made by `blik` or `blikken` only; holds no query of its own."""

    gezin: Gezin
    gebruiker: Gebruiker
    op: date
    deelnemer: Deelnemer | None
    coordinatorschap: Coordinatorschap | None
    rechten: set[GezinsRecht]
    grondslagen: list[Grondslag]
    gezinsleden: list[Deelnemer] = field(default_factory=list)
    gezag_over: set[uuid.UUID] = field(default_factory=set)

    @property
    def is_coordinator(self) -> bool:
        """Whether this person coordinates the family now (Z3)."""
        return self.coordinatorschap is not None and self.coordinatorschap.gebruiker_id == self.gebruiker.pk

    @property
    def ziet_alles(self) -> bool:
        """Whether a ground for the whole plan is in force."""
        return any(grond.alles for grond in self.grondslagen)

    @property
    def is_gezinslid(self) -> bool:
        """Whether this person belongs to the family itself."""
        return self.deelnemer is not None and self.deelnemer.is_gezinslid

    @property
    def in_hoofdhuishouden(self) -> bool:
        """Whether this is a gezinslid who lives where the plan is about (G16)."""
        return self.is_gezinslid and _woont_in_hoofdhuishouden(self.deelnemer)

    @property
    def grondslag(self) -> str:
        """The grounds in words, for the logboek (X1)."""
        return "; ".join(sorted({str(grond.get_soort_display()) for grond in self.grondslagen}))

    @property
    def grondslag_ids(self) -> list[uuid.UUID]:
        """The grounds that this view stands on, for the logboek (X1)."""
        return [grond.pk for grond in self.grondslagen]

    @property
    def leefgebieden(self) -> set[str]:
        """What the grounds of a professional or netwerklid cover."""
        return {
            gebied
            for grond in self.grondslagen
            if grond.soort == SoortGrondslag.RECHTSTREEKS_BETROKKEN
            for gebied in grond.leefgebieden
        }

    def mag(self, recht: str) -> bool:
        """Whether this person holds `recht` (a GezinsRecht) on the family."""
        return recht in self.rechten

    def onderdeel_q(self, prefix: str = "") -> Q:
        """The filter for parts (Onderdeel) of this family; own afspraken come on top of it (T3, G16)."""
        if self.ziet_alles:
            return Q()
        if self.is_gezinslid:
            return self._als_gezinslid(prefix)
        gebieden = sorted(self.leefgebieden)
        if not gebieden:
            return Q(**{f"{prefix}pk__in": []})
        # Overlap says: not empty.
        return Q(**{f"{prefix}leefgebieden__overlap": gebieden, f"{prefix}leefgebieden__contained_by": gebieden})

    def _als_gezinslid(self, prefix: str) -> Q:
        assert self.deelnemer is not None  # noqa: S101 - is_gezinslid says so
        ik = self.deelnemer.pk
        zichtbaar = Q(**{f"{prefix}over_wie__contains": [ik]})
        kinderen = [kind.pk for kind in self._minderjarigen() if kind.pk in self.gezag_over]
        if kinderen:
            mogen_erbij = {kind.pk for kind in self._minderjarigen()} if self.in_hoofdhuishouden else set(kinderen)
            zichtbaar |= Q(
                **{
                    f"{prefix}over_wie__overlap": kinderen,
                    f"{prefix}over_wie__contained_by": [*mogen_erbij, ik],
                }
            )
        if self.in_hoofdhuishouden:
            zichtbaar |= Q(**{f"{prefix}over_wie": []})
        return zichtbaar

    def _minderjarigen(self) -> list[Deelnemer]:
        return [lid for lid in self.gezinsleden if not is_meerderjarig(lid, self.op)]

    def deelnemers(self, uitvoerders: QuerySet[Deelnemer] | None = None) -> DeelnemerQuerySet:
        """The people of this family whom this person may know of, by name (T3, G4, G16).

        `uitvoerders`: the doers of what this person sees, to be given by the room that knows afspraken. Former
        participants are among them; ask `.actief()` for who takes part now.
        """
        alle = Deelnemer.objects.filter(gezin=self.gezin).select_related("gebruiker", "instelling", "huishouden")
        if self.ziet_alles:
            return alle
        bekend = Q(soort=SoortDeelnemer.GEZINSLID) | Q(gebruiker=self.gebruiker)
        if self.coordinatorschap:
            bekend |= Q(gebruiker=self.coordinatorschap.gebruiker_id)
        if self.in_hoofdhuishouden:
            bekend |= Q(soort=SoortDeelnemer.NETWERKLID)
            if self._enige_volwassene_thuis:
                # With another adult at home, an instelling may be that adult's own matter.
                bekend |= Q(soort=SoortDeelnemer.PROFESSIONAL)
        if uitvoerders is not None:
            bekend |= Q(pk__in=uitvoerders.order_by().values("pk"))
        return alle.filter(bekend)

    @property
    def _enige_volwassene_thuis(self) -> bool:
        assert self.deelnemer is not None  # noqa: S101 - asked of who lives in the main household
        volwassen = {
            lid.pk
            for lid in self.gezinsleden
            if lid.gestopt_op is None and _woont_in_hoofdhuishouden(lid) and is_meerderjarig(lid, self.op)
        }
        return volwassen == {self.deelnemer.pk}

    def huishoudens(self) -> QuerySet[Huishouden]:
        """The households whose address this person may see: the coordinator all, a gezinslid the own one (G16)."""
        alle = Huishouden.objects.filter(gezin=self.gezin)
        if self.ziet_alles:
            return alle
        if self.is_gezinslid and self.deelnemer is not None and self.deelnemer.huishouden_id:
            return alle.filter(pk=self.deelnemer.huishouden_id)
        return alle.none()

    def mag_adres(self, huishouden: Huishouden) -> bool:
        """Whether this person may see the address of this household (G16)."""
        if huishouden.gezin_id != self.gezin.pk:
            return False
        return self.ziet_alles or (
            self.is_gezinslid and self.deelnemer is not None and self.deelnemer.huishouden_id == huishouden.pk
        )

    def mag_contact(self, deelnemer: Deelnemer) -> bool:
        """Whether phone and mail of someone in `deelnemers` may be shown (I5, G16).

        Of professionals and netwerklid always; of a gezinslid to the coordinator and to who shares the household.
        """
        if deelnemer.gezin_id != self.gezin.pk:
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
        return deelnemer.pk in self.gezag_over and not is_meerderjarig(deelnemer, self.op)

    def _zelfde_huishouden(self, deelnemer: Deelnemer) -> bool:
        return (
            self.is_gezinslid
            and self.deelnemer is not None
            and self.deelnemer.huishouden_id is not None
            and self.deelnemer.huishouden_id == deelnemer.huishouden_id
        )


def _woont_in_hoofdhuishouden(lid: Deelnemer | None) -> bool:
    return bool(lid and lid.huishouden and lid.huishouden.is_hoofdhuishouden)
