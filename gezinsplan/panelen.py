"""What this room adds to the pages of the rooms below it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from gezinsplan.models import Aanvaarding, Reactie
from instanties.selectie import na_code_q


class BeheerPaneel:
    """On the beheerder's first page: the way to how often was spoken without a family (T4)."""

    template = "gezinsplan/paneel_beheer.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        return {}


class GezegdNaCode:
    """Beside the ways into one's own account: what was said of the plan with it after a way of somebody else, and when (I8)."""

    template = "gezinsplan/paneel_gezegd.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """Each answer and reaction with its moment; what it is about is read on its own page."""
        if request is None:
            return None
        ik = {"door": request.user.pk, "na_code": True}
        gezegd = Aanvaarding.objects.annotate(na_code=na_code_q()).filter(**ik).select_related("afspraak__doel__plan")
        reacties = Reactie.objects.annotate(na_code=na_code_q()).filter(**ik)
        reacties = reacties.select_related("afspraak__doel__plan", "doel__plan")
        rijen: list[Any] = [*gezegd, *reacties]
        regels = [(rij.op, _zei(rij), _waar(rij)) for rij in rijen]
        return {"regels": sorted(regels)} if regels else None


def _zei(rij: Any) -> str:
    if isinstance(rij, Reactie):
        return _("een reactie")
    return _("ik doe dit") if rij.doet_het else _("dat kan ik niet")


def _waar(rij: Any) -> str:
    if rij.afspraak is not None:
        return reverse("gezinsplan:afspraak", args=[rij.afspraak.doel.plan.gezin_id, rij.afspraak_id])
    return reverse("gezinsplan:doel", args=[rij.doel.plan.gezin_id, rij.doel_id])
