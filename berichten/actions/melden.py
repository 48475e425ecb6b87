"""Telling people: a row in the transaction of the fact itself, unique per fact and receiver (E10).

What can wait gets the moment of its receiver's next bundle; what can't is due at once (R2).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction

from berichten import momenten, soorten, waarneming
from berichten.actions.post import krijgt_mail
from berichten.models import Bericht, MailStaat
from core.nudge import nudge
from core.rows import insert_rows


@dataclass(frozen=True)
class Melding:
    """A notice to be made. `gezin` is a uuid, or an object with that key; `sleutel` names the fact.

    `spoed`: this one can't wait for the bundle (terms in hours, safety), whatever its kind says.
    """

    soort: str
    ontvanger: Any
    sleutel: str
    gezin: Any = None
    object_id: UUID | None = None
    spoed: bool = False
    # By when something is asked of the receiver.
    uiterlijk_op: datetime | None = None
    # Who is away, when this goes to whoever stands in (I6).
    namens: Any = None
    # Another address than the receiver's own: the one from before, of what can't wait.
    adres: str = ""
    # False: another mail about this goes to the receiver already.
    mailt: bool = True

    @property
    def gezin_id(self) -> UUID | None:
        return getattr(self.gezin, "pk", self.gezin)

    @property
    def heeft_spoed(self) -> bool:
        return self.spoed or soorten.soort(self.soort).spoed


def meld(
    soort: str,
    ontvanger: Any,
    *,
    sleutel: str,
    nu: datetime,
    gezin: Any = None,
    object_id: UUID | None = None,
    spoed: bool = False,
    door: Any = None,
) -> None:
    """Tell one person (E10). A second notice of the same fact to the same person is dropped. Raises OnbekendeSoort."""
    meld_velen([Melding(soort, ontvanger, sleutel, gezin, object_id, spoed)], nu, door=door)


def meld_velen(meldingen: Iterable[Melding], nu: datetime, *, door: Any = None) -> None:
    """Tell many at once, with one insert (E10); who is away is told, and so is whoever stands in (I6).

    `door`: who did it, and needn't be told of that when standing in for somebody. Raises OnbekendeSoort.
    """
    eigen = list(meldingen)
    alle = [*eigen, *_aan_waarnemers(eigen, nu, door)]
    wachters = {
        melding.ontvanger.pk: melding.ontvanger
        for melding in alle
        if not melding.heeft_spoed and krijgt_mail(melding.ontvanger)
    }
    wanneer = momenten.momenten(list(wachters.values()), nu)
    rijen = [_rij(melding, nu, wanneer) for melding in alle]
    if not rijen:
        return
    insert_rows(Bericht, rijen, ignore_duplicates=True)
    if any((moment := rij["volgende_poging_op"]) is not None and moment <= nu for rij in rijen):
        nudge("berichten.tasks.verzend_berichten")


def _aan_waarnemers(meldingen: list[Melding], nu: datetime, door: Any) -> list[Melding]:
    wie = waarneming.waarnemers([(melding.ontvanger, melding.gezin_id) for melding in meldingen], nu)
    return [
        replace(melding, ontvanger=ander, namens=melding.ontvanger)
        for melding in meldingen
        if (ander := wie.get((melding.ontvanger.pk, melding.gezin_id))) is not None
        and (door is None or ander.pk != door.pk)
    ]


def _rij(melding: Melding, nu: datetime, wanneer: Mapping[UUID, datetime]) -> dict[str, Any]:
    mailen = melding.mailt and krijgt_mail(melding.ontvanger, melding.adres)
    moment = nu if melding.heeft_spoed else wanneer.get(melding.ontvanger.pk, nu)
    return {
        "soort": melding.soort,
        "ontvanger_id": melding.ontvanger.pk,
        "namens_id": melding.namens.pk if melding.namens else None,
        "gezin_id": melding.gezin_id,
        "object_id": melding.object_id,
        "sleutel": melding.sleutel,
        "gemaakt_op": nu,
        "spoed": melding.heeft_spoed,
        "uiterlijk_op": melding.uiterlijk_op,
        "mail_staat": MailStaat.TE_VERZENDEN if mailen else MailStaat.NIET_NODIG,
        "volgende_poging_op": moment if mailen else None,
        "adres": melding.adres if mailen else "",
    }


@transaction.atomic
def verzet_wachtende(nu: datetime, ontvangers: Iterable[Any] | None = None) -> None:
    """Give what waits the moment that now holds: somebody chose another time, or the region other days (R2).

    Without `ontvangers` everyone's. What is due, or was tried before, keeps its turn.
    """
    wachtend = Bericht.objects.wacht_op_bundel(nu)
    if ontvangers is not None:
        wachtend = wachtend.filter(ontvanger__in=[ontvanger.pk for ontvanger in ontvangers])
    mensen = list(get_user_model()._default_manager.filter(pk__in=wachtend.values("ontvanger")))
    per_moment: dict[datetime, list[UUID]] = {}
    for wie, moment in momenten.momenten(mensen, nu).items():
        per_moment.setdefault(moment, []).append(wie)
    for moment, wie_allen in per_moment.items():
        wachtend.filter(ontvanger__in=wie_allen).update(volgende_poging_op=moment)
    if any(moment <= nu for moment in per_moment):
        nudge("berichten.tasks.verzend_berichten")


def geef_berichten_door(van: Any, naar: Any, *, gezin: UUID) -> None:
    """Notices about this family go to the account by which that person takes part from now on; none is told twice."""
    al_verteld = Bericht.objects.van(naar).values("sleutel")
    Bericht.objects.van(van).filter(gezin_id=gezin).exclude(sleutel__in=al_verteld).update(ontvanger=naar)


def markeer_gelezen(gebruiker: Any, bericht_ids: Iterable[UUID], nu: datetime) -> int:
    """Mark one's own notices as read; returns how many were unread. Another's notice is left alone."""
    return Bericht.objects.van(gebruiker).ongelezen().filter(id__in=list(bericht_ids)).update(gelezen_op=nu)
