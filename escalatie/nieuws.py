"""What is new in the ladder since somebody's earlier visit to the plan (R2, E13)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from core.zinnen import zin
from escalatie import zicht
from escalatie.models import Stagnatie, Stap
from gezinsplan.nieuw_per_gezin import Sinds
from gezinsplan.sinds import Nieuws
from toestemming.zicht import Blik


def sinds(blik: Blik, vorige: datetime) -> Sequence[Nieuws]:
    """Steps that were opened and stagnaties that were closed, of those that this reader sees now."""
    nieuw = Stagnatie.objects.filter(gezin=blik.gezin).filter(
        Q(gesloten_op__gt=vorige) | Q(stappen__geopend_op__gt=vorige)
    )
    nu = zicht.zichten_van_gezin(blik, Stagnatie.objects.filter(pk__in=nieuw.order_by().values("pk")))
    gezien = {een.stagnatie.pk: een for een in nu}
    if not gezien:
        return []
    stappen = Stap.objects.filter(stagnatie__in=gezien, geopend_op__gt=vorige).select_related("modelstap")
    regels = [
        Nieuws(stap.geopend_op, _stap(stap, gezien[stap.stagnatie_id]), _url(stap.stagnatie_id)) for stap in stappen
    ]
    return regels + [
        Nieuws(op, _("Het plan gaat verder: dit is opgelost"), _url(pk))
        for pk, een in gezien.items()
        if (op := een.stagnatie.gesloten_op) and op > vorige
    ]


def per_gezin(sinds: Sinds) -> Sequence[QuerySet[Any]]:
    """The same as numbers per family, for who sees the whole plan."""
    opgelost = Stagnatie.objects.filter(gesloten_op__isnull=False)
    return [
        sinds.tel(Stap.objects.all(), "stagnatie__gezin", "geopend_op"),
        sinds.tel(opgelost, "gezin", "gesloten_op"),
    ]


def _stap(stap: Stap, gezien: zicht.Zicht) -> str:
    if gezien.is_gezinslid:
        return _("Iets in het plan lukt niet. We kijken er samen naar.")
    return zin(_("Het plan loopt vast: stap %(nummer)d is begonnen")) % {"nummer": stap.modelstap.nummer}


def _url(stagnatie_id: object) -> str:
    return reverse("escalatie:stagnatie", args=[stagnatie_id])
