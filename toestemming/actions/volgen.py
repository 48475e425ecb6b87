"""A safety flag goes on with the people it is about, under whatever row they take part (S19, X5, I9)."""

import uuid
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from gezinnen.models import Deelnemer
from gezinnen.selectie import kan_dezelfde_zijn
from logboek.models import Handeling
from termijnen.actions import NieuweTermijn, start
from toestemming.actions import vlagverzoeken
from toestemming.actions.verslag import schrijf_over_gezin
from toestemming.models import Veiligheidsvlag


def bij_persoon_veranderd(sender: Any, *, deelnemer: Deelnemer, nu: datetime, **rest: Any) -> None:
    """Whoever may be somebody whom a flag names, is kept out or protected as that one, and a second person is asked."""
    volg(deelnemer, nu=nu)


def volg(rij: Deelnemer, *, nu: datetime) -> list[Veiligheidsvlag]:
    """Let each flag that stands in this family, or is asked for, reach this row too where it may be about the same person.

    It only ever grows: what it was once taken for, it stays until the privacy officer says who it is. Nobody who made
    the row is refused, told or asked: a refusal would tell of the flag. One query where no flag stands.
    """
    staand = Veiligheidsvlag.objects.filter(gezin=rij.gezin_id, tot__isnull=True, voor_wie__isnull=False)
    vlaggen = list(staand.select_related("gezin", "gezet_door", "voor_wie__gebruiker", "termijn").order_by("pk"))
    if not vlaggen:
        return []
    mensen = Deelnemer.objects.select_related("gebruiker").in_bulk([pk for vlag in vlaggen for pk in vlag.over_wie])
    gevolgd = []
    for vlag in vlaggen:
        assert vlag.voor_wie is not None  # noqa: S101 - asked for above
        if rij.pk in (vlag.voor_wie_id, *vlag.over_wie):
            continue
        if kan_dezelfde_zijn(vlag.voor_wie, rij):
            gevolgd += _volg(vlag, rij, vlag.over_wie, nu)
        if any(kan_dezelfde_zijn(mensen[pk], rij) for pk in vlag.over_wie):
            gevolgd += _volg(vlag, vlag.voor_wie, [rij.pk], nu)
    return gevolgd


def volg_allen(gezin_id: uuid.UUID, *, nu: datetime) -> None:
    """As volg, for each row under which somebody takes part in this family now."""
    for rij in Deelnemer.objects.actief().filter(gezin=gezin_id).order_by("pk"):
        volg(rij, nu=nu)


def _volg(
    vlag: Veiligheidsvlag, voor_wie: Deelnemer, over_wie: Collection[uuid.UUID], nu: datetime
) -> Sequence[Veiligheidsvlag]:
    if _is_er_al(vlag, voor_wie, over_wie):
        return []
    [termijn] = start(
        [
            NieuweTermijn(
                soort="vlag_herzien", gezin_id=vlag.gezin_id, houder_id=vlag.termijn.houder_id, begint_op=nu,
                loopt_af_op=max(vlag.termijn.loopt_af_op, nu),
                gevraagd=[vlag.termijn.houder_id] if vlag.termijn.houder_id else [],
            )
        ],
        nu=nu,
        door=None,
    )  # fmt: skip
    mee = Veiligheidsvlag.objects.create(
        gezin=vlag.gezin, voor_wie=voor_wie, over_wie=sorted(over_wie), reden=vlag.reden, van=vlag.van and nu,
        gezet_door=vlag.gezet_door, volgt=vlag, termijn=termijn, zonder_coordinator=vlag.zonder_coordinator,
        bedoeld_voor=vlag.bedoeld_voor, bedoeld_over=vlag.bedoeld_over,
    )  # fmt: skip
    schrijf_over_gezin(
        Handeling.KLOK, vlag.gezin, "veiligheidsvlag", mee.pk, door=None, melding=_("veiligheidsvlag gaat mee")
    )
    vlagverzoeken.vraag(mee, door=None, nu=nu)
    if mee.van:
        vlagverzoeken.begint(mee, nu=nu, door=None)
    return [mee]


def _is_er_al(vlag: Veiligheidsvlag, voor_wie: Deelnemer, over_wie: Collection[uuid.UUID]) -> bool:
    """Whether one followed it there before, also one that a second person ended; or another keeps the same already."""
    daar = Veiligheidsvlag.objects.filter(voor_wie=voor_wie, over_wie__contains=list(over_wie))
    return daar.filter(volgt=vlag).exists() or daar.filter(tot__isnull=True).exists()
