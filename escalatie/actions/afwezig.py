"""A keeper who is away, and for whom nobody can act in that step: the beheerder is told (I6, E9)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from escalatie.actions.stappen import Beheer
from escalatie.models import Stap, Stapstaat
from escalatie.waarneming import zonder_waarnemer


@transaction.atomic
def meld_houders_zonder_waarnemer(nu: datetime) -> None:
    """Tell the beheerder about keepers who are away now and for whom nobody can act. Each once, naming no family.

    The absence itself was looked at when it was recorded; here that the one who would stand in can't in this very step.
    """
    stappen = Stap.objects.filter(staat=Stapstaat.OPEN).select_related(
        "modelstap", "houder", "houder_instelling", "houder_gemeente", "stagnatie__partij"
    )
    beheer = Beheer()
    for stap in zonder_waarnemer(stappen):
        waar = stap.houder_instelling or stap.houder_gemeente
        tekst = _(
            "%(wie)s is afwezig en aan zet bij een vastgelopen plan. Niemand%(waar)s kan daar vervangen."
            " Geef iemand een rol, of noem een andere vervanger."
        ) % {"wie": stap.houder.naam, "waar": _(" bij %(waar)s") % {"waar": waar} if waar else ""}
        beheer.noteer(tekst, instelling=stap.houder_instelling, gemeente=stap.houder_gemeente)
    beheer.meld(nu)
