"""What is new in a plan since its reader was here last (R2): from moments that the rows have themselves.

The earlier visit is read from the logboek, where every read stands anyway: nothing is written for it, also not in a GET.
Only parts that this reader sees now are named (T3).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateTimeField, Q, QuerySet, UUIDField
from django.urls import reverse
from django.utils.translation import gettext as _

from core.kept_queries import Slot, SlotList
from core.mee import Meegevraagd
from gezinsplan.models import Afspraak, Afspraakstaat, Doel, Evaluatie, Navraag, Reactie
from gezinsplan.nieuws import NIEUWSBRONNEN
from gezinsplan.planbeeld import Erbij, Planbeeld
from logboek.models import Handeling, Logregel

# Reads less than this apart are one visit.
PAUZE = timedelta(minutes=30)
# So many reads back the earlier visit is looked for, and so many lines are shown.
MEEST_GELEZEN = 100
MEESTE_RIJEN = 8


@dataclass(frozen=True)
class Nieuws:
    """One thing that is new, and where it stands on the page."""

    op: datetime
    tekst: str
    url: str


@dataclass(frozen=True)
class Sinds:
    """What is new since the earlier visit; `meer`: how many lines aren't shown."""

    vorige: datetime
    regels: list[Nieuws] = field(default_factory=list)
    meer: int = 0


def gelezen_op(gebruiker_id: Any, gezin_id: Any, nu: Any) -> QuerySet[Logregel, Any]:
    """The moments at which this person read this plan until now, the latest first."""
    gelezen = Logregel.objects.filter(gezin_id=gezin_id, gebruiker_id=gebruiker_id, handeling=Handeling.BEKIJKEN)
    return gelezen.filter(object_soort="gezinsplan", op__lte=nu).order_by("-op").values("op")[:MEEST_GELEZEN]


def _bij_plan(oog: Any) -> Mapping[str, Any]:
    return {"gelezen_op": ArraySubquery(gelezen_op(oog.lezer_id, oog.gezin_id, Slot("bezoek_nu", DateTimeField())))}


def _bij_gezin(oog: Any) -> Mapping[str, Any]:
    """Reactions and evaluations at what this reader sees, except the own ones."""
    afspraken, doelen = SlotList("ja", UUIDField()), SlotList("doelen", UUIDField())
    sinds = {"op__gt": Slot("vorige", DateTimeField())}
    reacties = Reactie.objects.filter(Q(afspraak__in=afspraken) | Q(doel__in=doelen), **sinds)
    evaluaties = Evaluatie.objects.filter(doel__in=doelen, **sinds)
    return {
        "reacties_nu": Meegevraagd(reacties.exclude(door=oog.lezer_id).order_by("-op")[: MEESTE_RIJEN * 2]),
        "evaluaties_nu": Meegevraagd(evaluaties.exclude(door=oog.lezer_id).order_by("-op")[:MEESTE_RIJEN]),
    }


def _waarden(beeld: Planbeeld, gegeven: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"doelen": list(_doelen(beeld)), "vorige": _vorige(beeld, gegeven["bezoek_nu"])}


# What `sinds` needs, along with the plan and the family. Asks for `bezoek_nu`: real time, as the log.
ERBIJ = Erbij(plan=_bij_plan, gezin=_bij_gezin, waarden=_waarden)


def vorig_bezoek(gelezen: Iterable[datetime], nu: datetime) -> datetime | None:
    """When this person last read this plan before the present visit; None at the first."""
    later = nu
    for op in gelezen:
        if later - op > PAUZE:
            return op
        later = op
    return None


def sinds(beeld: Planbeeld, navragen: Sequence[Navraag], *, bezoek_nu: datetime, nu: datetime) -> Sinds | None:
    """What is new for this reader, newest first; None at a first visit. `beeld`: with `ERBIJ`."""
    blik = beeld.blik
    vorige = _vorige(beeld, bezoek_nu)
    if vorige is None:
        return None
    regels = [*_van_afspraken(beeld, navragen, vorige, nu), *_van_gezegd(beeld)]
    if beeld.plan.geactiveerd_op and beeld.plan.geactiveerd_op > vorige:
        regels.append(Nieuws(beeld.plan.geactiveerd_op, _("Het plan is gestart"), ""))
    for bron in NIEUWSBRONNEN:
        regels += bron.van_plan(blik, vorige)
    regels.sort(key=lambda nieuws: nieuws.op, reverse=True)
    return Sinds(vorige, regels[:MEESTE_RIJEN], max(0, len(regels) - MEESTE_RIJEN))


def _van_afspraken(beeld: Planbeeld, navragen: Sequence[Navraag], vorige: datetime, nu: datetime) -> list[Nieuws]:
    gesteld = {navraag.afspraak_id: navraag.gesteld_op for navraag in navragen if navraag.gesteld_op > vorige}
    regels = []
    for afspraak in beeld.afspraken:
        url = _url(beeld, afspraak)
        klaar, termijn = afspraak.vastgelegd_op, afspraak.termijn
        zelf = afspraak.vastgelegd_door_id == beeld.blik.gebruiker.pk
        if afspraak.staat == Afspraakstaat.GEDAAN and klaar and klaar > vorige and not zelf:
            regels.append(Nieuws(klaar, _("Gedaan: %(wat)s") % {"wat": afspraak.wat}, url))
        elif afspraak.pk in gesteld:
            regels.append(
                Nieuws(gesteld[afspraak.pk], _("Er is gevraagd: is dit gedaan? %(wat)s") % {"wat": afspraak.wat}, url)
            )
        elif afspraak.staat == Afspraakstaat.LOOPT and termijn and vorige < termijn.begint_op <= nu:
            regels.append(Nieuws(termijn.begint_op, _("Nieuwe afspraak: %(wat)s") % {"wat": afspraak.wat}, url))
    return regels


def _vorige(beeld: Planbeeld, bezoek_nu: datetime) -> datetime | None:
    return vorig_bezoek(beeld.plan.gelezen_op, bezoek_nu)  # type: ignore[attr-defined] # of ERBIJ


def _afspraken(beeld: Planbeeld) -> dict[UUID, Afspraak]:
    return {afspraak.pk: afspraak for afspraak in beeld.afspraken if not afspraak.kaal}


def _doelen(beeld: Planbeeld) -> dict[UUID, Doel]:
    return {deel.doel.pk: deel.doel for boven in beeld.doelen for deel in (boven, *boven.voorwaarden)}


def _van_gezegd(beeld: Planbeeld) -> list[Nieuws]:
    afspraken, doelen = _afspraken(beeld), _doelen(beeld)
    regels = [
        Nieuws(
            reactie.op,
            _("Er is een reactie bij: %(wat)s")
            % {"wat": afspraken[reactie.afspraak_id].wat if reactie.afspraak_id else doelen[reactie.doel_id].tekst},
            _url(beeld, afspraken[reactie.afspraak_id]) if reactie.afspraak_id else f"#doel-{reactie.doel_id}",
        )
        for reactie in beeld.gezin.reacties_nu
    ]
    regels += [
        Nieuws(
            rij.op,
            _("Besproken hoe het gaat met: %(doel)s") % {"doel": doelen[rij.doel_id].tekst},
            f"#doel-{rij.doel_id}",
        )
        for rij in beeld.gezin.evaluaties_nu
    ]
    return regels


def _url(beeld: Planbeeld, afspraak: Afspraak) -> str:
    return reverse("gezinsplan:afspraak", args=[beeld.blik.gezin.pk, afspraak.pk])
