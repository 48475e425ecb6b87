"""What of families stands on an instelling or gemeente, said before it stops (I9): numbers only, for the beheerder.

And who works with a family from there: they go along where it goes on, others don't (I8).
"""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gezinnen.models import Coordinatorschap, Deelnemer, Gezin, Hoeder
from instanties.models import Gemeente, Instelling
from woorden.zinnen import zin


def wat_blijft_achter(
    sender: Any, *, instelling: Instelling | None, gemeente: Gemeente | None, **rest: Any
) -> list[str]:
    """How many families are coordinated from there, take part by its people, or belong to the gemeente."""
    van_hier = Coordinatorschap.objects.huidig().filter(instelling=instelling).count() if instelling else 0
    vast = Hoeder.objects.huidig().filter(instelling=instelling).count() if instelling else 0
    mee = Deelnemer.objects.actief().filter(instelling=instelling).count() if instelling else 0
    gezinnen = Gezin.objects.filter(gemeente=gemeente).count() if gemeente else 0
    kinderen = Deelnemer.objects.filter(gemeente=gemeente).count() if gemeente else 0
    geteld = (
        (
            van_hier,
            zin(
                ngettext(
                    "Van %(n)d gezin is [de zorgcoördinator] van hier.",
                    "Van %(n)d gezinnen is [de zorgcoördinator] van hier.",
                    van_hier,
                )
            ),
        ),
        (
            vast,
            zin(
                ngettext(
                    "%(n)d gezin zonder [zorgcoördinator] wordt van hieruit vastgehouden.",
                    "%(n)d gezinnen zonder [zorgcoördinator] worden van hieruit vastgehouden.",
                    vast,
                )
            ),
        ),
        (mee, _("%(n)d keer doet iemand van hier mee in een plan.")),
        (
            gezinnen,
            ngettext("%(n)d gezin hoort bij deze gemeente.", "%(n)d gezinnen horen bij deze gemeente.", gezinnen),
        ),
        (
            kinderen,
            ngettext(
                "Voor %(n)d kind is deze gemeente verantwoordelijk.",
                "Voor %(n)d kinderen is deze gemeente verantwoordelijk.",
                kinderen,
            ),
        ),
    )
    return [tekst % {"n": aantal} for aantal, tekst in geteld if aantal]


def wie_er_werken(sender: Any, *, instelling: Instelling | None, **rest: Any) -> set[UUID]:
    """The accounts of who coordinates or takes part for work from this instelling now."""
    if instelling is None:
        return set()
    schappen = Coordinatorschap.objects.huidig().filter(instelling=instelling)
    houdt = Hoeder.objects.huidig().filter(instelling=instelling)
    mee = Deelnemer.objects.actief().filter(instelling=instelling, gebruiker__isnull=False)
    return {gebruiker for rijen in (schappen, houdt, mee) for gebruiker in rijen.values_list("gebruiker", flat=True)}
