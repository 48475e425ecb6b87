"""Who says something about an afspraak: an account, or a doer without one who answers by a one-time link (G17)."""

from typing import TYPE_CHECKING
from uuid import UUID

from gezinnen.models import Deelnemer, SoortDeelnemer
from gezinnen.waarneming import ik_en_namens, namens_in, namens_wie
from instanties.models import Gebruiker
from logboek.request import ZonderAccount

if TYPE_CHECKING:
    from gezinsplan.models import Afspraak

Spreker = Gebruiker | Deelnemer


def account(spreker: Spreker) -> Gebruiker | None:
    """The account; None for a doer without one."""
    return spreker if isinstance(spreker, Gebruiker) else None


def zonder_account(spreker: Spreker) -> Deelnemer | None:
    """The doer without an account; None for an account."""
    return spreker if isinstance(spreker, Deelnemer) else None


def namens_ander(spreker: Spreker, gezin_id: UUID) -> Gebruiker | None:
    """For whom this is said about the plan, by standing in (I6); for nobody by who takes part himself."""
    return namens_wie(account(spreker), gezin_id)


def namens_bij(spreker: Spreker, afspraak: "Afspraak") -> Gebruiker | None:
    """For whom this is said about an afspraak, by standing in (I6); for nobody by who does it himself.

    For a doer who is away; else as whoever coordinates.
    """
    gebruiker, gezin_id = account(spreker), afspraak.doel.plan.gezin_id
    voor = {een.wie.pk: een.wie for een in namens_in(gebruiker, gezin_id)} if gebruiker else {}
    if not voor or gebruiker is None:
        return None
    doeners = [mens.gebruiker_id for mens in afspraak.uitvoerders.all()]
    if gebruiker.pk in doeners:
        return None
    van_wie = next((voor[pk] for pk in doeners if pk in voor), None)
    return van_wie or namens_wie(gebruiker, gezin_id, als_coordinator=True)


def is_stem_van(spreker: Spreker, uitvoerder: Deelnemer, gezin_id: UUID) -> bool:
    """Whether this is the doer himself, or who stands in for him while he is away (I6)."""
    gebruiker = account(spreker)
    if gebruiker is None:
        return uitvoerder.pk == spreker.pk
    return uitvoerder.gebruiker_id in ik_en_namens(gebruiker, gezin_id)


def in_logboek(spreker: Spreker | None) -> Gebruiker | ZonderAccount | None:
    """Who it was, as the logboek keeps it: somebody without account by the name that the plan shows (X1, X5)."""
    if not isinstance(spreker, Deelnemer):
        return spreker
    instelling = spreker.instelling
    return ZonderAccount(
        pk=spreker.pk,
        naam=spreker.naam,
        rol=SoortDeelnemer(spreker.soort).value,
        instelling_id=instelling.pk if instelling else None,
        instelling_naam=instelling.naam if instelling else "",
    )
