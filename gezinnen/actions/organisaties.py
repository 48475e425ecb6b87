"""An instelling or gemeente stops: its families go to another, or its people stop in theirs (I9, Z3, G16)."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from core.errors import RuleError
from gezinnen.actions.toegang import stop_deelname
from gezinnen.models import Coordinatorschap, Deelnemer, Gezin, Hoeder
from instanties.models import Gebruiker, Gemeente, Instelling
from woorden.zinnen import zin


def bij_sluiten(
    sender: Any,
    *,
    instelling: Instelling | None,
    gemeente: Gemeente | None,
    opvolger: Any,
    nu: datetime,
    door: Gebruiker,
    **rest: Any,
) -> None:
    """Move or end what stands on it. Raises RuleError (field opvolger) where a family would be without anybody."""
    if instelling is not None:
        _van_instelling(instelling, opvolger, nu=nu, door=door)
    elif gemeente is not None:
        _van_gemeente(gemeente, opvolger)


def _van_instelling(instelling: Instelling, opvolger: Instelling | None, *, nu: datetime, door: Gebruiker) -> None:
    coordineert = Coordinatorschap.objects.huidig().filter(instelling=instelling)
    houdt = Hoeder.objects.huidig().filter(instelling=instelling)
    mee = Deelnemer.objects.actief().filter(instelling=instelling)
    if opvolger is not None:
        # The same people go on with the same families: only from where they do it is another.
        coordineert.update(instelling=opvolger)
        houdt.update(instelling=opvolger)
        mee.update(instelling=opvolger)
        return
    if coordineert.exists():
        raise RuleError(
            zin(_("Van hieruit werken [zorgcoördinatoren]. Kies welke instelling hun gezinnen overneemt.")), "opvolger"
        )
    if houdt.exists():
        raise RuleError(
            _("Van hieruit houden mensen gezinnen vast. Kies welke instelling die gezinnen overneemt."), "opvolger"
        )
    for deelnemer in mee.order_by("gezin", "pk"):
        stop_deelname(deelnemer, reden=_("%(naam)s doet niet meer mee") % {"naam": instelling}, nu=nu, door=door)


def _van_gemeente(gemeente: Gemeente, opvolger: Gemeente | None) -> None:
    gezinnen, kinderen = Gezin.objects.filter(gemeente=gemeente), Deelnemer.objects.filter(gemeente=gemeente)
    if opvolger is None and (gezinnen.exists() or kinderen.exists()):
        raise RuleError(_("Er horen gezinnen bij deze gemeente. Kies bij welke gemeente die verder gaan."), "opvolger")
    gezinnen.update(gemeente=opvolger)
    kinderen.update(gemeente=opvolger)
