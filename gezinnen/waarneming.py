"""In which families somebody acts for a colleague who is away, and where that can't be (I6).

Only what the colleague does there for work: as zorgcoördinator, or as a professional who takes part for an instelling.
What somebody is as gezinslid or netwerklid, nobody takes over.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from core import clock, memo
from core.errors import RuleError
from gezinnen.models import Coordinatorschap, Deelnemer, SoortDeelnemer
from instanties import vervanging
from instanties.models import Gebruiker
from instanties.vaste_lezer import VasteLezer
from instanties.vervanging import PLANWERK, Namens, namens


def neemt_zelf_deel(mensen: Collection[UUID]) -> QuerySet[Any, tuple[UUID, UUID]]:
    """Who belongs to a family or its network stands in for nobody there; nor who belonged to it before (I6)."""
    eigen = Deelnemer.objects.exclude(soort=SoortDeelnemer.PROFESSIONAL).filter(gebruiker__in=mensen)
    return eigen.order_by().values_list("gebruiker_id", "gezin_id")


def namens_in_gezinnen(gebruiker: Any) -> Mapping[UUID, tuple[Namens, ...]]:
    """Per family for whom this person acts there now; asked once per request, of the database only by a substitute."""
    voor = namens(gebruiker)
    if not voor:
        return {}
    sleutel = ("namens_in_gezinnen", gebruiker.pk, clock.today())
    return memo.remember(sleutel, lambda: _in_gezinnen(voor))


def _in_gezinnen(voor: tuple[Namens, ...]) -> dict[UUID, tuple[Namens, ...]]:
    mensen = {een.wie.pk for een in voor}
    velden = ("gezin_id", "gebruiker_id", "instelling_id")
    coordineert = Coordinatorschap.objects.huidig().filter(gebruiker__in=mensen).order_by().values_list(*velden)
    doet_mee = Deelnemer.objects.actief().filter(gebruiker__in=mensen).order_by().values_list(*velden)
    werk = set(coordineert.union(doet_mee))
    # As gezinslid or netwerklid, without an instelling, the absent person keeps the family private.
    prive = {(wie, gezin_id) for gezin_id, wie, instelling in werk if instelling is None}
    gevonden: dict[UUID, dict[UUID, Namens]] = {}
    for gezin_id, wie, instelling in werk:
        for een in voor:
            hier = een.wie.pk == wie and instelling in een.waar(PLANWERK) and een.geldt_in(gezin_id)
            if hier and (wie, gezin_id) not in prive:
                gevonden.setdefault(gezin_id, {})[wie] = een
    return {gezin_id: tuple(mensen.values()) for gezin_id, mensen in gevonden.items()}


def namens_in(gebruiker: Any, gezin_id: UUID) -> tuple[Namens, ...]:
    """For whom this person acts in this family now."""
    return namens_in_gezinnen(gebruiker).get(gezin_id, ())


def namens_wie(gebruiker: Gebruiker | None, gezin_id: UUID, *, als_coordinator: bool = False) -> Gebruiker | None:
    """For whom an act in this family is done now; None: for nobody, or by an own right, which goes first (I6).

    `als_coordinator`: what only the zorgcoördinator does. Of the rest, who takes part there does it as himself.
    """
    voor = {een.wie.pk: een.wie for een in namens_in(gebruiker, gezin_id)} if gebruiker is not None else {}
    if not voor or gebruiker is None:
        return None
    schap = Coordinatorschap.objects.huidig().filter(gezin=gezin_id).values_list("gebruiker_id", flat=True).first()
    if schap == gebruiker.pk:
        return None
    coordinator = voor.get(schap) if schap else None
    if als_coordinator:
        return coordinator
    if Deelnemer.objects.actief().filter(gezin=gezin_id, gebruiker=gebruiker).exists():
        return None
    return coordinator or next(iter(voor.values()))


def eis_niet_aan_zichzelf(wie: Any, gezin_id: UUID, door: Gebruiker, veld: str) -> None:
    """Raise RuleError where somebody who stands in gives himself what would stay afterwards (I6, I8)."""
    if wie is None or wie.pk != door.pk:
        return
    if voor := namens_wie(door, gezin_id, als_coordinator=True):
        raise RuleError(
            _("U vervangt %(naam)s. Uzelf geeft u niets dat daarna blijft: vraag het %(naam)s.") % {"naam": voor.naam},
            veld,
        )


def ik_en_namens(gebruiker: Gebruiker, gezin_id: UUID) -> set[UUID]:
    """This person, and those for whom he or she acts in this family now."""
    return {gebruiker.pk, *(een.wie.pk for een in namens_in(gebruiker, gezin_id))}


def per_persoon(gebruiker: Any) -> Mapping[Any, Any]:
    """The families per absent person: for a filter over many of them."""
    if isinstance(gebruiker, VasteLezer):
        return gebruiker.doet
    gevonden: dict[UUID, set[UUID]] = {}
    for gezin_id, mensen in namens_in_gezinnen(gebruiker).items():
        for een in mensen:
            gevonden.setdefault(een.wie.pk, set()).add(gezin_id)
    return gevonden


def vast(gebruiker: Any) -> tuple[VasteLezer, dict[str, Any]]:
    """As vervanging.vast, with what this room says of it."""
    lezer, waarden = vervanging.vast(gebruiker)
    doet = per_persoon(gebruiker)
    for nummer, (wie, gezinnen) in enumerate(doet.items()):
        waarden[f"doet_{nummer}"], waarden[f"doet_in_{nummer}"] = wie, list(gezinnen)
    return replace(lezer, doet_voor=len(doet)), waarden


def in_gezinnen_q(gebruiker: Any, wie: str, gezin: str) -> Q:
    """The filter for rows of this person (the field `wie`) and of those for whom he or she acts in that family (`gezin`)."""
    rijen = Q(**{wie: gebruiker.pk})
    for ander, gezinnen in per_persoon(gebruiker).items():
        rijen |= Q(**{wie: ander, f"{gezin}__in": gezinnen})
    return rijen
