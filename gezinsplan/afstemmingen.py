"""What was spoken without the family, as one reader may know it; and how often, per instelling, without any family (T4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, QuerySet
from django.utils.translation import gettext as _

from core.mee import Meegevraagd
from gezinnen.models import Deelnemer
from gezinsplan.models import AfstemmingZonderGezin, Gezinsantwoord
from gezinsplan.planbeeld import Erbij, Planbeeld
from instanties.models import Leefgebied
from toestemming.filters import Filters
from toestemming.namen import Namen, namen_voor

# Below this a number could point to somebody.
KLEINSTE_AANTAL = 5


@dataclass(frozen=True)
class Gesproken:
    """One conversation without the family. Whom the reader doesn't know of, is not named."""

    rij: AfstemmingZonderGezin
    wie: str
    met: str
    waarover: str
    over_wie: str
    van: str

    @property
    def te_vragen(self) -> bool:
        """Whether the family is still to be asked."""
        return self.rij.antwoord == Gezinsantwoord.NOG_NIET

    @property
    def waarom(self) -> str:
        return self.rij.toelichting or str(self.rij.get_reden_display())


def _bij_plan(oog: Filters) -> Mapping[str, Any]:
    gezien = AfstemmingZonderGezin.objects.zichtbaar_voor(oog).annotate(
        met_nu=Meegevraagd(_mensen(AfstemmingZonderGezin.met.through), met=["instelling"]),
        antwoord_van_nu=Meegevraagd(_mensen(AfstemmingZonderGezin.antwoord_van.through)),
    )
    return {"afstemmingen_nu": Meegevraagd(gezien, met=["als__instelling"])}


# What `gesproken_zonder_gezin` needs, along with the plan.
ERBIJ = Erbij(plan=_bij_plan)


def _mensen(tussen: Any) -> QuerySet[Deelnemer]:
    """Who stands in this table between a conversation and people, for a question about conversations."""
    rijen = tussen.objects.filter(afstemmingzondergezin=OuterRef(OuterRef("pk")))
    return Deelnemer.objects.filter(pk__in=rijen.values("deelnemer"))


def gesproken_zonder_gezin(beeld: Planbeeld) -> list[Gesproken]:
    """All that this reader of the plan may know, the latest first. `beeld`: with `ERBIJ`."""
    bekend = {mens.pk for mens in (*beeld.gezinsleden, *beeld.betrokkenen)}
    eigen = {mens.pk for mens in beeld.blik.als_deelnemers}
    namen = {lid.pk: lid.naam for lid in beeld.gezinsleden}
    voor = namen_voor(beeld.blik)
    return [
        Gesproken(
            rij=rij,
            wie=_namen([rij.als] if rij.als else [], bekend | eigen, voor),
            met=_namen(rij.met_nu, bekend | eigen, voor),
            waarover=", ".join(str(Leefgebied(gebied).label).lower() for gebied in rij.leefgebieden),
            over_wie=", ".join(namen[pk] for pk in rij.over_wie if pk in namen),
            van=_en([mens.naam for mens in rij.antwoord_van_nu if mens.pk in namen]) or _("het gezin"),
        )
        for rij in beeld.plan.afstemmingen_nu  # type: ignore[attr-defined]
    ]


def per_instelling(jaar: int) -> list[tuple[str, str]]:
    """How often in this year, per instelling, in words for small numbers: the beheerder sees no family."""
    geteld = (
        AfstemmingZonderGezin.objects.filter(op__year=jaar, instelling__isnull=False)
        .order_by()
        .values_list("instelling__naam")
        .annotate(aantal=Count("pk"))
        .order_by("instelling__naam_volgorde")
    )
    klein = _("minder dan %(n)d") % {"n": KLEINSTE_AANTAL}
    return [(naam, str(aantal) if aantal >= KLEINSTE_AANTAL else klein) for naam, aantal in geteld]


def _namen(mensen: list[Deelnemer], bekend: set, voor: Namen) -> str:
    """Names of those whom the reader knows of; the others are there, unnamed."""
    delen = [
        f"{voor.van(mens)} ({voor.van(mens.instelling)})" if mens.instelling else voor.van(mens)
        for mens in mensen
        if mens.pk in bekend
    ]
    if len(delen) < len(mensen) or not mensen:
        delen.append(_("iemand anders van het plan"))
    return _en(delen)


def _en(delen: list[str]) -> str:
    return _(" en ").join([", ".join(delen[:-1]), delen[-1]]) if len(delen) > 1 else "".join(delen)
