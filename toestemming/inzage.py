"""Who looked at the plan of a family, as one reader may know it (T7). The rows of the logboek pass zicht, in SQL.

- A row is seen when it shares a subject with what this reader may know; only the subjects they share are named.
- A row without subjects (a name in a list) is for who lives in the main household, and for the coordinator.
- Who looked is named when this reader may know that person, or when he or she acts by doorzettingsmacht or watches over
  privacy. Everybody else is "iemand van een andere organisatie".
- The reader's own reads are counted, not listed; those of other gezinsleden are not shown: when somebody looks at the own
  plan is nobody's business. Refusals are for the privacy officer.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Max, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.names import person_order
from gezinnen.models import Deelnemer
from gezinnen.permissions import GezinsRol
from instanties.models import Leefgebied, Rol
from logboek.models import Handeling, Logregel, Uitkomst
from toestemming import onderwerpen
from toestemming.models import Grondslag, SoortGrondslag
from toestemming.namen import namen_voor
from toestemming.plan import PLAN
from toestemming.zicht import Blik
from woorden.tijdwoorden import AMSTERDAM, dag_voluit, klokslag
from woorden.zinnen import zin

KIJKEN = (
    Handeling.BEKIJKEN, Handeling.ZOEKEN, Handeling.AFDRUKKEN, Handeling.EXPORTEREN, Handeling.LOG_BEKIJKEN,
    Handeling.NOODTOEGANG,
)  # fmt: skip
# They act for the gemeente, an instelling or the region, and stand in the plan's own rules: their name is no secret.
AMBTSHALVE = frozenset({Rol.MANAGER, Rol.BESTUURDER, Rol.GEMEENTEAMBTENAAR, Rol.BEHEERDER, Rol.PRIVACY_OFFICER})
LOSSE_TIJDEN = 4


@dataclass(frozen=True)
class Periode:
    """From the first to the last day, both included."""

    van: date
    tot: date

    @classmethod
    def deze_week(cls, vandaag: date) -> "Periode":
        return cls(vandaag - timedelta(days=vandaag.weekday()), vandaag)

    @classmethod
    def deze_maand(cls, vandaag: date) -> "Periode":
        return cls(vandaag.replace(day=1), vandaag)

    @property
    def q(self) -> Q:
        """The filter on the moment of a row, in the days of Amsterdam."""
        begin = datetime.combine(self.van, time(), AMSTERDAM)
        return Q(op__gte=begin, op__lt=datetime.combine(self.tot + timedelta(days=1), time(), AMSTERDAM))


@dataclass
class Kijkrij:
    """One line: who looked on one day, at what, and why it was allowed."""

    dag: date
    wie: str
    van: str
    tijden: list[datetime] = field(default_factory=list)
    wat: list[str] = field(default_factory=list)
    waarom: list[str] = field(default_factory=list)
    hoe: list[str] = field(default_factory=list)
    noodtoegang: bool = False

    @property
    def wanneer(self) -> str:
        """'om 9:12 en 10:40', or how often between when and when."""
        uren = list(dict.fromkeys(klokslag(tijd) for tijd in self.tijden))
        if len(uren) > LOSSE_TIJDEN:
            return _("%(aantal)s keer, tussen %(eerst)s en %(laatst)s") % {
                "aantal": len(self.tijden), "eerst": uren[0], "laatst": uren[-1],
            }  # fmt: skip
        return _("om %(uren)s") % {"uren": _opsomming(uren)}


def _opsomming(delen: Sequence[str]) -> str:
    return delen[0] if len(delen) == 1 else _(" en ").join([", ".join(delen[:-1]), delen[-1]])


def gekeken(blik: Blik, periode: Periode) -> QuerySet[Logregel]:
    """The rows of others than the family itself in which this reader may see that there was looked (T7)."""
    gezin = Deelnemer.objects.filter(gezin=blik.gezin).gezinsleden().filter(gebruiker__isnull=False)
    return (
        _gelukt(blik, periode)
        .exclude(gebruiker_id=blik.gebruiker.pk)
        .exclude(gebruiker_id__in=gezin.values("gebruiker_id"))
        .filter(_zichtbaar_q(blik))
    )


def zelf_gekeken(blik: Blik, periode: Periode) -> int:
    """How often this reader looked: visits, not the parts of one page."""
    return _gelukt(blik, periode).filter(gebruiker_id=blik.gebruiker.pk).values("bezoek").distinct().count()


def _gelukt(blik: Blik, periode: Periode) -> QuerySet[Logregel]:
    return Logregel.objects.filter(
        periode.q, gezin_id=blik.gezin.pk, uitkomst=Uitkomst.GELUKT, handeling__in=KIJKEN, gebruiker_id__isnull=False
    )


def _zichtbaar_q(blik: Blik) -> Q:
    bekend = blik.onderwerpen()
    if bekend is None:
        return Q()
    zichtbaar = Q(onderwerpen__overlap=sorted(bekend)) if bekend else Q(pk__in=[])
    if blik.in_hoofdhuishouden or blik.is_coordinator:
        zichtbaar |= Q(onderwerpen=[])
    return zichtbaar


def lijnen(blik: Blik, periode: Periode) -> QuerySet[Any]:
    """What is paged: one group per day and person, the newest first."""
    return (
        gekeken(blik, periode)
        .order_by()
        .annotate(dag=TruncDate("op", tzinfo=AMSTERDAM))
        .values("dag", "gebruiker_id")
        .annotate(laatst=Max("op"))
        .order_by("-laatst", "gebruiker_id")
    )


def kijkrijen(blik: Blik, periode: Periode, groepen: Iterable[dict[str, Any]]) -> list[Kijkrij]:
    """These groups in words. A fixed number of queries, whatever their number."""
    volgorde = [(groep["dag"], groep["gebruiker_id"]) for groep in groepen]
    if not volgorde:
        return []
    dagen = [dag for dag, _wie in volgorde]
    rijen = defaultdict(list)
    op_bladzijde = Periode(max(min(dagen), periode.van), min(max(dagen), periode.tot))
    mensen = {wie for _dag, wie in volgorde}
    for rij in gekeken(blik, op_bladzijde).filter(gebruiker_id__in=mensen).order_by("op"):
        rijen[rij.op.astimezone(AMSTERDAM).date(), rij.gebruiker_id].append(rij)
    woorden = _Woorden(blik, [rij for sleutel in volgorde for rij in rijen[sleutel]])
    return [woorden.regel(dag, rijen[dag, wie]) for dag, wie in volgorde if rijen[dag, wie]]


class _Woorden:
    """Puts rows in words for one reader; loads people, grounds and instellingen once."""

    def __init__(self, blik: Blik, rijen: list[Logregel]) -> None:
        self.blik = blik
        self.bekend = blik.onderwerpen()
        lezers = {wie for rij in rijen for wie in (rij.gebruiker_id, rij.namens_id) if wie}
        uitvoerders = PLAN.item.uitvoerders_voor(blik) if PLAN.item else None
        self.namen: dict[uuid.UUID, str] = {}
        self.lezers: dict[uuid.UUID | None, Deelnemer] = {}
        # Who read without an account, by a one-time link, is known by the row in the plan.
        gezocht = Q(soort="gezinslid") | Q(gebruiker__in=lezers) | Q(pk__in=lezers)
        for mens in blik.deelnemers(uitvoerders).filter(gezocht):
            self.namen[mens.pk] = mens.naam
            self.lezers[mens.gebruiker_id or mens.pk] = mens
        self.gronden = Grondslag.objects.in_bulk({pk for rij in rijen for pk in rij.grondslag_ids})

    def regel(self, dag: date, rijen: list[Logregel]) -> Kijkrij:
        """One line for all rows of one person on one day."""
        wie, van = self._wie(rijen[-1])
        bezoeken = {rij.bezoek or rij.pk: rij.op for rij in reversed(rijen)}
        gedeeld = {deel for rij in rijen for deel in rij.onderwerpen if self.bekend is None or deel in self.bekend}
        return Kijkrij(
            dag=dag,
            wie=wie,
            van=van,
            tijden=sorted(bezoeken.values()),
            wat=self._wat(gedeeld),
            waarom=list(dict.fromkeys(reden for rij in rijen for reden in self._waarom(rij, gedeeld))),
            hoe=[str(_HOE[soort]) for soort in dict.fromkeys(rij.handeling for rij in rijen) if soort in _HOE],
            noodtoegang=any(rij.handeling == Handeling.NOODTOEGANG for rij in rijen),
        )

    def _wie(self, rij: Logregel) -> tuple[str, str]:
        """Name and organisation, as far as this reader may know them."""
        if rij.rol == Rol.PRIVACY_OFFICER:
            return _("de privacy officer van de regio"), ""
        mens = self.lezers.get(rij.gebruiker_id)
        if mens is None and (vervangen := self.lezers.get(rij.namens_id)) is not None:
            # For whom it was is known here: then so is who it was, and why (I6).
            namen = namen_voor(self.blik)
            naam, _waar = namen.in_log(rij.gebruiker_id, rij.gebruiker_naam, rij.instelling_id, rij.instelling_naam)
            return naam, _("vervangt %(wie)s") % {"wie": namen.van(vervangen)}
        ambtshalve = AMBTSHALVE.intersection(rij.rol.split(", "))
        schap = self.blik.coordinatorschap
        is_coordinator = schap is not None and schap.gebruiker_id == rij.gebruiker_id
        if mens is None and not ambtshalve and not is_coordinator:
            return _("iemand van een andere organisatie"), ""
        naam, waar = namen_voor(self.blik).in_log(
            rij.gebruiker_id, mens.naam if mens else rij.gebruiker_naam, rij.instelling_id, rij.instelling_naam
        )
        rol = _ROLLEN.get(GezinsRol.COORDINATOR if is_coordinator else rij.rol, "")
        return naam, ", ".join(filter(None, [str(rol), waar]))

    def _wat(self, delen: set[str]) -> list[str]:
        """'over Sanne: school en onderwijs, opvoeding', one per person; empty: nothing of the plan itself."""
        over: dict[str, set[str]] = defaultdict(set)
        for deel in delen:
            soort, persoon = onderwerpen.lees(deel)
            if persoon is None or persoon in self.namen:
                over[self.namen[persoon] if persoon else ""].add(_onderwerp(soort))
        regels = []
        for naam in sorted(over, key=person_order):
            wat = ", ".join(sorted(over[naam]))
            wie = naam or _("het gezin samen")
            regels.append(_("%(wat)s, over %(wie)s") % {"wat": wat, "wie": wie})
        return regels

    def _waarom(self, rij: Logregel, gedeeld: set[str]) -> list[str]:
        """The grounds that have to do with what is named here; of others this reader learns nothing."""
        gebieden = {onderwerpen.lees(deel)[0] for deel in gedeeld}
        gronden = [self.gronden[pk] for pk in rij.grondslag_ids if pk in self.gronden]
        if not gronden:
            return [rij.grondslag] if rij.grondslag else []
        return [
            self._grond(grond)
            for grond in gronden
            if self.bekend is None or not grond.leefgebieden or gebieden.intersection(grond.leefgebieden)
        ]

    def _grond(self, grond: Grondslag) -> str:
        if grond.soort_id == SoortGrondslag.TOESTEMMING:
            dag = dag_voluit(grond.van.astimezone(AMSTERDAM).date(), self.blik.op)
            return _("er is toestemming gegeven op %(dag)s") % {"dag": dag}
        return str(_GRONDEN.get(grond.soort_id, "")) or str(grond)


def _onderwerp(soort: str) -> str:
    if soort == onderwerpen.GEGEVENS:
        return _("gegevens zoals geboortedag en adres")
    if soort in Leefgebied.values:
        return str(Leefgebied(soort).label)
    return _("een deel van het plan")


_HOE: dict[str, Any] = {
    Handeling.AFDRUKKEN: gettext_lazy("op papier gezet"),
    Handeling.EXPORTEREN: gettext_lazy("in een bestand gezet"),
    Handeling.LOG_BEKIJKEN: gettext_lazy("gelezen wie er keek"),
    Handeling.NOODTOEGANG: gettext_lazy("met noodtoegang"),
}
_ROLLEN = {
    GezinsRol.COORDINATOR: zin(gettext_lazy("[zorgcoördinator]")),
    Rol.MANAGER: gettext_lazy("manager"),
    Rol.BESTUURDER: gettext_lazy("bestuurder"),
    Rol.GEMEENTEAMBTENAAR: gettext_lazy("ambtenaar van de gemeente"),
    Rol.BEHEERDER: gettext_lazy("beheerder van het systeem"),
    "netwerklid": gettext_lazy("uit het netwerk van het gezin"),
}
_GRONDEN: dict[str, Any] = {
    SoortGrondslag.COORDINATIE: zin(gettext_lazy("is [zorgcoördinator] van het gezin")),
    SoortGrondslag.RECHTSTREEKS_BETROKKEN: gettext_lazy("helpt mee in het plan"),
    SoortGrondslag.DOORZETTINGSMACHT: gettext_lazy("het plan liep vast, en deze persoon moet helpen"),
    SoortGrondslag.EIGEN_GEZIN: gettext_lazy("hoort bij het gezin"),
}
