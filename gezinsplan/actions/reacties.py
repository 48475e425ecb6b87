"""What people say about a part of the plan. Nothing said is overwritten: two people may say two things (E14, G14)."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from berichten.actions import meld
from core.errors import RuleError
from gezinsplan.actions import invoer
from gezinsplan.actions.verslag import schrijf_over
from gezinsplan.models import Afspraak, Doel, Reactie
from gezinsplan.selectie import coordinatoren_van
from gezinsplan.spreker import Spreker, account, namens_ander, zonder_account
from instanties.models import Gebruiker
from logboek.models import Handeling

HERHALING = timedelta(days=1)


@transaction.atomic
def reageer(onderdeel: Doel | Afspraak, tekst: str, *, nu: datetime, door: Gebruiker) -> Reactie:
    """React to a goal or an afspraak; the coordinator hears of it (G14). Raises RuleError."""
    schoon = invoer.tekst(tekst, "tekst", 1000, leeg=_("Schrijf hier de reactie."))
    # Who goes back in the browser and sends the form again, says it once; the same words may be true again next week.
    if onderdeel.reacties.filter(door=door, tekst__iexact=schoon, op__gt=nu - HERHALING).exists():
        raise RuleError(_("Deze reactie staat er al."), "tekst")
    gezin_id = onderdeel.plan.gezin_id if isinstance(onderdeel, Doel) else onderdeel.doel.plan.gezin_id
    return _bewaar(onderdeel, schoon, nu=nu, door=door, namens=namens_ander(door, gezin_id))


def bewaar_uitspraak(
    afspraak: Afspraak, tekst: str, *, nu: datetime, door: Spreker, namens: Gebruiker | None = None
) -> Reactie:
    """Keep what somebody said about an afspraak, and for whom, beside what stands there (E14, I6)."""
    return _bewaar(afspraak, tekst[:1000], nu=nu, door=door, namens=namens)


def _bewaar(
    onderdeel: Doel | Afspraak, tekst: str, *, nu: datetime, door: Spreker, namens: Gebruiker | None
) -> Reactie:
    reactie = Reactie(door=account(door), door_deelnemer=zonder_account(door), namens=namens, tekst=tekst, op=nu)
    if isinstance(onderdeel, Doel):
        plan, reactie.doel = onderdeel.plan, onderdeel
    else:
        plan, reactie.afspraak = onderdeel.doel.plan, onderdeel
    reactie.save()
    schrijf_over(Handeling.AANMAKEN, [onderdeel], door=door, melding=_("reactie"))
    coordinator = coordinatoren_van([plan.gezin_id]).get(plan.gezin_id)
    if coordinator and coordinator.pk != door.pk:
        meld(
            "reactie_geplaatst", coordinator, sleutel=f"reactie:{reactie.pk}", nu=nu,
            gezin=plan.gezin_id, object_id=onderdeel.pk, door=door,
        )  # fmt: skip
    return reactie
