"""What is new in the ladder since somebody's earlier visit to the plan (R2, E13)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import DateTimeField, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from core.kept_queries import Slot
from core.mee import Meegevraagd
from escalatie import selectie, zicht
from escalatie.filters import Wat
from escalatie.models import Stagnatie, Stagnatiestaat, Stap
from gezinsplan.nieuw_per_gezin import Sinds
from gezinsplan.sinds import Nieuws
from toestemming.filters import Filters
from toestemming.zicht import Blik
from woorden.zinnen import zin


def _nieuwe(oog: Filters | None) -> QuerySet[Stagnatie]:
    vorige = Slot("vorige", DateTimeField())
    nieuw = selectie.van_gezin(oog).filter(Q(gesloten_op__gt=vorige) | Q(stappen__geopend_op__gt=vorige))
    stappen = Stap.objects.filter(stagnatie=OuterRef("pk"), geopend_op__gt=vorige)
    return Stagnatie.objects.filter(pk__in=nieuw.order_by().values("pk")).annotate(
        nieuwe_stappen=Meegevraagd(stappen, met=["modelstap"])
    )


NIEUWE = Wat(_nieuwe)


def sinds(blik: Blik, vorige: datetime) -> Sequence[Nieuws]:
    """Steps that were opened and stagnaties that were closed, of those that this reader sees now."""
    gezien = zicht.zichten_van_gezin(blik, NIEUWE, vorige=vorige)
    regels = [
        Nieuws(stap.geopend_op, _stap(stap, een), _url(stap.stagnatie_id))
        for een in gezien
        for stap in een.stagnatie.nieuwe_stappen  # type: ignore[attr-defined] # of NIEUWE
    ]
    return regels + [
        Nieuws(op, _afgesloten(een.stagnatie), _url(een.stagnatie.pk))
        for een in gezien
        if (op := een.stagnatie.gesloten_op) and op > vorige
    ]


def per_gezin(sinds: Sinds) -> Sequence[QuerySet[Any]]:
    """The same as numbers per family, for who sees the whole plan."""
    afgesloten = Stagnatie.objects.filter(gesloten_op__isnull=False)
    return [
        sinds.tel(Stap.objects.all(), "stagnatie__gezin", "geopend_op"),
        sinds.tel(afgesloten, "gezin", "gesloten_op"),
    ]


def _afgesloten(stagnatie: Stagnatie) -> str:
    """In the words of how it ended: after a death nothing was solved (I9)."""
    if stagnatie.staat == Stagnatiestaat.VERVALLEN:
        return _("Er hoeft hier niets meer te gebeuren. Wij wensen u sterkte.")
    if stagnatie.staat == Stagnatiestaat.INGETROKKEN:
        return _("Het plan gaat verder: het bleek al gedaan")
    return _("Het plan gaat verder: dit is opgelost")


def _stap(stap: Stap, gezien: zicht.Zicht) -> str:
    if gezien.is_gezinslid:
        return _("Iets in het plan lukt niet. We kijken er samen naar.")
    return zin(_("Het plan loopt vast: stap %(nummer)d is begonnen")) % {"nummer": stap.modelstap.nummer}


def _url(stagnatie_id: object) -> str:
    return reverse("escalatie:stagnatie", args=[stagnatie_id])
