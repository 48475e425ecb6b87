"""Telling people: a row in the transaction of the fact itself, unique per fact and receiver (E10)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from berichten import soorten, tasks, waarneming
from berichten.actions.post import krijgt_mail
from berichten.models import Bericht, MailStaat
from core.taken import por


@dataclass(frozen=True)
class Melding:
    """A notice to be made. `gezin` is a uuid, or an object with that key; `sleutel` names the fact."""

    soort: str
    ontvanger: Any
    sleutel: str
    gezin: Any = None
    object_id: UUID | None = None
    # Who is away, when this goes to whoever stands in (I6).
    namens: Any = None

    @property
    def gezin_id(self) -> UUID | None:
        return getattr(self.gezin, "pk", self.gezin)


def meld(
    soort: str, ontvanger: Any, *, sleutel: str, nu: datetime, gezin: Any = None, object_id: UUID | None = None
) -> None:
    """Tell one person (E10). A second notice of the same fact to the same person is dropped. Raises OnbekendeSoort."""
    meld_velen([Melding(soort, ontvanger, sleutel, gezin, object_id)], nu)


def meld_velen(meldingen: Iterable[Melding], nu: datetime) -> None:
    """Tell many at once, with one insert (E10); who is away is told, and so is whoever stands in (I6).

    Raises OnbekendeSoort.
    """
    eigen = list(meldingen)
    rijen = [_rij(melding, nu) for melding in [*eigen, *_aan_waarnemers(eigen, nu)]]
    if not rijen:
        return
    Bericht.objects.bulk_create(rijen, ignore_conflicts=True)
    if any(rij.mail_staat == MailStaat.TE_VERZENDEN for rij in rijen):
        por(tasks.verzend_berichten)


def _aan_waarnemers(meldingen: list[Melding], nu: datetime) -> list[Melding]:
    wie = waarneming.waarnemers([(melding.ontvanger, melding.gezin_id) for melding in meldingen], nu)
    return [
        replace(melding, ontvanger=ander, namens=melding.ontvanger)
        for melding in meldingen
        if (ander := wie.get((melding.ontvanger.pk, melding.gezin_id))) is not None
    ]


def _rij(melding: Melding, nu: datetime) -> Bericht:
    soorten.soort(melding.soort)
    mailen = krijgt_mail(melding.ontvanger)
    return Bericht(
        soort=melding.soort,
        ontvanger=melding.ontvanger,
        namens=melding.namens,
        gezin_id=melding.gezin_id,
        object_id=melding.object_id,
        sleutel=melding.sleutel,
        gemaakt_op=nu,
        mail_staat=MailStaat.TE_VERZENDEN if mailen else MailStaat.NIET_NODIG,
        volgende_poging_op=nu if mailen else None,
    )


def markeer_gelezen(gebruiker: Any, bericht_ids: Iterable[UUID], nu: datetime) -> int:
    """Mark one's own notices as read; returns how many were unread. Another's notice is left alone."""
    return Bericht.objects.van(gebruiker).ongelezen().filter(id__in=list(bericht_ids)).update(gelezen_op=nu)
